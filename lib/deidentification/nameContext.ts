/** What the words before a name say: a title, a relative, a label, an initial. */

import { nameLabels, relatives, shortTitles, titles } from "./cueWords";
import { follows, type TextWord } from "./textWords";

/** What stands before a word that may be a name. */
export type NameContext =
  "title" | "relative" | "label" | "initial" | "company" | "maiden" | "none";

/** What the words before say: "overlege Hansen", "kona Kari", "Pasient: Kari Hansen", "K. Hansen". */
export function contextOf(words: readonly TextWord[], i: number): NameContext {
  const [word, previous] = [words[i]!, words[i - 1]];
  if (!previous) return "none";
  const { gap } = word;
  if (titles.has(previous.lower) && (follows(word) || gap === "/")) return "title";
  if (titles.has(previous.lower) && /^: ?$/.test(gap)) return "label";
  if (shortTitles.test(previous.lower) && /^\. ?$/.test(gap)) return "title";
  if (previous.lower === "v" && /^\/ ?$/.test(gap)) return "title";
  if (relatives.has(previous.lower) && (follows(word) || /^(?:, |: ?)$/.test(gap)))
    return "relative";
  const before = words[i - 2];
  // "dattera til Hals", "pårørende er Arnfinn"
  if (follows(word) && /^(?:til|av|åt|er|heter|heiter)$/.test(previous.lower) && before)
    if (relatives.has(before.lower) && previous.gap === " ") return "relative";
  // "Egg, fødd Rimstad"
  if (follows(word) && /^(?:født|fødd)$/.test(previous.lower) && before?.isCapital) return "maiden";
  if (nameLabels.has(previous.lower) && /^(?:[ \t]*[:,]\s{0,3}|[.,]?\s{1,3}\n?|\.)$/.test(gap))
    return /[:,]/.test(gap) ||
      !word.isOpening ||
      /^(?:pas|sign|mvh|hilsen|helsing|helsning|gjelder|gjeld)$/.test(previous.lower)
      ? "label"
      : "none";
  if (/^\. ?$/.test(gap) && isInitial(words, i - 1)) return "initial";
  // "snakket med", "samtale med", "sammen med": a person stands there, or nobody does.
  const isCompany =
    previous.lower === "med" &&
    /^(?:snakket|snakka|samtale|samtalt|samtala|pratet|prata|avtale|avtalt|kontakt|konferert|sammen|saman|drøftet|drøfta|diskutert|telefon|møte|bor|bur|gift|samboer|sambuar)$/.test(
      words[i - 2]?.lower ?? "",
    );
  return isCompany && follows(word) ? "company" : "none";
}

/** "K" of "K. Hansen": one letter that opens a line or stands where a name does, and is no vitamin. */
function isInitial(words: readonly TextWord[], at: number, others = 2): boolean {
  const word = words[at];
  if (!word?.isCapital || word.text.length > 1) return false;
  const before = words[at - 1];
  if (word.isOpening || before === undefined) return true;
  if (others > 0 && isInitial(words, at - 1, others - 1)) return true;
  return (
    titles.has(before.lower) ||
    shortTitles.test(before.lower) ||
    nameLabels.has(before.lower) ||
    /^(?:av|ved|til|hos|frå|fra|med|for|og|v)$/.test(before.lower)
  );
}
