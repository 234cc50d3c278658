/** Sentences that nurses write, by what they look after, in both written standards. */

import { terms } from "../lexicon";

export const nursingPhrases = {
  "reason nursing": terms(`
{aman} på {age} år, inneliggende med {c}. | {aman} på {age} år, inneliggjande med {c}.
Pasienten har {c}, {stay}. dag på {ward}. | Pasienten har {c}, {stay}. dag på {ward}.
Overtatt {first} {sometime}, her med {c}. | Overteke {first} {sometime}, her med {c}.
Rapport for {first}, {age} år, {c}. | Rapport for {first}, {age} år, {c}.
Innlagt {admitted} for {c}. | Innlagd {admitted} for {c}.
`),
  awareness: terms(`
Våken, klar og {mood}. | Vaken, klår og {mood}.
{mood} og tydelig i samtale. | {mood} og tydeleg i samtale.
Orientert for tid og sted. | Orientert for tid og stad.
Ønsker at {family} skal ringes. | Ønskjer at {family} skal bli ringt.
Snakker lite, nikker når {he} blir spurt. | Snakkar lite, nikkar når {he} blir spurd.
Uttrykker seg greit og følger med på det som blir sagt. | Uttrykkjer seg greitt og følgjer med på det som blir sagt.
{worry} i begynnelsen av vakten, senere {mood}. | {worry} i starten av vakta, seinare {mood}.
Har på briller, leser selv informasjonsskrivet. | Har på briller, les sjølv informasjonsskrivet.
Stiller mange spørsmål om veien videre. | Stiller mange spørsmål om vegen vidare.
`),
  "awareness confused": terms(`
Desorientert om natten, lar seg korrigere. | Desorientert om natta, lèt seg korriger~.
Sløv, men vekkbar ved tiltale. | Sløv, men kan vekkjast ved tiltale.
Plukker på dynen og vil opp. | Plukkar på dyna og vil opp.
Svarer adekvat, men trenger tid. | Svarar adekvat, men treng tid.
`),
  "breathing air": terms(`
Puster uanstrengt i romluft. | Pustar lett i romluft.
SpO2 {spo2} % uten oksygen, RF {rf}. | SpO2 {spo2} % utan oksygen, RF {rf}.
Varm på hender og føtter, puls {pulse}. | Varm på hender og føter, puls {pulse}.
Sirkulatorisk stabil, BT {sys}/{dia}. | Sirkulatorisk stabil, BT {sys}/{dia}.
Ingen surkling, hoster ikke. | Inga surkling, hostar ikkje.
Temp {temp}, puls {pulse}, BT {sys}/{dia}. | Temp {temp}, puls {pulse}, BT {sys}/{dia}.
`),
  "breathing oxygen": terms(`
Får {1-4} liter oksygen på nesekateter, SpO2 {spo2} % uten. | Får {1-4} liter oksygen på nasekateter, SpO2 {spo2} % utan.
Tungpustet ved små anstrengelser, RF {rf}. | Tungpusten ved små anstrengingar, RF {rf}.
Hevet hodeende, pusteøvelser hver time. | Heva hovudende, pusteøvingar kvar time.
Oksygen er redusert til {1-2} liter {sometime}. | Oksygen er redusert til {1-2} liter {sometime}.
BT {sys}/{dia}, puls {pulse}, temp {temp}. | BT {sys}/{dia}, puls {pulse}, temp {temp}.
Bruker PEP-fløyte før måltidene. | Brukar PEP-fløyte før måltida.
`),
  nutrition: terms(`
Spiste {food} og drakk {2-5} glass {drink}. | Åt {food} og drakk {2-5} glas {drink}.
Liten matlyst, orket bare noen biter. | Lita matlyst, orka berre nokre bitar.
Fikk {food} {sometime}, smakte godt. | Fekk {food} {sometime}, smakte godt.
Trenger hjelp til å smøre maten. | Treng hjelp til å smørje maten.
Drikker godt, {food} til kvelds. | Drikk godt, {food} til kvelds.
Kostregistrering viser {1100-2100} kcal. | Kostregistrering viser {1100-2100} kcal.
Vekt i dag {weight} kg. | Vekt i dag {weight} kg.
Ernæringsplan er laget med klinisk ernæringsfysiolog. | Ernæringsplan er laga med klinisk ernæringsfysiolog.
Tilbudt {drink} mellom måltidene. | Tilboden {drink} mellom måltida.
Sitter ved bordet på stuen og spiser sammen med de andre. | Sit ved bordet på stova og et saman med dei andre.
`),
  "nutrition weak": terms(`
Matet med noen skjeer {food}. | Mata med nokre skeier {food}.
Drikker små slurker når {he} blir minnet på det. | Drikk små slurkar når {he} blir minna på det.
Sondeernæring {40-80} ml i timen. | Sondeernæring {40-80} ml i timen.
Fastende, får væske intravenøst. | Fastande, får væske intravenøst.
Munnstell hver annen time. | Munnstell annankvar time.
Svelger langsomt, sitter høyt i sengen. | Svelgjer langsamt, sit høgt i senga.
`),
  "elimination self": terms(`
Vannlating uten problemer, avføring {sometime}. | Vasslating utan problem, avføring {sometime}.
Går selv på toalettet. | Går sjølv på toalettet.
Ikke hatt avføring på {2-4} dager, fikk {laxative}. | Har ikkje hatt avføring på {2-4} dagar, fekk {laxative}.
Blærescan viste {20-180} ml. | Blærescan viste {20-180} ml.
Følges til badet om natten. | Blir følgd til badet om natta.
God diurese. | God diurese.
`),
  "elimination catheter": terms(`
Permanent blærekateter, timediurese {20-90} ml. | Permanent blærekateter, timediurese {20-90} ml.
Blærekateter er fjernet {date}. | Blærekateter er fjerna {date}.
Bruker bleie om natten. | Brukar bleie om natta.
Konsentrert urin i posen, drikker mer. | Konsentrert urin i posen, drikk meir.
Hjulpet på dostol. | Hjelpt på dostol.
Avføring {sometime}, normal konsistens. | Avføring {sometime}, normal konsistens.
`),
  skin: terms(`
Hel hud, ingen trykkmerker. | Heil hud, ingen trykkmerke.
Lett rødme over halebeinet, smurt med krem. | Lett raudne over halebeinet, smurt med krem.
Rødme rundt venekanylen, den er byttet. | Raudne rundt venekanylen, den er bytt.
Tørr på leggene, smurt etter dusj. | Tørr på leggane, smurd etter dusj.
Leiret på siden med {bedding}. | Leira på sida med {bedding}.
Stelt i sengen {sometime}. | Stelt i senga {sometime}.
Ny venekanyle i {=side} underarm, skylt. | Ny venekanyle i {=side} underarm, skylt.
Bradenskår {13-21}. | Bradenskår {13-21}.
Dusjet {sometime} med litt hjelp. | Dusja {sometime} med litt hjelp.
`),
  "walking free": terms(`
Oppegående, går turer i korridoren. | Oppegåande, går turar i korridoren.
Selvstendig i stell og påkledning. | Sjølvstendig i stell og påkleding.
Har vært i kiosken og kjøpt avis. | Har vore i kiosken og kjøpt avis.
Gikk trapper med fysioterapeut. | Gjekk trapper med fysioterapeut.
Ute en tur på terrassen med {family}. | Ute ein tur på terrassen med {family}.
`),
  "walking aided": terms(`
Gikk i korridoren med {=aid}. | Gjekk i korridoren med {=aid}.
Opp i stol {10-90} minutter. | Opp i stol {10-90} minutt.
Trenger lett støtte av én til badet. | Treng lett støtte av éin til badet.
Trening med fysioterapeut {sometime}. | Trening med fysioterapeut {sometime}.
Reiser seg selv, men er ustø. | Reiser seg sjølv, men er ustø.
Bruker {=aid}, må minnes på å ta korte skritt. | Brukar {=aid}, må minnast på å ta korte steg.
`),
  "walking bed": terms(`
Snus hver {2-4}. time. | Blir snudd kvar {2-4}. time.
Forflyttes med heis til stol, satt {10-40} minutter. | Blir flytta med heis til stol, sat {10-40} minutt.
Trenger to for å komme opp på sengekanten. | Treng to for å kome opp på sengekanten.
Passive øvelser for armer og bein. | Passive øvingar for armar og bein.
Snur seg selv i sengen med tau. | Snur seg sjølv i senga med tau.
`),
  activity: terms(`
Hviler etter middag. | Kviler etter middag.
Med på trimgruppen på stuen. | Med på trimgruppa på stova.
Sliten etter undersøkelsene i dag. | Sliten etter undersøkingane i dag.
Ønsker å bli mobilisert mer. | Ønskjer å bli mobilisert meir.
Har prøvd {equipment}. | Har prøvd {equipment}.
`),
  rest: terms(`
Sov godt fra klokken {21-23} til {5-7}. | Sov godt frå klokka {21-23} til {5-7}.
Smerter i {part}, fikk {painkiller} {sometime}. | Smerter i {part}, fekk {painkiller} {sometime}.
VAS {4-7} før og {0-3} etter {painkiller}. | VAS {4-7} før og {0-3} etter {painkiller}.
Våknet ofte, fikk {sleeping}. | Vakna ofte, fekk {sleeping}.
Ingen smerter i ro. | Ingen smerter i ro.
Ligger best på {=side} side med pute. | Ligg best på {=side} side med pute.
Smertelindring virker, men går ut av kroppen mot morgenen. | Smertelindringa verkar, men går ut av kroppen mot morgonen.
Urolig natt på grunn av nabo som ropte. | Uroleg natt på grunn av nabo som ropte.
`),
  company: terms(`
Fikk besøk av {relative} {sometime}. | Fekk besøk av {relative} {sometime}.
Gleder seg til å reise hjem. | Gler seg til å reise heim.
Snakket lenge med {family} på telefon. | Snakka lenge med {family} på telefon.
Leste avisen og hørte på radio. | Las avisa og lytta til radio.
Savner {pet} hjemme. | Saknar {pet} heime.
Engstelig for hvordan det skal gå hjemme. | Engsteleg for korleis det skal gå heime.
Forteller at {he} {hobby}. | Fortel at {he} {hobby}.
Ønsket samtale med {comfort}. | Ønskte samtale med {comfort}.
{family} har tatt med toalettsaker og rene klær. | {family} har teke med toalettsaker og reine klede.
Pårørende vil ha samtale før utreise. | Pårørande vil ha samtale før utreise.
`),
  "company weak": terms(`
{family} sitter ved sengen i lange stunder. | {family} sit ved senga i lange stunder.
Roer seg når {family} holder hånden. | Roar seg når {family} held handa.
Pårørende er oppdatert på telefon {phone}. | Pårørande er oppdaterte på telefon {phone}.
Liker dempet lys og rolig stemme. | Likar dempa lys og roleg stemme.
`),
  procedures: terms(`
Venekanyle lagt i {=side} albue. | Venekanyle lagd i {=side} olboge.
Skiftet bandasje {sometime}. | Skifta bandasje {sometime}.
Blodprøver tatt klokken {6-7}. | Blodprøver tekne klokka {6-7}.
Følges til {modality} {sometime}. | Blir følgd til {modality} {sometime}.
Medisiner gitt etter skjema. | Medisinar gitt etter skjema.
NEWS2 {news}, måles hver {4/6/8}. time. | NEWS2 {news}, blir målt kvar {4/6/8}. time.
Medisiner delt ut og signert. | Medisinar delte ut og signerte.
`),
  "nursing plan": terms(`
Fortsette etter pleieplanen. | Hald~ fram etter pleieplanen.
Legen ser til pasienten {tomorrow}. | Legen ser til pasienten {tomorrow}.
Se medisinkurven for endringer. | Sjå medisinkurva for endringar.
Vekt og væskebalanse følges. | Vekt og væskebalanse blir følgde.
{helper} bes om tilsyn. | {helper} er beden om tilsyn.
`),
  "going home": terms(`
Utreise planlagt {futureSoon}. | Utreise planlagd {futureSoon}.
Pasienten er klar over at {he} skal hjem {futureSoon}. | Pasienten er klår over at {he} skal heim {futureSoon}.
Utskrivningssamtale {tomorrow}. | Utskrivingssamtale {tomorrow}.
`),
  tomorrow: terms(`
i morgen tidlig | i morgon tidleg
etter previsitten
før lunsj
`),
  "focus heart": terms(`
Telemetri uten anmerkning. | Telemetri utan merknad.
Væskebalanse {100-1200} ml i minus. | Væskebalanse {100-1200} ml i minus.
Får støttestrømper på om morgenen. | Får støttestrømper på om morgonen.
Ingen brystsmerter på vakten. | Ingen brystsmerter på vakta.
Veies før frokost. | Blir vegen før frukost.
`),
  "focus lungs": terms(`
Hoster opp seigt slim. | Hostar opp seigt slim.
Forstøver med saltvann tre ganger. | Forstøvar med saltvatn tre gonger.
Sitter foroverlent når {he} puster tungt. | Sit framoverlent når {he} pustar tungt.
Slimet er lysere enn i går. | Slimet er lysare enn i går.
`),
  "focus abdomen": terms(`
Magen er mykere, luftavgang {sometime}. | Magen er mjukare, luftavgang {sometime}.
Kvalme etter maten, fikk ondansetron 4 mg. | Kvalme etter maten, fekk ondansetron 4 mg.
Flytende kost så langt. | Flytande kost så langt.
Ingen brekninger på vakten. | Ingen brekningar på vakta.
`),
  "focus urinary": terms(`
Urinen er klar og lys. | Urinen er klår og lys.
Måling av all urin, {1200-2600} ml siste døgn. | Måling av all urin, {1200-2600} ml siste døgnet.
Drikkeliste føres. | Drikkeliste blir ført.
Urinstiks kontrollert {sometime}. | Urinstiks kontrollert {sometime}.
`),
  "focus nerves": terms(`
Nevrologisk kontroll hver fjerde time uten endring. | Nevrologisk kontroll kvar fjerde time utan endring.
Skjermet mot lys og lyd. | Skjerma mot lys og lyd.
Øver på å knappe skjorten selv. | Øver på å knappe skjorta sjølv.
Konsentrerer seg om én ting om gangen. | Konsentrerer seg om éin ting om gongen.
`),
  "focus limbs": terms(`
God bevegelse og farge i tær og fingre. | God rørsle og farge i tær og fingrar.
Kjøleelement over hevelsen. | Kjøleelement over hevelsen.
Høyt leie når {he} ligger. | Høgt leie når {he} ligg.
Øvelser etter skjema fra fysioterapeut. | Øvingar etter skjema frå fysioterapeut.
`),
  "focus skin": terms(`
Smurt etter ordinasjon morgen og kveld. | Smurd etter ordinasjon morgon og kveld.
Bomullshansker om natten. | Bomullshanskar om natta.
Utslettet er blekere i dag. | Utslettet er bleikare i dag.
Kjølig rom og lett dyne. | Kjølig rom og lett dyne.
`),
  "focus head": terms(`
Bløt kost på grunn av plager i hals og ansikt. | Blaut kost på grunn av plager i hals og andlet.
Hevet hodeende gir lindring. | Heva hovudende gir lindring.
Munnstell etter alle måltider. | Munnstell etter alle måltid.
`),
  "focus mind": terms(`
Samtale på enerom i en halv time. | Samtale på einerom i ein halv time.
Trenger faste rammer og kjente ansikter. | Treng faste rammer og kjende andlet.
Med på kjøkkengruppe, bakte boller. | Med på kjøkengruppe, bakte bollar.
Dagsplanen henger på døren. | Dagsplanen heng på døra.
Trakk seg tilbake etter middag. | Trekte seg tilbake etter middag.
`),
  "focus birth": terms(`
CTG uten anmerkning {sometime}. | CTG utan merknad {sometime}.
Kjenner godt med fosterbevegelser. | Kjenner godt med fosterrørsler.
Ingen rier på vakten. | Ingen rier på vakta.
Blodtrykk hver fjerde time, {sys}/{dia} nå. | Blodtrykk kvar fjerde time, {sys}/{dia} no.
`),
  "focus none": terms(`
Væskebalanse føres. | Væskebalanse blir ført.
Slapp, hviler mellom måltidene. | Slapp, kviler mellom måltida.
Informasjon om behandlingen er gjentatt. | Informasjon om behandlinga er teken opp att.
`),
} as const;
