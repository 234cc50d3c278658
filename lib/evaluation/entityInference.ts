/** What a fine-tuned token classifier makes of texts: the label of each word, and the spans. */

import type { EncoderConfig } from "../encoder/config";
import { encodeLast, type Encoder, type EncoderInput } from "../encoder/encoder";
import { tokenLogits, type ClassificationHead } from "../encoder/heads";
import { loadWholeModel } from "../encoder/wholeModel";
import { compile, noDropout, type ExecutorName, type HostTensor, type Tensor } from "../engine";
import { InputError } from "../errors";
import { found, type Finding } from "../deidentification/finding";
import { furtherPhiLabels, phiLabels, type PhiLabel } from "../corpus/document";
import { loadTokenizer, type Tokenizer } from "../tokenization/tokenizer";
import { decodeLabels, fillLabels, splitWords, type BioLabel, type Word } from "./entities";
import { groupByLength, padRows } from "./taskRows";
import { readThreshold } from "./thresholdFile";
import { windowsOf } from "./windows";

export type EntityModel<T> = {
  readonly encoder: Encoder<T>;
  readonly token: ClassificationHead<T>;
};

/** The logits of every class for every word of texts. */
export type WordScorer = {
  /** @param onWord - called once for each word that is read, see `windowsOf`, with its class logits, which are only valid in the call */
  readonly score: (
    texts: readonly string[],
    words: readonly (readonly Word[])[],
    onWord: (text: number, word: number, logits: ArrayLike<number>) => void,
  ) => Promise<void>;
  readonly release: () => Promise<void>;
};

/** Runs a token classifier over texts of any length. */
export function createWordScorer(o: {
  readonly config: EncoderConfig;
  readonly model: EntityModel<HostTensor>;
  readonly classes: number;
  readonly tokenizer: Tokenizer;
  readonly batchSize: number;
  readonly sequenceLength: number;
  /** Tokens that the rows of a long text share. @defaultValue 0 */
  readonly overlap?: number;
  readonly executor?: ExecutorName | undefined;
}): WordScorer {
  const { config, model, classes, tokenizer, batchSize, sequenceLength, overlap, executor } = o;
  type Inputs = { model: EntityModel<HostTensor>; input: EncoderInput<HostTensor> };
  const predict = compile<Inputs, { logits: Tensor }>(
    (inputs) => {
      const { model, input } = inputs as {
        model: EntityModel<Tensor>;
        input: EncoderInput<Tensor>;
      };
      const hidden = encodeLast(config, model.encoder, input, noDropout);
      return { logits: tokenLogits(config, model.token, hidden, noDropout) };
    },
    executor === undefined ? {} : { executor },
  );
  return {
    async score(texts, words, onWord) {
      const windows = texts.flatMap((text, i) =>
        windowsOf(tokenizer, text, words[i]!, i, sequenceLength, overlap),
      );
      const lengthOf = (window: (typeof windows)[number]): number => window.row.ids.length;
      const batches = groupByLength(windows, batchSize, lengthOf, config.maximumPositions);
      for (const { items, sequence } of batches) {
        const rows = items.map((window) => window.row);
        const input = padRows(rows, batchSize, sequence, config.padId);
        const { data } = (await predict({ model, input })).logits as HostTensor;
        items.forEach((window, row) =>
          window.columns.forEach((column, i) => {
            const at = (row * sequence + column) * classes;
            onWord(window.example, window.words[i]!, data.subarray(at, at + classes));
          }),
        );
      }
    },
    release: () => predict.release(),
  };
}

/** What a model says about the words of a text, before a threshold decides. */
export type WordShares = {
  readonly words: readonly Word[];
  /** The likeliest label of an identifier for each word. */
  readonly labels: readonly BioLabel[];
  /** For each word, what the model gives to all labels of identifiers together, in [0, 1]. */
  readonly shares: Float64Array;
};

/** The share from which a word is taken for an identifier, and who says so. */
export type UsedThreshold = {
  readonly leastShare: number;
  readonly from: "given" | "chosen on validation" | "default";
};

export type EntityTagger = {
  readonly threshold: UsedThreshold;
  /** Spans of each text, with how sure the model is. */
  readonly tag: (texts: readonly string[]) => Promise<Finding[][]>;
  readonly shares: (texts: readonly string[]) => Promise<WordShares[]>;
  readonly release: () => Promise<void>;
};

