/** What frames an invented emergency call, whatever it is about, in both written standards. */

import { readProse } from "../prose";
import type { Term } from "../generator/lexicon";

export const callFrame = readProse("calls/callFrame", [
  "operatorOpens",
  "complaint",
  "where",
  "address",
  "aside",
  "worry",
  "reassure",
  "acknowledge",
  "operatorCloses",
  "callerCloses",
]);

export const callRelatives = readProse("calls/callRelatives", ["female", "male"]) satisfies Record<
  "female" | "male",
  readonly Term[]
>;

export const callWords = readProse("calls/callWords", ["side", "weekday", "month"]);
