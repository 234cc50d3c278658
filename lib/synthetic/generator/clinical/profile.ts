/**
 * What a note about one condition is rendered from: who has it, what they tell, what is found, seen,
 * done and advised. Nothing here names a value of the invented world (knowledge.ts): those reach a
 * note only as facts.
 */

import { terms, type Term } from "../lexicon";
import type { CallKind } from "./calls";
import type { LabPattern } from "./labs";
import type { OperationName } from "./operations";
import type { Region } from "./imaging";
import type { VitalState } from "./vitals";

/** The part of the body, or of life, that a condition is examined and nursed for. */
export type Area =
  | "heart"
  | "lungs"
  | "abdomen"
  | "urinary"
  | "nerves"
  | "limbs"
  | "skin"
  | "head"
  | "mind"
  | "birth"
  | "none";

export type ConditionFacts = {
  /** Only people of this sex have the condition. */
  readonly sex?: "female" | "male";
  /** Ages from and to. */
  readonly ages: readonly [number, number];
  readonly area: Area;
  readonly course: "acute" | "lasting";
  /** An acute condition that people have besides another one, as they have any lasting one. */
  readonly accompanies?: true;
  /** It comes on over weeks, however ill it makes. */
  readonly onset?: "slow";
  /** Vital signs of those who are admitted with it. */
  readonly state: VitalState;
  readonly labs: LabPattern;
  /** What is seen on images of which part. */
  readonly region: Region;
  readonly modality: string;
  readonly operation?: OperationName;
  /** What the medical emergency line asks about. */
  readonly call?: CallKind;
};

/**
 * The sentences of a condition, in `lib/assets/synthetic/conditions/`: what the patient tells, as nouns
 * (`feber`); what fits the picture but is not there; of an examination; of a report on the images; about what
 * was done in hospital; about what the patient shall do or look out for.
 */
export const conditionProse = [
  ...(["complaints", "denies", "signs", "imaging", "treatment", "advice"] as const),
] as const;

export type Profile = ConditionFacts &
  Readonly<Record<(typeof conditionProse)[number], readonly Term[]>>;

/** One entry for each line or each item between semicolons, `bokmål|nynorsk`. */
export const list = (text: string): readonly Term[] => terms(text.replaceAll(";", "\n"));
