import { describe, expect, it } from "vitest";
import { random } from "../../lib/random";
import type { StepResult } from "../../lib/training/step";
import { createWatch, type WatchState } from "../../lib/training/watch";

const result = (loss: number, norms: Record<string, number> = { a: 1 }): StepResult => ({
  loss,
  gradientNorm: 1,
  gradientNorms: new Map(Object.entries(norms)),
});

/** The step at which a run is stopped and what is said; undefined if it ends. */
function watched(results: readonly StepResult[]): { step: number; said: string } | undefined {
  const watch = createWatch();
  for (const [i, each] of results.entries()) {
    const said = watch.check(i + 1, each);
    if (said !== undefined) return { step: i + 1, said };
  }
  return undefined;
}
const steps = (count: number, of: (step: number) => StepResult): StepResult[] =>
  Array.from({ length: count }, (_, i) => of(i + 1));
const draw = random(1, "test losses");

describe("the watch", () => {
  it("lets a loss fall, jump and lie flat", () => {
    const falling = steps(2000, (step) =>
      result(3 + 5 * Math.exp(-step / 300) + 0.5 * draw.normal()),
    );
    expect(watched(falling)).toBeUndefined();
    const jumps = steps(500, (step) => result(step % 50 === 0 ? 12 : 3));
    expect(watched(jumps)).toBeUndefined();
  });

  it("stops a loss that rises and stays, and not before it has stayed", () => {
    const stopped = watched(steps(400, (step) => result(step < 200 ? 3 : 7)));
    expect(stopped!.said).toMatch(
      /the loss has risen from 3\.00 to [67]\.\d+ by step \d+ and stays/,
    );
    expect(stopped!.step).toBeGreaterThan(215);
    expect(stopped!.step).toBeLessThan(240);
    expect(
      watched(steps(400, (step) => result(step >= 200 && step < 210 ? 7 : 3))),
    ).toBeUndefined();
  });

  it("stops a loss that is no number", () => {
    expect(watched([result(3), result(NaN)])).toEqual({
      step: 2,
      said: expect.stringContaining("the loss is NaN in step 2") as string,
    });
  });

  it("names a tensor whose gradient dies, and not one that never had one", () => {
    const stopped = watched(
      steps(100, (step) => result(3, { idle: 0, "layers.0.query": step < 40 ? 1 : 0, b: 1 })),
    );
    expect(stopped).toEqual({
      step: 59,
      said: expect.stringMatching(/^layers\.0\.query has had no gradient for 20 steps/) as string,
    });
    const sometimes = steps(100, (step) => result(3, { a: step % 15 === 0 ? 1 : 0 }));
    expect(watched(sometimes)).toBeUndefined();
  });

  it("goes on from its state as if nothing had happened", () => {
    const results = steps(400, (step) => result(step < 200 ? 3 : 7, { a: step < 190 ? 1 : 0 }));
    const whole = watched(results);
    let watch = createWatch();
    let stopped: number | undefined;
    results.forEach((each, i) => {
      stopped ??= watch.check(i + 1, each) === undefined ? undefined : i + 1;
      watch = createWatch(JSON.parse(JSON.stringify(watch.state())) as WatchState);
    });
    expect(stopped).toBe(whole!.step);
  });
});
