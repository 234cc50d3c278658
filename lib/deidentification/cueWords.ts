/** Words that say what stands beside them, and capitals that identify nobody; both standards. */

const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles before a name. Abbreviated ones are written without their point. */
export const titles = setOf(`
lege legen overlege overlegen turnuslege turnuslegen assistentlege fastlege fastlegen kommunelege
tilsynslege bakvaktslege legespesialist spesialist dr doktor prof professor lis lis1 lis2 lis3 kirurg
kirurgen anestesilege radiolog psykiater psykolog psykologen psykologspesialist sykepleier
sykepleieren sjukepleiar sjukepleiaren spl vernepleier vernepleiar hjelpepleier hjelpepleiar
helsefagarbeider helsefagarbeidar jordmor jordmoren jordmora fysioterapeut fysioterapeuten
ergoterapeut sosionom ernæringsfysiolog logoped bioingeniør tannlege hr herr fru frk frøken
tolk tolken vaktlege vaktlegen bakvakt nattevakt hjemmesykepleier heimesjukepleiar sykepleierstudent sjukepleiarstudent
miljøterapeut miljøarbeider miljøarbeidar avdelingsleder avdelingsleiar assistent vikar helsesykepleier helsesjukepleiar
enkefru enkjefru fruen familien vertsfamilien ekteparet søsknene søskena brødrene søstrene lærer lærar rektor advokat overbetjent
sjåfør ambulansefagarbeider portør bioingeniør radiograf stråleterapeut ortoped nevrolog kardiolog gynekolog
indremedisiner urolog onkolog geriater pediater barnelege øyelege augelege hudlege psykologspesialisten lege/ass
avdelingsoverlege avdelingsoverlegen seksjonsoverlege avdelingssykepleier avdelingssjukepleiar
kontaktsykepleier kontaktsjukepleiar ambulansearbeider saksbehandler sakshandsamar medstudent
stud.med sekretær seksjonsleder seksjonsleiar prest presten`);

/** Titles that are written with a point. */
export const shortTitles =
  /^(?:dr|prof|hr|fr|frk|spl|sykepl|sjukepl|lis\d?|stud|ass|sekr|psyk|fysio|ergo|overl|avd)$/;

/** Relatives and the like, before or after whom a name stands. */
export const relatives = setOf(`
kone kona konen mann mannen ektefelle ektefellen ektefelles samboer samboeren sambuar sambuaren
partner partneren kjæreste kjæresten mor moren mora far faren søster søsteren søstera syster systera
bror broren broder datter datteren dattera dotter dottera sønn sønnen son sonen barn barnet barna
born borna bestemor bestemoren besteforelder bestefar tante onkel nabo naboen venn vennen veninne
venninne venninnen niese nevø fetter kusine svigermor svigerfar svigerdatter svigersønn svigersøster
svigerinne svoger barnebarn barnebarnet stefar stemor forelder foreldre foreldrene verge vergen
niesen nevøen tanten tanta onkelen fetteren kusinen kusina storebror storebroren lillebror lillebroren veslebror veslebroren storesøster lillesøster storesyster veslesyster søsken sysken søskena kamerat kameraten venninna venninne foresatt foresatte fosterfar fostermor fosterforeldre pårørende pårørande tvilling tvillingen tvillingbror tvillingsøster eks ekskone eksmann`);

/** Labels of forms and openings before a person's name. */
export const nameLabels = setOf(`
navn namn pasient pasienten pasientens pasientnavn pasientnamn gjelder gjeld vedr vedrørende
vedrørande pas pårørende pårørande kontaktperson signatur signert sign underskrift mvh hilsen helsing
helsning etternavn fornavn etternamn fornamn forfatter forfattar dokumentert skrevet skrive utført
utførd behandler behandlar behandlingsansvarlig epikrise utskrivningsnotat henvist tilvist lege
personalia kopi kontakt ansvarlig ansvarleg attestert dikteret diktert fører førar`);

/** Words for a place or its bounds before a place name. */
export const placePrepositions = setOf(
  "i på fra frå til ved over mot nær utenfor utanfor omkring rundt innen innan gjennom via mellom",
);

