/**
 * `kliniskvest bench memory`: what a training step was planned to take and what it takes, each model in a
 * process of its own.
 */

import { architectureOf } from "../../encoder/architectures";
import { existsSync, readFileSync } from "node:fs";
import { Argument, Command } from "commander";
import type { EncoderConfig } from "../../encoder/config";
import { publishedEncoders } from "../../encoder/published";
import { div, flatten, isHostTensor, type HostTensor } from "../../engine";
import { InputError } from "../../errors";
import {
  planMemory,
  planWithin,
  type MemoryPlan,
  type PlanSettings,
} from "../../training/memoryPlan";
import {
  initializePretrainingModel,
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../training/objective";
import { createTrainingStep } from "../../training/step";
import { wholeNumber } from "../arguments";
import { randomBatch } from "./batch";
import { benchApart } from "./process";
import { gibibytes, memorySize, planText } from "../pretrain/plan";

type Flags = {
  readonly rows: number;
  readonly sequence: number;
  readonly accumulation?: number;
  readonly recompute?: boolean;
  readonly memory?: number;
  readonly steps: number;
  readonly json?: boolean;
};

type Measured = {
  readonly model: string;
  readonly plan: MemoryPlan;
  readonly planned: number;
  /** Highest resident memory of the process. */
  readonly measured: number;
  /** Planned over measured. */
  readonly ratio: number;
  /** Of the last step. */
  readonly seconds: number;
  readonly loss: number;
};

const maskedShare = 0.15;

const medium: EncoderConfig = {
  ...publishedEncoders["NbAiLab/nb-bert-large"]!,
  ...{ layers: 12, hiddenSize: 512, heads: 8, feedForwardSize: 2048, vocabularySize: 16_384 },
};
const models: Readonly<Record<string, EncoderConfig>> = {
  "bert-medium": medium,
  ...publishedEncoders,
};

/** Rows × tokens, micro-batches, and whether layers are recomputed. */
const usual: readonly (readonly [model: string, flags: readonly string[]])[] = [
  ["bert-medium", ["--rows", "4"]],
  ["bert-medium", ["--rows", "4", "--recompute"]],
  ["bert-medium", ["--rows", "4", "--accumulation", "4"]],
  ["ltg/norbert3-small", ["--rows", "2"]],
  ["ltg/norbert3-small", ["--rows", "4", "--accumulation", "4", "--recompute"]],
  ["ltg/norbert3-base", ["--rows", "2", "--accumulation", "4"]],
  ["answerdotai/ModernBERT-base", ["--rows", "2"]],
  ["answerdotai/ModernBERT-base", ["--rows", "2", "--accumulation", "4", "--recompute"]],
  ["NbAiLab/nb-bert-large", ["--rows", "1"]],
  ["NbAiLab/nb-bert-large", ["--rows", "2", "--accumulation", "2", "--recompute"]],
];

/** The command with its options, for `bench.ts`. */
export function memoryCommand(): Command {
  return new Command("memory")
    .description("planned and measured memory of a training step; without a model, of several")
    .addArgument(new Argument("[model]", "one of them").choices(Object.keys(models)))
    .option("--rows <count>", "rows in a micro-batch", wholeNumber(1), 1)
    .option("--sequence <tokens>", "tokens in a row", wholeNumber(8), 512)
    .option("--accumulation <count>", "micro-batches in a step", wholeNumber(1))
    .option("--recompute", "compute activations again in the backward pass")
    .option("--memory <size>", "divide --rows into micro-batches that fit, e.g. 20GB", memorySize)
    .option("--steps <count>", "steps", wholeNumber(1), 2)
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest bench memory NbAiLab/nb-bert-large --rows 64 --memory 20GB --steps 1",
    )
    .action(async (model: string | undefined, flags: Flags) => {
      const results: Measured[] = [];
      if (model !== undefined) {
        results.push(await measure(model, flags));
        if (!flags.json) console.log(planText(results[0]!.plan));
      } else
        for (const [name, options] of usual) {
          const what = [name, ...options].join(" ");
          results.push((benchApart(what, ["memory", name, ...options]) as [Measured])[0]);
          if (!flags.json) console.log(line(results.at(-1)!));
        }
      if (flags.json) console.log(JSON.stringify(results));
      else if (model !== undefined) console.log(line(results[0]!));
    });
}

