/** Operations on chest, head, limbs and elsewhere. */

import type { Operation } from "./operations";

export const otherOperations = {
  bypass: {
    title: "koronar bypass",
    anaesthesia: "general",
    position: "ryggleie",
    antibiotic: "cefalotin 2 g",
    minutes: "170-290",
    bleeding: "300-900",
    steps: `
Median sternotomi, arteria mammaria høstes skjelettert. | Median sternotomi, arteria mammaria blir hausta skjelettert.
Venegraft tas endoskopisk fra {=side} legg. | Venegraft blir teke endoskopisk frå {=side} legg.
Full heparinisering, kanylering av aorta og høyre forkammer. | Full heparinisering, kanylering av aorta og høgre forkammer.
Hjertet stanses med kald blodkardioplegi. | Hjartet blir stansa med kald blodkardioplegi.
Mammaria sys ende-til-side til LAD. | Mammaria blir sydd ende-til-side til LAD.
Vene til marginalgren og bakre descendens, flow {30-75} ml per minutt. | Vene til marginalgrein og bakre descendens, flow {30-75} ml per minutt.
Avvenning fra hjerte-lungemaskin uten inotropi. | Avvenning frå hjarte-lungemaskin utan inotropi.`,
    closure: `
Sternum lukkes med {6-8} stålcerclager, hud intrakutant. | Sternum blir lukka med {6-8} stålcerclagar, hud intrakutant.`,
    after: `
Til thoraxintensiv, ekstuberes etter {3-7} timer. | Til thoraxintensiv, blir ekstubert etter {3-7} timar.
Ingen løft over fem kilo på seks uker. | Ingen løft over fem kilo på seks veker.`,
  },
  aorticValve: {
    title: "innsetting av biologisk aortaklaff|innsetjing av biologisk aortaklaff",
    anaesthesia: "general",
    position: "ryggleie",
    antibiotic: "cefalotin 2 g",
    minutes: "150-270",
    bleeding: "250-800",
    steps: `
Øvre ministernotomi til fjerde interkostalrom. | Øvre ministernotomi til fjerde interkostalrom.
Hjerte-lungemaskin og aortatang. | Hjarte-lungemaskin og aortatong.
Tverr aortotomi, den native klaffen eksideres. | Tverr aortotomi, den native klaffen blir skoren ut.
Kalkrester fjernes fra ringen med rongeur. | Kalkrestar blir fjerna frå ringen med rongeur.
Klaff nummer {21/23/25} sys inn med {12-15} pledgetsuturer. | Klaff nummer {21/23/25} blir sydd inn med {12-15} pledgetsuturar.
Aorta lukkes i to lag, luft tømmes ut. | Aorta blir lukka i to lag, luft blir tømd ut.
Ultralyd via spiserøret viser god klaffefunksjon uten lekkasje. | Ultralyd via etrøyret viser god klaffefunksjon utan lekkasje.`,
    closure: `
To mediastinale dren, sternum lukkes med ståltråd. | To mediastinale dren, sternum blir lukka med ståltråd.`,
    after: `
Pacemakertråder fjernes fjerde dag. | Pacemakertrådar blir fjerna fjerde dag.
Telemetri til rytmen er stabil. | Telemetri til rytmen er stabil.`,
  },
  pericardialDrain: {
    title: "subxifoidal drenasje av perikard",
    anaesthesia: "sedation",
    position: "halvsittende|halvsitjande",
    antibiotic: "",
    minutes: "20-45",
    bleeding: "0-20",
    steps: `
Ultralyd bekrefter trygg punksjonsvei. | Ultralyd stadfestar trygg punksjonsveg.
Nålen føres mot venstre skulder under innsyn. | Nåla blir ført mot venstre skulder under innsyn.
{250-700} ml strågul væske tømmes langsomt. | {250-700} ml strågul væske blir tømd langsamt.
Pigtail legges over ledetråd. | Pigtail blir lagd over leietråd.
Hemodynamikken bedres umiddelbart. | Hemodynamikken betrar seg straks.`,
    closure: `
Kateteret festes og kobles til pose. | Kateteret blir festa og kopla til pose.`,
    after: `
Drenet fjernes når det gir under {25/50} ml i døgnet. | Drenet blir fjerna når det gir under {25/50} ml i døgnet.
Væsken sendes til cytologi og dyrkning. | Væska blir send til cytologi og dyrking.`,
  },
  lobectomy: {
    title: "torakoskopisk lobektomi",
    anaesthesia: "general",
    position: "sideleie med knekk i bordet",
    antibiotic: "cefuroksim 1,5 g",
    minutes: "120-210",
    bleeding: "50-300",
    steps: `
Dobbeltlumentube, {=side} lunge slippes ned. | Dobbeltlumentube, {=side} lunge blir sleppt ned.
Tre porter, den fremre forlenges til {4-6} cm. | Tre portar, den fremre blir forlengd til {4-6} cm.
Ingen pleurale utsæd. | Ingen pleurale utsæd.
Overlappsvenen fridissekeres og staples. | Overlappsvena blir fridissekert og stapla.
Arteriegrenene tas én for én, bronkien staples sist. | Arteriegreinene blir tekne éi for éi, bronkien stapla sist.
Lymfeknuter fra stasjon {4-7} og {8-10} tas til undersøkelse. | Lymfeknutar frå stasjon {4-7} og {8-10} blir tekne til undersøking.
Vannprøve uten luftlekkasje. | Vassprøve utan luftlekkasje.`,
    closure: `
Ett thoraxdren, interkostalblokade, lagvis lukking. | Eitt thoraxdren, interkostalblokade, lagvis lukking.`,
    after: `
Drenet fjernes ved under {200-400} ml i døgnet. | Drenet blir fjerna ved under {200-400} ml i døgnet.
Lungefysioterapi fra samme kveld. | Lungefysioterapi frå same kvelden.`,
  },
  tonsillectomy: {
    title: "tonsillektomi og ganeplastikk",
    anaesthesia: "general",
    position: "ryggleie med bakoverbøyd hode|ryggleie med bakoverbøygd hovud",
    antibiotic: "",
    minutes: "25-55",
    bleeding: "10-90",
    steps: `
Munnsperre settes inn. | Munnsperre blir sett inn.
{=side} tonsill løses med kald disseksjon langs kapselen. | {=side} tonsill blir løyst med kald disseksjon langs kapselen.
Samme prosedyre på motsatt side. | Same prosedyren på motsett side.
Drøvelen forkortes, og ganebuene sys. | Drøvelen blir korta, og ganebogane sydde.
Bipolar hemostase til tørt felt. | Bipolar hemostase til tørt felt.`,
    closure: `
Svelget suges rent, ventrikkelen tømmes. | Svelget blir soge reint, ventrikkelen tømd.`,
    after: `
Is og kald drikke, myk mat i ti dager. | Is og kald drikke, mjuk mat i ti dagar.
Kommer straks ved frisk blødning. | Kjem straks ved frisk bløding.`,
  },
  fistula: {
    title: "anleggelse av arteriovenøs fistel|anlegging av arteriovenøs fistel",
    anaesthesia: "local",
    position: "ryggleie med utstrakt arm|ryggleie med utstrekt arm",
    antibiotic: "cefalotin 2 g",
    minutes: "55-110",
    bleeding: "5-40",
    steps: `
Plexusblokade med ropivakain. | Plexusblokade med ropivakain.
Lengdesnitt mellom arteria radialis og vena cephalica. | Lengdesnitt mellom arteria radialis og vena cephalica.
Venen deles perifert og spyles opp, {2-4} mm i diameter. | Vena blir delt perifert og spylt opp, {2-4} mm i diameter.
Ende-til-side anastomose med 7-0 Prolene. | Ende-til-side anastomose med 7-0 Prolene.
God durring kjennes over venen. | God durring kan ein kjenn~ over vena.`,
    closure: `
Huden sys med enkeltsuturer uten stram bandasje. | Huda blir sydd med enkeltsuturar utan stram bandasje.`,
    after: `
Varm hånd og radialispuls kontrolleres hver time. | Varm hand og radialispuls blir kontrollert kvar time.
Ballklemming {5-10} minutter tre ganger daglig. | Ballklemming {5-10} minutt tre gonger dagleg.`,
  },
  breast: {
    title: "brystbevarende kirurgi med vaktpostlymfeknute|brystbevarande kirurgi med vaktpostlymfeknute",
    anaesthesia: "general",
    position: "ryggleie med utslått arm|ryggleie med utslegen arm",
    antibiotic: "",
    minutes: "60-120",
    bleeding: "10-80",
    steps: `
Merketråd ligger i {=side} bryst. | Merketråd ligg i {=side} bryst.
Bueformet snitt over svulsten i hudens linjer. | Bogeforma snitt over svulsten i linjene i huda.
Reseksjon med fri margin ned til pektoralisfascien. | Reseksjon med fri margin ned til pektoralisfascien.
Preparatrøntgen viser at forandringen er med. | Preparatrøntgen viser at forandringa er med.
Gammaprobe finner {1-3} radioaktive lymfeknuter i aksillen. | Gammaprobe finn {1-3} radioaktive lymfeknutar i aksilla.
Titanklips markerer hulrommet. | Titanklips markerer holrommet.
Kjertelvevet flyttes for å fylle defekten. | Kjertelvevet blir flytta for å fylle defekten.`,
    closure: `
Underhud med 3-0, hud intrakutant, steristrips. | Underhud med 3-0, hud intrakutant, steristrips.`,
    after: `
Sports-bh dag og natt i to uker. | Sports-bh dag og natt i to veker.
Svar fra patologen om {2-3} uker. | Svar frå patologen om {2-3} veker.`,
  },
  thrombectomy: {
    title: "endovaskulær trombektomi",
    anaesthesia: "sedation",
    position: "ryggleie på angiografilaben",
    antibiotic: "",
    minutes: "25-85",
    bleeding: "0-20",
    steps: `
Ultralydveiledet punksjon av høyre arteria femoralis. | Ultralydrettleidd punksjon av høgre arteria femoralis.
Ballongkateter føres til carotis interna. | Ballongkateter blir ført til carotis interna.
Angiografi viser stopp i M1. | Angiografi viser stopp i M1.
Mikrokateter passerer tromben, stentretriever utløses i {3-5} minutter. | Mikrokateter passerer tromben, stentretriever blir utløyst i {3-5} minutt.
Ved {1-3}. uttrekk kommer hele koagelet ut. | Ved {1-3}. uttrekk kjem heile koagelet ut.
Kontroll viser full reperfusjon, TICI 3. | Kontroll viser full reperfusjon, TICI 3.`,
    closure: `
Innstikket lukkes med AngioSeal. | Innstikket blir lukka med AngioSeal.`,
    after: `
Flatt sengeleie i fire timer, systolisk trykk under 180. | Flatt sengeleie i fire timar, systolisk trykk under 180.
Lyske og fotpuls sjekkes hvert kvarter. | Lyske og fotpuls blir sjekka kvart kvarter.`,
  },
  disc: {
    title: "mikrokirurgisk fjerning av utglidd skive|mikrokirurgisk fjerning av utgliden skive",
    anaesthesia: "general",
    position: "bukleie med fri buk",
    antibiotic: "cefalotin 2 g",
    minutes: "40-95",
    bleeding: "10-80",
    steps: `
Nivået bekreftes med gjennomlysning. | Nivået blir stadfesta med gjennomlysing.
Midtlinjesnitt på {3-4} cm, muskulaturen løses på {=side} side. | Midtlinjesnitt på {3-4} cm, muskulaturen blir løyst på {=side} side.
Mikroskop inn, ligamentum flavum åpnes. | Mikroskop inn, ligamentum flavum blir opna.
Nerveroten er flat og spent, den føres medialt. | Nerverota er flat og spent, ho blir ført medialt.
Et stort sekvester trekkes ut med hypofysetang. | Eit stort sekvester blir trekt ut med hypofysetong.
Roten ligger fritt og pulserer. | Rota ligg fritt og pulserer.
Duraen er hel. | Duraen er heil.`,
    closure: `
Fascien med Vicryl, huden med intrakutan tråd. | Fascien med Vicryl, huda med intrakutan tråd.`,
    after: `
Opp samme kveld, kan sitte kort. | Opp same kvelden, kan sit~ kort.
Ingen løft eller vridning i {4-6} uker. | Ingen løft eller vriding i {4-6} veker.`,
  },
  cataract: {
    title: "fakoemulsifikasjon med kunstig linse",
    anaesthesia: "topical",
    position: "ryggleie under mikroskop",
    antibiotic: "cefuroksim 1 mg i forkammeret",
    minutes: "12-28",
    bleeding: "0-0",
    steps: `
Pupillen er godt dilatert på {=side} øye. | Pupillen er godt dilatert på {=side} auge.
Sidesnitt og hovedsnitt på 2,2 mm. | Sidesnitt og hovudsnitt på 2,2 mm.
Viskoelastikum fylles i forkammeret. | Viskoelastikum blir fylt i forkammeret.
Sirkulær kapselåpning på {5/5,5} mm. | Sirkulær kapselopning på {5/5,5} mm.
Kjernen deles i fire og suges ut. | Kjernen blir delt i fire og sogen ut.
Barkrester fjernes, bakre kapsel er hel. | Borkrestar blir fjerna, bakre kapsel er heil.
Foldbar linse på {18-24} dioptrier plasseres i kapselsekken. | Foldbar linse på {18-24} dioptriar blir plassert i kapselsekken.`,
    closure: `
Snittene er selvtettende, skjold over øyet. | Snitta er sjølvtettande, skjold over auget.`,
    after: `
Dråper med kortison i {3-4} uker. | Dropar med kortison i {3-4} veker.
Ring ved smerter eller fallende syn. | Ring ved smerter eller fallande syn.`,
  },
  sinuses: {
    title: "endoskopisk bihulekirurgi|endoskopisk biholekirurgi",
    anaesthesia: "general",
    position: "ryggleie med lett hevet hode|ryggleie med lett heva hovud",
    antibiotic: "",
    minutes: "50-110",
    bleeding: "20-200",
    steps: `
Nesen avsvelles med adrenalintamponger. | Nasen blir avsvelt med adrenalintampongar.
Processus uncinatus fjernes på {=side} side. | Processus uncinatus blir fjerna på {=side} side.
Kjevehulens åpning utvides til {8-12} mm, puss suges ut. | Opninga til kjevehola blir utvida til {8-12} mm, puss blir sogen ut.
Fremre siler åpnes med shaver. | Fremre siler blir opna med shaver.
Polypøs slimhinne sendes til histologi. | Polypøs slimhinne blir send til histologi.
Øyehulens vegg er hel. | Veggen i augehola er heil.`,
    closure: `
Resorberbar tampong i midtre nesegang. | Resorberbar tampong i midtre nasegang.`,
    after: `
Ikke snyte seg på en uke. | Ikkje snyt~ seg på ei veke.
Saltvannsskylling fra andre dag. | Saltvasskylling frå andre dag.`,
  },
  hip: {
    title: "innsetting av halvprotese|innsetjing av halvprotese",
    anaesthesia: "spinal",
    position: "sideleie",
    antibiotic: "cefalotin 2 g",
    minutes: "50-105",
    bleeding: "150-500",
    steps: `
Direkte lateral tilgang til {=side} hofte. | Direkte lateral tilgang til {=side} hofte.
Fascia lata spaltes, fremre tredel av gluteus medius løsnes. | Fascia lata blir spalta, fremre tredel av gluteus medius løyst.
Kapselen åpnes, og lårhodet hentes ut med korketrekker. | Kapselen blir opna, og lårhovudet henta ut med korketrekkjar.
Halsen sages etter mal, margkanalen raspes til størrelse {8-14}. | Halsen blir saga etter mal, mergkanalen raspa til storleik {8-14}.
Sementert stamme med pistol og sugekateter, anestesien varsles. | Sementert stamme med pistol og sugekateter, anestesien blir varsla.
Hode på {44-54} mm monteres, hoften reponeres. | Hovud på {44-54} mm blir montert, hofta reponert.
Stabil i alle retninger, lik beinlengde. | Stabil i alle retningar, lik beinlengd.`,
    closure: `
Muskelfestet sys tilbake, fascie og hud lukkes lagvis med stifter. | Muskelfestet blir sydd attende, fascie og hud lukka lagvis med stiftar.`,
    after: `
Opp på beina med fysioterapeut i morgen. | Opp på beina med fysioterapeut i morgon.
Røntgenkontroll før utreise. | Røntgenkontroll før utreise.`,
  },
  wrist: {
    title: "osteosyntese med volar plate",
    anaesthesia: "regional",
    position: "ryggleie med armbord",
    antibiotic: "cefalotin 2 g",
    minutes: "45-95",
    bleeding: "5-30",
    steps: `
Blodtomhet til 250 mmHg. | Blodtomme til 250 mmHg.
Snitt over flexor carpi radialis på {=side} side. | Snitt over flexor carpi radialis på {=side} side.
Pronator quadratus løsnes fra beinet. | Pronator quadratus blir løyst frå beinet.
Bruddet reponeres med drag og pinner. | Brotet blir reponert med drag og pinnar.
Plate med {3-4} proksimale og {5-7} vinkelstabile skruer. | Plate med {3-4} proksimale og {5-7} vinkelstabile skruar.
Gjennomlysning viser god stilling, ingen skruer i leddet. | Gjennomlysing viser god stilling, ingen skruar i leddet.`,
    closure: `
Muskelen legges over platen, hud med nylon. | Muskelen blir lagd over plata, hud med nylon.`,
    after: `
Gipslaske i {10-14} dager. | Gipslask i {10-14} dagar.
Håndterapeut fra andre uke. | Handterapeut frå andre veka.`,
  },
  synovectomy: {
    title: "synovektomi av strekkesener|synovektomi av strekkjesener",
    anaesthesia: "regional",
    position: "ryggleie med armbord",
    antibiotic: "cefalotin 2 g",
    minutes: "45-100",
    bleeding: "5-30",
    steps: `
Bueformet snitt over {=side} håndbak. | Bogeforma snitt over {=side} handbak.
Retinakelet spaltes trappeformet. | Retinakelet blir spalta trappeforma.
Rikelig med svullen synovia rundt senene fjernes. | Rikeleg med svullen synovia rundt senene blir fjerna.
Alle sener er hele, men to er frynsete. | Alle sener er heile, men to er frynsete.
Caput ulnae er skarp og glattes av. | Caput ulnae er skarp og blir glatta av.
Halve retinakelet legges under senene. | Halve retinakelet blir lagt under senene.`,
    closure: `
Vakuumdren, hud med enkeltsuturer. | Vakuumdren, hud med enkeltsuturar.`,
    after: `
Skinne i {1-2} uker, fingrene trenes fra første dag. | Skinne i {1-2} veker, fingrane blir trena frå første dag.`,
  },
  knee: {
    title: "totalprotese i kne",
    anaesthesia: "spinal",
    position: "ryggleie med sidestøtte",
    antibiotic: "cefalotin 2 g fire ganger|cefalotin 2 g fire gonger",
    minutes: "65-115",
    bleeding: "100-400",
    steps: `
Midtlinjesnitt og medial parapatellær artrotomi i {=side} kne. | Midtlinjesnitt og medial parapatellær artrotomi i {=side} kne.
Bart bein medialt, korsbåndet er slitt. | Bert bein medialt, krossbandet er slite.
Femur kuttes i {5-7} graders valgus over intramedullær guide. | Femur blir kutta i {5-7} graders valgus over intramedullær guide.
Tibia kuttes vinkelrett, menisker og osteofytter fjernes. | Tibia blir kutta vinkelrett, meniskar og osteofyttar blir fjerna.
Bløtdelene balanseres i ekstensjon og fleksjon. | Blautdelane blir balanserte i ekstensjon og fleksjon.
Komponentene sementeres, innlegg på {10-13} mm. | Komponentane blir sementerte, innlegg på {10-13} mm.
Patella sporer midt. | Patella spora midt.
Lokal infiltrasjon med ropivakain og adrenalin. | Lokal infiltrasjon med ropivakain og adrenalin.`,
    closure: `
Kapsel med Stratafix, hud med stifter, kompresjonsbandasje. | Kapsel med Stratafix, hud med stiftar, kompresjonsbandasje.`,
    after: `
Full belastning, bøy til 90 grader før utreise. | Full belastning, bøy til 90 grader før utreise.
Stiftene fjernes etter 14 dager. | Stiftane blir fjerna etter 14 dagar.`,
  },
  shoulder: {
    title: "artroskopisk kapselløsning|artroskopisk kapselløysing",
    anaesthesia: "regional",
    position: "strandstol",
    antibiotic: "cefalotin 2 g",
    minutes: "40-75",
    bleeding: "0-20",
    steps: `
Interscalenusblokade og lett narkose. | Interscalenusblokade og lett narkose.
Bakre portal, leddhinnen er rød og karrik. | Bakre portal, leddhinna er raud og karrik.
Rotatorintervallet løses med varmesonde. | Rotatorintervallet blir løyst med varmesonde.
Fremre og nedre kapsel deles, aksillærnerven skånes. | Fremre og nedre kapsel blir delt, aksillærnerven spart.
Skånsom manipulasjon gir full elevasjon. | Skånsam manipulasjon gir full elevasjon.
Kortison settes i leddet til slutt. | Kortison blir sett i leddet til slutt.`,
    closure: `
Portene lukkes med ett sting hver. | Portane blir lukka med eitt sting kvar.`,
    after: `
Øvelser fire ganger daglig fra samme kveld. | Øvingar fire gonger dagleg frå same kvelden.
Fysioterapi {2-3} ganger i uken. | Fysioterapi {2-3} gonger i veka.`,
  },
  boneInfection: {
    title: "revisjon av infisert bein",
    anaesthesia: "spinal",
    position: "ryggleie",
    antibiotic: "kloksacillin 2 g etter prøvetaking",
    minutes: "40-100",
    bleeding: "20-200",
    steps: `
Fistelen på {=side} fot skjæres ut elliptisk. | Fistelen på {=side} fot blir skoren ut elliptisk.
Grumset puss under trykk, fem prøver tas med nye instrumenter. | Grumsete puss under trykk, fem prøver blir tekne med nye instrument.
Mykt, misfarget bein fres bort til frisk blødning. | Mjukt, misfarga bein blir frest bort til frisk bløding.
Hulrommet spyles med {3-6} liter saltvann. | Holrommet blir spylt med {3-6} liter saltvatn.
Gentamicinkuler på snor legges inn. | Gentamicinkuler på snor blir lagde inn.`,
    closure: `
Løs adaptasjon og vakuumbandasje. | Laus adaptasjon og vakuumbandasje.`,
    after: `
Ny revisjon om {2-4} døgn. | Ny revisjon om {2-4} døgn.
Ubelastet med rullestol. | Ubelasta med rullestol.`,
  },
  toe: {
    title: "amputasjon av tå",
    anaesthesia: "regional",
    position: "ryggleie",
    antibiotic: "kloksacillin 2 g",
    minutes: "25-55",
    bleeding: "10-80",
    steps: `
Ankelblokade på {=side} side. | Okleblokade på {=side} side.
Nekrotisk annen tå, tydelig grense mot frisk hud. | Nekrotisk andre tå, tydeleg grense mot frisk hud.
Racketsnitt rundt basis av tåen. | Racketsnitt rundt basis av tåa.
Eksartikulasjon i grunnleddet, senene kuttes i drag. | Eksartikulasjon i grunnleddet, senene blir kutta i drag.
Brusken på metatarshodet fjernes. | Brusken på metatarshovudet blir fjerna.
Huden er varm og blør friskt. | Huda er varm og blør friskt.`,
    closure: `
Huden sys uten spenn med nylon. | Huda blir sydd utan spenn med nylon.`,
    after: `
Avlastningssko i {4-6} uker. | Avlastingssko i {4-6} veker.
Stingene sitter i tre uker. | Stinga sit i tre veker.`,
  },
  lymphNode: {
    title: "fjerning av lymfeknute på halsen",
    anaesthesia: "general",
    position: "ryggleie med vridd hode|ryggleie med vridd hovud",
    antibiotic: "",
    minutes: "30-60",
    bleeding: "5-30",
    steps: `
Snitt i hudfure på {=side} side av halsen. | Snitt i hudfure på {=side} side av halsen.
Platysma deles, sternocleidomastoideus trekkes bakover. | Platysma blir delt, sternocleidomastoideus trekt bakover.
Lymfeknuten er gummiaktig, {2-4} cm. | Lymfeknuten er gummiaktig, {2-4} cm.
Nervus accessorius identifiseres og skånes. | Nervus accessorius blir identifisert og spart.
Knuten tas ut hel og leveres fersk til patologen. | Knuten blir teken ut heil og levert fersk til patologen.`,
    closure: `
Platysma med resorberbar tråd, hud intrakutant. | Platysma med resorberbar tråd, hud intrakutant.`,
    after: `
Hjem samme dag, svar på histologi om {5-10} dager. | Heim same dagen, svar på histologi om {5-10} dagar.`,
  },
} as const satisfies Readonly<Record<string, Operation>>;
