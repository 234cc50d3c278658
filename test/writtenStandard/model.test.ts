import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assetPath } from "../../lib/assets";
import { InputError } from "../../lib/errors";
import { sha256 } from "../../lib/files";
import { featureSettings } from "../../lib/writtenStandard/features";
import {
  identify,
  identifyDocument,
  loadWrittenStandardModel,
} from "../../lib/writtenStandard/model";
import { quantize, readModelFile, writeModelFile } from "../../lib/writtenStandard/modelFile";
import { bokmaal, both, nynorsk, otherLanguages } from "./sentences";

const temporary = mkdtempSync(join(tmpdir(), "standard-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const shipped = assetPath("written-standard.bin");

describe("the shipped weights", () => {
  it("are smaller than 128 KB and say what they were learnt from", () => {
    expect(statSync(shipped).size).toBeLessThan(131_072);
    const { header } = readModelFile(shipped);
    expect(header.sources.map(({ name }) => name)).toContain("ud-norwegian");
    for (const { licence, sentences } of header.sources) {
      expect(licence).toMatch(/\S/);
      expect(Math.min(sentences.nb, sentences.nn)).toBeGreaterThan(1000);
    }
    expect(header.measured["heldOut"]!["accuracy"]).toBeGreaterThanOrEqual(0.94);
    expect(header.measured["heldOutDocuments"]!["accuracy"]).toBeGreaterThanOrEqual(0.995);
  });

  it.each([
    ["nb", bokmaal],
    ["nn", nynorsk],
  ] as const)("know sentences in %s, forced and with either", (standard, sentences) => {
    const forced = sentences.filter((text) => identify(text).forced === standard);
    expect(forced.length).toBeGreaterThanOrEqual(sentences.length - 1);
    const wrong = sentences.filter(
      (text) => ![standard, "either"].includes(identify(text).writtenStandard),
    );
    expect(wrong.length).toBeLessThanOrEqual(1);
    const answered = sentences.filter((text) => identify(text).writtenStandard === standard);
    expect(answered.length).toBeGreaterThanOrEqual(sentences.length - 2);
  });

  it("answer either for most sentences that are right in both standards", () => {
    const unsure = both.filter((text) => identify(text).writtenStandard === "either");
    expect(unsure.length).toBeGreaterThanOrEqual(Math.ceil(0.7 * both.length));
  });

  it("answer either for English, Danish, Swedish and German, and still have a forced answer", () => {
    for (const text of otherLanguages) {
      expect(identify(text), text).toMatchObject({
        writtenStandard: "either",
        otherLanguage: true,
      });
      expect(["nb", "nn"]).toContain(identify(text).forced);
    }
  });

  it("take quoted English within a Norwegian sentence for Norwegian", () => {
    const text = "Ho har lese «The Lancet» og seier at ho ikkje trur på «the new drug».";
    expect(identify(text)).toMatchObject({ writtenStandard: "nn", otherLanguage: false });
  });

  it("answer either with no evidence where there are no letters", () => {
    for (const text of ["", " \n ", "120/80", "37,5 … 12.3.2019", "???"])
      expect(identify(text)).toMatchObject({ writtenStandard: "either", score: 0 });
  });

  it("do not mind case or how å is encoded", () => {
    for (const text of [...bokmaal, ...nynorsk]) {
      expect(identify(text.toUpperCase()).score).toBe(identify(text).score);
      expect(identify(text.normalize("NFD")).score).toBe(identify(text).score);
    }
  });
});

describe("identifyDocument", () => {
  it("adds up the evidence of the sentences and counts their answers", () => {
    const found = identifyDocument(nynorsk.slice(0, 6).join(" "));
    expect(found).toMatchObject({ writtenStandard: "nn", forced: "nn", otherLanguage: false });
    expect(Object.values(found.sentences).reduce((sum, n) => sum + n, 0)).toBe(6);
    const sum = nynorsk.slice(0, 6).reduce((total, text) => total + identify(text).score, 0);
    expect(found.score).toBeCloseTo(sum, 9);
  });

  it("shows a mixed document by its sentences", () => {
    const { sentences } = identifyDocument(
      [...bokmaal.slice(0, 5), ...nynorsk.slice(0, 5)].join("\n"),
    );
    expect(sentences.nb).toBeGreaterThanOrEqual(4);
    expect(sentences.nn).toBeGreaterThanOrEqual(4);
  });

  it("leaves sentences in other languages out, and is either where there is nothing else", () => {
    const notes = nynorsk.slice(0, 3).join("\n");
    const alone = identifyDocument(notes);
    const withEnglish = identifyDocument(`${notes}\n${otherLanguages[0]}`);
    expect(withEnglish.score).toBeCloseTo(alone.score, 9);
    expect(identifyDocument(otherLanguages.slice(0, 2).join("\n"))).toMatchObject({
      writtenStandard: "either",
      otherLanguage: true,
    });
    expect(identifyDocument("")).toMatchObject({ writtenStandard: "either", score: 0 });
  });
});

describe("files of weights", () => {
  const bytes = readFileSync(shipped);
  const end = bytes.indexOf("\n");
  const header = JSON.parse(bytes.toString("utf8", 0, end)) as Record<string, unknown>;
  const file = (line: string | object, weights: Uint8Array = bytes.subarray(end + 1)): string => {
    const path = join(temporary, "hostile.bin");
    const text = typeof line === "string" ? line : JSON.stringify(line);
    writeFileSync(path, Buffer.concat([Buffer.from(text + "\n"), weights]));
    return path;
  };

  it("give back what was written: the largest weights, within half a step", () => {
    const weights = new Float64Array(featureSettings.buckets);
    // Close and far neighbours, both ends, both signs.
    for (const [i, bucket] of [0, 1, 2, 300, 301, 5000, 900_000, weights.length - 1].entries())
      weights[bucket] = (i % 2 === 0 ? 1 : -1) * (1 + i / 10);
    const { quantized, step } = quantize(weights);
    const path = join(temporary, "own.bin");
    writeModelFile(path, { step, threshold: 1, seed: 1, sources: [], measured: {} }, quantized);
    const model = loadWrittenStandardModel(path);
    // Compared as bytes: a million expectations take seconds.
    expect(Buffer.from(model.weights.buffer).equals(Buffer.from(quantized.buffer))).toBe(true);
    weights.forEach((weight, i) => {
      if (Math.abs(weight - model.weights[i]! * model.step) > step / 2 + 1e-12)
        expect(model.weights[i]! * model.step).toBeCloseTo(weight, 9);
    });
  });

  it("keep the largest weights, however many there are", () => {
    const weights = Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i));
    const { quantized } = quantize(weights);
    const kept = quantized.filter((weight) => weight !== 0).length;
    expect(kept).toBe(60_000);
    const smallestKept = weights.reduce(
      (least, weight, i) => (quantized[i] === 0 ? least : Math.min(least, Math.abs(weight))),
      1,
    );
    expect(weights.filter((weight) => Math.abs(weight) > smallestKept).length).toBeLessThan(60_000);
  });

  const hashed = (weights: Buffer): [object, Buffer] => [
    { ...header, sha256: sha256(weights) },
    weights,
  ];
  const damaged = Buffer.from(bytes.subarray(end + 1));
  damaged[1000]! ^= 1;
  it.each([
    ["no file", () => join(temporary, "absent.bin"), "cannot be read"],
    ["a folder", () => temporary, "cannot be read"],
    ["no line", () => file("x".repeat(40_000), Buffer.alloc(0)), "no header line"],
    ["no JSON", () => file("{"), "not JSON"],
    ["null", () => file("null"), "does not say format"],
    ["another format", () => file({ ...header, format: "other" }), "does not say format"],
    ["other features", () => file({ ...header, features: { buckets: 8 } }), "features"],
    ["no step", () => file({ ...header, step: undefined }), "step of its header is undefined"],
    ["a step of text", () => file({ ...header, step: "1" }), 'step of its header is "1"'],
    [
      "a threshold below 0",
      () => file({ ...header, threshold: -1 }),
      "threshold of its header is -1",
    ],
    ["no sources", () => file({ ...header, sources: undefined }), "learnt from"],
    ["half the weights", () => file(header, bytes.subarray(end + 1, -500)), "sha256"],
    ["an odd byte", () => file(...hashed(Buffer.alloc(3, 1))), "do not fit"],
    ["a bucket before the first", () => file(...hashed(Buffer.alloc(2))), "do not fit"],
    ["too many buckets", () => file(...hashed(Buffer.alloc(1 << 14, 255))), "do not fit"],
    ["a changed bit", () => file(header, damaged), "sha256"],
  ])("are refused in one line: %s", (_, path, what) => {
    let message = "";
    try {
      loadWrittenStandardModel(path());
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      message = (error as Error).message;
    }
    expect(message).toContain(what);
    expect(message).not.toContain("\n");
    expect(message.length).toBeLessThan(300);
  });
});
