import { describe, expect, it } from "vitest";
import { createWorld } from "../../../lib/synthetic/generator/world";
import { generatePairs, pairChanges, wordOverlap } from "../../../lib/synthetic/tasks/pairs";
import { accuracyOf, bagOfWords, threeErrors, thresholdAccuracy } from "./probes";

const worlds = [1, 2, 3].map((seed) => createWorld(seed));
const pairs = worlds.map((world) => generatePairs(world, world.seed));
const all = pairs.flat();
const splits = ["train", "validation", "test"] as const;
const of = (split: string) => all.filter((pair) => pair.split === split);
const first = (text: string): string => text.split(/(?<=[.?]) /)[0]!;

describe("pairs of questions", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(generatePairs(worlds[0]!, 1)).toEqual(pairs[0]);
    expect(generatePairs(worlds[0]!, 2)).not.toEqual(pairs[0]);
  });

  it("come twelve from each fact, half the same, a third across, half in either standard", () => {
    for (const [w, own] of pairs.entries()) {
      expect(own).toHaveLength(12 * worlds[w]!.facts.length);
      expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
      const roles = new Map(worlds[w]!.facts.map(({ id, role }) => [id, role]));
      for (const { group, split } of own) expect(split).toBe(roles.get(group));
      for (const split of splits)
        for (const stratum of ["within", "across"] as const) {
          const cell = own.filter((pair) => pair.split === split && pair.stratum === stratum);
          const share = (holds: (pair: (typeof cell)[number]) => boolean): number =>
            cell.filter(holds).length / cell.length;
          expect(share(({ label }) => label === "same")).toBe(0.5);
          expect(share(({ writtenStandard }) => writtenStandard === "nn")).toBeCloseTo(0.5, 1);
          for (const change of pairChanges)
            expect(share((pair) => pair.change === change)).toBeCloseTo(0.2, 1);
        }
    }
  });

  it("hold every question equally often, and in the same place, in pairs of either label", () => {
    for (const place of ["first", "second"] as const) {
      const balance = new Map<string, number>();
      for (const pair of all) {
        const key = `${pair.split} ${pair[place]}`;
        balance.set(key, (balance.get(key) ?? 0) + (pair.label === "same" ? 1 : -1));
      }
      expect([...balance.values()].every((sum) => sum === 0)).toBe(true);
    }
  });

  it("have no slot left, begin with a capital, and never ask the same in the same words", () => {
    const questions = all.flatMap(({ first, second }) => [first, second]);
    expect(questions.filter((text) => /[{}~|]| {2}/.test(text))).toEqual([]);
    expect(questions.filter((text) => !/^\p{Lu}.*[.?]$/u.test(text))).toEqual([]);
    expect(all.filter(({ first, second }) => first === second)).toEqual([]);
  });

  it("share no wording between splits, whatever the condition and value", () => {
    const world = worlds[0]!;
    const terms = [
      ...world.conditions.map((c) => [c, "C"] as const),
      ...world.facts.map((f) => [f.value, "V"] as const),
    ]
      .flatMap(([{ nb, nn }, mark]) => [[nb, mark] as const, [nn, mark] as const])
      .sort(([a], [b]) => b.length - a.length);
    const wordings = (split: string): Set<string> =>
      new Set(
        of(split)
          .flatMap(({ first, second }) => [first, second])
          .flatMap((text) => text.split(/(?<=[.?]) /))
          .map((sentence) =>
            terms
              .reduce((rest, [term, mark]) => rest.replace(term, mark), sentence)
              .replace(/\d/g, "0"),
          ),
      );
    const [train, validation, test] = splits.map(wordings);
    expect([...test!].filter((each) => train!.has(each) || validation!.has(each))).toEqual([]);
    expect([...validation!].filter((each) => train!.has(each))).toEqual([]);
    expect(test!.size).toBeGreaterThan(50);
  });

  it("ask about no fact of another split", () => {
    for (const [w, own] of pairs.entries()) {
      const world = worlds[w]!;
      const roleOf = new Map(world.facts.map((f) => [`${f.condition.nb}|${f.relation}`, f.role]));
      const nb = own.filter((p) => p.stratum === "within" && p.writtenStandard === "nb");
      const conditions = [...world.conditions].sort((a, b) => b.nb.length - a.nb.length);
      for (const pair of nb) {
        if (pair.change === "relation") continue;
        const relation = pair.group.split("|")[1]!;
        for (const text of [pair.first, pair.second]) {
          const asked = conditions.find(({ nb }) => text.includes(` ${nb}`));
          expect(roleOf.get(`${asked?.nb}|${relation}`), text).toBe(pair.split);
        }
      }
    }
  });

  const measures = {
    "common words": (p: (typeof all)[number]) => wordOverlap(p.first, p.second),
    "difference of lengths": (p: (typeof all)[number]) =>
      Math.abs(p.first.length - p.second.length),
    length: (p: (typeof all)[number]) => p.first.length + p.second.length,
    "the same first sentence": (p: (typeof all)[number]) =>
      Number(first(p.first) === first(p.second)),
  };
  it.each(Object.entries(measures))("say nothing by %s", (_, measure) => {
    const [train, test] = [of("train"), of("test")];
    // Four pairs of one square stand and fall together.
    const error = threeErrors(0.5, test.length / 4);
    for (const stratum of ["within", "across"]) {
      const [a, b] = [train, test].map((set) => set.filter((pair) => pair.stratum === stratum));
      expect(Math.abs(thresholdAccuracy(a!, b!, "same", measure) - 0.5)).toBeLessThan(error);
    }
  });

  it("say nothing to a reader of words that sees one question, and not much to one that sees both", () => {
    const texts = (split: string, text: (pair: (typeof all)[number]) => string) =>
      of(split).map((pair) => ({ text: text(pair), label: pair.label }));
    const reached = (text: (pair: (typeof all)[number]) => string): number =>
      accuracyOf(texts("test", text), bagOfWords(texts("train", text)));
    expect(reached((pair) => pair.first)).toBe(0.5);
    expect(reached((pair) => pair.second)).toBe(0.5);
    // Two conditions or values in one text are a reason to say "different"; what is asked is not seen.
    expect(reached((pair) => `${pair.first} ${pair.second}`)).toBeLessThan(0.75);
  });

  it("overlap in words about as much as they do not ask the same", () => {
    for (const split of splits) {
      const mean = (label: string): number => {
        const own = of(split).filter((pair) => pair.label === label);
        return own.reduce((sum, p) => sum + wordOverlap(p.first, p.second), 0) / own.length;
      };
      expect(Math.abs(mean("same") - mean("different"))).toBeLessThan(0.02);
    }
  });
});
