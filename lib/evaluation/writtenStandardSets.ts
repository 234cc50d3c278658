/** Labelled texts that the written-standard model never learnt from, to measure it on. */

import { InputError } from "../errors";
import { splitSentences } from "../corpus/sentences";
import {
  generatedTexts,
  readTreebank,
  sentenceKey,
  type LabelledText,
} from "../writtenStandard/sources";
import { norDeid } from "./tasks/norDeid";
import { readJsonFile } from "./tasks/files";
import { englishExams, nynorskExams } from "./tasks/norMedQa";

/** A seed that nothing else of the project generates with. */
const generatedSeed = 7301;
const generatedDocuments = 400;

const examFile = "norwegian_medical_qa_v2_txt_only.json";
const publisher = "github.com/kelkalot/normedqa";

/** Names of the files that `corpus train-identifier --write-eval` writes. */
export const heldOutNames = [
  "ud-sentences",
  "ud-documents",
  "normedqa-questions",
  "nor-deid-documents",
  "generated-clinical-documents",
  "generated-clinical-sentences",
] as const;

export type HeldOutSets = Readonly<Record<(typeof heldOutNames)[number], readonly LabelledText[]>>;

/**
 * Natural text: sentences and five-sentence documents of UD Norwegian, questions of NorMedQA. Notes
 * written by a language model (Nor-DeID) and by this project's generator, with its abbreviations,
 * typing errors and telegraphic style; of the latter also the sentences that are one standard only.
 *
 * @throws InputError if a file of the data folder is missing
 */
export async function heldOutSets(dataDir: string): Promise<HeldOutSets> {
  const { test, testDocuments } = readTreebank(dataDir);
  const clinical = generatedTexts("clinical", generatedSeed, generatedDocuments);
  return {
    "ud-sentences": test,
    "ud-documents": testDocuments,
    "normedqa-questions": examQuestions(dataDir),
    "nor-deid-documents": await notes(dataDir),
    "generated-clinical-documents": clinical,
    "generated-clinical-sentences": unambiguous(clinical),
  };
}

function examQuestions(data: string): LabelledText[] {
  const source = { seed: 1, data };
  const { path, value } = readJsonFile(source, "normedqa", examFile, publisher);
  if (!Array.isArray(value))
    throw new InputError(`${path}: not a list of questions; take ${examFile} from ${publisher}.`);
  return (value as readonly unknown[]).flatMap((item, i): LabelledText[] => {
    const { source_file: exam, question_text: text } = (item ?? {}) as Record<string, unknown>;
    if (typeof exam !== "string" || typeof text !== "string")
      throw new InputError(
        `${path}: item ${i}: source_file or question_text is missing; take ${examFile} from ${publisher}.`,
      );
    if (englishExams.includes(exam) || text.trim() === "") return [];
    return [{ text, writtenStandard: nynorskExams.includes(exam) ? "nn" : "nb" }];
  });
}

async function notes(data: string): Promise<LabelledText[]> {
  const { examples } = await norDeid.load({ seed: 1, data });
  return examples.map(({ text }) => ({ text, writtenStandard: "nb" }));
}

/** Different sentences that occur in documents of one standard only. */
function unambiguous(documents: readonly LabelledText[]): LabelledText[] {
  const found = new Map<string, LabelledText | "both">();
  for (const { text, writtenStandard } of documents)
    for (const sentence of splitSentences(text)) {
      const key = sentenceKey(sentence);
      const before = found.get(key);
      const isSame =
        before === undefined || (before !== "both" && before.writtenStandard === writtenStandard);
      found.set(key, isSame ? { text: sentence, writtenStandard } : "both");
    }
  return [...found.values()].filter((each) => each !== "both");
}
