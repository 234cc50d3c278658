/** Infections that are not of one organ, and anaphylaxis. */

import type { Profile } from "./profile";

export const infectionConditions = {
  helvetesild: {
    ages: [44, 90],
    area: "skin",
    course: "acute",
    accompanies: true,
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
    accompanies: true,
    onset: "slow",
    state: "febrile",
    labs: "viral",
    region: "abdomen",
    modality: "ultralyd abdomen",
    complaints: `sår hals; hovne lymfeknuter|hovne lymfeknutar; feber som ikke gir seg|feber som ikkje gir seg; uttalt tretthet|uttalt trøyttleik; svelgsmerter; hovne øyelokk|hovne augelok`,
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
    accompanies: true,
    onset: "slow",
    state: "stable",
    labs: "viral",
    region: "spine",
    modality: "MR columna",
    complaints: `utslett etter flåttbitt|utslett etter flåttbit; ringformet rødme på låret|ringforma raudne på låret; nattlige ryggsmerter|nattlege ryggsmerter; skjevt ansikt|skeivt andlet; hodepine|hovudverk; prikking i huden|prikking i huda`,
    denies: `feber; slag i familien; brystsmerter`,
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
    complaints: `frostanfall; akutt forvirring; høy feber|høg feber; rask pust; kaldsvette|kaldsveitte; lite urin; kraftløshet|kraftløyse`,
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
Tryptase ble tatt etter {2-3} timer. | Tryptase vart teken etter {2-3} timar.
Observert i {8-24} timer på grunn av fare for tofaset reaksjon. | Observert i {8-24} timar på grunn av fare for tofasa reaksjon.`,
    advice: `
Adrenalinpenn er forskrevet, og teknikken er øvd inn. | Adrenalinpenn er forskriven, og teknikken er øvd inn.
Utredes hos allergolog. | Blir greidd ut hos allergolog.
Bærer varselsmykke. | Ber varselsmykke.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
