/** Conditions of liver, gall bladder and pancreas. */

import type { Profile } from "./profile";

export const liverConditions = {
  gallestein: {
    ages: [28, 86],
    area: "abdomen",
    course: "lasting",
    state: "painful",
    labs: "biliary",
    region: "abdomen",
    modality: "ultralyd abdomen",
    operation: "gallbladder",
    call: "abdomen",
    complaints: `takvise smerter under høyre ribbebue|takvise smerter under høgre ribbeinsboge; smerter etter fet mat|smerter etter feit mat; kvalme; utstråling mot høyre skulderblad|utstråling mot høgre skulderblad; mørk urin; lys avføring|lys avføring`,
    denies: `blodig avføring; brystsmerter; svie ved vannlating|svie ved vasslating`,
    signs: `
Palpasjonsøm under høyre kostalbue, positivt Murphys tegn. | Palpasjonsøm under høgre kostalboge, positivt Murphys teikn.
Ikke peritonittisk. | Ikkje peritonittisk.
Uten icterus i sklera. | Utan icterus i sklera.`,
    imaging: `
Galleblæren inneholder flere konkrementer med slagskygge. | Galleblæra inneheld fleire konkrement med slagskugge.
Galleblæreveggen måler {3-6} mm. | Galleblæreveggen måler {3-6} mm.
Gallegangen er {5-11} mm vid, ingen sikre steiner i gangen. | Gallegangen er {5-11} mm vid, ingen sikre steinar i gangen.`,
    treatment: `
Fikk diklofenak {50/75} mg intramuskulært mot smertene. | Fekk diklofenak {50/75} mg intramuskulært mot smertene.
Fastende med intravenøs væske det første døgnet. | Fastande med intravenøs væske det første døgnet.
Leverprøvene normaliserte seg spontant, steinen har trolig passert. | Leverprøvene normaliserte seg spontant, steinen har truleg passert.`,
    advice: `
Fettredusert kost fram til inngrepet. | Feittredusert kost fram til inngrepet.
Kommer tilbake ved feber eller varige smerter. | Kjem attende ved feber eller varige smerter.`,
  },
  hepatitt: {
    ages: [20, 70],
    area: "abdomen",
    course: "lasting",
    state: "stable",
    labs: "hepatic",
    region: "abdomen",
    modality: "ultralyd abdomen",
    complaints: `gulfarget hud|gulfarga hud; mørk urin; uvelhet|uvelheit; tyngdefølelse under høyre ribbebue|tyngdekjensle under høgre ribbeinsboge; kvalme; trøtthet|trøyttleik`,
    denies: `blodtransfusjoner|blodtransfusjonar; overforbruk av alkohol; sterke magesmerter`,
    signs: `
Ikterisk i hud og sklera. | Ikterisk i hud og sklera.
Leverranden kjennes {2-3} cm under kostalbuen. | Leverranda kjennest {2-3} cm under kostalbogen.
Ingen flapping tremor. | Ingen flapping tremor.`,
    imaging: `
Leveren er lett forstørret med ekkofattig parenkym. | Levra er lett forstørra med ekkofattig parenkym.
Fritt flow i vena porta. | Fri flow i vena porta.
Slanke galleganger. | Slanke gallegangar.`,
    treatment: `
Serologi viste aktiv virusinfeksjon, genotype {1-4}. | Serologi viste aktiv virusinfeksjon, genotype {1-4}.
Stivhet målt med elastografi var {5-12} kPa. | Stivleik målt med elastografi var {5-12} kPa.
Mulige levertoksiske medisiner er stoppet. | Moglege levertoksiske medisinar er stoppa.`,
    advice: `
Avstå fra alkohol. | Hald~ seg unna alkohol.
Husstanden tilbys vaksine. | Husstanden får tilbod om vaksine.
Leverprøver hver {1-2}. uke til de er normale. | Leverprøver kvar {1-2}. veke til dei er normale.`,
  },
  skrumplever: {
    ages: [42, 78],
    area: "abdomen",
    course: "lasting",
    state: "stable",
    labs: "hepatic",
    region: "abdomen",
    modality: "CT abdomen",
    complaints: `økende bukomfang|aukande bukomfang; hevelse i beina; lett for å få blåmerker|lett for å få blåmerke; forvirring om kvelden; nedsatt matlyst|nedsett matlyst; snudd døgnrytme`,
    denies: `blodig oppkast; feber; brystsmerter`,
    signs: `
Spent buk med flankedempning. | Spent buk med flankedemping.
Spider naevi på brystet og palmart erytem. | Spider naevi på brystet og palmart erytem.
Flapping tremor ved utstrakte hender. | Flapping tremor ved utstrekte hender.`,
    imaging: `
Knudrete leverkontur og forstørret venstre leverlapp. | Knudrete leverkontur og forstørra venstre leverlapp.
Rikelig med ascites i alle kvadranter. | Rikeleg med ascites i alle kvadrantar.
Milten måler {13-18} cm, kollateraler ved milthilus. | Milten måler {13-18} cm, kollateralar ved milthilus.`,
    treatment: `
Tappet {3-8} liter ascites over {4-8} timer. | Tappa {3-8} liter ascites over {4-8} timar.
Spironolakton ble økt til {100/150/200} mg. | Spironolakton vart auka til {100/150/200} mg.
Laktulose {20/30} ml to ganger daglig mot encefalopati. | Laktulose {20/30} ml to gonger dagleg mot encefalopati.`,
    advice: `
Saltredusert kost og total avholdenhet. | Saltredusert kost og totalt fråhald.
Ultralyd hvert halvår for å lete etter levercellekreft. | Ultralyd kvart halvår for å leit~ etter levercellekreft.`,
  },
  pankreatitt: {
    ages: [30, 82],
    area: "abdomen",
    course: "acute",
    state: "painful",
    labs: "pancreas",
    region: "abdomen",
    modality: "CT abdomen",
    operation: "pancreaticDrain",
    call: "abdomen",
    complaints: `beltesmerter; kraftige oppkast; smerter gjennom til ryggen; oppspilt mage; uro; feberfølelse|feberkjensle`,
    denies: `blodig avføring; brystsmerter; svie ved vannlating|svie ved vasslating`,
    signs: `
Uttalt øm i epigastriet med muskelvern. | Uttalt øm i epigastriet med muskelvern.
Sparsomme tarmlyder. | Sparsame tarmlydar.
Ingen misfarging i flankene. | Inga misfarging i flankane.`,
    imaging: `
Ødematøs bukspyttkjertel med væskestriper i fettet. | Ødematøs bukspyttkjertel med væskestriper i feittet.
Ingen nekrose etter kontrast. | Ingen nekrose etter kontrast.
Peripankreatisk væskeansamling på {4-9} cm. | Peripankreatisk væskeansamling på {4-9} cm.`,
    treatment: `
Ringer-acetat {3-6} liter det første døgnet, timediurese fulgt. | Ringer-acetat {3-6} liter det første døgnet, timediurese følgd.
Epidural smertelindring fra andre døgn. | Epidural smertelindring frå andre døgn.
Ernæringssonde ble lagt ned i jejunum. | Ernæringssonde vart lagd ned i jejunum.`,
    advice: `
Ingen alkohol. | Ingen alkohol.
Lavt fettinnhold i kosten de første ukene. | Lågt feittinnhald i kosten dei første vekene.
Ny CT om {4-6} uker ved væskeansamling. | Ny CT om {4-6} veker ved væskeansamling.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
