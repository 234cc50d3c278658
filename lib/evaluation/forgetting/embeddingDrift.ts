/**
 * How much continued pretraining moved what a model knows of words: their rows in the embedding table,
 * their mean state in fixed generated sentences, and their neighbours. Tokens of clinical terms are held
 * against tokens of other words that the clinical corpus has as often, for what is seen more moves more.
 */

import type { EncoderConfig } from "../../encoder/config";
import { encodeLast, type Encoder } from "../../encoder/encoder";
import { compile, noDropout, type HostTensor, type Tensor } from "../../engine";
import { generateClinical, generateGeneral } from "../../synthetic/generator/generator";
import { worldTerms, type World } from "../../synthetic/generator/world";
import { splitSentences } from "../../corpus/sentences";
import type { TokenCache } from "../../tokenization/tokenCache";
import type { Tokenizer } from "../../tokenization/tokenizer";
import { groupByLength, padRows, templateRow } from "../taskRows";
import { mean } from "../statistics";
import { matchByFrequency, neighbourOverlaps, rowCosines, type Rows } from "./vectors";

/** Which tokens are compared, and the sentences that they are read in. */
export type DriftProbes = {
  /** A token of a clinical term and one of other words that is about as frequent. */
  readonly pairs: readonly { readonly target: number; readonly match: number }[];
  /** All tokens that may be neighbours. */
  readonly among: readonly number[];
  /** Rows of ids, special tokens included. */
  readonly sentences: readonly Int32Array[];
};

/** A token seen less often than this moves by chance. */
const leastCount = 20;
/** Rows in which a token is read, at most. */
const sentencesEach = 5;
/** Longest row with special tokens, so that every small model can read it. */
const longestRow = 64;

/**
 * Tokens and sentences of a world. Sentences are generated from a seed of their own, so that no text
 * of a corpus is needed again.
 *
 * @param clinical - the corpus that models are trained on, for how often it has each token
 */
export function driftProbes(
  world: World,
  tokenizer: Tokenizer,
  clinical: Pick<TokenCache, "tokens">,
): DriftProbes {
  const counts = new Uint32Array(tokenizer.size);
  for (const id of clinical.tokens) counts[id]!++;
  const isWord = (id: number): boolean =>
    !tokenizer.isSpecial(id) && /\p{L}{3}/u.test(tokenizer.token(id)) && counts[id]! >= leastCount;
  const ofTerms = new Set<number>();
  for (const term of worldTerms(world))
    for (const id of tokenizer.encode(` ${term}`)) ofTerms.add(id);
  const among = Array.from({ length: tokenizer.size }, (_, id) => id).filter(isWord);
  // Both kinds are read in the same sentences: company alone could make general text move less.
  const rows = [...generatedRows(world, tokenizer)];
  const read = new Map<number, number>();
  for (const row of rows) for (const id of new Set(row)) read.set(id, (read.get(id) ?? 0) + 1);
  const usable = among.filter((id) => read.has(id));
  const pairs = matchByFrequency(
    usable.filter((id) => ofTerms.has(id)),
    usable.filter((id) => !ofTerms.has(id)),
    (id) => counts[id]!,
  );
  const wanted = new Map(
    pairs.flatMap(({ target, match }) => [target, match]).map((id) => [id, 0]),
  );
  const sentences = rows.filter((row) => {
    const useful = [...new Set(row)].filter(
      (id) => (wanted.get(id) ?? sentencesEach) < sentencesEach,
    );
    for (const id of useful) wanted.set(id, wanted.get(id)! + 1);
    return useful.length > 0;
  });
  return { pairs, among, sentences };
}

/** Seed of the sentences: no corpus of the main job or of an example has it. */
const sentenceSeed = 90_210;

function* generatedRows(world: World, tokenizer: Tokenizer): Generator<Int32Array> {
  const texts = [
    ...generateClinical({ world, documents: 150, seed: sentenceSeed }),
    ...generateGeneral({ documents: 50, seed: sentenceSeed }),
  ];
  for (const { text } of texts)
    for (const sentence of splitSentences(text)) {
      const ids = tokenizer.encode(sentence);
      if (ids.length > 0 && ids.length <= longestRow - 2)
        yield Int32Array.from(templateRow(tokenizer, [...ids]).ids);
    }
}

