import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import {
  createTokenizer,
  loadTokenizer,
  saveTokenizer,
  specialTokens,
} from "../../lib/tokenization/tokenizer";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";
import { norwegianAlphabet, trainWordPiece } from "../../lib/tokenization/wordPiece";

const root = mkdtempSync(join(tmpdir(), "tokenizer-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const counts = new Map(
  "Pasienten pasienten vart blei ble innlagt innlagd sjukehuset sykehuset blodtrykk 120 80 åndenød øye ære"
    .split(" ")
    .map((word, i) => [word, 3 + (i % 4)] as const),
);
const vocabulary = trainWordPiece(counts, {
  vocabularySize: 400,
  specialTokens: Object.values(specialTokens),
  minimumFrequency: 2,
  alphabet: norwegianAlphabet,
});

const texts = [
  "Pasienten ble innlagt på sykehuset 12.3.2020, BT 120/80.",
  "Ho vart innlagd med åndenød; øye, ære og ÆØÅ.",
  "Decomposed a\u030a og e\u0301 og o\u0308", // combining marks that no piece knows
  "usynleg\u00ad bindestrek, nullbreidd\u200b her, BOM \uFEFF midt\uFEFFi, hardt\u00a0mellomrom\fside",
  "日本語 og 😀 og µg",
  `${"langt".repeat(30)} ord`,
  "  mykje \t mellomrom\n\nog linjer  ",
  "«sitat» – tankestrek … 38,5 °C x 2",
  "",
];

describe("a tokenizer made here", () => {
  const dir = join(root, "cased");
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    saveTokenizer(dir, createTokenizer({ vocabulary, lowercase: false }));
    tokenizer = await loadTokenizer(dir);
  });

  it("gives the ids that Transformers gives for the same folder", async () => {
    const { AutoTokenizer, env } = await import("@xenova/transformers");
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = root;
    for (const lowercase of [false, true]) {
      const name = `hf-${lowercase}`;
      saveTokenizer(join(root, name), createTokenizer({ vocabulary, lowercase }));
      const ours = await loadTokenizer(join(root, name));
      const theirs = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
      for (const text of texts)
        expect([...ours.encode(text)], text).toEqual(
          theirs.encode(text, { add_special_tokens: false }),
        );
      expect(theirs.encode("øye", { text_pair: "ære" })).toEqual([
        ours.special.cls,
        ...ours.encode("øye"),
        ours.special.sep,
        ...ours.encode("ære"),
        ours.special.sep,
      ]);
      expect([theirs.pad_token_id, theirs.mask_token_id, theirs.unk_token_id]).toEqual([
        ours.special.pad,
        ours.special.mask,
        ours.special.unk,
      ]);
    }
  });

  it("keeps æøå, accents, case and digits through a round trip", () => {
    for (const text of ["Pasienten åt grøt på idé i Ålesund", "kl 12 ÆØÅ æøå éèêòôóü"])
      expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
    expect(tokenizer.decode([])).toBe("");
  });

  it("gives [UNK] for very long words and unknown signs only", () => {
    const { unk } = tokenizer.special;
    expect([...tokenizer.encode("a".repeat(101))]).toEqual([unk]);
    expect([...tokenizer.encode("a".repeat(100))]).not.toContain(unk);
    expect([...tokenizer.encode("語")]).toEqual([unk]);
    expect([...tokenizer.encode("Xylofonquiz, çedille")].filter((id) => id === unk)).toHaveLength(
      1,
    );
  });

  it("takes the name of a special token in a text for text", () => {
    const ids = [...tokenizer.encode("svar [MASK] og [SEP]")];
    expect(ids.filter((id) => tokenizer.isSpecial(id))).toEqual([]);
    expect(
      tokenizer.decode([tokenizer.special.cls, ...tokenizer.encode("øye"), tokenizer.special.mask]),
    ).toBe("[CLS] øye [MASK]");
  });

  it("encodes words one by one and says which token is whose", () => {
    const words = ["Pasienten", "fekk", "\u200b", "38,5", "åndenød"];
    const { ids, wordOf } = tokenizer.encodeWords(words);
    expect(ids).toHaveLength(wordOf.length);
    words.forEach((word, index) => {
      const own = [...ids].filter((_, i) => wordOf[i] === index);
      expect(own).toEqual(
        word === "\u200b" ? [tokenizer.special.unk] : [...tokenizer.encode(word)],
      );
    });
    expect([...wordOf]).toEqual([...wordOf].sort((a, b) => a - b));
  });

  it("counts the bytes of running text", () => {
    const bytes = (text: string): number =>
      [...tokenizer.encode(text)].reduce((sum, id) => sum + tokenizer.bytesOf(id), 0);
    // One space before every word, so a text without punctuation counts its bytes plus one.
    expect(bytes("Pasienten åt grøt på øya")).toBe(
      Buffer.byteLength("Pasienten åt grøt på øya") + 1,
    );
    expect(bytes("ja.")).toBe(5);
    for (const id of Object.values(tokenizer.special)) expect(tokenizer.bytesOf(id)).toBe(0);
  });

  it("marks pieces inside words", () => {
    const ids = [...tokenizer.encode("xyz ab.")];
    expect(ids.map((id) => tokenizer.token(id))).toEqual(["x", "##y", "##z", "a", "##b", "."]);
    expect(ids.map((id) => tokenizer.isContinuation(id))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(tokenizer.size).toBe(vocabulary.length);
    expect(() => tokenizer.token(vocabulary.length)).toThrow(RangeError);
  });

  it("changes its hash with its vocabulary", async () => {
    saveTokenizer(
      join(root, "other"),
      createTokenizer({ vocabulary: [...vocabulary, "##zzz"], lowercase: false }),
    );
    const other = await loadTokenizer(join(root, "other"));
    expect(other.hash).not.toBe(tokenizer.hash);
    expect((await loadTokenizer(dir)).hash).toBe(tokenizer.hash);
  });
});

