/** Operations on bones, joints and spine. */

import type { Operation } from "./operations";

export const limbOperations = {
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
Nerveroten er flat og spent, den føres medialt. | Nerverota er flat og spent, den blir ført medialt.
Et stort sekvester trekkes ut med hypofysetang. | Eit stort sekvester blir trekt ut med hypofysetong.
Roten ligger fritt og pulserer. | Rota ligg fritt og pulserer.
Duraen er hel. | Duraen er heil.`,
    closure: `
Fascien med Vicryl, huden med intrakutan tråd. | Fascien med Vicryl, huda med intrakutan tråd.`,
    after: `
Opp samme kveld, kan sitte kort. | Opp same kvelden, kan sit~ kort.
Ingen løft eller vridning i {4-6} uker. | Ingen løft eller vriding i {4-6} veker.`,
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
Skinne i to uker, fingrene trenes fra første dag. | Skinne i to veker, fingrane blir trena frå første dag.`,
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
Patella sporer midt. | Patella sporar midt.
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
} as const satisfies Readonly<Record<string, Operation>>;