/** Whose next capital after "i", "på", "fra" is a place whatever the word. */
export const dwelling = setOf(`
bor bur bodd budd bodde budde bosatt busett busette bustad bosted flyttet flytta flyttar flytter
oppvokst oppvaksen oppvakse født fødd hjemme heime hjemmehørende heimehøyrande kommer kjem kom opprinnelig
opphavleg opphavelig reiste reist reise reiser ferie ferierte hytte hytta gård gard jobber jobbar
arbeider arbeidar arbeidet arbeidde jobbet jobba skole skule studerer vokste vaks stammer hjemby
fødselsdato fødselsdetaljer fødested fødestad fødeplass fødselsplass fødselssted fødselsstad hjemsted heimstad arbeidssted`);

/** Kinds of units that treat or care, as the head of a name ("Voss sjukehus"). */
export const unitHeads = setOf(`
sykehus sykehuset sjukehus sjukehuset universitetssykehus universitetssykehuset universitetssjukehus
universitetssjukehuset sentralsykehus sentralsykehuset sentralsjukehus sentralsjukehuset lokalsykehus
lokalsjukehus fylkessykehus fylkessjukehus legevaktsykehus legevaktsjukehus lungesykehus revmatismesykehus
revmatismesykehuset spesialsykehuset rehabiliteringssykehus nærsykehus sykestue sykestua sjukestue
sjukestove sjukestugu sykehjem sykehjemmet sjukeheim sjukeheimen aldersheim aldershjem omsorgssenter
omsorgssenteret omsorgsheim bukollektiv bofellesskap bofellesskapet bufellesskap bufellesskapet helsehus
helsehuset helsetun helsetunet helsesenter helsesenteret helsesportsenter helsesportssenter legesenter
legesenteret legekontor legekontoret legevakt legevakta legevakten legevaktsentral legevaktsentralen
legegruppe legeklinikk spesialistsenter behandlingssenter behandlingssenteret
rehabiliteringssenter rehabiliteringssenteret opptreningssenter opptreningssenteret rehabilitering
mestringssenter kurbad hospital hospitalet klinikk klinikken klinikkane klinikkene poliklinikk
poliklinikken poliklinikker radiologi røntgen dps bup ara tsb phv vop abup døgnenhet døgneining
psykiatrisenter psykiatrisenteret psykiatri distriktspsykiatriske distriktspsykiatrisk sanatorium
avrusning avrusing akuttsenter akuttpsykiatri ruspoliklinikk barnehabilitering voksenhabilitering
habiliteringstjeneste habiliteringstenesta habilitering helsestasjon helsestasjonen tannklinikk
tannklinikken apotek apoteket hf kollektivet institutt instituttet recoverysenter fødestue fødestova
ambulansestasjon ambulanse senter senteret stiftelsen stiftinga foretak`);

/** Further words of names of units: they go on with one, and alone are none. */
export const unitWords = setOf(`
helse avdeling avdelingen avdelinga avd seksjon seksjonen enhet enheten eining eininga post posten
sengepost sengeposten døgnpost døgnseksjon team teamet divisjon divisjonen klinikk område området
nasjonal nasjonalt kompetansesenter kompetansetjeneste behandlingstjeneste psykiatrisk psykiatriske
psykosepoliklinikken allmennpsykiatrisk alderspsykiatrisk alderspsykiatriske diakonale medisinsk medisinske
kirurgisk ortopedisk somatikk rus rusmedisin rusbehandling barne ungdomspsykiatri ungdomspsykiatrisk
ungdom barn unge voksne vaksne avhengighet avhengighetsbehandling poliklinisk lærings mestringssenter
regional regionalt sør nord øst vest aust ytre indre øvre nedre midt gamle nye store vestre østre nordre
søndre omegn omland as ans sa bo bu forsterket forsterka spesialpoliklinikk dagbehandling lab
laboratorium blodbank akuttmottak mottak intensiv føde barsel nyfødt barneavdeling kvinneklinikken
kvinneklinikk fysikalsk ambulerende ambulant`);

