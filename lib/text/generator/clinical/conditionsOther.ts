/** Infections, conditions of skin and blood, glands and allergy. */

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
    call: "bleeding",
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
Klimareise til Gran Canaria er søkt. | Klimareise til Syden er søkt.
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
  helvetesild: {
    ages: [44, 90],
    area: "skin",
    course: "acute",
    state: "painful",
    labs: "viral",
    region: "chest",
    modality: "røntgen thorax",
    complaints: `brennende smerter i båndform|brennande smerter i bandform; væskefylte blemmer på {=side} side; ømhet for klær|ømleik for klede; lynende jag|lynande jag; slapphet|slappleik`,
    denies: `hodepine|hovudverk; feber; nedsatt hørsel|nedsett høyrsel`,
    signs: `
Grupperte vesikler i Th{4-9} på {=side} side. | Grupperte vesiklar i Th{4-9} på {=side} side.
Allodyni i området. | Allodyni i området.
Ingen blemmer på nesetippen. | Ingen blemmer på nasetippen.`,
    imaging: `
Normale lunger og pleura. | Normale lunger og pleura.
Ingen ribbeinsbrudd. | Ingen ribbeinsbrot.
Normal mediastinal kontur. | Normal mediastinal kontur.`,
    treatment: `
Valaciklovir 1 g tre ganger daglig i sju dager. | Valaciklovir 1 g tre gonger dagleg i sju dagar.
Gabapentin {300/600} mg til natten mot nervesmertene. | Gabapentin {300/600} mg til natta mot nervesmertene.
Prøve fra blemmebunnen var positiv i PCR. | Prøve frå blemmebotnen var positiv i PCR.`,
    advice: `
Unngå gravide og små barn til blemmene har tørket. | Unngå gravide og små born til blemmene har tørka.
Vaksine kan vurderes når utslettet er borte. | Vaksine kan vurderast når utslettet er borte.`,
  },
  kyssesyke: {
    ages: [18, 34],
    area: "head",
    course: "acute",
    state: "febrile",
    labs: "viral",
    region: "abdomen",
    modality: "ultralyd abdomen",
    complaints: `sår hals; hovne lymfeknuter|hovne lymfeknutar; feber i ti dager|feber i ti dagar; uttalt tretthet|uttalt trøyttleik; svelgsmerter; hovne øyelokk|hovne augelok`,
    denies: `hoste; diaré; tungpust`,
    signs: `
Store tonsiller med gråhvitt belegg. | Store tonsillar med gråkvitt belegg.
Forstørrede glandler i bakre halstrekant. | Forstørra glandlar i bakre halstrekant.
Miltranden kjennes ved dyp innpust. | Miltranda kjennest ved djup innpust.`,
    imaging: `
Milten måler {13-16} cm. | Milten måler {13-16} cm.
Lett forstørret lever. | Lett forstørra lever.
Ingen fri væske. | Inga fri væske.`,
    treatment: `
Hurtigtest for EBV var positiv. | Hurtigtest for EBV var positiv.
Smertestillende og rikelig kald drikke. | Smertestillande og rikeleg kald drikke.
Hydrokortison 100 mg på grunn av trange luftveier. | Hydrokortison 100 mg på grunn av tronge luftvegar.`,
    advice: `
Ingen kontaktidrett på {4-8} uker på grunn av milten. | Ingen kontaktidrett på {4-8} veker på grunn av milten.
Opptrapping av studier etter form. | Opptrapping av studia etter form.`,
  },
  borreliose: {
    ages: [20, 80],
    area: "nerves",
    course: "acute",
    state: "stable",
    labs: "viral",
    region: "spine",
    modality: "MR columna",
    complaints: `utslett etter flåttbitt|utslett etter flåttbit; ringformet rødme på låret|ringforma raudne på låret; nattlige ryggsmerter|nattlege ryggsmerter; skjevt ansikt|skeivt andlet; hodepine|hovudverk; prikking i huden|prikking i huda`,
    denies: `feber; hjerneslag i familien|slag i familien; brystsmerter`,
    signs: `
Perifer facialisparese på {=side} side. | Perifer facialisparese på {=side} side.
Erythema migrans på {8-22} cm. | Erythema migrans på {8-22} cm.
Hyperalgesi i flere dermatomer. | Hyperalgesi i fleire dermatom.`,
    imaging: `
Lett kontrastladning av nerverøttene i cauda. | Lett kontrastlading av nerverøtene i cauda.
Ingen myelopati. | Ingen myelopati.
Aldersvarende degenerative forandringer. | Degenerative forandringar som svarar til alderen.`,
    treatment: `
Spinalvæsken viste {40-280} mononukleære celler. | Spinalvæska viste {40-280} mononukleære celler.
Ceftriakson 2 g daglig i {10-14} dager. | Ceftriakson 2 g dagleg i {10-14} dagar.
Antistoff i serum og spinalvæske påvist. | Antistoff i serum og spinalvæske påvist.`,
    advice: `
Øyet dryppes og dekkes om natten til ansiktet er bedre. | Auget blir dryppa og dekt om natta til andletet er betre.
Sjekke huden etter tur i kratt. | Sjekk~ huda etter tur i kratt.`,
  },
  sepsis: {
    ages: [40, 96],
    area: "none",
    course: "acute",
    state: "septic",
    labs: "sepsis",
    region: "chest",
    modality: "CT thorax og abdomen",
    call: "infection",
    complaints: `frostanfall; akutt forvirring; høy feber|høg feber; rask pust; kaldsvette|kaldsveitte; lite urin siste døgn|lite urin siste døgnet; kraftløshet|kraftløyse`,
    denies: `nylig utenlandsreise|nyleg utanlandsreise; utslett; brystsmerter`,
    signs: `
Marmorert hud på knærne, kapillærfylling {3-6} sekunder. | Marmorert hud på knea, kapillærfylling {3-6} sekund.
Uklar og motorisk urolig. | Uklår og motorisk uroleg.
qSOFA {2-3}. | qSOFA {2-3}.`,
    imaging: `
Ingen sikkert infeksjonsfokus i thorax. | Ikkje noko sikkert infeksjonsfokus i thorax.
Nedre lungeavsnitt med atelektaser. | Nedre lungeavsnitt med atelektasar.
Fettstriper rundt {=side} nyre. | Feittstriper rundt {=side} nyre.`,
    treatment: `
Antibiotika innen {18-58} minutter etter triage. | Antibiotika innan {18-58} minutt etter triage.
Balansert væske {2000/2500/3000} ml, deretter noradrenalin. | Balansert væske {2000/2500/3000} ml, deretter noradrenalin.
Gentamicin {240/320/400} mg som engangsdose. | Gentamicin {240/320/400} mg som eingongsdose.
Blodkultur viste gramnegative staver i {2-4} flasker. | Blodkultur viste gramnegative stavar i {2-4} flasker.`,
    advice: `
Lav terskel for kontakt ved ny feber. | Låg terskel for kontakt ved ny feber.
Opptrening og næringsdrikker etter oppholdet. | Opptrening og næringsdrikkar etter opphaldet.`,
  },
  anafylaksi: {
    ages: [18, 76],
    area: "skin",
    course: "acute",
    state: "shocked",
    labs: "allergy",
    region: "chest",
    modality: "røntgen thorax",
    call: "allergy",
    complaints: `elveblest over hele kroppen|elveblest over heile kroppen; tett svelg; pipende pust|pipande pust; hovne lepper; svimmelhet etter vepsestikk|svimmelheit etter vepsestikk; magekramper|magekramper`,
    denies: `feber; kjent hjertesykdom|kjend hjartesjukdom; brystsmerter`,
    signs: `
Generell urtikaria og hevelse i lepper og øyelokk. | Generell urtikaria og hevelse i lepper og augelok.
Inspiratorisk stridor ved ankomst. | Inspiratorisk stridor ved framkomst.
Varm perifert, men hypotensiv. | Varm perifert, men hypotensiv.`,
    imaging: `
Normalt røntgenbilde av lungene. | Normalt røntgenbilete av lungene.
Ingen fremmedlegeme i luftveiene. | Ingen framandlekam i luftvegane.
Normale karskygger. | Normale karskuggar.`,
    treatment: `
Adrenalin 0,5 mg intramuskulært ble gjentatt etter {5/10} minutter. | Adrenalin 0,5 mg intramuskulært vart gjenteke etter {5/10} minutt.
Hydrokortison 200 mg og deksklorfeniramin intravenøst. | Hydrokortison 200 mg og deksklorfeniramin intravenøst.
Tryptase ble tatt etter {1-3} timer. | Tryptase vart teken etter {1-3} timar.
Observert i {8-24} timer på grunn av fare for tofaset reaksjon. | Observert i {8-24} timar på grunn av fare for tofasa reaksjon.`,
    advice: `
Adrenalinpenn er forskrevet, og teknikken er øvd inn. | Adrenalinpenn er forskriven, og teknikken er øvd inn.
Utredes hos allergolog. | Blir greidd ut hos allergolog.
Bærer varselsmykke. | Ber varselsmykke.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
