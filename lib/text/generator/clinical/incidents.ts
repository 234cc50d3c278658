/** Events that are reported: what happened step by step, why, what came of it, what is done. */

export type Incident = {
  readonly kind:
    | "fall"
    | "medication"
    | "equipment"
    | "communication"
    | "violence"
    | "delay"
    | "documentation"
    | "infection";
  /** Sentences in order. */
  readonly happened: string;
  readonly cause: string;
  readonly consequence: string;
  readonly measures: string;
};

export const incidents: Readonly<Record<string, Incident>> = {
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
Boks byttes når den er to tredels full. | Boks blir bytt når han er to tredels full.`,
  },
};
