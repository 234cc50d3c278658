/**
 * Fill-mask probes of invented facts. Four options are too coarse for a small model, whose accuracy is
 * chance; here a sentence about a condition is completed by every value of its relation, and what counts
 * is by how much the right one is likelier than the others, and likelier than with other conditions. Facts that the text never told (withheld)
 * show what style and shortcuts give: only what told facts gain beyond them is knowledge.
 */

import type { EncoderConfig } from "../../encoder/config";
import { encodeLast } from "../../encoder/encoder";
import { maskedTokenLogits } from "../../encoder/heads";
import { compile, int32, noDropout, type HostTensor, type Tensor } from "../../engine";
import { valueTerms } from "../../synthetic/generator/knowledge";
import { isToldIn, type Exposure, type World } from "../../synthetic/generator/world";
import { questionTemplates } from "../../synthetic/tasks/choiceTemplates";
import type { Tokenizer } from "../../tokenization/tokenizer";
import type { PretrainingModel } from "../../training/objective";
import { mean } from "../statistics";
import { completeCloze, groupByLength, padRows, templateRow, type Row } from "../taskRows";

/** One sentence with a gap, in one written standard. */
export type FactProbe = {
  /** Probes of one group share sentence and values and differ in the condition. */
  readonly group: string;
  readonly writtenStandard: "nb" | "nn";
  readonly exposure: Exposure;
  /** Whether the corpus states the fact in this written standard. */
  readonly isTold: boolean;
  /** With exactly one `{answer}`. */
  readonly cloze: string;
  /** Every value of the relation. */
  readonly values: readonly string[];
  /** Index of the right value. */
  readonly right: number;
};

/** A probe in both written standards for every fact of a world. Their wording is never in the corpus. */
export function factProbes(world: World): FactProbe[] {
  return world.facts.flatMap((fact) => {
    const values = valueTerms[fact.relation];
    const { cloze } = questionTemplates[fact.relation][fact.role];
    return (["nb", "nn"] as const).map((standard) => ({
      group: `${fact.relation} ${fact.role} ${standard}`,
      writtenStandard: standard,
      exposure: fact.exposure,
      isTold: isToldIn(fact, standard),
      cloze: cloze[standard].replace("{c}", fact.condition[standard]),
      values: values.map((value) => value[standard]),
      right: values.indexOf(fact.value),
    }));
  });
}

/** What one probe showed. */
export type ProbeScore = {
  /** Nats: log-probability of the right value less the mean of the others; 0 without priors is chance. */
  readonly gap: number;
  /** 1 / place of the right value among all values; values as likely share the middle place. */
  readonly reciprocalRank: number;
};

/** The score of a probe from the log-probability of each value. */
export function probeScore(logProbabilities: readonly number[], right: number): ProbeScore {
  const own = logProbabilities[right]!;
  const others = logProbabilities.filter((_, i) => i !== right);
  const likelier = others.filter((other) => other > own).length;
  const equal = others.filter((other) => other === own).length;
  return { gap: own - mean(others), reciprocalRank: 1 / (1 + likelier + equal / 2) };
}

/**
 * Log-probabilities less each value's mean over the probes of its group: what is left is how much the
 * condition itself makes a value likelier. A frequent value, or a short one, is likely everywhere.
 */
export function withoutPriors(
  probes: readonly Pick<FactProbe, "group">[],
  logProbabilities: readonly (readonly number[])[],
): number[][] {
  const groups = new Map<string, number[]>();
  probes.forEach(({ group }, i) => groups.set(group, [...(groups.get(group) ?? []), i]));
  const found: number[][] = [];
  for (const members of groups.values())
    for (const i of members)
      found[i] = logProbabilities[i]!.map(
        (own, value) => own - mean(members.map((member) => logProbabilities[member]![value]!)),
      );
  return found;
}

/** Rows scored at once. */
const batchSize = 32;

/**
 * Log-probabilities of each probe's values: the mean over a value's tokens, all of them masked at once.
 * Values of as many tokens share one row.
 *
 * @returns one list for each probe, in the order of its values
 * @throws RangeError if a completed sentence is longer than the model's positions
 */
