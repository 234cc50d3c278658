/** Sentences about society, law, economy, history and the arts, by topic, in both standards. */

import { readProse } from "../prose";

export const societyTopics = readProse("general/societyTopics", [
  "history",
  "law",
  "economy",
  "crafts",
  "music",
  "reading",
  "contest",
  "classes",
  "holiday",
]);
