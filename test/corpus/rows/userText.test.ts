import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../../lib/errors";
import { readUserText } from "../../../lib/corpus/rows/userText";

const root = mkdtempSync(join(tmpdir(), "user-text-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let files = 0;
function file(content: string | Buffer, ending = "txt"): string {
  const path = join(root, `${files++}.${ending}`);
  writeFileSync(path, content);
  return path;
}
const text = "Åse Ødegård\nBjørg – sjå «notat»\n";
const bigEndian = (content: string): Buffer => Buffer.from(content, "utf16le").swap16();
const windows = (content: string): Buffer => {
  const bytes = Buffer.from(content, "latin1");
  for (let i = 0; i < content.length; i++) if (content[i] === "–") bytes[i] = 0x96;
  return bytes;
};

function refusal(path: string, options: Parameters<typeof readUserText>[1] = {}): string {
  let message = "";
  try {
    readUserText(path, options);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    ({ message } = error as InputError);
  }
  expect(message).toContain(path);
  expect(message).not.toMatch(/\n|Åse|Bjørg|kanarifugl/);
  return message;
}

describe("text of a user", () => {
  it.each([
    ["UTF-8", Buffer.from(text), undefined],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), undefined],
    ["UTF-8 with a mark, whatever is asked", Buffer.from(`\uFEFF${text}`), "windows-1252"],
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${text}`, "utf16le"), undefined],
    ["UTF-16 the other way round", bigEndian(`\uFEFF${text}`), "utf-8"],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le"), "utf-16le"],
    ["UTF-16 without a mark, the other way round", bigEndian(text), "utf-16be"],
    ["Windows-1252", windows(text), "windows-1252"],
    ["CR LF", Buffer.from(text.replaceAll("\n", "\r\n")), undefined],
    ["CR", Buffer.from(text.replaceAll("\n", "\r")), undefined],
    ["CR CR LF", Buffer.from(text.replaceAll("\n", "\r\r\n")), undefined],
  ] as const)("is read: %s", (_, bytes, encoding) => {
    expect(readUserText(file(bytes), { encoding })).toBe(text);
    expect(readUserText(file(gzipSync(bytes), "txt.gz"), { encoding })).toBe(text);
  });

  it("is refused in another encoding, with the line and the way out", () => {
    const old = file(Buffer.concat([Buffer.from("ein\nto\n"), windows(text)]));
    expect(refusal(old)).toMatch(/:3: invalid UTF-8\. Save it as UTF-8\./);
    expect(refusal(old, { hasEncodingOption: true })).toMatch(/--encoding windows-1252/);
    expect(refusal(file(text), { encoding: "windows-1252" })).toMatch(/in UTF-8.*Leave out/);
    const mixed = Buffer.concat([windows("våken\n"), Buffer.from("våken\n")]);
    expect(refusal(file(mixed), { encoding: "windows-1252" })).toMatch(/:2: UTF-8 in a file/);
    expect(refusal(file(mixed))).toMatch(/:1: invalid UTF-8/);
    // Å and Ø as DOS writes them.
    const dos = Buffer.from([0x8f, 0x73, 0x65, 0x20, 0x9d]);
    expect(refusal(file(dos), { encoding: "windows-1252" })).toMatch(/:1: not Windows-1252/);
    const wide = file(Buffer.from(text, "utf16le"));
    expect(refusal(wide)).toMatch(/looks like UTF-16/);
    expect(refusal(wide, { hasEncodingOption: true })).toMatch(/--encoding utf-16le/);
    expect(refusal(wide, { encoding: "utf-16be", hasEncodingOption: true })).toMatch(/utf-16le/);
    expect(refusal(file(text), { encoding: "utf-16le" })).toMatch(/not in UTF-16/);
    expect(refusal(file(Buffer.from("\uFEFFa\ud800b", "utf16le")))).toMatch(/invalid UTF-16/);
    expect(refusal(file(Buffer.from("\uFEFFa", "utf16le").subarray(0, 3)))).toMatch(/UTF-16/);
    expect(refusal(file(Buffer.from("fffe000041000000", "hex")))).toMatch(/UTF-32/);
  });

  it.each([
    ["RTF", "{\\rtf1\\ansi kanarifugl}", /RTF.*plain text/],
    ["RTF behind a mark", "\uFEFF{\\rtf1 kanarifugl}", /RTF/],
    ["PDF", "%PDF-1.7 kanarifugl", /PDF/],
    ["zip", "PK\u0003\u0004kanarifugl", /zip/],
    ["Word", Buffer.from("d0cf11e0a1b11ae1", "hex"), /Word/],
    ["gzip without its ending", gzipSync("kanarifugl"), /\.gz/],
    ["Parquet", "PAR1kanarifugl", /Parquet/],
    ["HTML", "<!DOCTYPE html><p>kanarifugl", /HTML/],
    ["a NUL", "ein\nto kanarifugl\0", /:2: a NUL/],
  ])("is refused where it is none: %s", (_, bytes, message) => {
    expect(refusal(file(bytes))).toMatch(message);
  });

  it("is refused where there is no file", () => {
    const wanted = "Name a list.";
    expect(refusal(join(root, "none"), { wanted })).toMatch(/no such file\. Name a list\./);
    expect(refusal(root, { wanted })).toMatch(/a folder/);
    const cut = gzipSync(text.repeat(50)).subarray(0, 40);
    expect(refusal(file(cut, "txt.gz"))).toMatch(/damaged or truncated gzip/);
  });
});
