/** `kliniskvest bench`: how fast this machine trains, beside a peer where one is installed. */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Command, Option } from "commander";
import type { BertConfig } from "../../encoder/config";
import {
  compile,
  createDropout,
  defaultExecutor,
  executorNames,
  int32,
  runtimeName,
  withGradients,
  type ExecutorName,
  type HostTensor,
  type Tensor,
} from "../../engine";
import { InputError } from "../../errors";
import { median } from "../../evaluation/statistics";
import {
  initializePretrainingModel,
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../training/objective";
import { attentionCommand } from "./attention";
import { randomBatch } from "./batch";
import { corpusBenchCommand } from "./corpus";
import { deidentifyBenchCommand } from "./deidentify";
import { memoryCommand } from "./memory";
import { modelsCommand } from "./models";
import { optimizerCommand } from "./optimizer";
import { packingCommand } from "./packing";

const sizes = {
  S: { layers: 4, hiddenSize: 256, heads: 4, vocabularySize: 8192, batch: 16, sequence: 128 },
  M: { layers: 6, hiddenSize: 512, heads: 8, vocabularySize: 16384, batch: 8, sequence: 256 },
} as const;
type SizeName = keyof typeof sizes;

/** Steps before measuring: tracing, allocation, caches. */
const warmUpSteps = 3;

/** One forward and backward pass. */
type Step = {
  readonly milliseconds: number;
  readonly loss: number;
  /** Highest resident memory of the contestant's process so far. */
  readonly peakMegabytes: number;
};
type Contestant = { readonly name: string; step(): Promise<Step>; stop(): Promise<void> };

type StepFlags = {
  size: string;
  dropout: string;
  runs: string;
  threads?: string;
  device?: ExecutorName;
  peer?: string;
  json?: boolean;
};

/** The sizes of one benchmark; the peer gets them as JSON. */
type Workload = ReturnType<typeof workloadOf>;

function workloadOf(flags: StepFlags) {
  if (!(flags.size in sizes))
    throw new InputError(`--size ${flags.size}: give one of ${Object.keys(sizes).join(", ")}`);
  const size = sizes[flags.size as SizeName];
  const dropout = Number(flags.dropout);
  if (!(dropout >= 0 && dropout < 1))
    throw new InputError(`--dropout ${flags.dropout}: give a share from 0 to below 1`);
  return {
    ...size,
    feedForwardSize: 4 * size.hiddenSize,
    maximumPositions: size.sequence,
    masked: Math.round(0.15 * size.batch * size.sequence),
    dropout,
    threads: positiveInteger("--threads", flags.threads ?? String(availableParallelism())),
  };
}

function positiveInteger(flag: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InputError(`${flag} ${text}: give a whole number of at least 1`);
  return number;
}

function own(workload: Workload, executor: ExecutorName): Contestant {
  const { batch, sequence, masked, dropout, threads, ...shape } = workload;
  const config: BertConfig = {
    ...shape,
    architecture: "bert",
    typeVocabularySize: 2,
    layerNormEpsilon: 1e-12,
    hiddenDropout: dropout,
    attentionDropout: dropout,
    initializerRange: 0.02,
    padId: 0,
  };
  type Inputs = {
    readonly model: PretrainingModel<HostTensor>;
    readonly input: PretrainingInput<HostTensor>;
    readonly seed: HostTensor;
  };
  type Outputs = { readonly loss: Tensor; readonly gradients: PretrainingModel<Tensor> };
  const compiled = compile<Inputs, Outputs>(
    (inputs) => {
      const { model, input, seed } = inputs as {
        model: PretrainingModel<Tensor>;
        input: PretrainingInput<Tensor>;
        seed: Tensor;
      };
      return withGradients(model, (model) => ({
        loss: pretrainingLoss(config, model, input, createDropout(seed)).loss,
      }));
    },
    { executor, threads },
  );
  const model = initializePretrainingModel(config, 1);
  const input = randomBatch(config, { batch, sequence, masked });
  let steps = 0;
  return {
    name: runtimeName(executor),
    step: async () => {
      const seed = int32(Int32Array.of(steps++), []);
      const start = performance.now();
      const { loss } = await compiled({ model, input, seed });
      return {
        milliseconds: performance.now() - start,
        loss: (loss as HostTensor).data[0]!,
        peakMegabytes: process.resourceUsage().maxRSS / 1024,
      };
    },
    stop: () => compiled.release(),
  };
}

/** The same model in PyTorch, in a process of its own that answers one line a step. */
async function peer(python: string, workload: Workload): Promise<Contestant> {
  const script = join("bench", "torch_step.py");
  if (!existsSync(script))
    throw new InputError(`--peer: ${script} is not here; run this in the project folder`);
  const child = spawn(python, [script], { stdio: ["pipe", "pipe", "pipe"] });
  let problems = "";
  child.stderr.on("data", (chunk: Buffer) => (problems += chunk.toString()));
  child.stdin.on("error", () => undefined); // the end of `lines` reports what happened
  const started = new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line: string): Promise<unknown> => {
    child.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(problems.trim().split("\n").at(-1) ?? "it ended without an answer");
    return JSON.parse(value as string);
  };
  try {
    await started;
    const { name } = (await ask(JSON.stringify(workload))) as { name: string };
    return {
      name,
      step: () => ask("step") as Promise<Step>,
      stop: () =>
        new Promise((resolve) => {
          if (child.exitCode !== null) return resolve();
          child.once("exit", () => resolve());
          child.stdin.end();
        }),
    };
  } catch (error) {
    throw new InputError(
      `--peer ${python}: ${(error as Error).message}; make an environment with "python3 -m venv .venv && .venv/bin/pip install -r bench/requirements.txt" and give --peer .venv/bin/python`,
    );
  }
}

