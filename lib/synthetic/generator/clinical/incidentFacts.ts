/** What an event that is reported is besides its sentences. */

import type { Term } from "../lexicon";

export type IncidentFacts = {
  readonly kind:
    | "fall"
    | "medication"
    | "equipment"
    | "communication"
    | "violence"
    | "delay"
    | "documentation"
    | "infection";
  /** Whom it happens to: anybody if left out. */
  readonly happensTo?: "operated" | "infected" | "old";
};

/** The sentences of an event in order, in `lib/assets/synthetic/incidents/`. */
export const incidentProse = ["happened", "cause", "consequence", "measures"] as const;

export type Incident = IncidentFacts &
  Readonly<Record<(typeof incidentProse)[number], readonly Term[]>>;
