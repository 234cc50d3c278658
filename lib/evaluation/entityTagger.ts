/**
 * Entities by labelling words: the label of a word is read off the first token that begins in it, and only
 * these enter the loss. A text longer than a row is divided between words into several rows.
 */

import { loadConfig, saveModel } from "../encoder/checkpoint";
import { encodeLast, initializeEncoder, type EncoderInput } from "../encoder/encoder";
import { initializeTokenHead, tokenLogits } from "../encoder/heads";
import {
  float32,
  int32,
  meanOfCounted,
  negativeLogLikelihood,
  noDropout,
  type HostTensor,
  type Tensor,
} from "../engine";
import type { EntityExample } from "../corpus/examples";
import {
  bioLabels,
  decodeLabels,
  fillLabels,
  labelWords,
  splitWords,
  type BioLabel,
  type Word,
} from "./entities";
import { createWordScorer, type EntityModel } from "./entityInference";
import { finetune, fittedTo, startFrom } from "./finetuning";
import type { FinetuningRequest } from "./kind";
import type { Predictor } from "./task";
import { groupByLength, padRows } from "./taskRows";
import { windowsOf, type Window } from "./windows";

type TaggerInput<T> = EncoderInput<T> & {
  /** `[batch*sequence]` int32 class ids; read only where the weight is not 0. */
  readonly labels: T;
  /** `[batch*sequence]` float32: 1 at the first token of a word. */
  readonly weights: T;
};

/** Fine-tune an encoder to label identifiers. */
export async function finetuneEntityTagger(
  o: FinetuningRequest<"entities">,
): Promise<Predictor<"entities">> {
  const config = loadConfig(o.modelDir);
  const { batchSize, sequenceLength } = fittedTo(config, o.settings);
  const classes = bioLabels.length;
  const model: EntityModel<HostTensor> = startFrom(
    o.modelDir,
    config,
    (config, seed) => ({
      encoder: initializeEncoder(config, seed),
      token: initializeTokenHead(config, classes, seed),
    }),
    o.seed,
    o.onDrawn,
  );
  const logitsOf = (
    model: EntityModel<Tensor>,
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
    groupByLength(windows, batchSize, (window) => window.row.ids.length, config.maximumPositions);
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
  await finetune<EntityModel<HostTensor>, Window, TaggerInput<HostTensor>>({
    model,
    examples: training.windows,
    batches: (windows) =>
      batchesOf(windows).map(({ items, sequence }) => {
        const labels = new Int32Array(batchSize * sequence);
        const weights = new Float32Array(batchSize * sequence);
        items.forEach((window, row) =>
          window.columns.forEach((column, i) => {
            labels[row * sequence + column] = gold[window.example]![window.words[i]!]!;
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
      return { loss: meanOfCounted(losses, input.weights) };
    },
    settings: o.settings,
    seed: o.seed,
    onProgress: o.onProgress,
  });
  if (o.saveTo !== undefined)
    await saveModel(o.saveTo, config, model, { tokenizerDir: o.modelDir, labels: bioLabels });

  const scorer = createWordScorer({
    config,
    model,
    classes,
    tokenizer: o.tokenizer,
    batchSize,
    sequenceLength,
  });
  return async (examples) => {
    const texts = examples.map(({ text }) => text);
    const words = texts.map(splitWords);
    const labels = words.map((list) =>
      new Array<BioLabel | undefined>(list.length).fill(undefined),
    );
    try {
      await scorer.score(texts, words, (text, word, logits) => {
        labels[text]![word] = bioLabels[indexOfMaximum(logits)]!;
      });
    } finally {
      await scorer.release();
    }
    return words.map((list, i) => decodeLabels(list, fillLabels(labels[i]!)));
  };
}

function indexOfMaximum(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
