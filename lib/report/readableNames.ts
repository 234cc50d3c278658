/** Names of tasks and models as readers see them, the same in every table and figure. */

import type { Arm } from "../evaluation/result";
import type { DifferenceRow, Section } from "./comparison";

const taskNames: Readonly<Record<string, string>> = {
  generatedEntities: "identifiers (generated)",
  generatedChoice: "facts (generated)",
  norDeid: "identifiers (Nor-DeID)",
  norMedQa: "exam questions (NorMedQA)",
};
const scoringNames: Readonly<Record<string, string>> = {
  zeroShotCloze: ", cloze without fine-tuning",
  cloze: ", cloze",
  pair: ", pairs",
};

/** A task and the way it was asked. */
export const sectionName = ({ task, scoring }: Pick<Section, "task" | "scoring">): string =>
  (taskNames[task.split("@")[0]!] ?? task) + (scoringNames[scoring] ?? "");

/** Whether a family has several clinical models, which then go by their own names. */
export const hasSeveralClinical = (section: Section, family: string): boolean =>
  section.scores.filter((row) => row.arm === "clinical" && row.family === family).length > 1;

/** Task and way of asking of a difference, and the model where its family has several. */
export const differenceName = (section: Section, row: DifferenceRow): string =>
  sectionName(section) + (hasSeveralClinical(section, row.family) ? `, ${row.model}` : "");

/** `baseline`, `clinical`, or the name of a chance baseline. */
export const modelLabel = ({
  arm,
  model,
}: {
  readonly arm: Arm;
  readonly model: string;
}): string => (arm === "chance" ? `chance: ${model.split("-")[0]}` : arm);

/** A label of data as words: `polikliniskNotat` → `poliklinisk notat`, `First_Name` → `First Name`. */
export const inWords = (label: string): string =>
  label
    .replaceAll("_", " ")
    .replace(
      /(\p{Ll})(\p{Lu})/gu,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    );
