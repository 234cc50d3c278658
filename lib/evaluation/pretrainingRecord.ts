/** What a sweep of pretraining runs measured, as a record: `pretraining/<name>.json`. Numbers, no text. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmbeddingDrift } from "./forgetting/embeddingDrift";
import type { ProbeSummary } from "./forgetting/factProbes";
import { writeJson } from "../files";
import type { MaskingRate } from "../masking/rate";
import type { HeldOutResult, HeldOutScores } from "../training/heldOut";

/** The model that continues, and the two that went on from it for equally many steps. */
export const pretrainingArms = ["start", "clinical", "control"] as const;
export type PretrainingArm = (typeof pretrainingArms)[number];
export const textDomains = ["clinical", "general"] as const;
export type TextDomain = (typeof textDomains)[number];

export type PretrainedModel = {
  readonly recipe: string;
  /** What was varied, readably, e.g. `lr-0.001`; empty if nothing was, and for a start. */
  readonly variant: string;
  readonly seed: number;
  readonly arm: PretrainingArm;
  /** `subword`, `span`, …; undefined for a start that was not trained here. */
  readonly masking?: { readonly unit: string; readonly rate: MaskingRate };
  readonly learningRate?: number;
  readonly steps: number;
  /** Useful tokens trained on, special tokens included. */
  readonly tokens: number;
  /** Of training, evaluation not counted. */
  readonly seconds: number;
  /** SHA-256 of the weights. */
  readonly checksum: string;
  readonly heldOut: Readonly<Record<TextDomain, HeldOutResult>>;
  /** Held-out text of the run's own corpus while it trained. */
  readonly curve: readonly { readonly step: number; readonly bitsPerByte: HeldOutScores }[];
  readonly probes?: readonly ProbeSummary[];
  /** Against the start; absent for the start. */
  readonly drift?: EmbeddingDrift;
};

export type PretrainingRecord = {
  readonly name: string;
  /** Whether all text was generated. */
  readonly isSynthetic: boolean;
  /** The request, as its file had it. */
  readonly sweep: unknown;
  readonly commit: string;
  readonly machine: string;
  readonly hashes: Readonly<Record<"clinical" | "general" | "tokenizer", string>>;
  readonly models: readonly PretrainedModel[];
};

/** Write a record below the results folder. @returns its path there */
export function writePretraining(results: string, record: PretrainingRecord): string {
  const path = `pretraining/${record.name}.json`;
  writeJson(join(results, path), record);
  return path;
}

/** All records of a results folder, by name. */
export function readPretraining(results: string): PretrainingRecord[] {
  const folder = join(results, "pretraining");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as PretrainingRecord);
}

/** The runs of one recipe and variant, with the starts they went on from. */
export type PretrainingGroup = {
  readonly recipe: string;
  readonly variant: string;
  readonly models: Readonly<Record<PretrainingArm, readonly PretrainedModel[]>>;
};

/** Recipe and variant as readers see them. */
export const groupName = (o: { readonly recipe: string; readonly variant: string }): string =>
  `${o.recipe} ${o.variant}`.trim();

/** Groups in the order of the record. */
export function groupPretraining({
  models,
}: Pick<PretrainingRecord, "models">): PretrainingGroup[] {
  const groups = new Map<string, { recipe: string; variant: string }>();
  for (const { recipe, variant, arm } of models)
    if (arm !== "start") groups.set(`${recipe} ${variant}`, { recipe, variant });
  return [...groups.values()].map(({ recipe, variant }) => {
    const own = (arm: PretrainingArm): PretrainedModel[] =>
      models.filter(
        (model) =>
          model.recipe === recipe &&
          model.arm === arm &&
          (arm === "start" || model.variant === variant),
      );
    return {
      recipe,
      variant,
      models: { start: own("start"), clinical: own("clinical"), control: own("control") },
    };
  });
}

/** Pairs `[before, after]` of a measure for seeds that both arms have and where both are known. */
export function pairSeeds(
  before: readonly PretrainedModel[],
  after: readonly PretrainedModel[],
  measure: (model: PretrainedModel) => number | undefined,
): [number, number][] {
  return after.flatMap((model): [number, number][] => {
    const partner = before.find(({ seed }) => seed === model.seed);
    const [first, second] = [partner && measure(partner), measure(model)];
    return first === undefined || second === undefined ? [] : [[first, second]];
  });
}

/** Mean gap of probes in one written standard that were told, or were withheld from all text. */
export function probeGap(
  { probes }: Pick<PretrainedModel, "probes">,
  standard: "nb" | "nn",
  kind: "told" | "withheld",
): number | undefined {
  const own = (probes ?? []).filter(
    ({ writtenStandard, isTold, exposure }) =>
      writtenStandard === standard && (kind === "told" ? isTold : exposure === "withheld"),
  );
  const count = own.reduce((n, { probes }) => n + probes, 0);
  return count === 0 ? undefined : own.reduce((n, { probes, gap }) => n + probes * gap, 0) / count;
}

/** A masking rate in words: `15 %`, `30 → 15 %, linear`. */
export function rateInWords(rate: MaskingRate): string {
  const percent = (share: number): string => String(Math.round(1000 * share) / 10);
  return typeof rate === "number"
    ? `${percent(rate)} %, constant`
    : `${percent(rate.from)} → ${percent(rate.to)} %, ${rate.shape}`;
}
