/** Sentences about nature, science and technology, by topic, in both written standards. */

import { readProse } from "../prose";

export const natureTopics = readProse("general/natureTopics", [
  "animals",
  "plants",
  "landscape",
  "science",
  "technology",
]);
