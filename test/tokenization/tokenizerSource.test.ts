import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { describeTokenizer } from "../../lib/tokenization/tokenizerDescription";
import { loadTokenizer } from "../../lib/tokenization/tokenizer";

const root = mkdtempSync(join(tmpdir(), "tokenizer-source-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const goldens = join(__dirname, "../goldens/tokenizers");
let made = 0;

/** A folder with the files given as values; texts are written as they are. */
function folder(files: Readonly<Record<string, unknown>>): string {
  const dir = mkdtempSync(join(root, `${made++}-`));
  for (const [name, value] of Object.entries(files))
    writeFileSync(join(dir, name), typeof value === "string" ? value : JSON.stringify(value));
  return dir;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break the file at any place
type Json = any;

/** A golden tokenizer with its JSON changed. */
function changed(family: string, change: (json: Json) => void): string {
  const dir = mkdtempSync(join(root, `${made++}-`));
  cpSync(join(goldens, family), dir, { recursive: true });
  const path = join(dir, "tokenizer.json");
  const json = JSON.parse(readFileSync(path, "utf8")) as Json;
  change(json);
  writeFileSync(path, JSON.stringify(json));
  return dir;
}

describe("vocab.txt", () => {
  const roles = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
  const vocabulary =
    [...roles, "å", "##nd", "a", "é", "##en", "A", "Å", "語", "e"].join("\n") + "\n";
  const tokensOf = async (config: object, text: string): Promise<string[]> => {
    const tokenizer = await loadTokenizer(
      folder({ "vocab.txt": vocabulary, "tokenizer_config.json": config }),
    );
    return [...tokenizer.encode(text)].map((id) => tokenizer.token(id));
  };

  it("is cut as tokenizer_config.json says: in lower case, with accents", async () => {
    const config = { do_lower_case: true, strip_accents: false };
    expect(await tokensOf(config, "ÅND Ånden É 語語")).toEqual([
      ..."å ##nd å ##nd ##en é 語 語".split(" "),
    ]);
  });

  it("strips accents by BERT's rule where strip_accents is not set, and says so", async () => {
    const config = { do_lower_case: true };
    expect(await tokensOf(config, "Ånd É")).toEqual(["a", "##nd", "e"]);
    const dir = folder({ "vocab.txt": vocabulary, "tokenizer_config.json": config });
    const description = describeTokenizer(dir);
    expect(description).toMatchObject({ lowerCases: true, stripsAccents: true });
    expect(description.notes.join()).toMatch(/strip_accents is not set.*å becomes a/);
  });

  it("keeps case and accents, and leaves Chinese characters together, if told to", async () => {
    const config = { do_lower_case: false, tokenize_chinese_chars: false };
    expect(await tokensOf(config, "Ånd A 語語")).toEqual(["Å", "##nd", "A", "[UNK]"]);
  });

  it("is the same tokenizer with Windows line ends", async () => {
    const config = { do_lower_case: true, strip_accents: false };
    const dir = folder({
      "vocab.txt": vocabulary.replaceAll("\n", "\r\n"),
      "tokenizer_config.json": config,
    });
    expect((await loadTokenizer(dir)).size).toBe(14);
  });

  it.each([
    [{ "vocab.txt": vocabulary }, /do_lower_case is nothing/],
    [
      { "vocab.txt": vocabulary, "tokenizer_config.json": { do_lower_case: "yes" } },
      /do_lower_case is "yes"/,
    ],
    [
      { "vocab.txt": vocabulary + "å\n", "tokenizer_config.json": { do_lower_case: true } },
      /1 pieces occur twice/,
    ],
    [
      { "vocab.txt": "a\nb\n", "tokenizer_config.json": { do_lower_case: true } },
      /\[PAD\] is missing/,
    ],
    [{}, /nor vocab.txt/],
  ])("is refused: %j", async (files, message) => {
    await expect(loadTokenizer(folder(files))).rejects.toThrow(message);
  });
});

describe("a description", () => {
  it("tells what is read, template and notes included", () => {
    expect(describeTokenizer(join(goldens, "modernbert"))).toMatchObject({
      model: "BPE",
      normalizers: ["NFC"],
      preTokenizers: ["ByteLevel"],
      lowerCases: false,
      stripsAccents: false,
      template: "[CLS] A [SEP] B [SEP]",
      specialTokens: 7,
      addedWords: 33,
      notes: [],
    });
    expect(describeTokenizer(join(goldens, "norbert-unigram"))).toMatchObject({
      model: "Unigram",
      normalizers: ["Nmt", "NFKD", "StripAccents", "Lowercase"],
      lowerCases: true,
      stripsAccents: true,
      specialTokens: 107,
    });
  });

  it("says where tokenizer_config.json claims something else", () => {
    const dir = changed("bert-cased", () => undefined);
    writeFileSync(join(dir, "tokenizer_config.json"), '{"do_lower_case": true}');
    expect(describeTokenizer(dir).notes.join()).toMatch(/says do_lower_case true.*does otherwise/);
  });
});

describe("offsets", () => {
  const placesIn = async (family: string, text: string): Promise<string[]> => {
    const tokenizer = await loadTokenizer(join(goldens, family));
    const { ids, starts, ends } = tokenizer.encodeWithOffsets(text);
    expect(ids).toEqual(tokenizer.encode(text));
    return [...starts].map((start, i) => text.slice(start, ends[i]));
  };

  it("find the words of the given text through lower-casing and removed characters", async () => {
    const text = "İ ẞ 😀 Å\u0000nd\u200Benød";
    expect((await placesIn("bert-lowercase", text)).join("|")).toMatch(/^İ\|İ\|ẞ\|😀\|Å/);
    expect((await placesIn("bert-lowercase", text)).slice(4).join("")).toBe(
      "Ånd\u200Benød".replace("\u200B", ""),
    );
  });

  it("give each piece of a character that bytes divide the whole character", async () => {
    const places = await placesIn("modernbert", "x👩‍⚕️y");
    expect(places[0]).toBe("x");
    expect(places.filter((place) => place === "👩").length).toBeGreaterThan(1);
  });

  it("know half a surrogate pair as the character that replaces it", async () => {
    expect(await placesIn("modernbert", "a\uD83Db")).toContain("\uD83D");
  });
});

describe("a hostile tokenizer file is refused in one line", () => {
  const nested = (depth: number): unknown => {
    let part: unknown = { type: "NFC" };
    for (let i = 0; i < depth; i++) part = { type: "Sequence", normalizers: [part] };
    return part;
  };
  const cases: readonly (readonly [string, string, (json: Json) => void, RegExp])[] = [
    ["no model", "bert-cased", (j) => delete j.model, /model: expected an object/],
    ["a list for a model", "bert-cased", (j) => (j.model = []), /model: expected an object/],
    [
      "another model",
      "bert-cased",
      (j) => (j.model.type = "WordLevel"),
      /"WordLevel" is not supported/,
    ],
    [
      "a model of the prototype",
      "bert-cased",
      (j) => (j.model.type = "constructor"),
      /not supported/,
    ],
    ["a negative id", "bert-cased", (j) => (j.model.vocab["og"] = -1), /id of "og" is -1/],
    ["a huge id", "bert-cased", (j) => (j.model.vocab["og"] = 1e15), /id of "og"/],
    ["a large id", "bert-cased", (j) => (j.model.vocab["og"] = 99999), /ids have holes/],
    ["half an id", "bert-cased", (j) => (j.model.vocab["og"] = 7.5), /is 7.5/],
    ["an id as text", "bert-cased", (j) => (j.model.vocab["og"] = "7"), /is "7"/],
    ["an id twice", "bert-cased", (j) => (j.model.vocab["og"] = 7), /same id 7/],
    [
      "no vocabulary",
      "bert-cased",
      (j) => (j.model.vocab = null),
      /model.vocab: expected an object/,
    ],
    [
      "a piece too long",
      "bert-cased",
      (j) => (j.model.vocab["a".repeat(600)] = 1000),
      /600 characters/,
    ],
    [
      "no unknown token",
      "bert-cased",
      (j) => (j.model.unk_token = "[WHAT]"),
      /"\[WHAT\]" is not in/,
    ],
    ["no limit", "bert-cased", (j) => (j.model.max_input_chars_per_word = -3), /max_input_chars/],
    [
      "an added id elsewhere",
      "bert-cased",
      (j) => (j.added_tokens[0].id = 9),
      /has the id 9, in the/,
    ],
    ["an added token twice", "bert-cased", (j) => j.added_tokens.push(j.added_tokens[0]), /twice/],
    ["an empty added token", "bert-cased", (j) => (j.added_tokens[0].content = ""), /empty token/],
    ["an added number", "bert-cased", (j) => (j.added_tokens = [5]), /expected an object/],
    ["added text", "bert-cased", (j) => (j.added_tokens = "many"), /expected a list/],
    ["a flag as text", "bert-cased", (j) => (j.normalizer.lowercase = "false"), /true or false/],
    ["another normalizer", "bert-cased", (j) => (j.normalizer.type = "Precompiled"), /Precompiled/],
    ["nested sequences", "bert-cased", (j) => (j.normalizer = nested(20)), /more than 6 deep/],
    ["a sequence of nothing", "bert-cased", (j) => (j.normalizer = { type: "Sequence" }), /a list/],
    [
      "no pattern",
      "norbert-pairs",
      (j) => (j.pre_tokenizer.pretokenizers[0].pattern = 3),
      /pattern/,
    ],
    [
      "a broken pattern",
      "norbert-pairs",
      (j) => (j.pre_tokenizer.pretokenizers[0].pattern.Regex = "(a"),
      /another form/,
    ],
    [
      "a foreign pattern",
      "norbert-pairs",
      (j) => (j.pre_tokenizer.pretokenizers[0].pattern.Regex = "(?i:a)"),
      /holds \(\?i:/,
    ],
    [
      "a long pattern",
      "norbert-pairs",
      (j) => (j.pre_tokenizer.pretokenizers[0].pattern.Regex = "a?".repeat(5000)),
      /10000 characters/,
    ],
    [
      "an empty pattern",
      "norbert-pairs",
      (j) => (j.pre_tokenizer.pretokenizers[0].pattern.Regex = ""),
      /empty pattern/,
    ],
    [
      "another behaviour",
      "norbert-pairs",
      (j) => (j.pre_tokenizer.pretokenizers[0].behavior = "explode"),
      /none of/,
    ],
    [
      "merges of unknown tokens",
      "modernbert",
      (j) => j.model.merges.push(["qqq", "zzz"]),
      /"qqq" is not in/,
    ],
    ["a merge of three", "modernbert", (j) => j.model.merges.push("a b c"), /expected a pair/],
    ["merges of numbers", "modernbert", (j) => (j.model.merges = [[1, 2]]), /expected a pair/],
    ["no merges", "modernbert", (j) => (j.model.merges = {}), /merges: expected a list/],
    ["cutting at random", "modernbert", (j) => (j.model.dropout = 0.1), /at random/],
    ["scores of text", "unigram-words", (j) => (j.model.vocab[9] = ["a", "b"]), /vocab\[9\]/],
    ["a token twice", "unigram-words", (j) => (j.model.vocab[9] = j.model.vocab[8]), /occur twice/],
    ["no unknown id", "unigram-words", (j) => (j.model.unk_id = 10_000), /unk_id/],
  ];
  it.each(cases)("%s", async (_, family, change, message) => {
    const error: unknown = await loadTokenizer(changed(family, change)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).not.toContain("\n");
    expect((error as Error).message.length).toBeLessThan(500);
  });

  it("truncated at any place, or nested without end", async () => {
    const whole = readFileSync(join(goldens, "modernbert/tokenizer.json"), "utf8");
    for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
      const content = whole.slice(0, Math.floor((whole.length - 2) * share));
      const dir = folder({ "tokenizer.json": content });
      await expect(loadTokenizer(dir)).rejects.toThrow(/broken JSON/);
    }
    const bomb = folder({
      "tokenizer.json": '{"model":' + "[".repeat(1e6) + "]".repeat(1e6) + "}",
    });
    await expect(loadTokenizer(bomb)).rejects.toThrow(/nested more than 100 deep/);
  });

  it("larger than any tokenizer", async () => {
    const dir = folder({ "tokenizer.json": "{}" });
    truncateSync(join(dir, "tokenizer.json"), 300_000_000);
    await expect(loadTokenizer(dir)).rejects.toThrow(/It is no tokenizer/);
  });

  it("with more tokens than the model has rows", async () => {
    const dir = changed("bert-cased", () => undefined);
    writeFileSync(join(dir, "config.json"), '{"vocab_size": 999}');
    await expect(loadTokenizer(dir)).rejects.toThrow(/1000 tokens.*vocab_size 999/);
  });

  it("with a pattern that takes for ever: on a text that makes it, not on others", async () => {
    const dir = changed("norbert-pairs", (json) => {
      json.pre_tokenizer.pretokenizers[0].pattern.Regex = "(a+)+$";
    });
    const tokenizer = await loadTokenizer(dir);
    expect(tokenizer.encode("blod").length).toBeGreaterThan(0);
    expect(() => tokenizer.encode("a".repeat(60) + "b")).toThrow(/pattern fails on a text/);
  });

  it("and words of any length are cut in passable time", async () => {
    for (const family of ["modernbert", "norbert-unigram", "pairs-with-affixes", "bert-cased"]) {
      const tokenizer = await loadTokenizer(join(goldens, family));
      expect(tokenizer.encode("blodtrykk".repeat(20_000)).length).toBeGreaterThan(0);
    }
  });
});
