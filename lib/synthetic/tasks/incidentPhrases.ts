/**
 * What incident reports say besides what happened: what was in order, what came of it, what was
 * feared, what was done. In both written standards.
 */

import { terms, type Term } from "../generator/lexicon";
import type { IncidentCategory } from "./incidentEvents";

/** By consequence: nothing came of it, help for a day, help for longer, danger to life. */
export const severities = ["none", "minor", "moderate", "serious"] as const;
export type Severity = (typeof severities)[number];

/** What was in order, in the words of each category. May be said of an incident of any. */
export const incidentRemarks = {
  fall: terms(`
Gulvet var tørt og ryddig. | Golvet var tørt og ryddig.
Pasienten gikk støtt med rullator på vei til frokost. | Pasienten gjekk støtt med rullator på veg til frukost.
Sengehesten var oppe, og senga stod lavt. | Sengehesten var oppe, og senga stod lågt.
Pasienten hadde stått trygt på beina i dusjen samme dag. | Pasienten hadde stått trygt på beina i dusjen same dag.
Det var lys i gangen og på toalettet. | Det var lys i gangen og på toalettet.
Pasienten ble ikke funnet på gulvet og hadde ikke mistet balansen. | Pasienten vart ikkje funnen på golvet og hadde ikkje mista balansen.
`),
  medication: terms(`
Pasienten fikk tablettene sine til vanlig tid. | Pasienten fekk tablettane sine til vanleg tid.
Dosetten var kontrollert av to. | Dosetten var kontrollert av to.
Drypp og insulin gikk som det skulle. | Drypp og insulin gjekk som det skulle.
Pasienten var nettopp satt på antibiotika og tålte det bra. | Pasienten var nett sett på antibiotika og tolte det bra.
Dosen av smertestillende tabletter var riktig. | Dosen av smertestillande tablettar var rett.
Ingen ny sprøyte var gitt, og plasteret var skiftet. | Inga ny sprøyte var gitt, og plasteret var skifta.
`),
  equipment: terms(`
Pumpa og alarmen virket. | Pumpa og alarmen verka.
Senga var sjekket, og bremsen tok. | Senga var sjekka, og bremsa tok.
Apparatet viste riktig verdi da vi prøvde det. | Apparatet viste rett verdi då me prøvde det.
Batteriet var nytt, og ledningen var hel. | Batteriet var nytt, og leidningen var heil.
Heisen og rullestolen ble sett over i {month}. | Heisen og rullestolen vart sett over i {month}.
Oksygenflasken var full, og suget var i orden. | Oksygenflaska var full, og suget var i orden.
`),
  communication: terms(`
Beskjeden fra legen var gitt videre til kveldsvakten. | Beskjeden frå legen var gitt vidare til kveldsvakta.
Det ble sagt fra ved vaktskiftet. | Det vart sagt frå ved vaktskiftet.
Laboratoriet hadde ringt om svaret. | Laboratoriet hadde ringt om svaret.
Tolk var bestilt og til stede. | Tolk var tinga og til stades.
Pasienten forstod hva vi sa. | Pasienten forstod kva me sa.
Sykehjemmet visste om pasienten på forhånd. | Sjukeheimen visste om pasienten på førehand.
`),
  violence: terms(`
Pasienten var rolig og vennlig under stellet. | Pasienten var roleg og venleg under stellet.
Ingen ble slått eller dyttet. | Ingen vart slegen eller dytta.
Pasienten ropte ikke og lå stille i senga. | Pasienten ropte ikkje og låg stille i senga.
Tonen mellom {helper} og pasienten var god. | Tonen mellom {helper} og pasienten var god.
Naboen på rommet hadde sparket i veggen dagen før, men sov nå. | Naboen på rommet hadde sparka i veggen dagen før, men sov no.
Glasset på nattbordet var helt, ingen hadde kastet noe. | Glaset på nattbordet var heilt, ingen hadde kasta noko.
`),
  delay: terms(`
Ambulansen kom etter {8-20} minutter. | Ambulansen kom etter {8-20} minutt.
Legen var hos pasienten med en gang. | Legen var hos pasienten med ein gong.
Svaret kom innen fristen. | Svaret kom innan fristen.
Pasienten ventet ikke lenge på rom. | Pasienten venta ikkje lenge på rom.
Blodprøven ble tatt i rett tid. | Blodprøven vart teken i rett tid.
Operasjonen og kontrollen gikk etter planen. | Operasjonen og kontrollen gjekk etter planen.
`),
  documentation: terms(`
Alt var ført i kurven og signert. | Alt var ført i kurva og signert.
Navnelappen og fødselsdatoen stemte. | Namnelappen og fødselsdatoen stemde.
Samtalen er notert i journalen. | Samtalen er notert i journalen.
Skjemaet hadde underskrift fra legen. | Skjemaet hadde underskrift frå legen.
Epikrisen og lista var skrevet samme dag. | Epikrisen og lista vart skrivne same dag.
Papirene lå i riktig perm. | Papira låg i rett perm.
`),
} as const satisfies Record<IncidentCategory, readonly Term[]>;

