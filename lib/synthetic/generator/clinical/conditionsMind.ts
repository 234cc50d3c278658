/** Conditions of the mind, of eyes and sinuses. */

import type { Profile } from "./profile";

export const mindConditions = {
  demens: {
    ages: [68, 96],
    area: "mind",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "MR caput",
    complaints: `glemsomhet|gløymsle; gjentatte spørsmål|gjentekne spørsmål; problemer med å finne veien|problem med å finne vegen; mistenksomhet|mistenksemd; ordletingsvansker|ordleitingsvanskar; forlagte gjenstander|bortkomne gjenstandar`,
    denies: `hodepine|hovudverk; hallusinasjoner|hallusinasjonar; fallskader siste måned|fallskadar siste månaden`,
    signs: `
MMS {14-24} av 30 poeng, klokketest {1-3} av 5. | MMS {14-24} av 30 poeng, klokketest {1-3} av 5.
Usikker på ukedag og årstid. | Usikker på vekedag og årstid.
Ingen fokalnevrologiske utfall. | Ingen fokalnevrologiske utfall.`,
    imaging: `
Atrofi av mediale temporallapper, Scheltens grad {2-3}. | Atrofi av mediale temporallappar, Scheltens grad {2-3}.
Fazekas grad {1-2}. | Fazekas grad {1-2}.
Ingen subduralt hematom eller svulst. | Inga subdural bløding eller svulst.`,
    treatment: `
Kognitiv utredning er gjennomført av demensteamet. | Kognitiv utgreiing er gjennomført av demensteamet.
Miljøtiltak og faste rutiner dempet uroen. | Miljøtiltak og faste rutinar dempa uroa.
Samtykkekompetansen er vurdert som redusert. | Samtykkekompetansen er vurdert som redusert.`,
    advice: `
Komfyrvakt og dørlarm anbefales hjemme. | Komfyrvakt og døralarm er tilrådd heime.
Pårørendeskole er tilbudt. | Pårørandeskule er tilboden.
Helseattest for førerkort er ikke oppfylt. | Helseattest for førarkort er ikkje oppfylt.`,
  },
  depresjon: {
    ages: [18, 84],
    area: "mind",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "MR caput",
    call: "mind",
    complaints: `nedsatt stemningsleie|nedsett stemningsleie; tidlig oppvåkning|tidleg oppvakning; skyldfølelse|skuldkjensle; manglende tiltakslyst|manglande tiltakslyst; tap av interesser; grublerier|grubling`,
    denies: `selvmordsplaner|sjølvmordsplanar; hallusinasjoner|hallusinasjonar; rusbruk`,
    signs: `
Latens i svarene, lavmælt, sparsom mimikk. | Latens i svara, lågmælt, sparsam mimikk.
MADRS {19-36}. | MADRS {19-36}.
Formell og emosjonell kontakt er bevart. | Formell og emosjonell kontakt er bevart.`,
    imaging: `
Ingen romoppfyllende prosess. | Ingen romoppfyllande prosess.
Normal ventrikkelvidde for alderen. | Normal ventrikkelvidd for alderen.
Normalt signal i hjerneparenkymet. | Normalt signal i hjerneparenkymet.`,
    treatment: `
Ukentlige samtaler og aktivitetsplan. | Samtalar kvar veke og aktivitetsplan.
Mirtazapin {15/30} mg til natten bedret søvnen. | Mirtazapin {15/30} mg til natta betra søvnen.
Selvmordsrisikoen er vurdert som lav. | Sjølvmordsrisikoen er vurdert som låg.`,
    advice: `
Kriseplan med telefonnummer er laget. | Kriseplan med telefonnummer er laga.
Dagaktivitet gjennom kommunens psykiske helsetjeneste. | Dagaktivitet gjennom den psykiske helsetenesta i kommunen.
Gradert sykmelding foreslås. | Gradert sjukmelding er føreslått.`,
  },
  angst: {
    ages: [18, 72],
    area: "mind",
    course: "lasting",
    onset: "slow",
    state: "racing",
    labs: "normal",
    region: "chest",
    modality: "røntgen thorax",
    call: "mind",
    complaints: `anfall med dødsangst|anfall med dødsredsle; klump i halsen; prikking rundt munnen; skjelven stemme|skjelvande stemme; unngåelse av butikker|unngåing av butikkar; svette hender|sveitte hender; uro i kroppen`,
    denies: `selvmordstanker|sjølvmordstankar; smerter ved anstrengelse|smerter ved anstrenging; besvimelse|svimeanfall`,
    signs: `
Hyperventilerer, roer seg når {he} får hjelp til å puste sakte. | Hyperventilerer, roar seg når {he} får hjelp til å puste sakte.
Anspent, sitter ytterst på stolen. | Spent, sit ytst på stolen.
EKG viser sinusrytme. | EKG viser sinusrytme.`,
    imaging: `
Normalt hjerte- og lungebilde. | Normalt hjarte- og lungebilete.
Ingen pneumothorax. | Ingen pneumothorax.
Skjelettet er uten anmerkning. | Skjelettet er utan merknad.`,
    treatment: `
Eksponeringstrening etter mal, {4-10} timer. | Eksponeringstrening etter mal, {4-10} timar.
Oksazepam {10/15} mg som engangsdose. | Oksazepam {10/15} mg som eingongsdose.
GAD-7 er falt fra {14-19} til {5-9}. | GAD-7 har falle frå {14-19} til {5-9}.`,
    advice: `
Pusteøvelser daglig. | Pusteøvingar dagleg.
Veiledet internettbehandling er tilbudt. | Rettleidd internettbehandling er tilboden.
Begrense kaffe og energidrikk. | Avgrens~ kaffi og energidrikk.`,
  },
  "grå stær": {
    ages: [58, 94],
    area: "head",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "head",
    modality: "ultralyd av øyet|ultralyd av auget",
    operation: "cataract",
    complaints: `tåkesyn på {=side} øye|tåkesyn på {=side} auge; blending i motlys; matte farger|matte fargar; problemer med å lese underteksten|problem med å lese underteksten; ringer rundt lyskilder|ringar rundt lyskjelder`,
    denies: `smerter i øyet|smerter i auget; rødt øye|raudt auge; lysglimt`,
    signs: `
Visus {=side} øye {0,2/0,3/0,4}, det andre {0,6/0,8}. | Visus {=side} auge {0,2/0,3/0,4}, det andre {0,6/0,8}.
Kjernefordunkling av linsen i spaltelampe. | Kjernefordunkling av linsa i spaltelampe.
Øyetrykk {12-19} mmHg. | Augetrykk {12-19} mmHg.`,
    imaging: `
Aksiallengde {22-25} mm. | Aksiallengd {22-25} mm.
Netthinnen ligger an overalt. | Netthinna ligg an overalt.
Ingen oppfyllinger i glasslegemet. | Ingen oppfyllingar i glaslekamen.`,
    treatment: `
Linsestyrken er beregnet til {18-24} dioptrier. | Linsestyrken er rekna til {18-24} dioptriar.
Oppfyller kriteriene for operasjon. | Fyller kriteria for operasjon.
Informert om risiko for betennelse og netthinneløsning. | Informert om risiko for betennelse og netthinneløysing.`,
    advice: `
Øyedråper tre ganger daglig i {3-4} uker. | Augedropar tre gonger dagleg i {3-4} veker.
Ikke gni øyet, bruk plastskjold om natten. | Ikkje gni auget, bruk plastskjold om natta.
Nye briller om {4-6} uker. | Nye briller om {4-6} veker.`,
  },
  bihulebetennelse: {
    ages: [18, 70],
    area: "head",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "sinuses",
    modality: "CT bihuler|CT biholer",
    operation: "sinuses",
    complaints: `tett nese|tett nase; trykk over kinnene|trykk over kinna; nedsatt luktesans|nedsett luktesans; gulgrønt snørr; tannverk i overkjeven; slim i svelget; smerter når {he} bøyer seg|smerter når {he} bøyer seg`,
    denies: `nedsatt syn|nedsett syn; høy feber|høg feber; hevelse rundt øyet|hevelse rundt auget`,
    signs: `
Hovne, rødlige nesemuslinger og puss i midtre nesegang. | Hovne, raudlege nasemuslingar og puss i midtre nasegang.
Bankeøm over {=side} kinn. | Bankeøm over {=side} kinn.
Skjev neseskillevegg mot {=side} side. | Skeiv naseskiljevegg mot {=side} side.`,
    imaging: `
Slimhinnefortykkelse i begge kjevehuler. | Slimhinnefortjukking i begge kjeveholer.
Væskespeil i {=side} kjevehule. | Væskespegel i {=side} kjevehole.
Blokkert ostiomeatalt kompleks. | Blokkert ostiomeatalt kompleks.`,
    treatment: `
Skylling med saltvann og nesespray i tre måneder uten nok effekt. | Skylling med saltvatn og nasespray i tre månader utan nok effekt.
Mometason nesespray morgen og kveld. | Mometason nasespray morgon og kveld.
Prikktest var positiv for husstøvmidd. | Prikktest var positiv for husstøvmidd.`,
    advice: `
Neseskylling daglig. | Naseskylling dagleg.
Unngå flyreiser og dykking de første {2-3} ukene. | Unngå flyreiser og dykking dei første {2-3} vekene.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
