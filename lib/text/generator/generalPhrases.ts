/**
 * Sentences of everyday prose by topic, in both written standards. A document keeps to one topic;
 * `{=kin}` and other kept slots name the same person or thing throughout. A new topic is one more
 * entry here.
 */

import { terms } from "./lexicon";

export const generalTopics = {
  weather: terms(`
{when} var det {weather} over hele {town}. | {when} var det {weather} over heile {town}.
Meteorologene melder om {weather} og {weather} til {weekday}. | Meteorologane melder om {weather} og {weather} til {weekday}.
Temperaturen falt til {2-15} minusgrader i løpet av natten. | Temperaturen fall til {2-15} minusgrader i løpet av natta.
{=kin} tok på seg {clothes} og gikk ut for å se på himmelen. | {=kin} tok på seg {clothes} og gjekk ut for å sjå på himmelen.
Skyene drev lavt over {place}, og vinden økte. | Skyene dreiv lågt over {place}, og vinden auka.
Det blåste så kraftig at {folk} måtte holde seg inne. | Det bles så kraftig at {folk} måtte hald~ seg inne.
Veien var glatt, og bilene kjørte sakte mot {town}. | Vegen var glatt, og bilane køyrde sakte mot {town}.
Etter uværet lå det greiner og løv over {place}. | Etter uvêret låg det greiner og lauv over {place}.
Om {season} er lyset mykt, og dagene blir lengre. | Om {season} er lyset mjukt, og dagane blir lengre.
«Vi får håpe på {weather} i morgen,» sa {=kin}. | «Me får håp~ på {weather} i morgon,» sa {=kin}.
Snøen smeltet fort, og bekkene rant ned mot {place}. | Snøen smelta fort, og bekkene rann ned mot {place}.
Ingen hadde ventet {weather} allerede i {month}. | Ingen hadde venta {weather} alt i {month}.
Termometeret på veggen viste {1-28} grader da {folk} våknet. | Termometeret på veggen viste {1-28} grader då {folk} vakna.
En regnbue stod over {place} en kort stund. | Ein regnboge stod over {place} ei kort stund.
`),
  cooking: terms(`
I dag skal {=kin} lage {food} til middag. | I dag skal {=kin} lag~ {food} til middag.
Først hakker du {ingredient} og blander det med {ingredient}. | Fyrst hakkar du {ingredient} og blandar det med {ingredient}.
Kok opp {2-9} desiliter vann og tilsett {ingredient}. | Kok opp {2-9} desiliter vatn og ha i {ingredient}.
La det stå og trekke i {5-45} minutter. | Lat det stå og trekk~ i {5-45} minutt.
Smaken blir bedre med {ingredient} og litt {ingredient}. | Smaken blir betre med {ingredient} og litt {ingredient}.
Bruk en skarp kniv, så går arbeidet lettere. | Bruk ein skarp kniv, så går arbeidet lettare.
{=kin} fant fram {tool} og begynte {slowly}. | {=kin} fann fram {tool} og tok til {slowly}.
{=kin} lærte oppskriften av en gammel dame i {town}. | {=kin} lærte oppskrifta av ei gamal dame i {town}.
Kjøkkenet luktet av {ingredient} og nystekt brød. | Kjøkenet lukta av {ingredient} og nysteikt brød.
De spiste {food} mens regnet trommet mot ruten. | Dei åt {food} medan regnet tromma mot ruta.
Til dessert ble det {food} med {ingredient}. | Til dessert vart det {food} med {ingredient}.
{food} smaker best {when}, mener {=kin}. | {food} smakar best {when}, meiner {=kin}.
Hvis deigen er for tørr, kan du ha i mer {ingredient}. | Dersom deigen er for tørr, kan du ha i meir {ingredient}.
Oppvasken tok lang tid, men {folk} hjalp til. | Oppvasken tok lang tid, men {folk} hjelpte til.
Gryten må stå på svak varme til kjøttet er mørt. | Gryta må stå på svak varme til kjøtet er mørt.
Hver {weekday} spiser familien {food}. | Kvar {weekday} et familien {food}.
`),
  football: terms(`
Kampen i {town} endte {0-5}–{0-4} etter en jevn andre omgang. | Kampen i {town} enda {0-5}–{0-4} etter ein jamn andre omgang.
Hjemmelaget scoret etter {2-89} minutter, og publikum jublet. | Heimelaget skåra etter {2-89} minutt, og publikum jubla.
Treneren var {feeling} etter kampen. | Trenaren var {feeling} etter kampen.
Spissen fikk ballen, snudde seg rundt og skjøt i stolpen. | Spissen fekk ballen, snudde seg rundt og skaut i stonga.
Keeperen reddet et straffespark og ble kveldens helt. | Keeperen berga eit straffespark og vart helten for kvelden.
{=kin} har fulgt laget siden {1960-2015}. | {=kin} har følgt laget sidan {1960-2015}.
Neste {weekday} møter de et lag fra {town}. | Neste {weekday} møter dei eit lag frå {town}.
Banen var våt etter {weather}, og mange skled. | Banen var våt etter {weather}, og mange sklei.
Dommeren blåste i fløyten og viste det gule kortet. | Dommaren bles i fløyta og viste det gule kortet.
{folk} sang hele veien hjem fra kampen. | {folk} song heile vegen heim frå kampen.
Laget trener {sport} og styrke to ganger i uken. | Laget trenar {sport} og styrke to gonger i veka.
Etter pausen kom gjestene sterkere tilbake. | Etter pausen kom gjestene sterkare tilbake.
Forsvaret sov, og plutselig stod det uavgjort. | Forsvaret sov, og brått stod det uavgjort.
{=kin} begynte med {sport} i en alder av {5-16}. | {=kin} tok til med {sport} i ein alder av {5-16}.
Seieren betyr at klubben rykker opp til {season}. | Sigeren betyr at klubben rykkjer opp til {season}.
`),
  municipality: terms(`
Kommunestyret i {town} vedtok å bygge {project}. | Kommunestyret i {town} vedtok å bygg~ {project}.
Saken ble utsatt fordi flere spørsmål stod igjen. | Saka vart utsett fordi fleire spørsmål stod att.
Ordføreren sier at {project} vil koste {12-480} millioner kroner. | Ordføraren seier at {project} vil kost~ {12-480} millionar kroner.
{folk} mener at forslaget er {opinion}. | {folk} meiner at framlegget er {opinion}.
På folkemøtet {weekday} var salen full. | På folkemøtet {weekday} var salen full.
Rådmannen foreslo å stenge {place} for å spare penger. | Rådmannen føreslo å steng~ {place} for å spar~ pengar.
Det kom inn {14-320} høringssvar før fristen i {month}. | Det kom inn {14-320} fråsegner før fristen i {month}.
Arbeidet med {project} starter i {month}. | Arbeidet med {project} startar i {month}.
Opposisjonen vil heller ha {project} i {town}. | Opposisjonen vil heller ha {project} i {town}.
«Dette er {opinion},» sa {=kin} fra talerstolen. | «Dette er {opinion},» sa {=kin} frå talarstolen.
Skatten holdes uendret også neste år. | Skatten blir halden uendra òg neste år.
Avstemningen endte med knapt flertall for {project}. | Avrøystinga enda med knapt fleirtal for {project}.
En egen gruppe skal vurdere om {project} er {opinion}. | Ei eiga gruppe skal vurder~ om {project} er {opinion}.
Bussrutene til {place} blir færre fra {season}. | Bussrutene til {place} blir færre frå {season}.
`),
  travel: terms(`
{=kin} reiste med {vehicle} til {town} {when}. | {=kin} reiste med {vehicle} til {town} {when}.
Turen fra {town} til {town} tok {2-14} timer. | Turen frå {town} til {town} tok {2-14} timar.
Billetten kostet {89-1400} kroner og var kjøpt på nettet. | Billetten kosta {89-1400} kroner og var kjøpt på nettet.
Alle tok bilder av utsikten mot {place}. | Alle tok bilete av utsikta mot {place}.
Reisen var {quality}, syntes {=kin}. | Turen var {quality}, tykte {=kin}.
De pakket {clothes}, {object} og en pose {ingredient}. | Dei pakka {clothes}, {object} og ein pose {ingredient}.
På stasjonen ventet {folk} i en lang kø. | På stasjonen venta {folk} i ein lang kø.
Hotellet lå rett ved {place}, med en liten hage bak. | Hotellet låg rett ved {place}, med ein liten hage bak.
Først {weekday} kom de fram, slitne og fornøyde. | Fyrst {weekday} kom dei fram, slitne og nøgde.
Vi leide bil og fulgte kysten nordover. | Me leigde bil og følgde kysten nordover.
I {town} spiste vi {food} på en liten kafé. | I {town} åt me {food} på ein liten kafé.
Kartet viste en sti over {place}, men den var borte. | Kartet viste ein sti over {place}, men han var borte.
Hva skal man se i {town} om {season}? | Kva skal ein sjå i {town} om {season}?
Museet forteller om livet ved kysten i gamle dager. | Museet fortel om livet ved kysten i gamle dagar.
På vei hjem sovnet {=kin} i setet. | På veg heim sovna {=kin} i setet.
Den siste avgangen gikk klokken {19-23}. | Den siste avgangen gjekk klokka {19-23}.
`),
  farming: terms(`
På gården har de {4-180} sauer og noen høner. | På garden har dei {4-180} sauer og nokre høner.
{=kin} står opp klokken {4-6} for å melke kyrne. | {=kin} står opp klokka {4-6} for å mjølk~ kyrne.
Om {season} slippes dyrene ut på beite. | Om {season} slepp dei dyra ut på beite.
Åkeren ble pløyd {when}, og nå vokser {plant} der. | Åkeren vart pløgd {when}, og no veks {plant} der.
Det regnet så mye at høyet ble liggende vått. | Det regna så mykje at høyet vart liggjande vått.
Traktoren stoppet midt på jordet og ville ikke starte. | Traktoren stoppa midt på jordet og ville ikkje start~.
{=kin} solgte {plant} på torget i {town}. | {=kin} selde {plant} på torget i {town}.
{animal} hadde kommet seg gjennom gjerdet. | {animal} hadde kome seg gjennom gjerdet.
Lammene blir født i {month}, ofte midt på natten. | Lamma blir fødde i {month}, ofte midt på natta.
Prisen på korn har steget siden {month}. | Prisen på korn har stige sidan {month}.
Gjerdet må rettes opp før {season}. | Gjerdet må rettast opp før {season}.
De samlet inn sauene fra {place} før snøen kom. | Dei samla inn sauene frå {place} før snøen kom.
{folk} hjalp til med å ta opp {plant}. | {folk} hjelpte til med å ta opp {plant}.
Låven brant i {1950-1999}, men ble bygd opp igjen. | Låven brann i {1950-1999}, men vart bygd opp att.
Jorda er god her, derfor dyrker mange {plant}. | Jorda er god her, difor dyrkar mange {plant}.
`),
  sea: terms(`
Båten gikk ut fra {town} {when} for å fiske {fish}. | Båten gjekk ut frå {town} {when} for å fisk~ {fish}.
{=kin} dro opp garnet og fant {2-60} {fish}. | {=kin} drog opp garnet og fann {2-60} {fish}.
Havet lå stille, og måkene skrek over {place}. | Havet låg stille, og måsane skreik over {place}.
Bølgene slo inn over dekket da {weather} kom. | Bølgjene slo inn over dekket då {weather} kom.
Fyret har vist vei siden {1820-1935}. | Fyret har vist veg sidan {1820-1935}.
På kaia solgte de fersk {fish} rett fra båten. | På kaia selde dei fersk {fish} rett frå båten.
Skipperen kastet anker utenfor {place}. | Skipparen kasta anker utanfor {place}.
{animal} stod på svaberget og så ut mot {place}. | {animal} stod på svaberget og såg ut mot {place}.
Fangsten var god, men prisen var lav. | Fangsten var god, men prisen var låg.
Ungene hoppet fra brygga og badet til det ble mørkt. | Ungane hoppa frå brygga og bada til det vart mørkt.
Redningsskøyta hentet to mann nær {town}. | Redningsskøyta henta to mann nær {town}.
Motoren stanset, så {=kin} måtte ro hjem. | Motoren stansa, så {=kin} måtte ro heim.
Tidevannet kommer fort inn over sanden. | Tidvatnet kjem fort inn over sanden.
I naustet hang {object}, {object} og gamle årer. | I naustet hang {object}, {object} og gamle årar.
De kokte {fish} i sjøvann og spiste ute. | Dei kokte {fish} i sjøvatn og åt ute.
`),
  school: terms(`
{when} hadde klassen prøve i {subject}. | {when} hadde klassen prøve i {subject}.
Læreren skrev på tavlen og forklarte {subject} en gang til. | Læraren skreiv på tavla og forklarte {subject} ein gong til.
Det var {12-31} elever i klassen, og alle satt stille. | Det var {12-31} elevar i klassen, og alle sat stille.
I friminuttet spilte {folk} {sport}. | I friminuttet spela {folk} {sport}.
{=kin} liker {subject} bedre enn {subject}. | {=kin} likar {subject} betre enn {subject}.
Skolen i {town} fikk nye bøker til {subject}. | Skulen i {town} fekk nye bøker til {subject}.
Oppgaven var vanskelig, men {folk} løste den sammen. | Oppgåva var vanskeleg, men {folk} løyste henne saman.
Hvorfor må vi lære {subject}, spurte en av elevene. | Kvifor må me lær~ {subject}, spurde ein av elevane.
Klassen dro på tur til {place} med {food} i sekken. | Klassen drog på tur til {place} med {food} i sekken.
På foreldremøtet snakket de om lekser og mobilbruk. | På foreldremøtet snakka dei om lekser og mobilbruk.
{=kin} drømmer om å bli {job}. | {=kin} drøymer om å bli {job}.
Hver elev fikk låne {book} fra biblioteket. | Kvar elev fekk lån~ {book} frå biblioteket.
Karakterene kommer i {month}, og mange er spente. | Karakterane kjem i {month}, og mange er spente.
Etter timen ryddet de bort {object} og {object}. | Etter timen rydda dei bort {object} og {object}.
`),
  home: terms(`
{=kin} kjøpte {object} og {object} på loppemarked. | {=kin} kjøpte {object} og {object} på loppemarknad.
Huset ble malt {color} i {month}, og nå ser det nytt ut. | Huset vart måla {color} i {month}, og no ser det nytt ut.
Taket lekker hver gang det kommer {weather}. | Taket lek kvar gong det kjem {weather}.
I stuen står {object} ved siden av {object}. | I stova står {object} ved sida av {object}.
De har bodd i {town} i {2-50} år. | Dei har budd i {town} i {2-50} år.
{=kin} fant fram {tool} og {tool} fra boden. | {=kin} fann fram {tool} og {tool} frå boda.
Naboen klaget på bråket fra {place}. | Naboen klaga på bråket frå {place}.
Strømmen gikk {when}, og hele gata lå mørk. | Straumen gjekk {when}, og heile gata låg mørk.
Om kvelden leser {=kin} og drikker te. | Om kvelden les {=kin} og drikk te.
Gulvet måtte vaskes to ganger før gjestene kom. | Golvet måtte vaskast to gonger før gjestene kom.
Ingen visste hvem som hadde åpnet døren. | Ingen visste kven som hadde opna døra.
På kjøkkenbordet lå {clothes}, {object} og {book}. | På kjøkenbordet låg {clothes}, {object} og {book}.
Husleien er {4-19} tusen kroner i måneden. | Husleiga er {4-19} tusen kroner i månaden.
Vi flytter til {town} når {season} er over. | Me flyttar til {town} når {season} er over.
Katten sov i vinduskarmen hele dagen. | Katten sov i vindaugskarmen heile dagen.
`),
  garden: terms(`
{=kin} plantet {plant} i hagen {when}. | {=kin} planta {plant} i hagen {when}.
I år kom {plant} tidligere enn vanlig. | I år kom {plant} tidlegare enn vanleg.
Jorda må vannes, ellers tørker {plant}. | Jorda må vatnast, elles tørkar {plant}.
Bak huset vokser {plant}, {plant} og {plant}. | Bak huset veks {plant}, {plant} og {plant}.
{animal} satt under buskene og så seg rundt. | {animal} sat under buskene og såg seg rundt.
Fuglene spiste de fleste bærene. | Fuglane åt dei fleste bæra.
{=kin} klippet plenen og rakte sammen løvet. | {=kin} klipte plenen og raka saman lauvet.
Snegler er en plage for alle som dyrker {plant}. | Sniglar er ei plage for alle som dyrkar {plant}.
Drivhuset ble satt opp med {tool} og mye tålmodighet. | Drivhuset vart sett opp med {tool} og mykje tolmod.
Naboen byttet {plant} mot {plant}. | Naboen bytte {plant} mot {plant}.
I {month} er det for kaldt til å så. | I {month} er det for kaldt til å så.
Humlene surret rundt {plant} hele ettermiddagen. | Humlene surra rundt {plant} heile ettermiddagen.
`),
  culture: terms(`
{when} var det konsert på {place} i {town}. | {when} var det konsert på {place} i {town}.
{=kin} spiller {instrument} og synger i kor. | {=kin} spelar {instrument} og syng i kor.
Salen var full da forestillingen begynte klokken {17-20}. | Salen var full då framsyninga tok til klokka {17-20}.
Forfatteren leste fra boken sin for {folk}. | Forfattaren las frå boka si for {folk}.
Filmen handler om en {job} som flytter til {town}. | Filmen handlar om ein {job} som flyttar til {town}.
Publikum klappet lenge etter den siste sangen. | Publikum klappa lenge etter den siste songen.
Utstillingen viser {object} og {object} fra {1700-1950}. | Utstillinga viser {object} og {object} frå {1700-1950}.
Koret øver hver {weekday} på {place}. | Koret øver kvar {weekday} på {place}.
{=kin} kjøpte billett for {90-650} kroner. | {=kin} kjøpte billett for {90-650} kroner.
Bandet blandet {instrument} med {instrument}, og mange danset. | Bandet blanda {instrument} med {instrument}, og mange dansa.
Festivalen i {town} trakk {800-30000} besøkende. | Festivalen i {town} drog {800-30000} gjester.
Etter pausen spilte de en rolig vise. | Etter pausen spela dei ei roleg vise.
Maleriet var {color} og {color} med tynne streker. | Målarstykket var {color} og {color} med tynne strekar.
`),
  hiking: terms(`
{folk} gikk til {place} {when}. | {folk} gjekk til {place} {when}.
Stien var {quality} og merket med røde prikker. | Stien var {quality} og merkt med raude prikkar.
De tok en pause, spiste {food} og drakk kaffe. | Dei tok ein pause, åt {food} og drakk kaffi.
På toppen blåste det, så {=kin} tok på {clothes}. | På toppen bles det, så {=kin} tok på {clothes}.
{animal} stod helt stille mellom trærne. | {animal} stod heilt stille mellom trea.
Høyden er {240-2400} meter over havet. | Høgda er {240-2400} meter over havet.
Før turen sjekket {=kin} kart og kompass. | Før turen sjekka {=kin} kart og kompass.
De overnattet i telt ved {place}. | Dei overnatta i telt ved {place}.
Myra var bløt, og skoene ble våte. | Myra var blaut, og skorne vart våte.
Turen er {3-24} kilometer og passer for {folk}. | Turen er {3-24} kilometer og passar for {folk}.
Nedover gikk det raskere enn {=kin} hadde trodd. | Nedover gjekk det raskare enn {=kin} hadde trudd.
Husk {clothes}, {clothes} og nok vann. | Hugs {clothes}, {clothes} og nok vatn.
Da tåken lettet, så de helt til {town}. | Då skodda letta, såg dei heilt til {town}.
`),
  work: terms(`
{=kin} arbeider som {job} i {town}. | {=kin} arbeider som {job} i {town}.
Bedriften ble startet i {1920-2018} og har {3-240} ansatte. | Bedrifta vart starta i {1920-2018} og har {3-240} tilsette.
Møtet varte i {1-5} timer uten at noen ble enige. | Møtet vara i {1-5} timar utan at nokon vart samde.
Fabrikken lager møbler, vinduer og {clothes}. | Fabrikken lagar møblar, vindauge og {clothes}.
{folk} krever høyere lønn fra {month}. | {folk} krev høgre løn frå {month}.
Sjefen var {feeling} da tallene kom. | Sjefen var {feeling} då tala kom.
En kollega sluttet for å bli {job}. | Ein kollega slutta for å bli {job}.
Verkstedet reparerer både klokker, radioer og sykler. | Verkstaden reparerer både klokker, radioar og syklar.
Arbeidsdagen starter klokken {6-9} og slutter tidlig. | Arbeidsdagen startar klokka {6-9} og sluttar tidleg.
Hver {weekday} spiser alle lunsj sammen. | Kvar {weekday} et alle lunsj saman.
Butikken selger {clothes}, {food} og {ingredient}. | Butikken sel {clothes}, {food} og {ingredient}.
{=kin} søkte jobb som {job}, men fikk nei. | {=kin} søkte jobb som {job}, men fekk nei.
Varene kommer med {vehicle} fra {town}. | Varene kjem med {vehicle} frå {town}.
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
