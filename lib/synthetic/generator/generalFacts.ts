/**
 * Sentences of general prose about the towns, people, organisations and works of the general world.
 * Slots: `{P}` a person by full name, `{L}` by family name, `{he}` and `{his}`; `{T}` the town;
 * `{O}` an organisation; `{W}` a work. What is said about them is a fact of the world.
 */

import { terms } from "./lexicon";

export const generalFacts = {
  person: terms(`
{P} er {pjob} og bor i {T}. | {P} er {pjob} og bur i {T}.
{P} ble født i {pborn} og vokste opp i {T}. | {P} vart fødd i {pborn} og voks opp i {T}.
{L} har alltid likt {phobby}. | {L} har alltid lika {phobby}.
på fritiden pleier {L} {phobby}. | på fritida brukar {L} {phobby}.
{L} studerte {pstudy} før {he} ble {pjob}. | {L} studerte {pstudy} før {he} vart {pjob}.
som {pjob} i {T} møter {P} mange mennesker hver dag. | som {pjob} i {T} møter {P} mange menneske kvar dag.
«Det beste jeg vet, er {phobby},» sier {P}. | «Det beste eg veit, er {phobby},» seier {P}.
«Jeg er {pjob}, og det har jeg aldri angret på,» sier {L}. | «Eg er {pjob}, og det har eg aldri angra på,» seier {L}.
da {L} var ung, var det ingen som trodde at {he} skulle bli {pjob}. | då {L} var ung, var det ingen som trudde at {he} skulle bli {pjob}.
{P} fra {T} har lest {pstudy} ved universitetet. | {P} frå {T} har lese {pstudy} ved universitetet.
{his} store interesse er {phobby}. | den store interessa {his} er {phobby}.
kollegene sier at {L} er en dyktig {pjob}. | kollegaene seier at {L} er ein dugande {pjob}.
hvem er {P}? {He} er {pjob} og kjent for {phobby}. | kven er {P}? {He} er {pjob} og kjend for {phobby}.
{P} har skrevet om {pstudy} i lokalavisen i {T}. | {P} har skrive om {pstudy} i lokalavisa i {T}.
{L} flyttet aldri fra {T}, selv om {he} fikk mange tilbud. | {L} flytta aldri frå {T}, sjølv om {he} fekk mange tilbod.
mandag morgen var {P} først på jobb som {pjob}. | måndag morgon var {P} fyrst på jobb som {pjob}.
ingen i familien til {L} hadde vært {pjob} tidligere. | ingen i familien til {L} hadde vore {pjob} tidlegare.
`),
  town: terms(`
{T} ligger {landscape} og har {inhabitants} innbyggere. | {T} ligg {landscape} og har {inhabitants} innbyggjarar.
{T} er kjent for {sight} og for {industry}. | {T} er kjend for {sight} og for {industry}.
de fleste i {T} lever av {industry}. | dei fleste i {T} lever av {industry}.
{T} fikk bystatus i {townFounded}. | {T} fekk bystatus i {townFounded}.
hvert år samler {townFestival} mange tusen mennesker i {T}. | kvart år samlar {townFestival} mange tusen menneske i {T}.
turister reiser til {T} for å se {sight}. | turistar reiser til {T} for å sjå {sight}.
fra {T} går det buss til {T2}. | frå {T} går det buss til {T2}.
{industry} har vært viktig i {T} i flere generasjoner. | {industry} har vore viktig i {T} i fleire generasjonar.
byen ligger {landscape}, ikke langt fra {T2}. | byen ligg {landscape}, ikkje langt frå {T2}.
hvor ligger {T}? Byen ligger {landscape}. | kvar ligg {T}? Byen ligg {landscape}.
uten {industry} hadde {T} vært en mye mindre by. | utan {industry} hadde {T} vore ein mykje mindre by.
på torget i {T} selges det {herb plural}, {dish plural} og gamle {thing plural}. | på torget i {T} vert det selt {herb plural}, {dish plural} og gamle {thing plural}.
{townFestival} i {T} ble arrangert for {3-80}. gang. | {townFestival} i {T} vart skipa til for {3-80}. gong.
midt i {T} finner vi {sight}. | midt i {T} finn me {sight}.
{T} er vennskapsby med {T2}. | {T} er venskapsby med {T2}.
innbyggerne i {T} er stolte av {sight}. | innbyggjarane i {T} er stolte av {sight}.
`),
  organisation: terms(`
{O} ble stiftet i {ofounded} og har {omembers} medlemmer. | {O} vart skipa i {ofounded} og har {omembers} medlemer.
{oleader} leder {O}. | {oleader} leier {O}.
{O} holder til i {otown}. | {O} held til i {otown}.
medlemmene i {O} møtes hver {weekday}. | medlemene i {O} møtest kvar {weekday}.
{O} feirer jubileet med {event big}. | {O} feirar jubileet med {event big}.
på årsmøtet i {O} ble {oleader} valgt til leder. | på årsmøtet i {O} vart {oleader} vald til leiar.
«Vi trenger flere medlemmer,» sier {oleader} i {O}. | «Me treng fleire medlemer,» seier {oleader} i {O}.
{O} har kjøpt {house big} i {otown}. | {O} har kjøpt {house big} i {otown}.
{O} er eldre enn de fleste foreninger i {otown}. | {O} er eldre enn dei fleste lag i {otown}.
siden {ofounded} har {O} vært et samlingspunkt i {otown}. | sidan {ofounded} har {O} vore ein samlingsstad i {otown}.
{O} søker støtte fra kommunen til {event}. | {O} søkjer støtte frå kommunen til {event}.
`),
  work: terms(`
{wkind} {W} ble laget av {wmaker} i {wyear}. | {wkind} {W} vart laga av {wmaker} i {wyear}.
{wkind} {W} handler om {wtheme}. | {wkind} {W} handlar om {wtheme}.
i {wyear} kom {wkind} {W}, som handler om {wtheme}. | i {wyear} kom {wkind} {W}, som handlar om {wtheme}.
{wmaker} ble kjent for {wkind} {W}. | {wmaker} vart kjend for {wkind} {W}.
anmelderne roste {wmaker} for {wkind} {W}. | meldarane roste {wmaker} for {wkind} {W}.
{P} har {wkind} {W} hjemme i stuen. | {P} har {wkind} {W} heime i stova.
temaet i {W} er {wtheme}. | temaet i {W} er {wtheme}.
{W} blir regnet som hovedverket til {wmaker}. | {W} blir rekna som hovudverket til {wmaker}.
har du hørt om {W}? Det er {wtheme} det handler om. | har du høyrt om {W}? Det er {wtheme} det handlar om.
{wmaker} brukte {2-9} år på {wkind} {W}. | {wmaker} brukte {2-9} år på {wkind} {W}.
{W} fra {wyear} har fortsatt et stort publikum blant {folk}. | {W} frå {wyear} har framleis eit stort publikum mellom {folk}.
`),
} as const;
