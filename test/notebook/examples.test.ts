import { describe, expect, it } from "vitest";
import { describeMasking, markSpans } from "../../lib/notebook/examples";
import type { Tokenizer } from "../../lib/text/tokenization/tokenizer";

const tokens = ["[CLS]", "[MASK]", "Får", "hjerte", "##svikt", "##sykdom", ",", "nå"];
const tokenizer = {
  special: { mask: 1 },
  token: (id: number) => tokens[id]!,
  isSpecial: (id: number) => id < 2,
  isContinuation: (id: number) => tokens[id]!.startsWith("##"),
} as Tokenizer;

const masked = (input: number[], hidden: Record<number, number>) => ({
  input: Int32Array.from(input),
  positions: Int32Array.from(Object.keys(hidden), Number),
  labels: Int32Array.from(Object.values(hidden)),
});

describe("describeMasking", () => {
  it("writes pieces of a word together, hidden ones as marks, and leaves out [CLS]", () => {
    expect(describeMasking(masked([0, 2, 3, 1, 6, 7], { 3: 4 }), tokenizer)).toEqual({
      seen: "Får hjerte▢, nå",
      wanted: "…svikt",
    });
  });

  it("a word that is hidden whole is wanted whole", () => {
    const { seen, wanted } = describeMasking(masked([2, 1, 1, 1], { 1: 3, 2: 4, 3: 7 }), tokenizer);
    expect(seen).toBe("Får ▢▢ ▢");
    expect(wanted).toBe("hjertesvikt, nå");
  });

  it("tells replaced from left", () => {
    const { seen, wanted } = describeMasking(masked([7, 3, 5], { 0: 7, 2: 4 }), tokenizer);
    expect(seen).toBe("‹nå› hjerte«sykdom»");
    expect(wanted).toBe("nå, …svikt");
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
