/** Sentences dense with what identifies a person, for the de-identification benchmark. */

import { terms } from "../generator/lexicon";

export const entityPhrases = {
  opening: terms(`
Pasient: {name}. Født {birth}. Fødselsnummer: {fnr}. | Pasient: {name}. Fødd {birth}. Fødselsnummer: {fnr}.
{name} ({fnr}) er en {age} år gammel {aman} fra {place}. | {name} ({fnr}) er {age} år og bur i {place}.
Gjelder {name}, født {birth}, bosatt i {place}. | Gjeld {name}, fødd {birth}, busett i {place}.
Navn: {last}, {first}. Alder: {age} år. Tlf: {phone}. | Namn: {last}, {first}. Alder: {age} år. Tlf: {phone}.
Fnr {fnr}, {name}, {age} år, telefon {phone}. | Fnr {fnr}, {name}, {age} år, telefon {phone}.
`),
  stay: terms(`
{first} ble innlagt ved {unit} den {date} med {symptom}. | {first} vart innlagd ved {unit} den {date} med {symptom}.
Overført fra {unit} til {unit} {date}. | Overført frå {unit} til {unit} {date}.
{he} bor i {place} sammen med {relative}. | {he} bur i {place} saman med {relative}.
Pårørende {relative} kan nås på {phone}. | Pårørande {relative} kan ein nå på {phone}.
Første kontakt var {pastDate} ved {unit}. | Fyrste kontakt var {pastDate} ved {unit}.
{last} møter til kontroll {futureDate} ved {unit}. | {last} møter til kontroll {futureDate} ved {unit}.
I {place} arbeider {he} som {job}. | I {place} arbeider {he} som {job}.
Vurdert av {clinician} {date}. | Vurdert av {clinician} {date}.
{first} ringte fra {phone} og fortalte om {symptom}. | {first} ringde frå {phone} og fortalde om {symptom}.
{he} er {age} år og klarer seg selv. | {he} er {age} år og klarer seg sjølv.
Fødselsnummer {fnr} er kontrollert mot armbånd. | Fødselsnummer {fnr} er kontrollert mot armband.
{first} reiste til {place} {pastDate} og ble syk der. | {first} reiste til {place} {pastDate} og vart sjuk der.
Prøvesvar fra {date} sendes {unit}. | Prøvesvar frå {date} blir sende til {unit}.
Barna {relative} og {relative} er orientert. | Borna {relative} og {relative} er orienterte.
Etter {age} år i {place} vil {first} ikke flytte. | Etter {age} år i {place} vil {first} ikkje flytt~.
Fastlege er {clinician} ved {unit}. | Fastlege er {clinician} ved {unit}.
`),
  closing: terms(`
Med hilsen {clinician}, {unit}, telefon {phone}. | Med helsing {clinician}, {unit}, telefon {phone}.
Notat skrevet {date} av {clinician}. | Notat skrive {date} av {clinician}.
{place}, {date}, {clinician}. | {place}, {date}, {clinician}.
`),
} as const;
