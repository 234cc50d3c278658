/**
 * What incident reports say besides what happened: what was in order, what came of it, what was
 * feared, what was done. In both written standards.
 */

import { readProse } from "../prose";
import { terms, type Term } from "../generator/lexicon";
import type { IncidentCategory } from "./incidentEvents";

/** By consequence: nothing came of it, help for a day, help for longer, danger to life. */
export const severities = ["none", "minor", "moderate", "serious"] as const;
export type Severity = (typeof severities)[number];

/** What was in order, in the words of each category. May be said of an incident of any. */
export const incidentRemarks = readProse("incidents/incidentRemarks", [
  "fall",
  "medication",
  "equipment",
  "communication",
  "violence",
  "delay",
  "documentation",
]) satisfies Record<IncidentCategory, readonly Term[]>;

/** Consequences as things that may come or be avoided. */
export const consequences = readProse("incidents/consequences", ["minor", "moderate", "serious"]);

/** How it is told that a consequence `{x}` came. */
export const outcomes = terms(`
Følgen ble {x}. | Følgja vart {x}.
Det endte med {x}. | Det enda med {x}.
For pasienten betydde det {x}. | For pasienten tydde det {x}.
Dette førte til {x}. | Dette førte til {x}.
Pasienten fikk {x}. | Pasienten fekk {x}.
Resultatet ble {x}. | Resultatet vart {x}.
`);

/** How it is told that nothing came of it. */
export const noOutcome = terms(`
Pasienten merket ingenting til det. | Pasienten merka ingenting til det.
Det fikk ingen følger. | Det fekk ingen følgjer.
Det gikk bra denne gangen. | Det gjekk bra denne gongen.
Pasienten var som før og trengte ingen hjelp. | Pasienten var som før og trong inga hjelp.
Ingen kom til skade. | Ingen kom til skade.
Resultatet ble det samme som ellers. | Resultatet vart det same som elles.
`);

/** What is told at first where something came of it later. */
export const atFirst = terms(`
Med det samme merket pasienten ingenting. | Med det same merka pasienten ingenting.
Først så det ut til ikke å få følger. | Fyrst såg det ut til ikkje å få følgjer.
I begynnelsen gikk det bra. | I byrjinga gjekk det bra.
Til å begynne med var pasienten som før og trengte ingen hjelp. | Til å byrj~ med var pasienten som før og trong inga hjelp.
Vi trodde at ingen var kommet til skade. | Me trudde at ingen var komen til skade.
Resultatet så først ut til å bli det samme som ellers. | Resultatet såg fyrst ut til å bli det same som elles.
`);

/** How a consequence `{x}` is told that did not come. */
export const feared = terms(`
Det kunne ha endt med {x}. | Det kunne ha enda med {x}.
Vi fryktet {x}, men det ble det ikke. | Me frykta {x}, men det vart det ikkje.
Pasienten slapp {x}. | Pasienten slapp {x}.
I fjor førte noe lignende til {x}. | I fjor førte noko liknande til {x}.
Andre ganger har følgen vært {x}. | Andre gonger har følgja vore {x}.
Vi vet at slikt kan gi {x}. | Me veit at slikt kan gi {x}.
`);

/** What opens and closes a report, whatever it is about. */
export const incidentFrame = readProse("incidents/incidentFrame", [
  "opening",
  "earlier",
  "before",
  "now",
  "action",
  "cause",
  "proposal",
]);

export const incidentWords = readProse("incidents/incidentWords", [
  "patient",
  "helper",
  "shift",
  "month",
  "place of body",
]);
