/** Infections that are not of one organ, and anaphylaxis. */

import { withProse } from "../../prose";
import { conditionProse, type ConditionFacts } from "./profile";

export const infectionConditions = withProse("conditions/infection", conditionProse, {
  helvetesild: {
    ages: [44, 90],
    area: "skin",
    course: "acute",
    accompanies: true,
    state: "painful",
    labs: "viral",
    region: "chest",
    modality: "røntgen thorax",
  },
  kyssesyke: {
    ages: [18, 34],
    area: "head",
    course: "acute",
    accompanies: true,
    onset: "slow",
    state: "febrile",
    labs: "viral",
    region: "abdomen",
    modality: "ultralyd abdomen",
  },
  borreliose: {
    ages: [20, 80],
    area: "nerves",
    course: "acute",
    accompanies: true,
    onset: "slow",
    state: "stable",
    labs: "viral",
    region: "spine",
    modality: "MR columna",
  },
  sepsis: {
    ages: [40, 96],
    area: "none",
    course: "acute",
    state: "septic",
    labs: "sepsis",
    region: "chest",
    modality: "CT thorax og abdomen",
    call: "infection",
  },
  anafylaksi: {
    ages: [18, 76],
    area: "skin",
    course: "acute",
    state: "shocked",
    labs: "allergy",
    region: "chest",
    modality: "røntgen thorax",
    call: "allergy",
  },
} as const satisfies Readonly<Record<string, ConditionFacts>>);
