/**
 * `kliniskvest bench packing`: useful tokens a second of packed rows beside padded ones, on generated
 * notes. One training step each, in turns: forwards, backwards and the update.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import type { HostTensor } from "../../engine";
import { median } from "../../evaluation/statistics";
import { maskRow } from "../../masking/masking";
import { random } from "../../random";
import { recipes, type PretrainingRecipe } from "../../recipe";
import { writeCorpus } from "../../corpus/corpus";
import { generateClinical } from "../../synthetic/generator/generator";
import { createWorld } from "../../synthetic/generator/world";
import { buildTokenCache } from "../../tokenization/tokenCache";
import { loadTokenizer, saveTokenizer } from "../../tokenization/tokenizer";
import { trainTokenizer } from "../../tokenization/tokenizerTraining";
import {
  assemble,
  trainingBatches,
  type BatchSettings,
  type BatchSource,
} from "../../training/batches";
import type { PretrainingBatch } from "../../training/batches";
import {
  initializePretrainingModel,
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../training/objective";
import { drawPassage, plainSegment } from "../../training/segments";
import { createTrainingStep } from "../../training/step";
import { wholeNumber } from "../arguments";
import { withInterrupt } from "../interrupt";
import { createProgress } from "../progress";

type Flags = {
  readonly sequence: number;
  readonly rows: number;
  readonly rounds: number;
  readonly documents: number;
  readonly json?: boolean;
};

/** How rows are made; the first is what the ratios are of. */
const layouts = {
  packed: "several documents a row",
  "padded to the row": "one document a row, each row as long as the longest allowed",
  "padded to the batch": "one document a row, rows as long as the longest of their batch",
  "sorted by length": "the same, documents of like length together",
} as const;
type Layout = keyof typeof layouts;
const layoutNames = Object.keys(layouts) as Layout[];

type Measured = {
  readonly recipe: string;
  readonly layout: Layout;
  /** Useful tokens a second: padding not counted, special tokens counted. */
  readonly tokensPerSecond: number;
  readonly usefulShare: number;
  /** Time of the thread that prepares batches, as a share of that of the steps. */
  readonly preparingShare: number;
};

