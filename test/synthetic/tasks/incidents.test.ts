import { describe, expect, it } from "vitest";
import { generateIncidents, incidentBlock, isBanned } from "../../../lib/synthetic/tasks/incidents";
import {
  bannedStems,
  incidentCategories,
  incidentEvents,
} from "../../../lib/synthetic/tasks/incidentEvents";
import { incidentRemarks, severities } from "../../../lib/synthetic/tasks/incidentPhrases";
import { familyNames, places } from "../../../lib/synthetic/generator/people";
import { accuracyOf, bagOfWords, threeErrors, wordSet } from "./probes";

const reports = generateIncidents({ incidents: 2 * incidentBlock, seed: 1 });
const of = (split: string) => reports.filter((report) => report.split === split);
const fields = [
  ["category", incidentCategories],
  ["severity", severities],
] as const;

describe("incident reports", () => {
  it("are the same for the same seed, and the first ones the same for more", () => {
    expect(generateIncidents({ incidents: 100, seed: 1 })).toEqual(reports.slice(0, 100));
    expect(generateIncidents({ incidents: 100, seed: 2 })).not.toEqual(reports.slice(0, 100));
  });

  it("hold every category with every severity equally often, in both standards, in every split", () => {
    expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length);
    for (const [split, each] of [
      ["train", 30],
      ["validation", 4],
      ["test", 6],
    ] as const)
      for (const category of incidentCategories)
        for (const severity of severities)
          for (const standard of ["nb", "nn"])
            expect(
              of(split).filter(
                (report) =>
                  report.category === category &&
                  report.severity === severity &&
                  report.writtenStandard === standard,
              ),
            ).toHaveLength(each);
  });

  it("never use the word of a category, in any form, compound or standard", () => {
    expect(reports.filter(({ text }) => isBanned(text))).toEqual([]);
    for (const word of [
      "Fallulykke på badet",
      "pasienten falt",
      "ho fall ut av senga",
      "medisinen",
      "legemidler",
      "medikamentet",
      "utstyrssvikt",
      "kommunikasjonen",
      "Vold mot ansatte",
      "valdsam",
      "trusler",
      "trugsmål",
      "forsinket",
      "forseinking",
      "udokumentert",
    ])
      expect(isBanned(word), word).toBe(true);
    expect(Object.keys(bannedStems)).toEqual([...incidentCategories]);
  });

  it("are whole sentences with nothing left open, in the words wanted", () => {
    const texts = reports.map(({ text }) => text);
    expect(texts.filter((text) => /[{}~|]| {2}|\n|\.\.|: *$/.test(text))).toEqual([]);
    expect(texts.filter((text) => !/^[\p{Lu}\d].*\.$/u.test(text))).toEqual([]);
    const lengths = texts.map((text) => text.split(" ").length);
    expect(Math.min(...lengths)).toBeGreaterThan(55);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(140);
  });

  it("name people and places of their split only", () => {
    const splits = ["train", "validation", "test"] as const;
    for (const split of splits) {
      const words = of(split).flatMap(({ text }) => text.match(/\p{Lu}[\p{L}-]+/gu) ?? []);
      for (const other of splits.filter((each) => each !== split))
        for (const names of [familyNames[other], places[other]])
          expect(words.filter((word) => names.includes(word))).toEqual([]);
      expect(words.some((word) => places[split].includes(word))).toBe(true);
    }
  });

  it("say in words of each category what was in order, too", () => {
    for (const category of incidentCategories) {
      const words = (list: readonly { readonly nb: string }[]): ReadonlySet<string> =>
        wordSet(list.map(({ nb }) => nb.replace(/\{[^}]*\}/g, "")).join(" "));
      const happened = words(incidentEvents[category]);
      const common = [...words(incidentRemarks[category])].filter(
        (word) => word.length > 4 && happened.has(word),
      );
      expect(common.length, category).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(fields)("give no %s away by length", (field, labels) => {
    const lengths = (label: string): readonly number[] =>
      reports.filter((report) => report[field] === label).map(({ text }) => text.length);
    const mean = (values: readonly number[]): number =>
      values.reduce((a, b) => a + b, 0) / values.length;
    const means = labels.map((label) => ({ label, mean: mean(lengths(label)) }));
    const nearest = (text: string): string =>
      means.reduce((a, b) =>
        Math.abs(b.mean - text.length) < Math.abs(a.mean - text.length) ? b : a,
      ).label;
    const test = of("test").map((report) => ({
      text: report.text,
      label: report[field] as string,
    }));
    const chance = 1 / labels.length;
    expect(Math.abs(accuracyOf(test, nearest) - chance)).toBeLessThan(
      threeErrors(chance, test.length),
    );
  });

  it.each(fields)(
    "give %s away by no frequent word, though words together tell much",
    (field, labels) => {
      const texts = (set: typeof reports) =>
        set.map((report) => ({ text: report.text, label: report[field] as string }));
      const train = texts(of("train"));
      const counts = new Map<string, Map<string, number>>();
      for (const { text, label } of train)
        for (const word of wordSet(text)) {
          const own = counts.get(word) ?? new Map<string, number>();
          counts.set(word, own.set(label, (own.get(label) ?? 0) + 1));
        }
      for (const [word, own] of counts) {
        const total = [...own.values()].reduce((a, b) => a + b, 0);
        if (total >= 20) expect(Math.max(...own.values()) / total, word).toBeLessThan(0.95);
      }
      const test = texts([...of("validation"), ...of("test")]);
      const ceiling = accuracyOf(test, bagOfWords(train));
      expect(ceiling).toBeGreaterThan(1.5 / labels.length);
      // The best reader of one word: one label where it stands, another where it does not.
      const sizes = labels.map((label) => train.filter((each) => each.label === label).length);
      const best = Math.max(
        ...[...counts.values()].map((own) => {
          const without = labels.map((label, i) => sizes[i]! - (own.get(label) ?? 0));
          return (Math.max(...own.values()) + Math.max(...without)) / train.length;
        }),
      );
      expect(best).toBeLessThan(ceiling - 0.1);
    },
  );
});
