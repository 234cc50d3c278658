/** Sentences of operation notes, radiology reports and emergency calls that are not of one condition. */

import { readProse } from "../../prose";

export const otherPhrases = readProse("notes/otherPhrases", [
  "op team",
  "op title",
  "op wash",
  "op count",
  "op antibiotic",
  "op no antibiotic",
  "op blood",
  "anaesthesia general",
  "anaesthesia spinal",
  "anaesthesia regional",
  "anaesthesia sedation",
  "anaesthesia local",
  "anaesthesia topical",
  "after operation",
  "imaging technique",
  "compared",
  "compared recently",
  "conclusion",
  "conclusion more",
  "sign radiology",
  "urgency red",
  "urgency yellow",
  "after call",
  "reported",
  "incident where",
  "incident after",
]);
