/**
 * `kliniskvest bench models`: whether this machine holds the published encoders. Each is drawn at random,
 * written, loaded, trained for a step and written again, in a process of its own.
 */

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Argument, Command } from "commander";
import { loadWeights, saveModel, weightsFile } from "../../encoder/checkpoint";
import { publishedEncoders } from "../../encoder/published";
import {
  countParameters,
  initializePretrainingModel,
  pretrainingLoss,
} from "../../training/objective";
import { createTrainingStep } from "../../training/step";
import { wholeNumber } from "../arguments";
import { randomBatch } from "./batch";
import { benchApart } from "./process";

type Flags = {
  readonly rows: number;
  readonly sequence: number;
  readonly dir?: string;
  readonly json?: boolean;
};

type Phase = { readonly phase: string; readonly seconds: number; readonly peakGigabytes: number };
type Report = {
  readonly name: string;
  readonly parameters: number;
  readonly gigabytes: number;
  readonly loss: number;
  readonly phases: readonly Phase[];
};

const large = ["NbAiLab/nb-bert-large", "ltg/norbert3-large", "answerdotai/ModernBERT-large"];

/** The command with its options, for `bench.ts`. */
export function modelsCommand(): Command {
  return new Command("models")
    .description("draw, write, load, train for a step and export the published encoders")
    .addArgument(
      new Argument("[names...]", "which of them")
        .choices(Object.keys(publishedEncoders))
        .default(large, "the three large ones"),
    )
    .option("--rows <count>", "rows in the batch", wholeNumber(1), 1)
    .option("--sequence <tokens>", "tokens in a row", wholeNumber(8), 128)
    .option("--dir <folder>", "where the models are written meanwhile; several gigabytes")
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExample:\n  kliniskvest bench models ltg/norbert3-xs --rows 4")
    .action(async (names: readonly string[], flags: Flags) => {
      const reports: Report[] = [];
      for (const name of names)
        reports.push(names.length === 1 ? await measure(name, flags) : measureApart(name, flags));
      if (flags.json) console.log(JSON.stringify(reports));
      else print(reports);
    });
}

function measureApart(name: string, flags: Flags): Report {
  const options = ["--rows", String(flags.rows), "--sequence", String(flags.sequence)];
  const place = flags.dir === undefined ? [] : ["--dir", flags.dir];
  return (benchApart(name, ["models", name, ...options, ...place]) as [Report])[0];
}

async function measure(name: string, flags: Flags): Promise<Report> {
  const config = publishedEncoders[name]!;
  const root = mkdtempSync(join(flags.dir ?? tmpdir(), "bench-models-"));
  const phases: Phase[] = [];
  const time = async <T>(phase: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    const seconds = (performance.now() - start) / 1000;
    const peakGigabytes = process.resourceUsage().maxRSS / 2 ** 20;
    phases.push({ phase, seconds, peakGigabytes });
    console.error(`${name}: ${phase}, ${seconds.toFixed(1)} s, ${peakGigabytes.toFixed(1)} GiB`);
    return result;
  };
  try {
    const drawn = join(root, "drawn");
    await time("draw and write", () =>
      saveModel(drawn, config, initializePretrainingModel(config, 1), { tokenizerDir: root }),
    );
    const model = await time(
      "load",
      () => loadWeights(drawn, initializePretrainingModel(config, 2)).model,
    );
    const { rows: batch, sequence } = flags;
    const input = randomBatch(config, {
      batch,
      sequence,
      masked: Math.max(1, Math.round(0.15 * batch * sequence)),
    });
    const step = createTrainingStep<typeof model, typeof input>(
      model,
      (model, input, dropout) => pretrainingLoss(config, model, input, dropout),
      {
        optimizer: { name: "adamw", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.01 },
        clipNorm: 1,
        seed: 1,
      },
    );
    const trained = time("one training step", () => step.run([input], 1, 1e-4));
    const { loss } = await trained.finally(() => step.release());
    await time("export", () =>
      saveModel(join(root, "trained"), config, model, { tokenizerDir: root }),
    );
    return {
      name,
      parameters: countParameters(model),
      gigabytes: statSync(join(root, "trained", weightsFile)).size / 2 ** 30,
      loss,
      phases,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function print(reports: readonly Report[]): void {
  for (const { name, parameters, gigabytes, loss, phases } of reports) {
    console.log(
      `${name}: ${parameters.toLocaleString("en")} parameters, ${gigabytes.toFixed(2)} GiB, loss ${loss.toFixed(3)}`,
    );
    for (const { phase, seconds, peakGigabytes } of phases)
      console.log(
        `  ${phase.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s, peak so far ${peakGigabytes.toFixed(1)} GiB`,
      );
  }
}