/** Words after which a unit is named: "innlagt ved …", "kontakt med …". */
export const admissions = setOf(`
innlagt innlagd innlagde innlegges innleggelse innlegging overført overførd overføres utskrevet utskriven utskrevne
utskrivning utskrivnings henvist henvises tilvist tilvising henvisning behandlet behandla behandling behandlingen
behandlinga operert opererte vurdert undersøkt kontroll oppfølging oppfylgjing opphold opphald oppholdet
opphaldet mottatt motteken fulgt fylgd følges kjent kjend poliklinisk time innkalt innkalla ansatt tilsett
kontakt kontakte tilknyttet tilknytt legevakt sendt sendes sendast sende tatt teken legges`);

/** Capitals that are no names: diseases called after people, scales, drugs, devices, bacteria, days. */
export const eponyms = setOf(`
parkinson parkinsons alzheimer alzheimers crohn crohns hodgkin hodgkins graves hashimoto hashimotos
basedow basedows babinski romberg rombergs trendelenburg apgar glasgow addison addisons cushing cushings
bechterew bechterews sjøgren sjøgrens raynaud raynauds meniere menieres ménière wernicke korsakoff down downs
turner turners marfan marfans ehlers danlos hirschsprung colles baker bakers dupuytren dupuytrens lasegue
lasègue kernig brudzinski murphy murphys mcburney doppler holter seldinger foley whipple billroth
roux hartmann hartmanns ringer ringers guedel bell bells barrett barretts peyronie scheuermann perthes
osgood schlatter achilles horner horners wolff white duchenne huntington huntingtons creutzfeldt
jakob tourette tourettes asperger aspergers rorschach wechsler beck becks barthel montgomery hamilton
wells norton braden mallampati bishop borg waldenström wegener wegeners kaposi behcet kawasaki still
stills gilbert gilberts wilson wilsons still bankart hill sachs heberden bouchard epstein barr
coombs papanicolaou gram giemsa sudeck sudecks quincke paget pagets kocher pfannenstiel lisfranc weber
haglund haglunds kielland kiellands hoffmann hoffman steinberg walker douglas heimlich morison morisons homans
haglund thompson lachman mcmurray phalen tinel hawkins jobe rinne angeles leopold levine miller stevens-johnson johnson neer finkelstein spurling schober faber ortolani barlow gower gowers
chvostek trousseau kussmaul cheyne stokes biot broca wernickes charcot hirschberg snellen amsler schirmer epley dix
hallpike valsalva leopold bartholin skene gartner kegel credé cullen grey rovsing psoas blumberg courvoisier hegar
lembert kirschner steinmann ilizarov charnley exeter yasmin bence gustilo garden pott jefferson chance bennett monteggia galeazzi schatzker salter harris tanner
killip forrester hunt hess fontaine rutherford child pugh gleason dukes breslow clark robson bosniak
metavir ranson balthazar virchow rivaroxaban marevan eliquis paracet ibux`);

const calendar = setOf(`
januar februar mars april mai juni juli august september oktober november desember january february march
may june july october december mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag
sundag jul påske pinse nyttår jonsok sankthans norge noreg norsk sverige danmark europa norden`);

/** Words that headings and forms begin with a capital in the middle of a line. */
const formWord =
  /^(?:utskriv|utskrift|innlegg|notat|epikrise|journal|pasient|diagnose|hoveddiagnose|hovuddiagnose|bidiagnose|sammendrag|samandrag|anbefaling|tilråding|oppsummering|henvisning|tilvising|venn?lig|venleg|hilsen|helsing|signatur|dato|alder|fødsel|født|fødd|navn|namn|telefon|adresse|tilstand|status|behandling|medisin|person|undersøk|oppfølg|oppfylg|plan$|vurdering|aktuelt|anamnese|tidligere|tidlegare|resyme|konklusjon|kontakt|fall$|symptom|resultat|informasjon|opplysning|historie|ved$|med$|nn$)/;