/** Consequences as things that may come or be avoided. */
export const consequences = {
  minor: terms(`
et lite blåmerke | eit lite blåmerke
litt kvalme i en time | litt kvalme i ein time
en natt uten søvn | ei natt utan søvn
en skramme på {place of body} | ei skramme på {place of body}
litt svimmelhet utover dagen | litt svimmelheit utover dagen
en ekstra blodprøve | ein ekstra blodprøve
rødhet i huden til neste morgen | raudleik i huda til neste morgon
en time med uro | ein time med uro
et plaster på {place of body} | eit plaster på {place of body}
litt vondt i {place of body} | litt vondt i {place of body}
`),
  moderate: terms(`
et kutt som måtte sys med {3-8} sting | eit kutt som måtte syast med {3-8} sting
{2-5} ekstra døgn på sykehus | {2-5} ekstra døgn på sjukehus
feber og en ny kur | feber og ein ny kur
et brudd i håndleddet | eit brot i handleddet
væske i drypp over natten | væske i drypp over natta
en hjernerystelse | ei hjernerysting
en ny operasjon om {2-5} dager | ein ny operasjon om {2-5} dagar
en uke i seng | ei veke i seng
et sår som trengte stell i {2-6} uker | eit sår som trong stell i {2-6} veker
kateter i {3-9} dager | kateter i {3-9} dagar
`),
  serious: terms(`
hjertestans | hjartestans
en blødning i hodet | ei bløding i hovudet
opphold på intensiv med hjelp til å puste | opphald på intensiv med hjelp til å pust~
lårhalsbrudd og operasjon samme natt | lårhalsbrot og operasjon same natt
sjokk og pustestans | sjokk og pustestans
varig lammelse i {place of body} | varig lamming i {place of body}
død samme kveld | død same kveld
tap av synet på ett øye | tap av synet på eit auge
et stort blodtap med tre poser blod | eit stort blodtap med tre posar blod
en skade på nyrene som ikke går over | ein skade på nyrene som ikkje går over
`),
} as const;

/** How it is told that a consequence `{x}` came. */
export const outcomes = terms(`
Følgen ble {x}. | Følgja vart {x}.
Det endte med {x}. | Det enda med {x}.
For pasienten betydde det {x}. | For pasienten tydde det {x}.
Dette førte til {x}. | Dette førte til {x}.
Pasienten fikk {x}. | Pasienten fekk {x}.
Resultatet ble {x}. | Resultatet vart {x}.
`);

/** How it is told that nothing came of it. */
export const noOutcome = terms(`
Pasienten merket ingenting til det. | Pasienten merka ingenting til det.
Det fikk ingen følger. | Det fekk ingen følgjer.
Det gikk bra denne gangen. | Det gjekk bra denne gongen.
Pasienten var som før og trengte ingen hjelp. | Pasienten var som før og trong inga hjelp.
Ingen kom til skade. | Ingen kom til skade.
Resultatet ble det samme som ellers. | Resultatet vart det same som elles.
`);

/** What is told at first where something came of it later. */
export const atFirst = terms(`
Med det samme merket pasienten ingenting. | Med det same merka pasienten ingenting.
Først så det ut til ikke å få følger. | Fyrst såg det ut til ikkje å få følgjer.
I begynnelsen gikk det bra. | I byrjinga gjekk det bra.
Til å begynne med var pasienten som før og trengte ingen hjelp. | Til å byrj~ med var pasienten som før og trong inga hjelp.
Vi trodde at ingen var kommet til skade. | Me trudde at ingen var komen til skade.
Resultatet så først ut til å bli det samme som ellers. | Resultatet såg fyrst ut til å bli det same som elles.
`);

