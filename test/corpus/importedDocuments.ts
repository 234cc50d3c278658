import type { Document } from "../../lib/corpus/document";
import { emptyReport, importDocuments } from "../../lib/corpus/importing";
import type { ImportOptions, ImportReport } from "../../lib/corpus/importing";

/** The documents of files, and what was left out. */
export async function readDocuments(
  paths: readonly string[],
  more: Partial<ImportOptions> = {},
): Promise<{ documents: Document[]; report: ImportReport }> {
  const report = emptyReport();
  const documents: Document[] = [];
  const options = {
    documentType: "notat",
    writtenStandard: "either",
    source: "test",
    report,
    ...more,
  } as const;
  for await (const each of importDocuments(paths, options)) documents.push(each);
  return { documents, report };
}
