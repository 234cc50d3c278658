/**
 * Our encoders beside golden values of their references: every hidden state, the logits and the loss
 * of every head, and the gradient of every parameter.
 */

import { flatten, isHostTensor, type ExecutorName } from "../../engine";
import { InputError } from "../../errors";
import type { EncoderConfig } from "../config";
import {
  goldenHeads,
  openGolden,
  type GoldenCase,
  type GoldenFolder,
  type GoldenHead,
  type Tolerances,
} from "./golden";
import { runGoldenCase } from "./goldenRun";
import { publishedName } from "../publishedNames";

/** One quantity of one case; for gradients and hidden states, one tensor. */
export type Comparison = {
  readonly case: string;
  /** E.g. `"hidden state 2"`, `"token logits"`, `"gradient of token loss"`. */
  readonly quantity: string;
  /** Published name of the parameter that a gradient belongs to. */
  readonly tensor?: string;
  /** Largest absolute difference over all values that are not padding. */
  readonly difference: number;
  /** Largest absolute golden value. */
  readonly largest: number;
  /** Largest difference allowed. */
  readonly tolerance: number;
  readonly ok: boolean;
};

export type Parity = {
  readonly dir: string;
  readonly architecture: EncoderConfig["architecture"];
  readonly comparisons: readonly Comparison[];
  /** Cases with longer rows than the model has positions, which our encoders do not take. */
  readonly refused: readonly { readonly case: string; readonly reason: string }[];
};

/** The worst tensor of each quantity of each case, in the order of the comparisons. */
export function worstOfEach(
  comparisons: readonly Comparison[],
): readonly (Comparison & { readonly tensors: number })[] {
  const rows = new Map<string, Comparison & { tensors: number }>();
  for (const one of comparisons) {
    const key = `${one.case} ${one.quantity}`;
    const before = rows.get(key);
    const tensors = (before?.tensors ?? 0) + 1;
    rows.set(key, { ...(before && excess(before) >= excess(one) ? before : one), tensors });
  }
  return [...rows.values()];
}

/** How much of its tolerance a difference takes; more than 1 fails, and so does what is no number. */
export const excess = ({ difference, tolerance }: Comparison): number =>
  Number.isNaN(difference) ? Infinity : difference / tolerance;

/** In goldens of NorBERT3, arrays that follow from others (each layer's addend, attention). */
const passedOver = /^(hidden_increments|attention_probs)$/;

/** A gradient below this in every element is 0 but for rounding, and so is ours if it is below too. */
const zeroGradient = 1e-6;

/**
 * Run an encoder with every head on every case of a golden folder.
 *
 * @param options.cases - only cases of these names
 * @throws InputError if the folder is none, is incomplete, or holds values nothing is compared with
 */
export async function compareWithGolden(
  dir: string,
  options: { readonly executor?: ExecutorName; readonly cases?: readonly string[] } = {},
): Promise<Parity> {
  const golden = openGolden(dir);
  const comparisons: Comparison[] = [];
  const refused: { case: string; reason: string }[] = [];
  try {
    for (const one of golden.cases) {
      if (options.cases && !options.cases.includes(one.name)) continue;
      try {
        comparisons.push(...(await compareCase(golden, one, options.executor)));
      } catch (error) {
        if (!(error instanceof RangeError && one.sequence > golden.config.maximumPositions))
          throw error;
        refused.push({ case: one.name, reason: error.message });
      }
    }
  } finally {
    golden.close();
  }
  return { dir, architecture: golden.config.architecture, comparisons, refused };
}

/** Names of what is stored for a head, and the configuration to compute it with. */
type Stored = {
  readonly head: GoldenHead;
  readonly name: string;
  readonly logits: string;
  readonly loss: string;
  readonly gradients: string;
  readonly config: EncoderConfig;
};

function storedHeads({ config }: GoldenFolder, one: GoldenCase): Stored[] {
  const stored = goldenHeads.map((head): Stored => ({
    head,
    name: { mlm: "masked-token", next_sentence: "next-sentence" }[head as string] ?? head,
    logits: `${head}_logits`,
    loss: `${head}_loss`,
    gradients: head === "mlm" ? "grad" : `grad_${head}`,
    config,
  }));
  // The reference's head before it excludes the special tokens: the same head that excludes none.
  if ("firstPredictedId" in config)
    stored.push({
      head: "mlm",
      name: "unrestricted masked-token",
      logits: "mlm_logits_unmasked",
      loss: "mlm_loss_unmasked",
      gradients: "grad_unmasked",
      config: { ...config, firstPredictedId: 0 },
    });
  return stored.filter(({ loss, logits }) => loss in one.losses || one.arrays.includes(logits));
}

