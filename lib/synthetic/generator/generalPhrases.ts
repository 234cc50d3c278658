/**
 * Sentences of everyday prose by topic, in both written standards. A document keeps to one topic;
 * `{=kin}` and other kept slots name the same person or thing throughout. A new topic is one more
 * entry here. Sentences begin with a small letter unless they cannot follow a conjunction.
 */

import { readProse } from "../prose";
import { terms } from "./lexicon";

export const everydayTopics = readProse("general/everydayTopics", [
  "weather",
  "cooking",
  "football",
  "municipality",
  "travel",
  "farming",
  "sea",
  "school",
  "home",
  "garden",
  "culture",
  "hiking",
  "work",
]);

/** Sentences that fit anywhere and tie the others together. */
export const generalLinks = terms(`
{=kin} var {feeling} etterpå. | {=kin} var {feeling} etterpå.
{=kin} reiste seg {slowly} og gikk mot {place}. | {=kin} reiste seg {slowly} og gjekk mot {place}.
Slik har det vært i mange år. | Slik har det vore i mange år.
Det hendte {often} at noen kom for sent. | Det hende {often} at nokon kom for seint.
Likevel var det {opinion}, syntes {=kin}. | Likevel var det {opinion}, tykte {=kin}.
«Jeg gleder meg til {season},» sa {=kin}. | «Eg gler meg til {season},» sa {=kin}.
Da klokken ble {6-12}, gikk de fleste hjem. | Då klokka vart {6-12}, gjekk dei fleste heim.
Hvordan det går videre, vet ingen ennå. | Korleis det går vidare, veit ingen enno.
Bare {=kin} var igjen da lyset ble slukket. | Berre {=kin} var att då lyset vart sløkt.
Senere samme dag kom {folk} forbi. | Seinare same dagen kom {folk} forbi.
Alle snakket om {weather} og {season}. | Alle snakka om {weather} og {season}.
Men {=kin} hadde glemt {object} hjemme. | Men {=kin} hadde gløymt {object} heime.
Mange synes at dette er {opinion}. | Mange synest at dette er {opinion}.
Hver gang lo {=kin} og ristet på hodet. | Kvar gong lo {=kin} og rista på hovudet.
Dette var noe {folk} ikke hadde sett før. | Dette var noko {folk} ikkje hadde sett før.
Nå er alt annerledes enn for {5-60} år siden. | No er alt annleis enn for {5-60} år sidan.
`);
