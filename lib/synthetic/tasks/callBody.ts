/** What callers answer about what they see, by finding and value. */

import { readProse } from "../prose";

export const bodyAnswers = readProse("calls/bodyAnswers", [
  "arms oneSided",
  "arms numb",
  "arms even",
  "arms bothWeak",
  "arms variable",
  "face droop",
  "face half",
  "face even",
  "speech slurred",
  "speech words",
  "speech clear",
  "speech confused",
  "sight side",
  "sight double",
  "sight flicker",
  "sight normal",
  "walking drags",
  "walking sways",
  "walking spins",
  "walking fine",
  "walking cannot",
]);
