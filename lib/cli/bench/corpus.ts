/**
 * `kliniskvest bench corpus`: time and memory of each stage from generated text to packed rows, at
 * several sizes. Each stage is a process of its own, for the highest memory of a process never falls.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { openLineFile } from "../../files";
import { openManifest, readCorpus, writeCorpus } from "../../corpus/corpus";
import { deduplicateCorpus } from "../../corpus/duplicates/deduplication";
import { defaultMinHash } from "../../corpus/duplicates/minhash";
import { generateClinical } from "../../synthetic/generator/generator";
import { createWorld } from "../../synthetic/generator/world";
import { emptyReport, importDocuments } from "../../corpus/importing";
import { packRows, planPacking } from "../../training/packing/packing";
import { splitCorpus } from "../../corpus/splitting/splitCorpus";
import { defaultSplit } from "../../corpus/splitting/splitting";
import { corpusStatistics } from "../../statistics/statistics";
import { buildTokenCache, openTokenCache } from "../../tokenization/tokenCache";
import { loadTokenizer, saveTokenizer } from "../../tokenization/tokenizer";
import { trainTokenizer } from "../../tokenization/tokenizerTraining";
import { benchApart } from "./process";
import { withInterrupt } from "../interrupt";

type Measured = {
  readonly stage: string;
  /** Of text: UTF-8 bytes / 10^6. */
  readonly megabytes: number;
  readonly seconds: number;
  /** Of all threads: on a busy machine this says more. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** What the stage says of its result. */
  readonly result: Readonly<Record<string, number>>;
};

type Flags = {
  readonly megabytes: readonly number[];
  readonly dir?: string;
  readonly only?: string;
  readonly json?: boolean;
};

