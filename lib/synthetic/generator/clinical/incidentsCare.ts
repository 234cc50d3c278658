/** Events at the bedside: falls, drugs, violence, infection. */

import type { Incident } from "./incidents";

export const careIncidents: Readonly<Record<string, Incident>> = {
  bathroomFall: {
    kind: "fall",
    happened: `
Pasienten skulle på toalettet alene klokken {1-6} om natten. | Pasienten skulle på toalettet åleine klokka {1-6} om natta.
{He} skled på vått gulv og ble liggende ved dusjen. | {He} sklei på vått golv og vart liggjande ved dusjen.
Snoren til alarmen var hengt opp og kunne ikke nås. | Snora til alarmen var hengd opp og kunne ikkje nåast.
Nattevakten fant {himher} etter anslagsvis {10-40} minutter. | Nattevakta fann {himher} etter om lag {10-40} minutt.`,
    cause: `
Gulvet var ikke tørket etter kveldsstellet. | Golvet var ikkje tørka etter kveldsstellet.
Fallrisiko var ikke kartlagt ved innkomst. | Fallrisiko var ikkje kartlagd ved innkomst.
Pasienten hadde fått sovemedisin. | Pasienten hadde fått sovemedisin.`,
    consequence: `
Skrubbsår på albuen og en kul i pannen. | Skrubbsår på olbogen og ein kul i panna.
Røntgen viste ingen brudd. | Røntgen viste ingen brot.
{He} er blitt utrygg og vil ikke gå alene. | {He} er blitt utrygg og vil ikkje gå åleine.`,
    measures: `
Alarmsnorer er kontrollert på alle bad. | Alarmsnorer er kontrollerte på alle bad.
Sklisikre sokker tilbys ved innkomst. | Sklisikre sokkar blir tilbodne ved innkomst.
Sensormatte ved sengen. | Sensormatte ved senga.`,
  },
  bedFall: {
    kind: "fall",
    happensTo: "old",
    happened: `
Pasienten klatret over sengehesten like etter vaktskiftet. | Pasienten klatra over sengehesten like etter vaktskiftet.
{He} ble funnet på kne ved siden av nattbordet. | {He} vart funnen på kne ved sida av nattbordet.
Sengen sto i høyeste stilling. | Senga stod i høgste stilling.`,
    cause: `
{He} var forvirret og ville hjem. | {He} var forvirra og ville heim.
Sengen var ikke senket etter bleieskift. | Senga var ikkje senka etter bleieskift.
Fastvakt var trukket tilbake dagen før. | Fastvakt var trekt attende dagen før.`,
    consequence: `
Blåmerke over {=side} hofte, ellers uskadd. | Blåmerke over {=side} hofte, elles uskadd.
Legetilsyn på stedet, ingen videre undersøkelse. | Legetilsyn på staden, ingen vidare undersøking.
Pårørende var opprørt over manglende tilsyn. | Pårørande var opprørte over manglande tilsyn.`,
    measures: `
Lavtgående seng er skaffet. | Låggåande seng er skaffa.
Hyppigere tilsyn om natten. | Hyppigare tilsyn om natta.
Sengehest brukes ikke hos urolige pasienter. | Sengehest blir ikkje brukt hos urolege pasientar.`,
  },
  wrongPatient: {
    kind: "medication",
    happened: `
To pasienter på rommet hadde samme etternavn. | To pasientar på rommet hadde same etternamn.
Morgendosetten ble delt ut til feil seng. | Morgondosetten vart delt ut til feil seng.
Pasienten sa selv fra at tablettene så annerledes ut. | Pasienten sa sjølv frå at tablettane såg annleis ut.
{He} hadde da svelget den ene. | {He} hadde då svelgt den eine.`,
    cause: `
Armbåndet ble ikke lest av. | Armbandet vart ikkje lese av.
Sykepleieren ble avbrutt to ganger under utdelingen. | Sjukepleiaren vart avbroten to gonger under utdelinga.
Navnelappen på brettet var uleselig. | Namnelappen på brettet var uleseleg.`,
    consequence: `
Blodtrykket falt forbigående til {84-98} systolisk. | Blodtrykket fall forbigåande til {84-98} systolisk.
Ekstra målinger hver time gjennom dagen. | Ekstra målingar kvar time gjennom dagen.
Ingen varig skade. | Ingen varig skade.`,
    measures: `
Skanning av armbånd før all utdeling. | Skanning av armband før all utdeling.
Gult skilt ved like navn. | Gult skilt ved like namn.
Vest med teksten «ikke forstyrr» brukes. | Vest med teksten «ikkje forstyrr» blir brukt.`,
  },
  tenfold: {
    kind: "medication",
    happened: `
Morfin ble trukket opp til {2,5/5} mg, men sprøyten inneholdt ti ganger så mye. | Morfin vart trekt opp til {2,5/5} mg, men sprøyta inneheldt ti gonger så mykje.
Feilen ble oppdaget da ampullene ble talt ved vaktskiftet. | Feilen vart oppdaga då ampullane vart talde ved vaktskiftet.
Pasienten var da slapp og pustet {6-9} ganger i minuttet. | Pasienten var då slapp og pusta {6-9} gonger i minuttet.`,
    cause: `
Ny styrke var kommet inn uten varsel fra apoteket. | Ny styrke var komen inn utan varsel frå apoteket.
Dobbeltkontroll ble hoppet over på en travel kveld. | Dobbeltkontroll vart hoppa over ein travel kveld.
Etikettene ligner hverandre. | Etikettane liknar kvarandre.`,
    consequence: `
Nalokson 0,2 mg ble gitt med rask effekt. | Nalokson 0,2 mg vart gitt med rask effekt.
Overflyttet til overvåking i ett døgn. | Overflytta til overvaking i eitt døgn.
Hendelsen kunne ha ført til pustestans. | Hendinga kunne ha ført til pustestans.`,
    measures: `
Den sterke styrken er fjernet fra hyllen. | Den sterke styrken er fjerna frå hylla.
To personer signerer for opioider. | To personar signerer for opioid.
Gjennomgang med farmasøyt på personalmøtet. | Gjennomgang med farmasøyt på personalmøtet.`,
  },
  missedDose: {
    kind: "medication",
    happensTo: "infected",
    happened: `
Kveldsdosen med antibiotika ble ikke gitt. | Kveldsdosen med antibiotika vart ikkje gitt.
Posen hang klar på stativet, men slangen var klemt av. | Posen hang klar på stativet, men slangen var klemd av.
Det ble sett først ved morgenstellet. | Det vart sett først ved morgonstellet.`,
    cause: `
Pumpen ga ingen alarm. | Pumpa gav ingen alarm.
Uklart hvem som hadde ansvar for rommet. | Uklårt kven som hadde ansvar for rommet.
Vikar uten opplæring i utstyret. | Vikar utan opplæring i utstyret.`,
    consequence: `
Feberen kom tilbake utpå dagen. | Feberen kom attende utpå dagen.
Behandlingen ble forlenget med et døgn. | Behandlinga vart forlengd med eit døgn.
Lege informerte pasienten og beklaget. | Lege informerte pasienten og orsaka.`,
    measures: `
Fast kontroll av alle infusjoner ved hver runde. | Fast kontroll av alle infusjonar ved kvar runde.
Opplæring av vikarer før første vakt. | Opplæring av vikarar før første vakt.
Romansvar føres på tavlen. | Romansvar blir ført på tavla.`,
  },
  allergyMissed: {
    kind: "medication",
    happened: `
Pasienten fikk penicillin selv om reaksjon på det var kjent. | Pasienten fekk penicillin sjølv om reaksjon på det var kjend.
Etter få minutter kom det elveblest på brystet. | Etter få minutt kom det elveblest på brystet.
Infusjonen ble stanset av pasientens datter, som er sykepleier. | Infusjonen vart stansa av dottera til pasienten, som er sjukepleiar.`,
    cause: `
Opplysningen lå bare i et skannet brev. | Opplysninga låg berre i eit skanna brev.
Kritisk informasjon var ikke ført i kjernejournalen. | Kritisk informasjon var ikkje ført i kjernejournalen.`,
    consequence: `
Utslettet ga seg etter antihistamin. | Utslettet gav seg etter antihistamin.
Observert i åtte timer. | Observert i åtte timar.`,
    measures: `
Rødt armbånd ved kjent overfølsomhet. | Raudt armband ved kjend overfølsemd.
Sjekkpunkt i mal for innkomst. | Sjekkpunkt i mal for innkomst.
Fastlegen er bedt om å oppdatere kjernejournalen. | Fastlegen er beden om å oppdatere kjernejournalen.`,
  },
  threat: {
    kind: "violence",
    happened: `
En beruset besøkende nektet å forlate rommet. | Ein rusa besøkjande nekta å gå frå rommet.
Han kastet en stol mot veggen og ropte til personalet. | Han kasta ein stol mot veggen og ropte til personalet.
Vekter og politi ble tilkalt. | Vektar og politi vart tilkalla.`,
    cause: `
Besøkstiden ble ikke overholdt. | Besøkstida vart ikkje halden.
Ventetid og manglende informasjon. | Ventetid og manglande informasjon.`,
    consequence: `
Ingen ble fysisk skadd. | Ingen vart fysisk skadde.
To ansatte gikk hjem etter samtale med leder. | To tilsette gjekk heim etter samtale med leiar.
Pasienten i nabosengen var svært redd. | Pasienten i nabosenga var svært redd.`,
    measures: `
Alarmer bæres av alle på kveldsvakt. | Alle på kveldsvakt ber alarm.
Øvelse i konflikthåndtering i høst. | Øving i konflikthandtering i haust.
Saken er anmeldt. | Saka er meld til politiet.`,
  },
  hitStaff: {
    kind: "violence",
    happensTo: "old",
    happened: `
Under morgenstellet slo pasienten hjelpepleieren i brystet. | Under morgonstellet slo pasienten hjelpepleiaren i brystet.
{He} klorte og bet da to prøvde å holde {himher}. | {He} klorte og beit då to prøvde å halde {himher}.
Stellet ble avbrutt, og {he} roet seg alene. | Stellet vart avbrote, og {he} roa seg åleine.`,
    cause: `
{He} hadde smerter og forsto ikke hva som skjedde. | {He} hadde smerter og forstod ikkje kva som skjedde.
Ukjent personale kom brått inn. | Ukjend personale kom brått inn.`,
    consequence: `
Overfladisk bittsår, stivkrampevaksine ble gitt. | Overflatisk bitsår, stivkrampevaksine vart gitt.
Ansatt sykmeldt i tre dager. | Tilsett sjukmeld i tre dagar.`,
    measures: `
Smertelindring en halv time før stell. | Smertelindring ein halv time før stell.
Faste pleiere og rolig tilnærming. | Faste pleiarar og roleg tilnærming.
Tiltaksplan er drøftet med alderspsykiater. | Tiltaksplan er drøfta med alderspsykiater.`,
  },
  norovirus: {
    kind: "infection",
    happened: `
En pasient med brekninger ble lagt på firemannsrom. | Ein pasient med brekningar vart lagd på firemannsrom.
I løpet av to døgn ble {3-7} personer syke. | I løpet av to døgn vart {3-7} personar sjuke.
Badet var felles for hele korridoren. | Badet var felles for heile korridoren.`,
    cause: `
Ledig enerom fantes ikke den kvelden. | Ledig einerom fanst ikkje den kvelden.
Håndspritdispenseren var tom. | Handspritdispensaren var tom.`,
    consequence: `
Sengeposten ble stengt for inntak i {3-6} døgn. | Sengeposten vart stengd for inntak i {3-6} døgn.
Flere ansatte ble smittet. | Fleire tilsette vart smitta.`,
    measures: `
Desinfeksjon av alle flater to ganger daglig. | Desinfeksjon av alle flater to gonger dagleg.
Isolering ved første symptom. | Isolering ved første symptom.
Hygienesykepleier har hatt undervisning. | Hygienesjukepleiar har hatt undervisning.`,
  },
  needle: {
    kind: "infection",
    happened: `
En student stakk seg på en brukt kanyle under rydding. | Ein student stakk seg på ein brukt kanyle under rydding.
Kanylen lå under en kompress på trallen. | Kanylen låg under ein kompress på tralla.
Såret ble vasket med såpe og sprit. | Såret vart vaska med såpe og sprit.`,
    cause: `
Kanyleboksen var full. | Kanyleboksen var full.
Hastverk før neste pasient. | Hastverk før neste pasient.`,
    consequence: `
Blodprøver av begge parter er tatt. | Blodprøver av begge partar er tekne.
Studenten følges opp i et halvt år. | Studenten blir følgd opp i eit halvt år.`,
    measures: `
Sikkerhetskanyler på alle traller. | Sikkerheitskanylar på alle traller.
Boks byttes når den er to tredels full. | Boks blir bytt når den er to tredels full.`,
  },
};
