/** Whether test texts stand in the corpus or in training, in part or nearly whole. */

import { random } from "../../random";
import { atLeast, atMost, type AuditCheck } from "./check";
import type { AuditExample, AuditTask } from "./example";
import { gramIndex, similarityIndex, type Overlap, type WordText } from "./overlap";
import { auditWords, type SeenText } from "./words";

/** Texts are near duplicates from this Jaccard similarity of their pairs of neighbouring words. */
export const nearDuplicate = 0.5;

export type LeakScan = {
  /** Look for the test in a document of the corpus. */
  see(document: SeenText): void;
  checks(): readonly AuditCheck[];
};

/** Looks for the test examples of a task in the documents of a corpus, and in training. */
export function leakScan(task: AuditTask, seed: number): LeakScan {
  const test = task.examples.filter(({ split }) => split === "test");
  const canary = canaryWords(seed, task.name);
  const [corpus, training, validation] = [0, 1, 2].map(() => testIndex(test, canary));
  for (const example of task.examples) {
    if (example.split === "train") training!.see(seenAs(example));
    if (example.split === "validation") validation!.see(seenAs(example));
  }
  return {
    see: corpus!.see,
    checks: () => {
      const checks = [
        ...leakChecks(task, "the corpus", task.sharedWording.corpus, corpus!.found()),
        ...leakChecks(task, "training", task.sharedWording.train, training!.found()),
        ...leakChecks(task, "validation", task.sharedWording.train, validation!.found()).slice(-1),
      ];
      return [...checks, canaryCheck(task, [corpus!, training!], canary)];
    },
  };
}

const wordsOf = (example: AuditExample): readonly string[] =>
  example.parts.flatMap((part, i) => auditWords(part, example.spans?.[i]));

/** Each text of an example: what is asked, said or written, and the completed statement. */
const textsOf = (example: AuditExample): readonly (readonly string[])[] => [
  ...example.parts.map((part, i) => auditWords(part, example.spans?.[i])),
  ...(example.statement === undefined ? [] : [auditWords(example.statement)]),
];

const seenAs = (example: AuditExample): SeenText => ({
  words: wordsOf(example),
  sentences: textsOf(example),
});

type Found = {
  readonly runs: { readonly 8: Overlap; readonly 13: Overlap };
  /** Examples that a text elsewhere is a near duplicate of. */
  readonly duplicates: ReadonlySet<string>;
  readonly examples: number;
};

type TestIndex = { see(text: SeenText): void; found(): Found };

// The texts of longer examples are compared as wholes: a sentence of a note recurs by nature.
const longestShort = 40;

function testIndex(test: readonly AuditExample[], canary: readonly string[]): TestIndex {
  const texts = [
    ...test.flatMap((example) => textsOf(example).map((words) => ({ id: example.id, words }))),
    { id: canaryId, words: canary },
  ];
  const wholes: WordText[] = [
    ...test.map((example) => ({ id: example.id, words: wordsOf(example) })),
    { id: canaryId, words: canary },
  ];
  const isShort =
    texts.filter(({ words }) => words.length <= longestShort).length > texts.length / 2;
  const runs = { 8: gramIndex(texts, 8, "whole"), 13: gramIndex(texts, 13, "none") };
  const whole = similarityIndex(wholes, nearDuplicate);
  // Turns of a call recur by nature too: "Hva er adressen?".
  const isSingle = isShort && test.every(({ parts }) => parts.length <= 2);
  const single = isSingle ? similarityIndex(texts, nearDuplicate) : undefined;
  const duplicates = new Set<string>();
  return {
    see({ words, sentences }) {
      for (const index of [runs[8], runs[13]])
        for (const text of isShort ? sentences : [words]) index.see(text);
      for (const { id } of whole.similar(words)) duplicates.add(id);
      if (single !== undefined)
        for (const sentence of sentences)
          for (const { id } of single.similar(sentence)) duplicates.add(id);
    },
    found: () => ({
      runs: { 8: runs[8].result(), 13: runs[13].result() },
      duplicates: new Set(duplicates),
      examples: test.length,
    }),
  };
}

function leakChecks(
  task: AuditTask,
  elsewhere: string,
  allowed: number,
  { runs, duplicates, examples }: Found,
): readonly AuditCheck[] {
  const runsOf = (size: 8 | 13): AuditCheck[] => {
    // The canary's own runs are not the task's.
    const grams = runs[size].grams - canaryLength + size - 1;
    return grams === 0
      ? []
      : [
          atMost(
            "overlap",
            `${task.name}: share of the test's runs of ${size} words in ${elsewhere}`,
            runs[size].gramsSeen / grams,
            size === 8 ? allowed : allowed / 2,
            grams,
          ),
        ];
  };
  return [
    ...runsOf(8),
    ...runsOf(13),
    atMost(
      "duplicates",
      `${task.name}: test examples nearly the same as a text of ${elsewhere}`,
      duplicates.size,
      0,
      examples,
    ),
  ];
}

const canaryId = "canary";
const canaryLength = 20;

/** Words that no text holds, so that finding them says that finding works. */
function canaryWords(seed: number, name: string): readonly string[] {
  const draws = random(seed, `audit canary ${name}`);
  return Array.from(
    { length: canaryLength },
    () => `zq${draws.uint32().toString(36).replace(/\d/g, "x")}`,
  );
}

/**
 * Plants a canary among ordinary words and looks whether each of the searches finds it, and had not
 * found it before.
 */
function canaryCheck(
  task: AuditTask,
  indices: readonly TestIndex[],
  canary: readonly string[],
): AuditCheck {
  const searches = (index: TestIndex): readonly boolean[] => {
    const { runs, duplicates } = index.found();
    return [
      runs[8].examplesSeen.includes(canaryId),
      runs[13].examplesSeen.includes(canaryId),
      duplicates.has(canaryId),
    ];
  };
  const outcomes = indices.flatMap((index) => {
    const before = searches(index);
    // One word is changed, and others stand around: found all the same.
    const planted = ["pasienten", ...canary.slice(0, -1), "pasienten", "har"];
    index.see({ words: planted, sentences: [planted] });
    return searches(index).map((found, i) => found && !before[i]);
  });
  return atLeast(
    "self-test",
    `${task.name}: searches that find a planted canary, share`,
    outcomes.filter(Boolean).length / outcomes.length,
    1,
    outcomes.length,
  );
}
