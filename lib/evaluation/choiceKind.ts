/** Questions with options, of which one is right. */

import type { ChoiceExample } from "../corpus/examples";
import { choiceChance } from "./chance";
import { finetuneCloze, finetunePairs, scoreCloze } from "./choiceScorer";
import type { Kind, Scored } from "./kind";
import { accuracy, classScores, round, roundScores } from "./metrics";

export const choiceKind: Kind<"choice"> = {
  ways: {
    zeroShotCloze: { settings: "cloze", isFinetuned: false, prepare: scoreCloze },
    cloze: { settings: "cloze", isFinetuned: true, prepare: finetuneCloze },
    pair: { settings: "pairs", isFinetuned: true, prepare: finetunePairs },
  },
  chance: choiceChance,
  score,
};

function score(
  examples: readonly ChoiceExample[],
  answers: readonly number[],
  labels: readonly string[],
): Scored {
  const gold = examples.map((example) => example.answer);
  const positions = labels.map((_, position) => position);
  answers.forEach((option, i) => {
    if (examples[i]!.options[option] === undefined)
      throw new Error(`predictor chose option ${option} of ${examples[i]!.options.length}`);
  });
  const perPosition = classScores(gold, answers, positions);
  return {
    metrics: { accuracy: round(accuracy(gold, answers)) },
    // Scores of option positions: a model that prefers a place shows here.
    perClass: Object.fromEntries(labels.map((label, i) => [label, roundScores(perPosition[i]!)])),
    units: examples.map((example, i) => ({
      group: example.group,
      writtenStandard: example.writtenStandard,
      stratum: example.stratum,
      counts: [answers[i] === gold[i] ? 1 : 0, 1],
    })),
    predictions: examples.map((example, i) => ({
      id: example.id,
      gold: gold[i]!,
      predicted: answers[i]!,
    })),
  };
}
