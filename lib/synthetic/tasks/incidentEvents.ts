/**
 * What happened in invented incident reports, by category, in both written standards. The word of a
 * category (see {@link bannedStems}) stands in no text: what happened is told, not named.
 */

import { readProse } from "../prose";
import type { Term } from "../generator/lexicon";

export const incidentCategories = [
  "fall",
  "medication",
  "equipment",
  "communication",
  "violence",
  "delay",
  "documentation",
] as const;
export type IncidentCategory = (typeof incidentCategories)[number];

/** Stems of the categories' own words, in both standards; as parts of words, in small letters. */
export const bannedStems: Readonly<Record<IncidentCategory, readonly string[]>> = {
  fall: ["fall", "falt", "fell"],
  medication: ["medisin", "medika", "legemid", "lækjemid"],
  equipment: ["utstyr"],
  communication: ["kommuni"],
  violence: ["vold", "vald", "trussel", "trusl", "trug"],
  delay: ["forsink", "forsein"],
  documentation: ["dokument"],
};

export const incidentEvents = readProse("incidents/incidentEvents", [
  "fall",
  "medication",
  "equipment",
  "communication",
  "violence",
  "delay",
  "documentation",
]) satisfies Record<IncidentCategory, readonly Term[]>;