describe("a byte-level tokenizer, as ModernBERT's", () => {
  it("counts a byte a character and knows the space before a word", async () => {
    const dir = join(root, "byte-level");
    const pieces = ["h", "e", "i", "Ġ", "Ã", "¥", ".", "he", "hei", "Ġhei", "Ã¥"];
    const special = ["[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"];
    saveTokenizer(dir, {
      tokenizer: {
        version: "1.0",
        added_tokens: [...special, "   "].map((content, i) => ({
          id: pieces.length + i,
          content,
          special: content !== "   ",
          normalized: false,
          lstrip: false,
          rstrip: false,
          single_word: false,
        })),
        normalizer: { type: "NFC" },
        pre_tokenizer: {
          type: "ByteLevel",
          add_prefix_space: false,
          trim_offsets: true,
          use_regex: true,
        },
        post_processor: null,
        decoder: { type: "ByteLevel" },
        model: {
          type: "BPE",
          vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])),
          merges: [
            ["h", "e"],
            ["he", "i"],
            ["Ġ", "hei"],
            ["Ã", "¥"],
          ],
        },
      },
      config: { tokenizer_class: "PreTrainedTokenizerFast", unk_token: { content: "[UNK]" } },
    });
    const tokenizer = await loadTokenizer(dir);
    const ids = [...tokenizer.encode("hei hei.   å [MASK]".slice(0, 12))];
    expect(ids.map((id) => tokenizer.token(id))).toEqual(["hei", "Ġhei", ".", "   ", "Ã¥"]);
    expect(ids.reduce((sum, id) => sum + tokenizer.bytesOf(id), 0)).toBe(
      Buffer.byteLength("hei hei.   å"),
    );
    expect(ids.map((id) => tokenizer.isContinuation(id))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(tokenizer.size).toBe(17);
    expect(tokenizer.special.mask).toBe(15);
    const words = tokenizer.encodeWords(["hei", "hei"]);
    expect([...words.ids].map((id) => tokenizer.token(id))).toEqual(["hei", "Ġhei"]);
  });
});

describe("a tokenizer that cannot be loaded", () => {
  const broken = (name: string, content: string): string => {
    const dir = join(root, name);
    saveTokenizer(dir, createTokenizer({ vocabulary, lowercase: false }));
    writeFileSync(join(dir, "tokenizer.json"), content);
    return dir;
  };
  it.each([
    ["missing", () => join(root, "nowhere"), /no such file/],
    [
      "cut off",
      () =>
        broken("cut", readFileSync(join(root, "cased", "tokenizer.json"), "utf8").slice(0, 500)),
      /broken JSON/,
    ],
    ["another thing", () => broken("else", '{"model":{}}'), /model.vocab: expected an object/],
    [
      "no mask token",
      () =>
        broken(
          "maskless",
          readFileSync(join(root, "cased", "tokenizer.json"), "utf8").replaceAll(
            "[MASK]",
            "[HIDE]",
          ),
        ),
      /no token \[MASK\] for the role mask/,
    ],
  ])("%s", async (_, dir, message) => {
    const error: unknown = await loadTokenizer(dir()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(message);
  });

  it("is not made from a vocabulary without its special tokens or with a piece twice", () => {
    expect(() => createTokenizer({ vocabulary: ["a"], lowercase: false })).toThrow(
      /\[PAD\] is missing/,
    );
    expect(() => createTokenizer({ vocabulary: [...vocabulary, "a"], lowercase: false })).toThrow(
      /twice/,
    );
  });
});
