/** Events at the bedside: falls, drugs, violence, infection. */

import { withProse } from "../../prose";
import { incidentProse, type Incident, type IncidentFacts } from "./incidentFacts";

export const careIncidents: Readonly<Record<string, Incident>> = withProse(
  "incidents/toldCare",
  incidentProse,
  {
    bathroomFall: {
      kind: "fall",
    },
    bedFall: {
      kind: "fall",
      happensTo: "old",
    },
    wrongPatient: {
      kind: "medication",
    },
    tenfold: {
      kind: "medication",
    },
    missedDose: {
      kind: "medication",
      happensTo: "infected",
    },
    allergyMissed: {
      kind: "medication",
    },
    threat: {
      kind: "violence",
    },
    hitStaff: {
      kind: "violence",
      happensTo: "old",
    },
    norovirus: {
      kind: "infection",
    },
    needle: {
      kind: "infection",
    },
  } as const satisfies Readonly<Record<string, IncidentFacts>>,
);
