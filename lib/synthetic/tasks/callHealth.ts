/** What callers answer about what can be measured or asked, by finding and value. */

import { readProse } from "../prose";

export const healthAnswers = readProse("calls/healthAnswers", [
  "sugar low",
  "sugar normal",
  "sugar unknown",
  "history thinner",
  "history pressure",
  "history earlier",
  "history insulin",
  "history epilepsy",
  "history migraine",
  "history alcohol",
  "history anxiety",
  "history bladder",
  "history healthy",
  "temperature fever",
  "temperature none",
  "temperature slight",
  "temperature unknown",
  "headache none",
  "headache mild",
  "headache throbbing",
  "headache worst",
]);
