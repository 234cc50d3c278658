/**
 * Subword tokenizers of any model folder, with the ids and character offsets of the Rust `tokenizers`
 * library. Texts are encoded as text: a literal "[MASK]" in a note is six letters and two brackets,
 * never the special token.
 */

import { sha256 } from "../files";
import { ownCopy } from "../corpus/ownCopy";
import { cutAtAddedTokens } from "./addedTokens";
import { readBytes } from "./byteLevel";
import type { Pieces } from "./pieces";
import { originOf, trackedStretch, type Stretch } from "./stretch";
import type { SpecialTokens } from "./tokenizerFiles";
import { readTokenizerSource, type TokenizerSource } from "./tokenizerSource";

export {
  createTokenizer,
  savedTokenizerFiles,
  saveTokenizer,
  specialTokens,
} from "./tokenizerFiles";
export type { SpecialTokens, TokenizerFiles } from "./tokenizerFiles";

export type Tokenizer = {
  /** Number of rows an embedding needs: the largest id plus one. */
  readonly size: number;
  readonly special: SpecialTokens<number>;
  /** SHA-256 of the tokenizer's file and the special ids. */
  readonly hash: string;
  /** Ids of a text, without special tokens. */
  encode(text: string): Int32Array;
  /**
   * {@link Tokenizer.encode} with the place of each token in the text as it was given: UTF-16 units,
   * `ends` exclusive. A token that holds the space before a word begins at that space; tokens that
   * share one character (its bytes) have its place each; a mark that was composed with the letter
   * before it may lie outside, as in the Rust library.
   */
  encodeWithOffsets(text: string): {
    readonly ids: Int32Array;
    readonly starts: Int32Array;
    readonly ends: Int32Array;
  };
  /**
   * Each word encoded on its own, concatenated. `wordOf[i]` is the index of the word that token i
   * belongs to. Every word has at least one token: `unk` if nothing else is left of it.
   */
  encodeWords(words: readonly string[]): { readonly ids: Int32Array; readonly wordOf: Int32Array };
  /** Readable text; special tokens appear by their names. White space is not restored exactly. */
  decode(ids: ArrayLike<number>): string;
  /** @throws RangeError for an id outside the vocabulary */
  token(id: number): string;
  /** Whether the id is a special token: the five roles and whatever the file marks as special. */
  isSpecial(id: number): boolean;
  /**
   * UTF-8 bytes of running text that a token stands for, the denominator of bits per byte. A
   * piece that begins a word counts one more for the space before it (WordPiece drops spaces, so
   * punctuation counts one too: the same for every WordPiece vocabulary). 0 for special tokens,
   * also for `unk`, whose text is not known.
   */
  bytesOf(id: number): number;
  /** Whether the token continues the word of the token before it. */
  isContinuation(id: number): boolean;
};

/**
 * The tokenizer of a model folder.
 *
 * @param dir - holds `tokenizer.json`, or `vocab.txt` with `tokenizer_config.json`
 * @throws InputError if a file is missing, broken, or lacks a special token
 */
export async function loadTokenizer(dir: string): Promise<Tokenizer> {
  return createCodec(readTokenizerSource(dir));
}

/** Distinct words kept with their ids; clinical text has endlessly many numbers. */
const rememberedWords = 1 << 18;

/** A function that keeps what it returned, but not for very long words. */
function remember<Value>(compute: (word: string) => Value): (word: string) => Value {
  const memory = new Map<string, Value>();
  return (word) => {
    if (word.length > 100) return compute(word);
    let value = memory.get(word);
    if (value === undefined) {
      value = compute(word);
      if (memory.size >= rememberedWords) memory.clear();
      memory.set(ownCopy(word), value);
    }
    return value;
  };
}

