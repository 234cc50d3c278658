/** What the data cards say in numbers, computed from the data itself. */

import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { assetPath } from "../assets";
import { sha256OfFile } from "../files";
import type { LoadedExamples, Task } from "../evaluation/task";
import type { Split } from "../corpus/examples";
import { splits } from "../corpus/examples";
import { generatedChoice, generatedEntities } from "../evaluation/tasks/generated";
import { norDeid } from "../evaluation/tasks/norDeid";
import { norMedQa } from "../evaluation/tasks/norMedQa";
import { scoreWrittenStandard } from "../evaluation/writtenStandardScores";
import { heldOutSets } from "../evaluation/writtenStandardSets";
import type { Document, PhiSpan, WrittenStandard } from "../corpus/document";
import { generateClinical, generateGeneral } from "../synthetic/generator/generator";
import { createWorld } from "../synthetic/generator/world";
import { generateTask, type GeneratedTaskName } from "../synthetic/tasks/taskFiles";
import { taskFile, type TaskFile } from "../synthetic/tasks/taskFolder";
import { emptyReport, realGeneralDocuments } from "../corpus/importing";
import { wordsOf } from "../corpus/countedWords";
import { readModelFile } from "../writtenStandard/modelFile";
import type { Computed } from "./dataCard";

/** The seed and sizes of scale `quick`, which the cards of generated text describe. */
const seed = 1;
const clinicalDocuments = 1000;
const generalDocuments = 2000;

/** Computes a card's numbers; undefined where the data folder is not given or lacks the data set. */
export type CardFacts = (data: string | undefined) => Promise<Computed | undefined>;

/** By the name of the card's file, without `.md`. */
export const cardFacts: Readonly<Record<string, CardFacts>> = {
  "generated-clinical": async () => ({
    settings: { seed, documents: clinicalDocuments },
    ...(await countDocuments(
      generateClinical({ world: createWorld(seed), documents: clinicalDocuments, seed }),
    )),
  }),
  "generated-general": async () => ({
    settings: { seed, documents: generalDocuments },
    ...(await countDocuments(generateGeneral({ documents: generalDocuments, seed }))),
  }),
  "general-norwegian": (data) => realCorpus("general-norwegian", ["nb.txt", "nn.txt"], data),
  "ud-norwegian": (data) => realCorpus("ud-norwegian", ["train-nb.txt", "train-nn.txt"], data),
  "generated-choice": () => countTask(generatedChoice, undefined),
  "generated-entities": () => countTask(generatedEntities, undefined),
  "generated-pairs": () => countFiles("pairs"),
  "generated-calls": () => countFiles("calls"),
  "generated-incidents": () => countFiles("incidents"),
  "nor-deid": (data) => realTask(norDeid, "nor-deid", data),
  normedqa: (data) => realTask(norMedQa, "normedqa", data),
  "written-standard": scoreShippedIdentifier,
};

/** What the shipped weights of the written-standard model are, and how well they answer. */
async function scoreShippedIdentifier(data: string | undefined): Promise<Computed | undefined> {
  const sets = ["ud-norwegian", "normedqa", "nor-deid"];
  if (data === undefined || sets.some((name) => !existsSync(join(data, name)))) return undefined;
  const path = assetPath("written-standard.bin");
  const { header } = readModelFile(path);
  const percent = (share: number): number => Math.round(1e4 * share) / 100;
  const scores = Object.entries(await heldOutSets(data)).map(([name, texts]) => {
    const { accuracy, either, accuracyOfAnswered } = scoreWrittenStandard(texts);
    return [
      name,
      {
        texts: texts.length,
        rightPercent: percent(accuracy),
        eitherPercent: percent(either),
        rightOfAnsweredPercent: percent(accuracyOfAnswered ?? 0),
      },
    ] as const;
  });
  return {
    bytes: statSync(path).size,
    sha256: await sha256OfFile(path),
    sentencesLearntFrom: Object.fromEntries(
      header.sources.map(({ name, sentences }) => [name, sentences]),
    ),
    crossValidated: header.measured["crossValidated"]!,
    heldOut: Object.fromEntries(scores),
  };
}

