import { describe, expect, it } from "vitest";
import { generateClinical } from "../../../lib/synthetic/generator/generator";
import { phiLabels } from "../../../lib/corpus/document";
import { generateChoices } from "../../../lib/synthetic/tasks/choice";
import type { ChoiceExample } from "../../../lib/corpus/examples";
import { generateEntities } from "../../../lib/synthetic/tasks/entities";
import { createWorld, type World } from "../../../lib/synthetic/generator/world";

const worlds = [1, 2, 3, 4, 5].map((seed) => createWorld(seed));
const choices = worlds.map((world) => generateChoices(world, world.seed));
const normal = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(" ")} `;

/** Share of questions that "take the option with the greatest score" gets right; ties count in part. */
function probe(
  examples: readonly ChoiceExample[],
  score: (option: string, example: ChoiceExample) => number,
): number {
  const hits = examples.map((example) => {
    const scores = example.options.map((option) => score(option, example));
    const best = Math.max(...scores);
    return scores[example.answer] === best ? 1 / scores.filter((s) => s === best).length : 0;
  });
  return hits.reduce((a, b) => a + b, 0) / hits.length;
}

/** How often a round of the corpus states each value, over all conditions. */
function frequencies(world: World): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fact of world.facts)
    for (const form of new Set([fact.value.nb, fact.value.nn]))
      counts.set(
        form,
        (counts.get(form) ?? 0) + (fact.exposure === "withheld" ? 0 : fact.mentions),
      );
  return counts;
}

describe("choice questions", () => {
  it("are the same for the same seed", () => {
    expect(generateChoices(worlds[0]!, 1)).toEqual(choices[0]);
    expect(generateChoices(worlds[0]!, 2)).not.toEqual(choices[0]);
  });

  it("ask every fact in both standards, with four different options and the fact's value right", () => {
    choices.forEach((examples, w) => {
      const facts = new Map(worlds[w]!.facts.map((f) => [f.id, f]));
      expect(examples).toHaveLength(2 * facts.size);
      expect(new Set(examples.map((e) => e.id)).size).toBe(examples.length);
      for (const example of examples) {
        const fact = facts.get(example.group)!;
        const standard = example.writtenStandard === "nn" ? "nn" : "nb";
        expect(new Set(example.options).size).toBe(4);
        expect(example.options[example.answer]).toBe(fact.value[standard]);
        expect(example.split).toBe(fact.role);
        expect(example.cloze.split("{answer}")).toHaveLength(2);
        expect(example.question + example.cloze).not.toMatch(/\{c\}|~/);
        expect(example.cloze.toLowerCase()).toContain(fact.condition[standard]);
        expect(example.stratum).toBe(fact.exposure);
      }
    });
  });

  it("word the splits differently", () => {
    const wordings = (split: string): Set<string> =>
      new Set(
        choices[0]!
          .filter((e) => e.split === split)
          .map((e) => {
            const [nb] = e.group.split("|");
            const fact = worlds[0]!.facts.find((f) => f.condition.nb === nb)!;
            return normal(e.cloze).replace(
              fact.condition[e.writtenStandard === "nn" ? "nn" : "nb"],
              "",
            );
          }),
      );
    const train = wordings("train");
    for (const wording of [...wordings("test"), ...wordings("validation")])
      expect(train).not.toContain(wording);
  });

  // Both standards of a fact share their options, so half of the examples are independent.
  for (const stratum of ["exposed", "both", "nb", "nn", "withheld"])
    it(`balance position, frequency, length and what training taught of ${stratum} test facts`, () => {
      const frequencyOf = worlds.map(frequencies);
      const priors = choices.map((examples) => {
        const counts = new Map<string, number>();
        for (const e of examples.filter((e) => e.split === "train")) {
          const gold = e.options[e.answer]!;
          counts.set(gold, (counts.get(gold) ?? 0) + 1);
        }
        return counts;
      });
      const offered = choices.map((examples) => {
        const counts = new Map<string, number>();
        for (const e of examples.filter((e) => e.split === "train"))
          for (const option of e.options) counts.set(option, (counts.get(option) ?? 0) + 1);
        return counts;
      });
      const worldOf = new Map<ChoiceExample, number>();
      const right = (option: string, e: ChoiceExample): number =>
        priors[worldOf.get(e)!]!.get(option) ?? 0;
      const times = (option: string, e: ChoiceExample): number =>
        offered[worldOf.get(e)!]!.get(option) ?? 0;
      const share = (option: string, e: ChoiceExample): number =>
        (right(option, e) + 0.5) / (times(option, e) + 2);
      const chosen = choices.flatMap((examples, w) =>
        examples.filter((e) => {
          worldOf.set(e, w);
          const isWanted = stratum === "exposed" ? e.stratum !== "withheld" : e.stratum === stratum;
          return e.split === "test" && isWanted;
        }),
      );
      const error = 3 * Math.sqrt((0.25 * 0.75) / (chosen.length / 2));
      const scores: Record<string, (option: string, e: ChoiceExample) => number> = {
        first: (option, e) => -e.options.indexOf(option),
        last: (option, e) => e.options.indexOf(option),
        frequent: (option, e) => frequencyOf[worldOf.get(e)!]!.get(option) ?? 0,
        rare: (option, e) => -(frequencyOf[worldOf.get(e)!]!.get(option) ?? 0),
        longest: (option) => option.length,
        shortest: (option) => -option.length,
        oftenRight: right,
        seldomRight: (option, e) => -right(option, e),
        oftenOffered: times,
        seldomOffered: (option, e) => -times(option, e),
        oftenRightWhenOffered: share,
        seldomRightWhenOffered: (option, e) => -share(option, e),
      };
      for (const [name, score] of Object.entries(scores))
        expect(Math.abs(probe(chosen, score) - 0.25), name).toBeLessThan(error);
      for (const rank of [0, 1, 2, 3]) {
        const share =
          chosen.filter((e) => {
            const counts = e.options.map((o) => frequencyOf[worldOf.get(e)!]!.get(o) ?? 0);
            return counts.filter((c) => c < counts[e.answer]!).length === rank;
          }).length / chosen.length;
        expect(Math.abs(share - 0.25), `frequency rank ${rank}`).toBeLessThan(error);
      }
    });

  it("do not occur in the corpus: no eight words of a completed test sentence", () => {
    const world = worlds[0]!;
    const documents = 3 * world.roundDocuments;
    const corpus = [...generateClinical({ world, documents, seed: 1 })]
      .map((d) => normal(d.text))
      .join("\n");
    for (const example of choices[0]!.filter((e) => e.split === "test")) {
      const sentence = example.cloze.replace("{answer}", example.options[example.answer]!);
      const words = normal(sentence).trim().split(" ");
      for (let i = 0; i + Math.min(8, words.length) <= words.length; i++)
        expect(corpus).not.toContain(` ${words.slice(i, i + 8).join(" ")} `);
    }
  });
});

describe("de-identification notes", () => {
  const notes = generateEntities({ documents: 1200, seed: 1 });

  it("are the same for the same seed, and the first ones the same for more", () => {
    expect(generateEntities({ documents: 50, seed: 1 })).toEqual(notes.slice(0, 50));
    expect(generateEntities({ documents: 50, seed: 2 })).not.toEqual(notes.slice(0, 50));
  });

  it("hold all eight labels in order, are short, and split about 75/10/15", () => {
    const labels = new Set<string>();
    for (const { text, spans } of notes) {
      let end = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(span.start, span.end)).toMatch(/^\S(.*\S)?$/);
        end = span.end;
        labels.add(span.label);
      }
      expect(spans.length).toBeGreaterThanOrEqual(5);
      expect(text).not.toMatch(/[{}~|]/);
    }
    expect(labels).toEqual(new Set(phiLabels));
    const lengths = notes.map((n) => n.text.split(/\s+/).length).sort((a, b) => a - b);
    expect(lengths[60]).toBeGreaterThanOrEqual(55);
    expect(lengths[1140]).toBeLessThanOrEqual(120);
    const share = (split: string): number => notes.filter((n) => n.split === split).length / 1200;
    expect(share("train")).toBe(0.75);
    expect(share("test")).toBe(0.15);
    for (const split of ["train", "validation", "test"]) {
      const own = notes.filter((note) => note.split === split);
      expect(own.filter(({ writtenStandard }) => writtenStandard === "nn")).toHaveLength(
        own.length / 2,
      );
    }
  });

  it("share no name, place or unit between splits, nor with the corpus", () => {
    const world = worlds[0]!;
    const corpus = [...generateClinical({ world, documents: 900, seed: 1 })];
    for (const label of ["First_Name", "Last_Name", "Location", "Health_Care_Unit"] as const) {
      const named = (of: readonly (typeof notes)[number][] | typeof corpus): Set<string> =>
        new Set(
          of.flatMap((d) =>
            d.spans.filter((s) => s.label === label).map((s) => d.text.slice(s.start, s.end)),
          ),
        );
      const sets = [
        named(corpus),
        ...["train", "validation", "test"].map((s) => named(notes.filter((n) => n.split === s))),
      ];
      const all = sets.flatMap((set) => [...set]);
      expect(new Set(all).size, label).toBe(all.length);
      for (const set of sets) expect(set.size, label).toBeGreaterThanOrEqual(3);
    }
  });
});
