/**
 * Choice questions scored two ways. As a cloze: the answer's tokens are masked in a sentence and each
 * option is scored by the mean log-probability that the masked-token head gives to its tokens. As
 * pairs: one logit for each (question, option) row from the first token's state.
 */

import { loadConfig, saveModel } from "../encoder/checkpoint";
import { encodeLast, initializeEncoder, type Encoder, type EncoderInput } from "../encoder/encoder";
import type { EncoderConfig } from "../encoder/config";
import {
  choiceLogits,
  initializeMaskedTokenHead,
  initializeSequenceHead,
  maskedTokenLogits,
  sequenceLogits,
  type ClassificationHead,
} from "../encoder/heads";
import { loadMaskedTokenModel, type MaskedTokenModel } from "../encoder/wholeModel";
import {
  compile,
  float32,
  int32,
  meanOfCounted,
  mul,
  neg,
  negativeLogLikelihood,
  noDropout,
  reshape,
  sum,
  type Dropout,
  type HostTensor,
  type Tensor,
  type Traced,
} from "../engine";
import type { ChoiceExample } from "../corpus/examples";
import { finetune, fittedTo, startFrom, type FinetuningSettings } from "./finetuning";
import type { FinetuningRequest } from "./kind";
import type { Predictor } from "./task";
import { completeCloze, groupByLength, padRows, templateRow, type Row } from "./taskRows";

type TrainingOptions = FinetuningRequest<"choice">;
type ChoiceOptions = Pick<TrainingOptions, "modelDir" | "tokenizer" | "settings">;

/** Questions are scored four rows at a time: items with another number of options are refused. */
const choices = 4;

/** A model and how it scores prepared rows: what the two ways of scoring differ in. */
type Scorer<Model, Input> = {
  /** Positions of the model. */
  readonly longest: number;
  readonly model: Model;
  /** Logits of the options, `[questions, choices]`. */
  readonly logits: (model: Traced<Model>, input: Traced<Input>, dropout: Dropout) => Tensor;
  readonly prepare: (example: ChoiceExample) => Prepared;
  readonly batch: (prepared: readonly Prepared[], sequence: number) => Input;
};

type Prepared = {
  readonly rows: readonly Row[];
  /** For a cloze: columns and tokens of the hidden answer, for each row. */
  readonly hidden: readonly {
    readonly columns: readonly number[];
    readonly tokens: readonly number[];
  }[];
  readonly answer: number;
};

// --- cloze ---------------------------------------------------------------------------------------

type ClozeModel<T> = MaskedTokenModel<T>;
type ClozeInput<T> = EncoderInput<T> & {
  /** `[rows*answerLength]` int32, with `tokens` and `weights` of the same shape. */
  readonly positions: T;
  readonly tokens: T;
  readonly weights: T;
};

/** Tokens of an answer that count; longer answers are cut, which NorMedQA needs now and then. */
const longestAnswer = 24;
/** Places for answers come in multiples of this, so that a few compiled graphs serve all batches. */
const answerStep = 4;