const longestRow = 128;
/** Tokens that rows of a long text share, as a part of a row. */
const overlapPart = 1 / 3;
const defaultShare = 0.5;

/**
 * A fine-tuned model of identifiers, as `finetune --save` writes it. Long texts are read in rows that
 * overlap.
 *
 * @param options.leastShare - a word is taken for an identifier where the model gives all labels
 *   together at least this share. @defaultValue what was chosen on validation for these weights, or 0.5
 * @throws InputError for a folder that is no such model or has other labels, or whose threshold was
 *   chosen for other weights
 */
export async function loadEntityTagger(
  dir: string,
  options: { readonly executor?: ExecutorName; readonly leastShare?: number | undefined } = {},
): Promise<EntityTagger> {
  const tokenizer = await loadTokenizer(dir);
  const { config, model, labels = [] } = loadWholeModel(dir);
  const { encoder, token } = model;
  if (!token)
    throw new InputError(
      `${dir}: no token classifier. Make one with \`finetune --task generatedEntities --save FOLDER\`.`,
    );
  const known: readonly string[] = [...phiLabels, ...furtherPhiLabels];
  const stranger = labels.find((name) => name !== "O" && !known.includes(name.slice(2)));
  if (stranger !== undefined || labels[0] !== "O")
    throw new InputError(
      `${dir}: label ${JSON.stringify(stranger ?? labels[0] ?? "")}; expected O first, then B- and I- of ${phiLabels.join(", ")}.`,
    );
  const threshold = await thresholdOf(dir, options.leastShare);
  const sequenceLength = Math.min(longestRow, config.maximumPositions);
  const scorer = createWordScorer({
    config,
    model: { encoder, token },
    classes: labels.length,
    tokenizer,
    batchSize: 16,
    sequenceLength,
    overlap: Math.floor((sequenceLength - 2) * overlapPart),
    executor: options.executor,
  });
  const sharesOf = async (texts: readonly string[]): Promise<WordShares[]> => {
    const all = texts.map((text) => {
      const words = splitWords(text);
      return {
        words,
        labels: new Array<BioLabel | undefined>(words.length).fill(undefined),
        shares: new Float64Array(words.length).fill(NaN),
      };
    });
    await scorer.score(
      texts,
      all.map(({ words }) => words),
      (text, word, logits) => {
        const { best, share } = identifierIn(logits);
        all[text]!.labels[word] = labels[best] as BioLabel;
        all[text]!.shares[word] = share;
      },
    );
    return all.map(({ words, labels, shares }) => {
      // A word that was not read goes on with the one before it.
      for (let i = 0; i < shares.length; i++)
        if (Number.isNaN(shares[i])) shares[i] = i > 0 ? shares[i - 1]! : 0;
      return { words, labels: fillLabels(labels), shares };
    });
  };
  return {
    threshold,
    shares: sharesOf,
    tag: async (texts) =>
      (await sharesOf(texts)).map((each) => findingsFrom(each, threshold.leastShare)),
    release: () => scorer.release(),
  };
}

async function thresholdOf(dir: string, given: number | undefined): Promise<UsedThreshold> {
  if (given !== undefined) return { leastShare: given, from: "given" };
  const chosen = await readThreshold(dir);
  return chosen === undefined
    ? { leastShare: defaultShare, from: "default" }
    : { leastShare: chosen.leastShare, from: "chosen on validation" };
}

/** The spans of words that have at least a share; a span is as sure as its least sure word. */
export function findingsFrom({ words, labels, shares }: WordShares, leastShare: number): Finding[] {
  const names = labels.map((label, i): BioLabel => (shares[i]! >= leastShare ? label : "O"));
  let at = 0;
  return decodeLabels(words, names).map(({ start, end, label }) => {
    while (words[at]!.start < start) at++;
    let least = 1;
    for (; at < words.length && words[at]!.end <= end; at++) least = Math.min(least, shares[at]!);
    return found(start, end, label as PhiLabel, "model", least, "the model");
  });
}

/** The likeliest class but the first, and the share of all but the first (softmax). */
function identifierIn(logits: ArrayLike<number>): {
  readonly best: number;
  readonly share: number;
} {
  let best = 1;
  let highest = logits[0]!;
  for (let i = 1; i < logits.length; i++) {
    if (logits[i]! > logits[best]!) best = i;
    highest = Math.max(highest, logits[i]!);
  }
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp(logits[i]! - highest);
  return { best, share: 1 - Math.exp(logits[0]! - highest) / sum };
}
