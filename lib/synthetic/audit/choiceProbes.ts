/** Readers of four-option questions who know nothing, and must be at chance. */

import { rankShares } from "../tasks/distractors";
import { atChance, type AuditCheck, type ProbeAnswer } from "./check";
import { hashed, trainClassifier, type Features } from "./classifier";
import type { AuditExample, AuditTask } from "./example";
import { auditWords } from "./auditWords";

type Question = AuditExample & Required<Pick<AuditExample, "choice">>;

/** How often a corpus writes an option: in all, and in documents of one written standard. */
export type OptionCounts = (option: string) => {
  readonly all: number;
  readonly nb: number;
  readonly nn: number;
};

/** A number by which a reader could prefer an option. */
type Measure = (option: string, question: Question) => number;

/** A measure with what its extremes are called. If the right option were always in the middle, both would fail. */
type Preference = { readonly measure: Measure; readonly least: string; readonly most: string };

/** Checks of the test questions, together and by stratum. */
export function choiceProbes(
  task: AuditTask,
  counts: OptionCounts,
  seed: number,
): readonly AuditCheck[] {
  const questions = task.examples.filter((each): each is Question => each.choice !== undefined);
  if (questions.length === 0) return [];
  const train = questions.filter(({ split }) => split === "train");
  const test = questions.filter(({ split }) => split === "test");
  const measures = measuresOf(train, counts);
  const strata = [...new Set(test.flatMap((each) => each.strata))].sort();
  const learned = learnedProbes(train, test, seed);
  return [undefined, ...strata].flatMap((stratum) => {
    const chosen = test.filter((each) => stratum === undefined || each.strata.includes(stratum));
    const named = (probe: string): string =>
      `${task.name}: ${probe}${stratum === undefined ? "" : ` (${stratum})`}`;
    const ids = new Set(chosen.map(({ id }) => id));
    return [
      ...measures.flatMap(({ measure, least, most }) => [
        atChance("probes", named(`${least} option`), rankAnswers(chosen, measure, 0)),
        atChance("probes", named(`${most} option`), rankAnswers(chosen, measure, 3)),
      ]),
      ...learned.map(({ name, answers }) =>
        atChance(
          "probes",
          named(name),
          answers.filter(({ id }) => ids.has(id)),
        ),
      ),
    ];
  });
}

function measuresOf(train: readonly Question[], counts: OptionCounts): readonly Preference[] {
  const asRight = new Map<string, number>();
  const asOption = new Map<string, number>();
  const add = (to: Map<string, number>, key: string): void =>
    void to.set(key, (to.get(key) ?? 0) + 1);
  for (const { choice } of train) {
    add(asRight, choice.options[choice.answer]!);
    for (const option of choice.options) add(asOption, option);
  }
  return [
    {
      least: "first",
      most: "last",
      measure: (option, { choice }) => choice.options.indexOf(option),
    },
    { least: "shortest", most: "longest", measure: (option) => option.length },
    {
      least: "rarest",
      most: "most frequent",
      measure: (option) => counts(option).all,
    },
    {
      least: "in its written standard rarest",
      most: "in its written standard most frequent",
      measure: (option, { writtenStandard }) =>
        counts(option)[writtenStandard === "nn" ? "nn" : "nb"],
    },
    {
      least: "in training least often right",
      most: "in training most often right",
      measure: (option) => asRight.get(option) ?? 0,
    },
    {
      least: "in training least often offered",
      most: "in training most often offered",
      measure: (option) => asOption.get(option) ?? 0,
    },
  ];
}

/** Answers of a reader who takes the option of a rank; where options tie, one of them. */
function rankAnswers(
  questions: readonly Question[],
  measure: Measure,
  rank: number,
): readonly ProbeAnswer[] {
  return questions.map((question) => {
    const { options, answer } = question.choice;
    const scores = options.map((option) => measure(option, question));
    const others = scores.filter((_, i) => i !== answer);
    return {
      group: question.group,
      hit: rankShares(scores[answer]!, others)[rank]!,
      chance: 1 / options.length,
    };
  });
}

type LearnedAnswer = ProbeAnswer & { readonly id: string };

/** Features of one option, of what the probe is allowed to see. */
type Seen = (question: Question, option: string, position: number) => Iterable<string>;

const questionWords = ({ parts }: Question): readonly string[] =>
  parts.flatMap((p) => auditWords(p));
const looks = (option: string): string[] => [
  `length ${option.length}`,
  ...auditWords(option).map((word) => `word ${word}`),
  ...[...option].map((_, i) => `letters ${option.slice(i, i + 3)}`),
];

const views: Readonly<Record<string, Seen>> = {
  "learned from the options alone": (_, option, position) => [
    `position ${position}`,
    ...looks(option),
  ],
  "learned from the question alone": (question, _, position) =>
    questionWords(question).map((word) => `${position} ${word}`),
  "learned from question and options": (question, option, position) => [
    ...looks(option),
    ...questionWords(question).flatMap((word) => [`${word} × ${option}`, `${position} ${word}`]),
  ],
};

/** Each option is scored by itself, as models do it, and the best one taken. */
function learnedProbes(
  train: readonly Question[],
  test: readonly Question[],
  seed: number,
): readonly { readonly name: string; readonly answers: readonly LearnedAnswer[] }[] {
  return Object.entries(views).map(([name, seen]) => {
    const featuresOf = (question: Question): readonly Features[] =>
      question.choice.options.map((option, i) => hashed(seen(question, option, i)));
    const rows = train.flatMap((question) =>
      featuresOf(question).map((features, i) => ({
        features,
        class: i === question.choice.answer ? 1 : 0,
      })),
    );
    const classify = trainClassifier(rows, 2, seed);
    const answers = test.map((question): LearnedAnswer => {
      const scores = featuresOf(question).map((features) => {
        const [wrong, right] = classify(features);
        return right! - wrong!;
      });
      const tied = scores.filter((score) => score === Math.max(...scores)).length;
      const { options, answer } = question.choice;
      return {
        id: question.id,
        group: question.group,
        hit: scores[answer] === Math.max(...scores) ? 1 / tied : 0,
        chance: 1 / options.length,
      };
    });
    return { name, answers };
  });
}
