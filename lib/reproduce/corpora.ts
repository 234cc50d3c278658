/** First part of the main job: text, tokenizer and token caches. */

import { join } from "node:path";
import { corpusHash, writeCorpus } from "../corpus/corpus";
import type { Document } from "../corpus/document";
import { generateClinical, generateGeneral } from "../synthetic/generator/generator";
import { emptyReport, realGeneralDocuments } from "../corpus/importing";
import { buildTokenCache } from "../tokenization/tokenCache";
import { loadTokenizer, saveTokenizer } from "../tokenization/tokenizer";
import { trainTokenizer } from "../tokenization/tokenizerTraining";
import { createWorld } from "../synthetic/generator/world";
import type { Job } from "./job";

export const domains = ["general", "clinical"] as const;
export type Domain = (typeof domains)[number];

export const corpusDir = ({ cache }: Job, domain: Domain): string => join(cache, "corpora", domain);
export const tokenizerDir = ({ cache }: Job): string => join(cache, "tokenizer");
export const tokenCacheDir = ({ cache }: Job, domain: Domain): string =>
  join(cache, "tokens", domain);

/**
 * Make both corpora, a tokenizer trained on them, and their token caches.
 *
 * @returns hashes of the corpora and the tokenizer, which the key of every later stage contains
 */
export async function makeCorpora(
  job: Job,
): Promise<{ readonly corpora: Record<Domain, string>; readonly tokenizer: string }> {
  const { scale, stages } = job;
  const key = {
    data: job.data,
    seed: scale.worldSeed,
    general: scale.generalDocuments,
    clinical: scale.clinicalDocuments,
  };
  const manifests = domains.map((domain) => join(corpusDir(job, domain), "manifest.json"));
  const corpora = await stages.run("corpora", key, manifests, async (update) => ({
    general: await makeGeneralCorpus(job),
    clinical: await makeClinicalCorpus(job, (done) => update(done, scale.clinicalDocuments)),
  }));
  const tokenizerKey = { corpora, size: scale.vocabularySize };
  const file = join(tokenizerDir(job), "tokenizer.json");
  const tokenizer = await stages.run("tokenizer", tokenizerKey, [file], async () => {
    const trained = await trainTokenizer({
      corpora: domains.map((domain) => corpusDir(job, domain)),
      vocabularySize: scale.vocabularySize,
      lowercase: false,
    });
    saveTokenizer(tokenizerDir(job), trained);
    const tokenizer = await loadTokenizer(tokenizerDir(job));
    for (const domain of domains)
      await buildTokenCache({
        corpusDir: corpusDir(job, domain),
        tokenizer,
        dir: tokenCacheDir(job, domain),
        replace: true, // of another corpus or tokenizer: the folder is this job's own
      });
    return tokenizer.hash;
  });
  return { corpora, tokenizer };
}

async function makeGeneralCorpus(job: Job): Promise<string> {
  const { scale, data } = job;
  const report = emptyReport();
  const manifest = await writeCorpus({
    dir: corpusDir(job, "general"),
    replace: true, // of another scale or seed: the folder is this job's own
    name: data === undefined ? "generated-general" : "real-general",
    documents:
      data === undefined
        ? generateGeneral({ documents: scale.generalDocuments, seed: scale.worldSeed })
        : realGeneralDocuments(data, report),
    settings:
      data === undefined ? { seed: scale.worldSeed } : { sets: "general-norwegian, ud-norwegian" },
    shareable: data === undefined,
    skipped: report.skipped,
  });
  return corpusHash(manifest);
}

async function makeClinicalCorpus(job: Job, onDocument: (done: number) => void): Promise<string> {
  const { worldSeed: seed, clinicalDocuments: documents } = job.scale;
  const notes = generateClinical({ world: createWorld(seed), documents, seed });
  const manifest = await writeCorpus({
    dir: corpusDir(job, "clinical"),
    replace: true,
    name: "generated-clinical",
    documents: counted(notes, onDocument),
    settings: { seed, documents },
    shareable: true,
  });
  return corpusHash(manifest);
}

function* counted(documents: Iterable<Document>, onDocument: (done: number) => void) {
  let done = 0;
  for (const document of documents) {
    yield document;
    onDocument(++done);
  }
}
