/** Whether test texts stand in the corpus or in training, in part or nearly whole. */

import { random } from "../../random";
import { atLeast, atMost, type AuditCheck } from "./check";
import type { AuditExample, AuditTask } from "./example";
import { gramIndex, similarityIndex, type Overlap, type WordText } from "./overlap";
import { auditWords, type SeenText } from "./auditWords";

/** Texts are near duplicates from this Jaccard similarity of their pairs of neighbouring words. */
export const nearDuplicate = 0.5;

export type LeakScan = {
  /** Look for the test in a document of the corpus. */
  see(document: SeenText): void;
  checks(): readonly AuditCheck[];
};

/** Where the test is looked for. */
const places = { corpus: 0, training: 1, validation: 2 } as const;
type Place = keyof typeof places;

/** Looks for the test examples of a task in the documents of a corpus, and in training. */
export function leakScan(task: AuditTask, seed: number): LeakScan {
  const test = task.examples.filter(({ split }) => split === "test");
  const canary = canaryWords(seed, task.name);
  const index = testIndex(test, canary);
  for (const example of task.examples) {
    if (example.split === "train") index.see(seenAs(example), "training");
    if (example.split === "validation") index.see(seenAs(example), "validation");
  }
  return {
    see: (document) => index.see(document, "corpus"),
    checks: () => [
      ...overlapChecks(task, "corpus", task.sharedWording.corpus, index.found("corpus")),
      ...overlapChecks(task, "training", task.sharedWording.train, index.found("training")),
      ...(["corpus", "training", "validation"] as const).map((place) =>
        atMost(
          "duplicates",
          `${task.name}: test examples nearly the same as a text of the ${place}`,
          index.found(place).duplicates.size,
          0,
          test.length,
        ),
      ),
      canaryCheck(task, index, canary),
    ],
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
};

type TestIndex = {
  see(text: SeenText, place: Place): void;
  found(place: Place): Found;
};

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
  const duplicates = Object.values(places).map(() => new Set<string>());
  return {
    see({ words, sentences }, place) {
      for (const index of [runs[8], runs[13]])
        for (const text of isShort ? sentences : [words]) index.see(text, places[place]);
      const similar = [
        ...whole.similar(words),
        ...(single === undefined ? [] : sentences.flatMap((each) => single.similar(each))),
      ];
      for (const { id } of similar) duplicates[places[place]]!.add(id);
    },
    found: (place) => ({
      runs: { 8: runs[8].result(places[place]), 13: runs[13].result(places[place]) },
      duplicates: new Set(duplicates[places[place]]),
    }),
  };
}

function overlapChecks(
  task: AuditTask,
  place: Place,
  allowed: number,
  { runs }: Found,
): readonly AuditCheck[] {
  return ([8, 13] as const).flatMap((size) => {
    // The canary's own runs are not the task's.
    const grams = runs[size].grams - canaryLength + size - 1;
    // Texts of a few words have no long runs.
    if (size === 13 && grams === 0) return [];
    return atMost(
      "overlap",
      `${task.name}: share of the test's runs of ${size} words in the ${place}`,
      runs[size].gramsSeen / Math.max(1, grams),
      size === 8 ? allowed : allowed / 2,
      grams,
    );
  });
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
function canaryCheck(task: AuditTask, index: TestIndex, canary: readonly string[]): AuditCheck {
  const searches = (place: Place): readonly boolean[] => {
    const { runs, duplicates } = index.found(place);
    return [
      runs[8].examplesSeen.includes(canaryId),
      runs[13].examplesSeen.includes(canaryId),
      duplicates.has(canaryId),
    ];
  };
  const outcomes = (["corpus", "training"] as const).flatMap((place) => {
    const before = searches(place);
    // One word is changed, and others stand around: found all the same.
    const planted = ["pasienten", ...canary.slice(0, -1), "pasienten", "har"];
    index.see({ words: planted, sentences: [planted] }, place);
    return searches(place).map((found, i) => found && !before[i]);
  });
  return atLeast(
    "self-test",
    `${task.name}: share of searches that find a planted canary`,
    outcomes.filter(Boolean).length / outcomes.length,
    1,
    outcomes.length,
  );
}
