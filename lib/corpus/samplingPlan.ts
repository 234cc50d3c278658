/**
 * How much of each group a balanced sample takes. A group of n words gets a share in proportion to
 * n^(1/T): at temperature 1 its own, at higher ones the small groups more and the large ones less,
 * without end all alike (Devlin's multilingual BERT and Conneau et al. 2020, arXiv 1911.02116, write the
 * exponent 1/T as 0.7 and 0.3). What a small group lacks is made up by reading its documents again,
 * at most `maxRepeats` times; what that leaves over goes to the other groups.
 *
 * Which documents are taken once more than the others of their group is decided by a number drawn for
 * each id, so the sample does not depend on the order of the corpus, and a corpus that grows keeps most
 * of it.
 */

import { InputError } from "../errors";
import { random } from "../random";

/** What documents can be grouped by. */
export const groupColumns = ["writtenStandard", "documentType", "trust", "year"] as const;
export type GroupColumn = (typeof groupColumns)[number];

export type SamplingSettings = {
  /** T, at least 1; `Infinity` makes all groups equal. */
  readonly temperature: number;
  /** Groups are the combinations of these that occur. */
  readonly by: readonly GroupColumn[];
  /** How much to take; as many words as there are if neither is given. */
  readonly words?: number;
  readonly documents?: number;
  /** How often a document may occur. Up to four times is nearly as good as new text (Muennighoff et al. 2023, arXiv 2305.16264). */
  readonly maxRepeats: number;
  readonly seed: number;
};

export type Labels = Readonly<Record<GroupColumn, string | number>>;

/** A document as far as sampling sees it. */
export type SampledRow = Labels & { readonly id: string; readonly words: number };

export type Amount = { readonly documents: number; readonly words: number };

export type SampledGroup = {
  readonly labels: Readonly<Partial<Labels>>;
  readonly before: Amount;
  readonly after: Amount;
  /** Different documents among those after: what the sample keeps of the group. */
  readonly kept: Amount;
  /** Copies after the first of a document. */
  readonly repeats: number;
};

export type SamplingPlan = {
  readonly groups: readonly SampledGroup[];
  /** How often the sample has a document of the corpus that was planned with. */
  copies(row: Labels & { readonly id: string }): number;
};

/** Copies of every document of a group, and the number below which a document gets one more. */
type Draw = { readonly whole: number; readonly threshold: number };

/**
 * The plan of a sample.
 *
 * @param rows - all documents, e.g. of `corpusFrame`; of each, two numbers are kept
 * @throws InputError for settings that cannot be met
 */
export async function planSample(
  rows: Iterable<SampledRow> | AsyncIterable<SampledRow>,
  settings: SamplingSettings,
): Promise<SamplingPlan> {
  checkSettings(settings);
  const { by, seed, maxRepeats } = settings;
  const groups = new Map<
    string,
    { labels: SampledGroup["labels"]; numbers: number[]; words: number[] }
  >();
  for await (const row of rows) {
    const key = keyOf(row, by);
    let group = groups.get(key);
    if (!group) {
      const labels = Object.fromEntries(by.map((column) => [column, row[column]]));
      groups.set(key, (group = { labels, numbers: [], words: [] }));
    }
    group.numbers.push(numberOf(row.id, seed));
    group.words.push(row.words);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const sizes = sorted.map(([, { words }]) => sum(words));
  const lengths = sorted.map(([, { words }], i) => sizes[i]! / words.length);
  const targets = targetWords(sizes, lengths, settings);
  const counts =
    settings.documents === undefined
      ? undefined
      : wholeCounts(
          targets.map((words, i) => (words === 0 ? 0 : words / lengths[i]!)),
          sorted.map(([, { words }]) => words.length * maxRepeats),
          settings.documents,
        );
  const draws = new Map<string, Draw>();
  const planned = sorted.map(([key, { labels, numbers, words }], i): SampledGroup => {
    const order = numbers.map((_, d) => d).sort((a, b) => numbers[a]! - numbers[b]!);
    const target = { words: targets[i]!, documents: counts?.[i] };
    const { whole, extra } = divide(target, words, order);
    draws.set(key, { whole, threshold: extra === 0 ? -1 : numbers[order[extra - 1]!]! });
    const before = { documents: words.length, words: sizes[i]! };
    const more = { documents: extra, words: sum(order.slice(0, extra).map((d) => words[d]!)) };
    const kept = whole > 0 ? before : more;
    const after = {
      documents: whole * before.documents + more.documents,
      words: whole * before.words + more.words,
    };
    return { labels, before, after, kept, repeats: after.documents - kept.documents };
  });
  return {
    groups: planned,
    copies(row) {
      const draw = draws.get(keyOf(row, by));
      if (!draw) return 0;
      return draw.whole + (numberOf(row.id, seed) <= draw.threshold ? 1 : 0);
    },
  };
}

/** The groups of a plan added up, all of them or those with one label. */
export function totalOf(groups: readonly SampledGroup[]): Omit<SampledGroup, "labels"> {
  const add = (part: "before" | "after" | "kept"): Amount => ({
    documents: sum(groups.map((group) => group[part].documents)),
    words: sum(groups.map((group) => group[part].words)),
  });
  return {
    before: add("before"),
    after: add("after"),
    kept: add("kept"),
    repeats: sum(groups.map(({ repeats }) => repeats)),
  };
}

/**
 * Words for groups of the given sizes: in proportion to size^(1/T), none above `limits`, together
 * `total` or the sum of the limits, whichever is less. What a group may not take is divided among
 * the others in the same proportions.
 */
export function allocate(
  sizes: readonly number[],
  limits: readonly number[],
  temperature: number,
  total: number,
): number[] {
  const weights = sizes.map((size) => (size === 0 ? 0 : size ** (1 / temperature)));
  const given = sizes.map(() => 0);
  const isFull = sizes.map((size) => size === 0);
  for (;;) {
    const rest = total - sum(given.filter((_, i) => isFull[i]));
    const open = sum(weights.filter((_, i) => !isFull[i]));
    let hasFilled = false;
    weights.forEach((weight, i) => {
      if (isFull[i]) return;
      given[i] = (rest * weight) / open;
      if (given[i]! < limits[i]!) return;
      given[i] = limits[i]!;
      isFull[i] = hasFilled = true;
    });
    if (!hasFilled) return given;
  }
}

/** Words for each group, such that they are as many words or documents as was asked for. */
function targetWords(
  sizes: readonly number[],
  lengths: readonly number[],
  settings: SamplingSettings,
): number[] {
  const { temperature, maxRepeats, words, documents } = settings;
  const limits = sizes.map((size) => size * maxRepeats);
  if (documents === undefined) return allocate(sizes, limits, temperature, words ?? sum(sizes));
  // Documents rise with words, so the number of words is found by halving.
  let [low, high] = [0, sum(limits)];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    const given = allocate(sizes, limits, temperature, middle);
    const found = sum(given.map((own, i) => (own === 0 ? 0 : own / lengths[i]!)));
    if (found < documents) low = middle;
    else high = middle;
  }
  return allocate(sizes, limits, temperature, high);
}

