/** Operations in abdomen and pelvis. */

import type { Operation } from "./operations";

export const abdominalOperations = {
  gallbladder: {
    title: "laparoskopisk kolecystektomi",
    anaesthesia: "general",
    position: "ryggleie med hevet overkropp|ryggleie med heva overkropp",
    antibiotic: "cefuroksim 1,5 g",
    minutes: "48-110",
    bleeding: "10-80",
    steps: `
Åpen tilgang under navlen og innsetting av 12 mm trokar. | Open tilgang under navlen og innsetjing av 12 mm trokar.
Pneumoperitoneum til 12 mmHg, tre arbeidsporter under innsyn. | Pneumoperitoneum til 12 mmHg, tre arbeidsportar under innsyn.
Galleblæren er betent med adheranser til omentet, som løsnes. | Galleblæra er betent med adheransar til omentet, som blir løyste.
Calots trekant fridissekeres til «critical view of safety». | Calots trekant blir fridissekert til «critical view of safety».
Ductus cysticus og arteria cystica settes på klips og deles. | Ductus cysticus og arteria cystica blir sette på klips og delte.
Galleblæren løses fra leversengen med hook og tas ut i pose. | Galleblæra blir løyst frå leversenga med hook og teken ut i pose.
Leversengen kontrolleres, og hemostasen er god. | Leversenga blir kontrollert, og hemostasen er god.
Det skylles til væsken er klar. | Det blir skylt til væska er klår.`,
    closure: `
Fascien i navlen lukkes med Vicryl, huden med intrakutan monofil tråd. | Fascien i navlen blir lukka med Vicryl, huda med intrakutan monofil tråd.`,
    after: `
Kan drikke etter to timer og reise hjem samme dag. | Kan drikk~ etter to timar og reis~ heim same dagen.
Preparatet sendes til histologi. | Preparatet blir sendt til histologi.`,
  },
  appendix: {
    title: "laparoskopisk appendektomi",
    anaesthesia: "general",
    position: "ryggleie med venstre arm inntil kroppen",
    antibiotic: "metronidazol 1,5 g",
    minutes: "32-75",
    bleeding: "5-40",
    steps: `
Tre porter: én under navlen, én suprapubisk og én i venstre fossa. | Tre portar: éin under navlen, éin suprapubisk og éin i venstre fossa.
Appendiks ligger retrocøkalt og er flegmonøst forandret. | Appendiks ligg retrocøkalt og er flegmonøst forandra.
Grumset væske i lille bekken suges opp, og prøve tas til dyrkning. | Grumsete væske i vesle bekken blir sogen opp, og prøve blir teken til dyrking.
Mesoappendiks deles med bipolar diatermi. | Mesoappendiks blir delt med bipolar diatermi.
To Endoloop mot basis og én perifert, deretter deles appendiks. | To Endoloop mot basis og éin perifert, deretter blir appendiks delt.
Preparatet tas ut i pose gjennom navleporten. | Preparatet blir teke ut i pose gjennom navleporten.
Tynntarmens siste meter er uten Meckels divertikkel. | Den siste meteren av tynntarmen er utan Meckels divertikkel.`,
    closure: `
Fascie i navlen med resorberbar sutur, hudlim i portsårene. | Fascie i navlen med resorberbar sutur, hudlim i portsåra.`,
    after: `
Antibiotika gis ikke videre. | Antibiotika blir ikkje gitt vidare.
Fri kost og mobilisering. | Fri kost og mobilisering.`,
  },
  ulcer: {
    title: "laparoskopisk lukking av perforasjon",
    anaesthesia: "general",
    position: "benskåler med hevet overkropp|beinskåler med heva overkropp",
    antibiotic: "cefotaksim 2 g",
    minutes: "70-150",
    bleeding: "20-150",
    steps: `
Buken åpnes med fire porter. | Buken blir opna med fire portar.
Gallefarget væske i øvre kvadranter suges ut. | Gallefarga væske i øvre kvadrantar blir sogen ut.
På fremre vegg av bulbus sees en perforasjon på {4-9} mm. | På fremre vegg av bulbus er det ein perforasjon på {4-9} mm.
Perforasjonen lukkes med tre enkle suturer, og oment sys over. | Perforasjonen blir lukka med tre enkle suturar, og oment blir sydd over.
Metylenblått i sonden viser tett forhold. | Metylenblått i sonden viser tette forhold.
Bukhulen skylles med {3-6} liter lunkent saltvann. | Bukhola blir skylt med {3-6} liter lunka saltvatn.`,
    closure: `
Ett dren legges under leveren. | Eitt dren blir lagt under levra.
Stifter i huden. | Stiftar i huda.`,
    after: `
Ventrikkelsonde til aktiv tarmfunksjon. | Ventrikkelsonde til aktiv tarmfunksjon.
Syrehemmende intravenøst i tre døgn. | Syrehemmande intravenøst i tre døgn.`,
  },
  fundoplication: {
    title: "laparoskopisk fundoplikasjon",
    anaesthesia: "general",
    position: "benskåler, operatøren mellom beina|beinskåler, operatøren mellom beina",
    antibiotic: "cefazolin 2 g",
    minutes: "80-140",
    bleeding: "10-60",
    steps: `
Leverhake settes inn, og hiatus framstilles. | Leverhake blir sett inn, og hiatus framstilt.
Begge crura frilegges, og glidebrokket reponeres. | Begge crura blir frilagde, og glidebrokket reponert.
Spiserøret mobiliseres {4-6} cm ned i buken uten strekk. | Etrøyret blir mobilisert {4-6} cm ned i buken utan strekk.
Korte ventrikkelkar deles med ultralydsaks. | Korte ventrikkelkar blir delte med ultralydsaks.
Hiatus snevres inn med to kraftige suturer bak spiserøret. | Hiatus blir snevra inn med to kraftige suturar bak etrøyret.
En løs 270 graders mansjett sys over en kaliberbougie. | Ein laus 270 graders mansjett blir sydd over ein kaliberbougie.`,
    closure: `
Portene trekkes ut under innsyn, huden limes. | Portane blir trekte ut under innsyn, huda limt.`,
    after: `
Flytende kost i {2-3} uker. | Flytande kost i {2-3} veker.
Tablettene knuses eller gis som mikstur den første uken. | Tablettane blir knuste eller gitt som mikstur den første veka.`,
  },
  colectomy: {
    title: "subtotal kolektomi med endeileostomi",
    anaesthesia: "general",
    position: "benskåler i Trendelenburg|beinskåler i Trendelenburg",
    antibiotic: "trimetoprim-sulfa 320 mg og metronidazol 1,5 g",
    minutes: "150-260",
    bleeding: "80-450",
    steps: `
Stomistedet er markert på forhånd av stomisykepleier. | Stomistaden er markert på førehand av stomisjukepleiar.
Høyre kolon mobiliseres lateralt fra til levervinkelen. | Høgre kolon blir mobilisert lateralt frå til leverfleksuren.
Tarmen er ødematøs og sårbar, men ikke perforert. | Tarmen er ødematøs og sårbar, men ikkje perforert.
Mesenteriet deles nær tarmveggen med energiinstrument. | Mesenteriet blir delt nær tarmveggen med energiinstrument.
Rektosigmoideum staples av i høyde med promontoriet. | Rektosigmoideum blir stapla av i høgd med promontoriet.
Preparatet tas ut gjennom stomisnittet. | Preparatet blir teke ut gjennom stomisnittet.
Ileum føres ut og sys til huden med {8-12} everterende suturer. | Ileum blir ført ut og sydd til huda med {8-12} everterande suturar.`,
    closure: `
Fascielukking med langsomt resorberbar tråd etter 4:1-prinsippet. | Fascielukking med langsamt resorberbar tråd etter 4:1-prinsippet.`,
    after: `
Kateter i rektum i tre døgn for avlastning. | Kateter i rektum i tre døgn for avlasting.
Stomiopplæring starter dagen etter. | Stomiopplæring startar dagen etter.`,
  },
  pancreaticDrain: {
    title: "perkutan drenasje av væskeansamling",
    anaesthesia: "sedation",
    position: "ryggleie i CT-maskinen|ryggleie i CT-maskina",
    antibiotic: "meropenem 1 g",
    minutes: "35-80",
    bleeding: "0-10",
    steps: `
Trygg trasé mellom milten og venstre nyre planlegges på snittbildene. | Trygg trasé mellom milten og venstre nyre blir planlagd på snittbileta.
Lokalbedøvelse med lidokain i hud og bukvegg. | Lokalbedøving med lidokain i hud og bukvegg.
18 gauge nål føres inn i ansamlingen, puss aspireres til dyrkning. | 18 gauge nål blir ført inn i ansamlinga, puss blir aspirert til dyrking.
Kanalen blokkes opp til 14 French over stiv leder. | Kanalen blir blokka opp til 14 French over stiv leiar.
Pigtailkateter plasseres og skylles til klart returvann. | Pigtailkateter blir plassert og skylt til klårt returvatn.`,
    closure: `
Kateteret sutureres til huden og kobles til pose. | Kateteret blir suturert til huda og kopla til pose.`,
    after: `
Skylles med 20 ml saltvann tre ganger daglig. | Skal skyljast med 20 ml saltvatn tre gonger dagleg.
Ny CT om {5-8} døgn. | Ny CT om {5-8} døgn.`,
  },
  sigmoid: {
    title: "sigmoidreseksjon",
    anaesthesia: "general",
    position: "benskåler med hodet lavt|beinskåler med hovudet lågt",
    antibiotic: "trimetoprim-sulfa 320 mg og metronidazol 1,5 g",
    minutes: "130-230",
    bleeding: "50-350",
    steps: `
Midtlinjelaparotomi fra navlen og ned. | Midtlinjelaparotomi frå navlen og ned.
Sigmoideum er fortykket og klistret til blæretaket. | Sigmoideum er fortjukka og klistra til blæretaket.
Venstre ureter identifiseres og skånes. | Venstre ureter blir identifisert og spart.
Venstre fleksur tas ned for å få spenningsfri tarm. | Venstre fleksur blir teken ned for å få spenningsfri tarm.
Karene deles perifert, reseksjon av {18-30} cm tarm. | Kara blir delte perifert, reseksjon av {18-30} cm tarm.
Anastomosen anlegges med 29 mm sirkulær stapler, to hele ringer. | Anastomosen blir lagd med 29 mm sirkulær stapler, to heile ringar.
Lekkasjetest med luft under vann er negativ. | Lekkasjetest med luft under vatn er negativ.`,
    closure: `
Buken lukkes i ett lag med PDS, huden med stifter. | Buken blir lukka i eitt lag med PDS, huda med stiftar.`,
    after: `
ERAS-forløp med tidlig mat og mobilisering. | ERAS-forløp med tidleg mat og mobilisering.
CRP følges til og med femte dag. | CRP blir følgd til og med femte dag.`,
  },
  bowel: {
    title: "laparotomi med løsning av adheranser|laparotomi med løysing av adheransar",
    anaesthesia: "general",
    position: "ryggleie",
    antibiotic: "cefuroksim 1,5 g og metronidazol 1,5 g",
    minutes: "60-150",
    bleeding: "30-250",
    steps: `
Snitt gjennom det gamle arret. | Snitt gjennom det gamle arret.
Utspilte tynntarmslynger veller fram. | Utspilte tynntarmslynger veller fram.
En stram streng fra omentet til bekkenbunnen klemmer av tarmen. | Ein stram streng frå omentet til bekkenbotnen klemmer av tarmen.
Strengen deles, og passasjen er fri. | Strengen blir delt, og passasjen er fri.
Tarmen er blålig, men rosa etter ti minutter med varme kompresser. | Tarmen er blåleg, men rosa etter ti minutt med varme kompressar.
Innholdet melkes tilbake til magesekken og suges ut. | Innhaldet blir mjølka attende til magesekken og soge ut.
Hele tarmen gås over fra Treitz til valva. | Heile tarmen blir gått over frå Treitz til valva.`,
    closure: `
Fascien lukkes fortløpende med løkketråd. | Fascien blir lukka fortløpande med løkketråd.`,
    after: `
Sonden beholdes til den gir under {300/400/500} ml i døgnet. | Sonden blir ståande til den gir under {300/400/500} ml i døgnet.
Mobiliseres fra første dag. | Skal mobiliserast frå første dag.`,
  },
  hernia: {
    title: "plastikk av lyskekanalen med nett",
    anaesthesia: "local",
    position: "ryggleie",
    antibiotic: "",
    minutes: "35-80",
    bleeding: "5-40",
    steps: `
Skråsnitt over {=side} lyskekanal. | Skråsnitt over {=side} lyskekanal.
Externus-aponeurosen spaltes, nervus ilioinguinalis skånes. | Externus-aponeurosen blir spalta, nervus ilioinguinalis spart.
Sædstrengen slynges, og en indirekte sekk løses fri. | Sædstrengen blir slyngd, og ein indirekte sekk løyst fri.
Sekken reponeres gjennom indre åpning. | Sekken blir reponert gjennom indre opning.
Lettvektsnett tilpasses og festes med noen få Prolene-suturer. | Lettvektsnett blir tilpassa og festa med nokre få Prolene-suturar.
Nettet slisses rundt sædstrengen uten å stramme. | Nettet blir slissa rundt sædstrengen utan å stramme.`,
    closure: `
Aponeurosen, underhud og hud lukkes lagvis. | Aponeurosen, underhud og hud blir lukka lagvis.`,
    after: `
Hjem etter at {he} har latt vannet. | Heim etter at {he} har late vatnet.
Sykmelding i {2-3} uker etter type arbeid. | Sjukmelding i {2-3} veker etter type arbeid.`,
  },
  haemorrhoids: {
    title: "eksisjon av knuter etter Milligan-Morgan|eksisjon av knutar etter Milligan-Morgan",
    anaesthesia: "spinal",
    position: "benskåler|beinskåler",
    antibiotic: "",
    minutes: "20-50",
    bleeding: "5-50",
    steps: `
Analkanalen inspiseres med Parks sperre. | Analkanalen blir inspisert med Parks sperre.
Knutene klokken 3, 7 og 11 gripes og trekkes ned. | Knutane klokka 3, 7 og 11 blir gripne og trekte ned.
De skjæres ut med diatermi utenfor sfinkteren. | Dei blir skorne ut med diatermi utanfor sfinkteren.
Stilken gjennomstikkes og underbindes. | Stilken blir gjennomstungen og underbunden.
Gode hudbroer mellom sårene. | Gode hudbruer mellom såra.`,
    closure: `
Sårene står åpne med en liten salvekompress. | Såra står opne med ein liten salvekompress.`,
    after: `
Mykgjørende middel og dusj etter toalettbesøk. | Mjukgjerande middel og dusj etter toalettbesøk.
Smertelindring fast i en uke. | Smertelindring fast i ei veke.`,
  },
  kidneyStone: {
    title: "ureteroskopi med laserknusing",
    anaesthesia: "general",
    position: "benskåler|beinskåler",
    antibiotic: "gentamicin 240 mg",
    minutes: "35-90",
    bleeding: "0-20",
    steps: `
Blæren er normal ved innsyn. | Blæra er normal ved innsyn.
Ledesonde føres opp til nyrebekkenet i gjennomlysning. | Leiesonde blir ført opp til nyrebekkenet i gjennomlysing.
Semirigid skop finner steinen {4-12} cm opp i {=side} ureter. | Semirigid skop finn steinen {4-12} cm opp i {=side} ureter.
Steinen knuses med holmiumlaser til støv og små biter. | Steinen blir knust med holmiumlaser til støv og små bitar.
Bitene hentes ut med kurv. | Bitane blir henta ut med korg.
Slimhinnen er hel, lett ødem der steinen satt. | Slimhinna er heil, lett ødem der steinen sat.`,
    closure: `
JJ-stent med tråd legges igjen, blærekateter til i morgen. | JJ-stent med tråd blir liggjande, blærekateter til i morgon.`,
    after: `
Stenten trekkes på poliklinikken om {5-14} dager. | Stenten blir trekt på poliklinikken om {5-14} dagar.
Steinanalyse er sendt. | Steinanalyse er send.`,
  },
  prostate: {
    title: "robotassistert prostatektomi",
    anaesthesia: "general",
    position: "bratt Trendelenburg",
    antibiotic: "cefazolin 2 g",
    minutes: "140-230",
    bleeding: "80-400",
    steps: `
Seks porter settes, roboten dokkes mellom beina. | Seks portar blir sette, roboten blir dokka mellom beina.
Blæren løses fra bukveggen, og Retzius' rom åpnes. | Blæra blir løyst frå bukveggen, og Retzius' rom opna.
Endopelvine fascie spaltes, dorsale venekompleks sikres. | Endopelvine fascie blir spalta, dorsale venekompleks sikra.
Blærehalsen deles, og sædblærene løses fri. | Blærehalsen blir delt, og sædblærene løyste fri.
Nervebunten på {=side} side spares, den andre tas med. | Nervebunten på {=side} side blir spart, den andre teken med.
Urethra deles skarpt ved apex. | Urethra blir delt skarpt ved apex.
Vesikourethral anastomose sys med dobbelttråd og er tett ved {120-200} ml. | Vesikourethral anastomose blir sydd med dobbelttråd og er tett ved {120-200} ml.`,
    closure: `
Preparatet tas ut gjennom utvidet navleport, fascien lukkes. | Preparatet blir teke ut gjennom utvida navleport, fascien lukka.`,
    after: `
Kateter i {7-12} dager. | Kateter i {7-12} dagar.
Knipeøvelser starter når kateteret er ute. | Knipeøvingar startar når kateteret er ute.`,
  },
  caesarean: {
    title: "keisersnitt i nedre segment|keisarsnitt i nedre segment",
    anaesthesia: "spinal",
    position: "ryggleie med tilt mot venstre",
    antibiotic: "cefalotin 2 g",
    minutes: "28-60",
    bleeding: "350-900",
    steps: `
Tverrsnitt to fingerbredder over symfysen. | Tverrsnitt to fingerbreidder over symfysen.
Fascien klippes, rektusmuskelen føres til side, peritoneum åpnes stumpt. | Fascien blir klipt, rektusmuskelen ført til sides, peritoneum opna stumpt.
Blæreomslaget løsnes, lavt tverrsnitt i uterus. | Blæreomslaget blir løyst, lågt tverrsnitt i uterus.
Klart fostervann, barnet forløses i hodeleie og skriker straks. | Klårt fostervatn, barnet blir forløyst i hovudleie og skrik straks.
Sen avnavling, Apgar {7-8}-{9-10}. | Sein avnavling, Apgar {7-8}-{9-10}.
Oksytocin {3/5} IE gis, og placenta løsner hel. | Oksytocin {3/5} IE blir gitt, og placenta losnar heil.
Uterus lukkes fortløpende i to lag. | Uterus blir lukka fortløpande i to lag.
Eggstokkene er normale. | Eggstokkane er normale.`,
    closure: `
Fascien med Vicryl, huden intrakutant. | Fascien med Vicryl, huda intrakutant.`,
    after: `
Blodtrykk hvert {15/30}. minutt de første fire timene. | Blodtrykk kvart {15/30}. minutt dei første fire timane.
Barnet til mors bryst på oppvåkningen. | Barnet til brystet åt mor på oppvakninga.
Kateteret fjernes etter {6-12} timer. | Kateteret blir fjerna etter {6-12} timar.`,
  },
} as const satisfies Readonly<Record<string, Operation>>;
