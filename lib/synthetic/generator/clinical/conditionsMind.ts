/** Conditions of the mind, of eyes and sinuses. */

import { withProse } from "../../prose";
import { conditionProse, type ConditionFacts } from "./profile";

export const mindConditions = withProse("conditions/mind", conditionProse, {
  demens: {
    ages: [68, 96],
    area: "mind",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "MR caput",
  },
  depresjon: {
    ages: [18, 84],
    area: "mind",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "MR caput",
    call: "mind",
  },
  angst: {
    ages: [18, 72],
    area: "mind",
    course: "lasting",
    onset: "slow",
    state: "racing",
    labs: "normal",
    region: "chest",
    modality: "røntgen thorax",
    call: "mind",
  },
  "grå stær": {
    ages: [58, 94],
    area: "head",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "ultralyd av øyet|ultralyd av auget",
    operation: "cataract",
  },
  bihulebetennelse: {
    ages: [18, 70],
    area: "head",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "sinuses",
    modality: "CT bihuler|CT biholer",
    operation: "sinuses",
  },
} as const satisfies Readonly<Record<string, ConditionFacts>>);
