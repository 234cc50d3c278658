/** Sentences about society, law, economy, history and the arts, by topic, in both standards. */

import { terms } from "./lexicon";

export const societyTopics = {
  history: terms(`
den {1-28}. {month} {1720-1945} brant {house def} ned. | den {1-28}. {month} {1720-1945} brann {house def} ned.
arkeologene fant {relic big} under {house def}. | arkeologane fann {relic big} under {house def}.
{relic def} stammer fra {century}-tallet. | {relic def} er frå {century}-talet.
på museet ligger {relic plural} og {relic plural} side om side. | på museet ligg {relic plural} og {relic plural} side om side.
kongen lot bygge {house big} i {1200-1650}. | kongen lét bygg~ {house big} i {1200-1650}.
svartedauden kom til Norge i 1349. | svartedauden kom til Noreg i 1349.
Grunnloven ble vedtatt på Eidsvoll i 1814. | Grunnlova vart vedteken på Eidsvoll i 1814.
unionen med Sverige ble oppløst i 1905. | unionen med Sverige vart oppløyst i 1905.
kvinner fikk alminnelig stemmerett i 1913. | kvinner fekk allmenn røysterett i 1913.
Harald Hardråde falt ved Stamford Bridge i 1066. | Harald Hardråde fall ved Stamford Bridge i 1066.
brannen la {house def} i aske. | brannen la {house def} i oske.
skipene førte tørrfisk, tømmer og pels ut av landet. | skipa førte tørrfisk, tømmer og pels ut av landet.
{relic big} viser at folk handlet over store avstander. | {relic big} viser at folk handla over store avstandar.
ingen vet hvem som eide {relic def}. | ingen veit kven som åtte {relic def}.
en {trade bare} oppdaget {relic big} da åkeren ble pløyd. | ein {trade bare} oppdaga {relic big} då åkeren vart pløgd.
husmennene hadde plass under de store gårdene. | husmennene hadde plass under dei store gardane.
tusener utvandret til Amerika på 1800-tallet. | tusenvis utvandra til Amerika på 1800-talet.
under krigen ble {house def} brukt som lager. | under krigen vart {house def} brukt som lager.
de eldste kildene er skrevet på latin. | dei eldste kjeldene er skrivne på latin.
`),
  law: terms(`
loven trådte i kraft {1-28}. {month} {1925-2019}. | lova tok til å gjeld~ {1-28}. {month} {1925-2019}.
tingretten avsa dom i {month}. | tingretten sa dom i {month}.
partene var uenige om {ruling def}. | partane var usamde om {ruling def}.
advokaten mente at {ruling def} ikke gjaldt. | advokaten meinte at {ruling def} ikkje galdt.
departementet har {ruling big} til vurdering. | departementet har {ruling big} til vurdering.
den som bryter {ruling def}, kan få bot eller fengsel. | den som bryt {ruling def}, kan få bot eller fengsel.
dommeren leste opp {ruling def} for en stille sal. | dommaren las opp {ruling def} for ein stille sal.
Stortinget behandler {ruling plural} og {ruling plural} før {season}. | Stortinget handsamar {ruling plural} og {ruling plural} før {season}.
saken ble anket til lagmannsretten. | saka vart anka til lagmannsretten.
vitnet husket ikke hva som ble sagt på møtet. | vitnet hugsa ikkje kva som vart sagt på møtet.
naboene kranglet om grensen ved {house def}. | naboane krangla om grensa ved {house def}.
«Loven er klar,» sa dommeren. | «Lova er klår,» sa dommaren.
alle har rett til å uttale seg før saken avgjøres. | alle har rett til å uttal~ seg før saka blir avgjord.
Høyesterett er landets øverste domstol. | Høgsterett er den øvste domstolen i landet.
kjøperen krevde {4-90} tusen kroner i erstatning. | kjøparen krevde {4-90} tusen kroner i skadebot.
hvem har ansvaret når {house} brenner ned? | kven har ansvaret når {house} brenn ned?
fristen for å levere {ruling def} er {2-9} uker. | fristen for å lever~ {ruling def} er {2-9} veker.
tyven fikk betinget fengsel for å ha stjålet {thing}. | tjuven fekk fengsel på vilkår for å ha stole {thing}.
`),
  economy: terms(`
{sum def} steg med {1,1-9,8} prosent i fjor. | {sum def} steig med {1,1-9,8} prosent i fjor.
banken har satt opp renten til {1,5-6,9} prosent. | banken har sett opp renta til {1,5-6,9} prosent.
{firm def} i {town} ansetter {4-90} nye medarbeidere. | {firm def} i {town} tilset {4-90} nye medarbeidarar.
kommunen må kutte {sum plural} og {sum plural}. | kommunen må kutt~ {sum plural} og {sum plural}.
eierne av {firm def} delte ut et stort utbytte. | eigarane av {firm def} delte ut eit stort utbyte.
{firm big} åpner i {town} i {month}. | {firm big} opnar i {town} i {month}.
{sum plural} og {sum plural} spiser opp inntekten. | {sum plural} og {sum plural} et opp inntekta.
eksporten av fisk økte, mens importen falt. | eksporten av fisk auka, medan importen fall.
økonomene venter at {sum plurals} vil øke. | økonomane ventar at {sum plurals} vil auk~.
{=kin} sparer {200-4000} kroner i måneden. | {=kin} sparer {200-4000} kroner i månaden.
{firm plural} konkurrerer om de samme kundene. | {firm plural} konkurrerer om dei same kundane.
prisene på mat og strøm har gått opp. | prisane på mat og straum har gått opp.
bedriften gikk konkurs i {1975-2018}, men ble startet på nytt. | verksemda gjekk konkurs i {1975-2018}, men vart starta på nytt.
har vi råd til {thing big}? | har me råd til {thing big}?
fagforeningen krever at lønnen følger prisene. | fagforeininga krev at løna følgjer prisane.
omsetningen var på {3-900} millioner kroner. | omsetninga var på {3-900} millionar kroner.
arbeidsledigheten sank til {1,2-5,9} prosent. | arbeidsløysa sokk til {1,2-5,9} prosent.
`),
  crafts: terms(`
{=kin} bestilte {thing big} hos en {craftsman bare}. | {=kin} tinga {thing big} hos ein {craftsman bare}.
en {craftsman bare} må lære å være nøyaktig. | ein {craftsman bare} må lær~ å ver~ nøyaktig.
{craftsman plural} og {craftsman plural} delte et lite verksted. | {craftsman plural} og {craftsman plural} delte ein liten verkstad.
på veggen hang {thing}, {thing} og {thing big}. | på veggen hang {thing}, {thing} og {thing big}.
{thing def} er laget av bjørk og lær. | {thing def} er laga av bjørk og lêr.
læretiden varer i {2-5} år. | læretida varer i {2-5} år.
svennene høvlet planker hele formiddagen. | sveinane høvla plankar heile føremiddagen.
slike {thing plural} blir det stadig færre av. | slike {thing plural} blir det stadig færre av.
{thing big} gikk på auksjon for {400-90000} kroner. | {thing big} gjekk på auksjon for {400-90000} kroner.
verktøyet er slitt, men godt vedlikeholdt. | verktyet er slite, men godt halde ved like.
garnet farges med {herb plural} og {herb plural}. | garnet blir farga med {herb plural} og {herb plural}.
hvem kan fortsatt lage {thing plural} for hånd? | kven kan framleis lag~ {thing plural} for hand?
{=kin} arvet {thing} og {thing} etter en onkel. | {=kin} arva {thing} og {thing} etter ein onkel.
tømmeret ble hugget om vinteren og tørket til våren. | tømmeret vart hogge om vinteren og tørka til våren.
hjulet går rundt, og leiren får form. | hjulet går rundt, og leira får form.
`),
  music: terms(`
{music big} ble framført for første gang i {town}. | {music big} vart framført for fyrste gong i {town}.
på programmet stod {music}, {music} og {music big}. | på programmet stod {music}, {music} og {music big}.
dirigenten hevet armene, og {music def} begynte. | dirigenten lyfte armane, og {music def} tok til.
{=kin} øvde på {music} i {2-9} uker. | {=kin} øvde på {music} i {2-9} veker.
{event def} avsluttes med {music big}. | {event def} sluttar med {music big}.
komponisten skrev {music plural} og {music plural} hele livet. | komponisten skreiv {music plural} og {music plural} heile livet.
sangeren glemte teksten, men publikum sang videre. | songaren gløymde teksten, men publikum song vidare.
platen solgte i {3-90} tusen eksemplarer. | plata selde i {3-90} tusen eksemplar.
{ensemble} og {ensemble big} øvde i {house def}. | {ensemble} og {ensemble big} øvde i {house def}.
akustikken i {house def} er svært god. | akustikken i {house def} er svært god.
kan du spille {music} for oss? | kan du spel~ {music} for oss?
billettene til {event def} ble utsolgt på {2-50} minutter. | billettane til {event def} vart utselde på {2-50} minutt.
korpset marsjerte fra {house def} til torget. | korpset marsjerte frå {house def} til torget.
stemmene blandet seg i et langt ekko. | stemmene blanda seg i eit langt ekko.
`),
  reading: terms(`
«Skynd deg, bussen går!» ropte {=kin}. | «Skund deg, bussen går!» ropa {=kin}.
«Hva skal vi gjøre med {thing def}?» spurte {=kin}. | «Kva skal me gjer~ med {thing def}?» spurde {=kin}.
«Det vet jeg ikke,» svarte {=kin} og så bort. | «Det veit eg ikkje,» svara {=kin} og såg bort.
«Har du sett etter {thing def}?» hvisket hun. | «Har du sett etter {thing def}?» kviskra ho.
hun låste døren, satte seg ved vinduet og åpnet brevet. | ho låste døra, sette seg ved vindauget og opna brevet.
i brevet stod det bare tre ord. | i brevet stod det berre tre ord.
den gamle mannen hadde båret på hemmeligheten i {9-50} år. | den gamle mannen hadde bore på løyndomen i {9-50} år.
ute i gangen hørte de skritt. | ute i gangen høyrde dei steg.
han trodde ikke på spøkelser, men han lot lyset stå på. | han trudde ikkje på spøkelse, men han lét lyset stå på.
så ble det stille, og alle ventet. | så vart det stilt, og alle venta.
«En dag kommer jeg tilbake,» lovet han. | «Ein dag kjem eg attende,» lova han.
ingen svarte da {=kin} banket på. | ingen svara då {=kin} banka på.
hun drømte om {terrain big} og {house big}. | ho drøymde om {terrain big} og {house big}.
da morgenen kom, var {thing def} borte. | då morgonen kom, var {thing def} borte.
på bunnen av kofferten lå {thing} og {relic}. | på botnen av kofferten låg {thing} og {relic}.
han lo, men øynene var triste. | han lo, men auga var triste.
«Er det langt igjen?» spurte den minste. | «Er det langt att?» spurde den minste.
boken slutter slik den begynner, med regn mot ruten. | boka sluttar slik ho tek til, med regn mot ruta.
`),
  contest: terms(`
{match def} ble holdt {1-28}. {month} i {town}. | {match def} vart halden {1-28}. {month} i {town}.
{match def} ble avgjort i siste runde. | {match def} vart avgjord i siste runde.
{=kin} meldte seg på {match} i {town}. | {=kin} melde seg på {match} i {town}.
{match big} samlet {40-3000} tilskuere. | {match big} samla {40-3000} tilskodarar.
det norske laget vant {match} med knusende ro. | det norske laget vann {match} med knusande ro.
etter {2-90} minutter var stillingen fortsatt uavgjort. | etter {2-90} minutt var stillinga framleis uavgjord.
juniorene trener hver {weekday} fra klokken {15-19}. | juniorane trenar kvar {weekday} frå klokka {15-19}.
rekorden fra {1950-2010} står fortsatt. | rekorden frå {1950-2010} står framleis.
vinneren fikk pokal, blomster og {200-9000} kroner. | vinnaren fekk pokal, blomar og {200-9000} kroner.
{sporting big} og {sporting big} kom fra {town}. | {sporting big} og {sporting big} kom frå {town}.
dommeren stanset løpet på grunn av {weather}. | dommaren stansa løpet på grunn av {weather}.
hun gikk i mål {2-59} sekunder foran den neste. | ho gjekk i mål {2-59} sekund framfor den neste.
skuddet traff tverrliggeren og gikk ut. | skotet trefte tverrliggjaren og gjekk ut.
laget rykket ned, men supporterne ble værende. | laget rykte ned, men tilhengjarane vart verande.
hvem vinner {match def} i år? | kven vinn {match def} i år?
stafettlaget vekslet dårlig og endte på {4-19}. plass. | stafettlaget veksla dårleg og enda på {4-19}. plass.
`),
  classes: terms(`
{lesson def} varte i {30-90} minutter. | {lesson def} vara i {30-90} minutt.
elevene fikk {lesson} og {lesson} samme dag. | elevane fekk {lesson} og {lesson} same dagen.
{=kin} glemte {lesson bare} i sekken. | {=kin} gløymde {lesson bare} i sekken.
i {lesson def} lærte de om {wild plural} og {herb plural}. | i {lesson def} lærte dei om {wild plural} og {herb plural}.
{lesson plural} og {lesson plural} preger hele {month}. | {lesson plural} og {lesson plural} pregar heile {month}.
studenten leverte oppgaven {2-59} minutter før fristen. | studenten leverte oppgåva {2-59} minutt før fristen.
biblioteket låner ut {thing plural}, ikke bare bøker. | biblioteket låner ut {thing plural}, ikkje berre bøker.
nynorsk og bokmål er likestilte målformer. | nynorsk og bokmål er jamstelte målformer.
rektor delte ut vitnemål {moment}. | rektor delte ut vitnemål {moment}.
klassen skrev stil om {moment}. | klassen skreiv stil om {moment}.
hva betyr dette ordet på norsk? | kva tyder dette ordet på norsk?
de minste øver på å lese høyt for hverandre. | dei minste øver på å les~ høgt for kvarandre.
kurset i {town} er gratis for alle. | kurset i {town} er gratis for alle.
foreleseren tegnet {study} på tavlen. | førelesaren teikna {study} på tavla.
`),
  holiday: terms(`
{event def} i {town} varer i {2-9} dager. | {event def} i {town} varer i {2-9} dagar.
{moment} samles hele familien rundt bordet. | {moment} samlast heile familien rundt bordet.
til {event def} lager {=kin} alltid {dish}. | til {event def} lagar {=kin} alltid {dish}.
det ble servert {dish}, {dish} og kaffe. | det vart servert {dish}, {dish} og kaffi.
søttende mai går barnetoget gjennom gatene. | søttande mai går barnetoget gjennom gatene.
på julaften ringer klokkene klokken fem. | på julaftan ringjer klokkene klokka fem.
bålene brenner langs stranden på sankthansaften. | båla brenn langs stranda på sankthansaftan.
gjestene hadde med {thing} og {dish} i gave. | gjestene hadde med {thing} og {dish} i gåve.
dette var {moment} vi aldri glemmer. | dette var {moment} me aldri gløymer.
{event plurals} og {event plurals} trekker folk til bygda. | {event plurals} og {event plurals} dreg folk til bygda.
langbordet var dekket med hvite duker og {herb plural}. | langbordet var dekt med kvite dukar og {herb plural}.
{=kin} holdt tale og takket for maten. | {=kin} heldt tale og takka for maten.
barna lette etter egg bak {herb plurals}. | borna leita etter egg bak {herb plurals}.
ønsker du mer {dish bare}? | ønskjer du meir {dish bare}?
etter middagen danset de til {music}. | etter middagen dansa dei til {music}.
`),
} as const;
