import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { defaultMinHash } from "../../../lib/corpus/duplicates/minhash";
import { deduplicateCorpus } from "../../../lib/corpus/duplicates/deduplication";
import { readCorpus, writeCorpus } from "../../../lib/corpus/corpus";
import { withCheckDigits } from "../../../lib/identityNumbers/identityNumber";
import type { Document } from "../../../lib/corpus/document";
import { sampleCorpus } from "../../../lib/corpus/sampling";
import { numberStretches } from "../../../lib/corpus/splitting/numberGroups";
import { splitCorpus } from "../../../lib/corpus/splitting/splitCorpus";
import { splitDocument } from "../../../lib/corpus/splitting/splitting";

const root = mkdtempSync(join(tmpdir(), "number-groups-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A number whose checks are right, made here so that none is written down. */
function valid(six: string): string {
  for (let individual = 100; ; individual++) {
    const number = withCheckDigits(six + String(individual));
    if (number !== undefined) return number;
  }
}
const number = valid("150754");
const [date, rest] = [number.slice(0, 6), number.slice(6)];
const document = (text: string): Document => ({
  ...{
    id: "d",
    text,
    documentType: "notat",
    writtenStandard: "nn",
    trust: "",
    year: 0,
    source: "t",
  },
});

describe("digits that may be one number", () => {
  it.each([
    ["a line break", `fnr ${date}\n${rest}`],
    ["an empty line", `fnr ${date}\n\n${rest}`],
    ["words, bokmål", `født 15.07.54, personnummer ${rest}`],
    ["words, nynorsk", `fødd 15.07.1954. Personnummeret er ${rest}`],
    ["wrong check digits", "f. 150754, pnr\n40062"],
    ["the other way round", `pnr ${rest}, fødd 15/7-54`],
    ["five digits in two", `15 07 54\n${rest.slice(0, 3)} ${rest.slice(3)}`],
    ["eight digits", `15071954\nog så ${rest}`],
    ["other groups", `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`],
    ["digit by digit", [...number].join(" ")],
    ["other digits", `15.07.54 i rom 3, pnr ${rest}`],
    [
      "digits of another script",
      `${date}\n${rest}`.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    ],
    ["a telephone number", "tlf. 22 33\n44 55"],
    ["an account", "konto 1234 56\n78903"],
  ])("stay together over %s", (_, written) => {
    for (let words = 1; words < 12; words++) {
      const text = `Ho har det bra no. ${written} Han søv godt om natta.`;
      const parts = splitDocument(document(text), { maxWords: words, minWords: 0 });
      const first = /\p{Nd}/u.exec(written)!.index;
      const digits = written.slice(first, /\p{Nd}(?!.*\p{Nd})/su.exec(written)!.index + 1);
      expect(parts.filter(({ text }) => text.includes(digits))).toHaveLength(1);
    }
  });

  it("are not all digits: results of a laboratory are divided", () => {
    const row = Array.from({ length: 60 }, (_, i) => 100 + i).join(" ");
    expect(numberStretches(row)).toEqual([]);
    expect(numberStretches("Hb 13,2 CRP 5\nBT 120/80\n\n17. mai 2020. Puls 72.")).toEqual([]);
    const list = Array.from(
      { length: 300 },
      (_, i) => `Dag ${i}: temp 37,${i % 10}, puls ${60 + i}`,
    );
    const parts = splitDocument(document(list.join("\n")), { maxWords: 50, minWords: 0 });
    expect(parts.length).toBeGreaterThan(20);
  });

  it("take time in proportion to the text", () => {
    const begun = performance.now();
    numberStretches(Array.from({ length: 50_000 }, (_, i) => `15.07.54 ${10_000 + i}`).join("\n"));
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe("the gate behind every stage after de-identification", () => {
  it("refuses to split and to sample, and lets what comes before hold numbers", async () => {
    const dir = join(root, "raw");
    await writeCorpus({
      dir,
      name: "raw",
      documents: [
        document("Ho har det bra i dag. Ho søv."),
        { ...document(`Fnr ${date}\n${rest} står her. Han har feber.`), id: "e" },
      ],
      settings: {},
      shareable: false,
    });
    const stages = {
      split: (out: string) => splitCorpus({ dir, out, settings: { maxWords: 2, minWords: 0 } }),
      sample: (out: string) =>
        sampleCorpus(dir, {
          out,
          name: "s",
          settings: { temperature: 1, by: ["writtenStandard"], maxRepeats: 1, seed: 1 },
        }),
    };
    for (const [name, stage] of Object.entries(stages)) {
      const message = await stage(join(root, name)).then(
        () => "",
        (error: Error) => error.message,
      );
      expect(message).toMatch(/document 2: .*corpus deidentify/);
      expect(message).not.toContain(rest);
    }
    const out = join(root, "distinct");
    await deduplicateCorpus({
      ...{ dir, out, settings: { threshold: undefined, minhash: defaultMinHash } },
    });
    const ids: string[] = [];
    for await (const { id } of readCorpus(out)) ids.push(id);
    expect(ids).toEqual(["d", "e"]);
  });
});