/** Whether a capital word identifies nobody wherever it stands. */
export const isNoName = (lower: string): boolean =>
  eponyms.has(lower.replace(/'s?$/, "").replaceAll("ö", "ø")) ||
  calendar.has(lower) ||
  formWord.test(lower) ||
  land.test(lower);

/** People without a name, and words for them, which a sentence begins with. */
export const persons = setOf(`
pasienten pasient mannen kvinnen kvinna mann kvinne hun han ho hen de dei vi jeg eg du det den gutten
guten jenta jenten barnet faren moren mora vedkommende vedkomande alder alderen begge ingen hennes
pasientens sykdommen tilstanden legen sykepleier sjukepleiar personen brukeren brukaren beboer bebuar
beboeren spedbarnet tenåringen`);

/** Lands and parts of the world: too many people are from there to tell one. */
const land =
  /^(?:(?:nord|sør|øst|vest|sentral|mellom|aust)-?)?(?:europa|afrika|asia|amerika|australia|oseania|afghanistan|albania|algerie|argentina|bangladesh|belgia|bolivia|bosnia|brasil|bulgaria|burma|canada|chile|colombia|congo|cuba|danmark|egypt|england|eritrea|estland|etiopia|filippinene|filippinane|finland|frankrike|færøyene|gambia|ghana|hellas|hviterussland|india|indonesia|irak|iran|irland|island|israel|italia|japan|jemen|jordan|jugoslavia|kenya|kina|kosovo|kroatia|kurdistan|kypros|kreta|latvia|libanon|libya|litauen|makedonia|malaysia|marokko|mexico|mosambik|myanmar|nederland|nepal|nigeria|noreg|norge|pakistan|palestina|peru|polen|portugal|romania|russland|rwanda|saudi|senegal|serbia|skandinavia|skottland|slovakia|slovenia|somalia|spania|sri|storbritannia|sudan|sveits|sverige|syria|syden|tanzania|thailand|tsjekkia|tunisia|tyrkia|tyskland|uganda|ukraina|ungarn|usa|uzbekistan|vietnam|wales|østerrike|austerrike|zambia|zanzibar|zimbabwe|kanariøyene|kanariøyane|mallorca|gran|tenerife|antarktis|arktis|nordsjøen|middelhavet|balkan|karibia)$/;

/** Small words that sentences begin with. */
export const openers = setOf(`
i på av til fra frå ved med for om under over etter før mellom mot uten utan hos og eller men så da når
mens medan hvis dersom om at som der her nå no ikke ikkje ingen inga inkje noe noko noen nokon flere fleire
alle alt andre annet anna en ei et ein eit den det denne dette disse desse min din sin vår våre hennar
har hadde er var blir vert ble blei vart får fikk fekk kan kunne må måtte skal skulle vil ville bør burde
etterpå deretter derfor difor samt også òg både barna borna barn pår pas pt spl kl ca ev evt obs mtp pga
god godt gode dårlig dårleg normal normalt normale ellers elles videre vidare totalt hver kvar selv sjølv
ut inn opp ned hjem heim lett mild moderat høy høg lav låg venstre høyre hø ve bilateralt tydelig tydeleg
forsiktig bestiller ønsker ønskjer får gir gjev tar tek ser kommer kjem går står sitter ligger ligg tåler toler
første fyrste neste siste ny nytt nye gammel gamal hvordan korleis hva kva hvem kven hvor kor hvorfor kvifor
hvilken kva hvilke kva hennes his snart gruer eget eige egen eiga kommunal privat leilighet leilegheit forøvrig kollegen gutt jente følgende følgjande mor far bror søster sønn son datter dotter kone mann nabo`);

/** What only people do, and what is only done to them: follows a name. */
export const personVerb =
  /^(?!, se?i)(?:,? )(?!(?:er|var|ble|vart|blei|blir|har blitt|har vorte) utført)(?:(?:er|var|på) )?(?:\d{1,3}[ -]?år|bor |bur |klager|klagar|oppgir|oppgjev|forteller|fortel|fortalte|fortalde|opplyser|ønsker|ønskjer|ringte|ringde|møter |møtte|reiste|sier |seier |føler|trives|trivst|spiser|sover|våknet|(?:er|var|ble|vart|blei|blir|har blitt|har vorte) (?:inn|ut|over)(?:lagt|lagd|lagde|l\.?|skrevet|skriven|skrivet|flytta|flyttet|ført|ferdiget)|(?:er|ble|vart|blei) (?:født|fødd|henvist|tilvist|mobilisert|operert|orientert|tatt imot|teken imot))/;

/** What people do, behind a word that the lists have as a name. */
export const humanVerb =
  /^,? (?:(?:har|er|var|ble|blei|blir|vart|vert) )?(?:sovet|sove|sov|søv|sover|spist|ete|åt|spiser|spis|drukket|drukke|drikker|drikk|grått|gråt|gråter|græt|ringer|ringte|ringde|opplever|opplev|ønsker|ønskjer|ønsket|ønskte|signerer|signerte|tok imot|tar imot|tek imot|synes|synest|syns|mener|meiner|meinte|mente|kjenner seg|følte|forteller|fortel|sier|seier|sa at|snakker|snakkar|svarte|gruer|gruar|trives|trivst|klager|klagar|klaga|klaget|bor|bur|jobber|jobbar|jobbet|jobba|(?:har|hadde) \p{L}{0,6}vakt|roper|ropar|ropte|ropa|rusler|ruslar|våkner|våkna|vaknar|vakna|datt|såg|leker|leikar|var (?:ikke |ikkje )?med|orientert|informert|mobilisert|utskrevet|utskriven|innlagt|innlagd|følger med|følgjer med|fylgjer med|er pårørende|er pårørande|lei seg|til stede|sliten|våken|vaken|kvalm|urolig|uroleg|ble sett|er sett|vart sett|virker (?:sliten|trøtt|urolig|rolig|glad|engstelig|forvirret|klar)|verkar (?:sliten|trøytt|uroleg|roleg|glad|engsteleg|forvirra|klar))(?!\p{L})/u;
/** What things do too: enough behind a name that is no word. */
export const livesVerb =
  /^,? (?:(?:har|er|var|ble|blei|blir|vart|vert) )?(?:virker|verkar|virket|verka|kommer|kjem|kom|møter|møtte|reiser|reiste|sitter|sit|ligger|ligg|går|gjekk|gikk|står|stod|svarer|svarar|trenger|treng|vil|ville|skal|skulle|kan|får|fekk|fikk|tar|tek|hadde|har|hjelper|hjelpte|følger|følgjer|rolig|roleg|glad|redd|syk|sjuk|død|heime|hjemme|operert|undersøkt|medisinert|tilsett|ansatt|kontaktet|kontakta|ringt|tilkalt)(?!\p{L})/u;

/** Words of what is called after people, whoever the name is of: "Thomas test". */
export const eponymNoun =
  /^(?:test|testen|skala|score|skår|prosedyre|klassifikasjon|manøver|refleks|stadium|arbor|mater|stedy|protein|monitor|tang|tong)$/u;

/** Machines and programmes that are written in capitals like a name. */
export const upperNoNames = setOf("lucas sara eva ada linda marta maria tomas");

/** What follows an eponym when it is no person: "Holter EKG", "Borg skala", "Weber lateraliserer". */
export const eponymNext =
  /^(?:sykdom\p{L}*|sjukdom\p{L}*|syndrom\p{L}*|test\p{L}*|prøve\p{L}*|skala\p{L}*|skår\p{L}*|score\p{L}*|index|indeks|fraktur\p{L}*|fracture|lung|palsy|disease|syndrome|sign|contracture|kontraktur\p{L}*|brudd\p{L}*|brot\p{L}*|type|grad|gradering|stadi\p{L}*|klassifi\p{L}*|tegn|teikn|refleks\p{L}*|ekg|monitor\p{L}*|registrering\p{L}*|måling\p{L}*|positiv\p{L}*|negativ\p{L}*|lateraliser\p{L}*|tang|kateter\p{L}*|dren\p{L}*|operasjon\p{L}*|plastikk|metode\p{L}*|kriteri\p{L}*|parese|lymfom\p{L}*|leddet|ledd|knute\p{L}*|celle\p{L}*|farging|farga|måned|månad|coma|fenomen\p{L}*|posisjon|leie|snitt|incisjon\p{L}*|nål\p{L}*|protese\p{L}*|nagle\p{L}*|skinne\p{L}*|bandasje\p{L}*|gips|tyreoiditt|demens|\p{L}*dystrofi|ampulle\p{L}*|kjertel|kjertler|kjertlar|sarkom\p{L}*|anemi|trekant|divertikkel|brokk|blodprosent|acetat|laktat)$/u;

/**
 * Names that also are words: at the start of a sentence a capital does not tell them apart, so
 * something beside them has to. The last lines are names of the lists that stand in small letters
 * at least three times in UD Norwegian (both standards) or NorMedTerm.
 */
export const alsoWords = setOf(`
rene cor salve steiner ella iris pia carina rosa linea mons ester vera flora alba norma magna sella stella viola aurora petra delta sigma beta luna
bleik bjørk huda ben helga odds stol bekken halsen lia engen dalen skulderen brystet gul winter tan marina regina nova gloria celle serum vita data media tora
andre første siste hemming auke øke roar inga son ven har hos barna våren even per dag liv live tor odd bo ask sol rose stein bjørn else mai may du falk storm bror brede
finn stig hans grim gry lage hall helge tone trygg siv ulv tom jo alf signe tale gro alma mine min
dine berg dal lie vik strand bakke bakken hage hagen lund sand holm li lian lien sommer land hus
mo by foss myr bø eng bull gran krog hauge bang bu skog ness hove horn hole kile kind lade lange
mork glad brun dyb havn helle jordan klein kraft le lo ly mark nesse rana ring rød sande skei stam
stang strøm sund tang torp vang voll øye øre opp ser svar tar kan var gir får nes sett side moe
moen roll rode rett rask grå grønn gade mann male mør myrene skar skare skår stav staver stave
brekke vold volden syre fure gram grav graven gård rygg arm fot tåre tufte våge venn eik eide eie
eier hals halse kinn nese nakken skulder bein lår legg legge støle løkke husa hop hope heim heien
heier heller hell holt hytte lid lide liden mal meling melde mele minne nord nylig sagen sak seter
skaug slette sletten smed sorte stien stor store sval sveen syd taule torsk trang tung vest viken
vie vinje østen ut ute utne vår my ta august mars lur ro åse åsen are bruk falla flat kval kvale
lang lauv lek lys lyng nye prest sela senn senter sten stille straume tid time tin topp torg torv
trå tverr tynn vaksen vegg velde vent vett vid vilje vin voks værnes dale
sine endre finne viste kampen person skule landa islam fred juni vist runde kristen roman jul
kalle sjøen fiske lykke andres brenne skogen leite liva lam grov gjerde fjell botnen ringen
tran takle furu lyder sanne mørk timian hol havre line tufta alm tomter haug stål flåten
bonde strømmen lande fossen hval havnen rabbe tea gitte han gamle ting bak saman finnes synes
foster indre the greiner tunge kul tala tanke skatt tri million ung bær førre vatn selje kjenne
veien stolt sommar lei svare tas sang koster heng plassen kallar trong kong rein peker trygge
dreier høye huske tolv tuba lønn aspen song herb rik elva sen lita gule oppi marine prins snur
bustad straum pollen orion dekker milde blind stas jevne hang anke hald jamne kosta black humle
hoppe binde dyre fikse feste van laust viset lava utland feiring skjerpe skille lykken torget
safari bru skum basic høver olja salmon mønstre roer hjelm brett maks eske herre ekle straumen
styrkar sokn vara skåra stase aura`);

/** Forms of drugs, behind their names: "Orion Tab 10 mg". */
export const drugForms = setOf(
  "tab tabl tablett tabletter kaps kapsel kapsler inj inf mikst mikstur depottab depotkaps enterotab smeltetab resoribl pulv pulver krem salve gel liniment supp stikkpille vagitorie inhal inhalasjon nesespray øyedr øyedråper plaster depotplaster retard drasjer granulat gran",
);

/** Small words between the parts of a name. */
export const particles = setOf("von van de del la el al bin ben ibn abu af di da dos");
