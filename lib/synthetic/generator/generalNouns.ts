/** Nouns and adjectives of general prose with their inflections, by what they name. */

import { adjectives, nouns } from "./inflection";
import { terms } from "./lexicon";

/** One entry for each item of a list separated by semicolons. */
const list = (text: string): ReturnType<typeof terms> => terms(text.replaceAll(";", "\n"));

/** First parts of compounds. */
const compounding = {
  wood: list(`furu;bjørke;gran;eike;aske;bøke;lønne;or|ore;tre`),
  festivity: list(
    `sommer|sommar;vinter;høst|haust;vår;jule;påske;bygde;jazz;vise;film;mat;bok;teater;folkemusikk;barne;kultur;fjord;gatekunst;ungdoms;korps`,
  ),
  game: list(
    `fotball;håndball|handball;basketball;volleyball;bandy;ishockey;sjakk;tennis;bordtennis;badminton;golf;curling;orienterings;ski;svømme|symje;turn;bryte;rugby`,
  ),
  subjects: list(
    `norsk;engelsk;tysk;spansk;fransk;musikk;historie;geografi;kjemi;fysikk;biologi;matematikk;samfunnsfag;naturfag;kunst;religions`,
  ),
  catch: list(
    `torske;lakse;sei;makrell;sild;kveite;reke;krabbe;ørret|aure;fiske;blåskjell|blåskjel;hummer|hummar`,
  ),
  tune: list(
    `gitar;piano;fele;trompet;fløyte;trekkspill|trekkspel;klarinett;harpe;orgel;cello;saksofon;bass;tuba;fiolin;obo`,
  ),
  berry: list(
    `blåbær;bringebær;jordbær;solbær;rips;multe;tyttebær;kirsebær;eple;plomme;pære;rabarbra;stikkelsbær;nype`,
  ),
  timeOfYear: list(
    `januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember;sommer|sommar;vinter;høst|haust;vår`,
  ),
  goods: list(
    `møbel;sko;papir;glass|glas;båt;ull;sykkel;såpe;sjokolade;tekstil;maskin;keramikk;leke|leike;brus;kjeks;ski;knappe;tau;ost;mel;garn;rør|røyr;trelast;sement;fiskemat`,
  ),
  land: list(`fjell;skog;myr;elve;kyst;hei;fjord;dal;øy;innlands;høyfjells|høgfjells;strand`),
  cloth: list(`ull;bomulls;lin;silke;skinn;regn;vinter;sommer|sommar;strikke;arbeids;tur;fest`),
  century: list(`600;700;800;900;1000;1100;1200;1300;1400;1500;1600;1700`),
  teamGame: list(
    `fotball;håndball|handball;basketball;volleyball;bandy;ishockey;tennis;bordtennis;badminton;curling;rugby;innebandy`,
  ),
} as const;