function clozeScorer(
  o: ChoiceOptions,
  config: EncoderConfig,
  model: ClozeModel<HostTensor>,
): Scorer<ClozeModel<HostTensor>, ClozeInput<HostTensor>> {
  const { tokenizer } = o;
  const { sequenceLength, batchSize } = fittedTo(config, o.settings);
  return {
    longest: config.maximumPositions,
    model,
    prepare: (example) => {
      const hidden: { columns: number[]; tokens: number[] }[] = [];
      const rows = example.options.map((option) => {
        const { before, answer, after } = completeCloze(tokenizer, example.cloze, option);
        const tokens = answer.slice(0, Math.min(longestAnswer, sequenceLength - 2));
        // Too long a question loses its beginning: the end, next to the gap, says what is asked.
        const room = Math.max(0, sequenceLength - 2 - tokens.length);
        const tail = after.slice(0, room);
        const head = before.slice(Math.max(0, before.length - (room - tail.length)));
        hidden.push({ columns: tokens.map((_, i) => 1 + head.length + i), tokens });
        return templateRow(tokenizer, [
          ...head,
          ...tokens.map(() => tokenizer.special.mask),
          ...tail,
        ]);
      });
      return { rows, hidden, answer: example.answer };
    },
    batch: (prepared, sequence) => {
      const longest = Math.max(
        ...prepared.flatMap(({ hidden }) => hidden.map(({ tokens }) => tokens.length)),
      );
      const answerLength = Math.ceil(longest / answerStep) * answerStep;
      const size = batchSize * choices * answerLength;
      const positions = new Int32Array(size);
      const tokens = new Int32Array(size);
      const weights = new Float32Array(size);
      prepared.forEach((example, e) =>
        example.hidden.forEach((answer, option) => {
          const row = e * choices + option;
          answer.columns.forEach((column, i) => {
            const at = row * answerLength + i;
            positions[at] = row * sequence + column;
            tokens[at] = answer.tokens[i]!;
            weights[at] = 1 / answer.columns.length;
          });
        }),
      );
      return {
        ...padRows(
          prepared.flatMap((example) => example.rows),
          batchSize * choices,
          sequence,
          config.padId,
        ),
        positions: int32(positions, [size]),
        tokens: int32(tokens, [size]),
        weights: float32(weights, [size]),
      };
    },
    logits: (model: ClozeModel<Tensor>, input: ClozeInput<Tensor>, dropout) => {
      const hidden = encodeLast(config, model.encoder, input, dropout);
      const word = model.encoder.embeddings.word;
      const logits = maskedTokenLogits(
        config,
        model.maskedToken,
        word,
        hidden,
        input.positions,
        dropout,
      );
      const logLikelihood = neg(mul(negativeLogLikelihood(logits, input.tokens), input.weights));
      return choiceLogits(sum(reshape(logLikelihood, [batchSize * choices, -1]), 1), choices);
    },
  };
}

// --- pairs ---------------------------------------------------------------------------------------

type PairModel<T> = { readonly encoder: Encoder<T>; readonly choice: ClassificationHead<T> };

function pairScorer(o: TrainingOptions): Scorer<PairModel<HostTensor>, EncoderInput<HostTensor>> {
  const config = loadConfig(o.modelDir);
  const { sequenceLength, batchSize } = fittedTo(config, o.settings);
  const model = startFrom(
    o.modelDir,
    config,
    (config: EncoderConfig, seed: number) => ({
      encoder: initializeEncoder(config, seed),
      choice: initializeSequenceHead(config, 1, seed),
    }),
    o.seed,
    o.onDrawn,
  );
  return {
    longest: config.maximumPositions,
    model,
    prepare: (example) => {
      const question = [...o.tokenizer.encode(example.question)];
      const rows = example.options.map((option) => {
        const second = [...o.tokenizer.encode(option)].slice(
          0,
          Math.min(longestAnswer, sequenceLength - 3),
        );
        const room = Math.max(0, sequenceLength - 3 - second.length);
        return templateRow(
          o.tokenizer,
          question.slice(Math.max(0, question.length - room)),
          second,
        );
      });
      return { rows, hidden: [], answer: example.answer };
    },
    batch: (prepared, sequence) =>
      padRows(
        prepared.flatMap((example) => example.rows),
        batchSize * choices,
        sequence,
        config.padId,
      ),
    logits: (model: PairModel<Tensor>, input: EncoderInput<Tensor>, dropout) => {
      const hidden = encodeLast(config, model.encoder, input, dropout);
      return choiceLogits(sequenceLogits(config, model.choice, hidden, input, dropout), choices);
    },
  };
}

// --- both ----------------------------------------------------------------------------------------

/**
 * Score options by the masked-token head as it is, without fine-tuning.
 *
 * @throws InputError if the model has no such head
 */
