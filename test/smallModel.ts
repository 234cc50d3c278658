import { join } from "node:path";
import { saveModel } from "../lib/encoder/checkpoint";
import type { BertConfig } from "../lib/encoder/config";
import type { HostTensor } from "../lib/engine";
import { createTokenizer, loadTokenizer, saveTokenizer } from "../lib/tokenization/tokenizer";
import { specialTokens } from "../lib/tokenization/tokenizerFiles";
import type { Tokenizer } from "../lib/tokenization/tokenizer";
import { initializePretrainingModel, type PretrainingModel } from "../lib/training/objective";

/** A tokenizer of whole words, saved in `dir`. */
export async function makeTokenizer(dir: string, words: readonly string[]): Promise<Tokenizer> {
  const vocabulary = [...Object.values(specialTokens), ...new Set(words)];
  saveTokenizer(dir, createTokenizer({ vocabulary, lowercase: false }));
  return loadTokenizer(dir);
}

/** A BERT of one layer, large enough for a rule and small enough for a test. */
export const oneLayer: BertConfig = {
  architecture: "bert",
  vocabularySize: 0,
  hiddenSize: 32,
  layers: 1,
  heads: 2,
  feedForwardSize: 64,
  maximumPositions: 64,
  typeVocabularySize: 2,
  layerNormEpsilon: 1e-12,
  hiddenDropout: 0,
  attentionDropout: 0,
  initializerRange: 0.1,
  padId: 0,
};

/** Save a model, freshly drawn if none is given, with its tokenizer as `dir/model`. */
export async function makeModelFolder(
  dir: string,
  tokenizer: Tokenizer,
  trained?: PretrainingModel<HostTensor>,
  shape: BertConfig = oneLayer,
): Promise<string> {
  const config = { ...shape, vocabularySize: tokenizer.size };
  const folder = join(dir, "model");
  const model = trained ?? initializePretrainingModel(config, 1);
  await saveModel(folder, config, model, { tokenizerDir: dir });
  return folder;
}
