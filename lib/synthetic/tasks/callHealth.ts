/** What callers answer about what can be measured or asked, by finding and value. */

import { terms } from "../generator/lexicon";

export const healthAnswers = {
  "sugar low": terms(`
Det viser {1,4-2,7}. | Det viser {1,4-2,7}.
{1,5-2,8}, stemmer det? | {1,5-2,8}, stemmer det?
Apparatet sier {1,6-2,6}. | Apparatet seier {1,6-2,6}.
Vi fikk {1,4-2,8} på begge fingrene. | Me fekk {1,4-2,8} på begge fingrane.
Ja, {1,5-2,7} for to minutter siden. | Ja, {1,5-2,7} for to minutt sidan.
`),
  "sugar normal": terms(`
Det viser {5,1-8,9}. | Det viser {5,1-8,9}.
{5,0-8,6}, stemmer det? | {5,0-8,6}, stemmer det?
Apparatet sier {5,4-8,8}. | Apparatet seier {5,4-8,8}.
Vi fikk {5,2-8,7} på begge fingrene. | Me fekk {5,2-8,7} på begge fingrane.
Ja, {5,3-8,5} for to minutter siden. | Ja, {5,3-8,5} for to minutt sidan.
`),
  "sugar unknown": terms(`
Nei, vi har ikke noe apparat. | Nei, me har ikkje noko apparat.
Det har vi ikke gjort. | Det har me ikkje gjort.
Vi finner ikke måleren. | Me finn ikkje målaren.
Nei, det kan jeg ikke. | Nei, det kan eg ikkje.
Måleren er tom for batteri. | Målaren er tom for batteri.
`),
  "history thinner": terms(`
{he} har flimmer og tar blodfortynnende. | {he} har flimmer og tek blodfortynnande.
Noe med hjerterytmen. | Noko med hjarterytmen.
Blodfortynnende siden {month}. | Blodfortynnande sidan {month}.
{he} går på Eliquis. | {he} går på Eliquis.
Hjertet slår ujevnt, det får {he} tabletter for. | Hjartet slår ujamt, det får {he} tablettar for.
`),
  "history pressure": terms(`
Høyt blodtrykk. | Høgt blodtrykk.
Litt for høyt trykk og kolesterol. | Litt for høgt trykk og kolesterol.
{he} tar noe for trykket. | {he} tek noko for trykket.
Bare trykkmedisin. | Berre trykkmedisin.
Tabletter for blodtrykket og sånn. | Tablettar for blodtrykket og sånn.
`),
  "history earlier": terms(`
{he} hadde et drypp for {3-9} år siden. | {he} hadde eit drypp for {3-9} år sidan.
{he} har gått til nevrolog for noe i {=side} hjernehalvdel. | {he} har gått til nevrolog for noko i {=side} hjernehalvdel.
Hjernedrypp en gang, men {he} ble helt fin. | Hjernedrypp ein gong, men {he} vart heilt fin.
Det var noe med hodet for {2-8} år siden, {he} kom seg. | Det var noko med hovudet for {2-8} år sidan, {he} kom seg.
Et lite drypp, det er lenge siden. | Eit lite drypp, det er lenge sidan.
`),
  "history insulin": terms(`
{he} har sukkersyke og setter insulin. | {he} har sukkersjuke og set insulin.
Diabetes, med sprøyter. | Diabetes, med sprøyter.
Insulin fire ganger om dagen. | Insulin fire gonger om dagen.
{he} har hatt diabetes siden {he} var ung. | {he} har hatt diabetes sidan {he} var ung.
Sukkeret, {he} har pumpe. | Sukkeret, {he} har pumpe.
`),
  "history epilepsy": terms(`
{he} har epilepsi. | {he} har epilepsi.
{he} har hatt anfall som barn. | {he} har hatt anfall som barn.
Epilepsi, men det er {2-9} år siden sist. | Epilepsi, men det er {2-9} år sidan sist.
{he} tar Lamictal for anfall. | {he} tek Lamictal for anfall.
Krampeanfall et par ganger før. | Krampeanfall eit par gonger før.
`),
  "history migraine": terms(`
{he} har migrene. | {he} har migrene.
Migrene siden {he} var ung. | Migrene sidan {he} var ung.
{he} pleier å få migrene noen ganger i året. | {he} pleier å få migrene nokre gonger i året.
Bare migrene, med sprøyter hver måned. | Berre migrene, med sprøyter kvar månad.
Det er migrene i hele familien. | Det er migrene i heile familien.
`),
  "history alcohol": terms(`
{he} drikker en del. | {he} drikk ein del.
{he} har hatt et alkoholproblem. | {he} har hatt eit alkoholproblem.
Det går i sprit, dessverre. | Det går i sprit, diverre.
{he} har vært til avrusing. | {he} har vore til avrusing.
{he} tar seg gjerne et glass eller fem. | {he} tek seg gjerne eit glas eller fem.
`),
  "history anxiety": terms(`
{he} sliter med angst. | {he} slit med angst.
{he} går til psykolog. | {he} går til psykolog.
Panikkanfall av og til. | Panikkanfall av og til.
{he} har hatt det tungt i vinter. | {he} har hatt det tungt i vinter.
{he} er sykmeldt for stress. | {he} er sjukmeld for stress.
`),
  "history bladder": terms(`
Urinveisinfeksjon rett som det er. | Urinvegsinfeksjon rett som det er.
{he} har kateter. | {he} har kateter.
{he} begynte på antibiotika på {weekday}. | {he} byrja på antibiotika på {weekday}.
{he} får lett lungebetennelse. | {he} får lett lungebetennelse.
Noe med nyrene. | Noko med nyrene.
`),
  "history healthy": terms(`
Helt frisk. | Heilt frisk.
Ingenting, {he} går på ski hver søndag. | Ingenting, {he} går på ski kvar søndag.
Bare litt vond rygg. | Berre litt vond rygg.
Så vidt jeg vet, er {he} helt frisk. | Så vidt eg veit, er {he} heilt frisk.
{he} har aldri vært på sykehus. | {he} har aldri vore på sjukehus.
`),
  "temperature fever": terms(`
{38,6-40,1} i øret. | {38,6-40,1} i øyret.
{he} er kokvarm, {38,7-39,9}. | {he} er kokvarm, {38,7-39,9}.
{38,5-39,8}, og {he} skalv under to dyner. | {38,5-39,8}, og {he} skalv under to dyner.
Vi målte {38,8-40,0} nå. | Me målte {38,8-40,0} no.
Sist var det {38,6-39,7}. | Sist var det {38,6-39,7}.
`),
  "temperature none": terms(`
{36,1-37,2} i øret. | {36,1-37,2} i øyret.
Bare {36,2-37,2}. | Berre {36,2-37,2}.
{he} kjennes ikke varm ut. | {he} kjennest ikkje varm ut.
Vi målte {36,3-37,3} nå. | Me målte {36,3-37,3} no.
Sist var det {36,4-37,2}. | Sist var det {36,4-37,2}.
`),
  "temperature slight": terms(`
Litt, {37,6-38,0}, {he} er forkjølet. | Litt, {37,6-38,0}, {he} er forkjølt.
{he} er lun, men ikke mer. | {he} er lunka, men ikkje meir.
{37,5-37,9} i øret. | {37,5-37,9} i øyret.
Vi målte {37,6-38,0} nå. | Me målte {37,6-38,0} no.
Sist var det {37,5-37,9}. | Sist var det {37,5-37,9}.
`),
  "temperature unknown": terms(`
Vi har ikke termometer. | Me har ikkje termometer.
Det har jeg ikke sjekket. | Det har eg ikkje sjekka.
Aner ikke, {he} er klam. | Anar ikkje, {he} er klam.
Vet ikke, jeg får ikke målt. | Veit ikkje, eg får ikkje målt.
{he} er svett, men jeg har ikke målt. | {he} er sveitt, men eg har ikkje målt.
`),
  "headache none": terms(`
Ikke vondt i hodet. | Ikkje vondt i hovudet.
Ingenting der. | Ingenting der.
{he} sier nei til det. | {he} seier nei til det.
Ikke noe vondt. | Ikkje noko vondt.
Hodet er greit, sier {he}. | Hovudet er greitt, seier {he}.
`),
  "headache mild": terms(`
Litt vondt i panna. | Litt vondt i panna.
{he} har hatt litt hodepine siden i går. | {he} har hatt litt hovudverk sidan i går.
Et trykk, men ikke mye. | Eit trykk, men ikkje mykje.
Litt tung i hodet. | Litt tung i hovudet.
Bare stiv i nakken etter maling av taket. | Berre stiv i nakken etter måling av taket.
`),
  "headache throbbing": terms(`
Det banker på {=side} side, og {he} vil ha mørke. | Det bankar på {=side} side, og {he} vil ha mørkt.
Dunkende, og {he} er kvalm. | Dunkande, og {he} er kvalm.
Det kom etter at synet ble rart, og {he} tåler ikke lyd. | Det kom etter at synet vart rart, og {he} toler ikkje lyd.
Pulserer i tinningen på {=side} side. | Pulserer i tinningen på {=side} side.
Det verker mer og mer bak {=side} øye. | Det verkjer meir og meir bak {=side} auge.
`),
  "headache worst": terms(`
Det er det verste {he} har kjent, det sitter i bakhodet. | Det er det verste {he} har kjent, det sit i bakhovudet.
{he} tok seg til hodet og skrek, så kastet {he} opp. | {he} tok seg til hovudet og skreik, så kasta {he} opp.
Som om noe sprakk der inne. | Som om noko sprakk der inne.
Kraftig, {he} spydde med en gang. | Kraftig, {he} spydde med ein gong.
Noe så grusomt, {he} klarer ikke å åpne øynene. | Noko så grufullt, {he} klarer ikkje å opne auga.
`),
} as const;
