/**
 * Entities by labelling words: the label of a word is read off its first subword, and only first
 * subwords enter the loss. A text longer than a row is divided between words into several rows.
 */

import { loadConfig, saveModel } from "../encoder/checkpoint";
import { encodeLast, initializeEncoder, type Encoder, type EncoderInput } from "../encoder/encoder";
import { initializeTokenHead, tokenLogits, type ClassificationHead } from "../encoder/heads";
import {
  compile,
  div,
  float32,
  int32,
  mul,
  negativeLogLikelihood,
  noDropout,
  sum,
  type HostTensor,
  type Tensor,
} from "../engine";
import type { EntityExample } from "../text/tasks/entities";
import type { Tokenizer } from "../text/tokenization/tokenizer";
import { bioLabels, decodeLabels, labelWords, splitWords, type Word } from "./entities";
import {
  finetune,
  startFrom,
  type FinetuningProgress,
  type FinetuningSettings,
} from "./finetuning";
import type { EntityPredictor } from "./harness";
import { groupByLength, padRows, templateRow, type Row } from "./rows";

type Tagger<T> = { readonly encoder: Encoder<T>; readonly token: ClassificationHead<T> };

/** A stretch of a text in one row. `columns[i]` is where word `firstWord + i` begins in the row. */
type Window = {
  readonly example: number;
  readonly row: Row;
  readonly firstWord: number;
  readonly columns: readonly number[];
};

type TaggerInput<T> = EncoderInput<T> & {
  /** `[batch*sequence]` int32 class ids; read only where the weight is not 0. */
  readonly labels: T;
  /** `[batch*sequence]` float32: 1 at the first subword of a word. */
  readonly weights: T;
};

/** Divide a text's words into rows of at most `sequenceLength` tokens. */
function windowsOf(
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

/**
 * Fine-tune an encoder to label identifiers.
 *
 * @param modelDir - Hugging Face folder of the encoder
 * @returns a predictor of spans; call `release` when done
 */
export async function finetuneEntityTagger(o: {
  readonly modelDir: string;
  readonly tokenizer: Tokenizer;
  readonly examples: readonly EntityExample[];
  readonly settings: FinetuningSettings;
  readonly seed: number;
  /** Folder that the fine-tuned model is written to, with its tokenizer and the names of its labels. */
  readonly saveTo?: string | undefined;
  readonly onProgress?: FinetuningProgress | undefined;
}): Promise<EntityPredictor> {
  const config = loadConfig(o.modelDir);
  const { batchSize, sequenceLength } = o.settings;
  const classes = bioLabels.length;
  const model: Tagger<HostTensor> = startFrom(
    o.modelDir,
    config,
    (config, seed) => ({
      encoder: initializeEncoder(config, seed),
      token: initializeTokenHead(config, classes, seed),
    }),
    o.seed,
  );
  const logitsOf = (
    model: Tagger<Tensor>,
    input: EncoderInput<Tensor>,
    dropout = noDropout,
  ): Tensor =>
    tokenLogits(config, model.token, encodeLast(config, model.encoder, input, dropout), dropout);

  const divide = (examples: readonly EntityExample[]): { windows: Window[]; words: Word[][] } => {
    const words = examples.map((example) => splitWords(example.text));
    const windows = examples.flatMap((example, i) =>
      windowsOf(o.tokenizer, example.text, words[i]!, i, sequenceLength),
    );
    return { windows, words };
  };
  const batchesOf = (windows: readonly Window[]): ReturnType<typeof groupByLength<Window>> =>
    groupByLength(windows, batchSize, (window) => window.row.ids.length);
  const padded = (windows: readonly Window[], sequence: number): EncoderInput<HostTensor> =>
    padRows(
      windows.map((window) => window.row),
      batchSize,
      sequence,
      config.padId,
    );

  const training = divide(o.examples);
  const gold = o.examples.map((example, i) =>
    labelWords(training.words[i]!, example.spans).map((label) => bioLabels.indexOf(label)),
  );
  await finetune<Tagger<HostTensor>, Window, TaggerInput<HostTensor>>({
    model,
    examples: training.windows,
    batches: (windows) =>
      batchesOf(windows).map(({ items, sequence }) => {
        const labels = new Int32Array(batchSize * sequence);
        const weights = new Float32Array(batchSize * sequence);
        items.forEach((window, row) =>
          window.columns.forEach((column, i) => {
            labels[row * sequence + column] = gold[window.example]![window.firstWord + i]!;
            weights[row * sequence + column] = 1;
          }),
        );
        const size = [batchSize * sequence];
        return {
          ...padded(items, sequence),
          labels: int32(labels, size),
          weights: float32(weights, size),
        };
      }),
    loss: (model, input, dropout) => {
      const losses = negativeLogLikelihood(logitsOf(model, input, dropout), input.labels);
      return { loss: div(sum(mul(losses, input.weights)), sum(input.weights)) };
    },
    settings: o.settings,
    seed: o.seed,
    onProgress: o.onProgress,
  });
  if (o.saveTo !== undefined)
    await saveModel(o.saveTo, config, model, { tokenizerDir: o.modelDir, labels: bioLabels });

  type Inputs = { model: Tagger<HostTensor>; input: EncoderInput<HostTensor> };
  const predict = compile<Inputs, { logits: Tensor }>(({ model, input }) => ({
    logits: logitsOf(model, input),
  }));
  return async (examples) => {
    const { windows, words } = divide(examples);
    const labels = words.map((list) => new Array<number>(list.length).fill(0));
    for (const { items, sequence } of batchesOf(windows)) {
      const { logits } = await predict({ model, input: padded(items, sequence) });
      items.forEach((window, row) =>
        window.columns.forEach((column, i) => {
          const at = (row * sequence + column) * classes;
          labels[window.example]![window.firstWord + i] = indexOfMaximum(
            logits.data.subarray(at, at + classes),
          );
        }),
      );
    }
    await predict.release();
    return words.map((list, i) =>
      decodeLabels(
        list,
        labels[i]!.map((label) => bioLabels[label]!),
      ),
    );
  };
}

function indexOfMaximum(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
