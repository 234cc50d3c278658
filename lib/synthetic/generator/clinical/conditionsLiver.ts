/** Conditions of liver, gall bladder and pancreas. */

import { withProse } from "../../prose";
import { conditionProse, type ConditionFacts } from "./profile";

export const liverConditions = withProse("conditions/liver", conditionProse, {
  gallestein: {
    ages: [28, 86],
    area: "abdomen",
    course: "lasting",
    state: "painful",
    labs: "biliary",
    region: "abdomen",
    modality: "ultralyd abdomen",
    operation: "gallbladder",
    call: "abdomen",
  },
  hepatitt: {
    ages: [20, 70],
    area: "abdomen",
    course: "lasting",
    state: "stable",
    labs: "hepatic",
    region: "abdomen",
    modality: "ultralyd abdomen",
  },
  skrumplever: {
    ages: [42, 78],
    area: "abdomen",
    course: "lasting",
    state: "stable",
    labs: "hepatic",
    region: "abdomen",
    modality: "CT abdomen",
  },
  pankreatitt: {
    ages: [30, 82],
    area: "abdomen",
    course: "acute",
    state: "painful",
    labs: "pancreas",
    region: "abdomen",
    modality: "CT abdomen",
    operation: "pancreaticDrain",
    call: "abdomen",
  },
} as const satisfies Readonly<Record<string, ConditionFacts>>);
