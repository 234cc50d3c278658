/** Events between people and systems: equipment, messages, delay, documents. */

import { withProse } from "../../prose";
import { incidentProse, type Incident, type IncidentFacts } from "./incidentFacts";

export const systemIncidents: Readonly<Record<string, Incident>> = withProse(
  "incidents/toldSystem",
  incidentProse,
  {
    pumpFailure: {
      kind: "equipment",
    },
    oxygenEmpty: {
      kind: "equipment",
    },
    steriliser: {
      kind: "equipment",
      happensTo: "operated",
    },
    lostMessage: {
      kind: "communication",
    },
    noInterpreter: {
      kind: "communication",
      happensTo: "operated",
    },
    handover: {
      kind: "communication",
    },
    lateScan: {
      kind: "delay",
    },
    lateAmbulance: {
      kind: "delay",
    },
    cancelled: {
      kind: "delay",
      happensTo: "operated",
    },
    wrongChart: {
      kind: "documentation",
    },
    missingNote: {
      kind: "documentation",
    },
    mixedTubes: {
      kind: "documentation",
    },
  } as const satisfies Readonly<Record<string, IncidentFacts>>,
);
