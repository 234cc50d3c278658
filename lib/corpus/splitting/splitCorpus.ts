/** A corpus with its long documents in parts, in the old order or shuffled, and the sizes of the parts. */

import { basename, resolve } from "node:path";
import { withScratchFolder } from "../../files";
import {
  openManifest,
  parentOf,
  readCorpus,
  refuseOwnSource,
  requireFreeForCorpus,
  writeCorpus,
  type CorpusManifest,
} from "../corpus";
import { refusePersonalNumbers } from "../../identityNumbers/gate";
import type { Document } from "../document";
import { splitSentences } from "../sentences";
import type { OnStage } from "../stage";
import { shuffleDocuments } from "./shuffling";
import { countWords, splitDocument, type SplitSettings } from "./splitting";

export type CorpusSplit = {
  readonly manifest: CorpusManifest;
  /** Documents that were divided. */
  readonly divided: number;
  /** Documents of the new corpus: parts, and documents that were short enough. */
  readonly parts: number;
  readonly wordsPerPart: Readonly<Record<"p05" | "p50" | "p95" | "max", number>>;
  /** Share of parts with two sentences or more: what next-sentence prediction can use. */
  readonly severalSentencesShare: number;
};

/**
 * Write the corpus of `dir` to `out` with its long documents divided. Refuses identity numbers of people, for
 * parts are what training reads, and a number in two parts would be found in neither.
 *
 * @param options.shuffleSeed - shuffle all parts over the corpus; in the old order if undefined
 * @throws InputError for a missing or damaged corpus, or an `out` that must not be replaced
 */
export async function splitCorpus(options: {
  readonly dir: string;
  readonly out: string;
  readonly settings: SplitSettings;
  readonly shuffleSeed?: number | undefined;
  /** Whether a corpus at `out` may be replaced. */
  readonly replace?: boolean | undefined;
  readonly onStage?: OnStage;
}): Promise<CorpusSplit> {
  const { dir, out, settings, shuffleSeed, replace, onStage = () => undefined } = options;
  const source = openManifest(dir);
  refuseOwnSource(out, dir);
  requireFreeForCorpus(out, replace);
  const sizes = countParts();
  async function* parts(): AsyncGenerator<Document> {
    let done = 0;
    for await (const document of readCorpus(dir)) {
      // Of the whole too: a number that a cut goes through is in none of the parts.
      refusePersonalNumbers(source.name, document, done + 1);
      const own = splitDocument(document, settings);
      sizes.add(own);
      yield* own;
      if (++done % 100 === 0) onStage("Splitting", done, source.documents);
    }
    onStage("Splitting", done, source.documents);
  }
  const write = (documents: AsyncIterable<Document>): Promise<CorpusManifest> =>
    writeCorpus({
      dir: out,
      replace,
      refuseNumbers: true,
      name: basename(resolve(out)),
      documents,
      settings: {
        command: "split",
        ...settings,
        ...(shuffleSeed !== undefined && { shuffleSeed }),
      },
      shareable: source.shareable,
      parents: [parentOf(source)],
    });
  const manifest =
    shuffleSeed === undefined
      ? await write(parts())
      : await withScratchFolder(out, (folder) =>
          write(
            counted(
              shuffleDocuments(parts(), { seed: shuffleSeed, folder, bytes: source.bytes }),
              (done) => onStage("Writing in random order", done, sizes.parts()),
            ),
          ),
        );
  return { manifest, ...sizes.summary() };
}

async function* counted(
  documents: AsyncIterable<Document>,
  onDocument: (done: number) => void,
): AsyncGenerator<Document> {
  let done = 0;
  for await (const document of documents) {
    yield document;
    if (++done % 100 === 0) onDocument(done);
  }
  onDocument(done);
}

function countParts(): {
  add(parts: readonly Document[]): void;
  parts(): number;
  summary(): Omit<CorpusSplit, "manifest">;
} {
  // How many parts have so many words: as many entries as there are lengths.
  const lengths = new Map<number, number>();
  let [divided, parts, severalSentences] = [0, 0, 0];
  return {
    add(own) {
      if (own.length > 1) divided++;
      for (const { text } of own) {
        parts++;
        const words = countWords(text);
        lengths.set(words, (lengths.get(words) ?? 0) + 1);
        if (splitSentences(text).length > 1) severalSentences++;
      }
    },
    parts: () => parts,
    summary() {
      const sorted = [...lengths].sort(([a], [b]) => a - b);
      const quantile = (share: number): number => {
        let below = 0;
        return sorted.find(([, count]) => (below += count) >= share * parts)?.[0] ?? 0;
      };
      return {
        divided,
        parts,
        wordsPerPart: {
          p05: quantile(0.05),
          p50: quantile(0.5),
          p95: quantile(0.95),
          max: quantile(1),
        },
        severalSentencesShare: parts > 0 ? severalSentences / parts : 0,
      };
    },
  };
}
