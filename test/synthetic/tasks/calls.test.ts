import { describe, expect, it } from "vitest";
import { random } from "../../../lib/random";
import { mimics, presentations } from "../../../lib/synthetic/tasks/callKnowledge";
import { callBlock, drawTold, generateCalls } from "../../../lib/synthetic/tasks/calls";
import { callText } from "../../../lib/synthetic/tasks/taskFiles";
import { firstNames, familyNames, places } from "../../../lib/synthetic/generator/people";
import { accuracyOf, bagOfWords, threeErrors, thresholdAccuracy, wordSet } from "./probes";

const calls = generateCalls({ calls: 2 * callBlock, seed: 1 });
const read = calls.map((call) => ({ ...call, text: callText(call) }));
const of = (split: string) => read.filter((call) => call.split === split);

describe("emergency calls", () => {
  it("are the same for the same seed, and the first ones the same for more", () => {
    expect(generateCalls({ calls: 100, seed: 1 })).toEqual(calls.slice(0, 100));
    expect(generateCalls({ calls: 100, seed: 2 })).not.toEqual(calls.slice(0, 100));
  });

  it("are equally often about each thing, in both standards, in every split", () => {
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
    for (const [split, size] of [
      ["train", 0.75],
      ["validation", 0.1],
      ["test", 0.15],
    ] as const) {
      const own = of(split);
      expect(own).toHaveLength(size * calls.length);
      for (const standard of ["nb", "nn"]) {
        const spoken = own.filter(({ writtenStandard }) => writtenStandard === standard);
        expect(spoken).toHaveLength(own.length / 2);
        expect(spoken.filter(({ label }) => label === "stroke")).toHaveLength(own.length / 4);
        for (const mimic of mimics)
          expect(spoken.filter((call) => call.mimic === mimic)).toHaveLength(own.length / 36);
      }
    }
    for (const { label, mimic } of calls) expect(mimic === undefined).toBe(label === "stroke");
  });

  it("alternate between operator and caller, whole sentences with nothing left open", () => {
    const turns = calls.flatMap((call) => call.turns.map((turn, i) => ({ ...turn, i })));
    expect(turns.filter(({ speaker, i }) => (speaker === "operator") !== (i % 2 === 0))).toEqual(
      [],
    );
    expect(turns.filter(({ text }) => !/^[\p{Lu}\d].*[.?]$/u.test(text))).toEqual([]);
    expect(turns.filter(({ text }) => /[{}~|]| {2}|\n/.test(text))).toEqual([]);
  });

  it("name people and places of their split only", () => {
    const named = (split: "train" | "validation" | "test"): ReadonlySet<string> =>
      new Set([
        ...firstNames.female[split],
        ...firstNames.male[split],
        ...familyNames[split],
        ...places[split],
      ]);
    const splits = ["train", "validation", "test"] as const;
    for (const split of splits) {
      const words = of(split).flatMap(({ text }) => text.match(/\p{Lu}[\p{L}-]+/gu) ?? []);
      expect(words.some((word) => named(split).has(word))).toBe(true);
      // "Dagen", "Ingen" and the like are no names; what is a name is of the split.
      for (const other of splits.filter((each) => each !== split))
        expect(words.filter((word) => named(other).has(word))).toEqual([]);
    }
  });

  it("hold wordings in tests that training has not, and such as it has", () => {
    const sentences = (split: string): ReadonlySet<string> =>
      new Set(of(split).flatMap(({ turns }) => turns.map(({ text }) => text)));
    const train = sentences("train");
    const test = [...sentences("test")];
    expect(test.filter((text) => train.has(text)).length).toBeGreaterThan(100);
    expect(test.filter((text) => !train.has(text)).length).toBeGreaterThan(100);
  });

  it("tell eight to ten findings, and none decides by itself", () => {
    const counts = new Map<string, { stroke: number; other: number }>();
    for (let i = 0; i < 400 * presentations.length; i++) {
      const presentation = presentations[i % presentations.length]!;
      const told = drawTold(presentation, random(1, "test", 0, i));
      expect(told.length).toBeGreaterThanOrEqual(8);
      expect(told.length).toBeLessThanOrEqual(10);
      expect(new Set(told.map(([finding]) => finding)).size).toBe(told.length);
      for (const [finding, value] of told)
        for (const key of [finding, `${finding} ${value}`]) {
          const count = counts.get(key) ?? { stroke: 0, other: 0 };
          count[presentation.mimic === undefined ? "stroke" : "other"]++;
          counts.set(key, count);
        }
    }
    for (const [key, { stroke, other }] of counts) {
      const share = stroke / (stroke + other);
      // That a finding is told says nothing; which value it has, never everything.
      const [least, most] = key.includes(" ") ? [0.05, 0.95] : [0.46, 0.54];
      expect(share, key).toBeGreaterThan(least!);
      expect(share, key).toBeLessThan(most!);
    }
  });

  it("say nothing by their length or the number of turns", () => {
    const test = of("test");
    for (const measure of [
      ({ turns }: (typeof read)[number]) => turns.length,
      ({ text }: (typeof read)[number]) => text.split(/\s+/).length,
      ({ text }: (typeof read)[number]) => text.length,
    ])
      expect(Math.abs(thresholdAccuracy(of("train"), test, "stroke", measure) - 0.5)).toBeLessThan(
        threeErrors(0.5, test.length),
      );
  });

  it("say much to a reader of words, little by any one word, nothing by the operator's", () => {
    const [train, test] = [of("train"), [...of("validation"), ...of("test")]];
    const ceiling = accuracyOf(test, bagOfWords(train));
    expect(ceiling).toBeGreaterThan(0.7);
    const words = new Set(train.flatMap(({ text }) => [...wordSet(text)]));
    const sets = train.map(({ text, label }) => ({ words: wordSet(text), label }));
    const reached = [...words].map((word) => {
      const right = sets.filter(({ words, label }) => words.has(word) === (label === "stroke"));
      return Math.max(right.length, sets.length - right.length) / sets.length;
    });
    expect(Math.max(...reached)).toBeLessThan(ceiling - 0.1);
    const asked = (set: typeof read) =>
      set.map(({ turns, label }) => ({
        text: turns.flatMap(({ speaker, text }) => (speaker === "operator" ? text : [])).join(" "),
        label,
      }));
    const byQuestions = accuracyOf(asked(test), bagOfWords(asked(train)));
    expect(Math.abs(byQuestions - 0.5)).toBeLessThan(threeErrors(0.5, test.length));
  });
});
