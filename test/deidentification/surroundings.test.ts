import { describe, expect, it } from "vitest";
import { findByRules } from "../../lib/deidentification/detection";
import { openGazetteer } from "../../lib/deidentification/gazetteer";
import { generateEntities } from "../../lib/synthetic/tasks/entities";
import type { PhiLabel } from "../../lib/corpus/document";
import { rewritings, surroundings } from "./surroundings";

const gazetteer = openGazetteer();

/**
 * Least share of identifiers found over all surroundings. Names and places of the notes are mostly in no list
 * and are told by the words before them, which some surroundings cut off.
 */
const least: Readonly<Partial<Record<PhiLabel, number>>> = {
  Social_Security_Number: 0.999,
  Date: 0.99,
  Phone_Number: 0.98,
  Health_Care_Unit: 0.98,
  First_Name: 0.94,
  Last_Name: 0.91,
  Age: 0.88,
  Location: 0.55,
};

describe.each(["nb", "nn"] as const)("identifiers of notes in %s", (standard) => {
  it(`are found in ${surroundings.length} surroundings`, () => {
    const notes = generateEntities({ documents: 40, seed: 5 }).filter(
      ({ writtenStandard }) => writtenStandard === standard,
    );
    const counts = new Map<string, { all: number; found: number }>();
    const count = (key: string, isFound: boolean): void => {
      const at = counts.get(key) ?? { all: 0, found: 0 };
      counts.set(key, { all: at.all + 1, found: at.found + (isFound ? 1 : 0) });
    };
    const turns = new Map<string, number>();
    for (const { text, spans } of notes)
      for (const span of spans) {
        const turn = turns.get(span.label) ?? 0;
        turns.set(span.label, turn + 1);
        for (const { surrounding, ...rewritten } of rewritings(text, span, turn)) {
          const covered = new Uint8Array(rewritten.text.length);
          for (const { start, end } of findByRules(rewritten.text, gazetteer))
            covered.fill(1, start, end);
          // Letters and digits count; a bracket that is left identifies nobody.
          const rest = Array.from({ length: rewritten.end - rewritten.start }, (_, i) =>
            covered[rewritten.start + i] ? "" : rewritten.text[rewritten.start + i]!,
          ).join("");
          const isFound = !/[\p{L}\p{N}]/u.test(rest);
          count(span.label, isFound);
          count(`${span.label} ${surrounding}`, isFound);
        }
      }
    // No label may go without one of its surroundings.
    for (const { name, labels } of surroundings)
      for (const label of labels ?? (Object.keys(least) as PhiLabel[]))
        expect(counts.get(`${label} ${name}`)?.all ?? 0, `${label} ${name}`).toBeGreaterThan(3);
    const share = (key: string): number => counts.get(key)!.found / counts.get(key)!.all;
    const failing: string[] = [];
    for (const [label, all] of Object.entries(least)) {
      if (process.env["KLINISKVEST_SHOW"])
        console.log(standard, label, counts.get(label), share(label).toFixed(4));
      if (share(label) < all) failing.push(`${label}: ${share(label)}`);
      for (const { name } of surroundings) {
        const key = `${label} ${name}`;
        if (!counts.has(key)) continue;
        if (process.env["KLINISKVEST_SHOW"] && share(key) < 1)
          console.log("   ", name, counts.get(key), share(key).toFixed(3));
      }
    }
    expect(failing).toEqual([]);
  }, 120_000);
});
