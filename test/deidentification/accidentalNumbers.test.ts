import { expect, it } from "vitest";
import { withoutAccidentalNumbers } from "../../lib/deidentification/accidentalNumbers";
import { drawsOf } from "../../lib/deidentification/draws";
import { withCheckDigits } from "../../lib/identityNumbers/identityNumber";
import { findPersonalNumbers } from "../../lib/identityNumbers/personalNumbers";

const draws = drawsOf("a secret of the test", "group");

/** Sixty numbers that pass the gate's checks, each between other words, some in mathematical digits. */
const numbers = Array.from({ length: 60 }, (_, i) => {
  const date = `${String(1 + (i % 28)).padStart(2, "0")}0${1 + (i % 9)}${String(40 + i).slice(-2)}`;
  for (let individual = 100; ; individual++) {
    const number = withCheckDigits(date + String(individual));
    if (number !== undefined) return number;
  }
});
const mathematical = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit)));

it("mends every number of a text, however many, and keeps the spans where they were", () => {
  const parts = numbers.map((number, i) => (i % 10 === 0 ? mathematical(number) : number));
  const text = parts.map((part) => `Ola ringer ${part} i dag.`).join(" ");
  const spans = [...text.matchAll(/Ola/g)].map(({ index }) => ({
    start: index,
    end: index + 3,
    label: "First_Name" as const,
  }));
  expect(findPersonalNumbers(text)).toHaveLength(60);
  const mended = withoutAccidentalNumbers({ text, spans }, draws);
  expect(findPersonalNumbers(mended.text)).toEqual([]);
  expect(mended.spans).toHaveLength(120);
  for (const { start, end, label } of mended.spans)
    expect(mended.text.slice(start, end)).toMatch(
      label === "First_Name" ? /^Ola$/ : /^\p{Nd}{11}$/u,
    );
  expect(mended.text.replace(/\p{Nd}+/gu, "#")).toBe(text.replace(/\p{Nd}+/gu, "#"));
});

it("leaves a text without any as it is", () => {
  const replaced = { text: "Ho ringjer 59 00 12 34.", spans: [] };
  expect(withoutAccidentalNumbers(replaced, draws)).toEqual(replaced);
});
