/** Words of clinical notes, by what they name. None may be a term of the invented world (knowledge.ts). */

import { list } from "./profile";

export const clinicalWords = {
  side: list(`høyre|høgre;venstre`),
  "duration acute": list(
    `siden i går|sidan i går;det siste døgnet;siden i natt|sidan i natt;i {2-4} dager|i {2-4} dagar;i omtrent {3-12} timer|i omtrent {3-12} timar;siden tidlig i morges|sidan tidleg i dag morgon;gjennom helgen|gjennom helga;siden i forgårs|sidan i førgår`,
  ),
  "duration lasting": list(
    `i {2-8} uker|i {2-8} veker;i flere måneder|i fleire månader;siden sommeren|sidan sommaren;gjennom hele vinteren|gjennom heile vinteren;det siste halvåret;i {2-6} år;siden nyttår|sidan nyttår;den siste måneden|den siste månaden`,
  ),
  ago: list(
    `for en halv time siden|for ein halv time sidan;for {2-5} timer siden|for {2-5} timar sidan;for {10-50} minutter siden|for {10-50} minutt sidan;rett etter middag;da {he} sto opp|då {he} stod opp`,
  ),
  trend: list(
    `gradvis økende|gradvis aukande;uendret|uendra;klart verre;bølgende|bølgjande;tiltagende|tiltakande;svingende|svingande;vedvarende|vedvarande;verst om morgenen|verst om morgonen;mest uttalt om kvelden;av vekslende styrke|av vekslande styrke`,
  ),
  job: list(
    `lærer|lærar;fisker|fiskar;bonde;elektriker|elektrikar;snekker|snikkar;sjåfør;kokk;renholder|reinhaldar;frisør;barnehagelærer|barnehagelærar;vekter|vektar;ingeniør;sekretær;butikkmedarbeider|butikkmedarbeidar;rørlegger|røyrleggjar;maler|målar;bibliotekar;journalist;prest;sveiser|sveisar;mekaniker|mekanikar;postbud|postbod;gartner|gartnar;saksbehandler|saksbehandlar;regnskapsfører|rekneskapsførar;hjelpepleier|hjelpepleiar;vaktmester|vaktmeister;servitør;skipper|skippar;montør;arkitekt;politibetjent;brannmann;tolk;revisor;økonom;kontorleder|kontorleiar;skogsarbeider|skogsarbeidar;smed;tannlege;slakter|slaktar;bussjåfør;kranfører|kranførar;laborant;oppdretter|oppdrettar;tømrer|tømrar;murer|murar;baker|bakar;telefonist;organist;matros;industriarbeider|industriarbeidar;ambulansearbeider|ambulansearbeidar;jordmor;apotektekniker|apotekteknikar;skredder|skreddar;veterinær`,
  ),
  study: list(
    `sykepleie|sjukepleie;juss;økonomi;sosialt arbeid;medievitenskap|medievitskap;byggfag;helsefag;fysikk;lærerutdanning|lærarutdanning;informatikk;elektrofag;historie`,
  ),
  "family young": list(
    `mor;far;søster|syster;bror;samboer|sambuar;venninne|veninne;kjæreste|kjæraste;kusine;romkamerat`,
  ),
  "family grown": list(
    `ektefelle;samboer|sambuar;søster|syster;bror;mor;kollega;venn|ven;svigermor`,
  ),
  "family middle": list(
    `ektefelle;samboer|sambuar;søster|syster;bror;datter|dotter;sønn|son;kollega;nabo;svoger`,
  ),
  "family old": list(
    `ektefelle;datter|dotter;sønn|son;svigerdatter|svigerdotter;barnebarn;nabo;søster|syster;niese;svigersønn|svigerson`,
  ),
  "kin female young": list(
    `søsteren min|syster mi;venninnen min|veninna mi;samboeren min|sambuaren min;datteren min|dotter mi;kollegaen min`,
  ),
  "kin female middle": list(
    `samboeren min|sambuaren min;søsteren min|syster mi;naboen min;moren min|mor mi;svigerinnen min|svigerinna mi`,
  ),
  "kin female old": list(
    `moren min|mor mi;svigermoren min|svigermor mi;naboen min;bestemoren min|bestemor mi;tanten min|tanta mi`,
  ),
  "kin male young": list(
    `broren min|bror min;samboeren min|sambuaren min;sønnen min|sonen min;kompisen min;kollegaen min`,
  ),
  "kin male middle": list(
    `mannen min;broren min|bror min;naboen min;faren min|far min;svogeren min`,
  ),
  "kin male old": list(
    `faren min|far min;mannen min;svigerfaren min|svigerfar min;naboen min;bestefaren min|bestefar min`,
  ),
  home: list(
    `enebolig|einebustad;leilighet i andre etasje|leilegheit i andre høgda;rekkehus;småbruk;tomannsbolig|tomannsbustad;blokk uten heis|blokk utan heis;eldre trehus|eldre trehus;sokkelleilighet|sokkelleilegheit;borettslag|burettslag`,
  ),
  "home old": list(
    `omsorgsbolig|omsorgsbustad;enebolig på ett plan|einebustad på eitt plan;leilighet med heis|leilegheit med heis;kårbolig|kårbustad;serviceleilighet|serviceleilegheit;rekkehus med bratt trapp;bofellesskap|bufellesskap`,
  ),
  pet: list(`hunden;katten;hønene;sauene;akvariefiskene|akvariefiskane;undulaten`),
  hobby: list(
    `strikker|strikkar;løser kryssord|løyser kryssord;spiller bridge|speler bridge;går på ski;synger i kor|syng i kor;fisker i fjorden|fiskar i fjorden;snekrer i garasjen|snikkar i garasjen;går tur hver dag|går tur kvar dag;dyrker grønnsaker|dyrkar grønsaker;følger alle fotballkamper|følgjer alle fotballkampar;leser krim|les krim`,
  ),
  mood: list(
    `rolig|roleg;blid;samarbeidsvillig|samarbeidsviljug;motivert;pratsom|pratsam;opplagt;smilende|smilande;tilfreds|nøgd`,
  ),
  worry: list(
    `engstelig|engsteleg;urolig|uroleg;nedstemt;bekymret|uroa;sliten;trøtt|trøytt;fåmælt;irritabel;gråtkvalt|gråtkvelt;anspent|spent;utålmodig|utolmodig;tankefull`,
  ),
  food: list(
    `havregrøt|havregraut;to brødskiver|to brødskiver;suppe;yoghurt;fiskekaker;potetmos;kjøttboller|kjøtbollar;eggerøre;frukt og kjeks;lapskaus;risgrøt|risgraut;knekkebrød;pannekaker;kylling og ris;omelett;fiskesuppe;ertestuing;kompott;torsk med gulrot;vafler|vaflar;rundstykke;kokt laks;blomkålsuppe`,
  ),
  drink: list(`saft;vann|vatn;melk|mjølk;kaffe|kaffi;te;næringsdrikk;eplejuice;solbærtoddy`),
  aid: list(`rullator;krykker;stokk;ganghjelpemiddel;prekestol|preikestol;gåbord`),
  bedding: list(
    `hælputer;vendelaken;trykkavlastende madrass|trykkavlastande madrass;kiler;to puter;rullet dyne|rulla dyne`,
  ),
  equipment: list(
    `dostol;trygghetsalarm|tryggleiksalarm;dusjstol;toalettforhøyer|toalettforhøgjar;gripetang|gripetong;strømpepåtrekker|strømpepåtrekkjar;seng med høy og lav stilling|seng med høg og låg stilling;rullestol;badebrett;støttehåndtak|støttehandtak`,
  ),
  senior: list(
    `overlege;vakthavende lege|vakthavande lege;bakvakt;kollega på avdelingen|kollega på avdelinga;visittgående lege|visittgåande lege`,
  ),
  comfort: list(`prest;sosionom;lege;psykiatrisk sykepleier|psykiatrisk sjukepleiar;likeperson`),
  "helper heart": list(
    `fysioterapeut;hjertesviktsykepleier|hjartesviktsjukepleiar;kardiolog;klinisk ernæringsfysiolog;farmasøyt;sosionom`,
  ),
  "helper lungs": list(
    `lungefysioterapeut;lungelege;lungesykepleier|lungesjukepleiar;klinisk ernæringsfysiolog;farmasøyt;sosionom`,
  ),
  "helper abdomen": list(
    `gastrokirurg;klinisk ernæringsfysiolog;stomisykepleier|stomisjukepleiar;fysioterapeut;farmasøyt;gastrolog`,
  ),
  "helper urinary": list(
    `urolog;nyrelege;uroterapeut;klinisk ernæringsfysiolog;farmasøyt;nyresykepleier|nyresjukepleiar`,
  ),
  "helper nerves": list(
    `nevrolog;logoped;nevropsykolog;fysioterapeut;ergoterapeut;sosionom;synspedagog`,
  ),
  "helper limbs": list(
    `ortoped;fysioterapeut;ergoterapeut;geriater;ortopediingeniør;klinisk ernæringsfysiolog;revmatolog`,
  ),
  "helper skin": list(
    `hudlege;hudsykepleier|hudsjukepleiar;allergolog;farmasøyt;sårsykepleier|sårsjukepleiar`,
  ),
  "helper head": list(
    `øre-nese-halslege|øyre-nase-halslege;audiograf;logoped;optiker|optikar;tannlege;øyelege|augelege`,
  ),
  "helper mind": list(
    `psykolog;psykiater;miljøterapeut;ergoterapeut;sosionom;alderspsykiater;vernepleier|vernepleiar`,
  ),
  "helper birth": list(
    `jordmor;gynekolog;barnelege;anestesilege;barnepleier|barnepleiar;ammeveileder|ammerettleiar`,
  ),
  "helper none": list(
    `indremedisiner|indremedisinar;klinisk ernæringsfysiolog;farmasøyt;fysioterapeut;sosionom;infeksjonslege`,
  ),
  sometime: list(
    `i formiddag|i føremiddag;i natt;i går kveld;ved vaktskiftet;etter frokost|etter frukost;under visitten;på ettermiddagen;i morges|i dag morgon;før lunsj;ved leggetid|ved leggjetid;kort tid etter ankomst|kort tid etter framkomst`,
  ),
  often: list(
    `daglig|dagleg;to ganger daglig|to gonger dagleg;annenhver dag|annankvar dag;én gang i uken|éin gong i veka;tre ganger i uken|tre gonger i veka`,
  ),
  wish: list(
    `en ny vurdering|ei ny vurdering;videre utredning|vidare utgreiing;råd om behandling;tilsyn i løpet av uken|tilsyn i løpet av veka;time innen to uker|time innan to veker;opphold på rehabilitering|opphald på rehabilitering;samtale om videre tiltak|samtale om vidare tiltak;vurdering av behandlingsnivå;avklaring av arbeidsevne;veiledning i egentrening|rettleiing i eigentrening;en second opinion|ei ny fagleg vurdering;supplerende bildeundersøkelse|supplerande biletundersøking`,
  ),
  adverb: list(
    `noe|noko;litt;betydelig|monaleg;tydelig|tydeleg;gradvis;tidvis;forbigående|forbigåande;langsomt|sakte;jevnt|jamt`,
  ),
  allergy: list(
    `penicillin;jod;plaster;skalldyr|skaldyr;nøtter|nøtter;lateks;kodein;bringebær;sulfa;trimetoprim`,
  ),
  painkiller: list(
    `paracetamol 1 g;oksykodon {2,5/5} mg;ibuprofen 400 mg;tramadol 50 mg;paracetamol 1 g og oksykodon 5 mg;morfin {2,5/5} mg subkutant;ketorolak 15 mg intravenøst`,
  ),
  oralPainkiller: list(
    `paracetamol 1 g;oksykodon {5/10} mg;ibuprofen 400 mg;tramadol 50 mg;kodein-paracetamol to tabletter|kodein-paracetamol to tablettar`,
  ),
  otc: list(`paracetamol;ibuprofen`),
  laxative: list(
    `laktulose 20 ml;makrogol én pose|makrogol éin pose;natriumpikosulfat {8-12} dråper|natriumpikosulfat {8-12} dropar;klyster`,
  ),
  sleeping: list(`zopiklon {3,75/5} mg;melatonin 2 mg;oksazepam 10 mg;varm melk|varm mjølk`),
  "part chest": list(`brystet`),
  "part abdomen": list(`magen`),
  "part head": list(`hodet|hovudet`),
  "part sinuses": list(`ansiktet|andletet`),
  "part neck": list(`halsen`),
  "part spine": list(`ryggen;korsryggen`),
  "part pelvis": list(`underlivet;korsryggen`),
  "part hip": list(`{=side} hofte;lysken`),
  "part leg": list(`{=side} legg`),
  "part hand": list(`{=side} hånd|{=side} hand;fingrene|fingrane`),
  "part foot": list(`{=side} fot`),
  "part knee": list(`{=side} kne`),
  "part shoulder": list(`{=side} skulder`),
  "part breast": list(`{=side} bryst`),
  "part pregnancy": list(`magen`),
} as const;
