/**
 * A corpus whose written standards and document types are balanced by temperature (`samplingPlan.ts`).
 * Two passes: the first counts words, the second copies documents, one in memory at a time.
 */

import { InputError } from "../errors";
import {
  openManifest,
  parentOf,
  readCorpus,
  refuseOwnSource,
  requireFreeForCorpus,
  writeCorpus,
  type CorpusManifest,
} from "./corpus";
import { originOf, type Document } from "./document";
import { planSample, totalOf, type SampledGroup, type SamplingSettings } from "./samplingPlan";
import { streamCorpusRows } from "./corpusRows";

/** What a sample did to its corpus, in numbers and labels. */
export type SampleReport = {
  /** From the largest before to the smallest. */
  readonly groups: readonly SampledGroup[];
  readonly total: Omit<SampledGroup, "labels">;
};

/**
 * Write a balanced sample of the corpus at `source` to `out`. Documents keep their order, labels and
 * spans; a document that occurs again follows itself with `~2`, `~3`, … after its id and the same origin,
 * by which training holds out.
 *
 * @param options.watch - sees the documents on their way, e.g. to show progress; its total is in the plan
 * @throws InputError for a missing or damaged corpus, one that is a sample itself, settings that cannot be
 *   met, or an `out` that is the source
 */
export async function sampleCorpus(
  source: string,
  options: {
    readonly out: string;
    readonly name: string;
    readonly settings: SamplingSettings;
    /** Whether a corpus at `out` may be replaced. */
    readonly replace?: boolean | undefined;
    readonly watch?: (documents: AsyncIterable<Document>, total: number) => AsyncIterable<Document>;
  },
): Promise<{ readonly manifest: CorpusManifest; readonly report: SampleReport }> {
  const { out, name, settings, replace, watch = (documents) => documents } = options;
  const from = openManifest(source);
  refuseOwnSource(out, source);
  requireFreeForCorpus(out, replace);
  const plan = await planSample(originals(source), settings);
  const groups = [...plan.groups].sort((a, b) => b.before.words - a.before.words);
  const total = totalOf(groups);
  requireAmount(source, total, settings);
  async function* documents(): AsyncGenerator<Document> {
    for await (const document of readCorpus(source)) {
      const copies = plan.copies(document);
      for (let copy = 1; copy <= copies; copy++)
        yield copy === 1
          ? document
          : { ...document, id: `${document.id}~${copy}`, origin: originOf(document) };
    }
  }
  const { temperature, ...rest } = settings;
  const left = total.before.documents - total.kept.documents;
  const manifest = await writeCorpus({
    dir: out,
    replace,
    refuseNumbers: true,
    name,
    documents: watch(documents(), total.after.documents),
    settings: {
      command: "sample",
      // JSON has no Infinity.
      temperature: Number.isFinite(temperature) ? temperature : "uniform",
      ...rest,
    },
    shareable: from.shareable,
    parents: [parentOf(from)],
    skipped: left > 0 ? { "not drawn": left } : {},
  });
  return { manifest, report: { groups, total } };
}

/** The rows of a corpus that is no sample: ids such as `a~2` could meet those given here. */
async function* originals(source: string) {
  let number = 0;
  for await (const row of streamCorpusRows(source)) {
    number++;
    if (/~\d+$/.test(row.id))
      throw new InputError(
        `corpus ${source}: document ${number} is a copy by its id, which ends in ~ and a number, so the corpus is a sample. Sample the corpus that it was drawn from.`,
      );
    yield row;
  }
}

/** Refuse more than the corpus can give. */
function requireAmount(
  source: string,
  { before }: SampleReport["total"],
  { words, documents, maxRepeats }: SamplingSettings,
): void {
  for (const [wanted, unit] of [
    [words, "words"],
    [documents, "documents"],
  ] as const)
    if (wanted !== undefined && wanted > before[unit] * maxRepeats)
      throw new InputError(
        `corpus ${source}: ${wanted} ${unit} asked for, but it has ${before[unit]}, each at most ${maxRepeats} times. Ask for at most ${before[unit] * maxRepeats}, or allow more repeats.`,
      );
}
