/** Events between people and systems: equipment, messages, delay, documents. */

import type { Incident } from "./incidents";

export const systemIncidents: Readonly<Record<string, Incident>> = {
  pumpFailure: {
    kind: "equipment",
    happened: `
Sprøytepumpen stanset under transport til CT. | Sprøytepumpa stansa under transport til CT.
Batteriet var flatt, og reservepumpen manglet ledning. | Batteriet var flatt, og reservepumpa mangla leidning.
Medikamentet måtte gis for hånd i {5-15} minutter. | Medikamentet måtte gjevast for hand i {5-15} minutt.`,
    cause: `
Pumpen hadde stått uten lading siden helgen. | Pumpa hadde stått utan lading sidan helga.
Ingen rutine for sjekk før transport. | Ingen rutine for sjekk før transport.`,
    consequence: `
Kortvarig trykkfall som ble rettet opp. | Kortvarig trykkfall som vart retta opp.
Undersøkelsen ble utsatt en halv time. | Undersøkinga vart utsett ein halv time.`,
    measures: `
Ladestasjon merkes og har fast ansvarlig. | Ladestasjon blir merkt og har fast ansvarleg.
Sjekkliste for transport er laget. | Sjekkliste for transport er laga.
Pumpen er sendt til medisinsk teknikk. | Pumpa er send til medisinsk teknikk.`,
  },
  oxygenEmpty: {
    kind: "equipment",
    happened: `
Oksygenflasken på bårevognen var tom da pasienten skulle hentes. | Oksygenflaska på bårevogna var tom då pasienten skulle hentast.
Metningen falt til {76-84} prosent i heisen. | Mettinga fall til {76-84} prosent i heisen.
Portøren snudde og fant en ny flaske i akuttmottaket. | Portøren snudde og fann ei ny flaske i akuttmottaket.`,
    cause: `
Flasken var satt tilbake uten merking. | Flaska var sett attende utan merking.
Manometeret sto på null uten at noen leste det av. | Manometeret stod på null utan at nokon las det av.`,
    consequence: `
Metningen steg igjen i løpet av to minutter. | Mettinga steig att i løpet av to minutt.
Pasienten opplevde dødsangst. | Pasienten opplevde dødsredsle.`,
    measures: `
Tomme flasker får rød brikke. | Tomme flasker får raud brikke.
Trykket leses av og skrives på skjema før hver transport. | Trykket blir lese av og skrive på skjema før kvar transport.`,
  },
  steriliser: {
    kind: "equipment",
    happensTo: "operated",
    happened: `
Instrumentbrettet til inngrepet var fuktig da det ble åpnet. | Instrumentbrettet til inngrepet var fuktig då det vart opna.
Indikatoren hadde ikke skiftet farge. | Indikatoren hadde ikkje skift farge.
Pasienten lå allerede i narkose. | Pasienten låg alt i narkose.`,
    cause: `
Autoklaven hadde stanset midt i programmet. | Autoklaven hadde stansa midt i programmet.
Kontrollen før pakking ble ikke signert. | Kontrollen før pakking vart ikkje signert.`,
    consequence: `
Ventetid på {20-50} minutter under anestesi. | Ventetid på {20-50} minutt under anestesi.
Neste pasient på listen ble strøket. | Neste pasient på lista vart stroken.`,
    measures: `
Avdelingen har fått et reservebrett. | Avdelinga har fått eit reservebrett.
Sterilsentralen fører logg for hvert program. | Sterilsentralen fører logg for kvart program.`,
  },
  lostMessage: {
    kind: "communication",
    happened: `
Svar på blodkultur ble ringt til sengeposten om kvelden. | Svar på blodkultur vart ringt til sengeposten om kvelden.
Beskjeden ble skrevet på en gul lapp og ikke gitt videre. | Beskjeden vart skriven på ein gul lapp og ikkje gitt vidare.
Lege fikk vite om funnet først {8-16} timer senere. | Lege fekk vit~ om funnet først {8-16} timar seinare.`,
    cause: `
Ingen fast plass for kritiske svar. | Ingen fast plass for kritiske svar.
Mottakeren var ufaglært ekstravakt. | Mottakaren var ufaglærd ekstravakt.`,
    consequence: `
Riktig antibiotika kom i gang for sent. | Rett antibiotika kom i gang for seint.
Oppholdet ble tre dager lengre. | Opphaldet vart tre dagar lengre.`,
    measures: `
Kritiske svar ringes kun til lege. | Kritiske svar skal ringjast berre til lege.
Mottatt svar leses tilbake og føres i journalen. | Mottekne svar blir lesne attende og førte i journalen.`,
  },
  noInterpreter: {
    kind: "communication",
    happensTo: "operated",
    happened: `
Samtalen om inngrepet ble holdt uten tolk. | Samtalen om inngrepet vart halden utan tolk.
En slektning oversatte over høyttaler. | Ein slektning omsette over høgtalar.
I ettertid viste det seg at pasienten trodde det gjaldt en prøve. | I ettertid viste det seg at pasienten trudde det galdt ei prøve.`,
    cause: `
Tolk var bestilt til feil dag. | Tolk var bestilt til feil dag.
Det ble oppfattet som tidspress. | Det vart oppfatta som tidspress.`,
    consequence: `
Pasienten var redd og ville reise. | Pasienten var redd og ville reis~.
Inngrepet måtte utsettes. | Inngrepet måtte utsetjast.`,
    measures: `
Skjermtolk er tilgjengelig hele døgnet. | Skjermtolk er tilgjengeleg heile døgnet.
Behov for tolk føres ved henvisning. | Behov for tolk blir ført ved tilvising.`,
  },
  handover: {
    kind: "communication",
    happened: `
Pasienten ble flyttet fra intensiv uten muntlig rapport. | Pasienten vart flytta frå intensiv utan munnleg rapport.
Sengeposten kjente ikke til begrensning i behandlingsnivået. | Sengeposten kjende ikkje til avgrensing i behandlingsnivået.
Det ble kalt hjerteteam da {he} ble dårlig. | Det vart kalla hjarteteam då {he} vart dårleg.`,
    cause: `
Flyttingen skjedde midt i vaktskiftet. | Flyttinga skjedde midt i vaktskiftet.
ISBAR brukes ikke fast. | ISBAR blir ikkje brukt fast.`,
    consequence: `
Unødig belastning for pasient og familie. | Unødig belastning for pasient og familie.
Teamet avbrøt etter få minutter. | Teamet avbraut etter få minutt.`,
    measures: `
Ingen flytting uten rapport fra lege til lege. | Inga flytting utan rapport frå lege til lege.
Behandlingsnivå skrives øverst i notatet. | Behandlingsnivå skal stå øvst i notatet.`,
  },
  lateScan: {
    kind: "delay",
    happened: `
Bestilt CT ble ikke tatt før {9-20} timer etter ankomst. | Bestilt CT vart ikkje teken før {9-20} timar etter framkomst.
Henvisningen var merket med lav prioritet. | Tilvisinga var merkt med låg prioritet.
Ingen purret før legevisitten. | Ingen purra før legevisitten.`,
    cause: `
Feltet for hastegrad var ikke fylt ut. | Feltet for hastegrad var ikkje fylt ut.
Én maskin var ute av drift. | Éi maskin var ute av drift.`,
    consequence: `
Diagnosen ble stilt et halvt døgn for sent. | Diagnosen vart stilt eit halvt døgn for seint.
Pasienten måtte faste unødig lenge. | Pasienten måtte fast~ unødig lenge.`,
    measures: `
Hastegrad blir obligatorisk felt. | Hastegrad blir obligatorisk felt.
Vakthavende radiolog ringes ved øyeblikkelig hjelp. | Vakthavande radiolog skal ringjast ved augeblikkeleg hjelp.`,
  },
  lateAmbulance: {
    kind: "delay",
    happened: `
Transport til sykehuset var bestilt til klokken {8-11}. | Transport til sjukehuset var bestilt til klokka {8-11}.
Bilen kom {2-5} timer etter avtalt tid. | Bilen kom {2-5} timar etter avtalt tid.
Ingen ga beskjed til pasienten i mellomtiden. | Ingen gav beskjed til pasienten i mellomtida.`,
    cause: `
To samtidige utrykninger i distriktet. | To samtidige utrykkingar i distriktet.
Bestillingen lå i feil kø. | Bestillinga låg i feil kø.`,
    consequence: `
Pasienten mistet timen og fikk ny om {2-6} uker. | Pasienten mista timen og fekk ny om {2-6} veker.
{He} ble sittende uten mat og medisin. | {He} vart sitjande utan mat og medisin.`,
    measures: `
Pasientreiser varsler ved forsinkelse over en halv time. | Pasientreiser varslar ved forseinking over ein halv time.
Matpakke ved lang reisevei. | Matpakke ved lang reiseveg.`,
  },
  cancelled: {
    kind: "delay",
    happensTo: "operated",
    happened: `
Operasjonen ble strøket for {2/3}. gang. | Operasjonen vart stroken for {2/3}. gong.
Pasienten hadde fastet siden midnatt og ble sendt hjem klokken {14-17}. | Pasienten hadde fasta sidan midnatt og vart send heim klokka {14-17}.
Ny dato kunne ikke oppgis. | Ny dato kunne ein ikkje oppgi.`,
    cause: `
Manglende senger på oppvåkningen. | Manglande senger på oppvakninga.
Øyeblikkelig hjelp-pasient måtte foran. | Augeblikkeleg hjelp-pasient måtte fram først.`,
    consequence: `
Tre ekstra uker med smerter. | Tre ekstra veker med smerter.
Pasienten har mistet tilliten. | Pasienten har mista tilliten.`,
    measures: `
Strøkne pasienter settes øverst neste dag. | Strokne pasientar blir sette øvst neste dag.
Sengekapasitet avklares kvelden før. | Sengekapasitet skal avklarast kvelden før.`,
  },
  wrongChart: {
    kind: "documentation",
    happened: `
Epikrisen til en annen person ble lagt i konvolutten. | Epikrisen til ein annan person vart lagd i konvolutten.
Pasienten oppdaget det hjemme ved kjøkkenbordet. | Pasienten oppdaga det heime ved kjøkenbordet.
Brevet inneholdt sensitive opplysninger. | Brevet inneheldt sensitive opplysningar.`,
    cause: `
Felles skriver for to avdelinger. | Felles skrivar for to avdelingar.
Utskrift uten pålogging ved maskinen. | Utskrift utan pålogging ved maskina.`,
    consequence: `
Brudd på taushetsplikten, meldt til Datatilsynet. | Brot på teieplikta, meldt til Datatilsynet.
Den det gjaldt, er kontaktet. | Den det galdt, er kontakta.`,
    measures: `
Sikker utskrift med adgangskort. | Sikker utskrift med adgangskort.
To navn kontrolleres før konvolutten lukkes. | To namn skal kontrollerast før konvolutten blir lukka.`,
  },
  missingNote: {
    kind: "documentation",
    happened: `
Notatet fra visitten var ikke skrevet da pasienten ble utskrevet. | Notatet frå visitten var ikkje skrive då pasienten vart utskriven.
Hjemmetjenesten fikk ingen melding om ny dosering. | Heimetenesta fekk inga melding om ny dosering.
Feilen ble funnet da datteren ringte. | Feilen vart funnen då dottera ringde.`,
    cause: `
Legen gikk rett til operasjonsstuen. | Legen gjekk rett til operasjonsstova.
Talegjenkjenningen var nede. | Talegjenkjenninga var nede.`,
    consequence: `
Pasienten tok gammel dose i {3-9} dager. | Pasienten tok gammal dose i {3-9} dagar.
Ekstra blodprøve hos fastlegen. | Ekstra blodprøve hos fastlegen.`,
    measures: `
Utskriving krever signert medisinliste. | Utskriving krev signert medisinliste.
Meldingen til kommunen sendes før {he} reiser. | Meldinga til kommunen blir send før {he} reiser.`,
  },
  mixedTubes: {
    kind: "documentation",
    happened: `
Prøverørene fra to rom fikk byttet etiketter. | Prøverøyra frå to rom fekk bytt etikettar.
Laboratoriet reagerte på blodtype som ikke stemte. | Laboratoriet reagerte på blodtype som ikkje stemde.
Begge pasientene måtte stikkes på nytt. | Begge pasientane måtte stikkast på nytt.`,
    cause: `
Etikettene ble skrevet ut på forhånd og lagt i lommen. | Etikettane vart skrivne ut på førehand og lagde i lomma.
Ny bioingeniør var alene på runden. | Ny bioingeniør var åleine på runden.`,
    consequence: `
Blodoverføringen ble to timer forsinket. | Blodoverføringa vart to timar forseinka.
Ingen fikk feil blod. | Ingen fekk feil blod.`,
    measures: `
Rør merkes ved sengen etter at navnet er sagt høyt. | Røyr blir merkte ved senga etter at namnet er sagt høgt.
Håndholdt skriver er kjøpt inn. | Handhalden skrivar er kjøpt inn.`,
  },
};
