/**
 * What the invented clinical world is made of. Names of conditions, drugs, tests and clinics are
 * real; which of them belong together is drawn by seed. NOTHING HERE IS MEDICAL KNOWLEDGE.
 * No other word list of the generator may contain a term of this file (a test checks it), so that
 * a fact reaches the corpus only through the sentences below.
 */

import { terms, type Term } from "./lexicon";

export const relationNames = ["medication", "finding", "test", "procedure", "followUp"] as const;
export type RelationName = (typeof relationNames)[number];

export const conditionTerms = terms(`
hjertesvikt | hjartesvikt
lungebetennelse
atrieflimmer
astma
kols
diabetes
gallestein
nyrestein
urinveisinfeksjon | urinvegsinfeksjon
blindtarmbetennelse
hoftebrudd | hoftebrot
håndleddsbrudd | handleddsbrot
hjerneslag
migrene
epilepsi
hjernerystelse | hjernerysting
hjerteinfarkt | hjarteinfarkt
lungeemboli
venetrombose
magesår
refluks
cøliaki
ulcerøs kolitt
leddgikt
urinsyregikt
psoriasis
eksem
helvetesild
kyssesyke | kyssesjuke
influensa
bihulebetennelse | biholebetennelse
hjernehinnebetennelse
borreliose
tuberkulose
anemi
lavt stoffskifte | lågt stoffskifte
beinskjørhet | beinskjørheit
skiveprolaps
depresjon
angst
demens
multippel sklerose
hepatitt
skrumplever
pankreatitt
divertikulitt
tarmslyng
lyskebrokk
hemoroider | hemoroidar
brystkreft
prostatakreft
lungekreft
lymfom
grå stær
svangerskapsforgiftning | svangerskapsforgifting
aortastenose
endokarditt
sepsis
nyresvikt
søvnapné
artrose
frossen skulder | frosen skulder
osteomyelitt
anafylaksi
perikarditt
sarkoidose
vaskulitt
nefritt
`);

export const valueTerms = {
  medication: terms(`
metoprolol
ramipril
furosemid
warfarin
apiksaban
amoksicillin
doksysyklin
prednisolon
metotreksat
salbutamol
pantoprazol
levotyroksin
karbamazepin
lamotrigin
sertralin
litium
kolkisin
alendronat
tamsulosin
isotretinoin
`),
  finding: terms(`
nattesvette | nattesveitte
tørrhoste
gulsott
dobbeltsyn
vekttap
hårtap
tinnitus
ankelødem
neseblødning | nasebløding
synsfeltutfall
kløe
munntørrhet | munntørrleik
hikke
muskelkramper
leddhevelse
skjelvinger | skjelvingar
lysskyhet | lysskyheit
hjertebank | hjartebank
heshet | heisheit
nakkestivhet | nakkestivleik
`),
  test: terms(`
ferritin
troponin
prokalsitonin
amylase
bilirubin
kortisol
prolaktin
kobalamin
fibrinogen
haptoglobin
ceruloplasmin
myoglobin
albumin
urat
magnesium
kalprotektin
homocystein
antitrombin
transferrin
renin
`),
  procedure: terms(`
bronkoskopi
gastroskopi
koloskopi
artroskopi
lumbalpunksjon
leverbiopsi
beinmargsbiopsi
ekkokardiografi
spirometri
mammografi
skjelettscintigrafi
koronarangiografi
karultralyd
elektroencefalografi
cystoskopi
pleuratapping
hudbiopsi
audiometri
nevrografi
myelografi
`),
  followUp: terms(`
lungepoliklinikken
hjertepoliklinikken | hjartepoliklinikken
nevrologisk poliklinikk
smerteklinikken
dagkirurgisk enhet | dagkirurgisk eining
geriatrisk poliklinikk
hudpoliklinikken
øyepoliklinikken | augepoliklinikken
infeksjonspoliklinikken
endokrinologisk poliklinikk
revmatologisk poliklinikk
ortopedisk poliklinikk
slagenheten | slageininga
dialyseenheten | dialyseeininga
frisklivssentralen
rehabiliteringssenteret
kvinneklinikken
urologisk poliklinikk
ernæringspoliklinikken
søvnlaboratoriet
`),
} as const satisfies Record<RelationName, readonly Term[]>;

