/** Operations on heart and lungs, head and neck, breast and vessels. */

import type { Operation } from "./operations";

export const upperOperations = {
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
Ingen pleurale metastaser. | Ingen pleurale metastasar.
Overlappsvenen fridissekeres og staples. | Overlappsvena blir fridissekert og stapla.
Arteriegrenene tas én for én, bronkien staples sist. | Arteriegreinene blir tekne éi for éi, bronkien stapla sist.
Lymfeknuter fra stasjon {4-7} og {8-10} tas til undersøkelse. | Lymfeknutar frå stasjon {4-7} og {8-10} blir tekne til undersøking.
Vannprøve uten luftlekkasje. | Vassprøve utan luftlekkasje.`,
    closure: `
Ett thoraxdren, interkostalblokade, lagvis lukking. | Eitt thoraxdren, interkostalblokade, lagvis lukking.`,
    after: `
Drenet fjernes ved under {200/300/400} ml i døgnet. | Drenet blir fjerna ved under {200/300/400} ml i døgnet.
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
  breast: {
    title:
      "brystbevarende kirurgi med vaktpostlymfeknute|brystbevarande kirurgi med vaktpostlymfeknute",
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
} as const satisfies Readonly<Record<string, Operation>>;
