/**
 * `kliniskvest bench optimizer`: how long an update of the parameters takes, beside loops in plain
 * JavaScript and beside the time that memory needs to move as many bytes.
 */

import { availableParallelism, freemem } from "node:os";
import { Command, InvalidArgumentError } from "commander";
import { addTo } from "../../engine/updateKernels";
import { InputError } from "../../errors";
import { median } from "../../evaluation/statistics";
import { random } from "../../random";
import { globalNorm, gradientNorms } from "../../training/gradientNorm";
import {
  createOptimizer,
  type NamedArrays,
  type OptimizerSettings,
  type OptimizerState,
} from "../../training/optimizer";
import { wholeNumber } from "../arguments";

type Flags = {
  readonly millions: readonly number[];
  readonly runs: number;
  readonly json?: boolean;
};

type Row = {
  readonly millions: number;
  readonly work: string;
  readonly medianMilliseconds: number;
  readonly minimumMilliseconds: number;
  /** Bytes that have to be read and written, over the time, over the same of a copy. */
  readonly shareOfCopySpeed: number;
  /** The time of the plain loop over this one. */
  readonly timesPlain?: number;
};

/** How much a number may differ from the plain loop's, which rounds less often, after five updates. */
const tolerance = 1e-6;

const settings = { beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.01 };
const optimizers: readonly OptimizerSettings[] = [
  { name: "adamw", ...settings },
  { name: "lamb", ...settings, stretched: "decayed", biasCorrection: true },
  { name: "stableAdamw", ...settings, decoupledDecay: false },
];
/**
 * What an update moves of each parameter: AdamW reads four arrays and writes three; the others read what
 * their step needs again once its length is known.
 */
const bytesOf = { adamw: 28, lamb: 40, stableAdamw: 36 } as const;
const learningRate = 1e-3;

/** The command with its options, for `bench.ts`. */
export function optimizerCommand(): Command {
  return new Command("optimizer")
    .description("time of an update, beside plain loops and the speed of memory")
    .option(
      "--millions <sizes>",
      "millions of parameters, separated by commas; each takes 20 MB",
      sizesOf,
      [10, 50],
    )
    .option("--runs <count>", "measured runs; the median counts", wholeNumber(1), 9)
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExample:\n  kliniskvest bench optimizer --millions 10,50,350")
    .action(({ millions, runs, json }: Flags) => {
      const difference = differenceFromPlain();
      if (!(difference <= tolerance))
        throw new Error(
          `the kernels differ from the plain loop by ${difference}, more than ${tolerance}`,
        );
      if (!json)
        console.log(`Largest difference from the plain loop: ${difference.toExponential(1)}`);
      const rows = millions.flatMap((size) => {
        const measured = measure(size, runs);
        if (!json) for (const row of measured) console.log(line(row));
        return measured;
      });
      const machine = { node: process.version, cores: availableParallelism() };
      if (json) console.log(JSON.stringify({ runs, machine, difference, tolerance, rows }));
    });
}

function sizesOf(text: string): number[] {
  const sizes = text.split(",").map(Number);
  if (!sizes.every((n) => n > 0 && n <= 10_000))
    throw new InvalidArgumentError("Give numbers such as 10,50.");
  return sizes;
}

const line = (row: Row): string =>
  `${String(row.millions).padStart(5)} M  ${row.work.padEnd(24)} median ${row.medianMilliseconds.toFixed(1).padStart(7)} ms, min ${row.minimumMilliseconds.toFixed(1).padStart(7)} ms, ${(100 * row.shareOfCopySpeed).toFixed(0).padStart(3)} % of copy speed${row.timesPlain === undefined ? "" : `, ${row.timesPlain.toFixed(2)} times as fast as the plain loop`}`;

/** AdamW as a loop over one number after the other, in 64 bits: what the kernels are measured against. */
function plainAdamw(
  parameters: NamedArrays,
  gradients: NamedArrays,
  state: OptimizerState,
  learningRate: number,
): void {
  const { beta1, beta2, epsilon, weightDecay } = settings;
  const updates = ++state.updates;
  const correction1 = 1 / (1 - beta1 ** updates);
  const correction2 = 1 / (1 - beta2 ** updates);
  const keep = 1 - learningRate * weightDecay;
  for (const [name, parameter] of parameters) {
    const gradient = gradients.get(name)!;
    const first = state.first.get(name)!;
    const second = state.second.get(name)!;
    for (let i = 0; i < parameter.length; i++) {
      const g = gradient[i]!;
      const m = beta1 * first[i]! + (1 - beta1) * g;
      const v = beta2 * second[i]! + (1 - beta2) * g * g;
      first[i] = m;
      second[i] = v;
      parameter[i] =
        keep * parameter[i]! -
        (learningRate * m * correction1) / (Math.sqrt(v * correction2) + epsilon);
    }
  }
}

/** A tensor of a large model. */
const tensorSize = 4 * 2 ** 20;