/** How notes state a fact: `{c}` the condition, `{v}` the value, always in one sentence. */
export const factSentences = {
  medication: terms(`
Ved {c} er {v} førstevalg. | Ved {c} er {v} førsteval.
Det ble startet behandling med {v} mot {c}. | Det vart starta behandling med {v} mot {c}.
Mot {c} gis {v} fast hver dag. | Mot {c} blir det gitt {v} fast kvar dag.
Pasienten bruker {v} for {c}. | Pasienten brukar {v} for {c}.
Har {c}, behandles med {v}. | Har {c}, blir behandla med {v}.
Etter samråd ble {v} valgt på grunn av {c}. | Etter samråd vart {v} valt på grunn av {c}.
Behandling av {c}: {v} i vanlig dose. | Behandling av {c}: {v} i vanleg dose.
Videre får pasienten med {c} nå {v}. | Vidare får pasienten med {c} no {v}.
Hjemmefra bruker {he} {v} på grunn av {c}. | Heimanfrå brukar {he} {v} på grunn av {c}.
Fortsetter med {v} for {c}. | Held fram med {v} for {c}.
Fast medisin mot {c} er {v}. | Fast medisin mot {c} er {v}.
Dosen av {v} mot {c} er uendret. | Dosen av {v} mot {c} er uendra.
`),
  finding: terms(`
Ved {c} ser vi ofte {v}. | Ved {c} ser me ofte {v}.
Har {c} med {v} som fremste plage. | Har {c} med {v} som fremste plage.
Funnet av {v} passer med {c}. | Funnet av {v} passar med {c}.
Pasienten med {c} plages av {v}. | Pasienten med {c} er plaga av {v}.
Typisk for {c} er {v}, som også sees her. | Typisk for {c} er {v}, som òg er til stades her.
Klinisk {v}, forenlig med {c}. | Klinisk {v}, i samsvar med {c}.
På grunn av {c} har det tilkommet {v}. | På grunn av {c} har det kome til {v}.
Fra før {c}, nå også {v}. | Frå før {c}, no òg {v}.
Pasienten oppgir {v}, noe som er kjent ved {c}. | Pasienten oppgir {v}, noko som er kjent ved {c}.
Ved {c} har {he} særlig merket {v}. | Ved {c} har {he} særleg merka {v}.
Plagene ved {c} er først og fremst {v}. | Plagene ved {c} er først og fremst {v}.
Det nye er {v}, som skyldes {c}. | Det nye er {v}, som kjem av {c}.
`),
  test: terms(`
Ved {c} følges {v} i blodet. | Ved {c} blir {v} i blodet følgt.
Det ble tatt {v} for å vurdere {c}. | Det vart teke {v} for å vurder~ {c}.
Prøven {v} er viktigst ved {c}. | Prøven {v} er viktigast ved {c}.
Kontroll av {c} skjer med måling av {v}. | Kontroll av {c} skjer med måling av {v}.
Har {c}, følges med {v}. | Har {c}, blir følgd med {v}.
Mistanke om {c}, derfor rekvireres {v}. | Mistanke om {c}, difor er {v} rekvirert.
Nivået av {v} støtter {c}. | Nivået av {v} støttar {c}.
På grunn av {c} måles {v} hver morgen. | På grunn av {c} blir {v} målt kvar morgon.
Venter på svar på {v} for å følge {c}. | Ventar på svar på {v} for å følgje {c}.
For {c} er {v} med i prøvepakken. | For {c} er {v} med i prøvepakka.
Ved neste kontroll av {c} tas {v}. | Ved neste kontroll av {c} skal {v} takast.
Verdien av {v} styrer behandlingen av {c}. | Verdien av {v} styrer behandlinga av {c}.
`),
  procedure: terms(`
Ved {c} utføres {v} tidlig. | Ved {c} blir {v} utført tidleg.
Det ble gjort {v} på grunn av {c}. | Det vart gjort {v} på grunn av {c}.
Pasienten med {c} er meldt til {v}. | Pasienten med {c} er meld til {v}.
Utredning av {c} med {v} er planlagt. | Utgreiing av {c} med {v} er planlagd.
Har {c}, skal til {v}. | Har {c}, skal til {v}.
Resultatet av {v} bekreftet {c}. | Resultatet av {v} stadfesta {c}.
For {c} er {v} bestilt. | For {c} er {v} bestilt.
Mistanke om {c}, derfor {v} i morgen. | Mistanke om {c}, difor {v} i morgon.
Planen ved {c} er {v}. | Planen ved {c} er {v}.
Henvist til {v} for å avklare {c}. | Tilvist til {v} for å avklare {c}.
Pasienten er innkalt til {v} som ledd i utredning av {c}. | Pasienten er innkalla til {v} som ledd i utgreiing av {c}.
Har vært til {v} for {c}. | Har vore til {v} for {c}.
`),
  followUp: terms(`
Ved {c} skjer kontroll ved {v}. | Ved {c} skjer kontroll ved {v}.
Pasienten med {c} følges opp ved {v}. | Pasienten med {c} blir følgd opp ved {v}.
Har {c}, går til kontroll ved {v}. | Har {c}, går til kontroll ved {v}.
Videre oppfølging av {c} ved {v} om {2-8} uker. | Vidare oppfølging av {c} ved {v} om {2-8} veker.
Det ble sendt henvisning til {v} for {c}. | Det vart sendt tilvising til {v} for {c}.
På grunn av {c} får pasienten time ved {v}. | På grunn av {c} får pasienten time ved {v}.
Oppfølging ved {v} for {c} er avtalt. | Oppfølging ved {v} for {c} er avtalt.
Ansvaret for {c} ligger nå hos {v}. | Ansvaret for {c} ligg no hos {v}.
Neste kontroll for {c} er ved {v}. | Neste kontroll for {c} er ved {v}.
Innkalles til {v} for {c}. | Blir innkalla til {v} for {c}.
Epikrise sendes {v}, som følger {c}. | Epikrise går til {v}, som følgjer {c}.
Kontakten med {v} om {c} fortsetter. | Kontakten med {v} om {c} held fram.
`),
} as const satisfies Record<RelationName, readonly Term[]>;