function createCodec(source: TokenizerSource): Tokenizer {
  const { json, added, tokens, special, model } = source;
  const cut = cutAtAddedTokens(added, source.normalize);
  const segment = remember<Pieces>((word) => model.segment(word));
  const specialIds = new Set([
    ...Object.values(special),
    ...added.filter((token) => token.isSpecial).map((token) => token.id),
  ]);
  const plainAdded = new Set(added.filter((t) => !t.isSpecial).map((token) => token.id));

  type Visitor = (id: number, stretch: Stretch, start: number, end: number) => void;
  const visit = (whole: Stretch, visitor: Visitor): void => {
    for (const { stretch, id } of cut(whole)) {
      if (id !== undefined) visitor(id, stretch, 0, stretch.text.length);
      else
        for (const word of source.preTokenize(stretch)) {
          if (word.text === "") continue;
          const { ids, starts, ends } = segment(word.text);
          for (let i = 0; i < ids.length; i++) visitor(ids[i]!, word, starts[i]!, ends[i]!);
        }
    }
  };
  // Whether a stretch is the first of the text can depend on where it stood.
  const needsPlaces = JSON.stringify(json["pre_tokenizer"] ?? null).includes('"first"');
  const encodeWhole = (text: string): readonly number[] => {
    const ids: number[] = [];
    const given = wellFormed(text);
    visit(needsPlaces ? trackedStretch(given) : { text: given, isFirst: true }, (id) =>
      ids.push(id),
    );
    return ids;
  };

  // BERT's splitting never looks across white space, so a text is its words one by one, and most
  // words have been seen before.
  const isSeparable =
    typeOf(json["pre_tokenizer"]) === "BertPreTokenizer" &&
    ["BertNormalizer", undefined].includes(typeOf(json["normalizer"])) &&
    added.every((t) => t.isSpecial || !(/\s/.test(t.content) || t.stripsLeft || t.stripsRight));
  const encodeRemembered = remember(encodeWhole);
  type Placed = Readonly<Record<"ids" | "starts" | "ends", number[]>>;
  const placed = (text: string): Placed => {
    const pieces: Placed = { ids: [], starts: [], ends: [] };
    visit(trackedStretch(wellFormed(text)), (id, stretch, from, to) => {
      const { start, end } = originOf(stretch, from, to);
      pieces.ids.push(id);
      pieces.starts.push(start);
      pieces.ends.push(end);
    });
    return pieces;
  };
  const placedRemembered = remember(placed);
  const placedWords = (text: string): Placed => {
    const pieces: Placed = { ids: [], starts: [], ends: [] };
    for (const { index, 0: word } of text.matchAll(/[^ \t\r\n]+/g)) {
      const { ids, starts, ends } = placedRemembered(word);
      for (let i = 0; i < ids.length; i++) {
        pieces.ids.push(ids[i]!);
        pieces.starts.push(index + starts[i]!);
        pieces.ends.push(index + ends[i]!);
      }
    }
    return pieces;
  };

  const surface = createSurface(source, specialIds, plainAdded);
  const token = (id: number): string => {
    const piece = tokens[id];
    if (piece === undefined) throw new RangeError(`token ${id}: outside the vocabulary`);
    return piece;
  };
  return {
    size: tokens.length,
    special,
    hash: sha256(`${source.content}\n${JSON.stringify(special)}`),
    encode(text) {
      if (!isSeparable) return Int32Array.from(encodeWhole(text));
      const ids: number[] = [];
      for (const word of text.split(/[ \t\r\n]+/))
        if (word !== "") for (const id of encodeRemembered(word)) ids.push(id);
      return Int32Array.from(ids);
    },
    encodeWithOffsets(text) {
      const whole = isSeparable ? placedWords(text) : placed(text);
      return {
        ids: Int32Array.from(whole.ids),
        starts: Int32Array.from(whole.starts),
        ends: Int32Array.from(whole.ends),
      };
    },
    encodeWords(words) {
      const ids: number[] = [];
      const wordOf: number[] = [];
      words.forEach((word, index) => {
        const own = isSeparable
          ? encodeRemembered(word)
          : encodeWhole(surface.isByteLevel && index > 0 ? ` ${word}` : word);
        for (const id of own.length > 0 ? own : [special.unk]) {
          ids.push(id);
          wordOf.push(index);
        }
      });
      return { ids: Int32Array.from(ids), wordOf: Int32Array.from(wordOf) };
    },
    decode(ids) {
      const parts: string[] = [];
      let run: number[] = [];
      const finish = (): void => {
        if (run.length > 0) parts.push(surface.join(run));
        run = [];
      };
      for (const id of Array.from(ids)) {
        const piece = token(id);
        if (!specialIds.has(id)) run.push(id);
        else {
          finish();
          parts.push(piece);
        }
      }
      finish();
      return parts.join(" ");
    },
    token,
    isSpecial: (id) => specialIds.has(id),
    bytesOf: (id) => surface.bytes[id] ?? token(id).length,
    isContinuation: (id) => (surface.continues[id] ?? token(id).length) === 1,
  };
}