/** How a consequence `{x}` is told that did not come. */
export const feared = terms(`
Det kunne ha endt med {x}. | Det kunne ha enda med {x}.
Vi fryktet {x}, men det ble det ikke. | Me frykta {x}, men det vart det ikkje.
Pasienten slapp {x}. | Pasienten slapp {x}.
I fjor førte noe lignende til {x}. | I fjor førte noko liknande til {x}.
Andre ganger har følgen vært {x}. | Andre gonger har følgja vore {x}.
Vi vet at slikt kan gi {x}. | Me veit at slikt kan gi {x}.
`);

/** What opens and closes a report, whatever it is about. */
export const incidentFrame = {
  opening: terms(`
Hendelse ved {unit} {date} klokka {7-22}. | Hending ved {unit} {date} klokka {7-22}.
Meldt av {clinician} {date}. | Meld av {clinician} {date}.
Dette hendte på {shift} {date} ved {unit}. | Dette hende på {shift} {date} ved {unit}.
Gjelder {unit}, {shift} {date}. | Gjeld {unit}, {shift} {date}.
{shift} {date}: vi var {2-4} på jobb. | {shift} {date}: me var {2-4} på jobb.
`),
  earlier: terms(`
En annen sak, meldt i forrige uke: | Ei anna sak, meld i førre veke:
I {month}, i en sak for seg: | I {month}, i ei sak for seg:
Tidligere melding herfra, nå lukket: | Tidlegare melding herifrå, no lukka:
Sist, i en annen sak: | Sist, i ei anna sak:
Forrige melding, som ikke gjelder dette: | Førre melding, som ikkje gjeld dette:
`),
  before: terms(`
Dagen før: | Dagen før:
Tidligere samme vakt: | Tidlegare same vakt:
Fram til da: | Fram til då:
Timen før: | Timen før:
Ved starten av vakten: | Ved starten av vakta:
`),
  now: terms(`
Denne gangen: | Denne gongen:
Dette skjedde nå: | Dette hende no:
I dag: | I dag:
Denne saken: | Denne saka:
Det vi melder: | Det me melder:
`),
  action: terms(`
Vi ringte vakthavende lege. | Me ringde vakthavande lege.
Lege så til pasienten etterpå. | Lege såg til pasienten etterpå.
Pårørende er orientert av {clinician}. | Pårørande er orienterte av {clinician}.
Leder er orientert. | Leiar er orientert.
Vi tar det opp på neste møte. | Me tek det opp på neste møte.
Blodtrykk og puls ble målt. | Blodtrykk og puls vart målt.
Saken er meldt til {unit}. | Saka er meld til {unit}.
Vi ba om ekstra folk resten av vakten. | Me bad om ekstra folk resten av vakta.
`),
  cause: terms(`
Det var mye å gjøre denne vakten. | Det var mykje å gjer~ denne vakta.
En vikar var alene på avdelingen. | Ein vikar var åleine på avdelinga.
Rutinen finnes, men er lite kjent. | Rutinen finst, men er lite kjend.
Det er tredje gang på kort tid. | Det er tredje gong på kort tid.
Vi hadde nettopp flyttet til nye rom. | Me hadde nett flytta til nye rom.
To var borte på grunn av sykdom. | To var borte på grunn av sjukdom.
Årsaken er ikke klar. | Årsaka er ikkje klår.
Det var første vakt for {helper}. | Det var fyrste vakt for {helper}.
`),
  proposal: terms(`
Forslag: gå gjennom rutinen med alle. | Framlegg: gå gjennom rutinen med alle.
Det bør være to til stede. | Det bør ver~ to til stades.
Vi ønsker opplæring. | Me ønskjer opplæring.
Forslag: en sjekkliste ved senga. | Framlegg: ei sjekkliste ved senga.
Bør sees på av {unit}. | Bør sjåast på av {unit}.
Vi foreslår flere på vakt i helgene. | Me foreslår fleire på vakt i helgane.
`),
} as const;

export const incidentWords = {
  patient: terms(`
pasienten | pasienten
pasienten | pasienten
en pasient på {age} år | ein pasient på {age} år
en av pasientene | ein av pasientane
pasienten på rom {2-19} | pasienten på rom {2-19}
`),
  helper: terms(`
en ansatt | ein tilsett
en sykepleier | ein sjukepleiar
en vikar | ein vikar
en helsefagarbeider | ein helsefagarbeidar
en student | ein student
en portør | ein portør
`),
  shift: terms(`
dagvakt | dagvakt
kveldsvakt | kveldsvakt
nattevakt | nattevakt
`),
  month: terms(`
februar
april
juni
august
oktober
desember
`),
  "place of body": terms(`
hånden | handa
foten | foten
armen | armen
hoften | hofta
skulderen | skuldra
kneet | kneet
`),
} as const;
