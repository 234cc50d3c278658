/**
 * Calls to the medical emergency line: what is asked, and answers that fit the question. An exchange
 * is `question // answer`.
 */

export type CallKind =
  | "chest"
  | "breathing"
  | "stroke"
  | "abdomen"
  | "trauma"
  | "seizure"
  | "bleeding"
  | "allergy"
  | "infection"
  | "pregnancy"
  | "mind"
  | "lowSugar";

/** Asked in every call, in this order. */
export const callFrame = {
  opening: `
Medisinsk nødtelefon, hva har skjedd? // Hei, det gjelder {=kin}. {He} har fått {symptom}. | Medisinsk naudtelefon, kva har skjedd? // Hei, det gjeld {=kin}. {He} har fått {symptom}.
Hei, du har ringt 113, hva gjelder det? // Det er {=kin}, {he} har blitt dårlig. {He} har {symptom} og {symptom}. | Hei, du har ringt 113, kva gjeld det? // Det er {=kin}, {he} har blitt dårleg. {He} har {symptom} og {symptom}.
AMK, hva er det som haster? // Jeg tror {=kin} trenger hjelp, {he} klager over {symptom}. | AMK, kva er det som hastar? // Eg trur {=kin} treng hjelp, {he} klagar over {symptom}.
Nødtelefonen, hvordan kan jeg hjelpe? // Eh, {=kin} sitter her. Det begynte {ago} med {symptom}. | Naudtelefonen, korleis kan eg hjelp~? // Eh, {=kin} sit her. Det byrja {ago} med {symptom}.`,
  where: `
Hvor er dere nå? // Vi er hjemme i {address} i {place}. | Kvar er de no? // Me er heime i {address} i {place}.
Hvilken adresse skal bilen til? // {address}, {place}. Det er det gule huset. | Kva adresse skal bilen til? // {address}, {place}. Det er det gule huset.
Hvor ringer du fra? // Fra {place}, {address}. Lyset på trappen er på. | Kvar ringjer du frå? // Frå {place}, {address}. Lyset på trappa er på.
Kan du si meg adressen? // Ja, {address}, {postcode} {place}. | Kan du sei~ meg adressa? // Ja, {address}, {postcode} {place}.`,
  awake: `
Er {he} våken, og puster {he} normalt? // Ja, {he} er våken og puster. | Er {he} vaken, og pustar {he} normalt? // Ja, {he} er vaken og pustar.
Får du kontakt når du snakker til {himher}? // Ja, {he} svarer meg, men er sliten. | Får du kontakt når du snakkar til {himher}? // Ja, {he} svarar meg, men er sliten.
Svarer {he} når du roper navnet? // Ja, {he} ser på meg og nikker. | Svarar {he} når du ropar namnet? // Ja, {he} ser på meg og nikkar.`,
  age: `
Hvor gammel er {he}? // {age} år. | Kor gamal er {he}? // {age} år.
Når er {he} født? // Vent litt, {birth}. | Når er {he} fødd? // Vent litt, {birth}.
Hva heter {he}, og hvor gammel er {he}? // {name}, {he} er {age}. | Kva heiter {he}, og kor gamal er {he}? // {name}, {he} er {age}.`,
  duration: `
Når begynte det? // Det startet {ago}. | Når byrja det? // Det starta {ago}.
Hvor lenge har det stått på? // Jeg så det først {ago}. | Kor lenge har det stått på? // Eg såg det først {ago}.`,
  earlier: `
Har {he} noen sykdommer fra før? // Ja, {background}, så vidt jeg vet. | Har {he} nokon sjukdommar frå før? // Ja, {background}, så vidt eg veit.
Bruker {he} noen medisiner? // Ja, {homedrug} tror jeg. Resten står på listen. | Brukar {he} nokon medisinar? // Ja, {homedrug} trur eg. Resten står på lista.
Er det noe mer jeg bør vite om {himher}? // {He} har hatt {background}. | Er det noko meir eg bør vit~ om {himher}? // {He} har hatt {background}.`,
  phone: `
Hvilket nummer kan vi ringe tilbake på? // {phone}. | Kva nummer kan me ring~ attende på? // {phone}.
Bryt ikke samtalen. Er dette nummeret ditt? // Ja, {phone}. | Ikkje bryt samtalen. Er dette nummeret ditt? // Ja, {phone}.`,
  closing: `
Ambulansen er på vei. Ring igjen hvis det blir verre. // Ja, takk. Skynd dere. | Ambulansen er på veg. Ring igjen viss det blir verre. // Ja, takk. Skund dykk.
Bli hos {himher} til bilen kommer, og lås opp døren. // Det skal jeg gjøre. | Ver hos {himher} til bilen kjem, og lås opp døra. // Det skal eg gjer~.
Jeg er på linjen hele tiden. La {himher} ikke spise eller drikke. // Nei vel, greit. | Eg er på linja heile tida. Lat {himher} ikkje et~ eller drikk~. // Nei vel, greitt.
Finn fram medisinlisten, og send noen ut for å ta imot bilen. // Naboen går ut nå. | Finn fram medisinlista, og send nokon ut for å ta imot bilen. // Naboen går ut no.`,
} as const;

