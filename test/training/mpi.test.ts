import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSafetensors } from "../../lib/encoder/weights/safetensors";
import { writeCorpus } from "../../lib/corpus/corpus";
import { generateClinical } from "../../lib/synthetic/generator/generator";
import { createWorld } from "../../lib/synthetic/generator/world";
import { saveTokenizer } from "../../lib/tokenization/tokenizer";
import { trainTokenizer } from "../../lib/tokenization/tokenizerTraining";
import { libraryVariable, mpiLauncher, mpiVersion, openMpi } from "../../lib/training/mpi";
import { compiler, needs } from "../needs";

const root = mkdtempSync(join(tmpdir(), "mpi-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const program = join(__dirname, "../../lib/bin/kliniskvest.js");
const hasMpi = spawnSync("mpirun", ["--version"]).status === 0 && mpiVersion() !== undefined;
const steps = 24;

beforeAll(async () => {
  if (!hasMpi) return;
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
      settings: {
        ...{ steps, sequenceLength: 32, rows: 2, accumulation: 4 },
        ...{ checkpointEvery: 3, evaluateEvery: 12, heldOutShare: 0.3 },
      },
    }),
  );
});

/** `mpirun` on this machine alone, which may have fewer cores than ranks. */
function ranks(count: number, out: string, more: readonly string[] = []): ChildProcess {
  const command = [
    ...[process.execPath, program, "pretrain", "--recipe", join(root, "recipe.json")],
    ...["--corpus", join(root, "corpus"), "--tokenizer", join(root, "tokenizer")],
    ...["--model", "new", "--out", join(root, out), ...more],
  ];
  const mpirun = [
    ...["--allow-run-as-root", "--oversubscribe", "--bind-to", "none"],
    ...["--mca", "mpi_yield_when_idle", "1", "-np", String(count)],
  ];
  return count === 1
    ? spawn(command[0]!, command.slice(1))
    : spawn("mpirun", [...mpirun, ...command]);
}

/** Exit code and what was written to standard error. */
async function ended(job: ChildProcess): Promise<{ code: number | null; err: string }> {
  let err = "";
  job.stderr!.on("data", (text: Buffer) => (err += text.toString()));
  const [code] = (await once(job, "close")) as [number | null];
  return { code, err };
}

type Event = { step: number; loss: number; tokens: number; bitsPerByte?: Record<string, number> };
const eventsOf = (name: string): Event[] =>
  readFileSync(join(root, name, "events.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Event);

function weightsOf(name: string): number[] {
  const file = openSafetensors(join(root, name, "model", "model.safetensors"));
  const values = file.names.flatMap((tensor) => {
    const { data } = file.read(tensor);
    return data instanceof Float32Array ? [...data] : []; // NorBERT3's tables of positions are whole
  });
  file.close();
  return values;
}

/** Sums in another order round otherwise, and what is rounded once moves all that comes after. */
const tolerance = 2e-4;

function expectEqualRuns(name: string, other: string): void {
  const [a, b] = [eventsOf(name), eventsOf(other)];
  expect(a.map(({ step, tokens }) => [step, tokens])).toEqual(
    b.map(({ step, tokens }) => [step, tokens]),
  );
  a.slice(1).forEach(({ loss }, i) =>
    expect(Math.abs(loss - b[i + 1]!.loss)).toBeLessThan(tolerance),
  );
  for (const standard of ["nb", "nn"])
    expect(a.at(-1)!.bitsPerByte![standard]).toBeCloseTo(b.at(-1)!.bitsPerByte![standard]!, 3);
  const [x, y] = [weightsOf(name), weightsOf(other)];
  const largest = x.reduce((most, value, i) => Math.max(most, Math.abs(value - y[i]!)), 0);
  expect(largest).toBeLessThan(tolerance);
}

const mpi = { what: "Open MPI (Debian: openmpi-bin)", present: hasMpi };
describe("ranks under mpirun", needs(mpi), () => {
  it("train the model that one process trains", { timeout: 120_000 }, async () => {
    expect((await ended(ranks(1, "one"))).code).toBe(0);
    const { code, err } = await ended(ranks(2, "two"));
    expect([code, err.match(/kliniskvest:.*/)]).toEqual([0, null]);
    expectEqualRuns("one", "two");
    const manifest = JSON.parse(readFileSync(join(root, "two", "manifest.json"), "utf8")) as object;
    expect(manifest).toMatchObject({ ranks: 2 });
  });

  it(
    "end together when one is killed, and another number of them goes on",
    { timeout: 120_000 },
    async () => {
      const job = ranks(2, "lost");
      const end = ended(job);
      while (!existsSync(join(root, "lost", "checkpoint-6"))) await setTimeout(5);
      process.kill(rankOf(job.pid!, 1), "SIGKILL");
      const { code, err } = await end;
      expect(code).not.toBe(0);
      expect(err).toMatch(/rank 1 .*exited on signal 9/s);
      expect(existsSync(join(root, "lost", "model"))).toBe(false);
      expect((await ended(ranks(4, "lost", ["--resume"]))).code).toBe(0);
      expectEqualRuns("one", "lost");
    },
  );

  it("end with one clear line where they cannot share the work", { timeout: 60_000 }, async () => {
    const { code, err } = await ended(ranks(3, "odd"));
    expect(code).toBe(2);
    expect(err).toMatch(
      /kliniskvest: rank 0 of 3: 3 processes cannot share 4 micro-batches evenly: .*; all ranks end/,
    );
    expect(existsSync(join(root, "odd"))).toBe(false);
  });
});

/** The process that is rank so and so of a job, by its environment. */
function rankOf(mpirun: number, rank: number): number {
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, "utf8"))?.[1];
      const environment = readFileSync(`/proc/${entry}/environ`, "utf8").split("\0");
      if (Number(parent) === mpirun && environment.includes(`OMPI_COMM_WORLD_RANK=${rank}`))
        return Number(entry);
    } catch {
      // It has ended in the meantime.
    }
  }
  throw new Error(`no rank ${rank}`);
}

describe("without mpirun", () => {
  it("a process is alone, and knows when it is not", () => {
    expect(mpiLauncher({})).toBeUndefined();
    expect(mpiLauncher({ OMPI_COMM_WORLD_SIZE: "2" })).toBe("mpirun");
    expect(mpiLauncher({ PMIX_RANK: "0" })).toBe("srun --mpi=pmix");
  });

  it("a library that is not there is named, with the remedy", () => {
    expect(() => openMpi("/nowhere/libmpi.so")).toThrow(
      `no MPI library at /nowhere/libmpi.so: install Open MPI (Debian: openmpi-bin), or give the path of its libmpi.so in ${libraryVariable}`,
    );
  });

  it("a library of the MPICH family is refused before it is begun", needs(compiler()), () => {
    // What MPICH says of itself, and no other function: calling one would crash.
    const source = join(root, "mpich.c");
    const library = join(root, "libmpich.so");
    writeFileSync(
      source,
      `#include <string.h>
         int MPI_Get_library_version(char *version, int *length) {
           strcpy(version, "MPICH Version:\\t4.0.2\\nMPICH Release date:\\tThu Apr  7");
           *length = strlen(version);
           return 0;
         }`,
    );
    expect(spawnSync("cc", ["-shared", "-fPIC", "-o", library, source]).status).toBe(0);
    expect(() => openMpi(library)).toThrow(
      /the MPI library is "MPICH Version:.*"; only Open MPI is supported/,
    );
  });
});
