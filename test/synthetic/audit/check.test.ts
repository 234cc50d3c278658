import { describe, expect, it } from "vitest";
import {
  atChance,
  atLeast,
  atMost,
  measured,
  pooled,
  type ProbeAnswer,
} from "../../../lib/synthetic/audit/check";
import { hashed, greatest, trainClassifier } from "../../../lib/synthetic/audit/classifier";
import { parseIdentityNumber } from "../../../lib/identityNumbers/identityNumber";
import { gramIndex, similarityIndex } from "../../../lib/synthetic/audit/overlap";
import { auditWords, termFinder } from "../../../lib/synthetic/audit/auditWords";
import { drawPerson, syntheticIdentityNumber } from "../../../lib/synthetic/generator/people";
import { random } from "../../../lib/random";

const answers = (groups: number, each: number, share: number): ProbeAnswer[] =>
  Array.from({ length: groups * each }, (_, i) => ({
    group: `${Math.floor(i / each)}`,
    hit: i < share * groups * each ? 1 : 0,
    chance: 0.25,
  }));

describe("a check against chance", () => {
  it("has the binomial standard error of its groups, so that twins do not count twice", () => {
    const alone = atChance("probes", "x", answers(100, 1, 0.25));
    expect(alone.standardError).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 100), 12);
    const twins = atChance("probes", "x", answers(100, 2, 0.25));
    expect(twins.standardError).toBeCloseTo(alone.standardError!, 12);
    expect(twins).toMatchObject({ value: 0.25, expected: 0.25, n: 100, passed: true });
  });

  it("counts a large group for more than a small one", () => {
    const uneven = [...answers(1, 9, 0), { group: "other", hit: 1, chance: 0.25 }];
    const { standardError, n } = atChance("probes", "x", uneven);
    expect(n).toBe(2);
    expect(standardError).toBeCloseTo(Math.sqrt(0.25 * 0.75) * Math.sqrt(0.9 ** 2 + 0.1 ** 2), 12);
  });

  it("fails above and below three standard errors, and where nothing was asked", () => {
    expect(atChance("probes", "x", answers(100, 1, 0.37)).passed).toBe(true);
    expect(atChance("probes", "x", answers(100, 1, 0.39)).passed).toBe(false);
    expect(atChance("probes", "x", answers(100, 1, 0.11)).passed).toBe(false);
    expect(atChance("probes", "x", []).passed).toBe(false);
  });

  it("sees in several worlds what one world is too small for", () => {
    const world = [atChance("probes", "x", answers(100, 1, 0.36))];
    expect(world[0]!.passed).toBe(true);
    const [together] = pooled([world, world, world, world]);
    expect(together).toMatchObject({ n: 400, passed: false, area: "probes over worlds" });
    expect(together!.value).toBeCloseTo(0.36, 12);
    expect(together!.standardError).toBeCloseTo(world[0]!.standardError! / 2, 12);
    expect(pooled([[atMost("splits", "y", 0, 0, 1)]])).toEqual([]);
  });
});

describe("a check with a bound", () => {
  it("passes at the bound, and fails where nothing was counted", () => {
    expect(atMost("overlap", "x", 0.1, 0.1, 5).passed).toBe(true);
    expect(atMost("overlap", "x", 0.11, 0.1, 5).passed).toBe(false);
    expect(atLeast("facts", "x", 0.9, 0.9, 5).passed).toBe(true);
    expect(atLeast("facts", "x", 0.89, 0.9, 5).passed).toBe(false);
    expect(atMost("overlap", "x", 0, 0, 0).passed).toBe(false);
    expect(measured("probes", "x", 0.5, 0).passed).toBe(false);
  });
});

describe("words", () => {
  it("are the same whoever the text is about, and on whatever day", () => {
    const span = { start: 0, end: 4, label: "First_Name" } as const;
    expect(auditWords("Kåre kom 12.03.2021, fekk 5 mg", [span])).toEqual(
      auditWords("Åshild kom 1.4.2022, fekk 10 mg", [{ ...span, end: 6 }]),
    );
    expect(auditWords("Åse HØYRER dårleg")).toEqual(["åse", "høyrer", "dårleg"]);
  });

  it("hold terms of several words, the longest first", () => {
    const find = termFinder([["hud"], ["lågt stoffskifte", "lavt stoffskifte"], ["lågt"]]);
    expect(find(auditWords("Lågt stoffskifte og hud, lågt blodtrykk"))).toEqual([
      { term: 1, at: 0 },
      { term: 0, at: 3 },
      { term: 2, at: 4 },
    ]);
  });
});