async function compareCase(
  golden: GoldenFolder,
  one: GoldenCase,
  executor: ExecutorName | undefined,
): Promise<Comparison[]> {
  const left = new Set(one.arrays.filter((array) => !passedOver.test(array)));
  const comparisons: Comparison[] = [];
  for (const stored of storedHeads(golden, one)) {
    const gradients = [...left].filter((array) => array.startsWith(`${stored.gradients}.`));
    const result = await runGoldenCase(golden, one, {
      ...stored,
      wantsGradients: gradients.length > 0,
      executor,
    });
    const { tolerances } = golden;
    const compare = (
      quantity: string,
      kind: keyof Tolerances,
      ours: ArrayLike<number>,
      theirs: ArrayLike<number>,
      rest: { isReal?: (i: number) => boolean; tensor?: string } = {},
    ): void => {
      const { difference, largest } = distance(ours, theirs, rest.isReal);
      const tolerance =
        kind === "gradients"
          ? largest < zeroGradient
            ? zeroGradient
            : tolerances.gradients * largest
          : tolerances[kind];
      const ok = difference <= tolerance; // not so for NaN
      const { tensor } = rest;
      comparisons.push({
        case: one.name,
        quantity,
        ...(tensor !== undefined && { tensor }),
        difference,
        largest,
        tolerance,
        ok,
      });
    };
    /** A golden array, once. */
    const take = (array: string): ArrayLike<number> => {
      left.delete(array);
      return one.read(array).data;
    };
    const perToken = (values: ArrayLike<number>): { isReal: (i: number) => boolean } => {
      const width = values.length / (one.batch * one.sequence);
      return { isReal: (i) => one.input.mayAttend.data[Math.floor(i / width)] === 1 };
    };

    const { states } = result;
    if (left.has("hidden_stream")) {
      const stream = take("hidden_stream");
      const size = states[0]!.data.length;
      for (let i = 0; i * size < stream.length; i++) {
        const layer = Array.prototype.slice.call(stream, i * size, (i + 1) * size) as number[];
        compare(`hidden state ${i}`, "hidden", states[i]?.data ?? [], layer, perToken(layer));
      }
    }
    if (left.has("last_hidden_state")) {
      const last = take("last_hidden_state");
      compare("encoder output", "hidden", states.at(-1)!.data, last, perToken(last));
    }
    if (left.has(stored.logits)) {
      const theirs = take(stored.logits);
      const isPerToken = stored.head === "mlm" || stored.head === "token";
      const real = isPerToken ? perToken(theirs) : {};
      compare(`${stored.name} logits`, "logits", result.logits.data, theirs, real);
    }
    const loss = one.losses[stored.loss];
    if (loss !== undefined) compare(`${stored.name} loss`, "losses", result.loss.data, [loss]);
    if (result.gradients)
      for (const [path, { data }] of flatten(result.gradients, isHostTensor)) {
        const tensor = publishedName(golden.config.architecture, path);
        const array = `${stored.gradients}.${tensor}`;
        if (left.has(array))
          compare(`gradient of ${stored.name} loss`, "gradients", data, take(array), { tensor });
      }
  }
  if (left.size > 0)
    throw new InputError(
      `${golden.dir}: nothing is compared with ${[...left].slice(0, 3).join(", ")} of case ${one.name}; rename or remove it`,
    );
  return comparisons;
}

/** Largest absolute difference, and the largest golden value. */
function distance(
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
  isReal: (i: number) => boolean = () => true,
): { difference: number; largest: number } {
  if (ours.length !== theirs.length) return { difference: Infinity, largest: NaN };
  let difference = 0;
  let largest = 0;
  for (let i = 0; i < theirs.length; i++) {
    if (!isReal(i)) continue;
    // A class that is never predicted: −∞ in the reference, far below all others here.
    if (theirs[i] === -Infinity) difference = Math.max(difference, ours[i]! <= -1e8 ? 0 : Infinity);
    else {
      difference = Math.max(difference, Math.abs(ours[i]! - theirs[i]!)); // NaN stays NaN
      largest = Math.max(largest, Math.abs(theirs[i]!));
    }
  }
  return { difference, largest };
}
