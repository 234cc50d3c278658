/** What a pretraining run will take, in words: `kliniskvest pretrain --plan`. */

import { totalmem } from "node:os";
import { InvalidArgumentError } from "commander";
import type { EncoderConfig } from "../../encoder/config";
import type { MaskingRate } from "../../masking/rate";
import {
  needed,
  planMemory,
  planWithin,
  type MemoryPlan,
  type PlanDevice,
  type PlanSettings,
} from "../../training/memoryPlan";
import type { PretrainingSettings } from "../../training/trainer";

/** What `--plan` prints, and with `--json` as it is. */
export type PretrainingPlan = {
  readonly plan: MemoryPlan;
  /** Bytes that there are: of the machine, or as given. */
  readonly memory: number;
  readonly fits: boolean;
  /** Micro-batches with which the same step would fit. */
  readonly proposal?: MemoryPlan;
  readonly steps: number;
  /** Positions of all steps, padding included, and how often they go through the corpus. */
  readonly tokens: number;
  readonly epochs?: number;
};

/**
 * Plan a run.
 *
 * @param o.memory - bytes; those of this machine if absent
 * @param o.corpusTokens - tokens of the token cache, if there is one already
 */
export function planPretraining(o: {
  readonly config: EncoderConfig;
  readonly settings: PretrainingSettings & { readonly recompute?: boolean };
  readonly device?: PlanDevice;
  readonly memory?: number | undefined;
  readonly corpusTokens?: number;
}): PretrainingPlan {
  const { config, settings, device, memory = totalmem(), corpusTokens } = o;
  const { rate } = settings.masking;
  const wanted: PlanSettings = {
    objective: settings.objective,
    layout: settings.layout,
    rows: settings.rows,
    sequenceLength: settings.sequenceLength,
    maskedShare: highest(rate),
    accumulation: settings.accumulation,
    recompute: settings.recompute,
    evaluates: settings.heldOutShare > 0,
    // A sentence has some 20 tokens.
    ...(corpusTokens !== undefined && { corpusBytes: Math.round(corpusTokens * 2.2) }),
  };
  const plan = planMemory(config, wanted, device);
  const fits = needed(plan) <= memory;
  const proposal = fits ? undefined : planWithin(memory, config, wanted, device);
  const tokens = plan.tokensPerStep * settings.steps;
  return {
    ...{ plan, memory, fits, steps: settings.steps, tokens },
    ...(proposal && { proposal }),
    ...(corpusTokens !== undefined && { epochs: tokens / corpusTokens }),
  };
}

const highest = (rate: MaskingRate): number =>
  typeof rate === "number" ? rate : Math.max(rate.from, rate.to);

/** A plan as lines for a terminal. */
export function pretrainingPlanText({
  plan,
  memory,
  fits,
  proposal,
  steps,
  tokens,
  epochs,
}: PretrainingPlan): string {
  const where = plan.onDevice > 0 ? `the memory of the ${plan.device} device` : "this memory";
  const verdict = fits
    ? `fits into ${gibibytes(memory)} of ${where}`
    : `does not fit into ${gibibytes(memory)} of ${where}`;
  const passes = epochs === undefined ? "" : `, ${epochs.toFixed(2)} times the corpus`;
  return [
    planText(plan),
    verdict,
    ...(fits ? [] : proposal ? ["", `The same step in smaller parts (--rows ${proposal.settings.rows}${proposal.settings.recompute ? " --recompute" : ""}):`, planText(proposal)] : [
      "Not even one row at a time would: use shorter rows or a smaller model.",
    ]),
    `${number(steps)} steps of ${number(plan.tokensPerStep)} positions: ${number(tokens)}${passes}`,
  ].join("\n"); // prettier-ignore
}

/** The table of one plan. */
export function planText(plan: MemoryPlan): string {
  const { rows, sequenceLength, accumulation, layout, recompute } = plan.settings;
  const activations = recompute ? "activations computed again" : "activations kept";
  const parts = plan.parts.map(
    ({ name, bytes, where }) =>
      `  ${(where === "device" ? `${name} (device)` : name).padEnd(44)}${gibibytes(bytes).padStart(10)}`,
  );
  const device =
    plan.onDevice === 0
      ? []
      : [
          `  ${`in all on the ${plan.device} device, computed, not measured`.padEnd(44)}${gibibytes(plan.onDevice).padStart(10)}`,
        ];
  return [
    `${number(plan.parameters)} parameters; a step of ${accumulation} × ${rows} rows of ${sequenceLength} tokens, ${layout}, ${activations}`,
    ...parts,
    `  ${"in all".padEnd(44)}${gibibytes(plan.host).padStart(10)}`,
    ...device,
  ].join("\n");
}

const number = (value: number): string => value.toLocaleString("en");

/** E.g. `"1.33 GiB"`. */
export const gibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(2)} GiB`;

const units: Readonly<Record<string, number>> = {
  ...{ MB: 1e6, GB: 1e9, MiB: 2 ** 20, GiB: 2 ** 30 },
};

/** Parser of `--memory`, e.g. `48GB`: bytes. */
export function memorySize(text: string): number {
  const [, size, unit] = /^(\d+(?:\.\d+)?)\s*([MG]i?B)$/.exec(text) ?? [];
  const bytes = Number(size) * (units[unit ?? ""] ?? NaN);
  if (!(bytes > 0)) throw new InvalidArgumentError("Give a size such as 48GB or 900MiB.");
  return bytes;
}