describe("runs of words", () => {
  const letters = (text: string): string[] => text.split("");
  it("are found where all words follow each other, in the place where they were seen", () => {
    const index = gramIndex([{ id: "a", words: letters("abcdefghij") }], 8, "none");
    index.see(letters("xxabcdefghxx"), 1);
    index.see(letters("abcdefgxhij"), 0);
    expect(index.result(1)).toEqual({ grams: 3, gramsSeen: 1, examplesSeen: ["a"] });
    expect(index.result(0)).toEqual({ grams: 3, gramsSeen: 0, examplesSeen: [] });
  });

  it("of short texts are whole texts, or none", () => {
    const texts = [
      { id: "five", words: letters("abcde") },
      { id: "three", words: letters("abc") },
    ];
    const whole = gramIndex(texts, 8, "whole");
    whole.see(letters("zabcdez"), 0);
    expect(whole.result(0)).toEqual({ grams: 1, gramsSeen: 1, examplesSeen: ["five"] });
    expect(gramIndex(texts, 8, "none").result(0).grams).toBe(0);
  });

  it("tell near duplicates from other texts, and know all examples of one text", () => {
    const draws = random(1, "near duplicates");
    const text = (): string[] => Array.from({ length: 30 }, () => `w${draws.integer(500)}`);
    const texts = Array.from({ length: 50 }, (_, i) => ({ id: `${i}`, words: text() }));
    const index = similarityIndex([...texts, { ...texts[7]!, id: "again" }], 0.5);
    const edited = texts[7]!.words.map((word, i) => (i === 10 || i === 20 ? "new" : word));
    expect(index.similar(edited).map(({ id }) => id)).toEqual(["7", "again"]);
    // 25 of 33 different pairs of words are common, and 28 of 31 words.
    expect(index.similar(edited)[0]!.jaccard).toBeCloseTo((25 + 28) / (33 + 31), 2);
    expect(index.similar(text())).toEqual([]);
    expect(index.similar([])).toEqual([]);
  });
});

describe("the learned probe", () => {
  it("learns what is there, the same each time, and nothing where nothing is", () => {
    const draws = random(1, "classifier test");
    const rows = Array.from({ length: 400 }, (_, i) => ({
      features: hashed([
        `sign ${i % 3}`,
        ...Array.from({ length: 9 }, () => `${draws.integer(90)}`),
      ]),
      class: i % 3,
    }));
    const right = (train: typeof rows, test: typeof rows): number => {
      const classify = trainClassifier(train, 3, 1);
      return (
        test.filter((row) => greatest(classify(row.features)) === row.class).length / test.length
      );
    };
    expect(right(rows.slice(0, 300), rows.slice(300))).toBeGreaterThan(0.95);
    const classify = trainClassifier(rows, 3, 1);
    expect(trainClassifier(rows, 3, 1)(rows[0]!.features)).toEqual(classify(rows[0]!.features));
    const shuffled = random(2, "shuffled").shuffle(rows.map((row) => row.class));
    const taught = rows.map((row, i) => ({ ...row, class: shuffled[i]! }));
    expect(Math.abs(right(taught.slice(0, 300), rows.slice(300)) - 1 / 3)).toBeLessThan(0.15);
  });
});

describe("identity numbers", () => {
  it("of the generator are valid and synthetic; one digit off is invalid", () => {
    for (let i = 0; i < 200; i++) {
      const draws = random(1, "identity test", 0, i);
      const number = syntheticIdentityNumber(draws, drawPerson(draws, "test", 2020));
      expect(parseIdentityNumber(number)?.kind).toBe("synthetic");
      const digit = (Number(number[5]) + 1) % 10;
      expect(parseIdentityNumber(number.slice(0, 5) + digit + number.slice(6))).toBeUndefined();
    }
    expect(parseIdentityNumber("1234567890")).toBeUndefined();
  });
});
