/**
 * Sentences of general prose about the towns, people, organisations and works of the general world.
 * Slots: `{P}` a person by full name, `{L}` by family name, `{he}` and `{his}`; `{T}` the town;
 * `{O}` an organisation; `{W}` a work. What is said about them is a fact of the world.
 */

import { readProse } from "../prose";

export const generalFacts = readProse("general/generalFacts", [
  "person",
  "town",
  "organisation",
  "work",
]);