/** The command with its options, for `bench.ts`. */
export function corpusBenchCommand(): Command {
  return new Command("corpus")
    .description("time and memory from generated text to packed rows, as corpora grow")
    .option("--megabytes <sizes>", "sizes of text, separated by commas", sizesOf, [10, 100])
    .option(
      "--dir <folder>",
      "an existing folder to work in; by default the system's temporary one",
    )
    .addOption(new Option("--only <stage>").hideHelp())
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExample:\n  kliniskvest bench corpus --megabytes 10,100,1000 --dir .")
    .action(async ({ megabytes, dir = tmpdir(), only, json }: Flags) => {
      if (only !== undefined) {
        console.log(JSON.stringify(await measure(only, megabytes[0]!, dir)));
        return;
      }
      const rows: Measured[] = [];
      await withInterrupt("stopped; its folder is removed", async (signal) => {
        for (const size of megabytes) {
          const folder = mkdtempSync(join(dir, "kliniskvest-bench-"));
          try {
            for (const stage of Object.keys(stages)) {
              const sized = ["--megabytes", String(size), "--dir", folder];
              rows.push(
                benchApart(`${stage}, ${size} MB`, [
                  "corpus",
                  "--only",
                  stage,
                  ...sized,
                ]) as Measured,
              );
              if (!json) console.log(line(rows.at(-1)!));
              await setImmediate(); // an interrupt is only seen between turns of the event loop
              signal.throwIfAborted();
            }
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        }
      });
      if (json) console.log(JSON.stringify(rows, null, 2));
    });
}

function sizesOf(text: string): number[] {
  const sizes = text.split(",").map(Number);
  if (!sizes.every((size) => size > 0 && Number.isFinite(size)))
    throw new InvalidArgumentError("Give numbers above 0 such as 10,100.");
  return sizes;
}

function line({ stage, megabytes, seconds, cpuSeconds, peakMegabytes, result }: Measured): string {
  const details = Object.entries(result).map(([name, value]) => `${name} ${value}`);
  return `${String(megabytes).padStart(6)} MB  ${stage.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s  ${cpuSeconds.toFixed(1).padStart(6)} CPU s  ${(megabytes / seconds).toFixed(1).padStart(6)} MB/s  peak ${peakMegabytes.toFixed(0).padStart(5)} MB  ${details.join(", ")}`;
}

async function measure(stage: string, megabytes: number, dir: string): Promise<Measured> {
  const begun = performance.now();
  const result = await stages[stage]!(dir, megabytes);
  const { user, system } = process.cpuUsage();
  return {
    stage,
    megabytes,
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    result,
  };
}

const sequenceLength = 512;

/** In order; each reads what those before it wrote into the folder. */
const stages: Readonly<
  Record<string, (dir: string, megabytes: number) => Promise<Record<string, number>>>
> = {
  async generate(dir, megabytes) {
    const world = createWorld(1);
    const generate = (documents: number) =>
      generateClinical({ world, documents, seed: 1, nynorskShare: 0.5 });
    let [bytes, sampled] = [0, 0];
    for (const { text } of generate(200)) {
      bytes += Buffer.byteLength(text);
      sampled++;
    }
    const wanted = Math.ceil((megabytes * 1e6 * sampled) / bytes);
    return write(join(dir, "generated"), generate(wanted));
  },
  async export(dir) {
    const file = openLineFile(join(dir, "notes.jsonl"));
    let documents = 0;
    for await (const { id, text, documentType } of readCorpus(join(dir, "generated"))) {
      file.write(JSON.stringify({ id, text, documentType }));
      // Every tenth comes again without its last word, so that there is something to find.
      if (documents++ % 10 === 0)
        file.write(JSON.stringify({ id: `${id}b`, text: text.replace(/\s\S+$/, "") }));
    }
    file.commit();
    return { documents };
  },
  async import(dir) {
    const report = emptyReport();
    const options = {
      documentType: "notat",
      writtenStandard: "either",
      source: "bench",
      report,
    } as const;
    return write(join(dir, "imported"), importDocuments([join(dir, "notes.jsonl")], options));
  },
  async dedup(dir) {
    const { exact, near, comparisonsLeftOut, manifest } = await deduplicateCorpus({
      dir: join(dir, "imported"),
      out: join(dir, "distinct"),
      settings: { threshold: 0.8, minhash: defaultMinHash },
      report: join(dir, "duplicates.jsonl"),
    });
    return { documents: manifest.documents, exact, near, comparisonsLeftOut };
  },
  async split(dir) {
    const { parts } = await splitCorpus({
      dir: join(dir, "distinct"),
      out: join(dir, "parts"),
      settings: { ...defaultSplit, maxWords: 60 },
      shuffleSeed: 1,
    });
    return { parts };
  },
  async stats(dir) {
    const { words, wordTypes } = await corpusStatistics(join(dir, "parts"));
    return { words, wordTypes };
  },
  async tokenizer(dir) {
    // From a few notes whatever the size: its training is not what is measured here.
    const sample = join(dir, "sample");
    const world = createWorld(1);
    await write(sample, generateClinical({ world, documents: 2000, seed: 1, nynorskShare: 0.5 }));
    const trained = await trainTokenizer({
      corpora: [sample],
      vocabularySize: 8000,
      lowercase: false,
    });
    saveTokenizer(join(dir, "tokenizer"), trained);
    return {};
  },
  async tokens(dir) {
    const { tokens } = await buildTokenCache({
      corpusDir: join(dir, "parts"),
      tokenizer: await loadTokenizer(join(dir, "tokenizer")),
      dir: join(dir, "tokens"),
    });
    return {
      tokens: tokens.length,
      bytesPerToken: openManifest(join(dir, "parts")).bytes / tokens.length,
    };
  },
  async pack(dir) {
    const cache = openTokenCache(join(dir, "tokens"));
    const { special } = await loadTokenizer(join(dir, "tokenizer"));
    const plan = planPacking(cache, { sequenceLength, seed: 1, epoch: 0 });
    for (let row = 0; row < plan.rows; row++) packRows(cache, plan, [row], special);
    return { rows: plan.rows, fill: plan.fill };
  },
};

async function write(
  dir: string,
  documents: Parameters<typeof writeCorpus>[0]["documents"],
): Promise<Record<string, number>> {
  const manifest = await writeCorpus({
    dir,
    name: "bench",
    documents,
    settings: {},
    shareable: true,
  });
  return { documents: manifest.documents };
}
