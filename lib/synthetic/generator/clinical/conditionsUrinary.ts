/** Conditions of kidneys and urinary tract, of pregnancy and breast. */

import type { Profile } from "./profile";

export const urinaryConditions = {
  nyrestein: {
    ages: [24, 74],
    area: "urinary",
    course: "lasting",
    state: "painful",
    labs: "normal",
    region: "abdomen",
    modality: "CT urinveier|CT urinvegar",
    operation: "kidneyStone",
    call: "abdomen",
    complaints: `anfallsvise flankesmerter|anfallsvise flankesmerter; smerter ned mot lysken; rødlig urin|raudleg urin; kvalme; rastløshet|rastløyse; brekninger|brekningar`,
    denies: `feber; diaré; brystsmerter`,
    signs: `
Bankeøm over {=side} nyrelosje. | Bankeøm over {=side} nyrelosje.
Vandrer rundt og finner ikke hvile. | Vandrar rundt og finn ikkje kvile.
Bløt buk, ingen slippømhet. | Blaut buk, ingen sleppømleik.`,
    imaging: `
Konkrement på {3-9} mm i {=side} ureter. | Konkrement på {3-9} mm i {=side} ureter.
Lett hydronefrose på samme side. | Lett hydronefrose på same sida.
Ytterligere {1-3} små konkrementer i nyrekalyksene. | Ytterlegare {1-3} små konkrement i nyrekalyksane.`,
    treatment: `
Diklofenak 75 mg intramuskulært tok toppen av smertene. | Diklofenak 75 mg intramuskulært tok toppen av smertene.
JJ-stent ble lagt inn i gjennomlysning. | JJ-stent vart lagd inn i gjennomlysing.
Steinen ble silt fra urinen og sendt til analyse. | Steinen vart silt frå urinen og send til analyse.`,
    advice: `
Drikke minst {2-3} liter vann daglig. | Drikk~ minst {2-3} liter vatn dagleg.
Kommer tilbake ved feber eller manglende vannlating. | Kjem attende ved feber eller manglande vasslating.`,
  },
  urinveisinfeksjon: {
    ages: [20, 96],
    area: "urinary",
    course: "acute",
    accompanies: true,
    state: "febrile",
    labs: "infection",
    region: "abdomen",
    modality: "ultralyd urinveier|ultralyd urinvegar",
    complaints: `svie ved vannlating|svie ved vasslating; hyppig vannlating|hyppig vasslating; vondt luktende urin|vondtluktande urin; feber; flankesmerter; frostanfall; sterk trang|sterk trong`,
    denies: `hoste; diaré; utslett; brystsmerter`,
    signs: `
Suprapubisk ømhet. | Suprapubisk ømleik.
Lett bankeøm over {=side} nyrelosje. | Lett bankeøm over {=side} nyrelosje.
Urinstiks viser leukocytter {2-4}+, nitritt positiv. | Urinstiks viser leukocyttar {2-4}+, nitritt positiv.`,
    imaging: `
Ingen hydronefrose. | Ingen hydronefrose.
Resturin på {40-220} ml. | Resturin på {40-220} ml.
Blæreveggen er lett fortykket. | Blæreveggen er lett fortjukka.`,
    treatment: `
Cefotaksim {1/2} g tre ganger daglig til dyrkningssvaret kom. | Cefotaksim {1/2} g tre gonger dagleg til dyrkingssvaret kom.
Vekst av E. coli følsom for pivmecillinam. | Vekst av E. coli følsam for pivmecillinam.
Kateteret ble byttet. | Kateteret vart bytt.`,
    advice: `
Pivmecillinam {200/400} mg tre ganger daglig i {5-7} dager. | Pivmecillinam {200/400} mg tre gonger dagleg i {5-7} dagar.
Tømme blæren helt og drikke godt. | Tøm~ blæra heilt og drikk~ godt.`,
  },
  nyresvikt: {
    ages: [46, 92],
    area: "urinary",
    course: "lasting",
    state: "stable",
    labs: "renal",
    region: "abdomen",
    modality: "ultralyd nyrer",
    operation: "fistula",
    complaints: `metallsmak i munnen; tretthet|trøyttleik; hovne ankler|hovne oklar; lite urin; kvalme om morgenen|kvalme om morgonen; urolige bein i sengen|urolege bein i senga`,
    denies: `blod i urinen; flankesmerter; feber`,
    signs: `
Blekgusten hud, uremisk ånde. | Bleikgusten hud, uremisk ande.
Lette leggødemer. | Lette leggødem.
Ingen perikardiell gnidningslyd. | Ingen perikardiell gnidingslyd.`,
    imaging: `
Nyrene er små, {7-9} cm, med tynn bark. | Nyrene er små, {7-9} cm, med tynn bork.
Ingen hydronefrose, normale arterier. | Ingen hydronefrose, normale arteriar.
En enkel cyste på {12-34} mm i {=side} nyre. | Ei enkel cyste på {12-34} mm i {=side} nyre.`,
    treatment: `
Hyperkalemi ble behandlet med insulin-glukose og resonium. | Hyperkalemi vart behandla med insulin-glukose og resonium.
Nyreskadelige medisiner er stoppet. | Nyreskadelege medisinar er stoppa.
Erytropoietin hver uke og jern intravenøst. | Erytropoietin kvar veke og jern intravenøst.`,
    advice: `
Kaliumfattig kost etter råd fra ernæringsfysiolog. | Kaliumfattig kost etter råd frå ernæringsfysiolog.
Karene på venstre underarm skal spares for stikk. | Kara på venstre underarm skal sparast for stikk.
Blodtrykksmål under {130/135}. | Blodtrykksmål under {130/135}.`,
  },
  nefritt: {
    ages: [19, 70],
    area: "urinary",
    course: "lasting",
    state: "hypertensive",
    labs: "nephritic",
    region: "abdomen",
    modality: "ultralyd nyrer",
    complaints: `colafarget urin|colafarga urin; hovent ansikt om morgenen|hove andlet om morgonen; hodepine|hovudverk; redusert urinmengde|redusert urinmengd; nylig halsinfeksjon|nyleg halsinfeksjon; verkende flanker|verkande flankar`,
    denies: `svie ved vannlating|svie ved vasslating; feber; leddsmerter`,
    signs: `
Periorbitalt ødem. | Periorbitalt ødem.
Urinstiks viser blod {2-4}+ og protein {2-3}+. | Urinstiks viser blod {2-4}+ og protein {2-3}+.
Øyebunnen er uten hypertensive forandringer. | Augebotnen er utan hypertensive forandringar.`,
    imaging: `
Nyrene er hovne med økt ekkogenisitet i barken. | Nyrene er hovne med auka ekkogenitet i borken.
Normale samlesystemer. | Normale samlesystem.
Nyrearteriene har normal flow. | Nyrearteriane har normal flow.`,
    treatment: `
Nyrebiopsi viste mesangial avleiring av IgA. | Nyrebiopsi viste mesangial avleiring av IgA.
Blodtrykket er satt ned med enalapril {5/10/20} mg. | Blodtrykket er sett ned med enalapril {5/10/20} mg.
Døgnurin viste {1,2-4,8} gram protein. | Døgnurin viste {1,2-4,8} gram protein.`,
    advice: `
Hjemmemåling av blodtrykk morgen og kveld. | Heimemåling av blodtrykk morgon og kveld.
Saltinntaket begrenses til fem gram. | Saltinntaket blir avgrensa til fem gram.`,
  },
  prostatakreft: {
    sex: "male",
    ages: [54, 88],
    area: "urinary",
    course: "lasting",
    state: "stable",
    labs: "prostate",
    region: "pelvis",
    modality: "MR prostata",
    operation: "prostate",
    complaints: `svak stråle; hyppig nattlig vannlating|hyppig nattleg vasslating; etterdrypp; verk i korsryggen; startvansker|startvanskar`,
    denies: `blod i urinen; svie; skjelettsmerter om natten|skjelettsmerter om natta`,
    signs: `
Hard knute i {=side} lapp ved rektaleksplorasjon. | Hard knute i {=side} lapp ved rektaleksplorasjon.
Kjertelen anslås til {35-70} gram. | Kjertelen er rekna til {35-70} gram.
Ingen bankeømhet over columna. | Ingen bankeømleik over columna.`,
    imaging: `
PI-RADS {4-5}-lesjon på {9-24} mm i perifer sone. | PI-RADS {4-5}-lesjon på {9-24} mm i perifer sone.
Ingen kapselgjennombrudd. | Ingen kapselgjennombrot.
Ingen forstørrede bekkenglandler. | Ingen forstørra bekkenglandlar.`,
    treatment: `
Biopsier viste Gleason {3/4} + {3/4} i {2-8} sylindre. | Biopsiar viste Gleason {3/4} + {3/4} i {2-8} sylindrar.
Valget står mellom stråling og kirurgi. | Valet står mellom stråling og kirurgi.
Kastrasjonsbehandling gis som depotinjeksjon hver tredje måned. | Kastrasjonsbehandling blir gitt som depotinjeksjon kvar tredje månad.`,
    advice: `
PSA måles hver {3/6}. måned. | PSA blir målt kvar {3/6}. månad.
Bekkenbunnstrening før og etter inngrepet. | Bekkenbotnstrening før og etter inngrepet.`,
  },
  brystkreft: {
    sex: "female",
    ages: [36, 86],
    area: "none",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "breast",
    modality: "ultralyd bryst",
    operation: "breast",
    complaints: `kul i {=side} bryst; inndratt hud ved brystvorten|inndregen hud ved brystvorta; spenninger i brystet|spenningar i brystet; klar væske fra brystvorten|klår væske frå brystvorta; engstelse|otte`,
    denies: `feber; skjelettsmerter; hodepine|hovudverk`,
    signs: `
Hard, uregelmessig knute i øvre ytre kvadrant på {=side} side. | Hard, uregelmessig knute i øvre ytre kvadrant på {=side} side.
Ingen palpable lymfeknuter i aksillen. | Ingen palpable lymfeknutar i aksilla.
Lett rødlig hud uten appelsinhudpreg. | Lett raudleg hud utan appelsinhudpreg.`,
    imaging: `
Uskarpt avgrenset lavekkoisk tumor på {9-38} mm klokken {1-11}. | Uskarpt avgrensa lågekkoisk tumor på {9-38} mm klokka {1-11}.
Forkalkninger av malign type, BI-RADS {4-5}. | Forkalkingar av malign type, BI-RADS {4-5}.
Ingen suspekte glandler i aksillen. | Ingen suspekte glandlar i aksilla.`,
    treatment: `
Grovnålsbiopsi viste invasivt duktalt karsinom grad {1-3}. | Grovnålsbiopsi viste invasivt duktalt karsinom grad {1-3}.
Reseptorstatus: østrogen positiv, HER2 negativ. | Reseptorstatus: østrogen positiv, HER2 negativ.
Gjennomgått {3-6} kurer cellegift uten større komplikasjoner. | Gjennomgått {3-6} kurar cellegift utan større komplikasjonar.`,
    advice: `
Strålebehandling starter {4-8} uker etter inngrepet. | Strålebehandling startar {4-8} veker etter inngrepet.
Fysioterapeut gir øvelser for skulderen. | Fysioterapeut gir øvingar for skuldra.
Kontaktsykepleier kan ringes på hverdager. | Kontaktsjukepleiar kan ein ringj~ på kvardagar.`,
  },
  svangerskapsforgiftning: {
    sex: "female",
    ages: [19, 44],
    area: "birth",
    course: "acute",
    state: "hypertensive",
    labs: "pregnancy",
    region: "pregnancy",
    modality: "ultralyd av foster",
    operation: "caesarean",
    call: "pregnancy",
    complaints: `hodepine i pannen|hovudverk i panna; flimring for øynene|flimring for auga; smerter under høyre ribbebue|smerter under høgre ribbeinsboge; hovne hender og ansikt|hovne hender og andlet; uvelhet|uvelheit; rask vektøkning|rask vektauke`,
    denies: `vaginalblødning|vaginalbløding; rier|rier; fostervannsavgang|fostervassavgang`,
    signs: `
Gravid i uke {31-38}, symfyse-fundusmål {28-35} cm. | Gravid i veke {31-38}, symfyse-fundusmål {28-35} cm.
Livlige reflekser, ingen klonus. | Livlege refleksar, ingen klonus.
Uterus er bløt, fosterlyd {128-152}. | Uterus er blaut, fosterlyd {128-152}.
Urinstiks viser protein {2-4}+. | Urinstiks viser protein {2-4}+.`,
    imaging: `
Fosteret ligger i hodeleie, estimert vekt {1900-2900} gram. | Fosteret ligg i hovudleie, estimert vekt {1900-2900} gram.
Fostervannsmengden er i nedre normalområde. | Fostervassmengda er i nedre normalområde.
Normal flow i navlesnoren. | Normal flow i navlestrengen.`,
    treatment: `
Labetalol {100/200} mg tre ganger daglig holdt trykket under 150/100. | Labetalol {100/200} mg tre gonger dagleg heldt trykket under 150/100.
CTG to ganger daglig med normal variasjon. | CTG to gonger dagleg med normal variasjon.
Betametason ble gitt for lungemodning. | Betametason vart gitt for lungemogning.`,
    advice: `
Blodtrykk måles hjemme av jordmor etter fødselen. | Blodtrykk blir målt heime av jordmor etter fødselen.
Acetylsalisylsyre anbefales tidlig i neste svangerskap. | Acetylsalisylsyre er tilrådd tidleg i neste svangerskap.
Seks ukers kontroll hos fastlegen. | Seksvekerskontroll hos fastlegen.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
