/**
 * Sentences of everyday prose by topic, in both written standards. A document keeps to one topic;
 * `{=kin}` and other kept slots name the same person or thing throughout. A new topic is one more
 * entry here. Sentences begin with a small letter unless they cannot follow a conjunction.
 */

import { terms } from "./lexicon";

export const everydayTopics = {
  weather: terms(`
{when} var det {weather} over hele {town}. | {when} var det {weather} over heile {town}.
meteorologene melder om {weather} og {weather} til {weekday}. | meteorologane melder om {weather} og {weather} til {weekday}.
temperaturen falt til {2-15} minusgrader i løpet av natten. | temperaturen fall til {2-15} minusgrader i løpet av natta.
{=kin} tok på seg {clothes} og gikk ut for å se på himmelen. | {=kin} tok på seg {clothes} og gjekk ut for å sjå på himmelen.
skyene drev lavt over {place}, og vinden økte. | skyene dreiv lågt over {place}, og vinden auka.
det blåste så kraftig at {folk} måtte holde seg inne. | det bles så kraftig at {folk} måtte hald~ seg inne.
veien var glatt, og bilene kjørte sakte mot {town}. | vegen var glatt, og bilane køyrde sakte mot {town}.
etter uværet lå det greiner og løv over {place}. | etter uvêret låg det greiner og lauv over {place}.
om {season} er lyset mykt, og dagene blir lengre. | om {season} er lyset mjukt, og dagane blir lengre.
«Vi får håpe på {weather} i morgen,» sa {=kin}. | «Me får håp~ på {weather} i morgon,» sa {=kin}.
snøen smeltet fort, og bekkene rant ned mot {place}. | snøen smelta fort, og bekkene rann ned mot {place}.
ingen hadde ventet {weather} allerede i {month}. | ingen hadde venta {weather} alt i {month}.
termometeret på veggen viste {1-28} grader da {folk} våknet. | termometeret på veggen viste {1-28} grader då {folk} vakna.
en regnbue stod over {place} en kort stund. | ein regnboge stod over {place} ei kort stund.
`),
  cooking: terms(`
i dag skal {=kin} lage {food} til middag. | i dag skal {=kin} lag~ {food} til middag.
først hakker du {ingredient} og blander det med {ingredient}. | fyrst hakkar du {ingredient} og blandar det med {ingredient}.
Kok opp {2-9} desiliter vann og tilsett {ingredient}. | Kok opp {2-9} desiliter vatn og ha i {ingredient}.
La det stå og trekke i {5-45} minutter. | Lat det stå og trekk~ i {5-45} minutt.
smaken blir bedre med {ingredient} og litt {ingredient}. | smaken blir betre med {ingredient} og litt {ingredient}.
Bruk en skarp kniv, så går arbeidet lettere. | Bruk ein skarp kniv, så går arbeidet lettare.
{=kin} fant fram {tool} og begynte {slowly}. | {=kin} fann fram {tool} og tok til {slowly}.
{=kin} lærte oppskriften av en gammel dame i {town}. | {=kin} lærte oppskrifta av ei gamal dame i {town}.
kjøkkenet luktet av {ingredient} og nystekt brød. | kjøkenet lukta av {ingredient} og nysteikt brød.
de spiste {food} mens regnet trommet mot ruten. | dei åt {food} medan regnet tromma mot ruta.
til dessert ble det {food} med {ingredient}. | til dessert vart det {food} med {ingredient}.
{food} smaker best {when}, mener {=kin}. | {food} smakar best {when}, meiner {=kin}.
hvis deigen er for tørr, kan du ha i mer {ingredient}. | dersom deigen er for tørr, kan du ha i meir {ingredient}.
oppvasken tok lang tid, men {folk} hjalp til. | oppvasken tok lang tid, men {folk} hjelpte til.
gryten må stå på svak varme til kjøttet er mørt. | gryta må stå på svak varme til kjøtet er mørt.
hver {weekday} spiser familien {food}. | kvar {weekday} et familien {food}.
`),
  football: terms(`
kampen i {town} endte {0-5}–{0-4} etter en jevn andre omgang. | kampen i {town} enda {0-5}–{0-4} etter ein jamn andre omgang.
hjemmelaget scoret etter {2-89} minutter, og publikum jublet. | heimelaget skåra etter {2-89} minutt, og publikum jubla.
treneren var {feeling} etter kampen. | trenaren var {feeling} etter kampen.
spissen fikk ballen, snudde seg rundt og skjøt i stolpen. | spissen fekk ballen, snudde seg rundt og skaut i stonga.
keeperen reddet et straffespark og ble kveldens helt. | keeperen berga eit straffespark og vart helten for kvelden.
{=kin} har fulgt laget siden {1960-2015}. | {=kin} har følgt laget sidan {1960-2015}.
neste {weekday} møter de et lag fra {town}. | neste {weekday} møter dei eit lag frå {town}.
banen var våt etter {weather}, og mange skled. | banen var våt etter {weather}, og mange sklei.
dommeren blåste i fløyten og viste det gule kortet. | dommaren bles i fløyta og viste det gule kortet.
{folk} sang hele veien hjem fra kampen. | {folk} song heile vegen heim frå kampen.
laget trener {sport} og styrke to ganger i uken. | laget trenar {sport} og styrke to gonger i veka.
etter pausen kom gjestene sterkere tilbake. | etter pausen kom gjestene sterkare tilbake.
forsvaret sov, og plutselig stod det uavgjort. | forsvaret sov, og brått stod det uavgjort.
{=kin} begynte med {sport} i en alder av {5-16}. | {=kin} tok til med {sport} i ein alder av {5-16}.
seieren betyr at klubben rykker opp til {season}. | sigeren betyr at klubben rykkjer opp til {season}.
`),
  municipality: terms(`
kommunestyret i {town} vedtok å bygge {project}. | kommunestyret i {town} vedtok å bygg~ {project}.
saken ble utsatt fordi flere spørsmål stod igjen. | saka vart utsett fordi fleire spørsmål stod att.
ordføreren sier at {project} vil koste {12-480} millioner kroner. | ordføraren seier at {project} vil kost~ {12-480} millionar kroner.
{folk} mener at forslaget er {opinion}. | {folk} meiner at framlegget er {opinion}.
på folkemøtet {weekday} var salen full. | på folkemøtet {weekday} var salen full.
rådmannen foreslo å stenge {place} for å spare penger. | rådmannen føreslo å steng~ {place} for å spar~ pengar.
det kom inn {14-320} høringssvar før fristen i {month}. | det kom inn {14-320} fråsegner før fristen i {month}.
arbeidet med {project} starter i {month}. | arbeidet med {project} startar i {month}.
opposisjonen vil heller ha {project} i {town}. | opposisjonen vil heller ha {project} i {town}.
«Dette er {opinion},» sa {=kin} fra talerstolen. | «Dette er {opinion},» sa {=kin} frå talarstolen.
skatten holdes uendret også neste år. | skatten blir halden uendra òg neste år.
avstemningen endte med knapt flertall for {project}. | avrøystinga enda med knapt fleirtal for {project}.
en egen gruppe skal vurdere om {project} er {opinion}. | ei eiga gruppe skal vurder~ om {project} er {opinion}.
bussrutene til {place} blir færre fra {season}. | bussrutene til {place} blir færre frå {season}.
`),
  travel: terms(`
{=kin} reiste med {vehicle} til {town} {when}. | {=kin} reiste med {vehicle} til {town} {when}.
turen fra {town} til {town} tok {2-14} timer. | turen frå {town} til {town} tok {2-14} timar.
billetten kostet {89-1400} kroner og var kjøpt på nettet. | billetten kosta {89-1400} kroner og var kjøpt på nettet.
alle tok bilder av utsikten mot {place}. | alle tok bilete av utsikta mot {place}.
reisen var {quality}, syntes {=kin}. | turen var {quality}, tykte {=kin}.
de pakket {clothes}, {object} og en pose {ingredient}. | dei pakka {clothes}, {object} og ein pose {ingredient}.
på stasjonen ventet {folk} i en lang kø. | på stasjonen venta {folk} i ein lang kø.
hotellet lå rett ved {place}, med en liten hage bak. | hotellet låg rett ved {place}, med ein liten hage bak.
først {weekday} kom de fram, slitne og fornøyde. | fyrst {weekday} kom dei fram, slitne og nøgde.
vi leide bil og fulgte kysten nordover. | me leigde bil og følgde kysten nordover.
i {town} spiste vi {food} på en liten kafé. | i {town} åt me {food} på ein liten kafé.
kartet viste en sti over {place}, men den var borte. | kartet viste ein sti over {place}, men han var borte.
hva skal man se i {town} om {season}? | kva skal ein sjå i {town} om {season}?
museet forteller om livet ved kysten i gamle dager. | museet fortel om livet ved kysten i gamle dagar.
på vei hjem sovnet {=kin} i setet. | på veg heim sovna {=kin} i setet.
den siste avgangen gikk klokken {19-23}. | den siste avgangen gjekk klokka {19-23}.
`),
  farming: terms(`
på gården har de {4-180} sauer og noen høner. | på garden har dei {4-180} sauer og nokre høner.
{=kin} står opp klokken {4-6} for å melke kyrne. | {=kin} står opp klokka {4-6} for å mjølk~ kyrne.
om {season} slippes dyrene ut på beite. | om {season} slepp dei dyra ut på beite.
åkeren ble pløyd {when}, og nå vokser {plant} der. | åkeren vart pløgd {when}, og no veks {plant} der.
det regnet så mye at høyet ble liggende vått. | det regna så mykje at høyet vart liggjande vått.
traktoren stoppet midt på jordet og ville ikke starte. | traktoren stoppa midt på jordet og ville ikkje start~.
{=kin} solgte {plant} på torget i {town}. | {=kin} selde {plant} på torget i {town}.
{animal} hadde kommet seg gjennom gjerdet. | {animal} hadde kome seg gjennom gjerdet.
lammene blir født i {month}, ofte midt på natten. | lamma blir fødde i {month}, ofte midt på natta.
prisen på korn har steget siden {month}. | prisen på korn har stige sidan {month}.
gjerdet må rettes opp før {season}. | gjerdet må rettast opp før {season}.
de samlet inn sauene fra {place} før snøen kom. | dei samla inn sauene frå {place} før snøen kom.
{folk} hjalp til med å ta opp {plant}. | {folk} hjelpte til med å ta opp {plant}.
låven brant i {1950-1999}, men ble bygd opp igjen. | låven brann i {1950-1999}, men vart bygd opp att.
jorda er god her, derfor dyrker mange {plant}. | jorda er god her, difor dyrkar mange {plant}.
`),
  sea: terms(`
båten gikk ut fra {town} {when} for å fiske {fish}. | båten gjekk ut frå {town} {when} for å fisk~ {fish}.
{=kin} dro opp garnet og fant {2-60} {fish}. | {=kin} drog opp garnet og fann {2-60} {fish}.
havet lå stille, og måkene skrek over {place}. | havet låg stille, og måsane skreik over {place}.
bølgene slo inn over dekket da {weather} kom. | bølgjene slo inn over dekket då {weather} kom.
fyret har vist vei siden {1820-1935}. | fyret har vist veg sidan {1820-1935}.
på kaia solgte de fersk {fish} rett fra båten. | på kaia selde dei fersk {fish} rett frå båten.
skipperen kastet anker utenfor {place}. | skipparen kasta anker utanfor {place}.
{animal} stod på svaberget og så ut mot {place}. | {animal} stod på svaberget og såg ut mot {place}.
fangsten var god, men prisen var lav. | fangsten var god, men prisen var låg.
ungene hoppet fra brygga og badet til det ble mørkt. | ungane hoppa frå brygga og bada til det vart mørkt.
redningsskøyta hentet to mann nær {town}. | redningsskøyta henta to mann nær {town}.
motoren stanset, så {=kin} måtte ro hjem. | motoren stansa, så {=kin} måtte ro heim.
tidevannet kommer fort inn over sanden. | tidvatnet kjem fort inn over sanden.
i naustet hang {object}, {object} og gamle årer. | i naustet hang {object}, {object} og gamle årar.
de kokte {fish} i sjøvann og spiste ute. | dei kokte {fish} i sjøvatn og åt ute.
`),
  school: terms(`
{when} hadde klassen prøve i {subject}. | {when} hadde klassen prøve i {subject}.
læreren skrev på tavlen og forklarte {subject} en gang til. | læraren skreiv på tavla og forklarte {subject} ein gong til.
det var {12-31} elever i klassen, og alle satt stille. | det var {12-31} elevar i klassen, og alle sat stille.
i friminuttet spilte {folk} {sport}. | i friminuttet spela {folk} {sport}.
{=kin} liker {subject} bedre enn {subject}. | {=kin} likar {subject} betre enn {subject}.
skolen i {town} fikk nye bøker til {subject}. | skulen i {town} fekk nye bøker til {subject}.
oppgaven var vanskelig, men {folk} løste den sammen. | oppgåva var vanskeleg, men {folk} løyste henne saman.
hvorfor må vi lære {subject}, spurte en av elevene. | kvifor må me lær~ {subject}, spurde ein av elevane.
klassen dro på tur til {place} med {food} i sekken. | klassen drog på tur til {place} med {food} i sekken.
på foreldremøtet snakket de om lekser og mobilbruk. | på foreldremøtet snakka dei om lekser og mobilbruk.
{=kin} drømmer om å bli {job}. | {=kin} drøymer om å bli {job}.
hver elev fikk låne {book} fra biblioteket. | kvar elev fekk lån~ {book} frå biblioteket.
karakterene kommer i {month}, og mange er spente. | karakterane kjem i {month}, og mange er spente.
etter timen ryddet de bort {object} og {object}. | etter timen rydda dei bort {object} og {object}.
`),
  home: terms(`
{=kin} kjøpte {object} og {object} på loppemarked. | {=kin} kjøpte {object} og {object} på loppemarknad.
huset ble malt {color} i {month}, og nå ser det nytt ut. | huset vart måla {color} i {month}, og no ser det nytt ut.
taket lekker hver gang det kommer {weather}. | taket lek kvar gong det kjem {weather}.
i stuen står {object} ved siden av {object}. | i stova står {object} ved sida av {object}.
de har bodd i {town} i {2-50} år. | dei har budd i {town} i {2-50} år.
{=kin} fant fram {tool} og {tool} fra boden. | {=kin} fann fram {tool} og {tool} frå boda.
naboen klaget på bråket fra {place}. | naboen klaga på bråket frå {place}.
strømmen gikk {when}, og hele gata lå mørk. | straumen gjekk {when}, og heile gata låg mørk.
om kvelden leser {=kin} og drikker te. | om kvelden les {=kin} og drikk te.
gulvet måtte vaskes to ganger før gjestene kom. | golvet måtte vaskast to gonger før gjestene kom.
ingen visste hvem som hadde åpnet døren. | ingen visste kven som hadde opna døra.
på kjøkkenbordet lå {clothes}, {object} og {book}. | på kjøkenbordet låg {clothes}, {object} og {book}.
husleien er {4-19} tusen kroner i måneden. | husleiga er {4-19} tusen kroner i månaden.
vi flytter til {town} når {season} er over. | me flyttar til {town} når {season} er over.
katten sov i vinduskarmen hele dagen. | katten sov i vindaugskarmen heile dagen.
`),
  garden: terms(`
{=kin} plantet {plant} i hagen {when}. | {=kin} planta {plant} i hagen {when}.
i år kom {plant} tidligere enn vanlig. | i år kom {plant} tidlegare enn vanleg.
jorda må vannes, ellers tørker {plant}. | jorda må vatnast, elles tørkar {plant}.
bak huset vokser {plant}, {plant} og {plant}. | bak huset veks {plant}, {plant} og {plant}.
{animal} satt under buskene og så seg rundt. | {animal} sat under buskene og såg seg rundt.
fuglene spiste de fleste bærene. | fuglane åt dei fleste bæra.
{=kin} klippet plenen og rakte sammen løvet. | {=kin} klipte plenen og raka saman lauvet.
snegler er en plage for alle som dyrker {plant}. | sniglar er ei plage for alle som dyrkar {plant}.
drivhuset ble satt opp med {tool} og mye tålmodighet. | drivhuset vart sett opp med {tool} og mykje tolmod.
naboen byttet {plant} mot {plant}. | naboen bytte {plant} mot {plant}.
i {month} er det for kaldt til å så. | i {month} er det for kaldt til å så.
humlene surret rundt {plant} hele ettermiddagen. | humlene surra rundt {plant} heile ettermiddagen.
`),
  culture: terms(`
{when} var det konsert på {place} i {town}. | {when} var det konsert på {place} i {town}.
{=kin} spiller {instrument} og synger i kor. | {=kin} spelar {instrument} og syng i kor.
salen var full da forestillingen begynte klokken {17-20}. | salen var full då framsyninga tok til klokka {17-20}.
forfatteren leste fra boken sin for {folk}. | forfattaren las frå boka si for {folk}.
filmen handler om en {job} som flytter til {town}. | filmen handlar om ein {job} som flyttar til {town}.
publikum klappet lenge etter den siste sangen. | publikum klappa lenge etter den siste songen.
utstillingen viser {object} og {object} fra {1700-1950}. | utstillinga viser {object} og {object} frå {1700-1950}.
koret øver hver {weekday} på {place}. | koret øver kvar {weekday} på {place}.
{=kin} kjøpte billett for {90-650} kroner. | {=kin} kjøpte billett for {90-650} kroner.
bandet blandet {instrument} med {instrument}, og mange danset. | bandet blanda {instrument} med {instrument}, og mange dansa.
festivalen i {town} trakk {800-30000} besøkende. | festivalen i {town} drog {800-30000} gjester.
etter pausen spilte de en rolig vise. | etter pausen spela dei ei roleg vise.
maleriet var {color} og {color} med tynne streker. | målarstykket var {color} og {color} med tynne strekar.
`),
  hiking: terms(`
{folk} gikk til {place} {when}. | {folk} gjekk til {place} {when}.
stien var {quality} og merket med røde prikker. | stien var {quality} og merkt med raude prikkar.
de tok en pause, spiste {food} og drakk kaffe. | dei tok ein pause, åt {food} og drakk kaffi.
på toppen blåste det, så {=kin} tok på {clothes}. | på toppen bles det, så {=kin} tok på {clothes}.
{animal} stod helt stille mellom trærne. | {animal} stod heilt stille mellom trea.
høyden er {240-2400} meter over havet. | høgda er {240-2400} meter over havet.
før turen sjekket {=kin} kart og kompass. | før turen sjekka {=kin} kart og kompass.
de overnattet i telt ved {place}. | dei overnatta i telt ved {place}.
myra var bløt, og skoene ble våte. | myra var blaut, og skorne vart våte.
turen er {3-24} kilometer og passer for {folk}. | turen er {3-24} kilometer og passar for {folk}.
nedover gikk det raskere enn {=kin} hadde trodd. | nedover gjekk det raskare enn {=kin} hadde trudd.
Husk {clothes}, {clothes} og nok vann. | Hugs {clothes}, {clothes} og nok vatn.
da tåken lettet, så de helt til {town}. | då skodda letta, såg dei heilt til {town}.
`),
  work: terms(`
{=kin} arbeider som {job} i {town}. | {=kin} arbeider som {job} i {town}.
bedriften ble startet i {1920-2018} og har {3-240} ansatte. | bedrifta vart starta i {1920-2018} og har {3-240} tilsette.
møtet varte i {1-5} timer uten at noen ble enige. | møtet vara i {1-5} timar utan at nokon vart samde.
fabrikken lager møbler, vinduer og {clothes}. | fabrikken lagar møblar, vindauge og {clothes}.
{folk} krever høyere lønn fra {month}. | {folk} krev høgre løn frå {month}.
sjefen var {feeling} da tallene kom. | sjefen var {feeling} då tala kom.
en kollega sluttet for å bli {job}. | ein kollega slutta for å bli {job}.
verkstedet reparerer både klokker, radioer og sykler. | verkstaden reparerer både klokker, radioar og syklar.
arbeidsdagen starter klokken {6-9} og slutter tidlig. | arbeidsdagen startar klokka {6-9} og sluttar tidleg.
hver {weekday} spiser alle lunsj sammen. | kvar {weekday} et alle lunsj saman.
butikken selger {clothes}, {food} og {ingredient}. | butikken sel {clothes}, {food} og {ingredient}.
{=kin} søkte jobb som {job}, men fikk nei. | {=kin} søkte jobb som {job}, men fekk nei.
varene kommer med {vehicle} fra {town}. | varene kjem med {vehicle} frå {town}.
`),
} as const;