/** Asked about one kind of trouble. */
export const callQuestions = {
  chest: `
Hvor i brystet sitter det? // Midt i, sier {he}, som noe tungt som ligger der. | Kvar i brystet sit det? // Midt i, seier {he}, som noko tungt som ligg der.
Stråler det ut noe sted? // Litt mot armen og opp i halsen. | Strålar det ut nokon stad? // Litt mot armen og opp i halsen.
Er {he} kald og klam? // Ja, pannen er helt våt. | Er {he} kald og klam? // Ja, panna er heilt våt.
Har {he} nitroglyserin? // Nei, det har vi ikke. | Har {he} nitroglyserin? // Nei, det har me ikkje.
Hvor vondt er det fra null til ti? // {He} sier {6-9}. | Kor vondt er det frå null til ti? // {He} seier {6-9}.`,
  breathing: `
Klarer {he} å snakke hele setninger? // Nei, bare noen ord om gangen. | Klarer {he} å snakke heile setningar? // Nei, berre nokre ord om gongen.
Er leppene blå? // Litt blålige, synes jeg. | Er leppene blå? // Litt blålege, synest eg.
Sitter {he} oppe? // Ja, på sengekanten med hendene på knærne. | Sit {he} oppe? // Ja, på sengekanten med hendene på knea.
Hører du lyder når {he} puster? // Det surkler litt. | Høyrer du lydar når {he} pustar? // Det surklar litt.
Er det åpne vinduer i rommet? // Jeg åpner med en gang. | Er det opne vindauge i rommet? // Eg opnar med éin gong.`,
  stroke: `
Be {himher} smile, er ansiktet likt på begge sider? // Nei, den ene munnviken henger. | Be {himher} smil~, er andletet likt på begge sider? // Nei, den eine munnviken heng.
Kan {he} løfte begge armene? // Den ene siger ned igjen. | Kan {he} lyft~ begge armane? // Den eine sig ned igjen.
Hvordan er talen? // Utydelig, og {he} leter etter ordene. | Korleis er talen? // Utydeleg, og {he} leitar etter orda.
Når var {he} sist helt som vanlig? // Ved frokosten, da var alt bra. | Når var {he} sist heilt som vanleg? // Ved frukosten, då var alt bra.
Kan {he} stå på beina? // Nei, {he} siger over mot den ene siden. | Kan {he} stå på beina? // Nei, {he} sig over mot den eine sida.`,
  abdomen: `
Hvor i magen er det vondest? // {He} holder seg midt på og litt til siden. | Kvar i magen er det vondast? // {He} held seg midt på og litt til sida.
Har {he} kastet opp? // Ja, to ganger siden i natt. | Har {he} kasta opp? // Ja, to gonger sidan i natt.
Er magen hard når du trykker? // Ja, og {he} rykker til. | Er magen hard når du trykkjer? // Ja, og {he} rykkjer til.
Klarer {he} å ligge stille? // Nei, {he} vrir seg hele tiden. | Klarer {he} å liggje stille? // Nei, {he} vrir seg heile tida.`,
  trauma: `
Falt {he} høyt? // Nei, bare fra stående på gulvet. | Fall {he} høgt? // Nei, berre frå ståande på golvet.
Blør det noe sted? // Litt fra bakhodet, jeg holder et håndkle på. | Blør det nokon stad? // Litt frå bakhovudet, eg held eit handkle på.
Slo {he} hodet? // Ja, mot dørkarmen. | Slo {he} hovudet? // Ja, mot dørkarmen.
Kan {he} bevege føttene? // Ja, begge, men det gjør vondt. | Kan {he} rør~ på føtene? // Ja, begge, men det gjer vondt.
Ligger {he} stille nå? // Ja, jeg har lagt et teppe over. | Ligg {he} stille no? // Ja, eg har lagt eit teppe over.`,
  seizure: `
Rykker det i armer og bein nå? // Nei, det sluttet akkurat. | Rykkjer det i armar og bein no? // Nei, det slutta akkurat.
Hvor lenge varte det? // Kanskje {2-6} minutter. | Kor lenge varte det? // Kanskje {2-6} minutt.
Har {he} hatt slike anfall før? // Ja, men ikke på lenge. | Har {he} hatt slike anfall før? // Ja, men ikkje på lenge.
Legg {himher} på siden og hold haken fram. // Nå ligger {he} på siden. | Legg {himher} på sida og hald haka fram. // No ligg {he} på sida.`,
  bleeding: `
Er {he} blek? // Som et laken, og svimmel når {he} setter seg opp. | Er {he} bleik? // Som eit laken, og svimmel når {he} set seg opp.
Ser du blod? // Avføringen var helt svart. | Ser du blod? // Avføringa var heilt svart.
Bruker {he} blodfortynnende? // Nei, ikke det jeg vet. | Brukar {he} blodfortynnande? // Nei, ikkje det eg veit.
Legg beina til {himher} på en pute. // Ja, nå ligger de høyt. | Legg beina til {himher} på ei pute. // Ja, no ligg dei høgt.`,
  allergy: `
Hva kan {he} ha reagert på? // {He} ble stukket av en veps i hagen. | Kva kan {he} ha reagert på? // {He} vart stukken av ein veps i hagen.
Er {he} hoven i munnen eller halsen? // Leppene er tykke, og stemmen er annerledes. | Er {he} hoven i munnen eller halsen? // Leppene er tjukke, og stemma er annleis.
Har dere adrenalinpenn? // Nei, ikke her. | Har de adrenalinpenn? // Nei, ikkje her.
Er det utslett? // Ja, store røde flekker på magen og armene. | Er det utslett? // Ja, store raude flekker på magen og armane.`,
  infection: `
Har du målt feber? // Ja, {38,6-40,2}. | Har du målt feber? // Ja, {38,6-40,2}.
Har {he} utslett som ikke blekner når du trykker? // Jeg ser ikke noe slikt. | Har {he} utslett som ikkje bleiknar når du trykkjer? // Eg ser ikkje noko slikt.
Er {he} forvirret? // Ja, {he} vet ikke hvilken dag det er. | Er {he} forvirra? // Ja, {he} veit ikkje kva dag det er.
Har {he} vært på do i dag? // Bare litt i morges. | Har {he} vore på do i dag? // Berre litt i dag morgon.`,
  pregnancy: `
Hvor langt på vei er {he}? // {31-38} uker. | Kor langt på veg er {he}? // {31-38} veker.
Kjenner {he} liv? // Ja, det sparker. | Kjenner {he} liv? // Ja, det sparkar.
Er det vann eller blod? // Nei, ingen av delene. | Er det vatn eller blod? // Nei, ingen av delane.
Har jordmoren målt blodtrykket? // Ja, det var for høyt på tirsdag. | Har jordmora målt blodtrykket? // Ja, det var for høgt på tysdag.`,
  mind: `
Er {he} trygg nå? // Ja, vi sitter sammen i stuen. | Er {he} trygg no? // Ja, me sit saman i stova.
Har {he} tatt noe, tabletter eller alkohol? // Nei, ingenting. | Har {he} teke noko, tablettar eller alkohol? // Nei, ingenting.
Har {he} sagt at {he} vil skade seg? // Nei, men {he} er veldig redd. | Har {he} sagt at {he} vil skad~ seg? // Nei, men {he} er veldig redd.
Kan {he} puste rolig sammen med deg? // Vi prøver, det går bedre. | Kan {he} pust~ roleg saman med deg? // Me prøver, det går betre.`,
  lowSugar: `
Har du målt blodsukkeret? // Ja, det viste {2,1-3,4}. | Har du målt blodsukkeret? // Ja, det viste {2,1-3,4}.
Klarer {he} å svelge? // Ja, {he} drakk litt saft. | Klarer {he} å svelgje? // Ja, {he} drakk litt saft.
Når spiste {he} sist? // I går kveld, bare en brødskive. | Når åt {he} sist? // I går kveld, berre ei brødskive.
Satte {he} insulin i dag? // Ja, som vanlig i morges. | Sette {he} insulin i dag? // Ja, som vanleg i dag morgon.`,
} as const satisfies Readonly<Record<CallKind, string>>;
