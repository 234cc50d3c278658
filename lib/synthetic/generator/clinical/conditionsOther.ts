/** Conditions of skin, blood and glands. */

import { withProse } from "../../prose";
import { conditionProse, type ConditionFacts } from "./profile";

export const otherConditions = withProse("conditions/other", conditionProse, {
  diabetes: {
    ages: [20, 88],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "diabetes",
    region: "chest",
    modality: "røntgen thorax",
    operation: "toe",
    call: "lowSugar",
  },
  "lavt stoffskifte": {
    ages: [22, 84],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "thyroid",
    region: "neck",
    modality: "ultralyd hals",
  },
  anemi: {
    ages: [18, 90],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "anaemia",
    region: "abdomen",
    modality: "CT abdomen",
  },
  lymfom: {
    ages: [24, 82],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "tumour",
    region: "neck",
    modality: "PET-CT",
    operation: "lymphNode",
  },
  psoriasis: {
    ages: [18, 78],
    area: "skin",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "hand",
    modality: "røntgen hender",
  },
  eksem: {
    ages: [18, 74],
    area: "skin",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "chest",
    modality: "røntgen thorax",
  },
} as const satisfies Readonly<Record<string, ConditionFacts>>);
