/**
 * Nor-DeID-SynthData (Lund et al., NLDL 2024): GPT-4 notes in bokmål with inline tags of personal
 * identifiers. The published split is kept, because names and units of the holdout do not occur in
 * training: pooling and drawing a new split would destroy that test of unseen names.
 */

import { InputError } from "../../errors";
import { phiLabels } from "../../corpus/document";
import { parseTaggedNote } from "../../corpus/norDeidNotes";
import type { EntityExample } from "../../corpus/examples";
import { countReason } from "../task";
import { splits } from "../../corpus/examples";
import type { EntityTask, LoadedExamples, TaskSource } from "../task";
import type { Split } from "../../corpus/examples";
import { readJsonFile } from "./files";

const publisher = "github.com/UNN-SPKI/Nor-DeID-SynthData (dataset/)";
const files = {
  train: "training.json",
  validation: "validation.json",
  test: "holdout.json",
} as const satisfies Record<Split, string>;

export const norDeid: EntityTask = {
  kind: "entities",
  name: "norDeid",
  version: 1,
  card: "data-cards/nor-deid.md",
  licence: "none stated by the publisher: local use only",
  shareable: false,
  writtenStandards: ["nb"],
  source: "real file: Nor-DeID-SynthData (notes written by GPT-4), published split, test = holdout",
  metric: "entityMicroF1",
  labels: phiLabels,
  dataHashes: {
    "training.json": "e82db9abe647de9124944500194e749bbc18191f4f414c169cef63807091a1de",
    "validation.json": "a203491780be21edee666fab382f12c54b997feb287f045d1938b8569c8b6bd7",
    "holdout.json": "694a81de9e2869e84bc92e5ffbaf9dffe14690edefa529c5fa7c61dc6e51c8e9",
  },
  load: loadNorDeid,
};

async function loadNorDeid(source: TaskSource): Promise<LoadedExamples<EntityExample>> {
  const examples: EntityExample[] = [];
  const skipped: Record<string, number> = {};
  const hashes: Record<string, string> = {};
  for (const split of splits) {
    const file = files[split];
    const { path, value, sha256 } = readJsonFile(source, "nor-deid", file, publisher);
    hashes[file] = sha256;
    const notes = (value as { cleaned_results?: unknown } | null)?.cleaned_results;
    if (!Array.isArray(notes))
      throw new InputError(
        `${path}: no list "cleaned_results"; this is not a file of Nor-DeID-SynthData, take ${file} from ${publisher}`,
      );
    notes.forEach((note: unknown, i) => {
      if (typeof note !== "string")
        throw new InputError(
          `${path}: cleaned_results[${i}] is ${typeof note}, expected text; fetch the file again from ${publisher}`,
        );
      if (note.includes("\0")) return countReason(skipped, "NUL byte");
      const parsed = parseTaggedNote(note);
      if (parsed === undefined) return countReason(skipped, "unbalanced tags");
      if (parsed.text.trim() === "") return countReason(skipped, "empty text");
      const id = `${file.replace(".json", "")}-${i}`;
      examples.push({ id, group: id, split, writtenStandard: "nb", ...parsed });
    });
  }
  return { examples, skipped, hashes };
}
