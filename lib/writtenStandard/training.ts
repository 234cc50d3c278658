/** Training of the written-standard model, from its sources to its file. */

import { join } from "node:path";
import { sha256OfFile } from "../files";
import { buckets, featureSettings, normalizedWords } from "./features";
import {
  answerThreshold,
  calibrate,
  defaultFitting,
  fit,
  type FittingExample,
  type Scored,
} from "./fitting";
import { identify, identifyDocument, logOdds, type WrittenStandardModel } from "./model";
import { quantize, writeModelFile, type ModelHeader, type ModelSource } from "./modelFile";
import { generatedSentences, readManuals, readTreebank, type LabelledText } from "./sources";

export const sourceNames = ["ud-norwegian", "general-norwegian", "generated"] as const;

/** What the shipped weights are learnt from: the manuals gain too little for their mixed licences. */
export const defaultSources: readonly SourceName[] = ["ud-norwegian", "generated"];
export type SourceName = (typeof sourceNames)[number];

/** How much a sentence counts: manuals are narrow and translated, generated text is many of a kind. */
const sourceWeights: Readonly<Record<SourceName, number>> = {
  "ud-norwegian": 1,
  "general-norwegian": 0.3,
  generated: 0.5,
};

const licences: Readonly<Record<SourceName, string>> = {
  "ud-norwegian": "CC-BY-SA-4.0 (Øvrelid, Velldal and others)",
  "general-norwegian": "mixed: GPL-2+, GPL-3+, CC-BY-SA-3.0, MPL-2.0; the text is not shipped",
  generated: "Apache-2.0 (this project)",
};

/** How often an answer other than `either` shall be right on held-out sentences. */
const answeredAccuracy = 0.985;

/** Sentences of a source, hashed once: they are learnt from in several fits. */
type Examples = { readonly name: SourceName; readonly examples: readonly KeyedExample[] };
type KeyedExample = FittingExample & { readonly key: string };
type Measured = ModelHeader["measured"];

/**
 * Train the model and write its file. Fitted once without each part of the treebank, to calibrate and
 * to find the threshold on sentences not learnt from, then with all parts. The held-out part is never
 * learnt from, and only measured on. The same data and seed give the same bytes.
 *
 * @param options.sources - besides the treebank, which is always learnt from and measured on
 * @returns what was measured, as in the header of the file
 * @throws InputError if a file of the data folder is not there
 */
export async function trainWrittenStandard(options: {
  readonly dataDir: string;
  readonly out: string;
  readonly seed: number;
  readonly sources?: readonly SourceName[];
  readonly onStage?: (stage: string) => void;
}): Promise<Measured> {
  const { dataDir, out, seed, sources = defaultSources, onStage = () => {} } = options;
  onStage("Reading");
  const { folds, test, testDocuments } = readTreebank(dataDir);
  const treebank = folds.map((fold) => prepare("ud-norwegian", fold));
  const isNew = without(prepare("ud-norwegian", test));
  const further = sources.flatMap((name): Examples[] => {
    if (name === "ud-norwegian") return [];
    const texts = name === "generated" ? generatedSentences(seed) : readManuals(dataDir);
    return [{ name, examples: prepare(name, texts).filter(isNew) }];
  });
  const scored = treebank.flatMap((part, i) => {
    onStage(`Fitting without part ${i + 1} of ${treebank.length}`);
    const rest = [...treebank.filter((each) => each !== part), ...further.map((f) => f.examples)];
    const { quantized, step } = fitQuantized(rest.flat().filter(without(part)), seed);
    return scores(part, { weights: quantized, step, threshold: Infinity });
  });
  const factor = calibrate(scored);
  const crossValidated = scored.map(({ score, nynorsk }) => ({ score: factor * score, nynorsk }));
  const threshold = answerThreshold(crossValidated, answeredAccuracy);

  onStage("Fitting with all parts");
  const whole = [{ name: "ud-norwegian", examples: treebank.flat() } as const, ...further];
  const fitted = fitQuantized(
    whole.flatMap(({ examples }) => examples),
    seed,
  );
  const step = fitted.step * factor;
  const model = { weights: fitted.quantized, step, threshold };
  const measured = {
    crossValidated: measure(crossValidated, threshold),
    heldOut: measure(
      answers(test, (text) => identify(text, model).score),
      threshold,
    ),
    heldOutDocuments: measure(
      answers(testDocuments, (text) => identifyDocument(text, model).score),
      threshold,
    ),
  };
  const described = await Promise.all(whole.map((each) => describe(each, dataDir, seed)));
  writeModelFile(out, { step, threshold, seed, sources: described, measured }, fitted.quantized);
  return measured;
}

function prepare(name: SourceName, texts: readonly LabelledText[]): KeyedExample[] {
  return texts.map(({ text, writtenStandard }) => {
    const words = normalizedWords(text);
    return {
      key: words.join(" "),
      buckets: buckets(words),
      nynorsk: writtenStandard === "nn",
      weight: sourceWeights[name],
    };
  });
}

/** Whether an example has other words than each of `others`. */
function without(others: readonly KeyedExample[]): (example: KeyedExample) => boolean {
  const keys = new Set(others.map(({ key }) => key));
  return ({ key }) => !keys.has(key);
}

function fitQuantized(
  examples: readonly FittingExample[],
  seed: number,
): { quantized: Int8Array; step: number } {
  return quantize(fit(examples, { buckets: featureSettings.buckets, seed, ...defaultFitting }));
}

function scores(examples: readonly FittingExample[], model: WrittenStandardModel): Scored[] {
  return examples.map((each) => ({ score: logOdds(each.buckets, model), nynorsk: each.nynorsk }));
}

function answers(texts: readonly LabelledText[], score: (text: string) => number): Scored[] {
  return texts.map(({ text, writtenStandard }) => ({
    score: score(text),
    nynorsk: writtenStandard === "nn",
  }));
}

/** Shares, four digits: right when forced, answered at all, and right when answered. */
function measure(scored: readonly Scored[], threshold: number): Measured[string] {
  const right = (each: readonly Scored[]): number =>
    each.filter(({ score, nynorsk }) => score > 0 === nynorsk).length;
  const share = (part: number, whole: number): number => Math.round((1e4 * part) / whole) / 1e4;
  const answered = scored.filter(({ score }) => Math.abs(score) >= threshold);
  return {
    texts: scored.length,
    accuracy: share(right(scored), scored.length),
    answered: share(answered.length, scored.length),
    accuracyOfAnswered: share(right(answered), answered.length),
  };
}

async function describe(
  { name, examples }: Examples,
  dataDir: string,
  seed: number,
): Promise<ModelSource> {
  const nynorsk = examples.filter((each) => each.nynorsk).length;
  const origin: Record<string, string | number> = {};
  if (name === "generated") origin["seed"] = seed;
  else
    for (const standard of ["nb", "nn"]) {
      const file = name === "ud-norwegian" ? `train-${standard}.txt` : `${standard}.txt`;
      origin[file] = await sha256OfFile(join(dataDir, name, file));
    }
  const sentences = { nb: examples.length - nynorsk, nn: nynorsk };
  return { name, licence: licences[name], sentences, origin };
}
