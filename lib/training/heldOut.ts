/**
 * Held-out text: documents that are never trained on, with 15 % of their tokens masked at the same
 * positions for ever. Scores are bits per byte, so that models with different tokenizers compare.
 */

import type { EncoderConfig } from "../encoder/config";
import { compile, noDropout, type HostTensor, type Tensor } from "../engine";
import { fixedValidation, maskRow } from "../masking/masking";
import { random } from "../random";
import { planPacking } from "./packing/packing";
import { writtenStandards, type WrittenStandard } from "../corpus/document";
import { assemble, type BatchSettings, type BatchSource } from "./batches";
import type { PretrainingBatch } from "./batches";
import { divideDocuments } from "./division";
import { alone, type Communicator } from "./communicator";
import { pretrainingLoss, type PretrainingInput, type PretrainingModel } from "./objective";
import { passagesOf } from "./rowOrder";
import { plainSegment } from "./segments";

export type HeldOutSettings = Pick<BatchSettings, "sequenceLength" | "rows" | "heldOutShare">;

/** Bits per byte by written standard; absent where there is no such text. */
export type HeldOutScores = Partial<Record<WrittenStandard, number>>;

export type HeldOutResult = {
  readonly bitsPerByte: HeldOutScores;
  readonly byDocumentType: Readonly<Record<string, HeldOutScores>>;
};

/**
 * All held-out rows: plain passages, packed, every token in one of them. The last batch may have fewer rows.
 */
export function* heldOutBatches(
  source: BatchSource,
  { sequenceLength, rows, heldOutShare }: HeldOutSettings,
): Generator<PretrainingBatch> {
  const { cache, tokenizer } = source;
  const { heldOut } = divideDocuments(cache, heldOutShare);
  if (heldOut.length === 0) return;
  const chosen = new Set(heldOut);
  const isChosen = (document: number): boolean => chosen.has(document);
  const plan = planPacking(cache, { sequenceLength, seed: 0, epoch: 0, documents: isChosen });
  const settings: BatchSettings = {
    ...{ objective: "mlm", masking: fixedValidation, layout: "packed" },
    ...{ sequenceLength, rows, heldOutShare },
  };
  for (let start = 0; start < plan.rows; start += rows) {
    const batch = Array.from({ length: Math.min(rows, plan.rows - start) }, (_, i) =>
      passagesOf(plan, start + i).map((passage) => {
        const segment = plainSegment(cache, tokenizer, passage);
        // Named by the document and the place in it alone: no seed, no epoch, no settings.
        const place = passage.from - cache.sentenceStarts[cache.documentStarts[passage.document]!]!;
        const draw = random(cache.keys[passage.document]!, "held-out masking", 0, place);
        return { ...segment, masked: maskRow(segment.ids, fixedValidation, 1, draw, tokenizer) };
      }),
    );
    yield assemble(source, settings, batch, 1);
  }
}

/** Scores a model as it is at the moment of the call. */
export type HeldOutScorer = {
  score(model: PretrainingModel<HostTensor>): Promise<HeldOutResult>;
  release(): Promise<void>;
};

/**
 * A scorer of held-out text: negative log-likelihood of the masked tokens over the bytes they stand for.
 *
 * @param communicator - the processes that share the work; all get the same result
 */
export function createHeldOutScorer(
  config: EncoderConfig,
  source: BatchSource,
  settings: HeldOutSettings,
  communicator: Communicator = alone,
): HeldOutScorer {
  type Inputs = {
    readonly model: PretrainingModel<HostTensor>;
    readonly input: PretrainingInput<HostTensor>;
  };
  const lossesOf = compile<Inputs, { tokenLosses: Tensor }>(({ model, input }) => ({
    tokenLosses: pretrainingLoss(config, model, input, noDropout).tokenLosses,
  }));
  const { documentTypes, labels } = source.cache;
  const standards = writtenStandards.length;
  const score: HeldOutScorer["score"] = async (model) => {
    // Nats and bytes of each document type and written standard.
    const totals = new Float64Array(documentTypes.length * standards * 2);
    let number = 0;
    for (const batch of heldOutBatches(source, settings)) {
      if (number++ % communicator.ranks !== communicator.rank) continue;
      const { tokenLosses } = await lossesOf({ model, input: batch.input });
      for (let i = 0; i < batch.maskedTokens; i++) {
        const document = batch.maskedDocuments[i]!;
        const group = labels[2 * document + 1]! * standards + labels[2 * document]!;
        totals[2 * group]! += tokenLosses.data[i]!;
        totals[2 * group + 1]! += batch.maskedBytes[i]!;
      }
    }
    await communicator.sum(totals);
    const scoresOf = (types: readonly number[]): HeldOutScores =>
      Object.fromEntries(
        writtenStandards.flatMap((standard, s) => {
          const sum = (part: 0 | 1): number =>
            types.reduce((n, type) => n + totals[2 * (type * standards + s) + part]!, 0);
          const bytes = sum(1);
          return bytes > 0 ? [[standard, sum(0) / Math.LN2 / bytes]] : [];
        }),
      );
    return {
      bitsPerByte: scoresOf(documentTypes.map((_, type) => type)),
      byDocumentType: Object.fromEntries(
        documentTypes.map((name, type) => [name, scoresOf([type])] as const).sort(byName),
      ),
    };
  };
  return { score, release: () => lossesOf.release() };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** {@link HeldOutScorer.score}, once. */
export async function scoreHeldOut(
  config: EncoderConfig,
  model: PretrainingModel<HostTensor>,
  source: BatchSource,
  settings: HeldOutSettings,
): Promise<HeldOutResult> {
  const scorer = createHeldOutScorer(config, source, settings);
  try {
    return await scorer.score(model);
  } finally {
    await scorer.release();
  }
}
