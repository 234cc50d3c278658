import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openSafetensors, writeSafetensors } from "../../lib/encoder/weights/safetensors";
import { InputError } from "../../lib/errors";
import { random } from "../../lib/random";
import { createOptimizer } from "../../lib/training/optimizer";
import { bestCheckpoint, openRun, type Run, type RunIdentity } from "../../lib/training/run";
import { needs } from "../needs";

const root = mkdtempSync(join(tmpdir(), "run-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
let dir: string;
beforeEach(() => (dir = join(root, `${folders++}`)));

const identity: RunIdentity = {
  recipe: { name: "small", settings: { steps: 12, masking: { unit: "subword", rate: 0.15 } } },
  seed: 1,
  corpusHash: "c",
  tokenizerHash: "t",
  start: "new",
};
const facts = { commit: "abc" };

/** Twelve steps of AdamW on a toy loss, whose gradient is noise named by the step. */
async function train(run: Run, until = 12): Promise<Float32Array> {
  const from = run.resumedFrom;
  const weights = Float32Array.of(1, -2, 3);
  if (from) {
    const file = openSafetensors(join(from.dir, "model.safetensors"));
    weights.set(file.read("w").data as Float32Array);
    file.close();
  }
  const parameters = new Map([["w", weights]]);
  const { init, update } = createOptimizer({
    name: "adamw",
    beta1: 0.9,
    beta2: 0.98,
    epsilon: 1e-6,
    weightDecay: 0.1,
  });
  const state = from?.optimizer ?? init(parameters);
  for (let step = (from?.step ?? 0) + 1; step <= until; step++) {
    const draw = random(1, "gradient", step);
    const gradient = weights.map((w) => w + draw.normal());
    update(parameters, new Map([["w", gradient]]), state, 0.1);
    run.append({ step, loss: weights[0] });
    if (step % 3 === 0) await run.checkpoint(step, state, (folder) => saveWeights(folder, weights));
  }
  return weights;
}

const saveWeights = (folder: string, data: Float32Array): void =>
  writeSafetensors(join(folder, "model.safetensors"), [{ name: "w", shape: [3], data }]);

const eventsOf = (folder: string): string => readFileSync(join(folder, "events.jsonl"), "utf8");
const checkpoints = (): string[] =>
  readdirSync(dir)
    .filter((name) => name.startsWith("checkpoint-"))
    .sort();

/** What a process leaves behind that is killed: everything but its claim to be alive. */
function kill(run: Run): void {
  run.close();
  writeFileSync(join(dir, "run.lock"), `${deadProcess()} on ${hostname()}\n`);
}
const deadProcess = (): number => spawnSync(process.execPath, ["--version"]).pid;

const uninterrupted = async (): Promise<{ weights: Float32Array; events: string }> => {
  const folder = join(root, `${folders++}`);
  const run = openRun(folder, identity, facts);
  const weights = await train(run);
  run.close();
  return { weights, events: eventsOf(folder) };
};

describe("a run", () => {
  it("leaves a manifest, events and its two newest checkpoints", async () => {
    const run = openRun(dir, identity, facts);
    expect(run.resumedFrom).toBeUndefined();
    await train(run);
    run.close();
    expect(readdirSync(dir).sort()).toEqual([
      "checkpoint-12",
      "checkpoint-9",
      "events.jsonl",
      "manifest.json",
    ]);
    expect(readdirSync(join(dir, "checkpoint-12")).sort()).toEqual([
      "model.safetensors",
      "training-state",
    ]);
    const manifest = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8")) as unknown;
    expect(manifest).toEqual({ ...identity, ...facts });
    expect(eventsOf(dir).trim().split("\n")).toHaveLength(12);
  });

  it.each([1, 3, 7, 11])("killed after step %i ends as if it had never stopped", async (step) => {
    const first = openRun(dir, identity, facts);
    await train(first, step);
    appendFileSync(join(dir, "events.jsonl"), '{"step":99,"lo'); // killed while writing
    kill(first);

    const second = openRun(dir, identity, { commit: "def" });
    expect(second.resumedFrom?.step).toBe(step < 3 ? undefined : step - (step % 3));
    const weights = await train(second);
    second.close();
    const whole = await uninterrupted();
    expect(weights).toEqual(whole.weights);
    expect(eventsOf(dir)).toBe(whole.events);
    const manifest = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8")) as object;
    expect(manifest).toMatchObject({
      commit: "abc",
      resumed: [{ step: step - (step % 3), commit: "def" }],
    });
  });

  it("that is finished has nothing left to do and changes nothing", async () => {
    const first = openRun(dir, identity, facts);
    const weights = await train(first);
    first.close();
    const before = statSync(join(dir, "checkpoint-12", "model.safetensors")).mtimeMs;
    const second = openRun(dir, identity, facts);
    expect(await train(second)).toEqual(weights);
    await second.checkpoint(12, second.resumedFrom!.optimizer, () => {
      throw new Error("is there already");
    });
    second.close();
    expect(statSync(join(dir, "checkpoint-12", "model.safetensors")).mtimeMs).toBe(before);
  });

  it("keeps the last checkpoint when writing the next fails", async () => {
    const run = openRun(dir, identity, facts);
    await train(run, 4);
    const failing = run.checkpoint(6, run.resumedFrom?.optimizer ?? never(), () => {
      throw new Error("disk full");
    });
    await expect(failing).rejects.toThrow("disk full");
    run.close();
    expect(checkpoints()).toEqual(["checkpoint-3"]);
  });
  const never = () => ({ updates: 0, first: new Map(), second: new Map() });
});

describe("checkpoints that are not whole", () => {
  const damages: [what: string, damage: () => void][] = [
    [
      "were being written",
      () => {
        cpSync(join(dir, "checkpoint-6"), join(dir, "checkpoint-9.host.17.part"), {
          recursive: true,
        });
        rmSync(join(dir, "checkpoint-9"), { recursive: true });
      },
    ],
    ["have no state", () => rmSync(join(dir, "checkpoint-9/training-state/state.json"))],
    [
      "are empty",
      () => {
        rmSync(join(dir, "checkpoint-9"), { recursive: true });
        mkdirSync(join(dir, "checkpoint-9"));
      },
    ],
    [
      "have half a state",
      () => truncateSync(join(dir, "checkpoint-9/training-state/state.json"), 9),
    ],
    ["have a truncated model", () => truncateSync(join(dir, "checkpoint-9/model.safetensors"), 90)],
    [
      "have truncated moments",
      () => truncateSync(join(dir, "checkpoint-9/training-state/optimizer.safetensors"), 90),
    ],
    [
      "are copies under another name",
      () => {
        rmSync(join(dir, "checkpoint-9"), { recursive: true });
        cpSync(join(dir, "checkpoint-6"), join(dir, "checkpoint-9"), { recursive: true });
      },
    ],
  ];
  it.each(damages)("because they %s are removed, and the one before is used", async (_, damage) => {
    const first = openRun(dir, identity, facts);
    await train(first, 10);
    kill(first);
    damage();
    const second = openRun(dir, identity, facts);
    expect(second.resumedFrom?.step).toBe(6);
    expect(checkpoints()).toEqual(["checkpoint-6"]);
    expect(await train(second)).toEqual((await uninterrupted()).weights);
    second.close();
  });
});

describe("a folder is refused", () => {
  it("that holds another run, and the message says what differs", async () => {
    openRun(dir, identity, facts).close();
    const refused = (other: Partial<RunIdentity>, message: RegExp): void => {
      expect(() => openRun(dir, { ...identity, ...other }, facts)).toThrow(InputError);
      expect(() => openRun(dir, { ...identity, ...other }, facts)).toThrow(message);
    };
    refused({ seed: 2 }, /its seed is 1, not 2/);
    refused({ corpusHash: "d" }, /its corpusHash is "c", not "d"/);
    const settings = { steps: 12, masking: { unit: "subword", rate: 0.3 } };
    refused(
      { recipe: { name: "small", settings } },
      /recipe\.settings\.masking\.rate is 0\.15, not 0\.3/,
    );
    refused({ recipe: { name: "small" } }, /recipe\.settings is .*, not undefined/);
    openRun(dir, identity, facts).close();
    expect(existsSync(join(dir, "run.lock"))).toBe(false);
  });

  it("whose manifest or events are damaged", async () => {
    const run = openRun(dir, identity, facts);
    await train(run, 3);
    run.close();
    truncateSync(join(dir, "events.jsonl"), 20);
    expect(() => openRun(dir, identity, facts)).toThrow(/has 20 bytes, its checkpoint/);
    writeFileSync(join(dir, "manifest.json"), "{");
    expect(() => openRun(dir, identity, facts)).toThrow(/manifest\.json: broken JSON/);
  });

  it("that is in use by this process, by another, or by another machine", () => {
    const run = openRun(dir, identity, facts);
    expect(() => openRun(dir, identity, facts)).toThrow(/in use by process \d+ on/);
    run.close();
    const lock = join(dir, "run.lock");
    for (const holder of [`${process.ppid} on ${hostname()}\n`, "1 on elsewhere\n", ""]) {
      writeFileSync(lock, holder);
      expect(() => openRun(dir, identity, facts), holder).toThrow(InputError);
      expect(readFileSync(lock, "utf8")).toBe(holder);
    }
  });

  it("no longer, once the process that held it is gone", () => {
    openRun(dir, identity, facts).close();
    // The number of a dead process, and our own number from before a restart of the machine.
    for (const pid of [deadProcess(), process.pid]) {
      writeFileSync(join(dir, "run.lock"), `${pid} on ${hostname()}\n`);
      const run = openRun(dir, identity, facts);
      expect(readFileSync(join(dir, "run.lock"), "utf8")).toBe(`${process.pid} on ${hostname()}\n`);
      run.close();
      expect(readdirSync(dir).filter((name) => name.includes("lock"))).toEqual([]);
    }
  });
});

describe("which checkpoints stay", () => {
  const parameters = new Map([["w", Float32Array.of(1)]]);
  const state = { updates: 1, first: parameters, second: parameters };
  const save = (folder: string): void => saveWeights(folder, Float32Array.of(1, 2, 3));
  const scores = [3, 2, undefined, 2.5, NaN, 2.7];

  it.each([
    [{ last: 2, best: true }, [2, 5, 6], 2],
    [{ last: 1, best: true }, [2, 6], 2],
    [{ last: 3, best: false }, [4, 5, 6], 4],
  ])("%j", async (keeping, kept, best) => {
    const run = openRun(dir, identity, facts, keeping);
    for (const [i, score] of scores.entries()) {
      run.append({ step: i + 1 });
      await run.checkpoint(i + 1, state, save, { score });
    }
    run.close();
    expect(checkpoints()).toEqual(kept.map((step) => `checkpoint-${step}`));
    expect(bestCheckpoint(dir)).toBe(best);
    const again = openRun(dir, identity, facts, keeping);
    expect(again.resumedFrom!.step).toBe(6);
    again.close();
  });

  it("are chosen although an older one is damaged", async () => {
    let run = openRun(dir, identity, facts);
    for (const step of [1, 2, 3]) await run.checkpoint(step, state, save, { score: step });
    run.close();
    writeFileSync(join(dir, "checkpoint-1", "training-state", "state.json"), "{");
    run = openRun(dir, identity, facts);
    await run.checkpoint(4, state, save, { score: 4 });
    run.close();
    expect(checkpoints()).toEqual(["checkpoint-2", "checkpoint-3", "checkpoint-4"]);
    expect(bestCheckpoint(dir)).toBe(2);
  });

  it("gives back the state of the early warning", async () => {
    const watch = { loss: 2.5, lowest: 2, above: 3, withoutGradient: { w: 4 } };
    const run = openRun(dir, identity, facts);
    await run.checkpoint(1, state, save, { watch });
    run.close();
    const again = openRun(dir, identity, facts);
    expect(again.resumedFrom!.watch).toEqual(watch);
    again.close();
  });
});

describe("a full disk", () => {
  const disk = join(root, "small disk");
  mkdirSync(disk, { recursive: true });
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync("umount", [disk]);
  });

  it(
    "costs no checkpoint, and with room again the run ends with the same bytes",
    needs({ what: "the right to mount a disk (root)", present: mounted }),
    async () => {
      const whole = await train(openRun(dir, identity, facts));
      const onDisk = join(disk, "run");
      const run = openRun(onDisk, identity, facts);
      await train(run, 6);
      const filler = join(disk, "filler");
      const room = spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1k"]).status;
      expect(room, "dd ends when the disk is full").not.toBe(0);
      const large = new Float32Array(3);
      await expect(
        run.checkpoint(
          7,
          { updates: 7, first: new Map([["w", large]]), second: new Map([["w", large]]) },
          (folder) => saveWeights(folder, large),
        ),
      ).rejects.toMatchObject({ code: "ENOSPC" });
      run.close();
      expect(readdirSync(onDisk).filter((name) => name.startsWith("checkpoint-"))).toEqual([
        "checkpoint-3",
        "checkpoint-6",
      ]);
      // Nor may one that finds no room for its lock leave an empty one, once that of before is gone.
      spawnSync("dd", ["if=/dev/zero", `of=${filler}.more`, "bs=1k"]);
      expect(() => openRun(onDisk, identity, facts)).toThrow("ENOSPC");
      expect(readdirSync(onDisk).filter((name) => name.startsWith("run.lock"))).toEqual([]);
      for (const file of [filler, `${filler}.more`]) rmSync(file);
      const again = openRun(onDisk, identity, facts);
      expect(again.resumedFrom!.step).toBe(6);
      expect(await train(again)).toEqual(whole);
      again.close();
      expect(eventsOf(onDisk)).toBe(eventsOf(dir));
    },
  );
});