/** The command with its options, for `bench.ts`. */
export function packingCommand(): Command {
  return new Command("packing")
    .description("useful tokens a second of packed and padded rows")
    .option("--sequence <tokens>", "longest row", wholeNumber(32), 512)
    .option("--rows <count>", "rows of a batch", wholeNumber(1), 8)
    .option("--rounds <count>", "measured batches of each layout", wholeNumber(1), 12)
    .option("--documents <count>", "generated notes", wholeNumber(100), 1000)
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExample:\n  kliniskvest bench packing --sequence 512 --rows 8")
    .action(async (flags: Flags) => {
      const dir = mkdtempSync(join(tmpdir(), "kliniskvest-packing-"));
      try {
        await withInterrupt("stopped", (signal) => bench(flags, dir, signal));
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    });
}

async function bench(flags: Flags, dir: string, signal: AbortSignal): Promise<void> {
  const progress = createProgress();
  progress.stage("notes, tokenizer, token cache");
  const source = await makeSource(flags.documents, dir);
  progress.finish();
  const measured: Measured[] = [];
  for (const recipe of Object.values(recipes).filter(({ name }) => name.endsWith("Small"))) {
    progress.stage(recipe.name);
    measured.push(
      ...(await measure(recipe, source, flags, (done) => {
        signal.throwIfAborted();
        progress.update(done, flags.rounds);
      })),
    );
    progress.finish();
  }
  if (flags.json) return console.log(JSON.stringify({ ...flags, measured }, null, 2));
  console.log(`${flags.rows} rows of at most ${flags.sequence} tokens, ${flags.rounds} rounds`);
  for (const { recipe, layout, tokensPerSecond, usefulShare, preparingShare } of measured) {
    const packed = measured.find((one) => one.recipe === recipe && one.layout === "packed")!;
    const ratio = packed.tokensPerSecond / tokensPerSecond;
    console.log(
      [
        recipe.padEnd(23),
        layout.padEnd(20),
        `${tokensPerSecond.toFixed(0)} useful tokens/s`.padEnd(24),
        `${(100 * usefulShare).toFixed(1)} % useful`.padEnd(15),
        `preparing ${(100 * preparingShare).toFixed(1)} %`.padEnd(17),
        `packed is ${ratio.toFixed(2)} times as fast`,
      ].join(" "),
    );
  }
}

async function makeSource(documents: number, dir: string): Promise<BatchSource> {
  const seed = 1;
  const corpusDir = join(dir, "corpus");
  const tokenizerDir = join(dir, "tokenizer");
  await writeCorpus({
    ...{ dir: corpusDir, name: "generated-clinical", settings: { seed, documents } },
    documents: generateClinical({ world: createWorld(seed), documents, seed }),
    shareable: true,
  });
  const files = { corpora: [corpusDir], vocabularySize: 4000, lowercase: false };
  saveTokenizer(tokenizerDir, await trainTokenizer(files));
  const tokenizer = await loadTokenizer(tokenizerDir);
  const cache = await buildTokenCache({ corpusDir, tokenizer, dir: join(dir, "tokens") });
  return { cache, tokenizer };
}

async function measure(
  recipe: PretrainingRecipe,
  source: BatchSource,
  { sequence, rows, rounds }: Flags,
  onRound: (done: number) => void,
): Promise<Measured[]> {
  const { tokenizer } = source;
  const config = {
    ...recipe.encoder,
    maximumPositions: Math.max(sequence, recipe.encoder.maximumPositions),
    vocabularySize: tokenizer.size,
    padId: tokenizer.special.pad,
  };
  const settings: BatchSettings = {
    ...{ objective: "mlm", masking: { unit: "subword", rate: 0.15 }, layout: "packed" },
    ...{ sequenceLength: sequence, rows, heldOutShare: 0 },
  };
  const model = initializePretrainingModel(config, 1);
  const training = createTrainingStep<PretrainingModel<HostTensor>, PretrainingInput<HostTensor>>(
    model,
    (model, input, dropout) => pretrainingLoss(config, model, input, dropout),
    { optimizer: recipe.settings.optimizer, clipNorm: 1, seed: 1 },
  );
  const batchesOf = batchFunctions(source, settings);
  const results = layoutNames.map(() => ({
    speeds: [] as number[],
    preparing: 0,
    computing: 0,
    tokens: 0,
    positions: 0,
  }));
  try {
    // A length of rows is a graph of its own, made in the first round that has it.
    for (let round = -Math.ceil(sequence / 32); round < rounds; round++) {
      for (const [i, layout] of layoutNames.entries()) {
        const start = performance.now();
        const { input, tokens } = batchesOf[layout](round + 100);
        const prepared = performance.now();
        const time = async (): Promise<number> => {
          const begun = performance.now();
          await training.run([input], 1, 1e-6);
          return performance.now() - begun;
        };
        if (round < 0) {
          await time();
          continue;
        }
        // Twice, and the faster: another process, or a graph not met yet, strikes once.
        const milliseconds = Math.min(await time(), await time());
        const result = results[i]!;
        result.speeds.push((1000 * tokens) / milliseconds);
        result.preparing += prepared - start;
        result.computing += milliseconds;
        result.tokens += tokens;
        result.positions += input.ids.data.length;
      }
      onRound(Math.max(0, round + 1));
    }
  } finally {
    await training.release();
  }
  return results.map(({ speeds, preparing, computing, tokens, positions }, i) => ({
    recipe: recipe.name,
    layout: layoutNames[i]!,
    tokensPerSecond: median(speeds),
    usefulShare: tokens / positions,
    preparingShare: preparing / computing,
  }));
}

/** The batches of each layout, by their number. */
function batchFunctions(
  source: BatchSource,
  settings: BatchSettings,
): Readonly<Record<Layout, (batch: number) => Pick<PretrainingBatch, "input" | "tokens">>> {
  const { cache, tokenizer } = source;
  const packed = trainingBatches(source, settings, 1);
  const sorted = trainingBatches(source, { ...settings, layout: "padded" }, 1);
  /** Documents in random order, one a row. */
  const unsorted = (batch: number, layout: BatchSettings["layout"]): PretrainingBatch => {
    const rows = Array.from({ length: settings.rows }, (_, row) => {
      const draw = random(1, "padded rows", batch, row);
      const room = settings.sequenceLength - 2;
      const passage = drawPassage(cache, draw.integer(cache.documents), room, draw);
      const segment = plainSegment(cache, tokenizer, passage);
      const masked = maskRow(segment.ids, settings.masking, 0, draw, tokenizer);
      return [{ ...segment, masked }];
    });
    return assemble(source, { ...settings, layout }, rows, 0);
  };
  return {
    packed: (batch) => packed(batch, 0),
    "padded to the row": (batch) => {
      const { input, tokens } = unsorted(batch, "packed");
      const oneDocument: { -readonly [Part in keyof typeof input]: (typeof input)[Part] } = {
        ...input,
      };
      delete oneDocument.packing;
      return { input: oneDocument, tokens };
    },
    "padded to the batch": (batch) => unsorted(batch, "padded"),
    "sorted by length": (batch) => sorted(batch, 0),
  };
}