function summary(name: string, steps: readonly Step[], tokens: number) {
  const times = steps.map(({ milliseconds }) => milliseconds);
  return {
    name,
    medianMilliseconds: median(times),
    minimumMilliseconds: Math.min(...times),
    tokensPerSecond: (1000 * tokens) / median(times),
    peakMegabytes: steps.at(-1)!.peakMegabytes,
    loss: steps.at(-1)!.loss,
  };
}

async function step(flags: StepFlags): Promise<void> {
  const workload = workloadOf(flags);
  const runs = positiveInteger("--runs", flags.runs);
  const executors: readonly ExecutorName[] = flags.device
    ? [defaultExecutor, flags.device]
    : [defaultExecutor];
  const contestants = executors.map((executor) => own(workload, executor));
  // Last, so that no process is left waiting if an executor is not there.
  if (flags.peer !== undefined) contestants.push(await peer(flags.peer, workload));
  const measured = contestants.map((): Step[] => []);
  try {
    // In turns, so that whatever else the machine does strikes all alike.
    for (let run = -warmUpSteps; run < runs; run++)
      for (const [i, contestant] of contestants.entries()) {
        const result = await contestant.step();
        if (run >= 0) measured[i]!.push(result);
      }
  } finally {
    for (const contestant of contestants) await contestant.stop();
  }

  const tokens = workload.batch * workload.sequence;
  const results = contestants.map(({ name }, i) => summary(name, measured[i]!, tokens));
  const [ours, ...others] = results;
  const ratios = others.map((each) => each.medianMilliseconds / ours!.medianMilliseconds);
  if (flags.json) {
    const machine = { node: process.version, cores: availableParallelism() };
    console.log(JSON.stringify({ size: flags.size, runs, ...workload, machine, results, ratios }));
    return;
  }
  const { threads, dropout } = workload;
  console.log(
    `Size ${flags.size}, ${tokens} tokens a step, dropout ${dropout}, ${threads} threads, ${runs} runs`,
  );
  for (const r of results)
    console.log(
      `${r.name.padEnd(28)} median ${r.medianMilliseconds.toFixed(1)} ms, min ${r.minimumMilliseconds.toFixed(1)} ms, ${r.tokensPerSecond.toFixed(0)} tokens/s, peak ${r.peakMegabytes.toFixed(0)} MB, loss ${r.loss.toFixed(5)}`,
    );
  if (executors.length > 1)
    console.log("The devices share a process: its peak memory is that of all.");
  for (const [i, ratio] of ratios.entries())
    console.log(`Speed of ${ours!.name} relative to ${others[i]!.name}: ${ratio.toFixed(2)}`);
}

/** The command with its subcommands, for `main.ts`. */
export function benchCommand(): Command {
  const command = new Command("bench").description("measure this machine");
  command
    .command("step")
    .description("one forward and backward pass of a BERT, without the optimizer")
    .option("--size <name>", "S (4 layers, 256 wide) or M (6 layers, 512 wide)", "S")
    .option("--dropout <rate>", "share of elements to drop", "0")
    .option("--runs <count>", "measured steps", "15")
    .option("--threads <count>", "threads; by default the machine's cores")
    .addOption(
      new Option(
        "--device <device>",
        "also run the same step on this device, taking turns",
      ).choices(executorNames.filter((name) => name !== defaultExecutor)),
    )
    .option("--peer <python>", "also run the same step in PyTorch, taking turns")
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExample:\n  kliniskvest bench step --size S --peer .venv/bin/python")
    .action(step);
  return command
    .addCommand(modelsCommand())
    .addCommand(memoryCommand())
    .addCommand(attentionCommand())
    .addCommand(optimizerCommand())
    .addCommand(corpusBenchCommand())
    .addCommand(deidentifyBenchCommand())
    .addCommand(packingCommand());
}
