/** Readers of labelled texts who see only a part of them, or nothing that should matter. */

import { random } from "../../random";
import { atChance, atLeast, atMost, measured, type AuditCheck, type ProbeAnswer } from "./check";
import { greatest, hashed, trainClassifier } from "./classifier";
import type { AuditExample, AuditTask } from "./example";
import { auditWords } from "./auditWords";

/**
 * How well the best single word may tell a label: the mean of the shares of examples with and
 * without the label that it gets right, ½ for a word that tells nothing. Medicine has words that
 * are more frequent with one label; at 0.8 a model that looks for one word is still wrong about one
 * example in five, which leaves room to see better reading.
 */
export const bestKeywordAccuracy = 0.8;

/** A word planted in every text may drown in rare ones of a small training set, but seldom. */
const leastPlanted = 0.9;

/** Checks of every label of a task. */
export function labelProbes(task: AuditTask, seed: number): readonly AuditCheck[] {
  const names = [...new Set(task.examples.flatMap(({ labels }) => Object.keys(labels)))].sort();
  return names.flatMap((label) => probesOf(task, label, seed));
}

function probesOf(task: AuditTask, label: string, seed: number): readonly AuditCheck[] {
  const labelled = task.examples
    .filter(({ labels }) => labels[label] !== undefined)
    .map((example): Labelled => {
      const parts = example.parts.map((part, i) => auditWords(part, example.spans?.[i]));
      return { ...example, partWords: parts, words: parts.flat() };
    });
  const train = labelled.filter(({ split }) => split === "train");
  const test = labelled.filter(({ split }) => split === "test");
  const named = (probe: string): string => `${task.name} ${label}: ${probe}`;
  const run = (view: View, shuffled = false): readonly ProbeAnswer[] =>
    learnedAnswers(train, test, label, view, seed, shuffled);
  const words = run(wordsView);
  const accuracy = words.reduce((sum, { hit }) => sum + hit, 0) / Math.max(1, words.length);
  const keyword = bestKeyword(train, test, label);
  return [
    ...Object.entries(ignorantViews(train)).map(([name, view]) =>
      atChance("probes", named(`learned from ${name} alone`), run(view)),
    ),
    ...partViews(train).map(([name, view]) =>
      atChance("probes", named(`learned from ${name} alone`), run(view)),
    ),
    ...(task.wordsTell === true
      ? [
          measured("probes", named("learned from a bag of words"), accuracy, words.length),
          atMost("probes", named("best single word"), keyword, bestKeywordAccuracy, test.length),
        ]
      : [atChance("probes", named("learned from a bag of words"), words)]),
    atChance("probes", named("learned from shuffled labels"), run(wordsView, true)),
    atLeast(
      "self-test",
      named("a planted word is learned"),
      plantedAccuracy(train, test, label, seed),
      leastPlanted,
      test.length,
    ),
  ];
}

/** An example with its words, which every probe wants. */
type Labelled = AuditExample & {
  readonly words: readonly string[];
  readonly partWords: readonly (readonly string[])[];
};

/** What a probe sees of an example. */
type View = (example: Labelled) => Iterable<string>;

const wordsView: View = ({ words }) => words;

/** Each question of a pair by itself. */
function partViews(train: readonly Labelled[]): readonly (readonly [string, View])[] {
  if (!arePairs(train)) return [];
  return ["first", "second"].map((name, i) => [
    `the ${name} text`,
    ({ partWords, strata }) => [...partWords[i]!, ...strata],
  ]);
}

const arePairs = (examples: readonly Labelled[]): boolean =>
  examples.length > 0 && examples.every(({ parts }) => parts.length === 2);

/** Looks at what says nothing about the content. Numbers are put into ten equal parts of training. */
function ignorantViews(train: readonly Labelled[]): Readonly<Record<string, View>> {
  const binned = (number: (example: Labelled) => number): View => {
    const sorted = train.map(number).sort((a, b) => a - b);
    const edges = Array.from(
      { length: 9 },
      (_, i) => sorted[Math.floor((sorted.length * (i + 1)) / 10)]!,
    );
    return (example) => {
      const bin = edges.filter((edge) => number(example) > edge).length;
      return ["", ...example.strata].map((stratum) => `${stratum} ${bin}`);
    };
  };
  const characters = (example: Labelled): number => example.parts.join(" ").length;
  const several = train.some(({ parts }) => parts.length > 1);
  const pairs = arePairs(train);
  return {
    "the written standard": ({ writtenStandard }) => [writtenStandard],
    "the number of words": binned((example) => example.words.length),
    "the number of characters": binned(characters),
    ...(several && !pairs && { "the number of turns": binned(({ parts }) => parts.length) }),
    ...(several && {
      "the length of the first part": binned(({ parts }) => parts[0]!.length),
      "the length of the last part": binned(({ parts }) => parts.at(-1)!.length),
    }),
    ...(pairs && {
      "the difference in length": binned(({ parts }) => parts[0]!.length - parts[1]!.length),
      "the words in common": binned(sharedWords),
    }),
  };
}

