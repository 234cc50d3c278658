/** Sentences that doctors write about what they find, measure and see on images. */

import { readProse } from "../../prose";

export const examinationPhrases = readProse("notes/examinationPhrases", [
  "status well",
  "status fair",
  "status hurt",
  "status ill",
  "normal heart",
  "normal lungs",
  "normal abdomen",
  "normal nerves",
  "normal limbs",
  "normal skin",
  "normal head",
  "vitals",
  "scores",
  "labs",
  "later labs",
  "crp falls",
  "image",
]);
