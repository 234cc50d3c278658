import { afterEach, expect, it } from "vitest";
import { analyse } from "scslre";
import { findByRules } from "../../lib/deidentification/detection";
import { openGazetteer } from "../../lib/deidentification/gazetteer";
import { findPersonalNumbers } from "../../lib/identityNumbers/personalNumbers";

const gazetteer = openGazetteer();

const exec = RegExp.prototype.exec;
afterEach(() => {
  RegExp.prototype.exec = exec;
});

it("runs no regular expression over a text that could take more than linear time", () => {
  const seen = new Map<string, RegExp>();
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    // What reads a few dozen characters may do so in any way.
    if (String(text).length > 300) seen.set(String(this), this);
    return exec.call(this, text);
  };
  const note =
    "Pas. Kari Hansen (54), f. 12.03.1945, fnr 01819006829, bor Storgata 12, 5003 Bergen, kari@example.no. ";
  const text = note.repeat(20) + "far: ola hansen İ A\u030a";
  findByRules(text, gazetteer);
  findPersonalNumbers(text);
  RegExp.prototype.exec = exec;
  expect(seen.size).toBeGreaterThan(50);
  const reports = [...seen.values()].flatMap(({ source, flags }) =>
    analyse(
      { source, flags: flags.replace(/[dy]/g, "") },
      { reportTypes: { Move: true, Self: true, Trade: true } },
    ).reports.map(({ type }) => `${type}: ${source}`),
  );
  expect(reports).toEqual([]);
});

it.each([
  "a",
  "A",
  "1",
  "9",
  ".",
  " ",
  "\n",
  "Kari ",
  "HANSEN ",
  "1 ",
  "12.",
  "A. ",
  "a@",
  "Aa-",
  "12.03.2021-",
  "Aa skole ",
  "gården ",
  "av tbf",
  "kalt «A ",
  "aa.no/",
  "İ",
  "🫀",
])(
  "ends on 200,000 characters of %j",
  (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    expect(findByRules(text, gazetteer).length).toBeGreaterThanOrEqual(0);
    expect(findPersonalNumbers(text)).toBeInstanceOf(Array);
  },
  // The square of the length in steps of half a nanosecond.
  20_000,
);
