/** Conditions of lungs and airways. */

import type { Profile } from "./profile";

export const lungConditions = {
  lungebetennelse: {
    ages: [18, 96],
    area: "lungs",
    course: "acute",
    accompanies: true,
    state: "febrile",
    labs: "infection",
    region: "chest",
    modality: "røntgen thorax",
    call: "breathing",
    complaints: `hoste med grønt oppspytt; høy feber|høg feber; frostanfall; tungpust; stikk i siden ved hosting|stikk i sida ved hosting; nedsatt matlyst|nedsett matlyst; verk i kroppen`,
    denies: `vannlatingsplager|vasslatingsplager; diaré; leggsmerter; blodig oppspytt`,
    signs: `
Krepitasjoner over {=side} underlapp, dempet perkusjonslyd. | Krepitasjonar over {=side} underlapp, dempa perkusjonslyd.
Bronkial respirasjonslyd basalt på {=side} side. | Bronkial respirasjonslyd basalt på {=side} side.
Hoster opp seigt slim under undersøkelsen. | Hostar opp seigt slim under undersøkinga.`,
    imaging: `
Fortetning i {=side} underlapp med luftbronkogram. | Fortetting i {=side} underlapp med luftbronkogram.
Liten mengde pleuravæske på samme side. | Lita mengd pleuravæske på same sida.
Hjerteskyggen er ikke forstørret. | Hjarteskuggen er ikkje forstørra.
Luftveiene er åpne sentralt. | Luftvegane er opne sentralt.`,
    treatment: `
Fikk benzylpenicillin {1,2/3} g intravenøst fire ganger daglig i {2-4} døgn, siden tabletter. | Fekk benzylpenicillin {1,2/3} g intravenøst fire gonger dagleg i {2-4} døgn, sidan tablettar.
Feberfri fra {2-4}. dag, mindre oksygenbehov. | Feberfri frå {2-4}. dag, mindre oksygenbehov.
Mini-PEP og slimmobilisering med fysioterapeut daglig. | Mini-PEP og slimmobilisering med fysioterapeut dagleg.
Dyrkning av ekspektorat viste pneumokokker. | Dyrking av ekspektorat viste pneumokokkar.`,
    advice: `
Røntgenkontroll om {6-8} uker for røykere over 50 år. | Røntgenkontroll om {6-8} veker for røykjarar over 50 år.
Pneumokokkvaksine anbefales når {he} er frisk. | Pneumokokkvaksine er tilrådd når {he} er frisk.
Antibiotikakuren fullføres. | Antibiotikakuren skal fullførast.`,
  },
  astma: {
    ages: [18, 72],
    area: "lungs",
    course: "lasting",
    state: "breathless",
    labs: "normal",
    region: "chest",
    modality: "røntgen thorax",
    call: "breathing",
    complaints: `pipende pust|pipande pust; nattlig hoste|nattleg hoste; tetthet i brystet|tettleik i brystet; anfall ved anstrengelse|anfall ved anstrenging; plager når bjørka blomstrer|plager når bjørka blømer; tungpust ved kald luft`,
    denies: `feber; oppspytt; brystsmerter`,
    signs: `
Forlenget ekspirium og pipelyder over begge lungeflater. | Forlengt ekspirium og pipelydar over begge lungeflater.
Snakker i korte setninger. | Snakkar i korte setningar.
PEF målt til {180-320} liter i minuttet. | PEF målt til {180-320} liter i minuttet.`,
    imaging: `
Hyperinflaterte lunger med lave diafragmakupler. | Hyperinflaterte lunger med låge diafragmakuplar.
Ingen infiltrater, pneumothorax eller væske. | Ingen infiltrat, pneumothorax eller væske.
Lett fortykkede bronkievegger. | Lett fortjukka bronkieveggar.`,
    treatment: `
Fikk forstøver hver fjerde time det første døgnet. | Fekk forstøvar kvar fjerde time det første døgnet.
Inhalasjonsteknikken ble gjennomgått og rettet på. | Inhalasjonsteknikken vart gjennomgått og retta på.
PEF steg til {380-520} før utreise. | PEF steig til {380-520} før utreise.`,
    advice: `
Egenbehandlingsplan er delt ut og forklart. | Eigenbehandlingsplan er delt ut og forklart.
Bør unngå røyk, støv og sterke parfymer. | Bør unngå røyk, støv og sterke parfymar.
Influensavaksine hver høst. | Influensavaksine kvar haust.`,
  },
  kols: {
    ages: [54, 92],
    area: "lungs",
    course: "lasting",
    state: "breathless",
    labs: "lungs",
    region: "chest",
    modality: "CT thorax",
    call: "breathing",
    complaints: `økende tungpust|aukande tungpust; mer slim enn vanlig|meir slim enn vanleg; misfarget oppspytt|misfarga oppspytt; surkling i brystet; frykt for å bli kvalt|redsle for å bli kvelt; utmattelse ved påkledning|utmatting ved påkleding`,
    denies: `brystsmerter; blodig oppspytt; hevelse i beina`,
    signs: `
Tønneformet thorax, svekket respirasjonslyd. | Tønneforma thorax, svekt respirasjonslyd.
Leppepusting og bruk av hjelpemuskler. | Leppepusting og bruk av hjelpemusklar.
Spredte ronki over begge lungeflater. | Spreidde ronki over begge lungeflater.`,
    imaging: `
Emfysemforandringer, mest uttalt i overlappene. | Emfysemforandringar, mest uttalte i overlappane.
Noen små noduli under {4-6} mm, uendret. | Nokre små noduli under {4-6} mm, uendra.
Bronkiektasier basalt. | Bronkiektasiar basalt.`,
    treatment: `
BiPAP i {6-20} timer på grunn av respirasjonssvikt type {1/2}. | BiPAP i {6-20} timar på grunn av respirasjonssvikt type {1/2}.
Blodgass ved innkomst: pH {7,24/7,29/7,31}, pCO2 {7,4/8,1/9,2}. | Blodgass ved innkomst: pH {7,24/7,29/7,31}, pCO2 {7,4/8,1/9,2}.
Kontrollert oksygenbehandling med mål for metning på 88–92 prosent. | Kontrollert oksygenbehandling med mål for metting på 88–92 prosent.
Røykeavvenning med nikotinplaster ble påbegynt. | Røykjeavvenning med nikotinplaster vart påbyrja.`,
    advice: `
Lungerehabilitering er søkt. | Lungerehabilitering er søkt.
Forverringsplan med antibiotikakur hjemme er avtalt. | Forverringsplan med antibiotikakur heime er avtalt.
Hjemmeoksygen vurderes når {he} er stabil. | Heimeoksygen blir vurdert når {he} er stabil.`,
  },
  tuberkulose: {
    ages: [20, 78],
    area: "lungs",
    course: "lasting",
    onset: "slow",
    state: "febrile",
    labs: "inflammation",
    region: "chest",
    modality: "CT thorax",
    complaints: `langvarig hoste; kveldsfeber; avmagring; blodstripet slim|blodstripete slim; økende tretthet|aukande trøyttleik; svekket appetitt|svekt appetitt`,
    denies: `utslett; hodepine|hovudverk; kontakt med smittede de siste månedene|kontakt med smitta dei siste månadene`,
    signs: `
Mager, med forstørrede lymfeknuter supraklavikulært. | Mager, med forstørra lymfeknutar supraklavikulært.
Svekket respirasjonslyd apikalt på {=side} side. | Svekt respirasjonslyd apikalt på {=side} side.
Isolert på luftsmitteregime i undertrykksrom. | Isolert på luftsmitteregime i undertrykksrom.`,
    imaging: `
Kavitet på {18-42} mm i {=side} overlapp. | Kavitet på {18-42} mm i {=side} overlapp.
Kalsifiserte hilusglandler. | Kalsifiserte hilusglandlar.
Knopp-på-kvist-mønster i nabosegmentene. | Knopp-på-kvist-mønster i nabosegmenta.`,
    treatment: `
Direkte mikroskopi var positiv, dyrkning pågår. | Direkte mikroskopi var positiv, dyrking går føre seg.
Fire legemidler gis under direkte observasjon. | Fire legemiddel blir gitt under direkte observasjon.
Smittesporing er startet sammen med kommunelegen. | Smittesporing er starta saman med kommunelegen.`,
    advice: `
Tuberkulosekoordinator følger opp hjemme. | Tuberkulosekoordinator følgjer opp heime.
Leverprøver hver {2-4}. uke de første månedene. | Leverprøver kvar {2-4}. veke dei første månadene.
Behandlingen varer i minst seks måneder. | Behandlinga varer i minst seks månader.`,
  },
  influensa: {
    ages: [18, 94],
    area: "lungs",
    course: "acute",
    accompanies: true,
    state: "febrile",
    labs: "viral",
    region: "chest",
    modality: "røntgen thorax",
    complaints: `brått innsettende feber|brått innsetjande feber; muskelverk; sår hals; hodepine|hovudverk; hoste; frysninger|frysingar; tett nese|tett nase`,
    denies: `oppkast; utslett; vond rygg`,
    signs: `
Febril og medtatt, rød i svelget. | Febril og medteken, raud i svelget.
Ingen infiltrasjonslyder over lungene. | Ingen infiltrasjonslydar over lungene.
Luftveisprøve positiv for virus type {1-3}. | Luftvegsprøve positiv for virus type {1-3}.`,
    imaging: `
Ingen konsolideringer. | Ingen konsolideringar.
Diskret økt interstitiell tegning. | Diskret auka interstitiell teikning.
Normal hjertestørrelse. | Normal hjartestorleik.`,
    treatment: `
Isolert på enerom med dråpesmitteregime i {3-5} døgn. | Isolert på einerom med dropesmitteregime i {3-5} døgn.
Oseltamivir 75 mg to ganger daglig i fem dager. | Oseltamivir 75 mg to gonger dagleg i fem dagar.
Febernedsettende og rikelig med drikke. | Febernedsetjande og rikeleg med drikke.`,
    advice: `
Holder seg hjemme til {he} har vært feberfri i et døgn. | Held seg heime til {he} har vore feberfri i eit døgn.
Vaksine anbefales neste sesong. | Vaksine er tilrådd neste sesong.
Ny vurdering ved tungpust eller ny feber. | Ny vurdering ved tungpust eller ny feber.`,
  },
  lungekreft: {
    ages: [48, 88],
    area: "lungs",
    course: "lasting",
    state: "stable",
    labs: "tumour",
    region: "chest",
    modality: "CT thorax",
    operation: "lobectomy",
    complaints: `vedvarende hoste|vedvarande hoste; blodig oppspytt; avmagring; murrende smerter i brystveggen|murrande smerter i brystveggen; redusert pust ved trappegang; tretthet|trøyttleik`,
    denies: `feber; hodepine|hovudverk; skjelettsmerter`,
    signs: `
Dempning og svekket lyd over {=side} lungetopp. | Demping og svekt lyd over {=side} lungetopp.
Ingen palpable glandler på halsen. | Ingen palpable glandlar på halsen.
Trommestikkfingre. | Trommestikkfingrar.`,
    imaging: `
Spikulert tumor på {16-54} mm i {=side} overlapp. | Spikulert tumor på {16-54} mm i {=side} overlapp.
Forstørrede mediastinale lymfeknuter på inntil {12-22} mm. | Forstørra mediastinale lymfeknutar på inntil {12-22} mm.
Binyrene og leveren uten metastasesuspekte lesjoner. | Binyrene og levra utan metastasesuspekte lesjonar.`,
    treatment: `
Vevsprøve fra svulsten viste adenokarsinom. | Vevsprøve frå svulsten viste adenokarsinom.
Saken er drøftet i tverrfaglig møte, planlagt for kurativ behandling. | Saka er drøfta i tverrfagleg møte, planlagd for kurativ behandling.
Pakkeforløp ble startet med forløpskoordinator. | Pakkeforløp vart starta med forløpskoordinator.`,
    advice: `
Kreftkoordinator i kommunen er informert. | Kreftkoordinator i kommunen er informert.
CT-kontroll hver {3/6}. måned. | CT-kontroll kvar {3/6}. månad.
Kontakter avdelingen ved feber under cellegiftbehandling. | Kontaktar avdelinga ved feber under cellegiftbehandling.`,
  },
  sarkoidose: {
    ages: [24, 64],
    area: "lungs",
    course: "lasting",
    state: "stable",
    labs: "inflammation",
    region: "chest",
    modality: "CT thorax",
    complaints: `langtrukken hoste|langvarig hoste; ømme knuter på leggene|ømme knutar på leggane; stive ankler|stive oklar; tretthet|trøyttleik; lett feber; tungpust ved løping`,
    denies: `røde øyne|raude auge; brystsmerter; besvimelse|svimeanfall`,
    signs: `
Erythema nodosum på begge legger. | Erythema nodosum på begge leggar.
Normale lungelyder. | Normale lungelydar.
Små glandler på halsen. | Små glandlar på halsen.`,
    imaging: `
Bilateralt forstørrede hilusglandler. | Bilateralt forstørra hilusglandlar.
Perilymfatiske mikronoduli i overlappene. | Perilymfatiske mikronoduli i overlappane.
Ingen fibrose eller honeycombing. | Ingen fibrose eller honeycombing.`,
    treatment: `
Diffusjonskapasiteten var {62-84} prosent av forventet. | Diffusjonskapasiteten var {62-84} prosent av forventa.
Vevsprøve viste granulomer uten nekrose. | Vevsprøve viste granulom utan nekrose.
Avventende holdning med kontroller er avtalt. | Avventande haldning med kontrollar er avtalt.`,
    advice: `
Øyelege sjekker for betennelse. | Augelege sjekkar for betennelse.
Lungefunksjon måles på nytt om {3-6} måneder. | Lungefunksjon blir målt på nytt om {3-6} månader.`,
  },
  søvnapné: {
    ages: [32, 76],
    area: "head",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "neck",
    modality: "CT hals",
    operation: "tonsillectomy",
    complaints: `kraftig snorking; pustestopp om natten|pustestopp om natta; dagtretthet|trøyttleik om dagen; morgenhodepine|hovudverk om morgonen; sovner foran fjernsynet|sovnar framfor fjernsynet; konsentrasjonsvansker|konsentrasjonsvanskar`,
    denies: `muskelsvakhet|muskelsvakheit; brystsmerter; fallanfall`,
    signs: `
Trang bløt gane, Mallampati {3/4}. | Trong blaut gane, Mallampati {3/4}.
Halsomkrets {41-48} cm. | Halsomkrins {41-48} cm.
Epworth-skår {11-19}. | Epworth-skår {11-19}.`,
    imaging: `
Trange forhold bak tungebasis. | Tronge forhold bak tungebasis.
Hypertrofiske tonsiller. | Hypertrofiske tonsillar.
Ingen romoppfyllende lesjon i svelget. | Ingen romoppfyllande lesjon i svelget.`,
    treatment: `
AHI på {18-62} ved nattlig registrering. | AHI på {18-62} ved nattleg registrering.
CPAP ble tilpasset med nesemaske, trykk {6-12} cm. | CPAP vart tilpassa med nasemaske, trykk {6-12} cm.
Effekten var god allerede etter første natt. | Effekten var god alt etter første natta.`,
    advice: `
Vektreduksjon og sideleie anbefales. | Vektreduksjon og sideleie er tilrådd.
Ikke kjøre bil når {he} er søvnig. | Ikkje køyr~ bil når {he} er søvnig.
Apparatet avleses om {2-4} måneder. | Apparatet blir avlese om {2-4} månader.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