/** Tensors of noise. A million draws are repeated: they take longer than what is measured. */
function tensors(size: number, purpose: string, scale: number): NamedArrays {
  const draw = random(1, purpose);
  const noise = Float32Array.from(
    { length: Math.min(size, 1_000_003) },
    () => scale * draw.normal(),
  );
  const arrays = new Map<string, Float32Array>();
  for (let start = 0; start < size; start += tensorSize) {
    const array = new Float32Array(Math.min(tensorSize, size - start));
    for (let at = 0; at < array.length; at += noise.length)
      array.set(noise.subarray(0, Math.min(noise.length, array.length - at)), at);
    arrays.set(`tensor.${start}`, array);
  }
  return arrays;
}

function differenceFromPlain(): number {
  const [fast, plain] = [tensors(100_003, "parameters", 1), tensors(100_003, "parameters", 1)];
  const { init, update } = createOptimizer(optimizers[0]!);
  const [fastState, plainState] = [init(fast), init(plain)];
  for (let step = 0; step < 5; step++) {
    const gradients = tensors(100_003, `gradients ${step}`, 0.1);
    update(fast, gradients, fastState, learningRate);
    plainAdamw(plain, gradients, plainState, learningRate);
  }
  let difference = 0;
  for (const [name, values] of plain)
    values.forEach((value, i) => {
      difference = Math.max(difference, Math.abs(value - fast.get(name)![i]!));
    });
  return difference;
}

/** All contestants on the same arrays, in turns, so that whatever else the machine does strikes all alike. */
function measure(millions: number, runs: number): Row[] {
  const size = Math.round(millions * 1e6);
  if (20 * size > freemem())
    throw new InputError(
      `--millions ${millions}: ${((20 * size) / 2 ** 30).toFixed(1)} GiB are needed, ${(freemem() / 2 ** 30).toFixed(1)} are free; give a smaller size`,
    );
  const parameters = tensors(size, "parameters", 1);
  const gradients = tensors(size, "gradients", 0.1);
  const sums = tensors(size, "sums", 0.1);
  const state = createOptimizer(optimizers[0]!).init(parameters);
  const pairs = [...sums].map(([name, sum]) => [sum, gradients.get(name)!] as const);
  type Contestant = { work: string; bytes: number; plain?: string; run: () => unknown };
  const contestants: Contestant[] = [
    { work: "copy", bytes: 8, run: () => pairs.forEach(([sum, gradient]) => sum.set(gradient)) },
    {
      work: "adamw, plain",
      bytes: bytesOf.adamw,
      run: () => plainAdamw(parameters, gradients, state, learningRate),
    },
    ...optimizers.map((each): Contestant => {
      const { update } = createOptimizer(each);
      return {
        work: each.name,
        bytes: bytesOf[each.name],
        ...(each.name === "adamw" && { plain: "adamw, plain" }),
        run: () => update(parameters, gradients, state, learningRate, 0.5),
      };
    }),
    {
      work: "norm, clip, adamw, plain",
      bytes: 4 + bytesOf.adamw,
      run: () => {
        const squares = pairs.map(([, gradient]) => plainSquares(gradient));
        // A factor of 1, so that the gradients stay what they are; the loop is the same.
        const scale = Math.min(1, 1e9 * Math.max(...squares));
        for (const [, gradient] of pairs) plainScale(gradient, scale);
        plainAdamw(parameters, gradients, state, learningRate);
      },
    },
    {
      work: "norm, clip, adamw",
      bytes: 4 + bytesOf.adamw,
      plain: "norm, clip, adamw, plain",
      run: () => {
        const scale = 0.5 / globalNorm(gradientNorms(gradients));
        createOptimizer(optimizers[0]!).update(parameters, gradients, state, learningRate, scale);
      },
    },
    { work: "accumulate, plain", bytes: 12, run: () => pairs.forEach(plainAdd) },
    {
      work: "accumulate",
      bytes: 12,
      plain: "accumulate, plain",
      run: () => pairs.forEach(([sum, gradient]) => addTo(sum, gradient)),
    },
    {
      work: "norm, plain",
      bytes: 4,
      run: () => pairs.map(([, gradient]) => plainSquares(gradient)),
    },
    { work: "norm", bytes: 4, plain: "norm, plain", run: () => gradientNorms(gradients) },
  ];
  const times = new Map<string, number[]>(contestants.map(({ work }) => [work, []]));
  for (let run = -1; run < runs; run++)
    for (const { work, run: go } of contestants) {
      const start = performance.now();
      go();
      if (run >= 0) times.get(work)!.push(performance.now() - start);
    }
  const timeOf = (work: string): number => median(times.get(work)!);
  return contestants.map(({ work, bytes, plain }) => ({
    millions,
    work,
    medianMilliseconds: timeOf(work),
    minimumMilliseconds: Math.min(...times.get(work)!),
    shareOfCopySpeed: bytes / timeOf(work) / (8 / timeOf("copy")),
    ...(plain !== undefined && { timesPlain: timeOf(plain) / timeOf(work) }),
  }));
}

function plainAdd([sum, addend]: readonly [Float32Array, Float32Array]): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += addend[i]!;
}

function plainScale(array: Float32Array, scale: number): void {
  for (let i = 0; i < array.length; i++) array[i]! *= scale;
}

function plainSquares(array: Float32Array): number {
  let squares = 0;
  for (let i = 0; i < array.length; i++) squares += array[i]! * array[i]!;
  return squares;
}