export function scoreCloze(o: ChoiceOptions): Predictor<"choice"> {
  const { config, model } = loadMaskedTokenModel(o.modelDir);
  return predictor(clozeScorer(o, config, model), o.settings);
}

/** Fine-tune the cloze: options compete in a softmax over their mean log-probabilities. */
export async function finetuneCloze(o: TrainingOptions): Promise<Predictor<"choice">> {
  const config = loadConfig(o.modelDir);
  const model = startFrom(
    o.modelDir,
    config,
    (config, seed) => ({
      encoder: initializeEncoder(config, seed),
      maskedToken: initializeMaskedTokenHead(config, seed),
    }),
    o.seed,
    o.onDrawn,
  );
  return train(clozeScorer(o, config, model), o);
}

/** Fine-tune a fresh head that gives each (question, option) row one logit. */
export async function finetunePairs(o: TrainingOptions): Promise<Predictor<"choice">> {
  return train(pairScorer(o), o);
}

async function train<Model extends object, Input>(
  scorer: Scorer<Model, Input>,
  o: TrainingOptions,
): Promise<Predictor<"choice">> {
  const { batchSize } = o.settings;
  await finetune<Model, Prepared, { rows: Input; answers: HostTensor; weights: HostTensor }>({
    model: scorer.model,
    examples: o.examples.map((example) => scorer.prepare(checked(example))),
    batches: (examples) =>
      groupByLength(examples, batchSize, longestRow, scorer.longest).map(({ items, sequence }) => {
        const answers = new Int32Array(batchSize);
        const weights = new Float32Array(batchSize);
        items.forEach(({ answer }, i) => {
          answers[i] = answer;
          weights[i] = 1;
        });
        return {
          rows: scorer.batch(items, sequence),
          answers: int32(answers, [batchSize]),
          weights: float32(weights, [batchSize]),
        };
      }),
    loss: (model, input, dropout) => {
      const { rows, answers, weights } = input as unknown as {
        rows: Traced<Input>;
        answers: Tensor;
        weights: Tensor;
      };
      const losses = negativeLogLikelihood(scorer.logits(model, rows, dropout), answers);
      return { loss: meanOfCounted(losses, weights) };
    },
    settings: o.settings,
    seed: o.seed,
    onProgress: o.onProgress,
  });
  if (o.saveTo !== undefined)
    await saveModel(o.saveTo, loadConfig(o.modelDir), scorer.model, { tokenizerDir: o.modelDir });
  return predictor(scorer, o.settings);
}

function predictor<Model, Input>(
  scorer: Scorer<Model, Input>,
  { batchSize }: FinetuningSettings,
): Predictor<"choice"> {
  return async (examples) => {
    const score = compile<{ model: Model; rows: Input }, { logits: Tensor }>((inputs) => {
      const { model, rows } = inputs as { model: Traced<Model>; rows: Traced<Input> };
      return { logits: scorer.logits(model, rows, noDropout) };
    });
    try {
      const prepared = examples.map((example, index) => ({
        index,
        ...scorer.prepare(checked(example)),
      }));
      const predictions = new Array<number>(examples.length).fill(0);
      for (const { items, sequence } of groupByLength(
        prepared,
        batchSize,
        longestRow,
        scorer.longest,
      )) {
        const rows = scorer.batch(items, sequence);
        const { logits } = await score({ model: scorer.model, rows });
        items.forEach(({ index }, i) => {
          const scores = [...logits.data.subarray(i * choices, (i + 1) * choices)];
          predictions[index] = scores.indexOf(Math.max(...scores));
        });
      }
      return predictions;
    } finally {
      await score.release();
    }
  };
}

const longestRow = ({ rows }: Prepared): number => Math.max(...rows.map((row) => row.ids.length));

function checked(example: ChoiceExample): ChoiceExample {
  if (example.options.length !== choices)
    throw new RangeError(
      `question ${example.id} has ${example.options.length} options, expected ${choices}`,
    );
  return example;
}
