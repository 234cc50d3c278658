/** Written standards of whole corpora: documents in, the same documents with their standard out. */

import type { Document, WrittenStandard } from "../corpus/document";
import { identifyDocument, type WrittenStandardModel } from "./model";

/** Documents by standard before and after, and how often a given standard got another answer. */
export type LabellingReport = {
  readonly before: Record<WrittenStandard, number>;
  readonly after: Record<WrittenStandard, number>;
  /** Given standard and answer where both are `nb` or `nn` and differ, as `"nb, found nn"`. */
  readonly disagreements: Record<string, number>;
  /** Documents with two or more sentences of each standard. */
  mixed: number;
};

export function emptyLabellingReport(): LabellingReport {
  const none = (): Record<WrittenStandard, number> => ({ nb: 0, nn: 0, either: 0 });
  return { before: none(), after: none(), disagreements: {}, mixed: 0 };
}

/**
 * Documents with the written standard the model finds.
 *
 * @param options.onlyUnknown - a document that is `nb` or `nn` keeps its standard; what the model
 *   would have said is counted all the same
 */
export async function* labelDocuments(
  documents: Iterable<Document> | AsyncIterable<Document>,
  options: {
    readonly onlyUnknown: boolean;
    readonly report: LabellingReport;
    readonly model?: WrittenStandardModel;
  },
): AsyncGenerator<Document> {
  const { onlyUnknown, report, model } = options;
  for await (const document of documents) {
    const given = document.writtenStandard;
    const found = identifyDocument(document.text, model);
    const keeps = onlyUnknown && given !== "either";
    const writtenStandard = keeps ? given : found.writtenStandard;
    report.before[given]++;
    report.after[writtenStandard]++;
    if (found.sentences.nb >= 2 && found.sentences.nn >= 2) report.mixed++;
    if (
      given !== "either" &&
      found.writtenStandard !== "either" &&
      given !== found.writtenStandard
    ) {
      const pair = `${given}, found ${found.writtenStandard}`;
      report.disagreements[pair] = (report.disagreements[pair] ?? 0) + 1;
    }
    yield { ...document, writtenStandard };
  }
}
