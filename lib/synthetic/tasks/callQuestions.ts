/**
 * What is said in invented emergency calls, in both written standards, as spoken: what the operator
 * asks and, for each finding and value, what the caller answers. `{he} {him} {his}` go by gender,
 * `{=side}` is one side kept through the call.
 */

import { terms, type Term } from "../generator/lexicon";

export const callFindings = [
  "onset",
  "doing",
  "arms",
  "face",
  "speech",
  "sight",
  "walking",
  "sugar",
  "history",
  "course",
  "temperature",
  "headache",
  "awake",
] as const;
export type CallFinding = (typeof callFindings)[number];

/** The operator's questions; what is asked never depends on what the call is about. */
export const callQuestions = {
  onset: terms(`
Når begynte det? | Når byrja det?
Når så du {him} sist som vanlig? | Når såg du {him} sist som vanleg?
Hvor lenge har {he} vært slik? | Kor lenge har {he} vore slik?
Hvordan startet det? | Korleis starta det?
Husker du når dette kom? | Hugsar du når dette kom?
`),
  doing: terms(`
Hva drev {he} med da det kom? | Kva dreiv {he} med då det kom?
Skjedde det noe rett før? | Hende det noko rett før?
Hva gjorde {he} like før? | Kva gjorde {he} like før?
Hva foregikk da du merket det? | Kva gjekk føre seg då du merka det?
Var det noe spesielt i forkant? | Var det noko spesielt i forkant?
`),
  arms: terms(`
Be {him} løfte begge armene. Hva skjer? | Be {him} lyft~ begge armane. Kva skjer?
Klarer {he} å holde armene rett ut? | Klarer {he} å halde armane rett ut?
Kan {he} klemme hendene dine like hardt? | Kan {he} klemm~ hendene dine like hardt?
Hvordan er kreftene i armene? | Korleis er kreftene i armane?
Får {he} opp armene når du ber om det? | Får {he} opp armane når du ber om det?
`),
  face: terms(`
Be {him} smile. Hvordan ser det ut? | Be {him} smil~. Korleis ser det ut?
Er ansiktet som før? | Er andletet som før?
Kan {he} vise tennene? | Kan {he} vis~ tennene?
Ser du noe i ansiktet? | Ser du noko i andletet?
Hvordan er ansiktet når {he} prøver å smile? | Korleis er andletet når {he} prøver å smile?
`),
  speech: terms(`
Hvordan snakker {he}? | Korleis snakkar {he}?
Kan {he} si en hel setning? | Kan {he} sei~ ei heil setning?
Be {him} gjenta at det er fint vær i dag. | Be {him} gjenta at det er fint vêr i dag.
Svarer {he} når du spør? | Svarar {he} når du spør?
Får du kontakt når du snakker til {him}? | Får du kontakt når du snakkar til {him}?
`),
  sight: terms(`
Ser {he} som vanlig? | Ser {he} som vanleg?
Hvordan er synet? | Korleis er synet?
Sier {he} noe om synet? | Seier {he} noko om synet?
Kan {he} se fingrene dine? | Kan {he} sjå fingrane dine?
Noe rart med øynene? | Noko rart med auga?
`),
  walking: terms(`
Kan {he} gå? | Kan {he} gå?
Har {he} vært på beina? | Har {he} vore på beina?
Hva skjer når {he} reiser seg? | Kva skjer når {he} reiser seg?
Hvordan er balansen? | Korleis er balansen?
Står {he} støtt? | Står {he} støtt?
`),
  sugar: terms(`
Har dere målt blodsukkeret? | Har de målt blodsukkeret?
Vet dere hva blodsukkeret er? | Veit de kva blodsukkeret er?
Har dere fått tatt et blodsukker? | Har de fått teke eit blodsukker?
Er det målt sukker i blodet? | Er det målt sukker i blodet?
Fikk dere en verdi på blodsukkeret? | Fekk de ein verdi på blodsukkeret?
`),
  history: terms(`
Er {he} frisk ellers? | Er {he} frisk elles?
Har {he} noen sykdommer? | Har {he} nokre sjukdommar?
Bruker {he} medisiner? | Brukar {he} medisinar?
Noe {he} går til lege for? | Noko {he} går til lege for?
Har {he} vært syk før? | Har {he} vore sjuk før?
`),
  course: terms(`
Hvordan er det nå? | Korleis er det no?
Er det bedre eller verre? | Er det betre eller verre?
Har det endret seg? | Har det endra seg?
Er det likt som i starten? | Er det likt som i starten?
Hvordan har det utviklet seg? | Korleis har det utvikla seg?
`),
  temperature: terms(`
Har {he} feber? | Har {he} feber?
Kjennes {he} varm? | Kjennest {he} varm?
Har dere tatt temperaturen? | Har de teke temperaturen?
Hva er temperaturen? | Kva er temperaturen?
Fryser {he}, eller er {he} varm? | Frys {he}, eller er {he} varm?
`),
  headache: terms(`
Har {he} vondt i hodet? | Har {he} vondt i hovudet?
Hvordan er det med hodet? | Korleis er det med hovudet?
Klager {he} over smerter? | Klagar {he} over smerter?
Noe hodepine? | Noko hovudverk?
Har {he} vondt noe sted? | Har {he} vondt nokon stad?
`),
  awake: terms(`
Er {he} våken? | Er {he} vaken?
Har {he} vært våken hele tida? | Har {he} vore vaken heile tida?
Er {he} ved bevissthet? | Er {he} ved medvit?
Ser {he} på deg? | Ser {he} på deg?
Følger {he} med på det dere sier? | Følgjer {he} med på det de seier?
`),
} as const satisfies Record<CallFinding, readonly Term[]>;
