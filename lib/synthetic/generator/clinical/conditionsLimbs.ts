/** Conditions of bones and joints. */

import type { Profile } from "./profile";

export const limbConditions = {
  hoftebrudd: {
    ages: [68, 98],
    area: "limbs",
    course: "lasting",
    state: "painful",
    labs: "normal",
    region: "hip",
    modality: "røntgen hofte",
    operation: "hip",
    call: "trauma",
    complaints: `smerter i {=side} hofte etter fall; manglende evne til å stå på beinet|manglande evne til å stå på beinet; smerter ved minste bevegelse|smerter ved den minste rørsle; ømhet over hoften|ømleik over hofta; vond lyske`,
    denies: `svimmelhet før fallet|svimmelheit før fallet; bevissthetstap|medvitstap; hodeskade|hovudskade`,
    signs: `
{=side} bein er forkortet og utadrotert. | {=side} bein er forkorta og utadrotert.
Aksial støtsmerte, intakt hud. | Aksial støytsmerte, intakt hud.
Palpable fotpulser og normal følesans. | Palpable fotpulsar og normal kjensle.`,
    imaging: `
Dislosert lårhalsbrudd på {=side} side, Garden {3-4}. | Dislosert lårhalsbrot på {=side} side, Garden {3-4}.
Bekkenringen er intakt. | Bekkenringen er intakt.
Uttalt osteopeni. | Uttalt osteopeni.`,
    treatment: `
Femoralisblokade i akuttmottaket ga god effekt. | Femoralisblokade i akuttmottaket gav god effekt.
Tilsyn fra ortogeriater med gjennomgang av medisinlisten. | Tilsyn frå ortogeriater med gjennomgang av medisinlista.
Dalteparin 5000 IE daglig som tromboseprofylakse. | Dalteparin 5000 IE dagleg som tromboseprofylakse.`,
    advice: `
Full belastning er tillatt. | Full belastning er tillate.
Dalteparin fortsetter i {28/35} dager. | Dalteparin held fram i {28/35} dagar.
Fallforebygging og hjelpemidler hjemme. | Fallførebygging og hjelpemiddel heime.`,
  },
  håndleddsbrudd: {
    ages: [24, 88],
    area: "limbs",
    course: "acute",
    accompanies: true,
    state: "painful",
    labs: "normal",
    region: "hand",
    modality: "røntgen håndledd|røntgen handledd",
    operation: "wrist",
    complaints: `smerter i {=side} håndledd etter fall på isen|smerter i {=side} handledd etter fall på isen; hevelse over håndbaken|hevelse over handbaken; feilstilling; nummen tommel; svekket grep|svekt grep`,
    denies: `albuesmerter|olbogesmerter; skuldersmerter; hodeskade|hovudskade`,
    signs: `
Gaffelformet feilstilling av {=side} håndledd. | Gaffelforma feilstilling av {=side} handledd.
Normal kapillærfylling i fingrene. | Normal kapillærfylling i fingrane.
Intakt følesans i medianusområdet. | Intakt kjensle i medianusområdet.`,
    imaging: `
Brudd i distale radius med {12-30} graders dorsal vinkling. | Brot i distale radius med {12-30} graders dorsal vinkling.
Avsprengning av processus styloideus ulnae. | Avsprenging av processus styloideus ulnae.
Intraartikulær komponent med trinn på {1-3} mm. | Intraartikulær komponent med trinn på {1-3} mm.`,
    treatment: `
Reponert i hematomblokade og gipset med dorsal laske. | Reponert i hematomblokade og gipsa med dorsal lask.
Kontrollbilde viste tilfredsstillende stilling. | Kontrollbilete viste tilfredsstillande stilling.
Paracetamol og kortvarig oksykodon {5/10} mg. | Paracetamol og kortvarig oksykodon {5/10} mg.`,
    advice: `
Fingrene trenes fra første dag, armen holdes høyt. | Fingrane skal trenast frå første dag, armen haldast høgt.
Gipsen fjernes etter {4-6} uker. | Gipsen blir fjerna etter {4-6} veker.
Beintetthet bør måles. | Beintettleik bør målast.`,
  },
  leddgikt: {
    ages: [28, 80],
    area: "limbs",
    course: "lasting",
    state: "stable",
    labs: "inflammation",
    region: "hand",
    modality: "røntgen hender og føtter|røntgen hender og føter",
    operation: "synovectomy",
    complaints: `morgenstivhet i over en time|morgonstivleik i over ein time; hovne fingre|hovne fingrar; ømme tåballer|ømme tåballar; svakt grep; utmattelse|utmatting; vansker med å knappe skjorten|vanskar med å knappe skjorta`,
    denies: `utslett; ryggsmerter; øyeplager|augeplager`,
    signs: `
{4-12} hovne og {5-16} ømme ledd. | {4-12} hovne og {5-16} ømme ledd.
DAS28 {3,4/4,1/5,2}. | DAS28 {3,4/4,1/5,2}.
Begynnende ulnardeviasjon. | Byrjande ulnardeviasjon.`,
    imaging: `
Marginale erosjoner i MCP-leddene {2-3}. | Marginale erosjonar i MCP-ledda {2-3}.
Periartikulær osteopeni. | Periartikulær osteopeni.
Ingen sikker progresjon siden sist. | Ingen sikker progresjon sidan sist.`,
    treatment: `
Kortisoninjeksjon i {=side} håndledd. | Kortisoninjeksjon i {=side} handledd.
Anti-CCP er sterkt positiv. | Anti-CCP er sterkt positiv.
Etanercept {25/50} mg ukentlig vurderes. | Etanercept {25/50} mg kvar veke er til vurdering.`,
    advice: `
Mestringskurs og varmtvannstrening. | Meistringskurs og varmtvasstrening.
Blodprøver hver {4-8}. uke. | Blodprøver kvar {4-8}. veke.
Ergoterapeut tilpasser redskaper på kjøkkenet. | Ergoterapeut tilpassar reiskapar på kjøkenet.`,
  },
  urinsyregikt: {
    ages: [38, 88],
    area: "limbs",
    course: "lasting",
    state: "painful",
    labs: "inflammation",
    region: "foot",
    modality: "røntgen fot",
    complaints: `brennende smerter i {=side} stortå|brennande smerter i {=side} stortå; rødhoven tå|raudhoven tå; vansker med å ha dyne over foten|vanskar med å ha dyna over foten; anfall etter festmåltid; hevelse i mellomfoten`,
    denies: `sår på foten; frostanfall; nylig skade|nyleg skade`,
    signs: `
Varm, rød og ekstremt øm grunnledd i stortåen. | Varmt, raudt og ekstremt ømt grunnledd i stortåa.
Små tofi på øreflippen. | Små tofi på øyreflippen.
Halter inn på avlastet hæl. | Haltar inn på avlasta hæl.`,
    imaging: `
Utstansede erosjoner med overhengende kant. | Utstansa erosjonar med overhengande kant.
Bløtdelshevelse rundt første grunnledd. | Blautdelshevelse rundt første grunnledd.
Ingen bruddlinje. | Inga brotlinje.`,
    treatment: `
Leddvæsken viste nåleformede krystaller. | Leddvæska viste nåleforma krystall.
Naproksen 500 mg to ganger daglig i {5-7} dager. | Naproksen 500 mg to gonger dagleg i {5-7} dagar.
Allopurinol {100/200} mg startes når anfallet er over. | Allopurinol {100/200} mg blir starta når anfallet er over.`,
    advice: `
Mindre øl, skalldyr og rødt kjøtt. | Mindre øl, skaldyr og raudt kjøt.
Tiazid byttes om mulig. | Tiazid blir bytt om mogleg.`,
  },
  artrose: {
    ages: [50, 88],
    area: "limbs",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "knee",
    modality: "røntgen kne",
    operation: "knee",
    complaints: `igangsettingssmerter i {=side} kne|igangsetjingssmerter i {=side} kne; smerter i trapper|smerter i trapper; stivhet etter hvile|stivleik etter kvile; knirking i kneet; redusert gangdistanse; nattsmerter`,
    denies: `låsning; feber; utstråling fra ryggen|utstråling frå ryggen`,
    signs: `
Bevegelse {5-10}–{90-115} grader i {=side} kne. | Rørsle {5-10}–{90-115} grader i {=side} kne.
Varusakse og krepitasjon. | Varusakse og krepitasjon.
Lett hydrops, stabile leddbånd. | Lett hydrops, stabile leddband.`,
    imaging: `
Opphevet leddspalte medialt, Kellgren-Lawrence {3-4}. | Oppheva leddspalte medialt, Kellgren-Lawrence {3-4}.
Osteofytter og subkondral sklerose. | Osteofyttar og subkondral sklerose.
Små subkondrale cyster. | Små subkondrale cyster.`,
    treatment: `
AktivA-kurs gjennomført med {6-12} treninger. | AktivA-kurs gjennomført med {6-12} treningar.
Kortisoninjeksjon hadde effekt i {4-8} uker. | Kortisoninjeksjon hadde effekt i {4-8} veker.
Oxford kneskår {14-24}. | Oxford kneskår {14-24}.`,
    advice: `
Styrketrening for lårmuskulaturen. | Styrketrening for lårmuskulaturen.
Stokk på motsatt side. | Stokk på motsett side.
Vektnedgang på {5-10} prosent lindrer. | Vektnedgang på {5-10} prosent lindrar.`,
  },
  "frossen skulder": {
    ages: [42, 66],
    area: "limbs",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "shoulder",
    modality: "MR skulder",
    operation: "shoulder",
    complaints: `tiltagende stiv {=side} skulder|tiltakande stiv {=side} skulder; nattlige skuldersmerter|nattlege skuldersmerter; smerter ved påkledning|smerter ved påkleding; vansker med å strekke seg opp i skapet|vanskar med å strekkje seg opp i skapet; ømhet ned i overarmen|ømleik ned i overarmen`,
    denies: `nummenhet i fingrene|nummenheit i fingrane; nakkesmerter; skade`,
    signs: `
Passiv utadrotasjon {5-20} grader, abduksjon {50-80} grader. | Passiv utadrotasjon {5-20} grader, abduksjon {50-80} grader.
Kapsulært mønster på {=side} side. | Kapsulært mønster på {=side} side.
Normal kraft i rotatormansjetten. | Normal kraft i rotatormansjetten.`,
    imaging: `
Fortykket kapsel i aksillære recess. | Fortjukka kapsel i aksillære recess.
Intakte sener, lett tendinose i supraspinatus. | Intakte sener, lett tendinose i supraspinatus.
Ingen degenerative forandringer i leddet. | Ingen degenerative forandringar i leddet.`,
    treatment: `
Hydrodilatasjon med {20-40} ml saltvann og kortison. | Hydrodilatasjon med {20-40} ml saltvatn og kortison.
Forsiktige bevegelsesøvelser hos fysioterapeut. | Forsiktige rørsleøvingar hos fysioterapeut.
Naturlig forløp over {12-24} måneder er forklart. | Naturleg forløp over {12-24} månader er forklart.`,
    advice: `
Daglige pendeløvelser. | Daglege pendeløvingar.
Sove med pute under armen. | Sov~ med pute under armen.`,
  },
  osteomyelitt: {
    ages: [24, 82],
    area: "limbs",
    course: "lasting",
    onset: "slow",
    state: "febrile",
    labs: "infection",
    region: "foot",
    modality: "MR fot",
    operation: "boneInfection",
    complaints: `dype smerter i {=side} fot|djupe smerter i {=side} fot; sår som ikke gror|sår som ikkje gror; illeluktende puss|illeluktande puss; feber; varm hud over knokkelen; frostrier`,
    denies: `hoste; ryggsmerter; svie ved vannlating|svie ved vasslating`,
    signs: `
Fistelåpning over {=side} mellomfot med puss, sonderbar ned til bein. | Fistelopning over {=side} mellomfot med puss, sonderbar ned til bein.
Rødme som er merket med tusj. | Raudne som er merkt med tusj.
Svekket følesans ved monofilamenttest. | Svekt kjensle ved monofilamenttest.`,
    imaging: `
Margødem og kortikal destruksjon i femte metatars. | Mergødem og kortikal destruksjon i femte metatars.
Subperiostal abscess på {6-18} mm. | Subperiostal abscess på {6-18} mm.
Ingen gass i bløtdelene. | Inga gass i blautdelane.`,
    treatment: `
Kloksacillin 2 g fire ganger daglig etter beinprøve. | Kloksacillin 2 g fire gonger dagleg etter beinprøve.
Vekst av gule stafylokokker i {3-5} prøver. | Vekst av gule stafylokokkar i {3-5} prøver.
Vakuumbandasje skiftes hver tredje dag. | Vakuumbandasje blir skift kvar tredje dag.`,
    advice: `
Antibiotika i til sammen {6-12} uker. | Antibiotika i til saman {6-12} veker.
Avlastningssko og sårstell to ganger i uken. | Avlastingssko og sårstell to gonger i veka.`,
  },
  beinskjørhet: {
    ages: [56, 92],
    area: "limbs",
    course: "lasting",
    state: "stable",
    labs: "normal",
    region: "spine",
    modality: "røntgen columna",
    complaints: `akutte ryggsmerter etter lett løft; tap av høyde|tap av høgd; krum rygg; smerter når {he} snur seg i sengen|smerter når {he} snur seg i senga; frykt for å falle; trøtt rygg ved oppvask|trøytt rygg ved oppvask`,
    denies: `nummenhet i beina|nummenheit i beina; feber; avmagring`,
    signs: `
Bankeøm over Th{10-12}. | Bankeøm over Th{10-12}.
Uttalt kyfose, veggavstand {6-14} cm. | Uttalt kyfose, veggavstand {6-14} cm.
Høyden er {3-7} cm lavere enn i passet. | Høgda er {3-7} cm lågare enn i passet.`,
    imaging: `
Sammenfall av Th{11-12} med {20-50} prosent høydetap. | Samanfall av Th{11-12} med {20-50} prosent høgdetap.
Ingen affeksjon av bakre virvelkant. | Ingen affeksjon av bakre virvelkant.
Uttynnet trabekulært mønster. | Uttynna trabekulært mønster.`,
    treatment: `
T-skår {2,6-3,8} standardavvik under normalen. | T-skår {2,6-3,8} standardavvik under normalen.
Kalsium 1000 mg og vitamin D 800 IE daglig. | Kalsium 1000 mg og vitamin D 800 IE dagleg.
Sekundær årsak er utelukket med blodprøver. | Sekundær årsak er utelukka med blodprøver.`,
    advice: `
Balansetrening på frisklivsgruppe. | Balansetrening i frisklivsgruppe.
Tepper og dørstokker fjernes hjemme. | Teppe og dørstokkar blir fjerna heime.
Ny måling av beintetthet om to år. | Ny måling av beintettleik om to år.`,
  },
} as const satisfies Readonly<Record<string, Profile>>;
