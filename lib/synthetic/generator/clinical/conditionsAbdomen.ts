/** Conditions of stomach and gut. */

import type { Profile } from "./profile";

export const abdominalConditions = {
  blindtarmbetennelse: {
    ages: [18, 62],
    area: "abdomen",
    course: "acute",
    state: "febrile",
    labs: "infection",
    region: "abdomen",
    modality: "CT abdomen",
    operation: "appendix",
    call: "abdomen",
    complaints: `smerter rundt navlen som flyttet seg til høyre|smerter rundt navlen som flytta seg til høgre; kvalme; nedsatt matlyst|nedsett matlyst; lett feber; smerter når bilen kjører over humper|smerter når bilen køyrer over fartsdumpar; oppkast`,
    denies: `vannlatingsplager|vasslatingsplager; diaré; brystsmerter`,
    signs: `
Trykkøm over McBurneys punkt med slippømhet. | Trykkøm over McBurneys punkt med sleppømleik.
Positivt psoastegn på høyre side. | Positivt psoasteikn på høgre side.
Muskelvern i høyre fossa. | Muskelvern i høgre fossa.`,
    imaging: `
Appendiks er fortykket til {9-14} mm med periappendikulær fettinfiltrasjon. | Appendiks er fortjukka til {9-14} mm med periappendikulær feittinfiltrasjon.
En appendikolitt på {4-9} mm ved basis. | Ein appendikolitt på {4-9} mm ved basis.
Ingen abscess, sparsomt med fri væske. | Ingen abscess, sparsamt med fri væske.`,
    treatment: `
Metronidazol 1,5 g ble gitt før inngrepet. | Metronidazol 1,5 g vart gitt før inngrepet.
Smertefri og gående samme kveld. | Smertefri og oppegåande same kvelden.
Patologisvar: flegmonøs betennelse. | Patologisvar: flegmonøs betennelse.`,
    advice: `
Stingene fjernes hos fastlegen etter {8-12} dager. | Stinga blir fjerna hos fastlegen etter {8-12} dagar.
Ingen tunge løft de første {2-3} ukene. | Ingen tunge løft dei første {2-3} vekene.`,
  },
  magesår: {
    ages: [30, 88],
    area: "abdomen",
    course: "lasting",
    state: "shocked",
    labs: "bleeding",
    region: "abdomen",
    modality: "CT abdomen",
    operation: "ulcer",
    call: "bleeding",
    complaints: `svart avføring; sviende smerter i øvre del av magen|svidande smerter i øvre del av magen; sult-smerter om natten|sultsmerter om natta; oppkast som kaffegrut; svimmelhet når {he} reiser seg|svimmelheit når {he} reiser seg; halsbrann`,
    denies: `feber; diaré; smerter i brystet`,
    signs: `
Blek, kjølig perifert, øm i epigastriet. | Bleik, kjølig perifert, øm i epigastriet.
Rektaleksplorasjon viser melena. | Rektaleksplorasjon viser melena.
Bløt buk uten slippømhet. | Blaut buk utan sleppømleik.`,
    imaging: `
Ingen fri luft under diafragma. | Inga fri luft under diafragma.
Veggfortykkelse i antrum. | Veggfortjukking i antrum.
Ingen aktiv kontrastlekkasje til tarmlumen. | Ingen aktiv kontrastlekkasje til tarmlumen.`,
    treatment: `
Mottok {2-4} poser erytrocyttkonsentrat. | Fekk {2-4} posar erytrocyttkonsentrat.
Blødende kar i bulbus ble injisert og klipset. | Blødande kar i bulbus vart injisert og klipsa.
Hurtigtest for Helicobacter var positiv, trippelkur ble startet. | Hurtigtest for Helicobacter var positiv, trippelkur vart starta.
Ibuprofen er stoppet for godt. | Ibuprofen er stoppa for godt.`,
    advice: `
Unngå betennelsesdempende smertestillende. | Unngå betennelsesdempande smertestillande.
Hb kontrolleres om {2-3} uker. | Hb blir kontrollert om {2-3} veker.`,
  },
  refluks: {
    ages: [20, 78],
    area: "abdomen",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "abdomen",
    modality: "røntgen øsofagus",
    operation: "fundoplication",
    complaints: `sure oppstøt|sure oppstøyt; halsbrann etter måltider|halsbrann etter måltid; brennende følelse bak brystbeinet|brennande kjensle bak brystbeinet; kremting om morgenen|kremting om morgonen; plager i liggende stilling|plager i liggjande stilling`,
    denies: `svelgvansker|svelgvanskar; svart avføring; smerter ved anstrengelse|smerter ved anstrenging`,
    signs: `
Lett palpasjonsøm i epigastriet. | Lett palpasjonsøm i epigastriet.
Rødlig slimhinne bak stemmebåndene. | Raudleg slimhinne bak stemmebanda.
BMI {27-34}. | BMI {27-34}.`,
    imaging: `
Lite glidebrokk ved hiatus. | Lite glidebrokk ved hiatus.
Kontrasten går tilbake til midtre del i hodesenket leie. | Kontrasten går attende til midtre del i hovudsenka leie.
Normal peristaltikk og tømming. | Normal peristaltikk og tøming.`,
    treatment: `
Døgnmåling av pH viste syre i {7-16} prosent av tiden. | Døgnmåling av pH viste syre i {7-16} prosent av tida.
Kostråd og heving av sengens hodeende er forsøkt. | Kostråd og heving av hovudenden av senga er prøvd.
Vurderes for kirurgi etter manglende effekt av tabletter. | Blir vurdert for kirurgi etter manglande effekt av tablettar.`,
    advice: `
Ikke spise de siste tre timene før sengetid. | Ikkje et~ dei siste tre timane før sengetid.
Slutte med snus og begrense kaffe. | Slutt~ med snus og avgrens~ kaffi.`,
  },
  cøliaki: {
    ages: [18, 66],
    area: "abdomen",
    course: "lasting",
    state: "stable",
    labs: "anaemia",
    region: "abdomen",
    modality: "ultralyd abdomen",
    complaints: `oppblåst mage; løs avføring|laus avføring; luftplager; slapphet|slappleik; magesmerter etter brødmat; munnsår`,
    denies: `blod i avføringen|blod i avføringa; feber; oppkast`,
    signs: `
Bløt, litt oppblåst buk. | Blaut, litt oppblåsen buk.
Blek i konjunktiva. | Bleik i konjunktiva.
Fine blemmer på albuene. | Fine blemmer på olbogane.`,
    imaging: `
Økt mengde væske i tynntarmslynger. | Auka mengd væske i tynntarmslynger.
Lett forstørrede mesenteriale lymfeknuter. | Lett forstørra mesenteriale lymfeknutar.
Lever, milt og bukspyttkjertel uten anmerkning. | Lever, milt og bukspyttkjertel utan merknad.`,
    treatment: `
Transglutaminase-antistoff var {8-20} ganger over grensen. | Transglutaminase-antistoff var {8-20} gonger over grensa.
Vevsprøver fra duodenum viste totteatrofi, Marsh {2-3}. | Vevsprøver frå duodenum viste totteatrofi, Marsh {2-3}.
Klinisk ernæringsfysiolog ga opplæring i glutenfri kost. | Klinisk ernæringsfysiolog gav opplæring i glutenfri kost.`,
    advice: `
Livslang glutenfri kost. | Livslang glutenfri kost.
Søker grunnstønad hos NAV. | Søkjer grunnstønad hos NAV.
Førstegradsslektninger bør testes. | Førstegradsslektningar bør testast.`,
  },
  "ulcerøs kolitt": {
    ages: [18, 72],
    area: "abdomen",
    course: "lasting",
    onset: "slow",
    state: "febrile",
    labs: "inflammation",
    region: "abdomen",
    modality: "CT abdomen",
    operation: "colectomy",
    complaints: `blodig slimete diaré; hyppige toalettbesøk|hyppige toalettbesøk; avføringstrang om natten|avføringstrong om natta; krampaktige magesmerter; slapphet|slappleik; leddverk`,
    denies: `utenlandsreise siste år|utanlandsreise siste år; oppkast; hudutslett`,
    signs: `
Diffus ømhet over venstre del av buken. | Diffus ømleik over venstre del av buken.
Ferskt blod på hansken. | Ferskt blod på hansken.
Ingen perianale fistler. | Ingen perianale fistlar.`,
    imaging: `
Sammenhengende veggfortykkelse fra rektum til venstre fleksur. | Samanhengande veggfortjukking frå rektum til venstre fleksur.
Ingen toksisk dilatasjon. | Ingen toksisk dilatasjon.
Kamtegn i mesenteriet. | Kamteikn i mesenteriet.`,
    treatment: `
Hydrokortison 100 mg intravenøst fire ganger daglig i {3-5} døgn. | Hydrokortison 100 mg intravenøst fire gonger dagleg i {3-5} døgn.
Avføringsprøver var negative for tarmpatogene bakterier. | Avføringsprøver var negative for tarmpatogene bakteriar.
Antall avføringer falt fra {10-16} til {2-5} i døgnet. | Talet på avføringar fall frå {10-16} til {2-5} i døgnet.
Infliksimab ble gitt som redningsbehandling. | Infliksimab vart gitt som redningsbehandling.`,
    advice: `
Mesalazin {2,4/4,8} g daglig fortsetter som vedlikehold. | Mesalazin {2,4/4,8} g dagleg held fram som vedlikehald.
IBD-sykepleier svarer på telefon ved oppbluss. | IBD-sjukepleiar svarar på telefon ved oppbluss.`,
  },
  divertikulitt: {
    ages: [42, 88],
    area: "abdomen",
    course: "acute",
    accompanies: true,
    state: "febrile",
    labs: "infection",
    region: "abdomen",
    modality: "CT abdomen",
    operation: "sigmoid",
    call: "abdomen",
    complaints: `smerter nede til venstre i magen; treg mage; feber; kvalme; hyppig vannlating|hyppig vasslating; ubehag ved avføring`,
    denies: `blod i avføringen|blod i avføringa; oppkast; brystsmerter`,
    signs: `
Lokalisert ømhet i venstre fossa med slippømhet. | Lokalisert ømleik i venstre fossa med sleppømleik.
Resten av buken er bløt. | Resten av buken er blaut.
Ingen palpabel oppfylling. | Inga palpabel oppfylling.`,
    imaging: `
Sigmoideum med veggfortykkelse og fettstriper over {6-12} cm. | Sigmoideum med veggfortjukking og feittstriper over {6-12} cm.
Liten perikolisk abscess på {12-28} mm. | Liten perikolisk abscess på {12-28} mm.
Noen ekstraluminale luftbobler. | Nokre ekstraluminale luftbobler.`,
    treatment: `
Piperacillin-tazobaktam 4 g tre ganger daglig i {3-5} døgn. | Piperacillin-tazobaktam 4 g tre gonger dagleg i {3-5} døgn.
Abscessen ble drenert ultralydveiledet. | Abscessen vart drenert ultralydrettleidd.
Flytende kost i starten, deretter gradvis opptrapping. | Flytande kost i starten, deretter gradvis opptrapping.`,
    advice: `
Fiberrik kost når betennelsen har roet seg. | Fiberrik kost når betennelsen har roa seg.
Tarmen undersøkes om {6-8} uker for å utelukke svulst. | Tarmen blir undersøkt om {6-8} veker for å utelukk~ svulst.`,
  },
  tarmslyng: {
    ages: [38, 94],
    area: "abdomen",
    course: "acute",
    state: "painful",
    labs: "normal",
    region: "abdomen",
    modality: "CT abdomen",
    operation: "bowel",
    call: "abdomen",
    complaints: `kolikksmerter; grønt oppkast; stopp for luft og avføring; utspilt mage; uttørking; rumling i magen`,
    denies: `feber; blodig avføring; brystsmerter`,
    signs: `
Utspilt, tympanittisk buk med gammelt midtlinjearr. | Utspilt, tympanittisk buk med gammalt midtlinjearr.
Klingende tarmlyder i anfall. | Klingande tarmlydar i anfall.
Ingen brokk i lyskene. | Ingen brokk i lyskane.`,
    imaging: `
Dilaterte tynntarmslynger på {34-48} mm med væskespeil. | Dilaterte tynntarmslynger på {34-48} mm med væskespegel.
Kaliberveksling i lille bekken. | Kalibersprang i vesle bekken.
Normal kontrastoppladning i tarmveggen. | Normal kontrastopplading i tarmveggen.`,
    treatment: `
Ventrikkelsonde ga {800-1900} ml tarminnhold. | Ventrikkelsonde gav {800-1900} ml tarminnhald.
Kontrast per os nådde tykktarmen etter {8-24} timer. | Kontrast per os nådde tykktarmen etter {8-24} timar.
Væskebalansen ble rettet opp. | Væskebalansen vart retta opp.`,
    advice: `
Små måltider den første tiden. | Små måltid den første tida.
Tar kontakt ved nye kolikker eller oppkast. | Tek kontakt ved nye kolikkar eller oppkast.`,
  },
  lyskebrokk: {
    sex: "male",
    ages: [24, 86],
    area: "abdomen",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "abdomen",
    modality: "ultralyd lyske",
    operation: "hernia",
    complaints: `kul i {=side} lyske; dragende ubehag ved løft|dragande ubehag ved løft; hevelse som forsvinner i liggende|hevelse som forsvinn i liggjande; verking utover dagen; sting ved hosting`,
    denies: `oppkast; avføringsforstyrrelser|avføringsforstyrringar; vannlatingsplager|vasslatingsplager`,
    signs: `
Reponibel kul ovenfor leddbåndet i {=side} lyske. | Reponibel kul ovanfor leddbandet i {=side} lyske.
Kulen buler ved Valsalva. | Kulen bular ved Valsalva.
Testiklene er normale. | Testiklane er normale.`,
    imaging: `
Defekt i bukveggen på {14-32} mm med tarminnhold. | Defekt i bukveggen på {14-32} mm med tarminnhald.
Ingen tegn til inneklemming. | Ingen teikn til inneklemming.
Normale lymfeknuter i lysken. | Normale lymfeknutar i lysken.`,
    treatment: `
Funnet egnet for dagkirurgi, ASA {1-2}. | Funnen eigna for dagkirurgi, ASA {1-2}.
Informert om åpen operasjon og kikhullsoperasjon. | Informert om open operasjon og kikholsoperasjon.
Brokkbånd er ikke aktuelt. | Brokkband er ikkje aktuelt.`,
    advice: `
Kan løfte inntil {5-10} kg de første {2-4} ukene. | Kan lyft~ inntil {5-10} kg dei første {2-4} vekene.
Kommer straks ved hard og smertefull kul. | Kjem straks ved hard og smertefull kul.`,
  },
  hemoroider: {
    ages: [24, 78],
    area: "abdomen",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "abdomen",
    modality: "MR bekken",
    operation: "haemorrhoids",
    complaints: `friskt blod på papiret; svie rundt endetarmsåpningen|svie rundt endetarmsopninga; utposning ved toalettbesøk|utposing ved toalettbesøk; hard avføring; fuktighet i undertøyet|fukt i undertøyet`,
    denies: `magesmerter; avmagring; endrede avføringsvaner|endra avføringsvanar`,
    signs: `
Grad {2-4} knuter klokken 3, 7 og 11. | Grad {2-4} knutar klokka 3, 7 og 11.
Ingen fissur eller fistel. | Ingen fissur eller fistel.
Normal sfinktertonus. | Normal sfinktertonus.`,
    imaging: `
Normal sfinkter uten fistelgang. | Normal sfinkter utan fistelgang.
Ingen abscess i bekkenbunnen. | Ingen abscess i bekkenbotnen.
Rektum uten tumor. | Rektum utan tumor.`,
    treatment: `
Strikkligatur på {2-3} steder ble satt. | Strikkligatur på {2-3} stader vart sett.
Salve og sitzbad hadde forbigående effekt. | Salve og sittebad hadde forbigåande effekt.
Makrogol to poser daglig ga mykere avføring. | Makrogol to posar dagleg gav mjukare avføring.`,
    advice: `
Rikelig drikke og fiber, ikke presse på toalettet. | Rikeleg med drikke og fiber, ikkje press~ på toalettet.
Litt blødning de første dagene er vanlig. | Litt bløding dei første dagane er vanleg.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
