/** What callers answer about how it came on and went on, by finding and value. */

import { readProse } from "../prose";

export const onsetAnswers = readProse("calls/onsetAnswers", [
  "onset sudden",
  "onset woke",
  "onset gradual",
  "onset attacks",
  "onset found",
  "doing quiet",
  "doing unseen",
  "doing asleep",
  "doing unfed",
  "doing drinking",
  "doing stood",
  "doing jerks",
  "doing quarrel",
  "doing ill",
  "doing turned",
  "course same",
  "course better",
  "course waves",
  "course worse",
  "awake awake",
  "awake sleepy",
  "awake fainted",
]);
