/**
 * Sentence boundaries in Norwegian, for clinical notes: short lines, abbreviations, dates and
 * measurements. Rules only, so that a boundary never depends on a model or its version.
 */

// Written without the final point, in lower case. A point after these belongs to the word. Short
// forms that are also words ("no", "best", "art", "med") are left out on purpose.
const abbreviations = new Set(
  `adm anm ass avd avs beh bl bl.a ca cand d.e dr dvs d.v.s e.kr eks ekskl el evt ev f f.eks f.o.m
   feks fhv forb fr frk fvt gj gj.sn gjsn gl h henv hhv i.f.t i.m ift inkl i.v jf jfr jnr kgl kl kons
   kontr m.a m.a.o m.h.p m.h.t m.t.p m/u maks mht moh mrk nr obs overl p.g.a p.o pas pga pkt prof
   resp rtg s.c skr spes st str sykepl t.h t.o.m t.v tab tel temp tlf tsk u.s undert v v.h v.s vanl
   vedr vha vs ø.hj årg`.split(/\s+/),
);

// Abbreviations that often are the last word: they end a sentence before a capital letter.
const endings = new Set(
  `d.d d.m d.å e.l etg f.kr flg m.fl m.m m.v min mnd mv mvh n o.a o.fl o.l oa osv p.r.n p.t sek sign
   stk u.a`.split(/\s+/),
);

const months =
  /^(?:jan|feb|mars?|apr|mai|juni?|juli?|aug|sept?|okt|nov|des|januar|februar|april|august|september|oktober|november|desember)\b/i;

/** A sentence may begin so: an opening mark, then a capital letter or a digit, or a list item. */
const opening = /^[\s"'«»“”„(\[–—-]*[\p{Lu}\d]/u;

/**
 * Sentences of a text, without surrounding white space; none is empty. Every line break ends a
 * sentence: in clinical notes a line is a heading, a list item or a paragraph.
 *
 * @example splitSentences("Pas. ble innlagt 1.2.2020. Får bl.a. Furix.") // two sentences
 */
export function splitSentences(text: string): string[] {
  return text.split(/[\n\r\u2028\u2029]+/).flatMap(splitLine);
}

/** Offsets at which the sentences of a text begin, in UTF-16 units. */
export function sentenceStarts(text: string): number[] {
  let at = 0;
  return splitSentences(text).map((sentence) => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    return start;
  });
}

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  // End marks with the quotes and brackets that close with them, then white space.
  for (const match of line.matchAll(/[.!?…]+["'»”)\]]*(?=\s)/gu)) {
    const end = match.index + match[0].length;
    const after = line.slice(end).trimStart();
    if (!opening.test(after)) continue;
    if (match[0] === "." && !endsSentence(line.slice(start, match.index), after)) continue;
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== "");
}

/** Whether a single point after `before` ends a sentence, given that `after` could begin one. */
function endsSentence(before: string, after: string): boolean {
  const last = /[^\s("'«“[]*$/u.exec(before)![0];
  const word = last.toLowerCase();
  if (endings.has(word)) return /^[^\d]*\p{Lu}/u.test(after);
  if (abbreviations.has(word)) return false;
  // Initials: "A. Hansen". A single letter after a number is a unit, and ends a sentence.
  if (/^\p{Lu}$/u.test(last) && !/\d\s*\p{Lu}$/u.test(before)) return false;
  // Ordinals and dates: "1. juni", "den 2. Hb", "3. 4. 2020"; a bare number at the start is a list
  // item. Before a capital letter a number with more before it ends the sentence ("Hb 12. Får").
  if (/^\d{1,2}$/.test(last)) {
    if (before.trim() === last) return false;
    if (/^\d/.test(after) || months.test(after)) return false;
    return !/(?:^|\s)(?:den|kl|nr|uke|pkt)\.?\s+\d{1,2}$/i.test(before);
  }
  return true;
}
