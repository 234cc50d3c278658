/** A corpus without its duplicates, and a list of what was left out for what. */

import { basename, resolve } from "node:path";
import { InputError } from "../../errors";
import { openLineFile, requireFreeFile } from "../../files";
import {
  openManifest,
  parentOf,
  readCorpus,
  refuseOwnSource,
  requireFreeForCorpus,
  writeCorpus,
  type CorpusManifest,
} from "../corpus";
import type { Document } from "../document";
import type { OnStage } from "../stage";
import { findDuplicates, type Duplicates, type DuplicateSettings } from "./duplicates";

export type Deduplication = {
  readonly manifest: CorpusManifest;
  /** Documents left out because one before has the same text. */
  readonly exact: number;
  /** Documents left out because one before is nearly the same. */
  readonly near: number;
  /** Of the near ones: those that are like the kept one only by way of others. */
  readonly chained: number;
  readonly comparisonsLeftOut: number;
  /** Near duplicates kept because they differ from another document by a negation or a number. */
  readonly contradictions: number;
};

/**
 * Write the corpus of `dir` without its duplicates to `out`.
 *
 * @param options.report - a file for one line of JSON a document left out:
 *   `{"kept": id, "dropped": id, "similarity": number, "exact": boolean}`
 * @throws InputError for a missing or damaged corpus, or an `out` that must not be replaced
 */
export async function deduplicateCorpus(options: {
  readonly dir: string;
  readonly out: string;
  readonly settings: DuplicateSettings;
  readonly report?: string | undefined;
  /** Whether what is at `out` and `report` may be replaced. */
  readonly replace?: boolean | undefined;
  readonly onStage?: OnStage;
}): Promise<Deduplication> {
  const { dir, out, settings, replace = false, onStage = () => undefined } = options;
  const source = openManifest(dir);
  refuseOwnSource(out, dir);
  requireFreeForCorpus(out, replace);
  requireFreeFile(options.report, { option: "--report", replace, notIn: out });
  const report = options.report === undefined ? undefined : openLineFile(options.report);
  try {
    const { documents } = source;
    const found = await findDuplicates(() => readCorpus(dir), documents, settings, out, onStage);
    const counts = countDuplicates(found, settings.threshold ?? 1);
    const manifest = await writeCorpus({
      dir: out,
      replace,
      name: basename(resolve(out)),
      documents: keep(
        readCorpus(dir),
        found,
        (line) => report?.write(line),
        (done) => onStage("Writing", done, documents),
      ),
      settings: {
        command: "dedup",
        ...(settings.threshold !== undefined && {
          threshold: settings.threshold,
          minhash: settings.minhash,
          ...(settings.keepContradictions && { keptContradictions: found.contradictions }),
        }),
      },
      shareable: source.shareable,
      skipped: {
        ...(counts.exact > 0 && { "exact duplicate": counts.exact }),
        ...(counts.near > 0 && { "near duplicate": counts.near }),
      },
      parents: [parentOf(source)],
    });
    report?.commit();
    const { comparisonsLeftOut, contradictions } = found;
    return { manifest, ...counts, comparisonsLeftOut, contradictions };
  } finally {
    report?.discard();
  }
}

function countDuplicates(
  { keptFor, isExact, similarity }: Duplicates,
  threshold: number,
): Pick<Deduplication, "exact" | "near" | "chained"> {
  let [exact, near, chained] = [0, 0, 0];
  for (let document = 0; document < keptFor.length; document++) {
    if (keptFor[document] === document) continue;
    if (isExact[document]) exact++;
    else {
      near++;
      if (similarity[document]! < Math.fround(threshold)) chained++;
    }
  }
  return { exact, near, chained };
}

/** Documents that are kept; a line of the report for each of the others. */
async function* keep(
  documents: AsyncIterable<Document>,
  { keptFor, isExact, similarity }: Duplicates,
  report: (line: string) => void,
  onDocument: (done: number) => void,
): AsyncGenerator<Document> {
  // Ids of the documents that stand for others: what a line of the report needs.
  const standsForOthers = new Uint8Array(keptFor.length);
  keptFor.forEach((kept, document) => {
    if (kept !== document) standsForOthers[kept] = 1;
  });
  const ids = new Map<number, string>();
  let number = 0;
  for await (const document of documents) {
    const kept = keptFor[number];
    if (kept === undefined)
      throw new InputError(
        `corpus: more documents than its manifest says (${keptFor.length}). Make it again.`,
      );
    if (standsForOthers[number]) ids.set(number, document.id);
    if (kept === number) yield document;
    else
      report(
        JSON.stringify({
          kept: ids.get(kept),
          dropped: document.id,
          similarity: Number(similarity[number]!.toFixed(4)),
          exact: isExact[number] === 1,
        }),
      );
    if (++number % 100 === 0) onDocument(number);
  }
  onDocument(number);
}