export const generalNouns = {
  ...compounding,
  ...adjectives(
    "adj",
    `stor;liten/lite/små|liten/lite/små/lita;gammel/gammelt/gamle|gamal/gamalt/gamle;ny/nytt/nye;fin;vakker/vakkert/vakre;rar;sjelden/sjeldent/sjeldne|sjeldan/sjeldan/sjeldne;kjent/kjent/kjente|kjend/kjent/kjende;vanlig|vanleg;merkelig|merkeleg;nydelig|nydeleg;viktig;spennende/spennende/spennende|spennande/spennande/spennande;imponerende/imponerende/imponerende|imponerande/imponerande/imponerande;omtalt/omtalt/omtalte|omtala/omtala/omtala;uvanlig|uvanleg;beskjeden/beskjedent/beskjedne|blyg;berømt/berømt/berømte|vidgjeten/vidgjete/vidgjetne;forsømt/forsømt/forsømte|forsømd/forsømt/forsømde;underlig|underleg;prektig;tradisjonell/tradisjonelt/tradisjonelle;populær`,
  ),
  ...adjectives(
    "look",
    `stor;liten/lite/små|liten/lite/små/lita;gammel/gammelt/gamle|gamal/gamalt/gamle;ny/nytt/nye;fin;lang;høy/høyt/høye|høg/høgt/høge;vakker/vakkert/vakre;tung;mørk;lys/lyst/lyse;kraftig;solid;enkel/enkelt/enkle;billig|billeg;dyr;praktisk;rød/rødt/røde|raud/raudt/raude;blå/blått/blå;grønn/grønt/grønne|grøn/grønt/grøne;gul;hvit/hvitt/hvite|kvit/kvitt/kvite;svart/svart/svarte;grå/grått/grå;brun;rund/rundt/runde;skjev|skeiv;bred/bredt/brede|brei/breitt/breie;smal/smalt/smale;moderne/moderne/moderne;gammeldags/gammeldags/gammeldags|gamaldags/gamaldags/gamaldags;norsk;utenlandsk|utanlandsk;håndlaget/håndlaget/håndlagde|handlaga/handlaga/handlaga;malt/malt/malte|måla/måla/måla;støvete/støvete/støvete;rusten/rustent/rustne|rusta/rusta/rusta;elegant/elegant/elegante;stilig|stilfull;tom/tomt/tomme`,
  ),
  ...nouns(
    "wild",
    `rev m;elg m;hjort m;hare m;ulv m;gaupe f;jerv m;grevling m;oter/oteren/otere/oterne m|oter/oteren/otrar/otrane m;bever/beveren/bevere/beverne m|bever/beveren/beverar/beverane m;mår m;røyskatt m;ekorn n;lemen/lemenet/lemen/lemenene n|lemen/lemenet/lemen/lemena n;piggsvin n;flaggermus/flaggermusen/flaggermus/flaggermusene m|flaggermus/flaggermusa/flaggermus/flaggermusene f;sel m;hval m|kval m;nise f;ørn f;hauk m;falk m;ugle f;rype f;tiur m;kråke f;ravn m|ramn m;skjære f|skjor f;måke f|måse m;tjeld m;svane f|svane m;trane f|trane m;hegre m;spurv m|sporv m;meis f;svale f;gjøk m|gauk m;spett/spetten/spetter/spettene m|spett/spetta/spetter/spettene f;and/anda/ender/endene f;gås/gåsa/gjess/gjessene f;hoggorm m;frosk m;padde f;øgle f;bie f;humle f;sommerfugl m|sommarfugl m;maur m;edderkopp m;rein m;moskus m;laks m;gjedde f;ål m;abbor m;isbjørn m`,
  ),
  ...nouns(
    "herb",
    `hvitveis m|kvitveis m;blåveis m;tiriltunge f;prestekrage m;rødkløver/rødkløveren/rødkløvere/rødkløverne m|raudkløver/raudkløveren/raudkløverar/raudkløverane m;løvetann/løvetanna/løvetenner/løvetennene f;smørblomst m|smørblome m;blåklokke f;revebjelle f|revebjølle f;fiol m;rose f;tulipan m;lilje f;lyng m;bregne f;siv n;starr m|storr m;mose m;lav m;furu f;gran f;bjørk f;rogn f;hassel/hasselen/hasler/haslene m|hassel/hasselen/haslar/haslane m;selje f;osp f;eik f;ask m;alm m;lønn f;einer/eineren/einere/einerne m|einer/eineren/einerar/einerane m;nype f;timian m;ryllik m;brennesle f;orkidé/orkideen/orkideer/orkideene m|orkidé/orkideen/orkidear/orkideane m;solsikke f;georgine m`,
  ),
  ...nouns(
    "house",
    `{wood}hus n;rådhus n;samfunnshus n;forsamlingshus n;bedehus n;fjøs n;låve m;stabbur n;naust n;sjøbu f;fyr n;kirke f|kyrkje f;stavkirke f|stavkyrkje f;kapell/kapellet/kapeller/kapellene n|kapell n;skole m|skule m;barnehage m;bibliotek n;teater/teatret/teatre/teatrene n|teater/teateret/teater/teatera n;kino m;museum/museet/museer/museene n|museum/museet/museum/musea n;galleri/galleriet/gallerier/galleriene n|galleri n;konserthus n;idrettshall m;svømmehall m|symjehall m;stadion/stadion/stadioner/stadionene m|stadion/stadionet/stadion/stadiona n;hotell/hotellet/hoteller/hotellene n|hotell n;kafé/kafeen/kafeer/kafeene m|kafé/kafeen/kafear/kafeane m;bakeri/bakeriet/bakerier/bakeriene n|bakeri n;butikk m;fabrikk m;verksted/verkstedet/verksteder/verkstedene n|verkstad/verkstaden/verkstader/verkstadene m;sagbruk n;møllehus n;kraftverk n;meieri/meieriet/meierier/meieriene n|meieri n;stasjon m;flyplass m;ferjekai m;bru f;tunnel m;tårn n;festning m|festning/festninga/festningar/festningane f;slott n;blokk f;rekkehus n;hytte f;seter/setra/setrer/setrene f|støl m;drivhus n;garasje m;uthus n;kontorbygg n;posthus n;brannstasjon m;kraftstasjon m;observatorium/observatoriet/observatorier/observatoriene n|observatorium/observatoriet/observatorium/observatoria n`,
    "look",
  ),
  ...nouns(
    "thing",
    `{wood}bord n;{wood}stol m;{wood}skap n;{wood}kiste f;{wood}benk m;{wood}seng f;{wood}hylle f;speil/speilet/speil/speilene n|spegel/spegelen/speglar/speglane m;lampe f;klokke f;teppe n;pute f;gardin/gardinen/gardiner/gardinene m|gardin/gardina/gardiner/gardinene f;vase m;krukke f;kopp m;skål f;fat n;kniv m;gaffel/gaffelen/gafler/gaflene m|gaffel/gaffelen/gaflar/gaflane m;skje f|skei f;kjele m;sykkel/sykkelen/sykler/syklene m|sykkel/sykkelen/syklar/syklane m;kjelke m;slede m;kajakk m;robåt m;seilbåt m|seglbåt m;spade m;hakke f;rive f;sag f;øks f;hammer/hammeren/hammere/hamrene m|hammar/hammaren/hamrar/hamrane m;høvel/høvelen/høvler/høvlene m|høvel/høvelen/høvlar/høvlane m;rokk m;vev m;symaskin m;skrivemaskin m;radio m;kamera/kameraet/kameraer/kameraene n|kamera/kameraet/kamera/kameraa n;telefon m;datamaskin m;nettbrett n;kikkert m;kompass n;kart n;mynt m;frimerke n;brev n;postkort n;bok/boka/bøker/bøkene f;album n;dukke f;ball m;drage m;ryggsekk m;koffert m;paraply m;ring m;sølje f;halskjede n;{cloth}genser/{cloth}genseren/{cloth}gensere/{cloth}genserne m|{cloth}genser/{cloth}genseren/{cloth}genserar/{cloth}genserane m;{cloth}jakke f;{cloth}lue f;{cloth}skjorte f;{cloth}kåpe f`,
    "look",
  ),
  ...nouns(
    "craftsman",
    `snekker m|snikkar m;maler m|målar m;murer m|murar m;skomaker m|skomakar m;urmaker m|urmakar m;smed m;skredder m|skreddar m;treskjærer m|treskjerar m;båtbygger m|båtbyggjar m;bokbinder m|bokbindar m;gullsmed m;pottemaker m|pottemakar m;salmaker m|salmakar m;kurvmaker m|korgmakar m;glassblåser m|glasblåsar m;felemaker m|felemakar m`,
  ),
  ...nouns(
    "trade",
    `snekker m|snikkar m;maler m|målar m;murer m|murar m;baker m|bakar m;slakter m|slaktar m;skomaker m|skomakar m;urmaker m|urmakar m;smed m;fisker m|fiskar m;bonde/bonden/bønder/bøndene m;gartner m|gartnar m;skogsarbeider m|skogsarbeidar m;sjømann/sjømannen/sjømenn/sjømennene m;kaptein m;los m;lokfører m|lokførar m;pilot m;sjåfør m;lærer m|lærar m;rektor m;forsker m|forskar m;ingeniør m;arkitekt m;advokat m;dommer m|dommar m;journalist m;redaktør m;fotograf m;forfatter m|forfattar m;oversetter m|omsetjar m;bibliotekar m;skuespiller m|skodespelar m;musiker m|musikar m;dirigent m;komponist m;billedhugger m|bilethoggar m;danser m|dansar m;kokk m;servitør m;frisør m;skredder m|skreddar m;politiker m|politikar m;ordfører m|ordførar m;rådgiver m|rådgivar m;økonom m;revisor m;meteorolog m;geolog m;arkeolog m;biolog m;historiker m|historikar m;språkforsker m|språkforskar m;astronom m;programmerer m|programmerar m;elektriker m|elektrikar m;rørlegger m|røyrleggjar m;mekaniker m|mekanikar m;brannmann/brannmannen/brannmenn/brannmennene m;postbud n|postbod n;vaktmester/vaktmesteren/vaktmestere/vaktmesterne m|vaktmeister m`,
  ),
  ...nouns(
    "event",
    `{festivity}festival m;{festivity}konsert m;{festivity}utstilling/{festivity}utstillingen/{festivity}utstillinger/{festivity}utstillingene m|{festivity}utstilling fi;{festivity}dag m;{festivity}marked/{festivity}markedet/{festivity}markeder/{festivity}markedene n|{festivity}marknad/{festivity}marknaden/{festivity}marknader/{festivity}marknadene m;{festivity}fest m;{festivity}kveld m;{festivity}leir m`,
  ),
  ...nouns(
    "match",
    `{teamGame}kamp m;{teamGame}turnering/{teamGame}turneringen/{teamGame}turneringer/{teamGame}turneringene m|{teamGame}turnering fi;{teamGame}finale m;sjakkturnering/sjakkturneringen/sjakkturneringer/sjakkturneringene m|sjakkturnering fi;cup m;stafett m`,
  ),
  ...nouns(
    "sporting",
    `{game}klubb m;{game}trener/{game}treneren/{game}trenere/{game}trenerne m|{game}trenar m;{game}skole m|{game}skule m;{game}forbund n;{teamGame}lag n;{teamGame}spiller/{teamGame}spilleren/{teamGame}spillere/{teamGame}spillerne m|{teamGame}spelar m`,
  ),
  ...nouns(
    "lesson",
    `{subjects}time m;{subjects}bok/{subjects}boka/{subjects}bøker/{subjects}bøkene f;{subjects}prøve f;{subjects}oppgave f|{subjects}oppgåve f;{subjects}kurs n;{subjects}lekse f`,
  ),
  ...nouns(
    "dish",
    `{catch}suppe f;{catch}gryte f;{catch}pai m;{catch}salat m;{catch}grateng m;{catch}burger/{catch}burgeren/{catch}burgere/{catch}burgerne m|{catch}burgar m;{catch}kake f;{berry}kake f;{berry}pai m;{berry}saft f;{berry}grøt m|{berry}graut m;{berry}saus m;{berry}is m;{berry}bolle m`,
  ),
  ...nouns(
    "music",
    `{tune}konsert m;{tune}solo m;vise f;salme m;marsj m;symfoni m;opera m;vals m;folketone m;slått m;låt m;kantate m|kantate f;ouverture m`,
  ),
  ...nouns(
    "ensemble",
    `{tune}spiller/{tune}spilleren/{tune}spillere/{tune}spillerne m|{tune}spelar m;{tune}lærer/{tune}læreren/{tune}lærere/{tune}lærerne m|{tune}lærar m;{tune}kvartett m;{tune}elev m;kor n;korps n;orkester/orkestret/orkestre/orkestrene n|orkester/orkesteret/orkester/orkestera n;band n;storband n;trio m`,
  ),
  ...nouns(
    "terrain",
    `{land}landskap n;{land}område/{land}området/{land}områder/{land}områdene n|{land}område n;{land}sti m;{land}vei m|{land}veg m;elv f;bekk m;foss m;innsjø m;tjern n;vann n|vatn n;myr f;vidde f;dal m;fjord m;vik f;bukt f;holme m;skjær n|skjer n;strand/stranda/strender/strendene f;klippe f;ur f;bre/breen/breer/breene m|bre/breen/brear/breane m;topp m;egg f;skar n;slette f;eng f;kratt n;lund m;odde m;sund n;grotte f;kilde m|kjelde f`,
  ),
  ...nouns(
    "moment",
    `{timeOfYear}dag m;{timeOfYear}morgen/{timeOfYear}morgenen/{timeOfYear}morgener/{timeOfYear}morgenene m|{timeOfYear}morgon/{timeOfYear}morgonen/{timeOfYear}morgonar/{timeOfYear}morgonane m;{timeOfYear}kveld m;{timeOfYear}natt/{timeOfYear}natta/{timeOfYear}netter/{timeOfYear}nettene f`,
  ),
  ...nouns(
    "firm",
    `{goods}fabrikk m;{goods}butikk m;{goods}bedrift m|{goods}bedrift f;{goods}grossist m;{goods}messe f;{goods}handler/{goods}handleren/{goods}handlere/{goods}handlerne m|{goods}handlar m;{goods}produsent m;{goods}lager/{goods}lageret/{goods}lagre/{goods}lagrene n|{goods}lager/{goods}lageret/{goods}lager/{goods}lagera n`,
  ),
  ...nouns(
    "ruling",
    `lov m|lov f;paragraf m;dom m;anke m;avtale m;kontrakt m;vedtekt m|vedtekt f;forskrift m|forskrift f;regel/regelen/regler/reglene m|regel/regelen/reglar/reglane m;rettighet m|rett m;plikt m|plikt f;bot/bota/bøter/bøtene f;klage m|klage f;søknad m;vedtak n;forslag n|framlegg n;høring/høringen/høringer/høringene m|høyring fi;grunnlov m|grunnlov f;testament/testamentet/testamenter/testamentene n|testament n;skjøte n;fullmakt m|fullmakt f;konsesjon m;straff m|straff f;tvist m;erstatning/erstatningen/erstatninger/erstatningene m|skadebot/skadebota/skadebøter/skadebøtene f`,
  ),
  ...nouns(
    "sum",
    `budsjett/budsjettet/budsjetter/budsjettene n|budsjett n;regnskap n|rekneskap/rekneskapen/rekneskapar/rekneskapane m;lån n;rente f;skatt m;avgift m|avgift f;lønn/lønna/lønninger/lønningene f|løn/løna/løner/lønene f;pris m;aksje m;utbytte n;gjeld/gjelda/gjeldsposter/gjeldspostene f|gjeld/gjelda/gjeldspostar/gjeldspostane f;innskudd n|innskot n;faktura m;kvittering/kvitteringen/kvitteringer/kvitteringene m|kvittering fi;tilskudd n|tilskot n;stipend/stipendet/stipender/stipendene n|stipend n;overskudd n|overskot n;underskudd n|underskot n;gebyr/gebyret/gebyrer/gebyrene n|gebyr n;pensjon m;husleie f|husleige f;investering/investeringen/investeringer/investeringene m|investering fi;kostnad m`,
  ),
  ...nouns(
    "study",
    `forsøk n;måling/målingen/målinger/målingene m|måling fi;teori m;formel/formelen/formler/formlene m|formel/formelen/formlar/formlane m;bevis n;tall n|tal n;ligning/ligningen/ligninger/ligningene m|likning fi;modell m;hypotese m;mikroskop/mikroskopet/mikroskoper/mikroskopene n|mikroskop n;teleskop/teleskopet/teleskoper/teleskopene n|teleskop n;atom/atomet/atomer/atomene n|atom n;molekyl/molekylet/molekyler/molekylene n|molekyl n;stjerne f;planet m;måne m;komet m;galakse m;bølge f|bølgje f;magnet m;krystall/krystallen/krystaller/krystallene m|krystall m;mineral/mineralet/mineraler/mineralene n|mineral n;fossil/fossilet/fossiler/fossilene n|fossil n;vulkan m;jordskjelv n;satellitt m;robot m;motor m;batteri/batteriet/batterier/batteriene n|batteri n;algoritme m;datasett n;oppfinnelse m|oppfinning fi;oppdagelse m|oppdaging fi;ekspedisjon m;rapport m`,
  ),
  ...nouns(
    "relic",
    `sverd n;skjold n;brynje f;hjelm m;spydspiss m;gravhaug m;runestein m;helleristning/helleristningen/helleristninger/helleristningene m|helleristing fi;vikingskip n;båtstevn m|båtstamn m;drikkehorn n;smykke n;perle f;kam m;leirkrukke f;ildsted/ildstedet/ildsteder/ildstedene n|eldstad/eldstaden/eldstader/eldstadene m;langhus n;bautastein m;mynt m;segl n;brev n;kart n;dagbok/dagboka/dagbøker/dagbøkene f;protokoll m;krønike f;altertavle f|altartavle f;døpefont m|døypefont m;klokke f;kanon m;uniform m|uniform f`,
    "look",
  ),
} as const;