function line({ model, plan, planned, measured, ratio, seconds }: Measured): string {
  const { rows, sequenceLength, accumulation, recompute } = plan.settings;
  const size = `${accumulation} × ${rows} × ${sequenceLength}${recompute ? ", recomputed" : ""}`;
  return `${model.padEnd(28)} ${size.padEnd(24)} planned ${gibibytes(planned)}, measured ${gibibytes(measured)}, ratio ${ratio.toFixed(2)}, ${seconds.toFixed(1)} s a step`;
}

function planFor(model: string, flags: Flags): MemoryPlan {
  const config = models[model]!;
  const settings: PlanSettings = {
    objective: architectureOf(config).heads.nextSentence ? "mlm+nsp" : "mlm",
    layout: "packed",
    rows: flags.rows,
    sequenceLength: flags.sequence,
    maskedShare,
    accumulation: flags.accumulation ?? 1,
    recompute: flags.recompute,
  };
  if (flags.memory === undefined) return planMemory(config, settings);
  const plan = planWithin(flags.memory, config, settings);
  if (!plan)
    throw new InputError(
      `--memory ${gibibytes(flags.memory)}: not even one row of ${flags.sequence} tokens of ${model} fits; give more memory or shorter rows`,
    );
  return plan;
}

async function measure(model: string, flags: Flags): Promise<Measured> {
  const config = models[model]!;
  const plan = planFor(model, flags);
  const { rows: batch, sequenceLength: sequence, accumulation, recompute } = plan.settings;
  const masked = Math.ceil(batch * (1 + maskedShare * sequence));
  const input = packedBatch(config, { batch, sequence, masked });
  const weights = initializePretrainingModel(config, 1);
  const step = createTrainingStep<PretrainingModel<HostTensor>, PretrainingInput<HostTensor>>(
    weights,
    (model, input, dropout) => {
      const { loss } = pretrainingLoss(config, model, input, dropout, { recompute });
      return { loss: div(loss, accumulation) }; // all micro-batches are equal
    },
    {
      optimizer: { name: "adamw", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.01 },
      clipNorm: 1,
      seed: 1,
    },
    touchedMoments(weights),
  );
  let [loss, seconds] = [0, 0];
  try {
    for (let number = 1; number <= flags.steps; number++) {
      const start = performance.now();
      ({ loss } = await step.run(Array<typeof input>(accumulation).fill(input), number, 1e-4));
      seconds = (performance.now() - start) / 1000;
      console.error(`${model}: step ${number}, ${seconds.toFixed(1)} s, ${gibibytes(peak())}`);
    }
  } finally {
    await step.release();
  }
  const measured = peak();
  const planned = plan.host;
  return { model, plan, planned, measured, ratio: planned / measured, seconds, loss };
}

/** A row of two documents, as packed rows are. */
function packedBatch(
  config: EncoderConfig,
  size: { readonly batch: number; readonly sequence: number; readonly masked: number },
): PretrainingInput<HostTensor> {
  const plain = randomBatch(config, size);
  const half = Math.floor(size.sequence / 2);
  const column = (of: (column: number) => number): HostTensor => ({
    ...plain.ids,
    data: Int32Array.from(plain.ids.data, (_, i) => of(i % size.sequence)),
  });
  return {
    ...plain,
    packing: {
      documents: column((c) => Number(c >= half)),
      positions: column((c) => c % half),
    },
  };
}

/** Moments of zeros that take their memory now, as after a step, and not at their first reading. */
function touchedMoments(model: PretrainingModel<HostTensor>): {
  updates: number;
  first: Map<string, Float32Array>;
  second: Map<string, Float32Array>;
} {
  const zeros = (): Map<string, Float32Array> =>
    new Map(
      flatten(model, isHostTensor).map(([path, { data }]) => [
        path,
        new Float32Array(data.length).fill(0),
      ]),
    );
  return { updates: 0, first: zeros(), second: zeros() };
}

/** Highest resident memory so far, in bytes: Linux counts that of the process before under `maxRSS`, too. */
function peak(): number {
  const status = "/proc/self/status";
  const found = existsSync(status) && /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1];
  return 1024 * (found ? Number(found) : process.resourceUsage().maxRSS);
}
