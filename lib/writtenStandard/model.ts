/**
 * The written-standard model: a logistic regression over hashed features. It answers bokmål,
 * nynorsk or `either`, and always with the evidence, so that a caller can be stricter.
 */

import { assetPath } from "../assets";
import type { WrittenStandard } from "../corpus/document";
import { splitSentences } from "../corpus/sentences";
import { buckets, normalizedWords } from "./features";
import { looksLikeOtherLanguage } from "./otherLanguages";
import { readModelFile } from "./modelFile";

export type WrittenStandardModel = {
  /** One a bucket; whole numbers, so that the order of adding does not matter. */
  readonly weights: Int8Array;
  /** Log-odds of nynorsk of one unit of weight, calibrated on sentences that were not learnt from. */
  readonly step: number;
  /** Log-odds that count as an answer, towards either side; below is `either`. */
  readonly threshold: number;
};

export type Identification = {
  readonly writtenStandard: WrittenStandard;
  /** The more likely of the two, whatever the evidence. */
  readonly forced: Exclude<WrittenStandard, "either">;
  /** Log-odds of nynorsk: 2.2 is nine to one for nynorsk, -2.2 nine to one for bokmål. */
  readonly score: number;
  /** The text looks English, German, Danish or Swedish, so the answer is `either`. */
  readonly otherLanguage: boolean;
};

export type DocumentIdentification = Identification & {
  /** Sentences by their own answer: both standards in numbers mean a mixed document. */
  readonly sentences: Readonly<Record<WrittenStandard, number>>;
};

let shipped: WrittenStandardModel | undefined;

/**
 * The model of a file, by default the one that comes with the package (read once).
 *
 * @throws InputError for a file that is missing, damaged or of another make
 */
export function loadWrittenStandardModel(path?: string): WrittenStandardModel {
  if (path !== undefined) return readModelFile(path).model;
  return (shipped ??= readModelFile(assetPath("written-standard.bin")).model);
}

/**
 * The written standard of a sentence or a short text, weighed as one piece. `either`: the evidence
 * is below the threshold (most often a text that is right in both standards), there is no letter,
 * or the text looks like another language.
 *
 * @example identify("Ho vart innlagd i går.").writtenStandard // "nn"
 */
export function identify(text: string, model = loadWrittenStandardModel()): Identification {
  const words = normalizedWords(text);
  const hasLetters = words.some((word) => word !== "0");
  const score = hasLetters ? logOdds(buckets(words), model) : 0;
  return answer(score, looksLikeOtherLanguage(words), model);
}

/**
 * The written standard of a document: the evidence of its sentences, added up. Sentences that look
 * like another language add nothing; a document of nothing else is `either`.
 */
export function identifyDocument(
  text: string,
  model = loadWrittenStandardModel(),
): DocumentIdentification {
  const sentences = { nb: 0, nn: 0, either: 0 };
  let [norwegian, foreign, others] = [0, 0, 0];
  const parts = splitSentences(text);
  for (const sentence of parts) {
    const found = identify(sentence, model);
    sentences[found.writtenStandard]++;
    if (found.otherLanguage) {
      others++;
      foreign += found.score;
    } else norwegian += found.score;
  }
  const otherLanguage = others > 0 && others === parts.length;
  return { ...answer(otherLanguage ? foreign : norwegian, otherLanguage, model), sentences };
}

/** Log-odds of nynorsk, from the buckets of a text. */
export function logOdds(found: Uint32Array, model: WrittenStandardModel): number {
  let sum = 0;
  for (const bucket of found) sum += model.weights[bucket]!;
  return sum * model.step;
}

function answer(
  score: number,
  otherLanguage: boolean,
  model: WrittenStandardModel,
): Identification {
  const forced = score > 0 ? "nn" : "nb";
  const sure = Math.abs(score) >= model.threshold && !otherLanguage;
  return { writtenStandard: sure ? forced : "either", forced, score, otherLanguage };
}
