/** Words of the clinical generator. None may be a term of the invented world (knowledge.ts). */

import { terms } from "./lexicon";

/** One entry for each item of a list separated by semicolons. */
const list = (text: string): ReturnType<typeof terms> => terms(text.replaceAll(";", "\n"));

export const clinicalWords = {
  symptom: list(
    `feber;kvalme;svimmelhet|svimmelheit;hodepine|hovudverk;magesmerter;brystsmerter;tungpust;frostanfall;slapphet|slappleik;nedsatt matlyst|nedsett matlyst;hoste;oppkast;diaré;forstoppelse|forstopping;ryggsmerter;trykk for brystet;stikkende smerter|stikkande smerter;nummenhet|nummenheit;kramper;søvnvansker|søvnvanskar;uro;trøtthet|trøyttleik;kuldefornemmelse|kuldekjensle;sår hals;tett nese|tett nase;øresmerter|øyresmerter;leddsmerter;muskelsmerter;halsbrann;oppblåsthet|oppblåst mage;hyppig vannlating|hyppig vasslating;svie ved vannlating|svie ved vasslating;utslett;hevelse;blåmerker|blåmerke;tåkesyn;ustøhet|ustøleik;kraftløshet|kraftløyse;ømme muskler|ømme musklar;kortpust;surklete pust|surklande pust;klamhet|klam hud;blekhet|bleik hud;tørste;nedstemthet|nedstemt humør;konsentrasjonsvansker|konsentrasjonsvanskar;skuldersmerter;nakkesmerter;hoftesmerter;knesmerter;tannverk;blodig avføring;slim i halsen;tørr munn;beinkramper;varmefølelse|varmekjensle;prikking i fingrene|prikking i fingrane;svette hender|sveitte hender`,
  ),
  part: list(
    `brystet;ryggen;nakken;høyre arm|høgre arm;venstre arm;høyre kne|høgre kne;venstre kne;magen;lysken;halsen;korsryggen;høyre hofte|høgre hofte;venstre hofte;begge bein;høyre ankel|høgre okle;venstre håndledd|venstre handledd;pannen|panna;kjeven;venstre skulder;høyre skulder|høgre skulder;fingrene|fingrane;tærne|tærne;venstre fot;høyre legg|høgre legg;venstre lår;albuen|olbogen;øvre del av magen;nedre del av magen;venstre side;høyre side|høgre side`,
  ),
  background: list(
    `hypertensjon;fjernet hudflekk på ryggen|fjerna hudflekk på ryggen;forhøyet kolesterol|forhøgt kolesterol;brukket ankel som barn|brote okle som barn;keisersnitt;fjernet mandler|fjerna mandlar;lett hørselstap|lett høyrselstap;åreknuter|åreknutar;ryggplager;pollenallergi;spenningshodepine|spenningshovudverk;sykelig overvekt|sjukeleg overvekt;tidligere alkoholoverforbruk|tidlegare alkoholoverforbruk;operert for navlebrokk;kalde hender;hjertebilyd siden ungdommen|hjartebilyd sidan ungdommen;ufrivillig barnløshet|ufrivillig barnløyse;kneprotese;hofteprotese;gjennomgått vannkopper|gjennomgått vasskoppar;brukket kragebein|brote kragebein;operert menisk;utmattelse|utmatting;polypper i nesen|polyppar i nasen;betennelse i tannkjøttet|betennelse i tannkjøtet;muskelspenninger|muskelspenningar;svaksynt;vond rygg etter fall|vond rygg etter fall;rastløse bein|rastlause bein;skjelving på hendene før eksamen|skjelving på hendene før eksamen;sesongallergi;skjev neseskillevegg|skeiv nasevegg;plattfot;hammertå;ganglion på håndryggen|ganglion på handbaken`,
  ),
  drug: list(
    `paracetamol;ibuprofen;simvastatin;metformin;enalapril;amlodipin;losartan;bisoprolol;zopiklon;oksykodon;morfin;kodein;tramadol;cetirizin;omeprazol;esomeprazol;laktulose;naproksen;diklofenak;atorvastatin;kandesartan;hydroklortiazid;acetylsalisylsyre;klopidogrel;insulin;melatonin;mirtazapin;escitalopram;desloratadin;fluoksetin;spironolakton;nifedipin;valsartan;ketorolak;metoklopramid;ondansetron;haloperidol;oksazepam;diazepam;nitroglyserin;kalsium;folsyre;jern;vitamin D;penicillin;cefotaksim;gentamicin;klindamycin;erytromycin;mometason`,
  ),
  form: list(
    `tabletter|tablettar;kapsler|kapslar;mikstur;injeksjon;plaster;inhalator;dråper|dropar;stikkpiller|stikkpiller;depottabletter|depottablettar;brusetabletter|brusetablettar;nesespray|nasespray;salve`,
  ),
  often: list(
    `daglig|dagleg;to ganger daglig|to gonger dagleg;morgen og kveld;ved behov;til natten|til natta;tre ganger i uken|tre gonger i veka;hver morgen|kvar morgon;annenhver dag|annankvar dag;før måltid;etter frokost|etter frukost;én gang i uken|éin gong i veka`,
  ),
  duration: list(
    `siden i går|sidan i går;den siste uken|den siste veka;i {2-9} dager|i {2-9} dagar;i {2-8} uker|i {2-8} veker;i flere måneder|i fleire månader;siden natt til i dag|sidan natt til i dag;i omtrent {2-12} timer|i omtrent {2-12} timar;etter helgen|etter helga;gjennom hele vinteren|gjennom heile vinteren;siden sommeren|sidan sommaren;det siste døgnet;fra tidlig morgen|frå tidleg morgon;etter en reise|etter ei reise`,
  ),
  trend: list(
    `gradvis økende|gradvis aukande;uendret|uendra;litt bedre|litt betre;klart verre;bølgende|bølgjande;tiltagende om natten|tiltakande om natta;avtagende|avtakande;svingende|svingande;vedvarende|vedvarande;verst om morgenen|verst om morgonen;jevnt bra|jamt bra`,
  ),
  job: list(
    `lærer|lærar;fisker|fiskar;bonde;elektriker|elektrikar;snekker|snikkar;sjåfør;kokk;renholder|reinhaldar;frisør;barnehagelærer|barnehagelærar;vekter|vektar;ingeniør;sekretær;butikkmedarbeider|butikkmedarbeidar;rørlegger|røyrleggjar;maler|målar;bibliotekar;journalist;prest;student;sveiser|sveisar;mekaniker|mekanikar;postbud;gartner|gartnar;saksbehandler|saksbehandlar;regnskapsfører|rekneskapsførar;hjelpepleier|hjelpepleiar;vaktmester|vaktmeister;servitør;skipper|skippar;montør;arkitekt;politibetjent;brannmann;tolk;revisor;økonom;kontorleder|kontorleiar;skogsarbeider|skogsarbeidar;smed`,
  ),
  family: list(
    `ektefelle;samboer|sambuar;datter|dotter;sønn|son;søster|syster;bror;mor;far;nabo;svigerdatter|svigerdotter;barnebarn;venn|ven;tante;onkel;kusine;fetter|fetter`,
  ),
  home: list(
    `enebolig|einebustad;leilighet i andre etasje|leilegheit i andre høgda;rekkehus;omsorgsbolig|omsorgsbustad;småbruk;hybel;tomannsbolig|tomannsbustad;bofellesskap|bufellesskap;blokk uten heis|blokk utan heis;kårbolig|kårbustad`,
  ),
  mood: list(
    `rolig|roleg;urolig|uroleg;våken|vaken;trøtt|trøytt;engstelig|engsteleg;blid;nedstemt;samarbeidsvillig|samarbeidsviljug;forvirret|forvirra;fåmælt;irritabel;lettet|letta;motivert;sliten;bekymret|uroa;oppstemt;tankefull`,
  ),
  food: list(
    `havregrøt|havregraut;brødskive;suppe;yoghurt;fiskekaker;potetmos;kjøttboller|kjøtbollar;eggerøre;saft;næringsdrikk;frukt;kjeks;lapskaus;risgrøt|risgraut;knekkebrød;pannekaker;kylling;melk|mjølk;kaffe med kjeks;bananer|bananar;fiskesuppe;ertestuing;omelett;kompott`,
  ),
  equipment: list(
    `rullator;krykker;rullestol;støttestrømper|støttestrømper;høreapparat|høyreapparat;trykkavlastende madrass|trykkavlastande madrass;oksygenbrille;blærekateter;venekanyle;sprøytepumpe;nattbord;dostol|dostol;ganghjelpemiddel|ganghjelpemiddel;pleieseng|pleieseng;alarmknapp;bandasje;skinne;gips;brystbelte;seler|selar;vendelaken;personløfter|personløftar;dusjstol`,
  ),
  image: list(
    `CT thorax;CT caput;CT abdomen;MR caput;MR columna;røntgen thorax;røntgen bekken;røntgen hofte;ultralyd abdomen;ultralyd hals;CT bihuler|CT biholer;MR kne;røntgen hånd|røntgen hand;CT urinveier|CT urinvegar;MR skulder;røntgen ankel|røntgen okle;røntgen skulder;ultralyd nyrer|ultralyd nyrer;MR bekken;CT hals`,
  ),
  organ: list(
    `leveren|levra;milten;nyrene|nyrene;galleblæren|galleblæra;lungene;hjertet|hjartet;hovedpulsåren|hovudpulsåra;bukspyttkjertelen;urinblæren|urinblæra;livmoren|livmora;skjoldbruskkjertelen;hjernen;ryggraden|ryggrada;bekkenet;magesekken;tykktarmen;tynntarmen;binyrene|binyrene;lymfeknutene|lymfeknutane;bihulene|biholene;luftrøret|luftrøyret;spiserøret|etrøyret`,
  ),
  normal: list(
    `ser normal ut;er uten anmerkning|er utan merknad;er av vanlig størrelse|er av vanleg storleik;har jevn kontur|har jamn kontur;er uforandret fra tidligere|er uendra frå tidlegare;viser ingen sikre forandringer|viser ingen sikre forandringar;er godt framstilt|er godt framstilt;har lett økt tetthet|har lett auka tettleik;er noe vanskelig å bedømme|er noko vanskeleg å vurdere;er uten tegn til blødning|er utan teikn til bløding;er lett forstørret|er lett forstørra;viser små forkalkninger|viser små forkalkingar`,
  ),
  incision: list(
    `midtlinjesnitt;lite snitt under navlen;tverrsnitt;tre små snitt;skråsnitt;snitt langs gammelt arr|snitt langs gammalt arr;sidesnitt;bakre tilgang`,
  ),
  suture: list(
    `enkeltsuturer|enkeltsuturar;fortløpende sutur|fortløpande sutur;stifter|stiftar;hudlim;resorberbar tråd;strips;nylontråd;madrassuturer|madrassuturar`,
  ),
  drain: list(
    `dren;kompressbandasje;gasbind;tettsittende plaster|tettsitjande plaster;sårpute;elastisk bind`,
  ),
  ward: list(
    `medisinsk avdeling;kirurgisk avdeling;akuttmottaket;intensivavdelingen|intensivavdelinga;observasjonsposten;sengepost {2-6} øst|sengepost {2-6} aust;dagposten;overvåkingen|overvakinga;oppvåkningen|oppvakninga;korttidsposten;geriatrisk avdeling;barneavdelingen|barneavdelinga`,
  ),
  helper: list(
    `vakthavende lege|vakthavande lege;sykepleier|sjukepleiar;fysioterapeut;ergoterapeut;sosionom;ernæringsfysiolog;bioingeniør;overlege;turnuslege;hjemmetjenesten|heimetenesta;radiograf;ambulansearbeider|ambulansearbeidar;tildelingskontoret;farmasøyt;logoped;psykolog;anestesilege;portør;helsefagarbeider|helsefagarbeidar;koordinator`,
  ),
  error: list(
    `feil dose;feil tidspunkt;manglende signatur|manglande signatur;ombyttet prøverør|ombytt prøverøyr;uklar beskjed|uklår beskjed;fall fra seng|fall frå seng;forsinket transport|forseinka transport;teknisk svikt;tapt henvisning|tapt tilvising;mangelfull opplæring;glatt gulv|glatt golv;underbemanning;to like navnelapper|to like namnelappar;tom oksygenflaske;utlogget journalsystem|utlogga journalsystem;trussel mot ansatt|trugsmål mot tilsett;blokkert nødutgang|blokkert naudutgang;utgått legemiddel|utgått legemiddel;manglende vekt i journalen|manglande vekt i journalen;avbrutt overvåking|avbroten overvaking`,
  ),
  harm: list(
    `ingen varig skade;forlenget opphold|forlengd opphald;kortvarig ubehag;behov for ekstra tilsyn;utsatt operasjon|utsett operasjon;ny prøvetaking;bekymring hos pårørende|uro hos pårørande;lett blåmerke;merarbeid for avdelingen|meirarbeid for avdelinga;kortvarig blodtrykksfall;forsinket hjemreise|forseinka heimreise;lite hudsår`,
  ),
  measure: list(
    `ny rutine for dobbeltkontroll;opplæring av nye vikarer|opplæring av nye vikarar;merking av skuffer|merking av skuffer;gjennomgang på personalmøte;melding til produsenten;samtale med pårørende|samtale med pårørande;bedre lys i korridoren|betre lys i korridoren;egen sjekkliste|eiga sjekkliste;fast kontaktperson;reparasjon av utstyret;endret bemanningsplan|endra bemanningsplan;sklisikre sokker|sklisikre sokkar;daglig kontroll av tralle|dagleg kontroll av tralle;påminning i journalsystemet`,
  ),
  sometime: list(
    `i formiddag|i føremiddag;i natt;i går kveld;ved vaktskiftet;rett etter frokost|rett etter frukost;under visitten;sent på ettermiddagen|seint på ettermiddagen;i helgen|i helga;tidlig i morges|tidleg i dag morgon;like før lunsj;ved leggetid|ved leggjetid;kort tid etter ankomst|kort tid etter framkomst`,
  ),
  wish: list(
    `en ny vurdering|ei ny vurdering;videre utredning|vidare utgreiing;råd om behandling;en spesialists mening|meininga til ein spesialist;tilsyn i løpet av uken|tilsyn i løpet av veka;hastetime;opphold på rehabilitering|opphald på rehabilitering;bistand til medisinendring;samtale om videre tiltak|samtale om vidare tiltak;vurdering av førerkort|vurdering av førarkort;avklaring av arbeidsevne;veiledning i egentrening|rettleiing i eigentrening`,
  ),
  adverb: list(
    `noe|noko;litt;betydelig|monaleg;tydelig|tydeleg;gradvis;stort sett;av og til;stadig;heldigvis|heldigvis;foreløpig|førebels;fortsatt|framleis;tidvis;forbigående|forbigåande;raskt;langsomt|sakte;jevnt|jamt`,
  ),
} as const;
