import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { corpusHash, openManifest, readCorpus, writeCorpus } from "../../lib/corpus/corpus";
import type { Document } from "../../lib/corpus/document";

const root = mkdtempSync(join(tmpdir(), "corpus-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function document(i: number, text = `Pasienten åt grøt nummer ${i}.`): Document {
  return {
    id: `d${i}`,
    text,
    documentType: i % 2 ? "epikrise" : "sykepleienotat",
    writtenStandard: i % 3 ? "nb" : "nn",
    trust: "Helse Fjord",
    year: 2015 + (i % 5),
    source: "test",
  };
}
const documents = (n: number): Document[] => Array.from({ length: n }, (_, i) => document(i));

async function write(
  name: string,
  all: Iterable<Document> | AsyncIterable<Document>,
): Promise<string> {
  const dir = join(root, name);
  await writeCorpus({ dir, name, documents: all, settings: { seed: 1 }, shareable: true });
  return dir;
}
async function read(dir: string): Promise<Document[]> {
  const all: Document[] = [];
  for await (const each of readCorpus(dir)) all.push(each);
  return all;
}
async function failure(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => Promise.reject(new Error("nothing was thrown")),
    (error: Error) => error,
  );
}

describe("writeCorpus and readCorpus", () => {
  it("gives back what was written, in order, from a path with unusual characters", async () => {
    const all = documents(5000);
    const dir = await write("o'brien [ø] *", all);
    expect(await read(dir)).toEqual(all);
    expect(openManifest(dir)).toMatchObject({
      documents: 5000,
      bytes: all.reduce((sum, each) => sum + Buffer.byteLength(each.text), 0),
      settings: { seed: 1 },
      skipped: {},
    });
  });

  it("writes the same bytes for the same documents", async () => {
    const [a, b] = [
      await write("same-a", documents(25_000)),
      await write("same-b", documents(25_000)),
    ];
    expect(openManifest(a).shards).toEqual(openManifest(b).shards);
    const other = await write("same-c", documents(25_001));
    expect(corpusHash(openManifest(other))).not.toBe(corpusHash(openManifest(a)));
  });

  it("starts a new shard when one is full", async () => {
    const long = "blodtrykk ".repeat(1 << 18);
    const all = Array.from({ length: 15 }, (_, i) => document(i, `${i} ${long}`));
    const dir = await write("shards", all);
    expect(openManifest(dir).shards.map((shard) => shard.documents)).toEqual([13, 2]);
    expect((await read(dir)).map((each) => each.id)).toEqual(all.map((each) => each.id));
  });

  it("leaves out and counts documents without text", async () => {
    const dir = await write("empty-text", [document(1), document(2, " \n"), document(3)]);
    expect(openManifest(dir)).toMatchObject({ documents: 2, skipped: { "empty text": 1 } });
  });

  it("leaves nothing behind when the documents end in an error", async () => {
    async function* failing(): AsyncGenerator<Document> {
      yield* documents(3000);
      await Promise.reject(new Error("disk pulled out"));
    }
    expect((await failure(write("failing", failing()))).message).toBe("disk pulled out");
    expect(readdirSync(root).filter((name) => name.startsWith("failing"))).toEqual([]);
  });

  it("keeps the old corpus when writing the new one fails", async () => {
    const dir = await write("kept", documents(3));
    await failure(
      write(
        "kept",
        (function* (): Generator<Document> {
          yield document(7);
          throw new Error("no");
        })(),
      ),
    );
    expect(await read(dir)).toEqual(documents(3));
  });

  it("replaces a corpus only if told, and nothing but a corpus", async () => {
    const dir = await write("replaced", documents(3));
    expect((await failure(write("replaced", documents(4)))).message).toMatch(
      /there is a corpus already.*--force/,
    );
    expect(await read(dir)).toHaveLength(3);
    const rewrite = (): Promise<unknown> =>
      writeCorpus({
        dir,
        name: "replaced",
        documents: documents(4),
        settings: {},
        shareable: true,
        replace: true,
      });
    writeFileSync(join(dir, "notat.txt"), "years of work");
    expect((await failure(rewrite())).message).toMatch(/holds notat\.txt.*left alone/);
    expect(readFileSync(join(dir, "notat.txt"), "utf8")).toBe("years of work");
    rmSync(join(dir, "notat.txt"));
    writeFileSync(join(dir, ".DS_Store"), "");
    await rewrite();
    expect(await read(dir)).toHaveLength(4);
  });

  it("refuses a folder that holds something else, and leaves it alone", async () => {
    const dir = join(root, "thesis");
    mkdirSync(dir);
    writeFileSync(join(dir, "chapter-1.txt"), "years of work");
    const error = await failure(write("thesis", documents(3)));
    expect(error).toBeInstanceOf(InputError);
    expect(readFileSync(join(dir, "chapter-1.txt"), "utf8")).toBe("years of work");
    writeFileSync(join(dir, "manifest.json"), '{"recipe":"a run, not a corpus"}');
    expect(await failure(write("thesis", documents(3)))).toBeInstanceOf(InputError);
    expect(existsSync(join(dir, "chapter-1.txt"))).toBe(true);
  });

  it("refuses an empty corpus and repeated ids", async () => {
    expect((await failure(write("none", []))).message).toMatch(/no document/);
    expect((await failure(write("twice", [document(1), document(1)]))).message).toMatch(
      /1 documents? ha/,
    );
    expect(readdirSync(root).filter((name) => /none|twice/.test(name))).toEqual([]);
  });
});

describe("a damaged corpus", () => {
  const shard = (dir: string): string => join(dir, "shard-00000.parquet");
  it.each([
    ["missing folder", (dir: string) => rmSync(dir, { recursive: true }), /no such folder/],
    ["missing manifest", (dir: string) => rmSync(join(dir, "manifest.json")), /no manifest/],
    [
      "broken manifest",
      (dir: string) => writeFileSync(join(dir, "manifest.json"), '{"a'),
      /broken JSON/,
    ],
    ["missing shard", (dir: string) => rmSync(shard(dir)), /missing shard/],
    [
      "truncated shard",
      (dir: string) => writeFileSync(shard(dir), readFileSync(shard(dir)).subarray(0, 900)),
      /truncated/,
    ],
    [
      "changed byte",
      (dir: string) => {
        const bytes = readFileSync(shard(dir));
        bytes[200]! ^= 1;
        writeFileSync(shard(dir), bytes);
      },
      /sha256/,
    ],
    [
      "shard outside the folder",
      (dir: string) => {
        const path = join(dir, "manifest.json");
        writeFileSync(
          path,
          readFileSync(path, "utf8").replace("shard-00000", "../other/shard-00000"),
        );
      },
      /not a manifest/,
    ],
  ])("%s: one line that says what is wrong", async (name, damage, message) => {
    const dir = await write(`damaged-${name}`, documents(50));
    damage(dir);
    const error = await failure(read(dir));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/\n|grøt/);
  });
});
