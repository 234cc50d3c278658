/** Sentences dense with what identifies a person, for the de-identification benchmark. */

import { readProse } from "../prose";

export const entityPhrases = readProse("notes/entityPhrases", ["opening", "stay", "closing"]);
