/**
 * What pairs of questions ask, by split, in both written standards: a sentence that names the
 * condition, and a question. Questions in one list mean the same.
 */

import type { RelationName } from "../generator/knowledge";
import { terms, type Term } from "../generator/lexicon";
import type { Split } from "../../corpus/examples";

export type BySplit = Readonly<Record<Split, readonly Term[]>>;

/** A list by split: as many lines for training as for validation and for tests, in that order. */
function bySplit(list: string): BySplit {
  const all = terms(list);
  const each = all.length / 3;
  if (!Number.isInteger(each))
    throw new RangeError(`pair templates: ${all.length} lines are no three equal parts`);
  const part = (i: number): readonly Term[] => all.slice(i * each, (i + 1) * each);
  return { train: part(0), validation: part(1), test: part(2) };
}

/** Who has the condition `{c}`. That never decides whether two questions mean the same. */
export const pairContexts = bySplit(`
Jeg har fått {c}. | Eg har fått {c}.
Mannen min har {c}. | Mannen min har {c}.
Mora mi har hatt {c} i {2-9} år. | Mor mi har hatt {c} i {2-9} år.
Legen mener at jeg har {c}. | Legen meiner at eg har {c}.
Det gjelder {c}. | Det gjeld {c}.
Kona mi har {c}. | Kona mi har {c}.
Jeg har levd med {c} i {2-9} år. | Eg har levd med {c} i {2-9} år.
Det står {c} i papirene mine. | Det står {c} i papira mine.
Saken er {c}. | Saka er {c}.
Faren vår strever med {c}. | Faren vår slit med {c}.
En kollega har {c}. | Ein kollega har {c}.
Jeg fikk {c} for {2-9} uker siden. | Eg fekk {c} for {2-9} veker sidan.
Diagnosen er {c}. | Diagnosen er {c}.
Broren min ble syk av {c}. | Bror min vart sjuk av {c}.
De tror at det er {c}. | Dei trur at det er {c}.
`);

/** Questions about a condition, by what is asked for. */
export const openQuestions = {
  medication: bySplit(`
Hvilken medisin er best? | Kva medisin er best?
Hva slags tabletter pleier man å få? | Kva slags tablettar pleier ein å få?
Hvilken medisin kan jeg ta? | Kva medisin kan eg ta?
Hvilket middel velger legene først? | Kva middel vel legane fyrst?
Hva får folk på resept? | Kva får folk på resept?
Finnes det et preparat som virker? | Finst det eit preparat som verkar?
Hvilke piller hjelper? | Kva piller hjelper?
Hva skal apoteket gi meg? | Kva skal apoteket gi meg?
Er det noe legemiddel som passer? | Er det noko legemiddel som passar?
`),
  finding: bySplit(`
Hvilke plager er vanlige? | Kva plager er vanlege?
Hva merker man mest til? | Kva merkar ein mest til?
Hvilke symptomer følger med? | Kva symptom følgjer med?
Hvordan kjennes det på kroppen? | Korleis kjennest det på kroppen?
Hva klager folk over? | Kva klagar folk over?
Hva er det typiske tegnet? | Kva er det typiske teiknet?
Hva skal jeg se etter? | Kva skal eg sjå etter?
Hvilke tegn bør jeg kjenne til? | Kva teikn bør eg kjenn~ til?
Hva plager folk mest? | Kva plagar folk mest?
`),
  test: bySplit(`
Hvilken blodprøve bør tas? | Kva blodprøve bør ein ta?
Hva skal måles i blodet? | Kva skal ein mål~ i blodet?
Hvilken blodprøve er best? | Kva blodprøve er best?
Hvilken verdi følger legen med på? | Kva verdi følgjer legen med på?
Hva sendes til analyse? | Kva blir sendt til analyse?
Hvilket prøvesvar teller mest? | Kva prøvesvar tel mest?
Hva bør sjekkes i blodet? | Kva bør sjekkast i blodet?
Hvilken prøve skal jeg be om? | Kva prøve skal eg be om?
Hvilket svar fra laboratoriet er viktig? | Kva svar frå laboratoriet er viktig?
`),
  procedure: bySplit(`
Hvilken undersøkelse bør gjøres? | Kva undersøking bør gjerast?
Hva slags inngrep er best? | Kva slags inngrep er best?
Hvilken undersøkelse kan jeg få? | Kva undersøking kan eg få?
Hva gjør de på sykehuset? | Kva gjer dei på sjukehuset?
Hvilken prosedyre hører til? | Kva prosedyre høyrer til?
Hva går undersøkelsen ut på? | Kva går undersøkinga ut på?
Hvilken utredning er riktig? | Kva utgreiing er rett?
Hva kommer legene til å gjøre? | Kva kjem legane til å gjer~?
Hvilket inngrep passer? | Kva inngrep passar?
`),
  followUp: bySplit(`
Hvor bør kontrollene skje? | Kvar bør kontrollane skje?
Hvem skal følge det opp? | Kven skal følgj~ det opp?
Hvilken poliklinikk er best? | Kva poliklinikk er best?
Hvor skal jeg møte neste gang? | Kvar skal eg møt~ neste gong?
Hvilken avdeling har ansvaret? | Kva avdeling har ansvaret?
Hvem tar seg av det etterpå? | Kven tek seg av det etterpå?
Hvor skal jeg gå videre? | Kvar skal eg gå vidare?
Hvem bør jeg bli fulgt opp av? | Kven bør eg bli følgd opp av?
Hvor skal oppfølgingen være? | Kvar skal oppfølginga ver~?
`),
} as const satisfies Record<RelationName, BySplit>;

