/** What frames an invented emergency call, whatever it is about, in both written standards. */

import { terms, type Term } from "../generator/lexicon";

export const callFrame = {
  operatorOpens: terms(`
Medisinsk nødtelefon, hva har skjedd? | Medisinsk naudtelefon, kva har hendt?
113, hva gjelder det? | 113, kva gjeld det?
Medisinsk nødtelefon, hva kan jeg hjelpe med? | Medisinsk naudtelefon, kva kan eg hjelp~ med?
113, fortell hva som skjer. | 113, fortel kva som skjer.
Nødtelefonen, hvem er det som er syk? | Naudtelefonen, kven er det som er sjuk?
`),
  complaint: terms(`
Hei, det er {relative}, {he} er ikke seg selv. | Hei, det er {relative}, {he} er ikkje seg sjølv.
Dere må komme, det er noe galt med {relative}. | De må kome, det er noko gale med {relative}.
Jeg ringer for {relative}, {he} er så rar. | Eg ringjer for {relative}, {he} er så rar.
{relative} har blitt dårlig, jeg vet ikke hva det er. | {relative} har vorte dårleg, eg veit ikkje kva det er.
Hallo, {relative} ble syk nå, jeg er redd. | Hallo, {relative} vart sjuk no, eg er redd.
Jeg trenger hjelp med {relative}, noe stemmer ikke. | Eg treng hjelp med {relative}, noko stemmer ikkje.
Kan dere sende noen, {relative} virker ikke bra. | Kan de send~ nokon, {relative} verkar ikkje bra.
Det gjelder {relative}, jeg kjenner {him} ikke igjen. | Det gjeld {relative}, eg kjenner {him} ikkje att.
`),
  where: terms(`
Hvor er dere? | Kvar er de?
Hva er adressen? | Kva er adressa?
Hvor skal bilen? | Kvar skal bilen?
Hvor ringer du fra? | Kvar ringjer du frå?
Si meg hvor dere er først. | Sei meg kvar de er fyrst.
`),
  address: terms(`
I {place}, {he} er {age} år og heter {name}. | I {place}, {he} er {age} år og heiter {name}.
Vi er hjemme i {place}, {he} fylte {age}. | Me er heime i {place}, {he} fylte {age}.
{place}, det gule huset, {he} heter {first} og er {age}. | {place}, det gule huset, {he} heiter {first} og er {age}.
På hytta ved {place}, {he} er {age} år. | På hytta ved {place}, {he} er {age} år.
Utenfor butikken i {place}, {he} er vel {age}. | Utanfor butikken i {place}, {he} er vel {age}.
`),
  aside: terms(`
Vent, hunden bjeffer. | Vent, hunden bjeffar.
Jeg setter på høyttaleren. | Eg set på høgtalaren.
Naboen har kommet nå. | Naboen har kome no.
Unnskyld, jeg skjelver på stemmen. | Orsak, eg skjelv på røysta.
Skal jeg låse opp døra? | Skal eg lås~ opp døra?
Det er glatt i bakken her. | Det er glatt i bakken her.
Jeg er alene med {him}. | Eg er åleine med {him}.
Har dere funnet oss? | Har de funne oss?
Jeg finner ikke brillene til {him}. | Eg finn ikkje brillene til {him}.
Katten gikk i veien. | Katta gjekk i vegen.
Døra er skjev og henger, dere må dytte hardt. | Døra er skeiv og heng, de må dytt~ hardt.
Jeg er helt lam av skrekk selv. | Eg er heilt lam av skrekk sjølv.
Plutselig kom alle naboene. | Plutseleg kom alle naboane.
Porten siger ned på den ene siden, dere må løfte den. | Porten sig ned på den eine sida, de må lyft~ han.
Munnen min er så tørr at jeg snøvler. | Munnen min er så tørr at eg snøvlar.
Brått var veien full av biler. | Brått var vegen full av bilar.
Jeg har satt fram en stol til dem som kommer. | Eg har sett fram ein stol til dei som kjem.
Telefonen min har lite strøm, så jeg snakker fort. | Telefonen min har lite straum, så eg snakkar fort.
Vi har nettopp flyttet hit og kjenner ingen. | Me har nettopp flytta hit og kjenner ingen.
Kjør forbi kirka og ta av ved det røde naustet. | Køyr forbi kyrkja og ta av ved det raude naustet.
Barna står i gangen og gråter. | Borna står i gangen og gret.
Jeg kan gå ut og vinke når dere kommer. | Eg kan gå ut og vink~ når de kjem.
Det er noen her som har tatt førstehjelpskurs. | Det er nokon her som har teke fyrstehjelpskurs.
Beklager at jeg roter sånn med ordene. | Orsak at eg rotar slik med orda.
Jeg prøvde fastlegen først, men der var det kø. | Eg prøvde fastlegen fyrst, men der var det kø.
`),
  worry: terms(`
Kan det være hjerneslag? | Kan det ver~ hjerneslag?
Det er vel ikke slag? | Det er vel ikkje slag?
Jeg er redd det er noe i hjernen, faren døde av slag. | Eg er redd det er noko i hjernen, faren døydde av slag.
Naboen mente at det var drypp. | Naboen meinte at det var drypp.
Jeg tror ikke det er slag, men jeg er usikker. | Eg trur ikkje det er slag, men eg er usikker.
`),
  reassure: terms(`
Det vet vi ikke ennå. | Det veit me ikkje enno.
Det er for tidlig å si. | Det er for tidleg å sei~.
Det må legen se på. | Det må legen sjå på.
Vi skal hjelpe dere uansett. | Me skal hjelp~ dykk uansett.
Nå tar vi én ting om gangen. | No tek me éin ting om gongen.
`),
  acknowledge: terms(`
Ja. | Ja.
Greit. | Greitt.
Jeg skjønner. | Eg skjønar.
Bra at du ringer. | Bra at du ringjer.
Ok. | Ok.
Mm. | Mm.
`),
  operatorCloses: terms(`
Bilen er på vei, bli hos {him}. | Bilen er på veg, ver hos {him}.
Vi sender noen nå, ring igjen hvis det endrer seg. | Me sender nokon no, ring att om det endrar seg.
Hold linja mens jeg snakker med legen. | Hald linja medan eg snakkar med legen.
La {him} ligge på siden, hjelpen kommer. | La {him} liggj~ på sida, hjelpa kjem.
Ikke gi {him} noe å drikke, bilen er snart hos dere. | Ikkje gje {him} noko å drikke, bilen er snart hos dykk.
`),
  callerCloses: terms(`
Ja, takk. | Ja, takk.
Ok, jeg venter her. | Ok, eg ventar her.
Skynd dere. | Skund dykk.
Takk, jeg blir sittende. | Takk, eg blir sitjande.
Ja, jeg går og låser opp. | Ja, eg går og låser opp.
`),
} as const;

export const callRelatives = {
  female: terms(`
kona mi | kona mi
moren min | mor mi
søsteren min | syster mi
naboen min | naboen min
bestemor | bestemor
en venninne | ei venninne
svigermor | svigermor
en dame i nabolaget | ei dame i nabolaget
kusinen min | kusina mi
tanten min | tanta mi
`),
  male: terms(`
mannen min | mannen min
faren min | far min
broren min | bror min
naboen min | naboen min
bestefar | bestefar
en kollega | ein kollega
svigerfar | svigerfar
en venn av meg | ein ven av meg
fetteren min | fetteren min
onkelen min | onkelen min
`),
} as const satisfies Record<"female" | "male", readonly Term[]>;

export const callWords = {
  side: terms(`
høyre | høgre
venstre | venstre
`),
  weekday: terms(`
mandag | måndag
tirsdag | tysdag
onsdag | onsdag
torsdag | torsdag
fredag | fredag
lørdag | laurdag
søndag | sundag
`),
  month: terms(`
januar
mars
mai
juli
september
november
`),
} as const;
