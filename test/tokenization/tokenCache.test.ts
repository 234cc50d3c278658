import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { readCorpus, writeCorpus } from "../../lib/corpus/corpus";
import type { Document } from "../../lib/corpus/document";
import { splitSentences } from "../../lib/corpus/sentences";
import { buildTokenCache, openTokenCache } from "../../lib/tokenization/tokenCache";
import {
  createTokenizer,
  loadTokenizer,
  saveTokenizer,
  specialTokens,
} from "../../lib/tokenization/tokenizer";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";
import { trainTokenizer } from "../../lib/tokenization/tokenizerTraining";

const root = mkdtempSync(join(tmpdir(), "tokens-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const corpusDir = join(root, "corpus");
const dir = join(root, "cache");
let tokenizer: Tokenizer;

const documents: Document[] = [
  ["Pasienten ble innlagt. Får Furix.\nKontroll om to uker.", "nb", "epikrise"],
  ["\u200b\u200b", "nb", "epikrise"], // nothing is left of it once encoded
  ["Ho vart innlagd. Får jern.", "nn", "sykepleienotat"],
  ["BT 120/80", "either", "epikrise"],
].map(([text, writtenStandard, documentType], i) => ({
  id: `d${i}`,
  text: text!,
  documentType: documentType!,
  writtenStandard: writtenStandard as Document["writtenStandard"],
  trust: "",
  year: 0,
  source: "test",
}));

beforeAll(async () => {
  await writeCorpus({ dir: corpusDir, name: "c", documents, settings: {}, shareable: true });
  const files = await trainTokenizer({
    corpora: [corpusDir],
    vocabularySize: 400,
    lowercase: false,
  });
  saveTokenizer(join(root, "tokenizer"), files);
  tokenizer = await loadTokenizer(join(root, "tokenizer"));
  await buildTokenCache({ corpusDir, tokenizer, dir });
});

describe("a token cache", () => {
  it("holds every sentence of every document that has any token", async () => {
    const cache = openTokenCache(dir);
    const expected: number[][][] = [];
    for await (const { text } of readCorpus(corpusDir)) {
      const sentences = splitSentences(text).map((sentence) => [...tokenizer.encode(sentence)]);
      if (sentences.some((ids) => ids.length > 0)) expected.push(sentences);
    }
    const found = Array.from({ length: cache.documents }, (_, d) =>
      Array.from(
        cache.sentenceStarts.slice(cache.documentStarts[d], cache.documentStarts[d + 1]!),
        (start, s) => [
          ...cache.tokens.slice(start, cache.sentenceStarts[cache.documentStarts[d]! + s + 1]),
        ],
      ),
    );
    expect(found).toEqual(expected);
    expect(found.map((sentences) => sentences.length)).toEqual([3, 2, 1]);
    expect(cache.emptyDocuments).toBe(1);
    expect(cache.tokens).toBeInstanceOf(Uint16Array);
    expect([0, 1, 2].map(cache.writtenStandard)).toEqual(["nb", "nn", "either"]);
    expect([0, 1, 2].map(cache.documentType)).toEqual(["epikrise", "sykepleienotat", "epikrise"]);
    expect(() => cache.documentType(3)).toThrow(RangeError);
  });

  it("is used again for the same corpus and tokenizer, made again for another", async () => {
    const made = statSync(join(dir, "meta.json")).mtimeMs;
    const progress: number[] = [];
    const onProgress = (done: number): void => void progress.push(done);
    await buildTokenCache({ corpusDir, tokenizer, dir, onProgress });
    expect(statSync(join(dir, "meta.json")).mtimeMs).toBe(made);
    expect(progress).toEqual([]);
    const cased = JSON.parse(readFileSync(join(root, "tokenizer", "tokenizer.json"), "utf8")) as {
      model: { vocab: Record<string, number> };
    };
    const vocabulary = [...Object.keys(cased.model.vocab), "nytt"];
    saveTokenizer(join(root, "other"), createTokenizer({ vocabulary, lowercase: false }));
    const other = await loadTokenizer(join(root, "other"));
    const options = { corpusDir, tokenizer: other, dir, onProgress };
    await expect(buildTokenCache(options)).rejects.toThrow(/one of another corpus.*--force/);
    expect(openTokenCache(dir).tokenizerHash).toBe(tokenizer.hash);
    const again = await buildTokenCache({ ...options, replace: true });
    expect(again.tokenizerHash).toBe(other.hash);
    expect(progress).toEqual([4]);
  });

  it("takes four bytes a token for a large vocabulary", async () => {
    const vocabulary = [
      ...Object.values(specialTokens),
      ...Array.from({ length: 70_000 }, (_, i) => `ord${i}`),
      "BT",
    ];
    saveTokenizer(join(root, "large"), createTokenizer({ vocabulary, lowercase: false }));
    const large = await loadTokenizer(join(root, "large"));
    const cache = await buildTokenCache({
      corpusDir,
      tokenizer: large,
      dir: join(root, "large-cache"),
    });
    expect(cache.tokens).toBeInstanceOf(Uint32Array);
    expect(cache.tokens).toContain(70_005);
  });

  it.each(["tokens.u16", "sentences.u32", "documents.u32", "labels.u16"])(
    "refuses a truncated %s, and building mends it",
    async (file) => {
      const damaged = join(root, `cut-${file}`);
      await buildTokenCache({ corpusDir, tokenizer, dir: damaged });
      const whole = readFileSync(join(damaged, file));
      writeFileSync(join(damaged, file), whole.subarray(0, whole.length - 2));
      expect(() => openTokenCache(damaged)).toThrow(InputError);
      writeFileSync(join(damaged, "notes.txt"), "mine");
      const options = { corpusDir, tokenizer, dir: damaged, replace: true };
      await expect(buildTokenCache(options)).rejects.toThrow(/notes\.txt.*left alone/);
      rmSync(join(damaged, "notes.txt"));
      await buildTokenCache({ corpusDir, tokenizer, dir: damaged });
      expect(readFileSync(join(damaged, file))).toEqual(whole);
    },
  );

  it("refuses a folder that holds something else", async () => {
    const other = join(root, "mine");
    mkdirSync(other);
    writeFileSync(join(other, "notes.txt"), "mine");
    await expect(buildTokenCache({ corpusDir, tokenizer, dir: other })).rejects.toThrow(
      /left alone/,
    );
    expect(() => openTokenCache(other)).toThrow(/no meta\.json/);
    expect(readFileSync(join(other, "notes.txt"), "utf8")).toBe("mine");
  });
});
