/**
 * Sentences of clinical notes, by what they are about, in both written standards. Slots in braces
 * are words of clinicalWords.ts, numbers, or what the generator writes: `{c}` the condition,
 * `{he} {his} {man} {aman}` by gender, and what identifies a person.
 */

import { terms } from "./lexicon";

export const clinicalPhrases = {
  identity: terms(`
Pasient: {name}, født {birth}, fødselsnummer {fnr}. | Pasient: {name}, fødd {birth}, fødselsnummer {fnr}.
{name}, {age} år, bor i {place}, telefon {phone}. | {name}, {age} år, bur i {place}, telefon {phone}.
Gjelder {name}, fnr {fnr}, tlf {phone}. | Gjeld {name}, fnr {fnr}, tlf {phone}.
Navn: {name}, alder {age}, bosted {place}. | Namn: {name}, alder {age}, bustad {place}.
Notatet gjelder {name}, født {birth}. | Notatet gjeld {name}, fødd {birth}.
`),
  reason: terms(`
{age} år gammel {aman} innlagt med {c}. | {age} år gamal {aman} innlagd med {c}.
{first} ble lagt inn {date} på grunn av {c}. | {first} vart lagd inn {date} på grunn av {c}.
Henvist fra {unit} med spørsmål om {c}. | Tilvist frå {unit} med spørsmål om {c}.
Pasienten kommer fra {place} med {c} og {symptom}. | Pasienten kjem frå {place} med {c} og {symptom}.
{aman} på {age} år med {c}, sett ved {unit} {pastDate}. | {aman} på {age} år med {c}, sett ved {unit} {pastDate}.
Overflyttet fra {ward} {date} med {c}. | Overflytta frå {ward} {date} med {c}.
Innlagt som øyeblikkelig hjelp {date} med {symptom}, har fra før {c}. | Innlagd som augeblikkeleg hjelp {date} med {symptom}, har frå før {c}.
Planlagt innleggelse av {age} år gammel {aman} med {c}. | Planlagd innlegging av {age} år gamal {aman} med {c}.
`),
  complaint: terms(`
Har hatt {symptom} {duration}. | Har hatt {symptom} {duration}.
{he} forteller om {symptom} og {symptom} {duration}. | {he} fortel om {symptom} og {symptom} {duration}.
Plagene er {trend}, og {he} sover dårlig. | Plagene er {trend}, og {he} søv dårleg.
Ingen {symptom} eller {symptom}. | Ingen {symptom} eller {symptom}.
Pasienten oppgir {symptom} fra {part}. | Pasienten oppgir {symptom} frå {part}.
Smertene sitter i {part} og er {trend}. | Smertene sit i {part} og er {trend}.
Kontaktet {unit} {pastDate} på grunn av {symptom}. | Kontakta {unit} {pastDate} på grunn av {symptom}.
Startet med {symptom}, senere også {symptom}. | Starta med {symptom}, seinare òg {symptom}.
{family} merket at {he} hadde {symptom}. | {family} merka at {he} hadde {symptom}.
Benekter {symptom}, men innrømmer {symptom} {duration}. | Nektar for {symptom}, men vedgår {symptom} {duration}.
{he} våknet med {symptom} og klarte ikke å gå. | {he} vakna med {symptom} og klarte ikkje å gå.
Verken {symptom} eller {symptom}, men {adverb} {trend} plager. | Verken {symptom} eller {symptom}, men {adverb} {trend} plager.
Symptomene kom mens {he} arbeidet, og er nå {trend}. | Symptoma kom medan {he} arbeidde, og er no {trend}.
`),
  history: terms(`
Tidligere {background}. | Tidlegare {background}.
Fra før {background} og {background}. | Frå før {background} og {background}.
Stort sett frisk, bortsett fra {background}. | Stort sett frisk, bortsett frå {background}.
Ble operert {pastDate}, ukomplisert forløp. | Vart operert {pastDate}, ukomplisert forløp.
Ingen kjente sykdommer i familien. | Ingen kjende sjukdommar i familien.
Vært innlagt én gang tidligere, ved {unit} {pastDate}. | Har vore innlagd éin gong tidlegare, ved {unit} {pastDate}.
Går til kontroll hos fastlege for {background}. | Går til kontroll hos fastlege for {background}.
{family} har hatt {background}. | {family} har hatt {background}.
Har i mange år vært plaget av {symptom}. | Har i mange år vore plaga av {symptom}.
Det foreligger {background}, uten oppfølging nå. | Det ligg føre {background}, utan oppfølging no.
`),
  social: terms(`
Bor i {home} i {place} sammen med {family}. | Bur i {home} i {place} saman med {family}.
Arbeider som {job}, sykmeldt {duration}. | Arbeider som {job}, sjukmeld {duration}.
Pensjonert {job}, klarer seg selv. | Pensjonert {job}, klarer seg sjølv.
Pårørende er {relative}, telefon {phone}. | Pårørande er {relative}, telefon {phone}.
Har hjemmetjeneste {often} og bruker {equipment}. | Har heimeteneste {often} og brukar {equipment}.
Tidligere {job}, nå ufør. | Tidlegare {job}, no ufør.
Røyker ikke, drikker sjelden alkohol. | Røykjer ikkje, drikk sjeldan alkohol.
Sluttet å røyke for {2-30} år siden. | Slutta å røykj~ for {2-30} år sidan.
Gift, har {2-5} voksne barn. | Gift, har {2-5} vaksne born.
Bor alene, men får besøk av {family} {often}. | Bur åleine, men får besøk av {family} {often}.
Ingen kjente allergier. | Ingen kjende allergiar.
Reagerer på {drug} med {symptom}. | Reagerer på {drug} med {symptom}.
`),
  drugs: terms(`
{drug} {form} {often}. | {drug} {form} {often}.
Bruker {drug} {5-80} mg {often} og {drug} {often}. | Brukar {drug} {5-80} mg {often} og {drug} {often}.
Fast: {drug} {10-100} mg {often}. | Fast: {drug} {10-100} mg {often}.
Sluttet med {drug} på grunn av {symptom}. | Slutta med {drug} på grunn av {symptom}.
Får {drug} {form} ved behov mot {symptom}. | Får {drug} {form} ved behov mot {symptom}.
Dosen av {drug} ble økt til {20-200} mg. | Dosen av {drug} vart auka til {20-200} mg.
Medisinlisten ble gått gjennom med {family}. | Medisinlista vart gått gjennom med {family}.
Ingen endring i {drug}, men {drug} seponeres. | Inga endring i {drug}, men {drug} blir seponert.
`),
  status: terms(`
{mood}, klar og orientert. | {mood}, klår og orientert.
God allmenntilstand, {adverb} {mood}. | God allmenntilstand, {adverb} {mood}.
Cor: regelmessig rytme, ingen bilyd. | Cor: regelmessig rytme, ingen bilyd.
Pulm: ren respirasjonslyd, ingen fremmedlyder. | Pulm: rein respirasjonslyd, ingen framandlydar.
Abdomen: bløt og uøm, normale tarmlyder. | Abdomen: blaut og uøm, normale tarmlydar.
Hud: varm og tørr, ingen utslett. | Hud: varm og tørr, ikkje utslett.
Trykkøm over {part}, ellers uten anmerkning. | Trykkøm over {part}, elles utan merknad.
Bevegelsen i {part} er {adverb} nedsatt. | Rørsla i {part} er {adverb} nedsett.
Ingen hevelse i {part}. | Ingen hevelse i {part}.
Normal kraft og følesans i {part}. | Normal kraft og kjensle i {part}.
Pupillene er like og reagerer på lys. | Pupillane er like og reagerer på lys.
Går {adverb} ustøtt med {equipment}. | Går {adverb} ustøtt med {equipment}.
Virker {mood} og noe medtatt. | Verkar {mood} og noko medteken.
Ved undersøkelse av {part} finnes rødme og varme. | Ved undersøking av {part} finn ein raudne og varme.
`),
  vitals: terms(`
BT {95-180}/{50-105}, puls {52-120}, temp {36,0-39,6}. | BT {95-180}/{50-105}, puls {52-120}, temp {36,0-39,6}.
RF {10-30}, SpO2 {86-99} %, puls {50-130}. | RF {10-30}, SpO2 {86-99} %, puls {50-130}.
NEWS2 {0-9}, GCS {9-15}, temp {35,6-39,9}. | NEWS2 {0-9}, GCS {9-15}, temp {35,6-39,9}.
Blodtrykk {100-190}/{55-110}, puls {48-118}, metning {88-99} % uten oksygen. | Blodtrykk {100-190}/{55-110}, puls {48-118}, metting {88-99} % utan oksygen.
VAS {0-9} i ro og {2-10} ved bevegelse. | VAS {0-9} i ro og {2-10} ved rørsle.
Vekt {45-118} kg, høyde {150-196} cm. | Vekt {45-118} kg, høgd {150-196} cm.
`),
  labs: terms(`
CRP {1-240}, Hb {8,1-16,9}, leukocytter {2,9-19,5}. | CRP {1-240}, Hb {8,1-16,9}, leukocyttar {2,9-19,5}.
Kreatinin {45-240}, Na {127-148}, K {3,0-5,6}. | Kreatinin {45-240}, Na {127-148}, K {3,0-5,6}.
Glukose {3,5-18,0}, HbA1c {28-96}, INR {0,9-3,4}. | Glukose {3,5-18,0}, HbA1c {28-96}, INR {0,9-3,4}.
Laktat {0,5-4,9}, TSH {0,3-6,0}, CRP stigende. | Laktat {0,5-4,9}, TSH {0,3-6,0}, CRP stigande.
CRP falt fra {80-240} til {4-60}. | CRP fall frå {80-240} til {4-60}.
Blodprøver viser Hb {8,5-15,9} og trombocytter {90-420}. | Blodprøver viser Hb {8,5-15,9} og trombocyttar {90-420}.
Urin: leukocytter {1-4}+, blod {1-3}+, nitritt negativ. | Urin: leukocyttar {1-4}+, blod {1-3}+, nitritt negativ.
`),
  course: terms(`
Forløpet var {adverb} preget av {symptom}. | Forløpet var {adverb} prega av {symptom}.
Fikk {drug} {form} med god effekt. | Fekk {drug} {form} med god effekt.
Ble sett av {helper} {sometime}. | Vart sett av {helper} {sometime}.
Pasienten kom seg {adverb} og ble mobilisert med {equipment}. | Pasienten kom seg {adverb} og vart mobilisert med {equipment}.
Tilstanden var {trend} under oppholdet. | Tilstanden var {trend} under opphaldet.
Overflyttet til {ward} etter {2-9} døgn. | Overflytta til {ward} etter {2-9} døgn.
{image} ble tatt {date} og beskrives som normal. | {image} vart teke {date} og er skildra som normal.
Det tilkom {symptom}, som ble behandlet med {drug}. | Det kom til {symptom}, som vart behandla med {drug}.
{helper} la opp plan sammen med {family}. | {helper} la opp plan saman med {family}.
Natten var {mood}, spiste {food} til frokost. | Natta var {mood}, åt {food} til frukost.
Etter {2-6} dager var {he} klar for utskrivelse. | Etter {2-6} dagar var {he} klar for utskriving.
Ingen komplikasjoner, {adverb} bedre søvn. | Ingen komplikasjonar, {adverb} betre søvn.
`),
  assessment: terms(`
Samlet vurderes tilstanden som {trend}. | Samla blir tilstanden vurdert som {trend}.
Bildet passer med {c}, det er ikke holdepunkt for annen sykdom. | Biletet passar med {c}, det er ikkje haldepunkt for annan sjukdom.
Vurderes som {c}, {adverb} forverret {duration}. | Blir vurdert som {c}, {adverb} forverra {duration}.
Det er lite trolig at {symptom} skyldes {drug}. | Det er lite truleg at {symptom} kjem av {drug}.
Drøftet med {helper}, som er enig. | Drøfta med {helper}, som er samd.
Prognosen anses som god dersom {he} følger opplegget. | Prognosen er god dersom {he} følgjer opplegget.
Det er usikkert hvorfor {he} har {symptom}. | Det er usikkert kvifor {he} har {symptom}.
Har {c}, i dag uten {symptom}. | Har {c}, i dag utan {symptom}.
Videre undersøkelse av {part} er ikke nødvendig. | Vidare undersøking av {part} er ikkje nødvendig.
`),
  plan: terms(`
Ny time {futureDate}. | Ny time {futureDate}.
Kontroll hos fastlege om {2-12} uker. | Kontroll hos fastlege om {2-12} veker.
{drug} {often} til {futureDate}. | {drug} {often} til {futureDate}.
Bestiller {image} før neste kontroll. | Bestiller {image} før neste kontroll.
{helper} kobles inn for hjelp med {equipment}. | {helper} blir kopla inn for hjelp med {equipment}.
Utskrives til {unit} {futureDate}. | Blir utskriven til {unit} {futureDate}.
Bes ringe {phone} ved {symptom} eller {symptom}. | Skal ringj~ {phone} ved {symptom} eller {symptom}.
Sykmeldes i {2-8} uker fra {date}. | Blir sjukmeld i {2-8} veker frå {date}.
Kopi av notatet sendes {unit}. | Kopi av notatet går til {unit}.
Ta kontakt med {clinician} ved spørsmål. | Ta kontakt med {clinician} ved spørsmål.
Nye blodprøver om {2-10} dager. | Nye blodprøver om {2-10} dagar.
`),
  sign: terms(`
Notat ved {clinician}, {date}. | Notat ved {clinician}, {date}.
Dikter: {clinician}, {ward}. | Dikter: {clinician}, {ward}.
Med hilsen {clinician}, {unit}. | Med helsing {clinician}, {unit}.
Signert {date} av {clinician}. | Signert {date} av {clinician}.
`),
  awareness: terms(`
{mood} og tydelig i samtale. | {mood} og tydeleg i samtale.
Våken, svarer {adverb} på spørsmål. | Vaken, svarar {adverb} på spørsmål.
Ønsker at {family} skal ringes. | Ønskjer at {family} skal bli ringt.
{he} er {mood} {sometime}. | {he} er {mood} {sometime}.
Hører dårlig uten høreapparat. | Oppfattar dårleg utan høyreapparat.
Snakker lite, nikker når {he} blir spurt. | Snakkar lite, nikkar når {he} blir spurd.
`),
  breathing: terms(`
Puster uanstrengt, {trend} hoste {sometime}. | Pustar lett, {trend} hoste {sometime}.
Fikk {2-5} liter oksygen på {equipment}. | Fekk {2-5} liter oksygen på {equipment}.
Varm på hender og føtter. | Varm på hender og føter.
Blir tungpustet når {he} går til badet. | Blir tungpusta når {he} går til badet.
Sirkulatorisk stabil, puls {56-110}. | Sirkulatorisk stabil, puls {56-110}.
`),
  nutrition: terms(`
Spiste {food} og drakk {2-5} glass saft. | Åt {food} og drakk {2-5} glas saft.
Liten matlyst, tok litt {food}. | Lita matlyst, tok litt {food}.
Fikk {food} {sometime}, kastet ikke opp. | Fekk {food} {sometime}, kasta ikkje opp.
Trenger hjelp til å smøre maten. | Treng hjelp til å smørj~ maten.
Drikker godt, {food} til kvelds. | Drikk godt, {food} til kvelds.
Ernæringsplan er laget med {helper}. | Ernæringsplan er laga med {helper}.
`),
  elimination: terms(`
Vannlating uten problemer, avføring {sometime}. | Vasslating utan problem, avføring {sometime}.
Blærekateter er fjernet {date}. | Blærekateter er fjerna {date}.
Timediurese {20-90} ml. | Timediurese {20-90} ml.
Bruker bleie om natten. | Brukar bleie om natta.
Ikke hatt avføring på {2-5} dager, fikk {drug}. | Har ikkje hatt avføring på {2-5} dagar, fekk {drug}.
`),
  skin: terms(`
Hel hud, ingen trykkmerker. | Heil hud, ingen trykkmerke.
Lite sår på {part}, skiftet plaster. | Lite sår på {part}, skifta plaster.
Rødme rundt venekanylen, den er byttet. | Raudne rundt venekanylen, den er bytt.
Smurt {part} med krem. | Smurde {part} med krem.
Stelt i sengen {sometime}. | Stelt i senga {sometime}.
`),
  activity: terms(`
Gikk i korridoren med {equipment}. | Gjekk i korridoren med {equipment}.
Satt i stol {10-90} minutter. | Sat i stol {10-90} minutt.
Trening med {helper} {sometime}. | Trening med {helper} {sometime}.
Snur seg selv i sengen. | Snur seg sjølv i senga.
Trenger støtte av to for å komme opp. | Treng støtte av to for å kom~ opp.
Dusjet {sometime} med litt hjelp. | Dusja {sometime} med litt hjelp.
`),
  rest: terms(`
Sov {adverb} fra klokken {21-23} til {5-8}. | Sov {adverb} frå klokka {21-23} til {5-8}.
Smerter i {part}, fikk {drug} {sometime}. | Smerter i {part}, fekk {drug} {sometime}.
VAS {1-8} før og {0-4} etter {drug}. | VAS {1-8} før og {0-4} etter {drug}.
Våknet ofte, ville ha {food}. | Vakna ofte, ville ha {food}.
`),
  company: terms(`
Fikk besøk av {relative} {sometime}. | Fekk besøk av {relative} {sometime}.
Er {mood} for å reise hjem. | Er {mood} for å reis~ heim.
Snakket lenge med {family} på telefon. | Snakka lenge med {family} på telefon.
Leste avisen og hørte på radio. | Las avisa og lytta til radio.
Savner hunden hjemme. | Saknar hunden heime.
`),
  operation: terms(`
Pasienten i narkose på ryggen, vask med sprit. | Pasienten i narkose på ryggen, vask med sprit.
Det legges {incision} over {part}. | Det blir lagt {incision} over {part}.
{organ} frigjøres og {normal}. | {organ} blir fridd og {normal}.
Fri innsyn, {organ} {normal}. | Fritt innsyn, {organ} {normal}.
Det skylles med {500-3000} ml saltvann. | Det blir skylt med {500-3000} ml saltvatn.
Blodtapet anslås til {20-900} ml. | Blodtapet er rekna til {20-900} ml.
Huden lukkes med {suture}. | Huda blir lukka med {suture}.
Til slutt legges {drain} på {part}. | Til slutt blir det lagt {drain} på {part}.
Operatør {clinician}, assistent {clinician}. | Operatør {clinician}, assistent {clinician}.
Tidsbruk {25-240} minutter, ingen problemer underveis. | Tidsbruk {25-240} minutt, ingen problem undervegs.
Antibiotika gis før start, {drug} {2-4} g. | Antibiotika blir gitt før start, {drug} {2-4} g.
Telling av kompresser stemmer. | Teljing av kompressar stemmer.
`),
  afterOperation: terms(`
{suture} fjernes etter {8-16} dager. | {suture} blir fjerna etter {8-16} dagar.
Mobiliseres fritt fra i morgen. | Kan mobiliserast fritt frå i morgon.
Smertelindring med {drug} {often}. | Smertelindring med {drug} {often}.
Flyttes til {ward} for overvåking. | Blir flytta til {ward} for overvaking.
Kan spise {food} når {he} er våken. | Kan et~ {food} når {he} er vaken.
`),
  imaging: terms(`
{image} uten kontrast. | {image} utan kontrast.
{image} med {60-120} ml kontrast intravenøst. | {image} med {60-120} ml kontrast intravenøst.
{organ} {normal}. | {organ} {normal}.
{organ} {normal}, men {organ} {normal}. | {organ} {normal}, men {organ} {normal}.
Sammenlignet med bilder fra {pastDate}. | Samanlikna med bilete frå {pastDate}.
Ingen fri væske eller luft. | Inga fri væske eller luft.
Det sees et fokus på {2-38} mm i {part}. | Det er eit fokus på {2-38} mm i {part}.
Skjelettet {normal}. | Skjelettet {normal}.
Undersøkelsen er {adverb} forstyrret av bevegelse. | Undersøkinga er {adverb} forstyrra av rørsle.
`),
  wishes: terms(`
Ber om {wish} ved deres avdeling. | Ber om {wish} ved dykkar avdeling.
Ønsker {wish} innen {futureDate}. | Ønskjer {wish} innan {futureDate}.
Takker for {wish} og {wish}. | Takkar for {wish} og {wish}.
Pasienten kan møte på kort varsel, telefon {phone}. | Pasienten kan møt~ på kort varsel, telefon {phone}.
`),
  happened: terms(`
{sometime} oppstod {error} på {ward}. | {sometime} oppstod {error} på {ward}.
{helper} oppdaget {error} {sometime}. | {helper} oppdaga {error} {sometime}.
Pasienten fikk {drug} i stedet for {drug}. | Pasienten fekk {drug} i staden for {drug}.
Pasienten ble funnet på gulvet ved siden av {equipment}. | Pasienten vart funnen på golvet ved sida av {equipment}.
Beskjeden fra {helper} kom ikke fram. | Meldinga frå {helper} kom ikkje fram.
Meldt av {clinician} {date}. | Meldt av {clinician} {date}.
`),
  cause: terms(`
Trolig årsak er {error}. | Truleg årsak er {error}.
Det var travelt på vakten og {error}. | Det var travelt på vakta og {error}.
{error} har skjedd før på {ward}. | {error} har skjedd før på {ward}.
Rutinen er ukjent for nye ansatte. | Rutinen er ukjend for nye tilsette.
`),
  consequence: terms(`
Hendelsen førte til {harm}. | Hendinga førte til {harm}.
Følgen var {harm} og {harm}. | Følgja var {harm} og {harm}.
{family} er informert {sometime}. | {family} er informert {sometime}.
Kunne ført til alvorlig skade. | Kunne ha ført til alvorleg skade.
`),
  measures: terms(`
Tiltak: {measure}. | Tiltak: {measure}.
Avdelingen innfører {measure} fra {futureDate}. | Avdelinga innfører {measure} frå {futureDate}.
Foreslår {measure} og {measure}. | Føreslår {measure} og {measure}.
{helper} følger opp saken. | {helper} følgjer opp saka.
`),
  operator: terms(`
Operatør: Medisinsk nødtelefon, hva har skjedd? | Operatør: Medisinsk naudtelefon, kva har skjedd?
Operatør: Hvor ringer du fra? | Operatør: Kvar ringjer du frå?
Operatør: Er pasienten våken og puster normalt? | Operatør: Er pasienten vaken og pustar normalt?
Operatør: Kan {he} løfte begge armene? | Operatør: Kan {he} lyft~ begge armane?
Operatør: Hvor lenge har det stått på? | Operatør: Kor lenge har det stått på?
Operatør: Hold pasienten i ro, bilen er på vei. | Operatør: Hald pasienten i ro, bilen er på veg.
Operatør: Bruker {he} noen medisiner? | Operatør: Brukar {he} nokon medisinar?
Operatør: Hvor gammel er {he}? | Operatør: Kor gamal er {he}?
`),
  caller: terms(`
Innringer: Det er {relative} som ringer, {he} har fått {symptom}. | Innringar: Det er {relative} som ringjer, {he} har fått {symptom}.
Innringer: Eh, vi er hjemme i {place}. | Innringar: Eh, me er heime i {place}.
Innringer: {he} er {mood} og klager over {symptom}. | Innringar: {he} er {mood} og klagar over {symptom}.
Innringer: Jeg vet ikke, kanskje {duration}. | Innringar: Eg veit ikkje, kanskje {duration}.
Innringer: Ja, men {he} svarer ikke ordentlig. | Innringar: Ja, men {he} svarar ikkje ordentleg.
Innringer: {he} har {c} fra før. | Innringar: {he} har {c} frå før.
Innringer: Tar {drug} {often}, tror jeg. | Innringar: Tek {drug} {often}, trur eg.
Innringer: {he} er {age} år. | Innringar: {he} er {age} år.
Innringer: Nummeret mitt er {phone}. | Innringar: Nummeret mitt er {phone}.
`),
  urgency: terms(`
Hastegrad rød, ambulanse sendt fra {place}. | Hastegrad raud, ambulanse send frå {place}.
Hastegrad gul, råd gitt av {helper}. | Hastegrad gul, råd gitt av {helper}.
Hastegrad grønn, kontakter {unit} i morgen. | Hastegrad grøn, kontaktar {unit} i morgon.
`),
} as const;
