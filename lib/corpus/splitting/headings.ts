/** Lines that begin a section of a clinical note, in both written standards. */

/** Headings that stand without a colon, in lower case; where the standards differ, both forms. */
const knownHeadings = new Set(
  `aktivitet|aktuell problemstilling|aktuell sykehistorie|aktuell sjukehistorie|aktuelt|allergi
  |allergier|allergiar|anamnese|anbefaling|tilråding|anestesi|behandling|behandling og forløp
  |bevissthet/kommunikasjon|medvit/kommunikasjon|beskrivelse|skildring|blodprøver|cave|diagnose
  |diagnoser|diagnosar|eliminasjon|epikrise|ernæring|familie/sosialt|faste medisiner|faste medisinar
  |forløp|forløp og behandling|funksjonsnivå|funn|funn og undersøkelser|funn og undersøkingar|henvisning
  |tilvising|hovedbudskap|hovudbodskap|hud|indikasjon|inngrep|innleggelsesårsak|innleggingsårsak
  |klinisk problemstilling|klinisk undersøkelse|klinisk undersøking|komplikasjoner|komplikasjonar
  |konklusjon|kontrastmiddel|labprøver|laboratorieprøver|laboratorieprøvar|legemidler|legemiddel
  |legemidler ved utskrivning|legemiddel ved utskriving|makroskopisk|mikroskopisk|medikamenter|medikament
  |medisiner|medisinar|naturlige funksjoner|naturlege funksjonar|observasjoner|observasjonar
  |operasjonsbeskrivelse|operasjonsskildring|oppfølging|oppfølgning|oppsummering|plan|premedikasjon
  |problemstilling|prosedyre|prosedyrer|prosedyrar|psykososialt|respirasjon/sirkulasjon|resultat|resultater
  |røntgen|smerte|smerter|smerter/søvn|sosialt|status|status ved innkomst|status presens|stimulantia
  |supplerende undersøkelser|supplerande undersøkingar|sykehistorie|sjukehistorie|søvn|teknikk|tiltak
  |tidligere sykdommer|tidlegare sjukdommar|tidl. sykd.|tidl. sjukd.|tidligere sykehistorie
  |tidlegare sjukehistorie|undersøkelse|undersøking|undersøkelser|undersøkingar|utført undersøkelse
  |utført undersøking|utskrivning|utskriving|videre oppfølging|vidare oppfølging|videre plan|vidare plan
  |vurdering|vurdering/plan|vurdering og plan|ønsket|ønskt|ønske|årsak til innleggelse|årsak til innlegging`
    .split("|")
    .map((heading) => heading.trim()),
);

const longestHeading = 8;

/** A label of up to four words and a colon, with text behind it: "Hud: Lite sår på hø. arm". */
const inlineHeading = /^\p{Lu}[\p{L}.-]*(?:[ /]+[\p{L}.-]+){0,3}:\s/u;

/**
 * Whether a line begins a section: it ends in a colon, is in capitals, or is a heading that notes are
 * known to have (`"alone"`), or begins with a label and a colon, the text behind them (`"inline"`).
 *
 * @example headingOf("Tidlegare sjukdommar") // "alone"
 */
export function headingOf(line: string): "alone" | "inline" | undefined {
  const text = line.replace(/^#+\s/, "").trim();
  if (text === "") return undefined;
  const isShort = text.split(/\s+/).length <= longestHeading;
  if (isShort && /^[\p{Lu}\d].*:$/u.test(text)) return "alone";
  if (isShort && /^(?=(?:\P{L}*\p{Lu}){3})[^\p{Ll}\d]+$/u.test(text)) return "alone";
  if (knownHeadings.has(text.toLowerCase())) return "alone";
  return inlineHeading.test(text) ? "inline" : undefined;
}