/** Rows scored at once. */
const batchSize = 32;

/**
 * The mean hidden state of each token over all places where sentences have it.
 *
 * @returns `[vocabulary, hidden]`, zeros for tokens that do not occur
 */
export async function contextualMeans(
  config: EncoderConfig,
  encoder: Encoder<HostTensor>,
  sentences: readonly Int32Array[],
): Promise<Rows> {
  const { hiddenSize: width, vocabularySize } = config;
  const data = new Float32Array(vocabularySize * width);
  const seen = new Uint32Array(vocabularySize);
  type Inputs = { readonly encoder: typeof encoder; readonly input: ReturnType<typeof padRows> };
  const run = compile<Inputs, { hidden: Tensor }>((inputs) => {
    const { encoder, input } = inputs as unknown as {
      encoder: Encoder<Tensor>;
      input: Parameters<typeof encodeLast>[2];
    };
    return { hidden: encodeLast(config, encoder, input, noDropout) };
  });
  try {
    const rows = sentences.map((ids) => ({ ids }));
    const lengthOf = ({ ids }: (typeof rows)[number]): number => ids.length;
    const batches = groupByLength(rows, batchSize, lengthOf, config.maximumPositions);
    for (const { items, sequence } of batches) {
      const { hidden } = await run({
        encoder,
        input: padRows(items, batchSize, sequence, config.padId),
      });
      items.forEach(({ ids }, row) =>
        ids.forEach((id, column) => {
          seen[id]!++;
          const from = (row * sequence + column) * width;
          for (let k = 0; k < width; k++) data[id * width + k]! += hidden.data[from + k]!;
        }),
      );
    }
  } finally {
    await run.release();
  }
  for (let id = 0; id < vocabularySize; id++)
    for (let k = 0; seen[id]! > 0 && k < width; k++) data[id * width + k]! /= seen[id]!;
  return { data, width };
}

/** Vectors of a model that drift is measured between. */
export type ModelVectors = { readonly words: Rows; readonly contextual: Rows };

/** The rows of a model's embedding table and its states in the probes' sentences. */
export async function modelVectors(
  config: EncoderConfig,
  encoder: Encoder<HostTensor>,
  probes: DriftProbes,
): Promise<ModelVectors> {
  const words = encoder.embeddings.word;
  return {
    words: { data: words.data as Float32Array, width: config.hiddenSize },
    contextual: await contextualMeans(config, encoder, probes.sentences),
  };
}

/** Means over one kind of tokens. */
export type Drift = {
  /** Cosine between before and after: 1 has not turned. */
  readonly embeddingCosine: number;
  readonly contextualCosine: number;
  /** Share of the ten nearest embedding rows that stayed among the ten. */
  readonly neighbourOverlap: number;
};

export type EmbeddingDrift = {
  /** Tokens of each kind. */
  readonly tokens: number;
  readonly clinical: Drift;
  readonly general: Drift;
};

const neighbours = 10;

/** Drift of clinical tokens and of their matches; undefined if there is no pair. */
export function embeddingDrift(
  before: ModelVectors,
  after: ModelVectors,
  { pairs, among }: Pick<DriftProbes, "pairs" | "among">,
): EmbeddingDrift | undefined {
  if (pairs.length === 0) return undefined;
  const driftOf = (ids: readonly number[]): Drift => ({
    embeddingCosine: mean(rowCosines(before.words, after.words, ids)),
    contextualCosine: mean(rowCosines(before.contextual, after.contextual, ids)),
    neighbourOverlap: mean(neighbourOverlaps(before.words, after.words, ids, among, neighbours)),
  });
  return {
    tokens: pairs.length,
    clinical: driftOf(pairs.map(({ target }) => target)),
    general: driftOf(pairs.map(({ match }) => match)),
  };
}
