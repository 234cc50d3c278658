/** Evaluation results with known rates of right answers, for tests of tables, figures and rows. */

import { resultPath } from "../../lib/evaluation/result";
import type { Arm, EvaluationResult, StoredResult, UnitCounts } from "../../lib/evaluation/result";
import { random } from "../../lib/random";

export type Rates = { readonly exposed: number; readonly withheld: number };

/** A result on 40 groups of two questions, one exposed and one withheld, answered at given rates. */
export function made(arm: Arm, seed: number, rates: Rates, over: Partial<EvaluationResult> = {}) {
  const units = Array.from({ length: 80 }, (_, i): UnitCounts => {
    const stratum = i % 2 ? "withheld" : "exposed";
    const right = random(seed, `answers of ${arm}`, 0, i).uniform() < rates[stratum];
    return {
      group: `condition ${i >> 1}`,
      writtenStandard: i % 4 < 2 ? "nb" : "nn",
      stratum,
      counts: [right ? 1 : 0, 1],
    };
  });
  const isChance = arm === "chance";
  const result: EvaluationResult = {
    task: "facts",
    taskVersion: 2,
    kind: "choice",
    metric: "accuracy",
    source: "generated text",
    dataHashes: { world: `seed ${seed}` },
    skipped: {},
    model: isChance ? "majority" : `small-${arm}`,
    modelChecksum: "c",
    family: isChance ? "" : "small",
    arm,
    scoring: isChance ? "chance" : "cloze",
    scale: "quick",
    seed,
    settings: { steps: 10 },
    split: "test",
    n: 80,
    metrics: {},
    perClass: {},
    perStandard: {},
    perStratum: {},
    units,
    predictions: null,
    commit: "abc",
    machine: "2 cores",
    seconds: 1,
    ...over,
  };
  return { path: resultPath(result), result } satisfies StoredResult;
}

export const chance: Rates = { exposed: 0.25, withheld: 0.25 };
export const seeds = [1, 2, 3];
export const learnt = seeds.flatMap((seed) => [
  made("chance", seed, chance),
  made("baseline", seed, chance),
  made("clinical", seed, { exposed: 0.85, withheld: 0.25 }),
]);
export const nothing = seeds.flatMap((seed) => [
  made("baseline", seed, chance),
  made("clinical", seed, chance),
]);