type Surface = {
  readonly isByteLevel: boolean;
  /** Of each id. */
  readonly bytes: Uint16Array;
  /** 1 for an id that continues a word. */
  readonly continues: Uint8Array;
  join(ids: readonly number[]): string;
};

/** What tokens look like in running text. */
function createSurface(
  { json, model, tokens, added }: TokenizerSource,
  specialIds: ReadonlySet<number>,
  plainAdded: ReadonlySet<number>,
): Surface {
  const cutting = JSON.stringify([json["normalizer"], json["pre_tokenizer"]]);
  const isByteLevel = cutting.includes('"ByteLevel"');
  const { continuingPrefix: prefix } = model;
  const hasPrefix = prefix !== "" && typeOf(json["model"]) !== "BPE";
  // Added words that take the space before them along.
  const withSpace = new Set(
    added.filter((token) => !token.isSpecial && token.stripsLeft).map((token) => token.id),
  );
  const bytesOf = (id: number): Buffer =>
    isByteLevel && !plainAdded.has(id) ? readBytes(tokens[id]!) : Buffer.from(tokens[id]!, "utf8");
  const spelled = (id: number): Buffer =>
    withSpace.has(id) ? Buffer.from(` ${tokens[id]!}`) : bytesOf(id);
  const bytes = new Uint16Array(tokens.length);
  const continues = new Uint8Array(tokens.length);
  tokens.forEach((piece, id) => {
    if (specialIds.has(id)) return;
    const content = bytesOf(id);
    // "▁" is three bytes and stands for a space.
    const marks = isByteLevel || !hasPrefix ? content.toString("utf8").split("▁").length - 1 : 0;
    const isInside = hasPrefix && piece.startsWith(prefix) && !plainAdded.has(id);
    if (withSpace.has(id)) bytes[id] = content.length + 1;
    else
      bytes[id] = hasPrefix
        ? content.length + (isInside ? -prefix.length : 1)
        : content.length - 2 * marks;
    // Signs begin a word of their own.
    const first = content.toString("utf8")[0] ?? "";
    const begins = isByteLevel
      ? /[\x00-\x2F\x3A-\x40\x5B-\x60\x7B-\x7E▁]/.test(first)
      : first === "▁";
    continues[id] = plainAdded.has(id) ? 0 : Number(hasPrefix ? isInside : !begins);
  });
  return {
    isByteLevel,
    bytes,
    continues,
    join(ids) {
      if (!hasPrefix)
        return Buffer.concat(ids.map(spelled)).toString("utf8").replaceAll("▁", " ").trim();
      return ids
        .map((id) => (continues[id] ? tokens[id]!.slice(prefix.length) : ` ${tokens[id]!}`))
        .join("")
        .trim()
        .replace(/ (?=[.?!,]|n't|'(?:m|s|ve|re))/g, "")
        .replaceAll(" ' ", "'");
    },
  };
}

function typeOf(component: unknown): string | undefined {
  return (component as { readonly type?: string } | null | undefined)?.type;
}

/** Half a surrogate pair is no character; it becomes the one that says so, as in UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
