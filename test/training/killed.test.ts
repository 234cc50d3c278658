import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { random } from "../../lib/random";
import { writeCorpus } from "../../lib/corpus/corpus";
import { generateClinical } from "../../lib/synthetic/generator/generator";
import { createWorld } from "../../lib/synthetic/generator/world";
import { saveTokenizer } from "../../lib/tokenization/tokenizer";
import { trainTokenizer } from "../../lib/tokenization/tokenizerTraining";

const root = mkdtempSync(join(tmpdir(), "killed-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const program = join(__dirname, "../../lib/bin/kliniskvest.js");
const steps = 150;

beforeAll(async () => {
  const dir = join(root, "corpus");
  await writeCorpus({
    ...{ dir, name: "notes", settings: {}, shareable: true },
    documents: generateClinical({ world: createWorld(1), documents: 60, seed: 1 }),
  });
  const options = { corpora: [dir], vocabularySize: 500, lowercase: false };
  saveTokenizer(join(root, "tokenizer"), await trainTokenizer(options));
  writeFileSync(
    join(root, "recipe.json"),
    JSON.stringify({
      base: "norbert3SpanSmall",
      encoder: { hiddenSize: 16, heads: 2, feedForwardSize: 24, maximumPositions: 32 },
      // Checkpoints so often that many a kill meets one being written.
      settings: { steps, sequenceLength: 32, rows: 4, checkpointEvery: 4, evaluateEvery: 40 },
    }),
  );
});

const start = (name: string): ChildProcess =>
  spawn(
    process.execPath,
    [
      ...[program, "pretrain", "--recipe", join(root, "recipe.json")],
      ...["--corpus", join(root, "corpus"), "--tokenizer", join(root, "tokenizer")],
      ...["--model", "new", "--out", join(root, name), "--resume"],
    ],
    { stdio: "ignore" },
  );

/** Everything that a run leaves, but how fast it went. */
function outcome(name: string) {
  const dir = join(root, name);
  const last = join(dir, `checkpoint-${steps}`);
  return {
    model: readFileSync(join(dir, "model", "model.safetensors")),
    optimizer: readFileSync(join(last, "training-state", "optimizer.safetensors")),
    state: JSON.parse(readFileSync(join(last, "training-state", "state.json"), "utf8")) as object,
    checkpoints: readdirSync(dir).filter((file) => file.startsWith("checkpoint-")),
    events: eventsOf(name).map((line) => {
      const event = JSON.parse(line) as { tokensPerSecond?: number };
      delete event.tokensPerSecond;
      return event;
    }),
  };
}
function eventsOf(name: string): string[] {
  const path = join(root, name, "events.jsonl");
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
}

describe("a run that is killed ten times", () => {
  it("ends with the same bytes as one that is left alone", { timeout: 300_000 }, async () => {
    const whole = start("whole");
    expect(await once(whole, "exit")).toEqual([0, null]);
    const draw = random(1, "kill instants");
    const reached: number[] = [];
    while (reached.length < 10) {
      const run = start("killed");
      const exit = once(run, "exit");
      const before = eventsOf("killed").length;
      // Some are killed before their first step; the others so many steps and milliseconds later.
      const more = reached.length % 4 === 0 ? 0 : 1 + draw.integer(24);
      while (run.exitCode === null && more > 0 && eventsOf("killed").length < before + more)
        await setTimeout(2);
      await setTimeout(draw.integer(more === 0 ? 900 : 30));
      run.kill("SIGKILL");
      const [code, signal] = (await exit) as [number | null, string | null];
      expect([code, signal], "it was still running").toEqual([null, "SIGKILL"]);
      reached.push(eventsOf("killed").length);
    }
    expect(await once(start("killed"), "exit")).toEqual([0, null]);
    console.log(`killed after so many steps: ${reached.join(", ")} of ${steps}`);
    const [killed, left] = [outcome("killed"), outcome("whole")];
    expect(killed.model.equals(left.model), "weights").toBe(true);
    expect(killed.optimizer.equals(left.optimizer), "optimizer").toBe(true);
    expect(killed.events).toEqual(left.events);
    expect(killed.checkpoints).toEqual(left.checkpoints);
    expect({ ...killed.state, eventBytes: 0 }).toEqual({ ...left.state, eventBytes: 0 });
  });
});