/** Numbers of a corpus by written standard, and a hash of its texts in their order. */
async function countDocuments(
  documents: Iterable<Document> | AsyncIterable<Document>,
): Promise<Computed> {
  const counts: Record<string, Record<string, number>> = {
    documents: {},
    words: {},
    wordTypes: {},
    bytes: {},
  };
  const identifiers: Record<string, number> = {};
  const types = new Map<WrittenStandard, Set<string>>();
  const hash = createHash("sha256");
  for await (const { text, writtenStandard, spans } of documents) {
    const words = wordsOf(text);
    add(counts["documents"]!, writtenStandard, 1);
    add(counts["words"]!, writtenStandard, words.length);
    add(counts["bytes"]!, writtenStandard, Buffer.byteLength(text));
    const own = types.get(writtenStandard) ?? new Set();
    types.set(writtenStandard, own);
    for (const each of words) own.add(each);
    countSpans(identifiers, spans);
    hash.update(text).update("\0");
  }
  for (const [standard, own] of types) counts["wordTypes"]![standard] = own.size;
  return {
    ...Object.fromEntries(Object.entries(counts).map(([name, own]) => [name, inOrder(own)])),
    ...(Object.keys(identifiers).length > 0 && { identifiers: inOrder(identifiers) }),
    sha256: hash.digest("hex"),
  };
}

async function realCorpus(
  name: string,
  files: readonly string[],
  data: string | undefined,
): Promise<Computed | undefined> {
  if (data === undefined || !existsSync(join(data, name))) return undefined;
  const report = emptyReport();
  async function* own(): AsyncGenerator<Document> {
    for await (const document of realGeneralDocuments(data!, report))
      if (document.source === name) yield document;
  }
  const counted = await countDocuments(own());
  // The other collection of the folder has nothing set aside under this reason.
  const setAside = name === "general-norwegian" ? { setAside: report.skipped } : {};
  return { files: await hashes(data, name, files), ...counted, ...setAside };
}

async function hashes(
  data: string,
  folder: string,
  files: readonly string[],
): Promise<Record<string, string>> {
  const pairs = files.map(
    async (file) => [file, await sha256OfFile(join(data, folder, file))] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

async function realTask(
  task: Task,
  folder: string,
  data: string | undefined,
): Promise<Computed | undefined> {
  return data === undefined || !existsSync(join(data, folder)) ? undefined : countTask(task, data);
}

type Example = {
  readonly split: Split;
  readonly writtenStandard: WrittenStandard;
  readonly group: string;
  readonly spans?: readonly PhiSpan[];
};

async function countTask(task: Task, data: string | undefined): Promise<Computed> {
  const loaded: LoadedExamples<Example> = await task.load({ seed, data });
  const isGenerated = Object.keys(task.dataHashes).length === 0;
  return {
    ...(isGenerated ? { settings: { seed } } : { files: loaded.hashes }),
    ...countExamples(loaded.examples),
    ...(isGenerated && { sha256: loaded.hashes }),
    ...(Object.keys(loaded.skipped).length > 0 && { setAside: loaded.skipped }),
  };
}

/** Numbers of a task that a command writes as files, with the hashes of those files. */
function countFiles(name: GeneratedTaskName): Promise<Computed> {
  const task = generateTask(name, seed);
  const files = splits.map((split) => [split, taskFile(task, split).counts] as const);
  const bySplit = (of: (file: TaskFile) => Computed | number | string): Computed =>
    Object.fromEntries(files.map(([split, file]) => [split, of(file)]));
  return Promise.resolve({
    settings: { seed },
    examples: bySplit(({ byStandard }) => byStandard),
    labels: bySplit(({ labels }) => labels),
    sha256: bySplit((file) => file.sha256),
  });
}

/** Examples by split and written standard, groups by split, and identifiers where there are any. */
function countExamples(all: readonly Example[]): Computed {
  const examples: Record<string, Record<string, number>> = {};
  const groups: Record<string, number> = {};
  const identifiers: Record<string, number> = {};
  for (const split of splits) {
    const own = all.filter((example) => example.split === split);
    const byStandard: Record<string, number> = {};
    for (const { writtenStandard } of own) add(byStandard, writtenStandard, 1);
    examples[split] = inOrder(byStandard);
    groups[split] = new Set(own.map(({ group }) => group)).size;
  }
  for (const { spans } of all) countSpans(identifiers, spans);
  return {
    examples,
    groups,
    ...(Object.keys(identifiers).length > 0 && { identifiers: inOrder(identifiers) }),
  };
}

function countSpans(into: Record<string, number>, spans: readonly PhiSpan[] | undefined): void {
  for (const { label } of spans ?? []) add(into, label, 1);
}

function add(into: Record<string, number>, key: string, by: number): void {
  into[key] = (into[key] ?? 0) + by;
}

const inOrder = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
