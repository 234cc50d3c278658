/** Events that are reported: what happened step by step, why, what came of it, what is done. */

import { careIncidents } from "./incidentsCare";
import { systemIncidents } from "./incidentsSystem";

export type Incident = {
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
  /** Sentences in order. */
  readonly happened: string;
  readonly cause: string;
  readonly consequence: string;
  readonly measures: string;
};

export const incidents: Readonly<Record<string, Incident>> = {
  ...careIncidents,
  ...systemIncidents,
};