/** Share of the words of a pair that both texts have. */
function sharedWords({ partWords }: Labelled): number {
  const [first, second] = partWords.map((words) => new Set(words));
  const shared = [...first!].filter((word) => second!.has(word)).length;
  return shared / Math.max(1, first!.size + second!.size - shared);
}

/**
 * Answers of a classifier about the test. The chance of each is that of the label it gives: so often
 * would the same answers be right if they had nothing to do with the labels.
 */
function learnedAnswers(
  train: readonly Labelled[],
  test: readonly Labelled[],
  label: string,
  view: View,
  seed: number,
  shuffled = false,
): readonly ProbeAnswer[] {
  const classes = [...new Set(train.map(({ labels }) => labels[label]!))].sort();
  const own = train.map(({ labels }) => labels[label]!);
  const taught = shuffled ? random(seed, `audit labels ${label}`).shuffle(own) : own;
  const rows = train.map((example, i) => ({
    features: hashed(view(example)),
    class: classes.indexOf(taught[i]!),
  }));
  const classify = trainClassifier(rows, classes.length, seed);
  const shareOf = (name: string): number =>
    test.filter(({ labels }) => labels[label] === name).length / test.length;
  const shares = new Map(classes.map((name) => [name, shareOf(name)]));
  return test.map((example) => {
    const told = classes[greatest(classify(hashed(view(example))))]!;
    return {
      group: example.group,
      hit: told === example.labels[label] ? 1 : 0,
      chance: shares.get(told)!,
    };
  });
}

/** Whether the probes can see anything: every text gets one word that tells its label. */
function plantedAccuracy(
  train: readonly Labelled[],
  test: readonly Labelled[],
  label: string,
  seed: number,
): number {
  const view: View = (example) => [...example.words, `planted ${example.labels[label]!}`];
  const answers = learnedAnswers(train, test, label, view, seed);
  return answers.reduce((sum, { hit }) => sum + hit, 0) / Math.max(1, answers.length);
}

// A word of fewer training texts is no way to tell a label.
const fewestTexts = 5;

/**
 * The word that tells a label from the others best in training, and its balanced accuracy on the
 * test; the greatest over the labels.
 */
function bestKeyword(train: readonly Labelled[], test: readonly Labelled[], label: string): number {
  const classes = [...new Set(train.map(({ labels }) => labels[label]!))].sort();
  const bags = (examples: readonly Labelled[]): readonly ReadonlySet<string>[] =>
    examples.map((example) => new Set(example.words));
  const [trainBags, testBags] = [bags(train), bags(test)];
  const accuracies = classes.map((name) => {
    const inClass = (examples: readonly Labelled[]): readonly boolean[] =>
      examples.map(({ labels }) => labels[label] === name);
    const [trainClass, testClass] = [inClass(train), inClass(test)];
    const counts = new Map<string, [number, number]>();
    trainBags.forEach((bag, i) => {
      for (const word of bag) {
        const count = counts.get(word) ?? [0, 0];
        counts.set(word, count);
        count[trainClass[i] ? 0 : 1]++;
      }
    });
    const size = trainClass.filter(Boolean).length;
    const telling = ([inside, outside]: [number, number]): number =>
      inside / size - outside / (train.length - size);
    let best: [string, number] = ["", 0];
    for (const [word, count] of counts) {
      if (count[0] + count[1] < fewestTexts) continue;
      const value = telling(count);
      if (Math.abs(value) > Math.abs(best[1])) best = [word, value];
    }
    const share = (of: boolean): number => {
      const chosen = testBags.filter((_, i) => testClass[i] === of);
      return chosen.filter((bag) => bag.has(best[0])).length / Math.max(1, chosen.length);
    };
    const difference = (share(true) - share(false)) * Math.sign(best[1]);
    return (1 + difference) / 2;
  });
  return Math.max(0, ...accuracies);
}
