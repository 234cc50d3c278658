/** Places: those of the lists, and others where the words before say that a place follows. */

import { found, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";
import {
  alsoWords,
  dwelling,
  eponyms,
  openers,
  placePrepositions,
  relatives,
  titles,
  unitHeads,
} from "./cueWords";
import { follows, isBeside, type TextWord } from "./textWords";

/** What Norwegian place names end in; a capital alone is not enough. */
const placeEnd =
  /.(?:bu|luoppal|johka|jávri|vuotna|njárga|vik|vika|viken|våg|vågen|nes|neset|sund|sundet|dal|dalen|øy|øya|øyna|øyane|fjord|fjorden|fjell|fjellet|heim|stad|land|lid|lia|berg|berget|bergen|haug|haugen|strand|stranda|hamn|havn|vatn|vatnet|foss|fossen|elv|elva|eid|eide|eidet|bygd|bygda|botn|botnen|mark|marka|hei|heia|skog|skogen|åsen|moen|bakken|brekka|bø|bøen|set|seter|sæter|rud|ås|holmen|holm|skjær|kyrkje|vær|våga|tun|grend|tveit|flot|myra|sletta|osen|øyri|gard)$/;

/** Places in a text. The findings of other rules win where they overlap. */
export function findPlaces(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Finding[] {
  const phrasesAt = gazetteer.phrasesIn(text);
  const findings: Finding[] = [];
  let taken = 0;
  words.forEach((word, i) => {
    if (!word.isCapital || word.start < taken) return;
    if (word.isOpening && openers.has(word.lower)) return;
    const phrase = phrasesAt(word).find(({ kind }) => kind === "place" || kind === "userPlace");
    const introduced = introduction(words, i);
    if (phrase) {
      const { length, kind } = phrase;
      const confidence = confidenceOf(
        word,
        introduced,
        text.slice(word.start + length, word.start + length + 2),
      );
      if (kind === "userPlace" || confidence > 0) {
        const isUser = kind === "userPlace";
        const source = isUser ? "user list" : introduced === "none" ? "list" : "context";
        const why = isUser ? "a place of the user's list" : "place of the lists";
        findings.push(
          found(word.start, word.start + length, "Location", source, isUser ? 1 : confidence, why),
        );
        taken = word.start + length;
        return;
      }
    }
    const isDated =
      /(?:^|\n\s*)$/.test(word.gap) && datedLine.test(text.slice(word.end, word.end + 16));
    const end = isDated ? word.end : unknownPlace(text, words, i, introduced, gazetteer);
    if (end === undefined || (isDated && word.isUsuallyNoName)) return;
    const confidence = isDated || introduced === "dwelling" ? 0.8 : 0.6;
    findings.push(
      found(word.start, end, "Location", "context", confidence, "a capital where a place stands"),
    );
    taken = end;
  });
  return findings;
}

/** "Voss, 3. mai 2021, lege Hansen": where a letter is dated. */
const datedLine = /^, {1,3}(?:den )?(?:\d{1,2}[./]|\d{6,8}(?!\d))/;

type Introduction = "dwelling" | "preposition" | "none";

/** "bor i …", "født 3. mai 1950 i …" and the like, or only "i …". */
function introduction(words: readonly TextWord[], i: number): Introduction {
  const preposition = words[i - 1];
  if (!preposition || !(follows(words[i]!) || words[i]!.gap === "\n")) {
    // "Fødested: Bergen", "Bosted: Voss", "Opprinnelig fra: Voss"
    const label = words[i - 1]?.lower ?? "";
    const isLabel = dwelling.has(label) || dwelling.has(words[i - 2]?.lower ?? "");
    return isLabel && /^: ?$/.test(words[i]!.gap) ? "dwelling" : "none";
  }
  if (!placePrepositions.has(preposition.lower)) return "none";
  // "bor nå i …", "I … arbeider hun", "etter 20 år i …", "mann fra …"
  const next = words[i + 1];
  const near = [...words.slice(Math.max(0, i - 8), i - 1), ...(next?.gap === " " ? [next] : [])];
  if (/^(?:år|mann|kvinne|gutt|gut|jente|pasient)$/.test(words[i - 2]?.lower ?? ""))
    return "dwelling";
  const isDwelling = near.some((word) => dwelling.has(word.lower));
  return isDwelling && /^(?:i|på|fra|frå|til|ved)$/.test(preposition.lower)
    ? "dwelling"
    : "preposition";
}

function confidenceOf(word: TextWord, introduced: Introduction, next: string): number {
  // "Bergen-trial", "Os/Fusa": a part of something else, though seldom.
  const isPart = next.startsWith("-") && introduced === "none";
  if (introduced === "dwelling") return 0.95;
  // "Til Holter legges elektrodene"
  if (introduced === "preposition" && eponyms.has(word.lower)) return 0;
  if (introduced === "preposition") return alsoWords.has(word.lower) ? 0.7 : 0.9;
  if (word.isUsuallyNoName || isPart) return 0;
  if (word.isUpper) return word.text.length > 4 && !word.isOpening ? 0.6 : 0;
  if (alsoWords.has(word.lower)) return 0;
  // "Fet hud", "Ski og sykkel": at the beginning of a sentence a word is likelier than a place.
  return word.isOpening ? (/^ [^k\P{Ll}]/u.test(next) ? 0 : 0.6) : 0.75;
}

/** A person lives there, or nobody does. */
const livesRightBefore =
  /^(?:bor|bur|bodd|budd|bodde|budde|bosatt|busett|oppvokst|oppvaksen|flyttet|flytta)$/;

/** The end of an unknown place that begins at a word, or undefined where none does. */
function unknownPlace(
  text: string,
  words: readonly TextWord[],
  i: number,
  introduced: Introduction,
  gazetteer: Gazetteer,
): number | undefined {
  const word = words[i]!;
  const isOther = word.isUsuallyNoName || titles.has(word.lower) || relatives.has(word.lower);
  if (introduced === "none" || isOther || unitHeads.has(word.lower)) return undefined;
  // "fra Láhpoluoppal"
  const isSami =
    /[áčđŋšŧž]/.test(word.lower) && /^(?:i|på|fra|frå|til|ved)$/.test(words[i - 1]!.lower);
  if (isSami && !gazetteer.isFirstName(word.text) && !gazetteer.isLastName(word.text))
    return word.end;
  if (gazetteer.isFirstName(word.text) || word.text.length < 2) return undefined;
  const looksLikePlace = placeEnd.test(word.lower) && word.text.length > 4;
  if (introduced === "preposition") return looksLikePlace && !word.isUpper ? word.end : undefined;
  if (openers.has(word.lower) || (word.isUpper && !looksLikePlace)) return undefined;
  // "resept på Levaxin", "frå Isolat 1", but "bur på Nattland"
  const isHome = livesRightBefore.test(words[i - 2]?.lower ?? "");
  if (
    !looksLikePlace &&
    ((words[i - 1]!.lower === "på" && !isHome) ||
      /^ \d{1,2}(?![.\d])/.test(text.slice(word.end, word.end + 4)))
  )
    return undefined;
  let end = word.end;
  for (let j = i + 1; j < i + 3; j++) {
    const next = words[j];
    if (!next?.isCapital || !isBeside(next) || next.gap === "\n" || next.isUsuallyNoName) break;
    end = next.end;
  }
  return end;
}
