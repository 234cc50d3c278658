/**
 * What is said in invented emergency calls, in both written standards, as spoken: what the operator
 * asks and, for each finding and value, what the caller answers. `{he} {him} {his}` go by gender,
 * `{=side}` is one side kept through the call.
 */

import { readProse } from "../prose";
import type { Term } from "../generator/lexicon";

export const callFindings = [
  "onset",
  "doing",
  "arms",
  "face",
  "speech",
  "sight",
  "walking",
  "sugar",
  "history",
  "course",
  "temperature",
  "headache",
  "awake",
] as const;
export type CallFinding = (typeof callFindings)[number];

/** The operator's questions; what is asked never depends on what the call is about. */
export const callQuestions = readProse("calls/callQuestions", [
  "onset",
  "doing",
  "arms",
  "face",
  "speech",
  "sight",
  "walking",
  "sugar",
  "history",
  "course",
  "temperature",
  "headache",
  "awake",
]) satisfies Record<CallFinding, readonly Term[]>;
