import { describe, expect, it } from "vitest";
import {
  alignToWords,
  bioLabels,
  countSpansOffWords,
  decodeLabels,
  fillLabels,
  labelWords,
  splitWords,
} from "../../lib/evaluation/entities";
import type { PhiLabel, PhiSpan } from "../../lib/corpus/document";

const textsOf = (text: string): string[] =>
  splitWords(text).map(({ start, end }) => text.slice(start, end));

/** A span over the first occurrence of a piece of the text. */
function spanOf(text: string, piece: string, label: PhiLabel): PhiSpan {
  const start = text.indexOf(piece);
  return { start, end: start + piece.length, label };
}

describe("splitWords", () => {
  it("separates letters, digits and symbols, and keeps æøå whole", () => {
    expect(textsOf("Bjørn Ås, 32-årig (tlf.+4728920456)")).toEqual([
      "Bjørn",
      "Ås",
      ",",
      "32",
      "-",
      "årig",
      "(",
      "tlf",
      ".",
      "+",
      "4728920456",
      ")",
    ]);
  });

  it("keeps a combining ring with its letter", () => {
    expect(textsOf("A\u030As gård")).toEqual(["A\u030As", "gård"]);
  });

  it("counts UTF-16 units after a character outside the basic plane", () => {
    expect(splitWords("😀 Kari")).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 7 },
    ]);
  });

  it("finds no words in white space", () => {
    expect(splitWords(" \n\t")).toEqual([]);
  });
});

describe("labels of words", () => {
  it("are one B- and then I- within a span, and B- again where spans touch", () => {
    const text = "Ola Nordmann Kari";
    const spans: PhiSpan[] = [
      { start: 0, end: 12, label: "Last_Name" },
      { start: 13, end: 17, label: "Last_Name" },
    ];
    expect(labelWords(splitWords(text), spans)).toEqual([
      "B-Last_Name",
      "I-Last_Name",
      "B-Last_Name",
    ]);
  });

  it("decode to the spans they came from, whatever their order", () => {
    const text = "Fødd 3. mai 1990 på Voss sjukehus, no 32 år.";
    const spans = [
      spanOf(text, "Voss sjukehus", "Health_Care_Unit"),
      spanOf(text, "3. mai 1990", "Date"),
      spanOf(text, "32", "Age"),
    ];
    const words = splitWords(text);
    expect(countSpansOffWords(words, spans)).toBe(0);
    expect(alignToWords(words, spans)).toEqual([...spans].sort((a, b) => a.start - b.start));
  });

  it("widen a span that ends inside a word, as in a genitive", () => {
    const text = "Hamzas telefon";
    const words = splitWords(text);
    const spans = [spanOf(text, "Hamza", "First_Name")];
    expect(countSpansOffWords(words, spans)).toBe(1);
    expect(alignToWords(words, spans)).toEqual([spanOf(text, "Hamzas", "First_Name")]);
  });

  it("have a class id each, O first", () => {
    expect(bioLabels).toHaveLength(17);
    expect(bioLabels[0]).toBe("O");
    expect(new Set(bioLabels).size).toBe(17);
  });
});

it("fillLabels has a word that was not read go on with the one before it", () => {
  expect(fillLabels([undefined, "B-Age", undefined, undefined, "O", undefined])).toEqual([
    ...["O", "B-Age", "I-Age", "I-Age", "O", "O"],
  ]);
});

describe("decodeLabels", () => {
  const words = splitWords("a b c d");

  it("lets I- begin an entity after O and after another label", () => {
    expect(decodeLabels(words, ["I-Age", "O", "I-Date", "I-Age"])).toEqual([
      { start: 0, end: 1, label: "Age" },
      { start: 4, end: 5, label: "Date" },
      { start: 6, end: 7, label: "Age" },
    ]);
  });

  it("refuses labels that do not belong to the words", () => {
    expect(() => decodeLabels(words, ["O"])).toThrow("1 labels for 4 words");
  });
});
