/**
 * Sentences that doctors write about history and plans, by what they are about, in both written
 * standards. Slots are words of
 * words.ts, numbers, what the case of the note gives (`{symptom}`, `{background}`, `{c}` the
 * condition, …: caseWriter.ts), and what identifies a person (phiWriter.ts).
 */

import { readProse } from "../../prose";

export const doctorPhrases = readProse("notes/doctorPhrases", [
  "identity",
  "reason acute",
  "reason lasting",
  "reason outpatient",
  "reason referral",
  "reason imaging",
  "reason operation",
  "reason incident",
  "reason call",
  "complaint",
  "complaint more",
  "complaint long",
  "negatives",
  "history",
  "living young",
  "habits young",
  "living middle",
  "habits middle",
  "living old",
  "habits old",
  "next of kin",
  "heredity",
  "stimulants",
  "allergies",
  "drugs",
  "course",
  "assessment",
  "assessment admitted",
  "plan",
  "sick leave",
  "home care",
  "plan admitted",
  "discharge",
  "discharge old",
  "discharge drugs",
  "wishes",
  "sign",
]);
