import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeModelFolder, makeTokenizer } from "../../smallModel";
import { complaint, kliniskvest } from "../command";

const root = mkdtempSync(join(tmpdir(), "model-run-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let dir: string;
const file = (content: string): string => {
  const path = join(mkdtempSync(join(root, "texts-")), "texts.txt");
  writeFileSync(path, content);
  return path;
};
beforeAll(async () => {
  dir = await makeModelFolder(
    root,
    await makeTokenizer(root, ["har", "ikkje", "feber", "åndenød"]),
  );
});

const run = (texts: string, ...flags: string[]) =>
  kliniskvest("model", "run", dir, "--texts", texts, ...flags);

describe("model run", () => {
  // The line separator stands inside a text: only line feeds end one.
  const texts = file("har åndenød\r\n\nikkje\u2028feber\nhar");

  it("prints a line of numbers for each text, and no text", async () => {
    const { out, code } = await run(texts);
    expect(code).toBe(0);
    const lines = out.split("\n");
    expect(lines.pop()).toBe("");
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line.split("\t")).toHaveLength(32);
      expect(line).toMatch(/^[-.\de\t]+$/);
    }
  });

  it("prints one JSON document, with the texts if asked", async () => {
    const plain = JSON.parse((await run(texts, "--json", "--pooling", "cls")).out) as {
      pooling: string;
      texts: { text?: string; embedding: number[] }[];
    };
    expect(plain.pooling).toBe("cls");
    expect(plain.texts.map(({ embedding, text }) => [embedding.length, text])).toEqual(
      Array(4).fill([32, undefined]),
    );
    const named = JSON.parse((await run(texts, "--json", "--with-texts")).out) as typeof plain;
    expect(named.texts.map(({ text }) => text)).toEqual([
      "har åndenød",
      "",
      "ikkje\u2028feber",
      "har",
    ]);
    const none = JSON.parse((await run(file(""), "--json")).out) as typeof plain;
    expect(none.texts).toEqual([]);
  });

  it("fills masks", async () => {
    const masked = file("har [MASK] [MASK]\n[MASK] feber\n");
    const { out } = await run(masked, "--fill-mask", "--candidates", "2");
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^\S+ 0\.\d{4}\t\S+ 0\.\d{4}$/);
    const { texts } = JSON.parse((await run(masked, "--fill-mask", "--json")).out) as {
      texts: { masks: { token: string }[][] }[];
    };
    expect(texts.map(({ masks }) => masks.map(({ length }) => length))).toEqual([[5, 5], [5]]);
    expect(texts[0]!.masks[0]![0]!.token).toBe(lines[0]!.split(" ")[0]);
  });

  it("says on standard error how many texts were cut", async () => {
    const outcome = await run(file(`${"feber ".repeat(70)}\nhar\n`));
    expect(outcome.code).toBe(0);
    expect(outcome.err).toContain("their ends left out: 1 of the texts");
  });

  it("refuses what is not there", async () => {
    const noFile = await run(join(root, "nowhere.txt"));
    expect([noFile.code, complaint(noFile)]).toEqual([
      2,
      [
        expect.stringContaining(
          "nowhere.txt: no such file; give a file with one text a line, or -",
        ),
      ],
    ]);
    const noModel = await kliniskvest("model", "run", root, "--texts", texts);
    expect([noModel.code, complaint(noModel)]).toEqual([
      2,
      [expect.stringContaining("is not a model folder")],
    ]);
    const noMask = await run(texts, "--fill-mask", "--json");
    expect([noMask.code, noMask.out, complaint(noMask)]).toEqual([
      2,
      "",
      [expect.stringContaining("text 1 has no mask")],
    ]);
  });
});
