/** Events that are reported: what happened step by step, why, what came of it, what is done. */

import { careIncidents } from "./incidentsCare";
import { systemIncidents } from "./incidentsSystem";
import type { Incident } from "./incidentFacts";

export const incidents: Readonly<Record<string, Incident>> = {
  ...careIncidents,
  ...systemIncidents,
};
