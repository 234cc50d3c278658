/** What callers answer about what they see, by finding and value. */

import { terms } from "../generator/lexicon";

export const bodyAnswers = {
  "arms oneSided": terms(`
{=side} arm siger ned. | {=side} arm sig ned.
Den {=side} henger, den andre går fint. | Den {=side} heng, den andre går fint.
{he} får bare opp den ene. | {he} får berre opp den eine.
{he} mister alt {he} tar i med {=side} hånd. | {he} mistar alt {he} tek i med {=side} hand.
Det er ikke noe kraft i {=side} arm. | Det er ikkje noka kraft i {=side} arm.
Armen på {=side} side er som en klut. | Armen på {=side} side er som ein klut.
{he} klemmer mye svakere med {=side}. | {he} klemmer mykje svakare med {=side}.
{=side} arm dumper rett ned igjen. | {=side} arm dett rett ned att.
{he} løfter den ene til skulderen, den andre blir liggende. | {he} lyftar den eine til skuldra, den andre blir liggjande.
{=side} hånd vil ikke lystre. | {=side} hand vil ikkje lyde.
`),
  "arms numb": terms(`
Det prikker i {=side} hånd og kryper oppover. | Det prikkar i {=side} hand og kryp oppover.
{he} løfter begge, men {=side} er nummen. | {he} lyftar begge, men {=side} er nomen.
{he} sier {=side} arm dovner bort. | {he} seier {=side} arm dovnar bort.
Armen er der, men {he} kjenner den ikke, den på {=side} side. | Armen er der, men {he} kjenner den ikkje, den på {=side} side.
Den føles som vatt, {=side} arm. | Den kjennest som vatt, {=side} arm.
`),
  "arms even": terms(`
Begge kommer opp like høyt. | Begge kjem opp like høgt.
Det klarer {he} fint, ingen forskjell på {=side} og den andre. | Det klarer {he} fint, ingen skilnad på {=side} og den andre.
Like sterk i begge hendene. | Like sterk i begge hendene.
Armene er det ikke noe galt med. | Armane er det ikkje noko gale med.
{he} holder dem oppe uten problem. | {he} held dei oppe utan problem.
Begge to, og ingen av dem siger. | Begge to, og ingen av dei sig.
`),
  "arms bothWeak": terms(`
{he} løfter begge litt, så faller de ned, begge to. | {he} lyftar begge litt, så dett dei ned, begge to.
{he} orker knapt, men det er likt på {=side} og den andre. | {he} orkar knapt, men det er likt på {=side} og den andre.
Svak i hele kroppen, begge armene. | Svak i heile kroppen, begge armane.
{he} er slapp i både armer og bein. | {he} er slapp i både armar og bein.
Litt skjelven i begge hendene, ellers likt. | Litt skjelven i begge hendene, elles likt.
`),
  "arms variable": terms(`
{=side} arm henger, men nå klødde {he} seg med den. | {=side} arm heng, men no klødde {he} seg med den.
Først ikke, men da jeg snakket om noe annet, kom {=side} opp. | Fyrst ikkje, men då eg snakka om noko anna, kom {=side} opp.
Det skifter, nå er det den andre som er svak. | Det skiftar, no er det den andre som er svak.
{=side} arm slipper med et rykk når jeg trykker på den. | {=side} arm slepp med eit rykk når eg trykkjer på den.
Det prikker i begge hendene, og {=side} arm vil ikke, men {he} tok imot da jeg slapp den. | Det prikkar i begge hendene, og {=side} arm vil ikkje, men {he} tok imot då eg slepte den.
`),
  "face droop": terms(`
Munnvika henger på {=side} side. | Munnvika heng på {=side} side.
Smilet blir skjevt. | Smilet blir skeivt.
Det siger ned ved munnen på {=side} side. | Det sig ned ved munnen på {=side} side.
Kaffen renner ut av munnen på {=side} side. | Kaffien renn ut av munnen på {=side} side.
Det er bare den ene siden av munnen som går opp. | Det er berre den eine sida av munnen som går opp.
Leppa er skjev, men panna kan {he} rynke. | Leppa er skeiv, men panna kan {he} rynk~.
Det sikler fra {=side} munnvik. | Det siklar frå {=side} munnvik.
`),
  "face half": terms(`
Hele {=side} halvdelen henger, øyet vil ikke lukke seg. | Heile {=side} halvdelen heng, auget vil ikkje lukke seg.
Panna er glatt på {=side} side, og øyet står åpent. | Panna er glatt på {=side} side, og auget står ope.
Det er skjevt helt oppe fra øyebrynet, {he} får ikke blunket. | Det er skeivt heilt oppe frå augebrynet, {he} får ikkje blunka.
{he} kan ikke rynke panna på {=side} side, og øyet renner. | {he} kan ikkje rynk~ panna på {=side} side, og auget renn.
Munn, kinn og øyelokk på {=side} side er borte, og så er det vondt bak øret. | Munn, kinn og augelok på {=side} side er borte, og så er det vondt bak øyret.
`),
  "face even": terms(`
Ansiktet er likt på begge sider. | Andletet er likt på begge sider.
{he} smiler som {he} pleier. | {he} smiler som {he} pleier.
Det ser vanlig ut. | Det ser vanleg ut.
Litt blek, ellers ingenting. | Litt bleik, elles ingenting.
Ikke noe skjevt som jeg kan se. | Ikkje noko skeivt som eg kan sjå.
Tennene vises like mye på {=side} som på den andre. | Tennene syner like mykje på {=side} som på den andre.
`),
  "speech slurred": terms(`
{he} snøvler. | {he} snøvlar.
Det er helt grøtete. | Det er heilt grautete.
Jeg skjønner ikke hva {he} sier, det er så utydelig. | Eg skjønar ikkje kva {he} seier, det er så utydeleg.
Som om {he} har potet i munnen. | Som om {he} har potet i munnen.
Tunga henger ikke med. | Tunga heng ikkje med.
{he} mumler og drar på ordene. | {he} mumlar og dreg på orda.
`),
  "speech words": terms(`
{he} finner ikke ordene. | {he} finn ikkje orda.
{he} sier feil ord, kopp i stedet for telefon. | {he} seier feil ord, kopp i staden for telefon.
Bare ja og nei kommer ut. | Berre ja og nei kjem ut.
{he} prøver, men det blir tull. | {he} prøver, men det blir tull.
{he} ser på meg, men det kommer ikke noe. | {he} ser på meg, men det kjem ikkje noko.
Det stopper midt i, {he} leter etter ord. | Det stoppar midt i, {he} leitar etter ord.
`),
  "speech clear": terms(`
{he} snakker helt klart. | {he} snakkar heilt klårt.
Praten er som vanlig. | Praten er som vanleg.
Ja da, {he} svarer fint for seg. | Ja då, {he} svarar fint for seg.
Det er ikke noe galt med talen. | Det er ikkje noko gale med talen.
{he} gjentok setningen uten feil. | {he} tok opp att setninga utan feil.
`),
  "speech confused": terms(`
{he} prater i vei, men det henger ikke sammen. | {he} pratar i veg, men det heng ikkje saman.
{he} tror vi er på hytta. | {he} trur me er på hytta.
{he} spør om det samme om igjen. | {he} spør om det same om att.
{he} vet ikke hvilken dag det er. | {he} veit ikkje kva dag det er.
{he} kjenner meg ikke igjen. | {he} kjenner meg ikkje att.
`),
  "sight side": terms(`
{he} ser ikke det som er på {=side} side. | {he} ser ikkje det som er på {=side} side.
{he} gikk rett i dørkarmen på {=side} side. | {he} gjekk rett i dørkarmen på {=side} side.
Halve bildet er borte, sier {he}. | Halve biletet er borte, seier {he}.
{he} oppdaget ikke hånda mi fra {=side}. | {he} oppdaga ikkje handa mi frå {=side}.
Det er svart mot {=side}. | Det er svart mot {=side}.
`),
  "sight double": terms(`
{he} ser dobbelt. | {he} ser dobbelt.
{he} ser to av alt. | {he} ser to av alt.
Alt står i to lag, sier {he}. | Alt står i to lag, seier {he}.
Blikket flakker, og bildet er dobbelt. | Blikket flakkar, og biletet er dobbelt.
{he} holder for det ene øyet for å se meg. | {he} held for det eine auget for å sjå meg.
`),
  "sight flicker": terms(`
Det flimrer, sikksakk som vokser. | Det flimrar, sikksakk som veks.
{he} ser lysende streker som brer seg utover. | {he} ser lysande strekar som breier seg utover.
Det glitrer i kanten, som varm luft. | Det glitrar i kanten, som varm luft.
Først en liten flekk, så et flimmer mot {=side}. | Fyrst ein liten flekk, så eit flimmer mot {=side}.
Det blinker og danser for øynene. | Det blinkar og dansar for auga.
`),
  "sight normal": terms(`
Synet er bra. | Synet er bra.
{he} teller fingrene mine riktig, også fra {=side}. | {he} tel fingrane mine rett, òg frå {=side}.
Nei, {he} ser som før. | Nei, {he} ser som før.
Det har {he} ikke klaget på. | Det har {he} ikkje klaga på.
{he} leser klokka på veggen. | {he} les klokka på veggen.
`),
  "walking drags": terms(`
{he} drar {=side} bein etter seg. | {he} dreg {=side} bein etter seg.
{=side} bein svikter. | {=side} bein sviktar.
{he} heller mot {=side}. | {he} hallar mot {=side}.
{he} må støtte seg, {=side} fot subber. | {he} må støtt~ seg, {=side} fot subbar.
Kneet gir etter på {=side} side. | Kneet gjev etter på {=side} side.
`),
  "walking sways": terms(`
{he} sjangler fra vegg til vegg. | {he} sjanglar frå vegg til vegg.
{he} går bredbeint og ustøtt. | {he} går breibeint og ustøtt.
{he} vingler når {he} står. | {he} vinglar når {he} står.
Det gynger, sier {he}. | Det gyngar, seier {he}.
{he} må holde i møblene. | {he} må hald~ i møblane.
`),
  "walking spins": terms(`
Rommet går rundt hver gang {he} rører hodet. | Rommet går rundt kvar gong {he} rører hovudet.
Når {he} ligger stille, er det borte, men det snurrer når {he} snur seg mot {=side}. | Når {he} ligg stille, er det borte, men det snurrar når {he} snur seg mot {=side}.
Det er som en karusell i et halvt minutt, så gir det seg. | Det er som ein karusell i eit halvt minutt, så gjev det seg.
{he} kan gå, men tør ikke snu på hodet. | {he} kan gå, men torer ikkje snu på hovudet.
Alt svinger når {he} setter seg opp, og så roer det seg. | Alt svingar når {he} set seg opp, og så roar det seg.
`),
  "walking fine": terms(`
{he} går som vanlig. | {he} går som vanleg.
{he} gikk på do selv. | {he} gjekk på do sjølv.
Beina bærer fint. | Beina ber fint.
{he} gikk trappa uten å holde seg. | {he} gjekk trappa utan å halde seg.
Ingen problem med å gå. | Ingen problem med å gå.
`),
  "walking cannot": terms(`
{he} kommer seg ikke opp. | {he} kjem seg ikkje opp.
{he} ligger på gulvet. | {he} ligg på golvet.
Jeg får {him} ikke på beina. | Eg får {him} ikkje på beina.
{he} sank sammen da {he} prøvde. | {he} seig saman då {he} prøvde.
Vi måtte bære {him} til sofaen. | Me måtte ber~ {him} til sofaen.
`),
} as const;
