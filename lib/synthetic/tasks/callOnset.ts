/** What callers answer about how it came on and went on, by finding and value. */

import { terms } from "../generator/lexicon";

export const onsetAnswers = {
  "onset sudden": terms(`
Det kom helt plutselig for {5-55} minutter siden. | Det kom heilt plutseleg for {5-55} minutt sidan.
Brått, midt i en setning. | Brått, midt i ei setning.
For {10-50} minutter siden, sånn med en gang. | For {10-50} minutt sidan, sånn med ein gong.
I ett nå, vi satt og pratet. | I eitt no, me sat og prata.
Fra det ene sekundet til det andre. | Frå det eine sekundet til det andre.
Det smalt til rundt klokka {7-22}, uten forvarsel. | Det smalt til rundt klokka {7-22}, utan forvarsel.
{he} var helt fin, og så var det gjort på et blunk. | {he} var heilt fin, og så var det gjort på eit blunk.
Akkurat nå, det tok ikke mer enn et øyeblikk. | Akkurat no, det tok ikkje meir enn ein augneblink.
Det skjedde i løpet av et par sekunder. | Det skjedde i løpet av eit par sekund.
Vips, så var {he} slik, for {5-40} minutter siden. | Vips, så var {he} slik, for {5-40} minutt sidan.
`),
  "onset woke": terms(`
{he} våknet med det klokka {5-8}. | {he} vakna med det klokka {5-8}.
Det var der da {he} stod opp i dag tidlig. | Det var der då {he} stod opp i dag tidleg.
Vi la oss klokka {21-23}, da var alt bra, og nå er det slik. | Me la oss klokka {21-23}, då var alt bra, og no er det slik.
Jeg merket det da {he} skulle ut av senga. | Eg merka det då {he} skulle ut av senga.
I natt eller i morges, {he} sov jo. | I natt eller i dag tidleg, {he} sov jo.
Sist var {he} fin i går kveld før vi la oss. | Sist var {he} fin i går kveld før me la oss.
`),
  "onset gradual": terms(`
Det har kommet litt etter litt. | Det har kome litt etter litt.
Det begynte smått for {2-9} timer siden og har bredt seg. | Det byrja smått for {2-9} timar sidan og har breidd seg.
Gradvis, over en halvtime eller så. | Gradvis, over ein halvtime eller så.
Først bare litt, så mer og mer utover dagen. | Fyrst berre litt, så meir og meir utover dagen.
Det har sneket seg på siden i går. | Det har snike seg på sidan i går.
Sakte, jeg kan ikke si noe klokkeslett. | Sakte, eg kan ikkje sei~ noko klokkeslett.
Det har bygd seg opp i {3-9} timer. | Det har bygd seg opp i {3-9} timar.
`),
  "onset attacks": terms(`
Det har kommet og gått siden {weekday}. | Det har kome og gått sidan {weekday}.
Det er tredje gangen denne uka. | Det er tredje gongen denne veka.
Det kommer i rier, {2-5} ganger i dag. | Det kjem i rier, {2-5} gonger i dag.
Fra og til hele dagen. | Frå og til heile dagen.
Det er ikke første gang, det har vært slik i flere uker. | Det er ikkje fyrste gong, det har vore slik i fleire veker.
`),
  "onset found": terms(`
Jeg vet ikke, jeg kom hjem og fant {him} slik. | Eg veit ikkje, eg kom heim og fann {him} slik.
Vanskelig å si, jeg har vært på jobb. | Vanskeleg å sei~, eg har vore på jobb.
Aner ikke, {he} lå her da jeg låste meg inn. | Anar ikkje, {he} låg her då eg låste meg inn.
Jeg snakket med {him} på telefon for {2-6} timer siden, da var {he} fin. | Eg snakka med {him} på telefon for {2-6} timar sidan, då var {he} fin.
Jeg har ikke sett {him} siden i formiddag. | Eg har ikkje sett {him} sidan i føremiddag.
Ingen så det, {he} var alene. | Ingen såg det, {he} var åleine.
`),
  "doing quiet": terms(`
{he} satt og så på TV. | {he} sat og såg på TV.
Vi spiste middag. | Me åt middag.
{he} leste avisa. | {he} las avisa.
Ingenting, {he} drakk kaffe. | Ingenting, {he} drakk kaffi.
{he} holdt på med oppvasken. | {he} heldt på med oppvasken.
Vi skulle til å gå en tur. | Me skulle til å gå ein tur.
{he} var ute i hagen. | {he} var ute i hagen.
`),
  "doing unseen": terms(`
Det vet jeg ikke, jeg var ikke her. | Det veit eg ikkje, eg var ikkje her.
Jeg så det ikke. | Eg såg det ikkje.
Ingen anelse, {he} var for seg selv. | Inga aning, {he} var for seg sjølv.
Det har jeg ikke fått svar på. | Det har eg ikkje fått svar på.
Jeg var ute da det skjedde. | Eg var ute då det hende.
`),
  "doing asleep": terms(`
{he} sov. | {he} sov.
Da lå {he} og sov. | Då låg {he} og sov.
Ingenting, det var jo natt. | Ingenting, det var jo natt.
{he} lå i senga. | {he} låg i senga.
Det kom mens {he} sov. | Det kom medan {he} sov.
`),
  "doing unfed": terms(`
{he} har ikke spist siden i går. | {he} har ikkje ete sidan i går.
{he} droppet frokosten og måket snø. | {he} droppa frukosten og måka snø.
{he} hadde trent og ikke fått i seg noe. | {he} hadde trena og ikkje fått i seg noko.
Maten står urørt, {he} hadde ikke lyst på noe. | Maten står urørt, {he} hadde ikkje lyst på noko.
{he} satte sprøyta og glemte å spise. | {he} sette sprøyta og gløymde å ete.
`),
  "doing drinking": terms(`
Vi har vært på fest, det ble noen glass. | Me har vore på fest, det vart nokre glas.
{he} har drukket siden klokka {12-18}. | {he} har drukke sidan klokka {12-18}.
Det står tomme flasker her. | Det står tomme flasker her.
{he} tok noen øl etter jobb. | {he} tok nokre øl etter jobb.
Det var vin til maten. | Det var vin til maten.
`),
  "doing stood": terms(`
{he} reiste seg fra sofaen. | {he} reiste seg frå sofaen.
{he} hadde stått lenge i køen. | {he} hadde stått lenge i køen.
{he} skulle opp av stolen. | {he} skulle opp av stolen.
{he} kom rett fra en varm dusj. | {he} kom rett frå ein varm dusj.
{he} stod i varmen og lagde mat. | {he} stod i varmen og laga mat.
`),
  "doing jerks": terms(`
{he} ristet i hele kroppen i {1-4} minutter først. | {he} rista i heile kroppen i {1-4} minutt fyrst.
Det rykket i {=side} arm og så i resten. | Det rykte i {=side} arm og så i resten.
Blikket ble stivt, og så skalv {he} over alt. | Blikket vart stivt, og så skalv {he} over alt.
{he} ble stiv som en planke og begynte å riste. | {he} vart stiv som ein planke og byrja å riste.
Det kom skum rundt munnen, og {he} beit seg i tunga. | Det kom skum rundt munnen, og {he} beit seg i tunga.
`),
  "doing quarrel": terms(`
Vi hadde en stygg krangel. | Me hadde ein stygg krangel.
{he} fikk en vond telefon. | {he} fekk ein vond telefon.
{he} kom fra en begravelse. | {he} kom frå ei gravferd.
Det har vært mye på jobben. | Det har vore mykje på jobben.
{he} var veldig opprørt over noe. | {he} var veldig oppskaka over noko.
`),
  "doing ill": terms(`
{he} har ligget med hoste hele uka. | {he} har lege med hoste heile veka.
{he} har vært dårlig i {2-5} dager. | {he} har vore dårleg i {2-5} dagar.
Det har svidd når {he} tisser. | Det har svidd når {he} tissar.
{he} har et sår på foten som væsker, på {=side} side. | {he} har eit sår på foten som væskar, på {=side} side.
{he} har nesten ikke drukket de siste dagene. | {he} har nesten ikkje drukke dei siste dagane.
`),
  "doing turned": terms(`
{he} snudde seg i senga mot {=side}. | {he} snudde seg i senga mot {=side}.
{he} bøyde seg etter skoene. | {he} bøygde seg etter skorne.
{he} så opp i skapet. | {he} såg opp i skåpet.
{he} la hodet bakover hos frisøren. | {he} la hovudet bakover hos frisøren.
{he} vendte hodet da en bil kom fra {=side}. | {he} snudde hovudet då ein bil kom frå {=side}.
`),
  "course same": terms(`
Det er helt likt. | Det er heilt likt.
Ingen forandring. | Inga endring.
Det verken kommer eller går, det er der hele tida. | Det verken kjem eller går, det er der heile tida.
Som da jeg ringte. | Som då eg ringde.
Akkurat det samme. | Akkurat det same.
`),
  "course better": terms(`
Det er allerede bedre. | Det er alt betre.
{he} begynner å komme seg. | {he} byrjar å kome seg.
Mye bedre enn for ti minutter siden. | Mykje betre enn for ti minutt sidan.
Det er på vei tilbake, synes jeg. | Det er på veg tilbake, synest eg.
Det slipper litt. | Det slepp litt.
`),
  "course waves": terms(`
Det går litt opp og ned. | Det går litt opp og ned.
Av og på, noen minutter av gangen. | Av og på, nokre minutt om gongen.
Det gir seg, og så kommer det igjen. | Det gjev seg, og så kjem det att.
Det skifter hele tida. | Det skiftar heile tida.
Nå er det borte, men det kommer nok på nytt. | No er det borte, men det kjem nok på nytt.
`),
  "course worse": terms(`
Det blir verre. | Det blir verre.
{he} er dårligere nå enn i stad. | {he} er dårlegare no enn i stad.
Det går feil vei. | Det går feil veg.
Verre for hvert minutt, synes jeg. | Verre for kvart minutt, synest eg.
{he} var bedre for en time siden. | {he} var betre for ein time sidan.
`),
  "awake awake": terms(`
Ja, {he} er våken. | Ja, {he} er vaken.
{he} ser på meg. | {he} ser på meg.
Hele tida, ja. | Heile tida, ja.
{he} følger med på alt. | {he} følgjer med på alt.
Ja, øynene er åpne. | Ja, auga er opne.
`),
  "awake sleepy": terms(`
{he} døser av. | {he} dormar av.
Jeg må riste i {him} for å få svar. | Eg må rist~ i {him} for å få svar.
{he} er veldig trøtt og tung. | {he} er veldig trøytt og tung.
Så vidt, {he} glipper med øynene. | Så vidt, {he} glepp med auga.
{he} sover nesten. | {he} søv nesten.
`),
  "awake fainted": terms(`
{he} var borte et halvt minutt, så våknet {he} og var seg selv. | {he} var borte eit halvt minutt, så vakna {he} og var seg sjølv.
{he} ble hvit og svimte av, men er med igjen. | {he} vart kvit og svima av, men er med att.
Det svartnet for {him} et lite øyeblikk. | Det svartna for {him} ein liten augneblink.
{he} gikk i bakken og slo {=side} albue, men kviknet til fort. | {he} gjekk i bakken og slo {=side} olboge, men kvikna til fort.
Bevisstløs i noen sekunder, nå sitter {he} opp. | Medvitslaus i nokre sekund, no sit {he} opp.
`),
} as const;
