/** A corpus without what identifies people, document by document, and the list of what to look at. */

import { originOf, type Document, type PhiLabel } from "../corpus/document";
import type { Detection, FindingSource } from "./finding";
import { withoutAccidentalNumbers } from "./accidentalNumbers";
import { drawsOf, pseudonymOf } from "./draws";
import type { Detector } from "./detection";
import type { Gazetteer } from "./gazetteer";
import { refusePersonalNumbers } from "../identityNumbers/gate";
import { replaceSpans } from "./replacement";

/** A span that a person should look at. Offsets are of the original; it holds no text unless asked. */
export type ReviewItem = {
  readonly document: string;
  /** Id in the output. */
  readonly writtenAs: string;
  readonly start: number;
  readonly end: number;
  readonly label: PhiLabel;
  readonly sources: readonly FindingSource[];
  readonly reasons: readonly string[];
  /** The span between what stands around it: never to leave the place where it was made. */
  readonly context?: string;
};

export type DeidentificationCounts = {
  documents: number;
  spans: number;
  byLabel: Partial<Record<PhiLabel, number>>;
  /** Spans that go to the review list. */
  doubtful: number;
};

export type DeidentificationOptions = {
  readonly detect: Detector;
  readonly gazetteer: Gazetteer;
  readonly secret: string;
  /**
   * The patient of a document, by its origin. Dates of one patient move alike.
   *
   * @defaultValue the origin itself: parts of one note belong together
   */
  readonly groupOf?: (origin: string) => string;
  /** Whether documents keep their ids, which may be numbers of patients. */
  readonly keepIds?: boolean;
  /** Called with each doubtful span. */
  readonly onReview?: (item: ReviewItem) => void;
  readonly withContext?: boolean;
};

/** Documents that a model sees at once. */
const documentsAtOnce = 32;
const contextLength = 30;

/**
 * Documents with surrogates for what identifies people, in their order; a few dozen are in memory at
 * a time. Spans that a document brings are replaced as well as those that are found.
 *
 * @param counts - filled while iterating
 */
export async function* deidentifyDocuments(
  documents: AsyncIterable<Document> | Iterable<Document>,
  options: DeidentificationOptions,
  counts: DeidentificationCounts,
): AsyncGenerator<Document> {
  for await (const chunk of inChunks(documents)) {
    const found = await options.detect(
      chunk.map(({ text }) => text),
      chunk.map(({ spans }) => spans ?? []),
    );
    for (const [i, document] of chunk.entries())
      yield deidentified(document, found[i]!, options, counts);
  }
}

/** What has been counted so far: nothing. */
export const noDeidentificationCounts = (): DeidentificationCounts => ({
  documents: 0,
  spans: 0,
  byLabel: {},
  doubtful: 0,
});

function deidentified(
  document: Document,
  detections: readonly Detection[],
  options: DeidentificationOptions,
  counts: DeidentificationCounts,
): Document {
  const { secret, gazetteer } = options;
  const origin = originOf(document);
  const group = options.groupOf?.(origin) ?? origin;
  const isShared = group !== document.id;
  const id = options.keepIds ? document.id : newId(secret, document.id, group);
  const replaced = withoutAccidentalNumbers(
    replaceSpans(document, detections, { gazetteer, secret, group, isShared }),
    drawsOf(secret, group),
  );
  counts.documents++;
  counts.spans += detections.length;
  for (const { label } of detections) counts.byLabel[label] = (counts.byLabel[label] ?? 0) + 1;
  for (const { start, end, label, sources, doubts } of detections) {
    if (doubts.length === 0) continue;
    counts.doubtful++;
    options.onReview?.({
      document: document.id,
      writtenAs: id,
      start,
      end,
      label,
      sources,
      reasons: doubts,
      ...(options.withContext && { context: contextOf(document.text, start, end) }),
    });
  }
  const result = {
    ...document,
    id,
    ...(document.origin !== undefined && {
      origin: options.keepIds ? origin : newId(secret, origin, group),
    }),
    text: replaced.text,
    spans: replaced.spans,
  };
  // What is written is what the gate before training will read.
  refusePersonalNumbers("of the output", result, counts.documents);
  return result;
}

/** Ids of one patient keep a beginning in common. */
const newId = (secret: string, id: string, group: string): string =>
  group === id
    ? pseudonymOf(secret, id)
    : `${pseudonymOf(secret, group, 12)}-${pseudonymOf(secret, id, 12)}`;

const contextOf = (text: string, start: number, end: number): string =>
  `${text.slice(Math.max(0, start - contextLength), start)}[[${text.slice(start, end)}]]${text.slice(end, end + contextLength)}`;

async function* inChunks(
  documents: AsyncIterable<Document> | Iterable<Document>,
): AsyncGenerator<Document[]> {
  let chunk: Document[] = [];
  for await (const document of documents) {
    chunk.push(document);
    if (chunk.length === documentsAtOnce) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
