/** Conditions of brain and nerves. */

import type { Profile } from "./profile";

export const nerveConditions = {
  hjerneslag: {
    ages: [52, 94],
    area: "nerves",
    course: "lasting",
    state: "drowsy",
    labs: "normal",
    region: "head",
    modality: "CT caput",
    operation: "thrombectomy",
    call: "stroke",
    complaints: `plutselig kraftløshet i {=side} arm|brå kraftløyse i {=side} arm; snøvlete tale; skjev munnvik|skeiv munnvik; ustøhet|ustøleik; vansker med å finne ord|vanskar med å finne ord; nummenhet i ansiktet|nummenheit i andletet`,
    denies: `hodepine|hovudverk; kramper; feber; brystsmerter`,
    signs: `
Fall av {=side} arm i løpet av ti sekunder, NIHSS {3-14}. | Fall av {=side} arm i løpet av ti sekund, NIHSS {3-14}.
Dysartri og lett ekspressiv afasi. | Dysartri og lett ekspressiv afasi.
Babinski er invertert på {=side} side. | Babinski er invertert på {=side} side.
Neglekt for {=side} side ved undersøkelse. | Neglekt for {=side} side ved undersøking.`,
    imaging: `
Ingen blødning intrakranialt. | Inga bløding intrakranialt.
Okklusjon av M{1-2}-segmentet på motsatt side av utfallet. | Okklusjon av M{1-2}-segmentet på motsett side av utfallet.
Tidlige infarkttegn i insula. | Tidlege infarktteikn i insula.
Diffusjonsrestriksjon i capsula interna. | Diffusjonsrestriksjon i capsula interna.`,
    treatment: `
Trombolyse ble gitt {58-170} minutter etter symptomstart. | Trombolyse vart gitt {58-170} minutt etter symptomstart.
Svelgtest av logoped viste behov for fortykket væske. | Svelgtest av logoped viste behov for fortjukka væske.
Mobilisert tidlig etter slagprotokoll, Barthel {35-80}. | Mobilisert tidleg etter slagprotokoll, Barthel {35-80}.
Acetylsalisylsyre 300 mg, deretter 75 mg daglig. | Acetylsalisylsyre 300 mg, deretter 75 mg dagleg.`,
    advice: `
Førerkort er inndratt i {3/6} måneder. | Førarkort er inndrege i {3/6} månader.
Videre trening i kommunal rehabilitering. | Vidare trening i kommunal rehabilitering.
Ring 113 ved nye lammelser eller talevansker. | Ring 113 ved nye lammingar eller talevanskar.`,
  },
  migrene: {
    ages: [18, 58],
    area: "nerves",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "MR caput",
    complaints: `halvsidig dunkende hodepine|halvsidig dunkande hovudverk; synsforstyrrelser med siksaklinjer|synsforstyrringar med siksaklinjer; kvalme; lydømfintlighet|lydskyheit; prikking i {=side} hånd|prikking i {=side} hand; oppkast`,
    denies: `feber; nylig hodeskade|nyleg hovudskade; varig svakhet|varig svakheit`,
    signs: `
Ligger i mørkt rom, ellers upåfallende. | Ligg i mørkt rom, elles upåfallande.
Normal nevrologisk undersøkelse. | Normal nevrologisk undersøking.
Ømme muskelfester i bakhodet. | Ømme muskelfeste i bakhovudet.`,
    imaging: `
Normale forhold intrakranialt. | Normale forhold intrakranialt.
Noen få uspesifikke hvitsubstanslesjoner. | Nokre få uspesifikke kvitsubstanslesjonar.
Ingen aneurismer på angiografisekvensen. | Ingen aneurisme på angiografisekvensen.`,
    treatment: `
Sumatriptan {50/100} mg ga god lindring innen to timer. | Sumatriptan {50/100} mg gav god lindring innan to timar.
Metoklopramid 10 mg mot kvalmen. | Metoklopramid 10 mg mot kvalmen.
Hodepinedagboken viser {6-14} anfallsdager i måneden. | Hovudverksdagboka viser {6-14} anfallsdagar i månaden.`,
    advice: `
Regelmessig søvn og måltider. | Regelmessig søvn og måltid.
Anfallsmedisin brukes høyst ti dager i måneden. | Anfallsmedisin skal brukast høgst ti dagar i månaden.
Hodepinedagbok føres til neste time. | Hovudverksdagbok skal førast til neste time.`,
  },
  epilepsi: {
    ages: [18, 76],
    area: "nerves",
    course: "lasting",
    state: "drowsy",
    labs: "normal",
    region: "head",
    modality: "MR caput",
    call: "seizure",
    complaints: `anfall med rykninger i armer og bein|anfall med rykningar i armar og bein; tungebitt|tungebit; forvirring etter anfallet; fravær med smatting|fråvær med smatting; stiv blikkretning|stivt blikk; urinavgang under anfallet`,
    denies: `feber; hodeskade|hovudskade; alkoholinntak`,
    signs: `
Postiktal, gradvis mer kontaktbar. | Postiktal, gradvis meir kontaktbar.
Ferskt bitt på {=side} side av tungen. | Ferskt bit på {=side} side av tunga.
Ingen sideforskjell i kraft. | Ingen sideskilnad i kraft.`,
    imaging: `
Asymmetrisk hippocampus med høyt signal på {=side} side. | Asymmetrisk hippocampus med høgt signal på {=side} side.
Ingen tumor eller karmalformasjon. | Ingen tumor eller karmalformasjon.
Gammel arrdannelse i temporallappen. | Gammalt arr i temporallappen.`,
    treatment: `
Midazolam 10 mg i kinnet stoppet anfallet etter {4-9} minutter. | Midazolam 10 mg i kinnet stoppa anfallet etter {4-9} minutt.
Levetiracetam {500/1000} mg to ganger daglig ble startet. | Levetiracetam {500/1000} mg to gonger dagleg vart starta.
Serumspeil av anfallsmedisin var i nedre del av området. | Serumspegel av anfallsmedisin var i nedre del av området.`,
    advice: `
Kjøreforbud til {6/12} måneder uten anfall. | Køyreforbod til {6/12} månader utan anfall.
Dusj i stedet for badekar og ikke svømme alene. | Dusj i staden for badekar og ikkje symj~ åleine.
Epilepsisykepleier er informert. | Epilepsisjukepleiar er informert.`,
  },
  hjernerystelse: {
    ages: [18, 80],
    area: "nerves",
    course: "acute",
    accompanies: true,
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "CT caput",
    call: "trauma",
    complaints: `kortvarig bevissthetstap|kortvarig medvitstap; hukommelsestap rundt uhellet|minnetap kring uhellet; hodepine|hovudverk; kvalme; svimmelhet|svimmelheit; ømhet i bakhodet|ømleik i bakhovudet`,
    denies: `gjentatte oppkast|gjentekne oppkast; lammelser|lammingar; blodfortynnende medisiner|blodfortynnande medisinar`,
    signs: `
Sårskade på {2-6} cm i bakhodet. | Sårskade på {2-6} cm i bakhovudet.
Repeterer spørsmål, ellers orientert. | Repeterer spørsmål, elles orientert.
Ingen væske fra øre eller nese. | Inga væske frå øyre eller nase.`,
    imaging: `
Ingen intrakranial blødning eller kontusjon. | Inga intrakranial bløding eller kontusjon.
Ingen kraniebrudd. | Ingen kraniebrot.
Subgalealt hematom bak. | Subgalealt hematom bak.`,
    treatment: `
Hodeskadeobservasjon hver time i {12-24} timer uten avvik. | Hovudskadeobservasjon kvar time i {12-24} timar utan avvik.
Såret ble vasket og sydd med {4-8} sting. | Såret vart vaska og sydd med {4-8} sting.
S100B ble tatt innen seks timer. | S100B vart teken innan seks timar.`,
    advice: `
Ro de første to døgnene, deretter gradvis aktivitet. | Ro dei to første døgna, deretter gradvis aktivitet.
Ingen kontaktsport på {2-4} uker. | Ingen kontaktsport på {2-4} veker.
Skal ha voksen hos seg første natt. | Skal ha ein vaksen hos seg første natta.`,
  },
  hjernehinnebetennelse: {
    ages: [18, 76],
    area: "nerves",
    course: "acute",
    state: "septic",
    labs: "sepsis",
    region: "head",
    modality: "CT caput",
    call: "infection",
    complaints: `sprengende hodepine|sprengande hovudverk; høy feber|høg feber; irritabilitet; økende sløvhet|aukande sløvleik; oppkast; ømhet ved berøring|ømleik ved røring`,
    denies: `hodeskade|hovudskade; diaré; vannlatingsplager|vasslatingsplager`,
    signs: `
Tydelig motstand ved bøying av hodet, Kernig positiv. | Tydeleg motstand ved bøying av hovudet, Kernig positiv.
Spredte petekkier på trunkus. | Spreidde petekkiar på trunkus.
Motorisk urolig, åpner øynene på tiltale. | Motorisk uroleg, opnar auga på tiltale.`,
    imaging: `
Ingen tegn til økt trykk eller ventrikkeldilatasjon. | Ingen teikn til auka trykk eller ventrikkeldilatasjon.
Mastoidceller og bihuler er luftfylte. | Mastoidceller og biholer er luftfylte.
Ingen abscess. | Ingen abscess.`,
    treatment: `
Cefotaksim 3 g og deksametason 10 mg innen {20-55} minutter. | Cefotaksim 3 g og deksametason 10 mg innan {20-55} minutt.
Spinalvæsken var blakket med {900-5200} hvite blodceller. | Spinalvæska var blakk med {900-5200} kvite blodceller.
Nærkontakter fikk ciprofloksacin som profylakse. | Nærkontaktar fekk ciprofloksacin som profylakse.`,
    advice: `
Hørselstest om {4-6} uker. | Høyrselstest om {4-6} veker.
Hvile og skjerming den første måneden. | Kvile og skjerming den første månaden.
Vaksine mot pneumokokker og meningokokker. | Vaksine mot pneumokokkar og meningokokkar.`,
  },
  skiveprolaps: {
    ages: [26, 66],
    area: "limbs",
    course: "lasting",
    state: "painful",
    labs: "normal",
    region: "spine",
    modality: "MR lumbalcolumna",
    operation: "disc",
    complaints: `utstrålende smerter til {=side} fot|utstrålande smerter til {=side} fot; hekseskudd|hekseskot; nummenhet på utsiden av leggen|nummenheit på utsida av leggen; smerter ved hosting og nysing; stiv korsrygg; svak tåhev`,
    denies: `ridebukseanestesi; urinretensjon; feber; avmagring`,
    signs: `
Lasègue positiv ved {25-50} grader på {=side} side. | Lasègue positiv ved {25-50} grader på {=side} side.
Svekket akillesrefleks på {=side} side. | Svekt akillesrefleks på {=side} side.
Redusert kraft i stortåstrekkeren, grad {3-4}. | Redusert kraft i stortåstrekkjaren, grad {3-4}.`,
    imaging: `
Prolaps i nivå L{4-5} som affiserer nerveroten på {=side} side. | Prolaps i nivå L{4-5} som affiserer nerverota på {=side} side.
Degenerert mellomvirvelskive med høydereduksjon. | Degenerert mellomvirvelskive med høgdereduksjon.
Ingen spinal stenose, conus medullaris normal. | Ingen spinal stenose, conus medullaris normal.`,
    treatment: `
Naproksen 500 mg to ganger daglig og paracetamol fast. | Naproksen 500 mg to gonger dagleg og paracetamol fast.
Fysioterapeut instruerte i hvilestillinger og gangtrening. | Fysioterapeut instruerte i kvilestillingar og gangtrening.
Rotblokade ga forbigående lindring. | Rotblokade gav forbigåande lindring.`,
    advice: `
Holde seg i gang innenfor smertegrensen. | Hald~ seg i gang innanfor smertegrensa.
Øyeblikkelig kontakt ved vannlatingsproblemer eller nummenhet i skrittet. | Straks kontakt ved vasslatingsproblem eller nummenheit i skrittet.`,
  },
  "multippel sklerose": {
    ages: [20, 62],
    area: "nerves",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "MR caput og medulla",
    complaints: `synstap på {=side} øye|synstap på {=side} auge; stikkinger nedover ryggen|stikkingar nedover ryggen; stive bein; overveldende utmattelse|overveldande utmatting; hastverk med vannlating|hastverk med vasslating; ustø gange`,
    denies: `hodepine|hovudverk; feber; kramper`,
    signs: `
Lhermittes tegn positivt. | Lhermittes teikn positivt.
Spastisk tonus og livlige reflekser i beina. | Spastisk tonus og livlege refleksar i beina.
EDSS skåres til {1,5/2,0/3,5/4,0}. | EDSS blir skåra til {1,5/2,0/3,5/4,0}.`,
    imaging: `
{2-9} periventrikulære lesjoner, én med kontrastopptak. | {2-9} periventrikulære lesjonar, éin med kontrastopptak.
Lesjon i halsmargen i nivå C{2-5}. | Lesjon i halsmergen i nivå C{2-5}.
Ingen lesjonsøkning siden forrige undersøkelse. | Ingen lesjonsauke sidan førre undersøking.`,
    treatment: `
Metylprednisolon 1 g intravenøst i tre dager. | Metylprednisolon 1 g intravenøst i tre dagar.
Rituksimab {500/1000} mg gitt uten infusjonsreaksjon. | Rituksimab {500/1000} mg gitt utan infusjonsreaksjon.
Oligoklonale bånd ble påvist i spinalvæsken. | Oligoklonale band vart påviste i spinalvæska.`,
    advice: `
Infeksjoner behandles tidlig. | Infeksjonar skal behandlast tidleg.
Treningstilbud to ganger i uken. | Treningstilbod to gonger i veka.
MR hvert år. | MR kvart år.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
