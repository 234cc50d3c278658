/** Sentences that doctors write about what they find, measure and see on images. */

import { terms } from "../lexicon";

export const examinationPhrases = {
  "status well": terms(`
God allmenntilstand, klar og orientert. | God allmenntilstand, klår og orientert.
Våken, {mood}, ikke smertepåvirket i hvile. | Vaken, {mood}, ikkje smertepåverka i kvile.
Upåvirket, går uanstrengt inn på kontoret. | Upåverka, går lett inn på kontoret.
Normal hudfarge, hydrert, varm perifert. | Normal hudfarge, hydrert, varm perifert.
{mood} og adekvat, god hudturgor. | {mood} og adekvat, god hudturgor.
`),
  "status fair": terms(`
Våken, klar og orientert. | Vaken, klår og orientert.
Noe redusert allmenntilstand. | Noko redusert allmenntilstand.
Litt blek, ellers upåfallende ved inspeksjon. | Litt bleik, elles upåfallande ved inspeksjon.
Følger med i samtalen, men blir fort sliten. | Følgjer med i samtalen, men blir fort sliten.
`),
  "status hurt": terms(`
Smertepåvirket, men klar og orientert. | Smertepåverka, men klår og orientert.
{worry}, finner ikke god hvilestilling. | {worry}, finn ikkje god kvilestilling.
Holder seg i ro på grunn av ubehag, varm og tørr hud. | Held seg i ro på grunn av ubehag, varm og tørr hud.
Våken og adekvat, ansiktet er anspent. | Vaken og adekvat, andletet er spent.
`),
  "status ill": terms(`
Redusert allmenntilstand, blek og klam. | Redusert allmenntilstand, bleik og klam.
Medtatt, ligger med lukkede øyne, men svarer på tiltale. | Medteken, ligg med attlatne auge, men svarar på tiltale.
Akutt påvirket, trenger hjelp til å snu seg. | Akutt påverka, treng hjelp til å snu seg.
Sliten og uttørket, tørr tunge. | Sliten og uttørka, tørr tunge.
Slapp å ta i, svarer kort. | Slapp å ta i, svarar kort.
`),
  "normal heart": terms(`
Cor: regelmessig rytme, ingen bilyd. | Cor: regelmessig rytme, ingen bilyd.
Hjertetonene er rene. | Hjartetonane er reine.
Cor: rene toner, jevn aksjon. | Cor: reine tonar, jamn aksjon.
`),
  "normal lungs": terms(`
Pulm: ren vesikulær respirasjonslyd, ingen fremmedlyder. | Pulm: rein vesikulær respirasjonslyd, ingen framandlydar.
Pulm: god luftinngang på begge sider. | Pulm: god luftinngang på begge sider.
Lungene auskulteres uten fremmedlyder. | Ingen framandlydar ved auskultasjon av lungene.
`),
  "normal abdomen": terms(`
Abdomen: bløt og uøm, normale tarmlyder. | Abdomen: blaut og uøm, normale tarmlydar.
Buk: ingen oppfylninger, uøm. | Buk: inga oppfylling, uøm.
Abdomen under thoraxnivå, palpasjonsuøm. | Abdomen under thoraxnivå, palpasjonsuøm.
`),
  "normal nerves": terms(`
Orienterende nevrologisk undersøkelse uten utfall. | Orienterande nevrologisk undersøking utan utfall.
Pupillene er like og reagerer på lys. | Pupillane er like og reagerer på lys.
Normal kraft og følesans i alle ekstremiteter. | Normal kraft og kjensle i alle ekstremitetar.
`),
  "normal limbs": terms(`
Ekstremiteter: slanke legger, god perifer sirkulasjon. | Ekstremitetar: slanke leggar, god perifer sirkulasjon.
Fri bevegelse i store ledd. | Fri rørsle i store ledd.
Underekstremiteter uten ødem. | Underekstremitetar utan ødem.
`),
  "normal skin": terms(`
Hud: varm og tørr, uten utslett. | Hud: varm og tørr, utan utslett.
Hud: ingen petekkier eller sår. | Hud: ingen petekkiar eller sår.
`),
  "normal head": terms(`
Collum: ingen glandler, fri svelgfunksjon. | Collum: ingen glandlar, fri svelgfunksjon.
Cavum oris: fuktige slimhinner, rolige tonsiller. | Cavum oris: fuktige slimhinner, rolege tonsillar.
Otoskopi: blanke trommehinner. | Otoskopi: blanke trommehinner.
`),
  vitals: terms(`
BT {sys}/{dia}, puls {pulse}, temp {temp}. | BT {sys}/{dia}, puls {pulse}, temp {temp}.
RF {rf}, SpO2 {spo2} %, puls {pulse}. | RF {rf}, SpO2 {spo2} %, puls {pulse}.
Blodtrykk {sys}/{dia}, puls {pulse}, metning {spo2} % uten oksygen. | Blodtrykk {sys}/{dia}, puls {pulse}, metting {spo2} % utan oksygen.
Vitale parametere: BT {sys}/{dia}, puls {pulse}, RF {rf}, temp {temp}, SpO2 {spo2} %. | Vitale parametrar: BT {sys}/{dia}, puls {pulse}, RF {rf}, temp {temp}, SpO2 {spo2} %.
Måles til BT {sys}/{dia} og puls {pulse}. | Målt BT {sys}/{dia} og puls {pulse}.
`),
  scores: terms(`
NEWS2 {news}, GCS {gcs}. | NEWS2 {news}, GCS {gcs}.
NEWS2 skåres til {news}. | NEWS2 blir skåra til {news}.
Vekt {weight} kg, høyde {height} cm. | Vekt {weight} kg, høgd {height} cm.
Veier {weight} kg. | Veg {weight} kg.
`),
  labs: terms(`
{values}. | {values}.
Blodprøver: {values}. | Blodprøver: {values}.
Prøvene viser {values}. | Prøvene viser {values}.
Lab {date}: {values}. | Lab {date}: {values}.
{values}, resten innenfor referanseområdet. | {values}, resten innanfor referanseområdet.
`),
  "later labs": terms(`
Ved utreise {laterValues}. | Ved utreise {laterValues}.
Kontrollprøver viser {laterValues}. | Kontrollprøver viser {laterValues}.
Siste prøver: {laterValues}. | Siste prøver: {laterValues}.
`),
  "crp falls": terms(`
CRP falt fra {crp} til {laterCrp}. | CRP fall frå {crp} til {laterCrp}.
Høyeste CRP var {crp}, siste måling {laterCrp}. | Høgste CRP var {crp}, siste måling {laterCrp}.
Fallende infeksjonsprøver, CRP {laterCrp} ved utreise. | Fallande infeksjonsprøver, CRP {laterCrp} ved utreise.
`),
  image: terms(`
{modality} {imaged}: {finding} | {modality} {imaged}: {finding}
Bildeundersøkelse: {finding} | Biletundersøking: {finding}
{modality} viser følgende: {finding} | {modality} viser følgjande: {finding}
`),
} as const;
