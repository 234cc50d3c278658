import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Document } from "../../../lib/corpus/document";
import { findContradictions, statementOf } from "../../../lib/corpus/duplicates/contradictions";
import { findDuplicates } from "../../../lib/corpus/duplicates/duplicates";
import { defaultMinHash } from "../../../lib/corpus/duplicates/minhash";

const root = mkdtempSync(join(tmpdir(), "contradictions-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Whether two texts are told to differ by a negation or a number only. */
function contradict(a: string, b: string): boolean {
  const [one, other] = [statementOf(a), statementOf(b)];
  const found = findContradictions(
    BigUint64Array.of(one.rest, other.rest),
    BigUint64Array.of(one.marks, other.marks),
  );
  return found.size === 2;
}

describe("a contradiction", () => {
  it.each([
    ["Pasienten har hatt feber.", "Pasienten har ikke hatt feber."],
    ["Pasienten har hatt feber.", "Pasienten har ikkje hatt feber."],
    ["Ho har feber og hoste.", "Ho har ingen feber og hoste."],
    ["Ho har inga feber og hoste.", "Ho har feber og inga hoste."],
    ["Utskrevet med smerter.", "Utskrevet uten smerter."],
    ["Utskriven med smerter.", "Utskriven utan smerter."],
    ["Han benekter smerter i brystet.", "Han har smerter i brystet."],
    ["Temp 37,2 ved innkomst.", "Temp 39 ved innkomst."],
    ["Paracet 500mg.", "Paracet 1000 mg."],
    ["To ganger daglig.", "Tre ganger daglig."],
    ["BT 120/80.", "BT 180/80."],
  ])("is: %s | %s", (a, b) => {
    expect(contradict(a, b)).toBe(true);
    expect(contradict(b, a)).toBe(true);
  });

  it.each([
    ["Pasienten har hatt feber.", "Pasienten har hatt feber"],
    ["Pasienten har ikke feber.", "Pasienten har ikkje feber."],
    ["Pasienten har hatt feber.", "Pasienten har ikke hatt hoste."],
    ["Ho har feber.", "Ho har en feber."],
    ["constructor", "toString"],
  ])("is not: %s | %s", (a, b) => expect(contradict(a, b)).toBe(false));
});

describe("near duplicates that contradict each other", () => {
  const words = (standard: "nb" | "nn"): string =>
    standard === "nb"
      ? "hun ble innlagt etter fall hjemme og er undersøkt av lege på vakt som fant trykksmerter over venstre hofte men god bevegelighet i begge knær før hun fikk mat og sov til morgenen etter"
      : "ho vart innlagd etter fall heime og er undersøkt av lege på vakt som fann trykksmerter over venstre hofte men god rørsle i begge kne før ho fekk mat og sov til morgonen etter";
  const texts = [
    `${words("nb")} har hatt feber`,
    `${words("nb")} har ikke hatt feber`,
    `${words("nb")} har ikke hatt feber.`, // a copy in other signs
    `${words("nb")} har hatt feber kontroll`,
    `${words("nn")} har hatt feber`,
    `${words("nn")} har ikkje hatt feber`,
    `${words("nn")} har ikkje hatt feber temp 37,2`,
    `${words("nn")} har ikkje hatt feber temp 39`,
  ];
  async function* documents(): AsyncGenerator<Document> {
    for (const [i, text] of texts.entries())
      yield await Promise.resolve({
        ...{ id: String(i), text, documentType: "n", writtenStandard: "nb", trust: "" },
        ...{ year: 0, source: "t" },
      } as const);
  }
  const find = (keepContradictions: boolean) =>
    findDuplicates(
      documents,
      texts.length,
      { threshold: 0.8, minhash: defaultMinHash, keepContradictions },
      join(root, "scratch"),
    );

  it("are left out, and kept when asked, with a count", async () => {
    const without = await find(false);
    expect([...without.keptFor]).toEqual([0, 0, 0, 0, 4, 4, 4, 4]);
    expect(without.contradictions).toBe(0);
    const kept = await find(true);
    expect([...kept.keptFor]).toEqual([0, 1, 1, 0, 4, 5, 6, 7]);
    expect(kept.contradictions).toBe(4);
    expect([...kept.similarity].every((each) => each >= Math.fround(0.8))).toBe(true);
  });
});
