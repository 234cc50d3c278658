import { beforeAll, describe, expect, it } from "vitest";
import { maskRow, type MaskedRow } from "../../lib/masking/masking";
import { describeMasking, markSpans } from "../../lib/notebook/examples";
import { random } from "../../lib/random";
import { loadTokenizer, type Tokenizer } from "../../lib/tokenization/tokenizer";

/** A row of texts, `[CLS] … [SEP]` around each, with the texts' tokens at some places hidden. */
function maskedRow(
  tokenizer: Tokenizer,
  texts: readonly string[],
  hide: Readonly<Record<number, "mask" | "same" | string>>,
): MaskedRow {
  const { cls, sep, mask } = tokenizer.special;
  const row = texts.flatMap((text) => [cls, ...tokenizer.encode(text), sep]);
  const positions = Int32Array.from(Object.keys(hide), Number);
  const input = Int32Array.from(row);
  for (const position of positions) {
    const fate = hide[position]!;
    if (fate === "mask") input[position] = mask;
    else if (fate !== "same") input[position] = tokenizer.encode(fate)[0]!;
  }
  return { input, positions, labels: positions.map((position) => row[position]!) };
}

const nb = "Pasienten får åndenød om natta, og sover dårlig.";
const nn = "Ho søv ikkje, og pustar tungt.";

describe.each(["bert-cased", "norbert-bytes", "modernbert"])("describeMasking with %s", (name) => {
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    tokenizer = await loadTokenizer(`test/goldens/tokenizers/${name}`);
  });

  it.each([nb, nn])("writes a text as it was where nothing is hidden: %s", (text) => {
    expect(describeMasking(maskedRow(tokenizer, [text], {}), tokenizer)).toEqual({
      seen: text,
      wanted: "",
    });
  });

  it("parts the documents of a row", () => {
    const { seen } = describeMasking(maskedRow(tokenizer, [nb, nn], {}), tokenizer);
    expect(seen).toBe(`${nb} ‖ ${nn}`);
  });

  it.each([nb, nn])("loses nothing of what is hidden, whatever hides it: %s", (text) => {
    for (const unit of ["subword", "wholeWord", "span"] as const) {
      const { input } = maskedRow(tokenizer, [text], {});
      const all = maskRow(input, { unit, rate: 1 }, 0, random(1, "test"), tokenizer);
      const { seen, wanted } = describeMasking(all, tokenizer);
      expect(wanted.replaceAll(", ", "")).toBe(text.replaceAll(/[ ]/g, ""));
      expect(seen.match(/[▢‹«]/g)).toHaveLength(all.positions.length);
      expect(wanted).not.toContain("…");
    }
  });
});

describe("describeMasking", () => {
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    tokenizer = await loadTokenizer("test/goldens/tokenizers/bert-cased");
  });
  // Pasienten får å ##nd ##en ##ød om natt ##a , og …, from 1 on
  it.each([
    [{ 1: "mask", 6: "mask" }, "▢ får ånden▢ om natta,", "Pasienten, …ød"],
    [{ 5: "mask", 6: "mask", 7: "mask" }, "Pasienten får ånd▢▢ ▢ natta,", "…enød, om"],
    [{ 2: "same", 8: "om", 9: "natt" }, "Pasienten ‹får› åndenød om «om»«natt»,", "får, natta"],
  ] as const)("tells hidden, replaced and left tokens: %j", (hide, begins, wanted) => {
    const shown = describeMasking(maskedRow(tokenizer, [nb], hide), tokenizer);
    expect(shown.seen).toContain(begins);
    expect(shown.wanted).toBe(wanted);
  });

  it("shows an unknown word as the model sees it", () => {
    const { seen } = describeMasking(maskedRow(tokenizer, ["om 漢 natta"], {}), tokenizer);
    expect(seen).toBe("om [UNK] natta");
  });
});

describe("markSpans", () => {
  it("sets spans in bold with their labels, in order, and keeps lines", () => {
    const text = "Namn: Åse *Vik*.\nAlder: 81";
    const spans = [
      { start: 24, end: 26, label: "Age" },
      { start: 6, end: 9, label: "First_Name" },
    ] as const;
    expect(markSpans(text, spans)).toBe(
      "> Namn: **Åse** `First_Name` \\*Vik\\*.  \n> Alder: **81** `Age`",
    );
  });
});
