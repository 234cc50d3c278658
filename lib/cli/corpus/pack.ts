import { Command } from "commander";
import { withScratchFolder } from "../../files";
import { openManifest } from "../../corpus/corpus";
import { packRows, planPacking, type PackingPlan } from "../../training/packing/packing";
import { buildTokenCache, type TokenCache } from "../../tokenization/tokenCache";
import { loadTokenizer, type Tokenizer } from "../../tokenization/tokenizer";
import type { OnStage } from "../../corpus/stage";
import { forceOption, wholeNumber } from "../arguments";
import { withStages } from "./output";

type Flags = {
  readonly tokenizer: string;
  readonly sequenceLength: number;
  readonly tokens?: string;
  readonly seed: number;
  readonly epoch: number;
  readonly force?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest corpus pack` */
export function packCommand(): Command {
  return new Command("pack")
    .description("how documents fill rows of one length when they are packed, and how fast")
    .argument("<folder>", "a corpus")
    .requiredOption("--tokenizer <folder>", "the tokenizer")
    .option("--sequence-length <tokens>", "positions of a row", wholeNumber(3), 512)
    .option("--tokens <folder>", "keep the token cache here, or use the one that is here")
    .option("--seed <seed>", "any whole number", wholeNumber(0), 1)
    .option("--epoch <number>", "of which the rows are packed, from 0", wholeNumber(0), 0)
    .addOption(forceOption("a token cache at --tokens that is of another corpus or tokenizer"))
    .option("--json", "print the numbers as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus pack corpora/parts --tokenizer tokenizers/notes --sequence-length 512 --tokens tokens/parts",
    )
    .action(async (dir: string, flags: Flags) => {
      openManifest(dir);
      const tokenizer = await loadTokenizer(flags.tokenizer);
      const result = await withStages((onStage) => {
        const work = (tokens: string) => pack(dir, tokenizer, tokens, flags, onStage);
        return flags.tokens === undefined ? withScratchFolder(dir, work) : work(flags.tokens);
      });
      if (flags.json) return console.log(JSON.stringify(result, null, 2));
      const perSecond = Math.round(result.tokensPerSecond);
      console.log(
        `${result.documents} documents, ${result.tokens} tokens in ${result.rows} rows of ${flags.sequenceLength}: ${(100 * result.fill).toFixed(2)} % of the positions filled; ${result.cutDocuments} documents longer than a row`,
      );
      console.log(
        `planned in ${result.planSeconds.toFixed(1)} s; rows made at ${perSecond} tokens/s`,
      );
    });
}

/** Rows that are made together when their making is timed. */
const rowsAtOnce = 64;

async function pack(
  corpusDir: string,
  tokenizer: Tokenizer,
  dir: string,
  flags: Flags,
  onStage: OnStage,
) {
  const cache = await buildTokenCache({
    corpusDir,
    tokenizer,
    dir,
    replace: flags.force,
    onProgress: (done, total) => onStage("Tokenizing", done, total),
  });
  const begun = performance.now();
  onStage("Planning the rows", 0, 1);
  const { sequenceLength, seed, epoch } = flags;
  const plan = planPacking(cache, { sequenceLength, seed, epoch });
  const planned = performance.now();
  await makeRows(cache, plan, tokenizer, onStage);
  const { rows, tokens, fill } = plan;
  return {
    documents: cache.documents,
    emptyDocuments: cache.emptyDocuments,
    cutDocuments: countCut(plan),
    pieces: plan.lengths.length,
    rows,
    tokens,
    sequenceLength,
    fill,
    planSeconds: (planned - begun) / 1000,
    tokensPerSecond: tokens / ((performance.now() - planned) / 1000),
  };
}

async function makeRows(
  cache: TokenCache,
  plan: PackingPlan,
  { special }: Tokenizer,
  onStage: OnStage,
): Promise<void> {
  for (let row = 0; row < plan.rows; row += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, plan.rows - row);
    packRows(
      cache,
      plan,
      Array.from({ length: count }, (_, i) => row + i),
      special,
    );
    if (row % (64 * rowsAtOnce) === 0) {
      await new Promise(setImmediate); // lets an interrupt through
      onStage("Making rows", row, plan.rows);
    }
  }
  onStage("Making rows", plan.rows, plan.rows);
}

/** Documents in more than one piece. */
function countCut({ documents }: PackingPlan): number {
  const pieces = new Uint8Array(documents.reduce((most, each) => Math.max(most, each), 0) + 1);
  let cut = 0;
  for (const document of documents) if (pieces[document]! < 2 && ++pieces[document]! === 2) cut++;
  return cut;
}
