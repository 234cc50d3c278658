import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sentenceStarts } from "../../lib/corpus/sentences";
import { textUnit, tokensOfText } from "../../lib/tokenization/textTokens";
import { loadTokenizer } from "../../lib/tokenization/tokenizer";
import { tokenizerLines } from "./tokenizerLines";

const goldens = join(__dirname, "../goldens/tokenizers");
const families = readdirSync(goldens, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const notes = [
  "Pas. ble innlagt.Hun har feber.\nVURDERING:\n- astma (KOLS)/hjertesvikt\n\nPlan: Furix 40 mg. Kontroll 25.juli.",
  "Ho vart innlagd.  Får «jern» 100 mg.\r\nSøv godt; ingen åndenød. Ø-hjelp.",
  "E\u0301n a\u030Arsak 😀 10⁹/L °C […]",
  ...Array.from({ length: 60 }, (_, i) =>
    tokenizerLines()
      .slice(100 * i, 100 * i + 12)
      .join("\n"),
  ),
];

describe.each(families)("%s", (family) => {
  it("reads whole texts: the ids of the text, its bytes, its sentences and its words", async () => {
    const tokenizer = await loadTokenizer(join(goldens, family));
    let words = 0;
    for (const text of notes) {
      const { ids, sentences, units } = tokensOfText(tokenizer, text);
      expect(ids).toEqual(tokenizer.encode(text));
      expect(units.reduce((sum, unit) => sum + textUnit.bytes(unit), 0)).toBe(
        Buffer.byteLength(text.replace(/\p{Surrogate}/gu, "\uFFFD")) -
          (text.match(/\p{Surrogate}/gu)?.length ?? 0),
      );
      const { starts, ends } = tokenizer.encodeWithOffsets(text);
      // Each beginning of a sentence is the first token that reaches into it.
      const beginnings = sentenceStarts(text);
      const expected = new Set(
        beginnings.map((begin) => ends.findIndex((end) => end > begin)).filter((at) => at >= 0),
      );
      expected.add(0);
      expect(new Set(sentences)).toEqual(expected);
      // A word that begins a token is known to begin there, behind whatever sign.
      for (const { index } of text.matchAll(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu)) {
        const at = starts.findIndex(
          (start, i) =>
            start <= index && ends[i]! > index && text.slice(start, index).trim() === "",
        );
        if (at < 0 || (at > 0 && ends[at - 1]! > index)) continue;
        words++;
        expect(textUnit.beginsWord(units[at]!), `${family}: ${index} of ${text}`).toBe(true);
      }
    }
    expect(words).toBeGreaterThan(2000);
  });
});

it("keeps what stands between sentences where the tokenizer does", async () => {
  const text = notes[0]!;
  const exact = families.filter((family) => /byte/i.test(family) || /modern/i.test(family));
  expect(exact.length).toBeGreaterThan(0);
  for (const family of exact) {
    const tokenizer = await loadTokenizer(join(goldens, family));
    const { ids, sentences } = tokensOfText(tokenizer, text);
    expect(tokenizer.decode(ids)).toBe(text.trim());
    // Cut where sentences begin, nothing is lost.
    const parts = sentences.map((start, i) => ids.slice(start, sentences[i + 1]));
    expect(parts.flatMap((part) => [...part])).toEqual([...ids]);
  }
});

it("does not take the middle of a word for its beginning", async () => {
  for (const family of families) {
    const tokenizer = await loadTokenizer(join(goldens, family));
    const text = "hjertesviktbehandlingen (blodtrykksmåling)";
    const { starts, ends } = tokenizer.encodeWithOffsets(text);
    const { units } = tokensOfText(tokenizer, text);
    units.forEach((unit, i) => {
      const start = starts[i]! + /^\s*/.exec(text.slice(starts[i], ends[i]))![0].length;
      if (/^\p{L}$/u.test(text[start - 1] ?? "") && /^\p{L}$/u.test(text[start] ?? ""))
        expect(textUnit.beginsWord(unit), `${family}: ${text.slice(start, ends[i])}`).toBe(false);
    });
  }
});
