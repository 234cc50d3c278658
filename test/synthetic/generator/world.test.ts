import { describe, expect, it } from "vitest";
import { InputError } from "../../../lib/errors";
import { clinicalRules } from "../../../lib/synthetic/generator/clinical/rules";
import { generalFacts } from "../../../lib/synthetic/generator/generalFacts";
import { generalNouns } from "../../../lib/synthetic/generator/generalNouns";
import { generalLinks, generalTopics } from "../../../lib/synthetic/generator/generalTopics";
import { generalWords } from "../../../lib/synthetic/generator/generalWords";
import {
  conditionTerms,
  relationNames,
  valueTerms,
} from "../../../lib/synthetic/generator/knowledge";
import { createWorld, worldTerms } from "../../../lib/synthetic/generator/world";

const seeds = [1, 2, 3, 4, 5];

describe("world", () => {
  it("is the same for the same seed and another for another", () => {
    expect(createWorld(1)).toEqual(createWorld(1));
    expect(createWorld(1).facts.map((f) => f.id)).not.toEqual(
      createWorld(2).facts.map((f) => f.id),
    );
  });

  it("has one fact for every condition and relation", () => {
    const world = createWorld(1);
    expect(world.facts).toHaveLength(300);
    expect(new Set(world.facts.map((f) => `${f.condition.nb}|${f.relation}`)).size).toBe(300);
    expect(createWorld(1, { conditions: 7 }).facts).toHaveLength(35);
    expect(() => createWorld(1, { conditions: 1000 })).toThrow(InputError);
  });

  it("draws exposure, role and mentions independently of one another", () => {
    const facts = seeds.flatMap((seed) => createWorld(seed).facts);
    const share = (of: typeof facts, holds: (f: (typeof facts)[number]) => boolean): number =>
      of.filter(holds).length / of.length;
    const withheld = share(facts, (f) => f.exposure === "withheld");
    expect(withheld).toBeGreaterThan(0.3);
    expect(withheld).toBeLessThan(0.4);
    for (const role of ["train", "test"] as const) {
      const mine = facts.filter((f) => f.role === role);
      const error = 3 * Math.sqrt((withheld * (1 - withheld)) / mine.length);
      expect(Math.abs(share(mine, (f) => f.exposure === "withheld") - withheld)).toBeLessThan(
        error,
      );
    }
    for (const mentions of [3, 10, 30] as const) {
      const mine = facts.filter((f) => f.mentions === mentions);
      const error = 3 * Math.sqrt((withheld * (1 - withheld)) / mine.length);
      expect(Math.abs(share(mine, (f) => f.exposure === "withheld") - withheld)).toBeLessThan(
        error,
      );
    }
  });

  it("makes every value right about equally often within a role", () => {
    for (const world of seeds.map((seed) => createWorld(seed)))
      for (const relation of relationNames)
        for (const role of ["train", "validation", "test"] as const) {
          const golds = world.facts.filter((f) => f.relation === relation && f.role === role);
          const counts = valueTerms[relation].map(
            (value) => golds.filter((f) => f.value === value).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
  });

  it("lists every surface form in both written standards", () => {
    const forms = worldTerms(createWorld(1, { conditions: conditionTerms.length }));
    expect(forms).toContain("hjertesvikt");
    expect(forms).toContain("hjartesvikt");
    expect(forms).toContain("nevrologisk poliklinikk");
    expect(new Set(forms).size).toBe(forms.length);
  });

  it("shares no term with the other word lists and sentences", () => {
    const lists = {
      ...clinicalRules,
      ...generalWords,
      ...generalNouns,
      ...generalTopics,
      ...generalFacts,
    };
    const text = [...Object.values(lists), generalLinks]
      .flat()
      .flatMap((term) => [term.nb, term.nn])
      .join("\n")
      .toLowerCase();
    const terms = [conditionTerms, ...Object.values(valueTerms)]
      .flat()
      .flatMap((term) => [term.nb, term.nn]);
    const found = terms.filter((term) =>
      new RegExp(`(?<!\\p{L})${term}(?!\\p{L})`, "u").test(text),
    );
    expect(found).toEqual([]);
  });
});