export async function valueLogProbabilities(
  config: EncoderConfig,
  model: Pick<PretrainingModel<HostTensor>, "encoder" | "maskedToken">,
  tokenizer: Tokenizer,
  probes: readonly Pick<FactProbe, "cloze" | "values">[],
): Promise<number[][]> {
  const rows = probes.flatMap((probe, number) => probeRows(tokenizer, probe, number));
  const longest = Math.max(0, ...rows.map(({ ids }) => ids.length));
  if (longest > config.maximumPositions)
    throw new RangeError(
      `a probe has ${longest} tokens, the model ${config.maximumPositions} positions`,
    );
  type Inputs = {
    readonly model: typeof model;
    readonly input: ReturnType<typeof padRows>;
    readonly positions: HostTensor;
  };
  const score = compile<Inputs, { logits: Tensor }>((inputs) => {
    const { model, input, positions } = inputs as unknown as {
      model: Pick<PretrainingModel<Tensor>, "encoder" | "maskedToken">;
      input: Parameters<typeof encodeLast>[2];
      positions: Tensor;
    };
    const hidden = encodeLast(config, model.encoder, input, noDropout);
    const { word } = model.encoder.embeddings;
    return {
      logits: maskedTokenLogits(config, model.maskedToken, word, hidden, positions, noDropout),
    };
  });
  const found = probes.map(({ values }) => new Array<number>(values.length).fill(0));
  const answerLength = Math.max(1, ...rows.map(({ gap }) => gap));
  try {
    const lengthOf = ({ ids }: (typeof rows)[number]): number => ids.length;
    const batches = groupByLength(rows, batchSize, lengthOf, config.maximumPositions);
    for (const { items, sequence } of batches) {
      const positions = new Int32Array(batchSize * answerLength);
      items.forEach(({ at, gap }, row) => {
        for (let i = 0; i < gap; i++) positions[row * answerLength + i] = row * sequence + at + i;
      });
      const input = padRows(items, batchSize, sequence, config.padId);
      const { logits } = await score({
        model,
        input,
        positions: int32(positions, [positions.length]),
      });
      items.forEach(({ probe, gap, values }, row) => {
        for (let i = 0; i < gap; i++) {
          const start = (row * answerLength + i) * config.vocabularySize;
          const places = logits.data.subarray(start, start + config.vocabularySize);
          const all = logSumExp(places);
          for (const { value, tokens } of values)
            found[probe]![value]! += (places[tokens[i]!]! - all) / gap;
        }
      });
    }
  } finally {
    await score.release();
  }
  return found;
}

type ProbeRow = {
  readonly probe: number;
  readonly ids: Row["ids"];
  /** Where the masked tokens begin, and how many they are. */
  readonly at: number;
  readonly gap: number;
  readonly values: { readonly value: number; readonly tokens: readonly number[] }[];
};

/** One row for each number of tokens that values of the probe have. */
function probeRows(
  tokenizer: Tokenizer,
  { cloze, values }: Pick<FactProbe, "cloze" | "values">,
  probe: number,
): ProbeRow[] {
  const rows = new Map<string, ProbeRow>();
  values.forEach((text, value) => {
    const { before, answer: tokens, after } = completeCloze(tokenizer, cloze, text);
    const masks = tokens.map(() => tokenizer.special.mask);
    const { ids } = templateRow(tokenizer, [...before, ...masks, ...after]);
    const row = { probe, ids, at: 1 + before.length, gap: tokens.length, values: [] };
    const key = `${row.at} ${ids.join(" ")}`;
    if (!rows.has(key)) rows.set(key, row);
    rows.get(key)!.values.push({ value, tokens });
  });
  return [...rows.values()];
}

function logSumExp(values: ArrayLike<number>): number {
  let highest = -Infinity;
  for (let i = 0; i < values.length; i++) highest = Math.max(highest, values[i]!);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += Math.exp(values[i]! - highest);
  return highest + Math.log(total);
}

/** Means over the probes of one written standard and one class of exposure. */
export type ProbeSummary = {
  readonly writtenStandard: "nb" | "nn";
  readonly exposure: Exposure;
  readonly isTold: boolean;
  readonly probes: number;
  readonly gap: number;
  readonly reciprocalRank: number;
};

/** Means of the scores by written standard and exposure, in a fixed order. */
export function summarizeProbes(
  probes: readonly Pick<FactProbe, "writtenStandard" | "exposure" | "isTold">[],
  scores: readonly ProbeScore[],
): ProbeSummary[] {
  const groups = new Map<string, number[]>();
  probes.forEach(({ writtenStandard, exposure }, i) => {
    const name = `${writtenStandard} ${exposure}`;
    groups.set(name, [...(groups.get(name) ?? []), i]);
  });
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => {
      const { writtenStandard, exposure, isTold } = probes[members[0]!]!;
      return {
        writtenStandard,
        exposure,
        isTold,
        probes: members.length,
        gap: mean(members.map((i) => scores[i]!.gap)),
        reciprocalRank: mean(members.map((i) => scores[i]!.reciprocalRank)),
      };
    });
}
