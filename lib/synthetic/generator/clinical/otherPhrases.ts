/** Sentences of operation notes, radiology reports and emergency calls that are not of one condition. */

import { terms } from "../lexicon";

export const otherPhrases = {
  "op team": terms(`
Operatør {clinician}, assistent {clinician}. | Operatør {clinician}, assistent {clinician}.
Operatør: {clinician}. Operasjonssykepleier er tilstede fra start. | Operatør: {clinician}. Operasjonssjukepleiar er til stades frå start.
Hovedoperatør {clinician}, {hospital}. | Hovudoperatør {clinician}, {hospital}.
`),
  "op title": terms(`
Det gjøres {operation} {operated}. | Det blir gjort {operation} {operated}.
Inngrepet {operated}: {operation}. | Inngrepet {operated}: {operation}.
{operation}, utført {operated}. | {operation}, utført {operated}.
`),
  "op wash": terms(`
Steril vask med klorheksidinsprit og oppdekking. | Steril vask med klorheksidinsprit og oppdekking.
Hårfjerning, vask og selvheftende dekke. | Hårfjerning, vask og sjølvheftande dekke.
Trygg kirurgi: sjekkliste er gjennomgått før start. | Trygg kirurgi: sjekkliste er gjennomgått før start.
Pasienten ligger i {position}. | Pasienten ligg i {position}.
Trykkpunkter er polstret. | Trykkpunkt er polstra.
`),
  "op count": terms(`
Kompresser og instrumenter er talt og stemmer. | Kompressar og instrument er talde og stemmer.
Hemostasen er god ved avslutning. | Hemostasen er god ved avslutning.
Sterile bandasjer. | Sterile bandasjar.
`),
  "op antibiotic": terms(`
Fikk {antibiotic} intravenøst {20-45} minutter før start. | Fekk {antibiotic} intravenøst {20-45} minutt før start.
Antibiotikaprofylakse: {antibiotic}. | Antibiotikaprofylakse: {antibiotic}.
`),
  "op no antibiotic": terms(`
Antibiotikaprofylakse ikke indisert. | Antibiotikaprofylakse ikkje indisert.
`),
  "op blood": terms(`
Blodtap {blood} ml, tidsbruk {minutes} minutter. | Blodtap {blood} ml, tidsbruk {minutes} minutt.
Knivtid {minutes} minutter, blødning anslått til {blood} ml. | Knivtid {minutes} minutt, bløding rekna til {blood} ml.
`),
  "anaesthesia general": terms(`
Generell anestesi med orotrakeal intubasjon. | Generell anestesi med orotrakeal intubasjon.
Narkose med propofol og remifentanil, larynxmaske ikke egnet. | Narkose med propofol og remifentanil, larynxmaske ikkje eigna.
Intravenøs anestesi, ukomplisert innledning. | Intravenøs anestesi, ukomplisert innleiing.
`),
  "anaesthesia spinal": terms(`
Spinalanestesi med bupivakain i nivå L{3-4}. | Spinalanestesi med bupivakain i nivå L{3-4}.
Spinal og lett sedasjon, god bedøvelse til navlenivå. | Spinal og lett sedasjon, god bedøving til navlenivå.
`),
  "anaesthesia regional": terms(`
Ultralydveiledet nerveblokade med ropivakain. | Ultralydrettleidd nerveblokade med ropivakain.
Regional blokade med god effekt, våken pasient. | Regional blokade med god effekt, vaken pasient.
`),
  "anaesthesia sedation": terms(`
Sedasjon med midazolam {1-3} mg og fentanyl. | Sedasjon med midazolam {1-3} mg og fentanyl.
Overvåket sedasjon ved anestesisykepleier. | Overvaka sedasjon ved anestesisjukepleiar.
`),
  "anaesthesia local": terms(`
Lokalbedøvelse med {20-40} ml lidokain og adrenalin. | Lokalbedøving med {20-40} ml lidokain og adrenalin.
Infiltrasjon med ropivakain, lett sedert. | Infiltrasjon med ropivakain, lett sedert.
`),
  "anaesthesia topical": terms(`
Dråpebedøvelse med oksybuprokain. | Dropebedøving med oksybuprokain.
Dråper og lidokain i forkammeret. | Dropar og lidokain i forkammeret.
`),
  "after operation": terms(`
Til oppvåkningen i god tilstand. | Til oppvakninga i god tilstand.
Mobiliseres fra i kveld. | Skal mobiliserast frå i kveld.
Smertelindring med {painkiller}. | Smertelindring med {painkiller}.
Operatøren har snakket med {family}. | Operatøren har snakka med {family}.
Kontroll {futureDate}. | Kontroll {futureDate}.
Bandasjen kan fjernes etter {2-5} dager. | Bandasjen kan fjernast etter {2-5} dagar.
Tilsyn på {ward} i morgen. | Tilsyn på {ward} i morgon.
`),
  "imaging technique": terms(`
{modality} {imaged}. | {modality} {imaged}.
{modality} utført {imaged}. | {modality} utført {imaged}.
`),
  compared: terms(`
Sammenlignet med undersøkelse {pastDate} ved {hospital}. | Samanlikna med undersøking {pastDate} ved {hospital}.
Ingen tidligere undersøkelser til sammenligning. | Ingen tidlegare undersøkingar til samanlikning.
Forrige bilder er fra {pastDate}. | Førre bilete er frå {pastDate}.
`),
  "compared recently": terms(`
Sammenlignet med undersøkelse {recent}. | Samanlikna med undersøking {recent}.
Ingen tidligere undersøkelser på denne avdelingen. | Ingen tidlegare undersøkingar på denne avdelinga.
`),
  conclusion: terms(`
Funn forenlig med {c}. | Funn i samsvar med {c}.
{c}. | {c}.
Bildefunn som ved {c}. | Biletfunn som ved {c}.
Forandringer som støtter diagnosen {c}. | Forandringar som støttar diagnosen {c}.
Klinisk mistanke om {c} styrkes. | Klinisk mistanke om {c} blir styrkt.
`),
  "conclusion more": terms(`
Ingen andre akutte funn. | Ingen andre akutte funn.
Svar er ringt til rekvirerende lege. | Svar er ringt til rekvirerande lege.
Videre kontroll avgjøres klinisk. | Vidare kontroll må avgjerast klinisk.
Undersøkelsen kan gjentas om {3-6} måneder. | Undersøkinga kan takast opp att om {3-6} månader.
Ingen tilleggsfunn av betydning. | Ingen tilleggsfunn av tyding.
`),
  "sign radiology": terms(`
Beskrevet av {clinician} {date}. | Skildra av {clinician} {date}.
{clinician}, radiologisk avdeling, {hospital}. | {clinician}, radiologisk avdeling, {hospital}.
Granskende radiolog: {clinician}. | Granskande radiolog: {clinician}.
`),
  "urgency red": terms(`
Hastegrad rød, ambulanse rykker ut fra {place}. | Hastegrad raud, ambulanse rykkjer ut frå {place}.
Rød respons, luftambulanse varslet. | Raud respons, luftambulanse varsla.
Akutt, bil og lege i vakt sendes. | Akutt, bil og lege i vakt er sende.
`),
  "urgency yellow": terms(`
Hastegrad gul, ambulanse framme om {10-35} minutter. | Hastegrad gul, ambulanse framme om {10-35} minutt.
Gul respons, legevakt i {place} tar imot. | Gul respons, legevakt i {place} tek imot.
Haster, bil bestilt fra {place}. | Hastar, bil bestilt frå {place}.
`),
  "after call": terms(`
Konferert med lege i vakt, {clinician}. | Konferert med lege i vakt, {clinician}.
Mottakende avdeling er varslet klokken {8-22}. | Avdelinga som tek imot, er varsla klokka {8-22}.
Innringer er instruert om å ringe tilbake ved endring. | Innringaren er instruert om å ringje attende ved endring.
Pårørende følger med i bilen. | Pårørande følgjer med i bilen.
Loggføres av {clinician} {date}. | Loggført av {clinician} {date}.
`),
  reported: terms(`
Meldt av {clinician} {date}. | Meldt av {clinician} {date}.
Saken er ført {date} på {ward}. | Saka er ført {date} på {ward}.
`),
  "incident where": terms(`
Hendelsen skjedde på {ward} ved {hospital} {date}. | Hendinga skjedde på {ward} ved {hospital} {date}.
{ward}, {date}. | {ward}, {date}.
`),
  "incident after": terms(`
Pasient og {family} er informert {sometime}. | Pasient og {family} er informerte {sometime}.
Kunne ført til alvorlig skade. | Kunne ha ført til alvorleg skade.
Saken tas opp i kvalitetsutvalget. | Saka blir teken opp i kvalitetsutvalet.
Pasienten er orientert om retten til å klage. | Pasienten er orientert om retten til å klage.
Leder følger opp saken innen {futureDate}. | Leiar følgjer opp saka innan {futureDate}.
`),
} as const;
