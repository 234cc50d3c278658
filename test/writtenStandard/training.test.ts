import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { generateGeneral } from "../../lib/synthetic/generator/generator";
import { splitSentences } from "../../lib/corpus/sentences";
import { answerThreshold, calibrate, fit } from "../../lib/writtenStandard/fitting";
import { loadWrittenStandardModel } from "../../lib/writtenStandard/model";
import { readModelFile } from "../../lib/writtenStandard/modelFile";
import {
  generatedSentences,
  readManuals,
  readTreebank,
  sentenceKey,
  type LabelledText,
} from "../../lib/writtenStandard/sources";
import { trainWrittenStandard } from "../../lib/writtenStandard/training";
import { kliniskvest } from "../cli/command";
import { dataFiles, dataFolder, needs } from "../needs";

const temporary = mkdtempSync(join(tmpdir(), "training-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** A data folder of the same form as the real one, with generated prose for the treebank. */
function smallData(): string {
  const lines: Record<string, string[]> = { nb: [], nn: [] };
  for (const { text, writtenStandard } of generateGeneral({ documents: 240, seed: 5 }))
    lines[writtenStandard]!.push(splitSentences(text).join("\n"));
  for (const folder of ["ud-norwegian", "general-norwegian"])
    mkdirSync(join(temporary, folder), { recursive: true });
  for (const standard of ["nb", "nn"]) {
    const blocks = lines[standard]!.join("\n\n") + "\n";
    writeFileSync(join(temporary, "ud-norwegian", `train-${standard}.txt`), blocks);
  }
  writeFileSync(
    join(temporary, "general-norwegian", "nb.txt"),
    "Du kan ikke endre bildet her. Velg noe annet.\nOpen the file with this tool when you are done.\n",
  );
  writeFileSync(
    join(temporary, "general-norwegian", "nn.txt"),
    "Du kan ikkje endre biletet her. Vel noko anna.\n",
  );
  return temporary;
}

describe("fit", () => {
  const examples = (
    [
      [0, 1],
      [0, 2],
      [3, 1],
      [3, 2],
    ] as const
  ).map(([first, second]) => ({
    buckets: Uint32Array.of(first, second),
    nynorsk: first === 3,
    weight: 1,
  }));

  it("gives weight to what tells the classes apart, and none to what does not", () => {
    const weights = fit(examples, { buckets: 4, seed: 1, passes: 40, learningRate: 0.5 });
    expect(weights[0]).toBeLessThan(-0.5);
    expect(weights[3]).toBeGreaterThan(0.5);
    expect(Math.abs(weights[1]!)).toBeLessThan(0.05);
    expect(Math.abs(weights[2]!)).toBeLessThan(0.05);
  });

  it("draws its order from the seed", () => {
    const run = (seed: number): number[] => [
      ...fit(examples.slice(1), { buckets: 4, seed, passes: 3, learningRate: 0.5 }),
    ];
    expect(run(1)).toEqual(run(1));
    expect([2, 3, 4, 5].some((seed) => String(run(seed)) !== String(run(1)))).toBe(true);
  });
});

describe("calibration", () => {
  it("finds the factor that makes scores log-odds", () => {
    // Ten scores of size 4 of which nine are right: log-odds log(9), so the factor is log(9) / 4.
    const scored = [true, false].flatMap((nynorsk) =>
      Array.from({ length: 10 }, (_, i) => ({ score: (nynorsk === i > 0 ? 1 : -1) * 4, nynorsk })),
    );
    expect(calibrate(scored)).toBeCloseTo(Math.log(9) / 4, 6);
  });

  it("finds the least evidence from which answers are right often enough", () => {
    const scored = [5, -4, 3, -2, 1, 0.5].map((score) => ({ score, nynorsk: score > 0 }));
    scored[3] = { score: -2, nynorsk: true };
    expect(answerThreshold(scored, 1)).toBe(3);
    expect(answerThreshold(scored, 0.8)).toBe(0.5);
    expect(answerThreshold([{ score: 1, nynorsk: false }], 0.9)).toBe(Infinity);
    // Of two texts with the same evidence one is wrong, whichever comes first.
    const tied = [4, 2, -2].map((score) => ({ score, nynorsk: true }));
    expect(answerThreshold(tied, 0.9)).toBe(4);
    expect(answerThreshold([...tied].reverse(), 0.9)).toBe(4);
  });
});

describe("training on a small treebank", () => {
  let dataDir = "";
  beforeAll(() => (dataDir = smallData()));
  it("holds out whole documents, and no sentence of them is left to learn from", () => {
    const { folds, test, testDocuments } = readTreebank(dataDir);
    const keys = new Set(test.map(({ text }) => sentenceKey(text)));
    expect(folds.flat().filter(({ text }) => keys.has(sentenceKey(text)))).toEqual([]);
    expect(folds.every((fold) => fold.length > 50)).toBe(true);
    expect(test.length).toBeGreaterThan(50);
    for (const { text } of testDocuments) expect(text.split("\n")).toHaveLength(5);
    const again = readTreebank(dataDir);
    expect(again).toEqual({ folds, test, testDocuments });
  });

  it("reads manuals without English paragraphs, and generated sentences once each", () => {
    expect(readManuals(dataDir).map(({ text }) => text)).toEqual([
      "Du kan ikke endre bildet her.",
      "Velg noe annet.",
      "Du kan ikkje endre biletet her.",
      "Vel noko anna.",
    ]);
    const own = generatedSentences(4, 20).map(
      (each) => each.writtenStandard + sentenceKey(each.text),
    );
    expect(own.length).toBeGreaterThan(100);
    expect(new Set(own).size).toBe(own.length);
  });

  it("gives the same bytes twice, by hand and by command, and weights far above chance", async () => {
    const sources = ["ud-norwegian", "general-norwegian"] as const;
    const [out, again] = [join(temporary, "a.bin"), join(temporary, "b.bin")];
    const measured = await trainWrittenStandard({ dataDir, out, seed: 3, sources });
    const command = `corpus train-identifier --data ${dataDir} --out ${again} --seed 3 --json`;
    const printed = await kliniskvest(...command.split(" "), "--sources", ...sources);
    expect(printed.code).toBe(0);
    expect(JSON.parse(printed.out)).toMatchObject({ measured, bytes: statSync(out).size });
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
    const { header } = readModelFile(join(temporary, "a.bin"));
    expect(header.measured).toEqual(measured);
    expect(header.measured["heldOut"]!["accuracy"]).toBeGreaterThan(0.8);
    expect(header.sources.map(({ name, sentences }) => [name, sentences.nn])).toEqual([
      ["ud-norwegian", expect.any(Number)],
      ["general-norwegian", 2],
    ]);
    expect(loadWrittenStandardModel(join(temporary, "a.bin")).threshold).toBe(header.threshold);
  });

  it("says which file is missing and writes nothing", async () => {
    const out = join(temporary, "c.bin");
    const dataDir = join(temporary, "nowhere");
    const training = trainWrittenStandard({ dataDir, out, seed: 1 });
    await expect(training).rejects.toThrow(InputError);
    await expect(training).rejects.toThrow(/nowhere.*train-nb\.txt: cannot be read/);
    expect(existsSync(out)).toBe(false);
  });
});

describe("the real treebank", needs(dataFiles("ud-norwegian")), () => {
  it("keeps its held-out sentences out of everything that is learnt from", () => {
    const { folds, test, testDocuments } = readTreebank(dataFolder);
    const keys = new Set(test.map(({ text }) => sentenceKey(text)));
    const seen = ({ text }: LabelledText): boolean => keys.has(sentenceKey(text));
    expect(folds.flat().filter(seen)).toEqual([]);
    expect(test.length).toBeGreaterThan(3000);
    expect(testDocuments.length).toBeGreaterThan(600);
    for (const standard of ["nb", "nn"])
      for (const texts of [test, testDocuments])
        expect(
          texts.filter((each) => each.writtenStandard === standard).length / texts.length,
        ).toBeGreaterThan(0.35);
  });
});
