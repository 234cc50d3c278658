/** Conditions of skin, blood and glands. */

import type { Profile } from "./profile";

export const otherConditions = {
  diabetes: {
    ages: [20, 88],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "diabetes",
    region: "chest",
    modality: "røntgen thorax",
    operation: "toe",
    call: "lowSugar",
    complaints: `uttalt tørste; hyppig vannlating|hyppig vasslating; slapphet|slappleik; uklart syn|uklårt syn; følelsesløse tær|kjenslelause tær; sår under foten som gror dårlig|sår under foten som gror dårleg`,
    denies: `brystsmerter; magesmerter; feber`,
    signs: `
Tørre slimhinner, søtlig ånde. | Tørre slimhinner, søtleg ande.
Nedsatt vibrasjonssans ved begge anklene. | Nedsett vibrasjonssans ved begge oklane.
Trykksår under {=side} forfot, Wagner grad {1-2}. | Trykksår under {=side} framfot, Wagner grad {1-2}.`,
    imaging: `
Normale forhold i lungene. | Normale forhold i lungene.
Hjertestørrelsen er i øvre normalområde. | Hjartestorleiken er i øvre normalområde.
Ingen infiltrater. | Ingen infiltrat.`,
    treatment: `
Insulininfusjon etter skjema til ketonene var borte. | Insulininfusjon etter skjema til ketona var borte.
Insulin glargin {12-38} enheter til natten. | Insulin glargin {12-38} einingar til natta.
Fotterapeut og sårsykepleier har sett foten. | Fotterapeut og sårsjukepleiar har sett foten.
Sensor for kontinuerlig måling er satt på. | Sensor for kontinuerleg måling er sett på.`,
    advice: `
Måle blodsukker før måltider og ved føling. | Mål~ blodsukker før måltid og ved føling.
Øyebunnsfoto hvert annet år. | Augebotnfoto annakvart år.
Startkurs for nye brukere er bestilt. | Startkurs for nye brukarar er bestilt.`,
  },
  "lavt stoffskifte": {
    ages: [22, 84],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "thyroid",
    region: "neck",
    modality: "ultralyd hals",
    complaints: `frossenhet|frosenheit; tørr hud; treg avføring; vektøkning|vektauke; langsom tankegang|langsam tankegang; hovent ansikt|hove andlet; uregelmessig søvn`,
    denies: `svelgvansker|svelgvanskar; smerter på halsen; feber`,
    signs: `
Lett forstørret, fast kjertel på halsen. | Lett forstørra, fast kjertel på halsen.
Langsom refleksrespons i akillessenen. | Langsam refleksrespons i akillessena.
Tørr, kjølig og ru hud. | Tørr, kjølig og ru hud.`,
    imaging: `
Inhomogen, ekkofattig skjoldbruskkjertel. | Inhomogen, ekkofattig skjoldbruskkjertel.
Cyste på {4-11} mm i {=side} lapp, TI-RADS {2-3}. | Cyste på {4-11} mm i {=side} lapp, TI-RADS {2-3}.
Ingen forstørrede lymfeknuter på halsen. | Ingen forstørra lymfeknutar på halsen.`,
    treatment: `
Anti-TPO over {300-1300}. | Anti-TPO over {300-1300}.
Dosen trappes langsomt opp med kontroll hver sjette uke. | Dosen blir trappa langsamt opp med kontroll kvar sjette veke.
Binyrebarksvikt er utelukket. | Binyrebarksvikt er utelukka.`,
    advice: `
Tablettene tas fastende om morgenen. | Tablettane skal takast fastande om morgonen.
Stoffskifteprøver om {6-8} uker. | Stoffskifteprøver om {6-8} veker.`,
  },
  anemi: {
    ages: [18, 90],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "anaemia",
    region: "abdomen",
    modality: "CT abdomen",
    complaints: `slapphet|slappleik; tungpust i bakker|tungpust i bakkar; svimmelhet når {he} reiser seg|svimmelheit når {he} reiser seg; øresus i stillhet|øyresus i stille; bleke lepper|bleike lepper; sprø negler`,
    denies: `synlig blod i avføringen|synleg blod i avføringa; feber; magesmerter`,
    signs: `
Bleke slimhinner, systolisk bilyd grad {1-2}. | Bleike slimhinner, systolisk bilyd grad {1-2}.
Atrofisk tunge og munnviksrifter. | Atrofisk tunge og munnviksrifter.
Rektaleksplorasjon uten blod. | Rektaleksplorasjon utan blod.`,
    imaging: `
Ingen tumorsuspekt fortykkelse i tarmen. | Inga tumorsuspekt fortjukking i tarmen.
Milten har normal størrelse. | Milten har normal storleik.
Lite hiatushernie. | Lite hiatushernie.`,
    treatment: `
Jern {500/1000} mg intravenøst uten reaksjon. | Jern {500/1000} mg intravenøst utan reaksjon.
To poser SAG ble gitt på grunn av symptomer. | To posar SAG vart gitt på grunn av symptom.
Retikulocytter steg som ventet etter en uke. | Retikulocyttar steig som venta etter ei veke.`,
    advice: `
Jerntabletter annenhver dag i {3-6} måneder. | Jerntablettar annankvar dag i {3-6} månader.
Avføringsprøver på skjult blod sendes inn. | Avføringsprøver på skjult blod blir sende inn.`,
  },
  lymfom: {
    ages: [24, 82],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "tumour",
    region: "neck",
    modality: "PET-CT",
    operation: "lymphNode",
    complaints: `uøm kul på halsen; kveldsfeber; uforklarlig avmagring|uforklarleg avmagring; slapphet|slappleik; alkoholutløste smerter i lymfeknuter|alkoholutløyste smerter i lymfeknutar; metthetsfølelse|mettkjensle`,
    denies: `sår hals; hoste; tannverk`,
    signs: `
Fast, bevegelig lymfeknute på {2-5} cm på {=side} side av halsen. | Fast, rørleg lymfeknute på {2-5} cm på {=side} side av halsen.
Milten kjennes under ribbebuen. | Milten kjennest under ribbeinsbogen.
Ingen knuter i lyskene. | Ingen knutar i lyskane.`,
    imaging: `
FDG-opptak i lymfeknuter på halsen og i mediastinum, Deauville {4-5}. | FDG-opptak i lymfeknutar på halsen og i mediastinum, Deauville {4-5}.
Ingen opptak i skjelettet. | Ingen opptak i skjelettet.
Miltens opptak er diffust forhøyet. | Opptaket i milten er diffust forhøgt.`,
    treatment: `
Histologi viste storcellet B-celletype. | Histologi viste storcella B-celletype.
R-CHOP kur nummer {1-6} er gitt. | R-CHOP kur nummer {1-6} er gitt.
Veneport er operert inn på {=side} side. | Veneport er operert inn på {=side} side.`,
    advice: `
Feber over 38 grader krever innleggelse samme dag. | Feber over 38 grader krev innlegging same dagen.
Blodprøver to ganger i uken mellom kurene. | Blodprøver to gonger i veka mellom kurane.
Fertilitet er tatt opp. | Fertilitet er teken opp.`,
  },
  psoriasis: {
    ages: [18, 78],
    area: "skin",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "hand",
    modality: "røntgen hender",
    complaints: `skjellende flekker på albuene|skjelande flekker på olbogane; flass i hodebunnen|flass i hovudbotnen; sprekker i hendene; misfargede negler|misfarga negler; stive fingre om morgenen|stive fingrar om morgonen; forverring om vinteren`,
    denies: `feber; slimhinnesår; nye medisiner|nye medisinar`,
    signs: `
Velavgrensede røde plakk med sølvhvitt skjell på albuer og knær. | Velavgrensa raude plakk med sølvkvitt skjel på olbogar og kne.
PASI {6-18}, kroppsflate {5-22} prosent. | PASI {6-18}, kroppsflate {5-22} prosent.
Groper i neglene og oljeflekker. | Groper i neglene og oljeflekker.`,
    imaging: `
Ingen erosjoner. | Ingen erosjonar.
Lett periostal påleiring i ytterleddene. | Lett periostal pålagring i ytterledda.
Normale bløtdeler. | Normale blautdelar.`,
    treatment: `
Kalsipotriol og betametason gel daglig i fire uker. | Kalsipotriol og betametason gel dagleg i fire veker.
UVB-behandling {2-3} ganger i uken. | UVB-behandling {2-3} gonger i veka.
Adalimumab er drøftet som neste trinn. | Adalimumab er drøfta som neste trinn.`,
    advice: `
Fuktighetskrem morgen og kveld. | Fuktigheitskrem morgon og kveld.
Klimareise til Gran Canaria er søkt. | Klimareise til Gran Canaria er søkt.
Redusere alkohol og røyking. | Reduser~ alkohol og røyking.`,
  },
  eksem: {
    ages: [18, 74],
    area: "skin",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "chest",
    modality: "røntgen thorax",
    complaints: `tørre, røde flekker i albuebøyene|tørre, raude flekker i olbogebøygane; væskende hud på hendene|væskande hud på hendene; søvnvansker|søvnvanskar; sprekker bak ørene|sprekker bak øyra; forverring ved våtarbeid; svie i huden|svie i huda`,
    denies: `feber; pusteplager; leddplager`,
    signs: `
Erytematøse, lichenifiserte plakk i bøyesidene. | Erytematøse, lichenifiserte plakk i bøyesidene.
Ekskoriasjoner og gulaktige skorper på underarmene. | Ekskoriasjonar og gulaktige skorper på underarmane.
SCORAD {22-58}. | SCORAD {22-58}.`,
    imaging: `
Normale funn i lungene før systemisk behandling. | Normale funn i lungene før systemisk behandling.
Ingen hilusforstørrelse. | Inga hilusforstørring.
Sinus er skarpe. | Sinus er skarpe.`,
    treatment: `
Betametason krem daglig, deretter nedtrapping til to ganger i uken. | Betametason krem dagleg, deretter nedtrapping til to gonger i veka.
Våte omslag og kaliumpermanganatbad. | Våte omslag og kaliumpermanganatbad.
Lappetest var positiv for nikkel og parfyme. | Lappetest var positiv for nikkel og parfyme.`,
    advice: `
Bomullshansker under gummihansker. | Bomullshanskar under gummihanskar.
Dusje kort og lunkent. | Dusj~ kort og lunkent.
Eksemskole tilbys. | Eksemskule er tilboden.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
