/**
 * Chance baselines: what can be had without a language model. They go through the same harness as models,
 * so every table shows what a score must beat. The score of labelling nothing is 0 and has no row.
 */

import { random } from "../random";
import type { ChoiceExample, EntityExample } from "../corpus/examples";
import { bioLabels, decodeLabels, labelWords, splitWords } from "./entities";
import type { BioLabel, Word } from "./entities";
import type { EvaluatedModel } from "./result";
import type { Predictor } from "./task";

/** A chance baseline as a model of its own; its scoring is `"chance"` too. */
export const chanceModel = (name: string): EvaluatedModel => ({
  ...{ name, checksum: "", family: "", arm: "chance" },
});

function labelTexts(
  examples: readonly EntityExample[],
  label: (word: string, documentIndex: number, wordIndex: number) => BioLabel,
) {
  return examples.map((example, d) => {
    const words = splitWords(example.text);
    return decodeLabels(
      words,
      words.map((word, w) => label(textOf(example, word), d, w)),
    );
  });
}

const textOf = (example: EntityExample, word: Word): string =>
  example.text.slice(word.start, word.end);

/** The entry that occurs most often; the earliest of equals. */
function mostFrequent<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  for (const [entry, count] of counts)
    if (best === undefined || count > counts.get(best)!) best = entry;
  return best;
}

/**
 * Of an entity task: `majority` gives every word the label it had most often in training
 * and words never seen there `O`: it is a look-up list. `random` draws labels by their training
 * frequencies.
 */
export function entityChance(
  train: readonly EntityExample[],
  seed: number,
): Readonly<Record<"majority" | "random", Predictor<"entities">>> {
  const byWord = new Map<string, Map<BioLabel, number>>();
  const overall = new Map<BioLabel, number>();
  let total = 0;
  for (const example of train) {
    const words = splitWords(example.text);
    labelWords(words, example.spans).forEach((label, i) => {
      const word = textOf(example, words[i]!);
      const counts = byWord.get(word) ?? new Map<BioLabel, number>();
      byWord.set(word, counts.set(label, (counts.get(label) ?? 0) + 1));
      overall.set(label, (overall.get(label) ?? 0) + 1);
      total++;
    });
  }
  const listed = new Map([...byWord].map(([word, counts]) => [word, mostFrequent(counts)!]));
  const drawLabel = (uniform: number): BioLabel => {
    let left = uniform * total;
    for (const label of bioLabels) {
      left -= overall.get(label) ?? 0;
      if (left < 0) return label;
    }
    return "O";
  };
  return {
    majority: async (examples) => labelTexts(examples, (word) => listed.get(word) ?? "O"),
    random: async (examples) =>
      labelTexts(examples, (_, d, w) => drawLabel(random(seed, "random-entities", d, w).uniform())),
  };
}

/**
 * Of a choice task: the position that was right most often in training, any option, and the
 * longest option, which exam writers are known to make the right one.
 */
export function choiceChance(
  train: readonly ChoiceExample[],
  seed: number,
): Readonly<Record<"majority" | "random" | "longestOption", Predictor<"choice">>> {
  const positions = new Map<number, number>();
  for (const example of train)
    positions.set(example.answer, (positions.get(example.answer) ?? 0) + 1);
  const majority = mostFrequent(positions) ?? 0;
  return {
    majority: async (examples) => examples.map(() => majority),
    random: async (examples) =>
      examples.map((example, i) =>
        random(seed, "random-choice", 0, i).integer(example.options.length),
      ),
    longestOption: async (examples) =>
      examples.map(({ options }) =>
        options.reduce((best, option, i) => (option.length > options[best]!.length ? i : best), 0),
      ),
  };
}
