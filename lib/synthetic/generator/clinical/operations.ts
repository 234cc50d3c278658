/** Operations: how the patient lies and sleeps, what is done step by step, and what follows. */

import { abdominalOperations } from "./operationsAbdomen";
import { limbOperations } from "./operationsLimbs";
import { upperOperations } from "./operationsUpper";

export type Operation = {
  /** As in `operert med …`. */
  readonly title: string;
  readonly anaesthesia: "general" | "spinal" | "regional" | "sedation" | "local" | "topical";
  readonly position: string;
  /** Given before the start; empty where none is. */
  readonly antibiotic: string;
  /** Duration, and blood lost in millilitres, from and to. */
  readonly minutes: string;
  readonly bleeding: string;
  /** Sentences in the order of the operation. */
  readonly steps: string;
  readonly closure: string;
  readonly after: string;
};

export const operations = { ...abdominalOperations, ...upperOperations, ...limbOperations };

export type OperationName = keyof typeof operations;
