/**
 * `kliniskvest bench attention`: how time and memory of one attention grow with the length of a row, in
 * ModernBERT's window and over the whole row. Forwards and backwards, each length in a process of its
 * own, for the highest memory of a process never falls again.
 */

import { Command, InvalidArgumentError, Option } from "commander";
import { blockwiseAttention } from "../../encoder/windowAttention";
import { publishedEncoders } from "../../encoder/published";
import {
  attention,
  compile,
  float32,
  noDropout,
  sum,
  withGradients,
  zeros,
  type HostTensor,
  type Tensor,
} from "../../engine";
import { median } from "../../evaluation/statistics";
import { random } from "../../random";
import { wholeNumber } from "../arguments";
import { benchApart } from "./process";

type Kind = "window" | "whole row";
type Row = {
  readonly kind: Kind;
  readonly length: number;
  readonly milliseconds: number;
  readonly megabytes: number;
};
type Flags = {
  readonly lengths: readonly number[];
  readonly wholeUpTo: number;
  readonly runs: number;
  readonly only?: Kind;
  readonly json?: boolean;
};

const config = publishedEncoders["answerdotai/ModernBERT-base"]!;
const { heads } = config;
const headSize = config.hiddenSize / heads;
/** Tokens to either side that the window of that model shows. */
const reach = 64;

/** The command with its options, for `bench.ts`. */
export function attentionCommand(): Command {
  return new Command("attention")
    .description("time and memory of ModernBERT's attention as rows grow longer")
    .option(
      "--lengths <tokens>",
      "lengths of the row, separated by commas",
      lengthsOf,
      [512, 1024, 2048, 4096, 8192],
    )
    .option(
      "--whole-up-to <tokens>",
      "longest row that is attended to as a whole",
      wholeNumber(1),
      4096,
    )
    .option("--runs <count>", "measured runs; the median counts", wholeNumber(1), 5)
    .addOption(new Option("--only <kind>").choices(["window", "whole row"]).hideHelp())
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExample:\n  kliniskvest bench attention --lengths 1024,8192")
    .action(async (flags: Flags) => {
      const rows: Row[] = [];
      if (flags.only) rows.push(await measure(flags.only, flags.lengths[0]!, flags.runs));
      else
        for (const kind of ["window", "whole row"] as const)
          for (const length of flags.lengths)
            if (kind === "window" || length <= flags.wholeUpTo) {
              rows.push(measureApart(kind, length, flags.runs));
              if (!flags.json) console.log(line(rows.at(-1)!));
            }
      if (flags.json) console.log(JSON.stringify(rows));
    });
}

function lengthsOf(text: string): number[] {
  const lengths = text.split(",").map(Number);
  if (!lengths.every((n) => Number.isSafeInteger(n) && n >= 1))
    throw new InvalidArgumentError("Give whole numbers such as 512,1024.");
  return lengths;
}

const line = ({ kind, length, milliseconds, megabytes }: Row): string =>
  `${kind.padEnd(10)} ${String(length).padStart(6)} tokens  ${milliseconds.toFixed(0).padStart(6)} ms  ${megabytes.toFixed(0).padStart(6)} MB`;

function measureApart(kind: Kind, length: number, runs: number): Row {
  const args = ["--only", kind, "--lengths", String(length), "--runs", String(runs)];
  return (benchApart(`${kind}, ${length} tokens`, ["attention", ...args]) as [Row])[0];
}

async function measure(kind: Kind, length: number, runs: number): Promise<Row> {
  const draw = random(1, "attention benchmark");
  const shape = [1, heads, length, headSize];
  const values = (): HostTensor =>
    float32(
      Float32Array.from({ length: heads * length * headSize }, () => draw.normal()),
      shape,
    );
  const inputs = {
    query: values(),
    key: values(),
    value: values(),
    mayAttend: float32(new Float32Array(length).fill(1), [1, length]),
  };
  const before = process.resourceUsage().maxRSS;
  const run = compile<typeof inputs, { loss: Tensor }>(({ mayAttend, ...parts }) =>
    withGradients(parts, ({ query, key, value }) => {
      const { bias, attend } =
        kind === "window"
          ? blockwiseAttention({ mayAttend }, reach)
          : { bias: zeros([1, 1, 1, length]), attend: attention };
      const context = attend(query, key, value, { bias, dropout: noDropout, rate: 0 });
      return { loss: sum(context) };
    }),
  );
  const times: number[] = [];
  try {
    for (let i = 0; i <= runs; i++) {
      const start = performance.now();
      await run(inputs);
      if (i > 0) times.push(performance.now() - start);
    }
  } finally {
    await run.release();
  }
  const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
  return { kind, length, milliseconds: median(times), megabytes };
}
