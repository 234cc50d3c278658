/** Conditions of heart and vessels. */

import type { Profile } from "./profile";

export const heartConditions = {
  hjertesvikt: {
    ages: [58, 96],
    area: "heart",
    course: "lasting",
    state: "breathless",
    labs: "congestion",
    region: "chest",
    modality: "røntgen thorax",
    call: "breathing",
    complaints: `tungpust i liggende stilling|tungpust i liggjande stilling; hovne legger|hovne leggar; rask vektøkning|rask vektauke; nattlig åndenød|nattleg andenaud; nedsatt arbeidsevne|nedsett arbeidsevne; trange sko på ettermiddagen|tronge sko på ettermiddagen; vannlating flere ganger om natten|vasslating fleire gonger om natta`,
    denies: `brystsmerter; besvimelse|svimeanfall; feber; blodig oppspytt`,
    signs: `
Halsvenestuvning ved 45 graders vinkel. | Halsvenestuving ved 45 graders vinkel.
Knatrelyder basalt på begge sider. | Knitrelydar basalt på begge sider.
Uttalte pittingødemer opp til knærne. | Uttalte pittingødem opp til knea.
Uregelmessig hjerterytme uten sikker bilyd. | Uregelmessig hjarterytme utan sikker bilyd.`,
    imaging: `
Hjertet er forstørret med bredt karbånd. | Hjartet er forstørra med breitt karband.
Økt lungekartegning og Kerley-linjer som ved stuvning. | Auka lungekarteikning og Kerley-linjer som ved stuving.
Pleuravæske bilateralt, mest på høyre side. | Pleuravæske bilateralt, mest på høgre side.
Interlobærspalten er væskefylt. | Interlobærspalten er væskefylt.`,
    treatment: `
Fikk vanndrivende intravenøst og kvittet seg med {3-9} liter væske. | Fekk vassdrivande intravenøst og kvitta seg med {3-9} liter væske.
Vekten falt fra {84-96} til {76-82} kilo under oppholdet. | Vekta fall frå {84-96} til {76-82} kilo under opphaldet.
Drikkerestriksjon på {1,2/1,5/1,8} liter ble innført. | Drikkerestriksjon på {1,2/1,5/1,8} liter vart innført.
Ultralyd av hjertet viste ejeksjonsfraksjon rundt {25-45} prosent. | Ultralyd av hjartet viste ejeksjonsfraksjon kring {25-45} prosent.`,
    advice: `
Pasienten veier seg hver morgen og ringer ved økning på over to kilo på tre dager. | Pasienten veg seg kvar morgon og ringjer ved auke på over to kilo på tre dagar.
Saltfattig kost anbefales. | Saltfattig kost er tilrådd.
Nyrefunksjon og elektrolytter kontrolleres etter to uker. | Nyrefunksjon og elektrolyttar blir kontrollerte etter to veker.`,
  },
  atrieflimmer: {
    ages: [48, 94],
    area: "heart",
    course: "lasting",
    state: "racing",
    labs: "normal",
    region: "chest",
    modality: "røntgen thorax",
    call: "chest",
    complaints: `uregelmessig puls; flimrende følelse i brystet|flimrande kjensle i brystet; slapphet|slappleik; uro i brystet; redusert kondisjon; svimmelhet ved anstrengelse|svimmelheit ved anstrenging`,
    denies: `besvimelse|svimeanfall; utstrålende brystsmerter|utstrålande brystsmerter; lammelser|lammingar`,
    signs: `
Uregelmessig uregelmessig rytme ved auskultasjon. | Uregelmessig uregelmessig rytme ved auskultasjon.
EKG viser smale komplekser uten P-bølger. | EKG viser smale kompleks utan P-bølgjer.
Pulsdeficit ved samtidig telling. | Pulsdeficit ved samtidig teljing.`,
    imaging: `
Hjertet er av øvre normal størrelse. | Hjartet er av øvre normal storleik.
Venstre atrium er moderat dilatert. | Venstre atrium er moderat dilatert.
Ingen tegn til stuvning eller infiltrater. | Ingen teikn til stuving eller infiltrat.`,
    treatment: `
Frekvensregulering ga ventrikkelfrekvens på {72-96} i hvile. | Frekvensregulering gav ventrikkelfrekvens på {72-96} i kvile.
Elektrokonvertert i kort narkose med ett støt på {100/150/200} joule. | Elektrokonvertert i kort narkose med eitt støyt på {100/150/200} joule.
Telemetri det første døgnet uten pauser. | Telemetri det første døgnet utan pausar.
CHA2DS2-VASc er regnet ut til {2-5}. | CHA2DS2-VASc er rekna ut til {2-5}.`,
    advice: `
Oppmøte på nytt dersom hjerterytmen forblir rask i mer enn et døgn. | Oppmøte på nytt dersom hjarterytmen held seg rask i meir enn eit døgn.
Alkohol og store mengder kaffe frarådes. | Ein rår ifrå alkohol og store mengder kaffi.
Vurderes for ablasjon dersom plagene kommer tilbake. | Blir vurdert for ablasjon dersom plagene kjem att.`,
  },
  hjerteinfarkt: {
    ages: [44, 92],
    area: "heart",
    course: "lasting",
    state: "painful",
    labs: "heart",
    region: "chest",
    modality: "røntgen thorax",
    operation: "bypass",
    call: "chest",
    complaints: `klemmende brystsmerter|klemmande brystsmerter; smerter med utstråling til venstre arm; kaldsvette|kaldsveitte; kvalme; engstelse|otte; ubehag i kjeven; tyngde over brystet`,
    denies: `feber; hoste; smerter ved dyp innpust|smerter ved djup innpust`,
    signs: `
Blek og klam, virker smertepåvirket. | Bleik og klam, verkar smertepåverka.
EKG viser ST-heving i nedre avledninger. | EKG viser ST-heving i nedre avleiingar.
Ingen bilyd, ingen perikardiell gnidningslyd. | Ingen bilyd, ingen perikardiell gnidingslyd.`,
    imaging: `
Ingen mediastinal breddeøkning. | Ingen mediastinal breiddeauke.
Hjertestørrelsen er normal, lungefeltene uten stuvning. | Hjartestorleiken er normal, lungefelta utan stuving.
Forkalkninger i koronarkar er synlige. | Forkalkingar i koronarkar er synlege.`,
    treatment: `
Fikk acetylsalisylsyre 300 mg og nitroglyserin under tungen i ambulansen. | Fekk acetylsalisylsyre 300 mg og nitroglyserin under tunga i ambulansen.
Fremre nedstigende gren ble utblokket og stentet i akuttfasen. | Fremre nedstigande grein vart utblokka og stenta i akuttfasen.
Smertefri etter {5/7,5/10} mg morfin. | Smertefri etter {5/7,5/10} mg morfin.
Overvåket med telemetri i {24/36/48} timer uten arytmier. | Overvaka med telemetri i {24/36/48} timar utan arytmiar.`,
    advice: `
Hjerterehabilitering starter om {3-5} uker. | Hjarterehabilitering startar om {3-5} veker.
Bilkjøring er ikke tillatt de første {1-3} ukene. | Bilkøyring er ikkje tillate dei første {1-3} vekene.
Røykeslutt er viktigste enkelttiltak. | Røykjeslutt er det viktigaste enkelttiltaket.`,
  },
  lungeemboli: {
    ages: [28, 92],
    area: "lungs",
    course: "lasting",
    state: "breathless",
    labs: "clot",
    region: "chest",
    modality: "CT pulmonalarterier",
    call: "breathing",
    complaints: `plutselig tungpust|brå tungpust; stikkende smerter ved innpust|stikkande smerter ved innpust; blodstripet oppspytt|blodstripete oppspytt; rask puls; nærbesvimelse; trykk over brystkassen|trykk over brystkassa`,
    denies: `feber; grønt oppspytt; hevelse i leggene|hevelse i leggane`,
    signs: `
Takypnoisk, bruker hjelpemuskulatur. | Takypnoisk, brukar hjelpemuskulatur.
Rene respirasjonslyder tross lav metning. | Reine respirasjonslydar trass i låg metting.
EKG med sinustakykardi og S1Q3T3-mønster. | EKG med sinustakykardi og S1Q3T3-mønster.`,
    imaging: `
Fyllingsdefekter i segmentarterier til {=side} underlapp. | Fyllingsdefektar i segmentarteriar til {=side} underlapp.
Sentral embolus i {=side} hovedarterie. | Sentral embolus i {=side} hovudarterie.
Høyre ventrikkel er ikke dilatert. | Høgre ventrikkel er ikkje dilatert.
Kileformet fortetning perifert som ved infarkt. | Kileforma fortetting perifert som ved infarkt.`,
    treatment: `
Startet med lavmolekylært heparin i terapeutisk dose. | Starta med lågmolekylært heparin i terapeutisk dose.
Oksygen ble trappet ned og fjernet etter {2-4} døgn. | Oksygen vart trappa ned og fjerna etter {2-4} døgn.
Ikke indikasjon for trombolyse, sirkulatorisk stabil. | Ikkje indikasjon for trombolyse, sirkulatorisk stabil.
Genetisk utredning for koagulasjonsforstyrrelse ble ikke funnet nødvendig. | Genetisk utgreiing for koagulasjonsforstyrring vart ikkje funnen nødvendig.`,
    advice: `
Blodfortynnende i minst {3/6} måneder, deretter ny vurdering. | Blodfortynnande i minst {3/6} månader, deretter ny vurdering.
Bør reise seg og gå hver time på lange flyreiser. | Bør reis~ seg og gå kvar time på lange flyreiser.
Kontaktes lege ved blødning fra mage eller urinveier. | Ta kontakt med lege ved bløding frå mage eller urinvegar.`,
  },
  venetrombose: {
    ages: [26, 90],
    area: "limbs",
    course: "lasting",
    state: "stable",
    labs: "clot",
    region: "leg",
    modality: "ultralyd av venene|ultralyd av venene",
    complaints: `øm og stram legg; ensidig hevelse i beinet|einsidig hevelse i beinet; tyngdefølelse i leggen|tyngdekjensle i leggen; varm hud over leggen; smerter når foten bøyes opp|smerter når foten blir bøygd opp`,
    denies: `tungpust; brystsmerter; sår på leggen`,
    signs: `
{=side} legg måler {2-5} cm mer i omkrets enn den andre. | {=side} legg måler {2-5} cm meir i omkrins enn den andre.
Trykkøm i leggmuskulaturen, positivt Homans tegn. | Trykkøm i leggmuskulaturen, positivt Homans teikn.
Glinsende hud og synlige overflatiske vener. | Glinsande hud og synlege overflatiske vener.`,
    imaging: `
Vena poplitea lar seg ikke komprimere. | Vena poplitea lèt seg ikkje komprimer~.
Ekkorikt innhold i vena femoralis på {=side} side. | Ekkorikt innhald i vena femoralis på {=side} side.
Fritt flow i bekkenvenene. | Fri flow i bekkenvenene.`,
    treatment: `
Vekttilpasset dalteparin ble satt i akuttmottaket. | Vekttilpassa dalteparin vart sett i akuttmottaket.
Kompresjonsstrømpe klasse {1-2} er tilpasset. | Kompresjonsstrømpe klasse {1-2} er tilpassa.
Det ble lett etter skjult kreftsykdom uten funn. | Det vart leitt etter skjult kreftsjukdom utan funn.`,
    advice: `
Skal holde beinet høyt når {he} sitter. | Skal hald~ beinet høgt når {he} sit.
Strømpen brukes hele dagen i {3-12} måneder. | Strømpa blir brukt heile dagen i {3-12} månader.
Rikelig drikke og pauser på lange kjøreturer. | Rikeleg med drikke og pausar på lange køyreturar.`,
  },
  aortastenose: {
    ages: [66, 94],
    area: "heart",
    course: "lasting",
    state: "stable",
    labs: "congestion",
    region: "chest",
    modality: "CT thorax",
    operation: "aorticValve",
    call: "chest",
    complaints: `anstrengelsesutløst tungpust|anstrengingsutløyst tungpust; svimmelhet i motbakker|svimmelheit i motbakkar; brystsmerter ved trappegang; nedsatt utholdenhet|nedsett uthald; synkope ved vedhogst|svimeanfall ved vedhogst`,
    denies: `feber; hvilesmerter|kvilesmerter; blodig avføring`,
    signs: `
Grov systolisk bilyd over basis med utstråling til halskarene. | Grov systolisk bilyd over basis med utstråling til halskara.
Langsomt stigende puls over carotis. | Langsamt stigande puls over carotis.
Svak annen hjertetone. | Svak andre hjartetone.`,
    imaging: `
Uttalte forkalkninger i aortaklaffen. | Uttalte forkalkingar i aortaklaffen.
Aorta ascendens måler {34-44} mm. | Aorta ascendens måler {34-44} mm.
Lett forstørret venstre ventrikkel. | Lett forstørra venstre ventrikkel.`,
    treatment: `
Drøftet på hjertemøte, egnet for klaffeskifte. | Drøfta på hjartemøte, eigna for klaffeskifte.
Middelgradient målt til {42-68} mmHg. | Middelgradient målt til {42-68} mmHg.
Tannstatus er sanert før inngrepet. | Tannstatus er sanert før inngrepet.`,
    advice: `
Unngå hard anstrengelse inntil inngrepet er gjort. | Unngå hard anstrenging inntil inngrepet er gjort.
Endokardittprofylakse ved tannbehandling. | Endokardittprofylakse ved tannbehandling.
Tar kontakt ved besvimelse eller økende tungpust. | Tek kontakt ved svimeanfall eller aukande tungpust.`,
  },
  endokarditt: {
    ages: [34, 88],
    area: "heart",
    course: "acute",
    onset: "slow",
    state: "septic",
    labs: "sepsis",
    region: "chest",
    modality: "CT thorax og abdomen",
    operation: "aorticValve",
    complaints: `langvarig feber; frysninger|frysingar; uttalt slitenhet|uttalt trøyttleik; ryggverk; dårlig matlyst|dårleg matlyst; muskelverk`,
    denies: `vannlatingsplager|vasslatingsplager; hoste; utslett`,
    signs: `
Nyoppstått diastolisk bilyd over aortastedet. | Nyoppstått diastolisk bilyd over aortastaden.
Små splintblødninger under neglene. | Små splintblødingar under neglene.
Milten er palpabel under ribbebuen. | Milten er palpabel under ribbeinsbogen.`,
    imaging: `
Perifere noduli i begge lunger som kan være septiske embolier. | Perifere noduli i begge lunger som kan ver~ septiske emboliar.
Kileformet infarkt i milten. | Kileforma infarkt i milten.
Ingen abscess ved klaffeplanet. | Ingen abscess ved klaffeplanet.`,
    treatment: `
Tre sett blodkulturer viste vekst av alfahemolytiske streptokokker. | Tre sett blodkulturar viste vekst av alfahemolytiske streptokokkar.
Penicillin 5 millioner IE fire ganger daglig kombinert med gentamicin. | Penicillin 5 millionar IE fire gonger dagleg kombinert med gentamicin.
Vegetasjonen på klaffen målte {6-14} mm ved første ultralyd. | Vegetasjonen på klaffen målte {6-14} mm ved første ultralyd.
Perifert innlagt sentralt kateter for langvarig antibiotika. | Perifert innlagt sentralt kateter for langvarig antibiotika.`,
    advice: `
Antibiotika intravenøst i til sammen {4/6} uker. | Antibiotika intravenøst i til saman {4/6} veker.
Nye blodkulturer dersom feberen kommer tilbake. | Nye blodkulturar dersom feberen kjem att.`,
  },
  perikarditt: {
    ages: [18, 66],
    area: "heart",
    course: "acute",
    accompanies: true,
    state: "painful",
    labs: "viral",
    region: "chest",
    modality: "røntgen thorax",
    operation: "pericardialDrain",
    call: "chest",
    complaints: `skarpe brystsmerter; smerter som letter når pasienten lener seg fram; lett feber; smerter i skulderen ved innpust|smerter i skuldra ved innpust; nylig forkjølelse|nyleg forkjøling`,
    denies: `utstråling til armen; tungpust i hvile|tungpust i kvile; svimmelhet|svimmelheit`,
    signs: `
Gnidningslyd ved venstre sternalrand. | Gnidingslyd ved venstre sternalrand.
EKG med generell konkav ST-heving og PR-senkning. | EKG med generell konkav ST-heving og PR-senking.
Normale hjertetoner, ingen stuvning. | Normale hjartetonar, inga stuving.`,
    imaging: `
Hjerteskyggen er flaskeformet. | Hjarteskuggen er flaskeforma.
Perikardvæske på inntil {8-18} mm. | Perikardvæske på inntil {8-18} mm.
Lungefeltene er klare. | Lungefelta er klåre.`,
    treatment: `
Ibuprofen {400/600} mg tre ganger daglig ga rask smertelindring. | Ibuprofen {400/600} mg tre gonger dagleg gav rask smertelindring.
Væskemengden rundt hjertet ble fulgt med ultralyd og avtok. | Væskemengda rundt hjartet vart følgd med ultralyd og minka.
Ingen holdepunkter for tamponade. | Ingen haldepunkt for tamponade.`,
    advice: `
Ingen konkurranseidrett de neste {3-6} månedene. | Ingen konkurranseidrett dei neste {3-6} månadene.
Betennelsesdempende trappes ned over {2-4} uker. | Betennelsesdempande blir trappa ned over {2-4} veker.`,
  },
  vaskulitt: {
    ages: [38, 86],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "inflammation",
    region: "chest",
    modality: "PET-CT",
    complaints: `stivhet i skulderbuen om morgenen|stivleik i skulderbogen om morgonen; hodepine ved tinningen|hovudverk ved tinningen; tyggesmerter; slapphet|slappleik; feberfølelse|feberkjensle; ømhet i hodebunnen|ømleik i hovudbotnen`,
    denies: `synstap; hoste; nummenhet i føttene|nummenheit i føtene`,
    signs: `
Fortykket og øm temporalarterie på {=side} side. | Fortjukka og øm temporalarterie på {=side} side.
Palpabel purpura på begge legger. | Palpabel purpura på begge leggar.
Blodtrykket er likt i begge armer. | Blodtrykket er likt i begge armar.`,
    imaging: `
Økt opptak i veggen av aorta og subklaviagrenene. | Auka opptak i veggen av aorta og subklaviagreinene.
Ingen aneurismer eller stenoser. | Ingen aneurisme eller stenosar.
Ingen patologiske lymfeknuter. | Ingen patologiske lymfeknutar.`,
    treatment: `
Biopsi av temporalarterien ble tatt og sendt til histologi. | Biopsi av temporalarterien vart teken og send til histologi.
Pulsbehandling i tre dager ga prompte bedring av hodepinen. | Pulsbehandling i tre dagar gav prompte betring av hovudverken.
ANCA var negativ. | ANCA var negativ.`,
    advice: `
Haster med kontakt ved synsforstyrrelse. | Hastar med kontakt ved synsforstyrring.
Kalk og vitamin D gis så lenge behandlingen varer. | Kalk og vitamin D blir gitt så lenge behandlinga varer.
SR måles hver {2-4}. uke. | SR blir målt kvar {2-4}. veke.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