/** Sentences that fit anywhere and tie the others together. */
export const generalLinks = terms(`
{=kin} var {feeling} etterpå. | {=kin} var {feeling} etterpå.
{=kin} reiste seg {slowly} og gikk mot {place}. | {=kin} reiste seg {slowly} og gjekk mot {place}.
Slik har det vært i mange år. | Slik har det vore i mange år.
Det hendte {often} at noen kom for sent. | Det hende {often} at nokon kom for seint.
Likevel var det {opinion}, syntes {=kin}. | Likevel var det {opinion}, tykte {=kin}.
«Jeg gleder meg til {season},» sa {=kin}. | «Eg gler meg til {season},» sa {=kin}.
Da klokken ble {6-12}, gikk de fleste hjem. | Då klokka vart {6-12}, gjekk dei fleste heim.
Hvordan det går videre, vet ingen ennå. | Korleis det går vidare, veit ingen enno.
Bare {=kin} var igjen da lyset ble slukket. | Berre {=kin} var att då lyset vart sløkt.
Senere samme dag kom {folk} forbi. | Seinare same dagen kom {folk} forbi.
Alle snakket om {weather} og {season}. | Alle snakka om {weather} og {season}.
Men {=kin} hadde glemt {object} hjemme. | Men {=kin} hadde gløymt {object} heime.
Mange synes at dette er {opinion}. | Mange synest at dette er {opinion}.
Hver gang lo {=kin} og ristet på hodet. | Kvar gong lo {=kin} og rista på hovudet.
Dette var noe {folk} ikke hadde sett før. | Dette var noko {folk} ikkje hadde sett før.
Nå er alt annerledes enn for {5-60} år siden. | No er alt annleis enn for {5-60} år sidan.
`);
