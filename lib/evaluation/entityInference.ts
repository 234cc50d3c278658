/** What a fine-tuned token classifier makes of texts: the label of each word, and the spans. */

import type { EncoderConfig } from "../encoder/config";
import { encodeLast, type Encoder, type EncoderInput } from "../encoder/encoder";
import { tokenLogits, type ClassificationHead } from "../encoder/heads";
import { loadWholeModel } from "../encoder/wholeModel";
import { compile, noDropout, type ExecutorName, type HostTensor, type Tensor } from "../engine";
import { InputError } from "../errors";
import { found, type Finding } from "../text/deidentification/finding";
import { furtherPhiLabels, phiLabels, type PhiLabel } from "../text/document";
import { loadTokenizer, type Tokenizer } from "../text/tokenization/tokenizer";
import { decodeLabels, splitWords, type BioLabel, type Word } from "./entities";
import { groupByLength, padRows, templateRow, type Row } from "./rows";

export type EntityModel<T> = {
  readonly encoder: Encoder<T>;
  readonly token: ClassificationHead<T>;
};

/** A stretch of a text in one row. `columns[i]` is where word `firstWord + i` begins in the row. */
export type Window = {
  readonly example: number;
  readonly row: Row;
  readonly firstWord: number;
  readonly columns: readonly number[];
};

/** Divide a text's words into rows of at most `sequenceLength` tokens. */
export function windowsOf(
  tokenizer: Tokenizer,
  text: string,
  words: readonly Word[],
  example: number,
  sequenceLength: number,
): Window[] {
  const { ids, wordOf } = tokenizer.encodeWords(words.map((w) => text.slice(w.start, w.end)));
  const room = sequenceLength - 2;
  const windows: Window[] = [];
  for (let start = 0; start < ids.length;) {
    let end = Math.min(start + room, ids.length);
    // Back to the beginning of the word that would be cut; a word longer than a row is cut anyway.
    if (end < ids.length) {
      let cut = end;
      while (cut > start && wordOf[cut] === wordOf[cut - 1]) cut--;
      if (cut > start) end = cut;
    }
    const columns: number[] = [];
    const firstWord = wordOf[start]!;
    for (let i = start; i < end; i++)
      if (i === start || wordOf[i] !== wordOf[i - 1])
        columns[wordOf[i]! - firstWord] = i - start + 1;
    windows.push({
      example,
      row: templateRow(tokenizer, [...ids.subarray(start, end)]),
      firstWord,
      columns,
    });
    start = end;
  }
  return windows;
}

/** The logits of every class for every word of texts. */
export type WordScorer = {
  /** @param onWord - called for each word with its class logits, which are only valid in the call */
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
  readonly executor?: ExecutorName | undefined;
}): WordScorer {
  const { config, model, classes, tokenizer, batchSize, sequenceLength, executor } = o;
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
        windowsOf(tokenizer, text, words[i]!, i, sequenceLength),
      );
      const batches = groupByLength(windows, batchSize, (window) => window.row.ids.length);
      for (const { items, sequence } of batches) {
        const rows = items.map((window) => window.row);
        const width = Math.min(sequence, config.maximumPositions);
        const input = padRows(rows, batchSize, width, config.padId);
        const { data } = (await predict({ model, input })).logits as HostTensor;
        items.forEach((window, row) =>
          window.columns.forEach((column, i) => {
            const at = (row * width + column) * classes;
            onWord(window.example, window.firstWord + i, data.subarray(at, at + classes));
          }),
        );
      }
    },
    release: () => predict.release(),
  };
}

export type EntityTagger = {
  /** Spans of each text, with how sure the model is. */
  readonly tag: (texts: readonly string[]) => Promise<Finding[][]>;
  readonly release: () => Promise<void>;
};

/**
 * A fine-tuned model of identifiers, as `finetune --save` writes it.
 *
 * @param options.leastShare - a word is taken for an identifier where the model gives all labels
 *   together at least this share. @defaultValue 0.5
 * @throws InputError for a folder that is no such model or has other labels
 */
export async function loadEntityTagger(
  dir: string,
  options: { readonly executor?: ExecutorName; readonly leastShare?: number } = {},
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
  const scorer = createWordScorer({
    config,
    model: { encoder, token },
    classes: labels.length,
    tokenizer,
    batchSize: 16,
    sequenceLength: Math.min(128, config.maximumPositions),
    executor: options.executor,
  });
  const leastShare = options.leastShare ?? 0.5;
  return {
    async tag(texts) {
      const words = texts.map(splitWords);
      const names = words.map((list) => list.map((): BioLabel => "O"));
      const shares = words.map((list) => new Float64Array(list.length));
      await scorer.score(texts, words, (text, word, logits) => {
        const { best, share } = identifierIn(logits);
        shares[text]![word] = share;
        if (share >= leastShare) names[text]![word] = labels[best] as BioLabel;
      });
      return words.map((list, i) =>
        decodeLabels(list, names[i]!).map(({ start, end, label }) => {
          const inside = list.flatMap((word, at) =>
            word.start >= start && word.end <= end ? [shares[i]![at]!] : [],
          );
          return found(start, end, label as PhiLabel, "model", Math.min(...inside), "the model");
        }),
      );
    },
    release: () => scorer.release(),
  };
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
