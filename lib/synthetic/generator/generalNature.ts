/** Sentences about nature, science and technology, by topic, in both written standards. */

import { terms } from "./lexicon";

export const natureTopics = {
  animals: terms(`
{wild} krysset veien like foran bilen. | {wild} kryssa vegen like framfor bilen.
{wild plurals} er mest aktive om natten. | {wild plurals} er mest aktive om natta.
vi så {wild big} ved {terrain}. | me såg {wild big} ved {terrain}.
en forsker har talt {wild plural} i området siden {1965-2018}. | ein forskar har talt {wild plural} i området sidan {1965-2018}.
bestanden av {wild plural} har økt med {3-60} prosent. | bestanden av {wild plural} har auka med {3-60} prosent.
både {wild plural} og {wild plural} lever her. | både {wild plural} og {wild plural} lever her.
sporene etter {wild def} førte inn i skogen. | spora etter {wild def} førte inn i skogen.
{wild def} bygger reir eller hi på et lunt sted. | {wild def} byggjer reir eller hi på ein lun stad.
ungene blir født om våren og følger moren i noen måneder. | ungane blir fødde om våren og følgjer mora i nokre månader.
mange har aldri sett {wild} i naturen. | mange har aldri sett {wild} i naturen.
hva spiser egentlig {wild}? | kva et eigentleg {wild}?
jakten på {wild plural} er stanset dette året. | jakta på {wild plural} er stansa dette året.
fotografen ventet i {3-48} timer på {wild def}. | fotografen venta i {3-48} timar på {wild def}.
{wild plural} trives best i {terrain plural} og {terrain plural}. | {wild plural} trivst best i {terrain plural} og {terrain plural}.
det er forbudt å mate {wild plurals} i parken. | det er forbode å mat~ {wild plurals} i parken.
pelsen skifter farge når høsten kommer. | pelsen skiftar farge når hausten kjem.
fuglene trekker sørover i {month} og kommer tilbake i {month}. | fuglane trekkjer sørover i {month} og kjem attende i {month}.
`),
  plants: terms(`
{herb def} blomstrer fra {month} av. | {herb def} blømer frå {month} av.
{herb plural} vokser helst i {terrain plural}. | {herb plural} veks helst i {terrain plural}.
langs {terrain def} stod det {herb plural} og {herb plural}. | langs {terrain def} stod det {herb plural} og {herb plural}.
røttene suger opp vann, og bladene fanger lyset. | røtene syg opp vatn, og blada fangar lyset.
botanikerne fant {herb big} som ingen hadde registrert tidligere. | botanikarane fann {herb big} som ingen hadde registrert tidlegare.
{=kin} kan navnet på alle {herb plurals} i bygda. | {=kin} kan namnet på alle {herb plurals} i bygda.
barken ble brukt til å farge garn. | borken vart brukt til å farg~ garn.
frøene spres med vinden. | frøa spreier seg med vinden.
et tre kan bli over {80-900} år gammelt. | eit tre kan bli over {80-900} år gamalt.
skolebarna presset {herb plural} mellom arkene i en tykk bok. | skuleborna pressa {herb plural} mellom arka i ei tjukk bok.
den som plukker {berry}, bør ha et stort spann. | den som plukkar {berry}, bør ha eit stort spann.
stilken er grønn, og kronbladene er {color}. | stilken er grøn, og kronblada er {color}.
gartneren beskjærer trærne før knoppene springer ut. | gartnaren skjer trea før knoppane spring ut.
insekter bærer pollen fra blomst til blomst. | insekt ber pollen frå blome til blome.
er {herb} et vanlig syn her? | er {herb} eit vanleg syn her?
`),
  landscape: terms(`
{terrain def} strekker seg over {2-90} kilometer. | {terrain def} strekkjer seg over {2-90} kilometer.
isen formet {terrain plurals} for {8-20} tusen år siden. | isen forma {terrain plurals} for {8-20} tusen år sidan.
fra {terrain} så de helt ut til kysten. | frå {terrain} såg dei heilt ut til kysten.
{terrain big} skiller de to kommunene. | {terrain big} skil dei to kommunane.
kartet viser {terrain plural}, {terrain plural} og noen få {house plural}. | kartet viser {terrain plural}, {terrain plural} og nokre få {house plural}.
vannet har gravd seg ned i berget gjennom tusener av år. | vatnet har grave seg ned i berget gjennom tusenvis av år.
berggrunnen består av granitt, skifer og kalkstein. | berggrunnen er av granitt, skifer og kalkstein.
breen trekker seg tilbake {4-90} meter i året. | breen trekkjer seg attende {4-90} meter i året.
et skred sperret veien i {2-9} dager. | eit skred sperra vegen i {2-9} dagar.
{terrain big} ble vernet i {1965-2015}. | {terrain big} vart freda i {1965-2015}.
området er {20-900} kvadratkilometer stort. | området er {20-900} kvadratkilometer stort.
nord for {terrain def} ligger {house big}. | nord for {terrain def} ligg {house big}.
flommen tok med seg {house} og to broer. | flaumen tok med seg {house} og to bruer.
geologene leter etter kobber i fjellet. | geologane leitar etter kopar i fjellet.
lyden av {terrain} høres på lang avstand. | lyden av {terrain} høyrest på lang avstand.
`),
  science: terms(`
forskerne la fram {study big} på konferansen. | forskarane la fram {study big} på konferansen.
{study def} viste noe helt annet enn ventet. | {study def} viste noko heilt anna enn venta.
en {trade bare} og en {trade bare} skrev artikkelen sammen. | ein {trade bare} og ein {trade bare} skreiv artikkelen saman.
{study plural} og {study plural} er viktige i faget. | {study plural} og {study plural} er viktige i faget.
lyset bruker litt over åtte minutter fra solen til jorda. | lyset bruker litt over åtte minutt frå sola til jorda.
vann fryser ved null grader og koker ved hundre. | vatn frys ved null gradar og kokar ved hundre.
jorda går rundt solen på et år. | jorda går rundt sola på eit år.
månen styrer flo og fjære. | månen styrer flo og fjøre.
jern ruster når det kommer i kontakt med luft og vann. | jern rustar når det kjem i kontakt med luft og vatn.
lyd går raskere i vann enn i luft. | lyd går raskare i vatn enn i luft.
laboratoriet fikk {2-40} millioner kroner til {study big}. | laboratoriet fekk {2-40} millionar kroner til {study big}.
resultatene må kontrolleres av andre før de kan godtas. | resultata må kontrollerast av andre før dei kan godtakast.
studentene bygde {study big} av enkle deler. | studentane bygde {study big} av enkle delar.
hvorfor er himmelen blå? Det blå lyset spres mest. | kvifor er himmelen blå? Det blå lyset blir spreidd mest.
{study big} ble utstilt på museet i {town}. | {study big} vart utstilt på museet i {town}.
Newton beskrev tyngdekraften i 1687. | Newton skildra tyngdekrafta i 1687.
kvikksølv er flytende ved vanlig temperatur. | kvikksølv er flytande ved vanleg temperatur.
`),
  technology: terms(`
{study big} kan gjøre arbeidet enklere for {trade plural}. | {study big} kan gjer~ arbeidet enklare for {trade plural}.
programmet ble skrevet på nytt fra bunnen av. | programmet vart skrive på nytt frå botnen av.
batteriet holder i {4-48} timer før det må lades. | batteriet varer i {4-48} timar før det må ladast.
en feil i koden stanset hele anlegget. | ein feil i koden stansa heile anlegget.
bedriften i {town} selger {study plural} til hele verden. | bedrifta i {town} sel {study plural} til heile verda.
den første datamaskinen fylte et helt rom. | den fyrste datamaskina fylte eit heilt rom.
{=kin} lærte å programmere da skolen fikk nye maskiner. | {=kin} lærte å programmer~ då skulen fekk nye maskiner.
nettet var nede i {2-9} timer, og ingen fikk sendt e-post. | nettet var nede i {2-9} timar, og ingen fekk sendt e-post.
skjermen sprakk, men kameraet virket fortsatt. | skjermen sprakk, men kameraet verka framleis.
roboten kan sortere {200-9000} pakker i timen. | roboten kan sorter~ {200-9000} pakkar i timen.
kabelen ble lagt på havbunnen mellom {town} og {town}. | kabelen vart lagd på havbotnen mellom {town} og {town}.
passordet må være på minst {8-16} tegn. | passordet må ver~ på minst {8-16} teikn.
ingeniørene tegnet {house big} med solceller på taket. | ingeniørane teikna {house big} med solceller på taket.
el-fergen går lydløst over fjorden. | el-ferja går lydlaust over fjorden.
vindmøllene leverer strøm til {2000-60000} husstander. | vindmøllene leverer straum til {2000-60000} husstandar.
dronen leverte en pakke til {house} ved {terrain}. | dronen leverte ei pakke til {house} ved {terrain}.
`),
} as const;
