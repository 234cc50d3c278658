/**
 * Sentences that doctors write about history and plans, by what they are about, in both written
 * standards. Slots are words of
 * words.ts, numbers, what the case of the note gives (`{symptom}`, `{background}`, `{c}` the
 * condition, …: caseWriter.ts), and what identifies a person (phiWriter.ts).
 */

import { terms } from "../lexicon";

export const doctorPhrases = {
  identity: terms(`
Pasient: {name}, født {birth}, fødselsnummer {fnr}. | Pasient: {name}, fødd {birth}, fødselsnummer {fnr}.
{name}, {age} år, {address}, {postcode} {place}, telefon {ownPhone}. | {name}, {age} år, {address}, {postcode} {place}, telefon {ownPhone}.
Gjelder {name}, fnr {fnr}, tlf {ownPhone}. | Gjeld {name}, fnr {fnr}, tlf {ownPhone}.
Navn: {name}, alder {age}, bosted {place}. | Namn: {name}, alder {age}, bustad {place}.
Notatet gjelder {name}, født {birth}, journalnummer {record}. | Notatet gjeld {name}, fødd {birth}, journalnummer {record}.
{last}, {first}, født {birth}. Bosatt i {address}, {postcode} {place}. | {last}, {first}, fødd {birth}. Busett i {address}, {postcode} {place}.
`),
  "reason acute": terms(`
{age} år gammel {aman} innlagt som øyeblikkelig hjelp {admitted} med {c}. | {age} år gamal {aman} innlagd som augeblikkeleg hjelp {admitted} med {c}.
{first} ble lagt inn {admitted} på grunn av {c}. | {first} vart lagd inn {admitted} på grunn av {c}.
{aman} på {age} år som kommer via legevakt {admitted} med {c}. | {aman} på {age} år som kjem via legevakt {admitted} med {c}.
Innlagt fra {gp} {admitted} med mistanke om {c}. | Innlagd frå {gp} {admitted} med mistanke om {c}.
Hentet hjemme av ambulanse {admitted} med {symptom}, bildet passer med {c}. | Henta heime av ambulanse {admitted} med {symptom}, biletet passar med {c}.
Kom til akuttmottaket {admitted} med {symptom} og {symptom}, vurdert som {c}. | Kom til akuttmottaket {admitted} med {symptom} og {symptom}, vurdert som {c}.
Overflyttet fra {unit} {admitted} med {c}. | Overflytta frå {unit} {admitted} med {c}.
{age} år gammel {aman} fra {place}, tidligere oppegående, nå {c}. | {age} år gamal {aman} frå {place}, tidlegare oppegåande, no {c}.
`),
  "reason lasting": terms(`
{age} år gammel {aman} innlagt {admitted} på grunn av {c} med forverring {duration}. | {age} år gamal {aman} innlagd {admitted} på grunn av {c} med forverring {duration}.
{first} har {c} og ble lagt inn {admitted} etter avtale. | {first} har {c} og vart lagd inn {admitted} etter avtale.
Innlagt fra {gp} {admitted} for vurdering av {c}. | Innlagd frå {gp} {admitted} for vurdering av {c}.
Innlegges {admitted} med {symptom}, kjent {c} fra før. | Blir lagd inn {admitted} med {symptom}, kjend {c} frå før.
{aman} på {age} år med {c}, sist sett ved {hospital} {pastDate}. | {aman} på {age} år med {c}, sist sett ved {hospital} {pastDate}.
Planlagt opphold fra {admitted} på grunn av {c}. | Planlagt opphald frå {admitted} på grunn av {c}.
Overflyttet fra {unit} {admitted} med {c} og {symptom}. | Overflytta frå {unit} {admitted} med {c} og {symptom}.
`),
  "reason outpatient": terms(`
Henvist fra {gp} med {c}. | Tilvist frå {gp} med {c}.
{age} år gammel {aman} til vurdering av {c}. | {age} år gamal {aman} til vurdering av {c}.
Møter til kontroll for {c}. | Møter til kontroll for {c}.
{aman} på {age} år, henvist fra {hospital} {recent} på grunn av {c}. | {aman} på {age} år, tilvist frå {hospital} {recent} på grunn av {c}.
Kommer sammen med {family}, tilsendt for {c}. | Kjem saman med {family}, tilvist for {c}.
Førstegangs konsultasjon, {c} med {symptom}. | Førstegongs konsultasjon, {c} med {symptom}.
`),
  "reason referral": terms(`
{age} år gammel {aman} med {c} henvises for vurdering. | {age} år gamal {aman} med {c} blir tilvist for vurdering.
Takk for at dere vil vurdere {first} {last}, {age} år, med {c}. | Takk for at de vil vurder~ {first} {last}, {age} år, med {c}.
Undertegnede følger pasienten for {c}. | Underteikna følgjer pasienten for {c}.
Ber om hjelp til en {age} år gammel {aman} med {c}. | Ber om hjelp til {aman} på {age} år med {c}.
Det dreier seg om {c} hos {aman} på {age} år. | Det dreier seg om {c} hos {aman} på {age} år.
`),
  "reason imaging": terms(`
{aman} {age} år med {c}. | {aman} {age} år med {c}.
Kontroll av {c}. | Kontroll av {c}.
Kjent {c}, nå {symptom}. | Kjend {c}, no {symptom}.
Spørsmål om {c} hos {aman} på {age} år med {symptom}. | Spørsmål om {c} hos {aman} på {age} år med {symptom}.
Utredning ved {c}. | Utgreiing ved {c}.
`),
  "reason operation": terms(`
{age} år gammel {aman} med {c} og {symptom}. | {age} år gamal {aman} med {c} og {symptom}.
Operasjon på grunn av {c}. | Operasjon på grunn av {c}.
{c} med {symptom} {duration}. | {c} med {symptom} {duration}.
Pasienten er informert og ønsker inngrep for {c}. | Pasienten er informert og ønskjer inngrep for {c}.
`),
  "reason incident": terms(`
{aman} på {age} år, innlagt {admitted} med {c}. | {aman} på {age} år, innlagd {admitted} med {c}.
Pasienten lå inne på {ward} på grunn av {c}. | Pasienten låg inne på {ward} på grunn av {c}.
Det gjelder {aman} på {age} år med {c}. | Det gjeld {aman} på {age} år med {c}.
`),
  "reason call": terms(`
{aman} {age} år med {symptom}, kan ha {c}. | {aman} {age} år med {symptom}, kan ha {c}.
Samlet inntrykk gir mistanke om {c}. | Samla inntrykk gir mistanke om {c}.
Mest sannsynlig {c} hos {aman} på {age} år. | Mest sannsynleg {c} hos {aman} på {age} år.
`),
  complaint: terms(`
Har hatt {symptom} {duration}. | Har hatt {symptom} {duration}.
{he} forteller om {symptom} og {symptom} {duration}. | {he} fortel om {symptom} og {symptom} {duration}.
Startet med {symptom}, senere også {symptom}. | Starta med {symptom}, seinare òg {symptom}.
Oppgir {symptom} og {symptom}. | Oppgir {symptom} og {symptom}.
Beskriver {symptom}, {trend}. | Skildrar {symptom}, {trend}.
Plages av {symptom} {duration}. | Er plaga av {symptom} {duration}.
`),
  "complaint more": terms(`
I tillegg har {he} merket {symptom}. | I tillegg har {he} merka {symptom}.
Det som plager mest nå, er {symptom}. | Det som plagar mest no, er {symptom}.
Plagene er {trend}, og {he} sover dårlig. | Plagene er {trend}, og {he} søv dårleg.
{family} bekrefter opplysningene. | {family} stadfestar opplysningane.
Pasienten har prøvd å hvile og ta {otc} uten effekt. | Pasienten har prøvd å kvile og ta {otc} utan effekt.
Symptomene er {trend}. | Symptoma er {trend}.
Nevner også {symptom} på direkte spørsmål. | Nemner òg {symptom} på direkte spørsmål.
{he} er dessuten plaget av {symptom}. | {he} er dessutan plaga av {symptom}.
`),
  "complaint long": terms(`
Kontaktet {gp} {recent} på grunn av {symptom}. | Kontakta {gp} {recent} på grunn av {symptom}.
Ble mer plaget av {symptom} {recent}. | Vart meir plaga av {symptom} {recent}.
Plagene går ut over søvn og humør. | Plagene går ut over søvn og humør.
Siden forrige kontroll {recent} har {he} hatt {symptom}. | Sidan førre kontroll {recent} har {he} hatt {symptom}.
Gode og dårlige perioder, nå igjen {symptom}. | Gode og dårlege periodar, no igjen {symptom}.
`),
  negatives: terms(`
Ingen {absent} eller {absent}. | Ingen {absent} eller {absent}.
Har verken {absent} eller {absent}. | Har verken {absent} eller {absent}.
Benekter {absent} og {absent}. | Nektar for {absent} og {absent}.
Ikke {absent}. | Ikkje {absent}.
Pasienten har ikke hatt {absent}. | Pasienten har ikkje hatt {absent}.
`),
  history: terms(`
Tidligere {background}. | Tidlegare {background}.
Fra før {background} og {background}. | Frå før {background} og {background}.
Kjent med {background}. | Kjend med {background}.
I tillegg {background}. | I tillegg {background}.
Av tidligere sykdommer nevnes {background}. | Av tidlegare sjukdommar kan nemnast {background}.
Var innlagt ved {hospital} {pastDate} for noe annet. | Var innlagd ved {hospital} {pastDate} for noko anna.
Sykehistorien ellers: {background}. | Sjukehistoria elles: {background}.
`),
  "living young": terms(`
Bor i kollektiv i {place}, studerer {study}. | Bur i kollektiv i {place}, studerer {study}.
Lærling som {job}, bor hos foreldrene i {place}. | Lærling som {job}, bur hos foreldra i {place}.
Arbeider som {job}, sykmeldt fra {recent}. | Arbeider som {job}, sjukmeld frå {recent}.
Bor sammen med {family} i {place}. | Bur saman med {family} i {place}.
Student på første året, nylig flyttet til {place}. | Student på første året, nyleg flytta til {place}.
`),
  "habits young": terms(`
Røyker ikke, snuser daglig. | Røykjer ikkje, snusar dagleg.
Trener {2-5} ganger i uken. | Trenar {2-5} gonger i veka.
Alkohol i helgene, ingen andre rusmidler. | Alkohol i helgene, ingen andre rusmiddel.
Vegetarianer, ellers variert kosthold. | Vegetarianar, elles variert kosthald.
`),
  "living middle": terms(`
Gift, har {2-4} barn, bor i {home} i {place}. | Gift, har {2-4} born, bur i {home} i {place}.
Arbeider som {job}, sykmeldt fra {recent}. | Arbeider som {job}, sjukmeld frå {recent}.
Tidligere {job}, nå omskolert til {job}. | Tidlegare {job}, no omskolert til {job}.
Skilt, {job} i full stilling. | Skild, {job} i full stilling.
Samboer, {job} i {50/60/80} prosent stilling. | Sambuar, {job} i {50/60/80} prosent stilling.
Bor i {home} med ektefelle og tenåringer. | Bur i {home} med ektefelle og tenåringar.
`),
  "habits middle": terms(`
Røyker {5-20} sigaretter om dagen siden ungdommen. | Røykjer {5-20} sigarettar om dagen sidan ungdomen.
Sluttet å røyke for {2-15} år siden. | Slutta å røykje for {2-15} år sidan.
Aldri røykt, moderat alkoholforbruk. | Aldri røykt, moderat alkoholforbruk.
Forteller at {he} {hobby} i fritiden. | Fortel at {he} {hobby} i fritida.
`),
  "living old": terms(`
Bor alene i {home old} i {place}, klarer seg selv. | Bur åleine i {home old} i {place}, klarer seg sjølv.
Pensjonert {job}, enslig, får hjelp av {family}. | Pensjonert {job}, einsleg, får hjelp av {family}.
Gift, pensjonert {job}, {2-5} voksne barn. | Gift, pensjonert {job}, {2-5} vaksne born.
Bor i {home old}, har hjemmetjeneste {often} og trygghetsalarm. | Bur i {home old}, har heimeteneste {often} og tryggleiksalarm.
Fast plass på {nursingHome} siden {pastDate}. | Fast plass på {nursingHome} sidan {pastDate}.
Alene etter at ektefellen døde, {family} handler og lager middag. | Åleine etter at ektefellen døydde, {family} handlar og lagar middag.
`),
  "habits old": terms(`
Røyker ikke, drikker sjelden alkohol. | Røykjer ikkje, drikk sjeldan alkohol.
Sluttet å røyke for {10-40} år siden. | Slutta å røykje for {10-40} år sidan.
Forteller at {he} {hobby}. | Fortel at {he} {hobby}.
Sherry på lørdager, aldri røykt. | Sherry på laurdagar, aldri røykt.
`),
  "next of kin": terms(`
Pårørende er {relative}, telefon {phone}. | Pårørande er {relative}, telefon {phone}.
Nærmeste pårørende er {relative}, telefon {phone}. | Næraste pårørande er {relative}, telefon {phone}.
{family} er med på samtalen. | {family} er med på samtalen.
{relative} kan kontaktes på {phone}. | {relative} kan kontaktast på {phone}.
`),
  heredity: terms(`
Ingen opphopning av sykdom i slekten. | Inga opphoping av sjukdom i slekta.
Mor døde av høy alder, far i en ulykke. | Mor døydde av høg alder, far i ei ulykke.
Foreldre og søsken er friske. | Foreldre og sysken er friske.
Far hadde plager av samme slag. | Far hadde plager av same slag.
`),
  stimulants: terms(`
Røyker ikke, alkohol kun i selskap. | Røykjer ikkje, alkohol berre i selskap.
Tobakk: {5-20} sigaretter daglig, {10-40} pakkeår. | Tobakk: {5-20} sigarettar dagleg, {10-40} pakkeår.
Snus, ingen sigaretter. | Snus, ingen sigarettar.
AUDIT {0-6}, ingen illegale rusmidler. | AUDIT {0-6}, ingen illegale rusmiddel.
`),
  allergies: terms(`
Ingen kjente allergier. | Ingen kjende allergiar.
Utslett av {allergy}. | Utslett av {allergy}.
Tåler ikke {allergy}. | Tåler ikkje {allergy}.
Allergi mot {allergy}, ført i kjernejournal. | Allergi mot {allergy}, ført i kjernejournal.
Ikke angitt. | Ikkje oppgitt.
`),
  drugs: terms(`
{homedrug}. | {homedrug}.
Bruker {homedrug}. | Brukar {homedrug}.
Fast: {homedrug}. | Fast: {homedrug}.
Ved behov har {he} paracetamol hjemme. | Ved behov har {he} paracetamol heime.
{homedrug}, startet {pastDate}. | {homedrug}, starta {pastDate}.
Multidose fra apoteket, ukentlig levering. | Multidose frå apoteket, levering kvar veke.
Medisinlisten er gjennomgått med {family}. | Medisinlista er gjennomgått med {family}.
Ingen endring i faste medisiner. | Inga endring i faste medisinar.
`),
  course: terms(`
Oppholdet forløp uten komplikasjoner. | Opphaldet gjekk utan komplikasjonar.
Ble sett av {helper} {sometime}. | Vart sett av {helper} {sometime}.
Pasienten kom seg gradvis og ble mobilisert på posten. | Pasienten kom seg gradvis og vart mobilisert på posten.
Smertelindret med {painkiller}. | Smertelindra med {painkiller}.
Overflyttet til {otherWard} dagen etter. | Overflytta til {otherWard} dagen etter.
{helper} la opp plan sammen med {family}. | {helper} la opp plan saman med {family}.
Etter {nights} døgn var {he} klar for utskrivelse. | Etter {nights} døgn var {he} klar for utskriving.
Spiste og drakk godt de siste dagene. | Åt og drakk godt dei siste dagane.
Pårørende ble holdt orientert av behandlende lege. | Pårørande vart haldne orienterte av behandlande lege.
Fikk dalteparin 5000 IE daglig så lenge {he} var sengeliggende. | Fekk dalteparin 5000 IE dagleg så lenge {he} var sengeliggjande.
Tverrfaglig samtale ble holdt {sometime}. | Tverrfagleg samtale vart halden {sometime}.
Vitale tegn normaliserte seg i løpet av {2-3} døgn. | Vitale teikn normaliserte seg i løpet av {2-3} døgn.
Søvnen ble bedre med {sleeping} til natten. | Søvnen vart betre med {sleeping} til natta.
`),
  assessment: terms(`
Bildet passer med {c}. | Biletet passar med {c}.
Vurderes som {c}, stabil tilstand. | Blir vurdert som {c}, stabil tilstand.
Samlet sett {c} uten holdepunkt for annen sykdom. | Samla sett {c} utan haldepunkt for annan sjukdom.
Drøftet med {senior}, som er enig. | Drøfta med {senior}, som er samd.
Prognosen er god dersom {he} følger opplegget. | Prognosen er god dersom {he} følgjer opplegget.
Har {c}, i dag uten {absent}. | Har {c}, i dag utan {absent}.
Det er ikke grunn til å mistenke annen årsak til {symptom}. | Det er ikkje grunn til å mistenkje annan årsak til {symptom}.
Pasienten er godt informert og samtykker i planen. | Pasienten er godt informert og samtykkjer i planen.
`),
  "assessment admitted": terms(`
Det foreligger {c} med {symptom}. | Det ligg føre {c} med {symptom}.
Mest sannsynlig {c}, mindre trolig annen årsak. | Mest sannsynleg {c}, mindre truleg annan årsak.
Vurderes som {c}, NEWS2 {news} ved ankomst. | Blir vurdert som {c}, NEWS2 {news} ved framkomst.
Arbeidsdiagnose er {c}. | Arbeidsdiagnosen er {c}.
`),
  plan: terms(`
Kontroll hos fastlege om {2-8} uker. | Kontroll hos fastlege om {2-8} veker.
Ny time {futureDate}. | Ny time {futureDate}.
Bes ringe {phone} ved forverring. | Skal ringj~ {phone} ved forverring.
Kopi av notatet sendes {gp}. | Kopi av notatet går til {gp}.
Ta kontakt med {clinician} ved spørsmål. | Ta kontakt med {clinician} ved spørsmål.
Nye blodprøver om {2-4} uker. | Nye blodprøver om {2-4} veker.
{helper} kobles inn. | {helper} blir kopla inn.
Resept er sendt elektronisk. | Resept er send elektronisk.
Spørsmål kan sendes til {email}. | Spørsmål kan sendast til {email}.
Pasienten har fått skriftlig informasjon. | Pasienten har fått skriftleg informasjon.
`),
  "sick leave": terms(`
Sykmeldes til {futureDate}. | Blir sjukmeld til {futureDate}.
Gradert sykmelding {40/50/60} prosent vurderes. | Gradert sjukmelding {40/50/60} prosent er til vurdering.
`),
  "home care": terms(`
Hjemmetjenesten er varslet, {phone}. | Heimetenesta er varsla, {phone}.
Søknad om korttidsopphold er sendt tildelingskontoret. | Søknad om korttidsopphald er send til tildelingskontoret.
Hjelpemidler er bestilt: {equipment}. | Hjelpemiddel er bestilte: {equipment}.
`),
  "plan admitted": terms(`
Innlegges på {otherWard}. | Blir lagd inn på {otherWard}.
Væske intravenøst og måling hver fjerde time. | Væske intravenøst og måling kvar fjerde time.
Nye prøver i morgen tidlig. | Nye prøver i morgon tidleg.
Smertelindring med {painkiller}. | Smertelindring med {painkiller}.
Fastende inntil avklart. | Fastande inntil avklart.
Tilsyn av {helper} i løpet av dagen. | Tilsyn av {helper} i løpet av dagen.
Tromboseprofylakse startes i kveld. | Tromboseprofylakse blir starta i kveld.
Behandlingsnivå: full behandling. | Behandlingsnivå: full behandling.
{family} er orientert på telefon {phone}. | {family} er orientert på telefon {phone}.
Samstemming av medisinlisten. | Samstemming av medisinlista.
`),
  discharge: terms(`
Utskrives til hjemmet {date}. | Blir utskriven til heimen {date}.
Reiser hjem {date} med {family}. | Reiser heim {date} med {family}.
Overføres {gp} for videre oppfølging. | Blir overført til {gp} for vidare oppfølging.
`),
  "discharge old": terms(`
Hjemmetjenesten overtar fra {date}. | Heimetenesta tek over frå {date}.
Reiser hjem {date} med {family}. | Reiser heim {date} med {family}.
Flyttes til {nursingHome} {date}. | Blir flytta til {nursingHome} {date}.
Utskrives til hjemmet {date}. | Blir utskriven til heimen {date}.
`),
  "discharge drugs": terms(`
Uendret: {homedrug}. | Uendra: {homedrug}.
Fortsetter med {homedrug}. | Held fram med {homedrug}.
Nytt: {oralPainkiller} ved behov i {3-10} dager. | Nytt: {oralPainkiller} ved behov i {3-10} dagar.
Medisinlisten er samstemt ved utreise. | Medisinlista er samstemt ved utreise.
`),
  wishes: terms(`
Ber om {wish}. | Ber om {wish}.
Ønsker {wish} innen {futureDate}. | Ønskjer {wish} innan {futureDate}.
Takker for {wish}. | Takkar for {wish}.
Pasienten kan møte på kort varsel, telefon {ownPhone}. | Pasienten kan møt~ på kort varsel, telefon {ownPhone}.
Vi tenker særlig på {wish}. | Me tenkjer særleg på {wish}.
Svar kan sendes {gp}, {email}. | Svar kan sendast til {gp}, {email}.
Tolk er ikke nødvendig. | Tolk er ikkje nødvendig.
`),
  sign: terms(`
Notat ved {clinician}, {date}. | Notat ved {clinician}, {date}.
Dikter: {clinician}, {ward}. | Dikter: {clinician}, {ward}.
Med hilsen {clinician}, {hospital}. | Med helsing {clinician}, {hospital}.
Signert {date} av {clinician}. | Signert {date} av {clinician}.
{clinician}, {ward}, {hospital}. | {clinician}, {ward}, {hospital}.
`),
} as const;
