/** What an operation is besides its sentences. */

export type OperationFacts = {
  /** As in `operert med …`. */
  readonly title: string;
  readonly anaesthesia: "general" | "spinal" | "regional" | "sedation" | "local" | "topical";
  readonly position: string;
  /** Given before the start; empty where none is. */
  readonly antibiotic: string;
  /** Duration, and blood lost in millilitres, from and to. */
  readonly minutes: string;
  readonly bleeding: string;
};

/** The sentences of an operation in its order, in `lib/assets/synthetic/operations/`. */
export const operationProse = ["steps", "closure", "after"] as const;
