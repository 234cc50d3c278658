/**
 * What happened in invented incident reports, by category, in both written standards. The word of a
 * category (see {@link bannedStems}) stands in no text: what happened is told, not named.
 */

import { terms, type Term } from "../generator/lexicon";

export const incidentCategories = [
  "fall",
  "medication",
  "equipment",
  "communication",
  "violence",
  "delay",
  "documentation",
] as const;
export type IncidentCategory = (typeof incidentCategories)[number];

/** Stems of the categories' own words, in both standards; as parts of words, in small letters. */
export const bannedStems: Readonly<Record<IncidentCategory, readonly string[]>> = {
  fall: ["fall", "falt", "fell"],
  medication: ["medisin", "medika", "legemid", "lækjemid"],
  equipment: ["utstyr"],
  communication: ["kommuni"],
  violence: ["vold", "vald", "trussel", "trusl", "trug"],
  delay: ["forsink", "forsein"],
  documentation: ["dokument"],
};

export const incidentEvents = {
  fall: terms(`
{patient} ble funnet på gulvet ved siden av senga. | {patient} vart funnen på golvet ved sida av senga.
{patient} skulle på toalettet alene, gled på vått gulv og ble liggende. | {patient} skulle på toalettet åleine, glei på vått golv og vart liggjande.
{patient} reiste seg fra stolen, ble svimmel og gikk i bakken. | {patient} reiste seg frå stolen, vart svimmel og gjekk i bakken.
{patient} klatret over sengehesten og landet på kne. | {patient} klatra over sengehesten og landa på kne.
Under forflytning sviktet beina, og {patient} gled ned på gulvet. | Under forflytting svikta beina, og {patient} glei ned på golvet.
{patient} snublet i dørstokken på vei til frokost. | {patient} snubla i dørstokken på veg til frukost.
{patient} mistet balansen i dusjen og slo seg mot veggen. | {patient} mista balansen i dusjen og slo seg mot veggen.
Rullatoren stod for langt unna, og {patient} tok to skritt og havnet på gulvet. | Rullatoren stod for langt unna, og {patient} tok to steg og hamna på golvet.
Vi hørte et dunk og fant {patient} liggende i gangen. | Me høyrde eit dunk og fann {patient} liggjande i gangen.
{patient} satte seg ved siden av stolen og traff gulvet. | {patient} sette seg ved sida av stolen og trefte golvet.
{patient} trillet ut av senga mens laken ble skiftet. | {patient} trilla ut av senga medan laken vart skifta.
{patient} gikk ut om natten og ble liggende i trappen. | {patient} gjekk ut om natta og vart liggjande i trappa.
{patient} seg sammen foran vasken under morgenstellet. | {patient} seig saman framfor vasken under morgonstellet.
Sengehesten var nede, og {patient} havnet på gulvet i søvne. | Sengehesten var nede, og {patient} hamna på golvet i søvne.
{patient} strakte seg etter telefonen og gikk over ende. | {patient} strekte seg etter telefonen og gjekk over ende.
`),
  medication: terms(`
{patient} fikk tablettene til naboen på rommet. | {patient} fekk tablettane til naboen på rommet.
Det ble gitt {20-80} milligram i stedet for {2-9}. | Det vart gitt {20-80} milligram i staden for {2-9}.
Kveldsdosen ble gitt to ganger. | Kveldsdosen vart gitt to gonger.
Sprøyten ble satt i muskel, men skulle vært gitt i drypp. | Sprøyta vart sett i muskel, men skulle vore gitt i drypp.
{patient} fikk antibiotika trass i kjent allergi. | {patient} fekk antibiotika trass i kjend allergi.
Plasteret fra i går satt fortsatt på da det nye ble klistret på. | Plasteret frå i går sat framleis på då det nye vart klistra på.
Blodfortynnende tabletter ble gitt på operasjonsdagen. | Blodfortynnande tablettar vart gitt på operasjonsdagen.
Dosetten inneholdt to hvite tabletter for mye. | Dosetten inneheldt to kvite tablettar for mykje.
Insulin ble satt uten at {patient} fikk mat. | Insulin vart sett utan at {patient} fekk mat.
Tablettene lå igjen i begeret på nattbordet neste dag. | Tablettane låg att i begeret på nattbordet neste dag.
Pumpa ble stilt inn på ti ganger så høy dose. | Pumpa vart stilt inn på ti gonger så høg dose.
{patient} fikk smertestillende tabletter som var tatt bort i går. | {patient} fekk smertestillande tablettar som var tekne bort i går.
Glasset med dråper ble forvekslet med et som ligner. | Glaset med dråpar vart forveksla med eit som liknar.
Drypp til {patient} ble blandet med feil styrke. | Drypp til {patient} vart blanda med feil styrke.
Morgendosen ble hoppet over tre dager på rad. | Morgondosen vart hoppa over tre dagar på rad.
`),
  equipment: terms(`
Pumpa stanset uten at alarmen gikk. | Pumpa stansa utan at alarmen gjekk.
Batteriet i alarmen var tomt, og ingen hørte at {patient} ringte. | Batteriet i alarmen var tomt, og ingen høyrde at {patient} ringde.
Hjulet på senga løsnet under transport. | Hjulet på senga losna under transport.
Skjermen ble svart midt i overvåkingen av {patient}. | Skjermen vart svart midt i overvakinga av {patient}.
Stroppen på heisen røk mens {patient} hang i den. | Stroppen på heisen rauk medan {patient} hang i den.
Slangen på oksygenflasken lekket. | Slangen på oksygenflaska lak.
Bremsen på rullestolen tok ikke, og {patient} trillet inn i veggen. | Bremsa på rullestolen tok ikkje, og {patient} trilla inn i veggen.
Suget virket ikke da {patient} trengte det. | Suget verka ikkje då {patient} trong det.
Apparatet viste feil verdi tre ganger på rad. | Apparatet viste feil verdi tre gonger på rad.
Senga lot seg ikke senke, og hodeenden ble stående oppe. | Senga let seg ikkje senk~, og hovudenden vart ståande oppe.
Ledningen til lampen gnistret over senga. | Leidningen til lampa gneistra over senga.
Kateteret hadde sprekk og måtte byttes. | Kateteret hadde sprekk og måtte bytast.
Døra til dusjen satte seg fast med {patient} inne. | Døra til dusjen sette seg fast med {patient} inne.
Blodtrykksmansjetten slapp ikke luften ut. | Blodtrykksmansjetten slepte ikkje lufta ut.
Alarmknappen hang i en ledning som var røket. | Alarmknappen hang i ein leidning som var roken.
`),
  communication: terms(`
Beskjeden fra legen nådde ikke fram til kveldsvakten. | Beskjeden frå legen nådde ikkje fram til kveldsvakta.
Laboratoriet ringte om svaret, men ingen sa det videre. | Laboratoriet ringde om svaret, men ingen sa det vidare.
Ved vaktskiftet ble det ikke sagt at {patient} skulle faste. | Ved vaktskiftet vart det ikkje sagt at {patient} skulle fast~.
Sykehjemmet visste ikke at {patient} var på vei. | Sjukeheimen visste ikkje at {patient} var på veg.
To leger ga hver sin beskjed om {patient}, og ingen visste hvilken som gjaldt. | To legar gav kvar sin beskjed om {patient}, og ingen visste kva for ein som gjaldt.
Tolk var ikke bestilt, og {patient} forstod ikke hva vi spurte om. | Tolk var ikkje tinga, og {patient} forstod ikkje kva me spurde om.
Pårørende fikk vite om flyttingen av naboen. | Pårørande fekk vit~ om flyttinga av naboen.
Ambulansen fikk høre feil rom over telefon. | Ambulansen fekk høyr~ feil rom over telefon.
Vi trodde at dagvakten hadde ringt legen, og de trodde at vi hadde gjort det. | Me trudde at dagvakta hadde ringt legen, og dei trudde at me hadde gjort det.
Kjøkkenet fikk aldri høre om allergien til {patient}. | Kjøkenet fekk aldri høyr~ om allergien til {patient}.
Rapporten ble avbrutt, og det viktigste om {patient} ble ikke sagt. | Rapporten vart avbroten, og det viktigaste om {patient} vart ikkje sagt.
{patient} ba om tilsyn, men ønsket ble ikke gitt videre. | {patient} bad om tilsyn, men ønsket vart ikkje gitt vidare.
Legen sa høyre, og vi hørte venstre. | Legen sa høgre, og me høyrde venstre.
Portøren fikk ikke vite at {patient} hadde smitte. | Portøren fekk ikkje vit~ at {patient} hadde smitte.
Hjemmesykepleien fikk ingen telefon om at {patient} kom hjem. | Heimesjukepleia fekk ingen telefon om at {patient} kom heim.
`),
  violence: terms(`
{patient} slo etter {helper} under stellet. | {patient} slo etter {helper} under stellet.
{patient} kastet et glass mot veggen og ropte. | {patient} kasta eit glas mot veggen og ropte.
{patient} dyttet {helper} slik at begge havnet på gulvet. | {patient} dytta {helper} slik at begge hamna på golvet.
{patient} ble spyttet på av naboen på rommet. | {patient} vart spytta på av naboen på rommet.
To pasienter slåss i gangen, og {patient} var en av dem. | To pasientar slost i gangen, og {patient} var ein av dei.
{patient} tok strupetak på {helper} ved senga. | {patient} tok strupetak på {helper} ved senga.
En i følge med {patient} slo i bordet og sa at vi skulle få svi. | Ein i følgje med {patient} slo i bordet og sa at me skulle få svi.
{patient} sparket da {helper} kom med tablettene. | {patient} sparka då {helper} kom med tablettane.
{patient} bet {helper} i hånden. | {patient} beit {helper} i handa.
{patient} løftet stolen og gikk mot {helper}. | {patient} lyfta stolen og gjekk mot {helper}.
En pasient lugget {patient} ved frokosten. | Ein pasient lugga {patient} ved frukosten.
{patient} gikk løs på døra og så på {helper}. | {patient} gjekk laus på døra og så på {helper}.
{patient} holdt {helper} fast og ville ikke slippe. | {patient} heldt {helper} fast og ville ikkje slepp~.
{patient} kløp og klorte under dusjen. | {patient} kleip og klora under dusjen.
{patient} ropte at {helper} aldri skulle komme hjem, og stengte døra. | {patient} ropte at {helper} aldri skulle kom~ heim, og stengde døra.
`),
  delay: terms(`
{patient} ventet {3-9} timer på ambulanse. | {patient} venta {3-9} timar på ambulanse.
Blodprøven skulle tas om morgenen, men ble tatt om kvelden. | Blodprøven skulle takast om morgonen, men vart teken om kvelden.
Svaret kom {3-9} dager etter fristen. | Svaret kom {3-9} dagar etter fristen.
Legen kom til {patient} først {2-6} timer etter at vi ringte. | Legen kom til {patient} fyrst {2-6} timar etter at me ringde.
Operasjonen av {patient} ble flyttet tre ganger på en uke. | Operasjonen av {patient} vart flytta tre gonger på ei veke.
Det gikk {4-9} uker før {patient} fikk time. | Det gjekk {4-9} veker før {patient} fekk time.
Antibiotika skulle gis innen en time, men det tok {3-8}. | Antibiotika skulle bli gitt innan ein time, men det tok {3-8}.
{patient} lå {5-9} timer i gangen og ventet på rom. | {patient} låg {5-9} timar i gangen og venta på rom.
Transporten hjem kom dagen etter. | Transporten heim kom dagen etter.
Bildene ble tatt til slutt, men to døgn for sent. | Bileta vart tekne til slutt, men to døgn for seint.
Henvisningen ble liggende i {3-9} uker før noen så på den. | Tilvisinga vart liggjande i {3-9} veker før nokon såg på den.
{patient} måtte vente til neste vakt med å få hjelp til toalettet. | {patient} måtte vent~ til neste vakt med å få hjelp til toalettet.
Blodet til {patient} var ikke framme før {3-8} timer etter bestilling. | Blodet til {patient} var ikkje framme før {3-8} timar etter bestilling.
Kontrollen skulle være i {month}, men ble først gjort {3-6} måneder senere. | Kontrollen skulle ver~ i {month}, men vart fyrst gjord {3-6} månader seinare.
Fødselen var i gang lenge før noen kom til {patient}. | Fødselen var i gang lenge før nokon kom til {patient}.
`),
  documentation: terms(`
Det stod ikke noe i kurven om allergien til {patient}. | Det stod ikkje noko i kurva om allergien til {patient}.
Navnelappen på prøven tilhørte en annen. | Namnelappen på prøven høyrde til ein annan.
Notatet om {patient} var skrevet på naboen. | Notatet om {patient} var skrive på naboen.
Blodtrykk ble målt hver time, men ikke ført inn. | Blodtrykk vart målt kvar time, men ikkje ført inn.
Lista over tabletter var {2-8} måneder gammel. | Lista over tablettar var {2-8} månader gamal.
I epikrisen stod venstre, men det gjaldt høyre. | I epikrisen stod venstre, men det galdt høgre.
Skjemaet om {patient} manglet underskrift fra legen. | Skjemaet om {patient} mangla underskrift frå legen.
To pasienter har samme navn, og svarene ble ført på feil person. | To pasientar har same namn, og svara vart førte på feil person.
Samtalen med pårørende er ikke nevnt noe sted i journalen. | Samtalen med pårørande er ikkje nemnd nokon stad i journalen.
Vekten til {patient} var skrevet {20-60} kilo for høyt. | Vekta til {patient} var skriven {20-60} kilo for høgt.
Dosen var gitt, men ingen hadde signert. | Dosen var gitt, men ingen hadde signert.
Papirene til {patient} lå i en annen perm. | Papira til {patient} låg i ein annan perm.
Henvisningen ble lagret uten svar fra laboratoriet. | Tilvisinga vart lagra utan svar frå laboratoriet.
Armbåndet til {patient} hadde feil fødselsdato. | Armbandet til {patient} hadde feil fødselsdato.
Drikkelista til {patient} var tom etter nattevakten. | Drikkelista til {patient} var tom etter nattevakta.
`),
} as const satisfies Record<IncidentCategory, readonly Term[]>;
