/**
 * Text with a known written standard: what the model learns from and what it is measured on. A
 * sentence of the held-out parts, however it is capitalised or punctuated, is never learnt from.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors";
import { hash32 } from "../random";
import { generateClinical, generateGeneral } from "../synthetic/generator/generator";
import { createWorld } from "../synthetic/generator/world";
import { looksEnglish } from "../corpus/importing";
import { splitSentences } from "../corpus/sentences";
import { normalizedWords } from "./features";

export type LabelledText = { readonly text: string; readonly writtenStandard: "nb" | "nn" };

export type Treebank = {
  /** Sentences to learn from, in parts of whole documents for cross-validation. */
  readonly folds: readonly (readonly LabelledText[])[];
  /** Never learnt from. */
  readonly test: readonly LabelledText[];
  /** Five neighbouring sentences of `test`, one a line. */
  readonly testDocuments: readonly LabelledText[];
};

/** What makes two sentences the same: their words as the model reads them. */
export const sentenceKey = (text: string): string => normalizedWords(text).join(" ");

const testShare = 0.12;
const foldCount = 4;
const sentencesPerDocument = 5;

/**
 * The sentences of UD Norwegian by part. Whole documents are drawn by a hash of their words, so that
 * adding or leaving out others moves none.
 *
 * @throws InputError if a file is not there
 */
export function readTreebank(dataDir: string): Treebank {
  const folds: LabelledText[][] = Array.from({ length: foldCount }, () => []);
  const test: LabelledText[] = [];
  const testDocuments: LabelledText[] = [];
  for (const writtenStandard of ["nb", "nn"] as const) {
    const content = readText(dataDir, "ud-norwegian", `train-${writtenStandard}.txt`);
    for (const block of content.split(/\n[ \t\r]*\n/)) {
      const sentences = block
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
        .map((text) => ({ text, writtenStandard }));
      const place = hash32(sentenceKey(block)) / 4294967296;
      const fold = Math.floor(((place - testShare) / (1 - testShare)) * foldCount);
      (place < testShare ? test : folds[fold]!).push(...sentences);
      if (place >= testShare) continue;
      for (let i = 0; i + sentencesPerDocument <= sentences.length; i += sentencesPerDocument) {
        const five = sentences.slice(i, i + sentencesPerDocument);
        testDocuments.push({ text: five.map(({ text }) => text).join("\n"), writtenStandard });
      }
    }
  }
  const held = new Set(test.map(({ text }) => sentenceKey(text)));
  const isNew = ({ text }: LabelledText): boolean => !held.has(sentenceKey(text));
  return { folds: folds.map((fold) => fold.filter(isNew)), test, testDocuments };
}

/**
 * Sentences of the software manuals, without those that look English.
 *
 * @throws InputError if a file is not there
 */
export function readManuals(dataDir: string): LabelledText[] {
  return (["nb", "nn"] as const).flatMap((writtenStandard) =>
    readText(dataDir, "general-norwegian", `${writtenStandard}.txt`)
      .split("\n")
      .filter((paragraph) => !looksEnglish(paragraph))
      .flatMap(splitSentences)
      .filter((text) => sentenceKey(text).length > 2 && !looksEnglish(text))
      .map((text) => ({ text, writtenStandard })),
  );
}

/** Documents of each domain that are generated to learn from. */
const generatedDocuments = 1000;

/** Different sentences of generated clinical notes and prose, half of the documents in nynorsk. */
export function generatedSentences(seed: number, documents = generatedDocuments): LabelledText[] {
  const found = new Map<string, LabelledText>();
  for (const domain of ["clinical", "general"] as const)
    for (const { text, writtenStandard } of generatedTexts(domain, seed, documents))
      for (const sentence of splitSentences(text))
        found.set(`${writtenStandard} ${sentenceKey(sentence)}`, {
          text: sentence,
          writtenStandard,
        });
  return [...found.values()];
}

/** Generated clinical notes or prose, half of them in nynorsk. */
export function generatedTexts(
  domain: "clinical" | "general",
  seed: number,
  documents: number,
): LabelledText[] {
  const settings = { documents, seed, nynorskShare: 0.5 };
  const generated =
    domain === "clinical"
      ? generateClinical({ world: createWorld(seed), ...settings })
      : generateGeneral(settings);
  return [...generated].flatMap(({ text, writtenStandard }) =>
    writtenStandard === "either" ? [] : [{ text, writtenStandard }],
  );
}

function readText(dataDir: string, folder: string, file: string): string {
  const path = join(dataDir, folder, file);
  try {
    return readFileSync(path, "utf8").normalize("NFC");
  } catch {
    throw new InputError(
      `${path}: cannot be read. Place the collection there (see data-cards/${folder}.md) or name another data folder.`,
    );
  }
}