/** Whole numbers near `wanted` that add up to `total`: the largest remainders are rounded up. */
function wholeCounts(
  wanted: readonly number[],
  limits: readonly number[],
  total: number,
): readonly number[] {
  const counts = wanted.map((count, i) => Math.min(Math.floor(count), limits[i]!));
  const order = wanted
    .map((count, i) => ({ i, remainder: count - counts[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order)
    if (sum(counts) < total && wanted[i]! > 0 && counts[i]! < limits[i]!) counts[i]!++;
  return counts;
}

/** Copies of all documents, and how many of those first in order get one more. */
function divide(
  target: { readonly words: number; readonly documents: number | undefined },
  words: readonly number[],
  order: readonly number[],
): { readonly whole: number; readonly extra: number } {
  if (target.documents !== undefined)
    return {
      whole: Math.floor(target.documents / words.length),
      extra: target.documents % words.length,
    };
  const size = sum(words);
  // Documents without a word cannot be balanced by words, and stay as they are.
  if (size === 0) return { whole: 1, extra: 0 };
  // The smallest excess over a whole number is an error of rounding.
  const whole = Math.floor(target.words / size + 1e-9);
  let rest = target.words - whole * size;
  let extra = 0;
  // A document is taken if that brings the group nearer to its target.
  while (extra < order.length && words[order[extra]!]! / 2 <= rest - 1e-6)
    rest -= words[order[extra++]!]!;
  return extra === order.length ? { whole: whole + 1, extra: 0 } : { whole, extra };
}

function checkSettings(settings: SamplingSettings): void {
  const { temperature, by, maxRepeats, words, documents } = settings;
  if (!(temperature >= 1))
    throw new InputError(
      `temperature ${temperature}: below 1 large groups would grow. Give at least 1, or Infinity for equal groups.`,
    );
  if (by.length === 0 || new Set(by).size < by.length)
    throw new InputError(
      `by "${by.join(",")}": name one or more of ${groupColumns.join(", ")}, each once.`,
    );
  if (!Number.isSafeInteger(maxRepeats) || maxRepeats < 1)
    throw new InputError(`maxRepeats ${maxRepeats}: give a whole number of at least 1.`);
  if (words !== undefined && documents !== undefined)
    throw new InputError(`words ${words} and documents ${documents}: give one of them.`);
}

const keyOf = (row: Labels, by: readonly GroupColumn[]): string =>
  JSON.stringify(by.map((column) => row[column]));

/** A number in [0, 1) for a document, of 53 bits: two documents with the same are not met with. */
function numberOf(id: string, seed: number): number {
  const draws = random(seed, `corpus sample ${id}`);
  return (draws.uint32() * 2 ** 21 + (draws.uint32() >>> 11)) / 2 ** 53;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