/** Questions about a condition and a value `{v}`: two things that may be asked of each relation. */
export const valueQuestions = {
  medication: [
    bySplit(`
Bør jeg begynne med {v}? | Bør eg byrj~ med {v}?
Er det riktig å starte med {v}? | Er det rett å start~ med {v}?
Er det lurt å sette i gang med {v}? | Er det lurt å setj~ i gang med {v}?
Burde jeg ta til med {v}? | Burde eg ta til med {v}?
Er tiden inne for å prøve {v}? | Er tida inne for å prøv~ {v}?
Skal man gå i gang med {v}? | Skal ein gå i gang med {v}?
Tilrår dere at jeg starter på {v}? | Rår de til at eg startar på {v}?
Er det klokt å komme i gang med {v}? | Er det klokt å kom~ i gang med {v}?
Vil det være rett å ta {v} i bruk? | Vil det ver~ rett å ta {v} i bruk?
`),
    bySplit(`
Bør jeg slutte med {v}? | Bør eg slutt~ med {v}?
Er det riktig å stanse {v}? | Er det rett å stans~ {v}?
Er det lurt å kutte ut {v}? | Er det lurt å kutt~ ut {v}?
Burde jeg holde opp med {v}? | Burde eg hald~ opp med {v}?
Er tiden inne for å droppe {v}? | Er tida inne for å dropp~ {v}?
Skal man legge bort {v}? | Skal ein leggj~ bort {v}?
Tilrår dere at jeg avslutter {v}? | Rår de til at eg avsluttar {v}?
Er det klokt å gi seg med {v}? | Er det klokt å gi seg med {v}?
Vil det være rett å ta bort {v}? | Vil det ver~ rett å ta bort {v}?
`),
  ],
  finding: [
    bySplit(`
Kommer {v} av det? | Kjem {v} av det?
Henger {v} sammen med det? | Heng {v} saman med det?
Kan {v} komme derfra? | Kan {v} kom~ derifrå?
Hører {v} med til dette? | Høyrer {v} med til dette?
Er {v} en følge av dette? | Er {v} ei følgje av dette?
Er {v} et tegn på dette? | Er {v} eit teikn på dette?
Er det grunnen til {v}? | Er det grunnen til {v}?
Kan det forklare {v}? | Kan det forklar~ {v}?
Får man {v} på grunn av det? | Får ein {v} på grunn av det?
`),
    bySplit(`
Hva hjelper mot {v}? | Kva hjelper mot {v}?
Hvordan kan {v} lindres? | Korleis kan ein lindr~ {v}?
Kan {v} gå over av noe? | Kan {v} gå over av noko?
Hva demper {v}? | Kva dempar {v}?
Er det råd å få mot {v}? | Er det råd å få mot {v}?
Hvordan blir man kvitt {v}? | Korleis blir ein kvitt {v}?
Hvordan bør {v} behandles? | Korleis bør ein behandl~ {v}?
Hva kan lette {v}? | Kva kan lett~ {v}?
Hvordan får man bort {v}? | Korleis får ein bort {v}?
`),
  ],
  test: [
    bySplit(`
Hva betyr det at {v} stiger? | Kva tyder det at {v} stig?
Hva sier det når {v} går opp? | Kva seier det når {v} går opp?
Hvordan skal jeg forstå at {v} øker? | Korleis skal eg forstå at {v} aukar?
Hva forteller det om {v} klatrer? | Kva fortel det om {v} klatrar?
Hva innebærer økende {v}? | Kva inneber aukande {v}?
Hva tyder det på om {v} blir høyere? | Kva tyder det på om {v} blir høgare?
Hva vil det si at {v} vokser? | Kva vil det sei~ at {v} veks?
Hva kan jeg lese ut av mer {v}? | Kva kan eg les~ ut av meir {v}?
Hvordan tolkes det at {v} går oppover? | Korleis skal ein tolk~ at {v} går oppover?
`),
    bySplit(`
Hva betyr det at {v} synker? | Kva tyder det at {v} søkk?
Hva sier det når {v} går ned? | Kva seier det når {v} går ned?
Hvordan skal jeg forstå at {v} minker? | Korleis skal eg forstå at {v} minkar?
Hva forteller det om {v} daler? | Kva fortel det om {v} dalar?
Hva innebærer avtakende {v}? | Kva inneber avtakande {v}?
Hva tyder det på om {v} blir lavere? | Kva tyder det på om {v} blir lågare?
Hva vil det si at {v} faller? | Kva vil det sei~ at {v} fell?
Hva kan jeg lese ut av mindre {v}? | Kva kan eg les~ ut av mindre {v}?
Hvordan tolkes det at {v} går nedover? | Korleis skal ein tolk~ at {v} går nedover?
`),
  ],
  procedure: [
    bySplit(`
Hvordan forbereder jeg meg til {v}? | Korleis førebur eg meg til {v}?
Hva må jeg gjøre før {v}? | Kva må eg gjer~ før {v}?
Hva skal til i forkant av {v}? | Kva skal til i forkant av {v}?
Hvilke forberedelser krever {v}? | Kva førebuingar krev {v}?
Hva bør være klart før {v}? | Kva bør ver~ klart før {v}?
Hva er viktig dagen før {v}? | Kva er viktig dagen før {v}?
Hva kreves på forhånd ved {v}? | Kva må til på førehand ved {v}?
Hvordan gjør man seg klar til {v}? | Korleis gjer ein seg klar til {v}?
Hva bør jeg tenke på timene før {v}? | Kva bør eg tenkj~ på timane før {v}?
`),
    bySplit(`
Hvordan skåner jeg meg etter {v}? | Korleis sparer eg meg etter {v}?
Hva må jeg gjøre etter {v}? | Kva må eg gjer~ etter {v}?
Hva skal til i etterkant av {v}? | Kva skal til i etterkant av {v}?
Hvilke forholdsregler gjelder etter {v}? | Kva råd gjeld etter {v}?
Hva bør være på plass etter {v}? | Kva bør ver~ på plass etter {v}?
Hva er viktig dagen etter {v}? | Kva er viktig dagen etter {v}?
Hva kreves i tida etter {v}? | Kva må til i tida etter {v}?
Hvordan kommer man seg etter {v}? | Korleis kjem ein seg etter {v}?
Hva bør jeg tenke på timene etter {v}? | Kva bør eg tenkj~ på timane etter {v}?
`),
  ],
  followUp: [
    bySplit(`
Hvordan får jeg time ved {v}? | Korleis får eg time ved {v}?
Hvordan bestiller jeg time ved {v}? | Korleis bestiller eg time ved {v}?
Hva må til for å komme inn ved {v}? | Kva må til for å kom~ inn ved {v}?
Hvordan skaffer jeg meg en avtale ved {v}? | Korleis skaffar eg meg ein avtale ved {v}?
Hvordan kommer jeg på lista ved {v}? | Korleis kjem eg på lista ved {v}?
Hva gjør jeg for å slippe til ved {v}? | Kva gjer eg for å slepp~ til ved {v}?
Hvordan ordner jeg et besøk ved {v}? | Korleis ordnar eg eit besøk ved {v}?
På hvilken måte får jeg plass ved {v}? | På kva måte får eg plass ved {v}?
Hva skal jeg gjøre for å bli satt opp ved {v}? | Kva skal eg gjer~ for å bli sett opp ved {v}?
`),
    bySplit(`
Hvordan avlyser jeg time ved {v}? | Korleis avlyser eg time ved {v}?
Hvordan sier jeg fra meg time ved {v}? | Korleis seier eg frå meg time ved {v}?
Hva må til for å slippe å komme inn ved {v}? | Kva må til for å slepp~ å kom~ inn ved {v}?
Hvordan bryter jeg en avtale ved {v}? | Korleis bryt eg ein avtale ved {v}?
Hvordan kommer jeg bort fra lista ved {v}? | Korleis kjem eg bort frå lista ved {v}?
Hva gjør jeg for å melde avbud ved {v}? | Kva gjer eg for å meld~ avbod ved {v}?
Hvordan avbestiller jeg et besøk ved {v}? | Korleis avbestiller eg eit besøk ved {v}?
På hvilken måte gir jeg opp plass ved {v}? | På kva måte gir eg opp plass ved {v}?
Hva skal jeg gjøre for å bli strøket ved {v}? | Kva skal eg gjer~ for å bli stroken ved {v}?
`),
  ],
} as const satisfies Record<RelationName, readonly [BySplit, BySplit]>;
