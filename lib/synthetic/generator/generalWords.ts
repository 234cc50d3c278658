/** Everyday words of the general generator. */

import { terms } from "./lexicon";

/** One entry for each item of a list separated by semicolons. */
const list = (text: string): ReturnType<typeof terms> => terms(text.replaceAll(";", "\n"));

export const generalWords = {
  town: list(
    `Bergen;Oslo;Tromsø;Trondheim;Ålesund;Molde;Bodø;Kristiansand;Hamar;Lillehammer;Voss;Sogndal;Florø;Stavanger;Haugesund;Narvik;Alta;Røros;Kongsberg;Skien;Arendal;Larvik;Tønsberg;Drammen;Gjøvik;Steinkjer;Namsos;Førde;Odda;Geilo;Vadsø;Harstad;Levanger;Mandal;Egersund;Kragerø;Otta;Oppdal;Volda;Ulsteinvik`,
  ),
  weekday: list(`mandag|måndag;tirsdag|tysdag;onsdag;torsdag;fredag;lørdag|laurdag;søndag|sundag`),
  month: list(`januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember`),
  season: list(
    `våren;sommeren|sommaren;høsten|hausten;vinteren;påsken|påska;julen|jula;høstferien|haustferien;skoleferien|skuleferien`,
  ),
  when: list(
    `i går;i fjor;for lenge siden|for lenge sidan;forrige uke|førre veke;en tidlig morgen|ein tidleg morgon;en sen kveld|ein sein kveld;den siste helgen|den siste helga;om våren;hver høst|kvar haust;etter jul;etter skoletid|etter skuletid;en regnfull {weekday}|ein regnfull {weekday};første dag i {month}|fyrste dag i {month};midt på dagen;i fjor sommer|i fjor sommar`,
  ),
  kin: list(
    `mor;far;bestemor;bestefar;tante;onkel;naboen;læreren|læraren;lillebror|veslebror;storesøster|storesyster;svigermor|svigermor;fetteren|fetteren;kusina;vennen min|venen min;broren|broren;sjefen;bakeren|bakaren;treneren|trenaren;vaktmesteren|vaktmeisteren;postmannen;ordføreren|ordføraren;bonden;fiskeren|fiskaren;kollegaen|kollegaen;sjåføren`,
  ),
  folk: list(
    `barna|borna;foreldrene|foreldra;naboene|naboane;elevene|elevane;turistene|turistane;studentene|studentane;innbyggerne|innbyggjarane;de eldre|dei eldre;ungdommene|ungdommane;spillerne|spelarane;fiskerne|fiskarane;bøndene|bøndene;reisende|reisande;gjestene|gjestene;kundene|kundane;arbeiderne|arbeidarane;lærerne|lærarane;frivillige|friviljuge;besteforeldrene|besteforeldra;politikerne|politikarane`,
  ),
  weather: list(
    `regn;snø;sludd;sol;tåke;kuling;hagl;lett bris;klarvær|klårvêr;storm;oppholdsvær|opphaldsvêr;torden|tore;yr;frost;mildvær|mildvêr;nordavind;sønnavind|sunnavind;skodde;nysnø;varme`,
  ),
  food: list(
    `fiskesuppe;lammegryte;kjøttkaker|kjøtkaker;pannekaker;grønnsakssuppe|grønsakssuppe;stekt torsk|steikt torsk;potetball;komle;raspeball;vafler|vaflar;lefse;rømmegrøt|rømmegraut;fårikål;laks i ovn|laks i omn;pizza;linsegryte;ertesuppe;eplekake;brødpudding;plukkfisk;blåskjell|blåskjel;kanelboller|kanelbollar;stuet kål|stua kål;pinnekjøtt|pinnekjøt;reker|reker;kålrabistappe;grillet makrell|grilla makrell;sveler|svelar;lapskaus;flatbrød`,
  ),
  ingredient: list(
    `mel;smør|smør;salt;pepper|pepar;løk|lauk;gulrøtter|gulrøter;poteter;fløte|fløyte;sukker;egg;melk|mjølk;persille;dill;hvitløk|kvitlauk;ost;tomater|tomatar;purre;selleri;eddik;olje;honning;sennep|sennep;timian;gjær;kardemomme;nøtter|nøter;epler|eple;bringebær;sopp;kål;rosiner|rosiner;hvitvin|kvitvin;sitron;ingefær`,
  ),
  tool: list(
    `en kniv|ein kniv;en kjele|ein kjele;en stekepanne|ei steikjepanne;en visp|ein visp;en sleiv|ei sleiv;en bakebolle|ei bakebolle;et rivjern|eit rivjern;en stekeovn|ein steikjeomn;en vekt|ei vekt;en kjevle|ei kjevle;en sil|ei sil;en fjøl|ei fjøl;en øse|ei ause;et termometer|eit termometer;en langpanne|ei langpanne;en spade|ein spade;en hammer|ein hammar;en sag|ei sag;en øks|ei øks;en drill|ein drill;en malerkost|ein målarkost;en rive|ei rive;en ljå|ein ljå;en trillebår|ei trillebår;en stige|ein stige;et vater|eit vater;en tang|ei tang;en skrutrekker|ein skrutrekkjar;en snøskuffe|ei snøskuffe;en slange|ein slange`,
  ),
  vehicle: list(
    `ferje;buss;tog;sykkel;båt;bil;fly;trikk;drosje;hurtigbåt;lastebil;traktor;moped;seilbåt|seglbåt;robåt;bybane;nattog;kajakk;varebil;motorsykkel`,
  ),
  animal: list(
    `en sau|ein sau;en ku|ei ku;en hest|ein hest;en geit|ei geit;en hund|ein hund;en katt|ein katt;en høne|ei høne;en gris|ein gris;en hjort|ein hjort;en rev|ein rev;en elg|ein elg;en hare|ein hare;en ørn|ein ørn;en måke|ei måse;en oter|ein oter;en sel|ein sel;en kråke|ei kråke;en bjørn|ein bjørn;et ekorn|eit ekorn;en ugle|ei ugle;en and|ei and;en svane|ein svane;et pinnsvin|eit piggsvin;et lemen|eit lemen;en rype|ei rype`,
  ),
  fish: list(
    `torsk;sei;makrell;laks;hyse;sild;kveite;brosme;lange;uer;ørret|aure;steinbit;rødspette|raudspette;krabbe;hummer|hummar;reke;breiflabb;lyr;flyndre;ål`,
  ),
  plant: list(
    `poteter;gulrøtter|gulrøter;jordbær;rips;solbær;roser;tulipaner|tulipanar;epletrær|epletre;plommer|plommer;erter|erter;salat;reddiker|reddikar;squash;rabarbra;solsikker|solsikker;løk|lauk;hvete|kvete;bygg;havre;kløver;gress|gras;bjørk;furu;gran;lyng;hvitveis|kvitveis;prestekrager|prestekragar;blåklokker|blåklokker;stikkelsbær;kirsebær`,
  ),
  place: list(
    `fjellet;skogen;byen;havna|hamna;fjorden;stranden|stranda;dalen;øya;torget;skolen|skulen;biblioteket;idrettshallen;butikken;kirken|kyrkja;museet;parken;hytta;gården|garden;stasjonen;kaia;elva;vannet|vatnet;gatekjøkkenet;verkstedet|verkstaden;låven;naustet;brygga;svømmehallen|symjehallen;kinoen;bakeriet;rådhuset;samfunnshuset;fabrikken;campingplassen;utsiktspunktet`,
  ),
  subject: list(
    `matematikk;norsk;historie;kjemi;fysikk;geografi;kunst;musikk;gym;engelsk;tysk;spansk;naturfag;samfunnsfag;matlaging;sløyd;religion;biologi;koding|koding;drama`,
  ),
  sport: list(
    `fotball;håndball|handball;ski;svømming|symjing;orientering;sykling;friidrett;turn;roing;skøyter;basketball;volleyball;klatring;judo;tennis;hopp;langrenn;skiskyting|skiskyting;bordtennis;dans`,
  ),
  instrument: list(
    `gitar;piano;fele;trompet;fløyte;trommer|trommer;trekkspill|trekkspel;bass;klarinett;harpe;orgel;saksofon;cello;hardingfele|hardingfele;munnspill|munnspel`,
  ),
  book: list(
    `en roman|ein roman;en krim|ein krim;en diktsamling|ei diktsamling;en reiseskildring|ei reiseskildring;en tegneserie|ein teikneserie;en kokebok|ei kokebok;en lærebok|ei lærebok;en ordbok|ei ordbok;en novelle|ei novelle;en eventyrbok|ei eventyrbok;en biografi|ein biografi;en avis|ei avis;en dagbok|ei dagbok;en sangbok|ei songbok;en fagbok|ei fagbok`,
  ),
  clothes: list(
    `regnjakke;ullgenser|ullgenser;støvler|støvlar;lue;votter|vottar;skjerf;gummistøvler|gummistøvlar;vindjakke;ullsokker|ullsokkar;kjole;dress;bunad;caps;sandaler|sandalar;shorts;hansker|hanskar;frakk;badedrakt;skjorte;sekk`,
  ),
  object: list(
    `et bord|eit bord;en lampe|ei lampe;en stol|ein stol;en bokhylle|ei bokhylle;et teppe|eit teppe;en klokke|ei klokke;et maleri|eit måleri;en telefon|ein telefon;et kamera|eit kamera;en sofa|ein sofa;et vindu|eit vindauge;en dør|ei dør;en kiste|ei kiste;et speil|eit spegel;et skap|eit skap;en kurv|ein korg;en koffert|ein koffert;et kart|eit kart;et kompass|eit kompass;et telt|eit telt;en sovepose|ein sovepose;en fiskestang|ei fiskestang;et garn|eit garn;et tau|eit tau;et anker|eit anker;et flagg|eit flagg;et krus|eit krus;en tallerken|ein tallerk;en gaffel|ein gaffel;en skje|ei skei`,
  ),
  color: list(
    `rødt|raudt;blått;grønt;gult;hvitt|kvitt;svart;grått;brunt;lilla;oransje;rosa;turkis`,
  ),
  feeling: list(
    `glad;trøtt|trøytt;fornøyd|nøgd;spent;sulten|svolten;rolig|roleg;stolt;nysgjerrig|nyfiken;sliten;varm;overrasket|overraska;lettet|letta;skuffet|skuffa;ivrig;takknemlig|takksam;redd;munter;forbauset|forundra;tålmodig|tolmodig;kald`,
  ),
  quality: list(
    `god;fin;vakker;lang;kort;bratt;rolig|roleg;spennende|spennande;kjedelig|keisam;trygg;farlig|farleg;tung;lett;morsom|morosam;nydelig|nydeleg;bløt|blaut;uforglemmelig|uforgløymeleg`,
  ),
  opinion: list(
    `riktig|rett;for dyrt;en god idé|ein god idé;unødvendig|unødvendig;på høy tid|på høg tid;vanskelig å forstå|vanskeleg å skjøn~;klokt;modig;urettferdig|urettferdig;bra for bygda;bra for miljøet;et stort framskritt|eit stort framsteg;verdt pengene|verdt pengane;helt feil|heilt feil;mer enn nok|meir enn nok`,
  ),
  project: list(
    `en ny skole|ein ny skule;en svømmehall|ein symjehall;en sykkelvei|ein sykkelveg;et kulturhus|eit kulturhus;en barnehage|ein barnehage;en bru over fjorden|ei bru over fjorden;et omsorgssenter|eit omsorgssenter;en kunstgressbane|ein kunstgrasbane;flere leiligheter|fleire leilegheiter;et renseanlegg|eit reinseanlegg;en rundkjøring|ei rundkøyring;en tunnel|ein tunnel;et bibliotek|eit bibliotek;en brannstasjon|ein brannstasjon;en ny kai|ei ny kai;en småbåthavn|ei småbåthamn`,
  ),
  job: list(
    `snekker|snikkar;sykepleier|sjukepleiar;lærer|lærar;kokk;fisker|fiskar;journalist;elektriker|elektrikar;frisør;bonde;ingeniør;skuespiller|skodespelar;kaptein;tannlege;rørlegger|røyrleggjar;bibliotekar;maler|målar;baker|bakar;advokat;pilot;forsker|forskar;gartner|gartnar;musiker|musikar;veterinær;arkitekt`,
  ),
  often: list(
    `ofte;sjelden|sjeldan;av og til;nesten aldri;en gang iblant|ein gong iblant;nesten daglig|nesten dagleg`,
  ),
  slowly: list(
    `sakte;raskt;forsiktig;plutselig|plutseleg;stille;ivrig;brått;lydløst|lydlaust;motvillig|motviljug;høflig|høfleg`,
  ),
} as const;
