/** The models of `tokenizer.json`: a word cut into pieces of the vocabulary. */

import { InputError } from "../errors";
import { Heap } from "./heap";
import {
  chooseKind,
  isRecord,
  readFlag,
  readText,
  show,
  wrongType,
  type Component,
} from "./tokenizerJson";

/** Pieces of one word: their ids and where in the word, in UTF-16 units, each begins and ends. */
export type Pieces = {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

export type Segmentation = {
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Prefix of pieces inside words; empty if they have none. */
  readonly continuingPrefix: string;
  segment(word: string): Pieces;
};

/** A longer entry is no piece of language, and looking for it costs time at every character. */
const longestPiece = 512;

/** @throws InputError for a model that is not supported, or broken */
export function readSegmentation(component: Component): Segmentation {
  return chooseKind(component, "model", kinds)(component);
}

const kinds: Readonly<Record<string, (component: Component) => Segmentation>> = {
  WordPiece: readWordPiece,
  BPE: readBytePairs,
  Unigram: readUnigram,
};

/** Collects pieces from left to right. */
function pieceList(): Pieces & { add(id: number, start: number, end: number): void } {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    ids,
    starts,
    ends,
    add: (id, start, end) => {
      ids.push(id);
      starts.push(start);
      ends.push(end);
    },
  };
}

function readVocabulary(component: Component): Map<string, number> {
  const { vocab } = component.settings;
  if (!isRecord(vocab)) throw wrongType(component, "vocab", "an object from tokens to ids");
  return new Map(Object.entries(vocab).map(([token, id]) => [token, readId(id, component, token)]));
}

/** Ids stay far below this in every vocabulary there is. */
const largestId = 1 << 24;

function readId(id: unknown, { where }: Component, token: string): number {
  if (typeof id !== "number" || !Number.isInteger(id) || id < 0 || id > largestId)
    throw new InputError(
      `${where}.vocab: the id of ${show(token)} is ${show(id)}; ids are whole numbers from 0 to ${largestId}.`,
    );
  return id;
}

function lengthOfLongest(component: Component, tokens: Iterable<string>): number {
  let longest = 1;
  for (const token of tokens) {
    if (token.length > longestPiece)
      throw new InputError(
        `${component.where}.vocab: ${show(token)} has ${token.length} characters, more than ${longestPiece}. Take it out.`,
      );
    longest = Math.max(longest, token.length);
  }
  return longest;
}

function idOf(
  component: Component,
  vocabulary: ReadonlyMap<string, number>,
  field: string,
): number {
  const token = readText(component, field);
  const id = vocabulary.get(token);
  if (id === undefined)
    throw new InputError(
      `${component.where}.${field}: ${show(token)} is not in the vocabulary. Name a token that is.`,
    );
  return id;
}

/** The longest piece that fits, again and again; a word that cannot be cut to its end is unknown. */
function readWordPiece(component: Component): Segmentation {
  const vocabulary = readVocabulary(component);
  const unk = idOf(component, vocabulary, "unk_token");
  const prefix = readText(component, "continuing_subword_prefix", "##");
  const limit = component.settings["max_input_chars_per_word"] ?? 100;
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1)
    throw wrongType(component, "max_input_chars_per_word", "a whole number above 0");
  const longest = lengthOfLongest(component, vocabulary.keys());
  return {
    vocabulary,
    continuingPrefix: prefix,
    segment(word) {
      const pieces = pieceList();
      const unknown: Pieces = { ids: [unk], starts: [0], ends: [word.length] };
      if (word.length > limit && [...word].length > limit) return unknown;
      for (let start = 0; start < word.length;) {
        let end = Math.min(word.length, start + longest);
        let id: number | undefined;
        for (; end > start; end--) {
          // Never between the two halves of one character.
          if (isLowSurrogate(word, end)) continue;
          const piece = word.slice(start, end);
          id = vocabulary.get(start === 0 ? piece : prefix + piece);
          if (id !== undefined) break;
        }
        if (id === undefined) return unknown;
        pieces.add(id, start, end);
        start = end;
      }
      return pieces;
    },
  };
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Two ids as one key; ids are below 2^25. */
const pairKey = (left: number, right: number): number => left * 0x2000000 + right;

/** Byte-pair encoding: characters, joined in the order of the merges, the leftmost pair first. */
function readBytePairs(component: Component): Segmentation {
  const { settings, where } = component;
  const vocabulary = readVocabulary(component);
  if ((settings["dropout"] ?? 0) !== 0)
    throw new InputError(`${where}.dropout: cutting at random is not supported. Set it to null.`);
  const prefix = readText(component, "continuing_subword_prefix", "");
  const suffix = readText(component, "end_of_word_suffix", "");
  const unk =
    (settings["unk_token"] ?? null) === null ? undefined : idOf(component, vocabulary, "unk_token");
  const fusesUnknown = readFlag(component, "fuse_unk", false);
  const hasBytes = readFlag(component, "byte_fallback", false);
  const ignoresMerges = readFlag(component, "ignore_merges", false);
  const merges = readMerges(component, vocabulary, prefix);

  /** The characters of a word before anything is merged. */
  const characters = (word: string): Pieces => {
    const pieces = pieceList();
    let unknown: { start: number; end: number } | undefined;
    const flush = (): void => {
      if (unknown) pieces.add(unk!, unknown.start, unknown.end);
      unknown = undefined;
    };
    let start = 0;
    for (const character of word) {
      const end = start + character.length;
      const token = (start === 0 ? "" : prefix) + character + (end === word.length ? suffix : "");
      const id = vocabulary.get(token);
      const bytes = id === undefined && hasBytes ? byteIds(vocabulary, token) : undefined;
      if (id !== undefined) {
        flush();
        pieces.add(id, start, end);
      } else if (bytes) {
        flush();
        for (const byte of bytes) pieces.add(byte, start, end);
      } else if (unk !== undefined) {
        if (!fusesUnknown) flush();
        unknown = { start: unknown?.start ?? start, end };
      }
      start = end;
    }
    flush();
    return pieces;
  };

  return {
    vocabulary,
    continuingPrefix: prefix,
    segment(word) {
      const whole = ignoresMerges ? vocabulary.get(word) : undefined;
      if (whole !== undefined) return { ids: [whole], starts: [0], ends: [word.length] };
      return mergePieces(characters(word), merges);
    },
  };
}

type Merge = { readonly rank: number; readonly id: number };

function readMerges(
  component: Component,
  vocabulary: ReadonlyMap<string, number>,
  prefix: string,
): ReadonlyMap<number, Merge> {
  const { merges } = component.settings;
  const where = `${component.where}.merges`;
  if (!Array.isArray(merges)) throw wrongType(component, "merges", "a list of pairs");
  const ranks = new Map<number, Merge>();
  merges.forEach((entry: unknown, rank) => {
    const pair = typeof entry === "string" ? entry.split(" ") : entry;
    if (!Array.isArray(pair) || pair.length !== 2 || pair.some((part) => typeof part !== "string"))
      throw new InputError(`${where}[${rank}]: expected a pair of tokens, found ${show(entry)}.`);
    const [left, right] = pair as [string, string];
    const ids = [left, right, left + right.slice(prefix.length)].map((token) => {
      const id = vocabulary.get(token);
      if (id === undefined)
        throw new InputError(
          `${where}[${rank}]: ${show(token)} is not in the vocabulary. The file is incomplete; get it again.`,
        );
      return id;
    }) as [number, number, number];
    const key = pairKey(ids[0], ids[1]);
    // A pair named again takes its later place, as in the Rust library.
    ranks.set(key, { rank, id: ids[2] });
  });
  return ranks;
}

/** Merge until nothing can be merged, with the cost of a heap: words may be very long. */
function mergePieces(pieces: Pieces, merges: ReadonlyMap<number, Merge>): Pieces {
  const count = pieces.ids.length;
  if (count < 2) return pieces;
  const ids = [...pieces.ids];
  const ends = [...pieces.ends];
  const next = Array.from({ length: count }, (_, i) => i + 1);
  const previous = Array.from({ length: count }, (_, i) => i - 1);
  type Candidate = Merge & { readonly at: number };
  const heap = new Heap<Candidate>((a, b) => (a.rank === b.rank ? a.at < b.at : a.rank < b.rank));
  const mergeAt = (at: number): Merge | undefined =>
    at >= 0 && next[at]! < count && ids[at]! >= 0
      ? merges.get(pairKey(ids[at]!, ids[next[at]!]!))
      : undefined;
  const offer = (at: number): void => {
    const merge = mergeAt(at);
    if (merge) heap.push({ ...merge, at });
  };
  for (let i = 0; i + 1 < count; i++) offer(i);
  for (let top = heap.pop(); top; top = heap.pop()) {
    const { at, id } = top;
    if (mergeAt(at)?.rank !== top.rank) continue;
    const right = next[at]!;
    ids[at] = id;
    ends[at] = ends[right]!;
    ids[right] = -1;
    next[at] = next[right]!;
    if (next[at]! < count) previous[next[at]!] = at;
    offer(previous[at]!);
    offer(at);
  }
  const merged = pieceList();
  for (let i = 0; i < count; i = next[i]!) merged.add(ids[i]!, pieces.starts[i]!, ends[i]!);
  return merged;
}

/** Ids of `<0x..>` for each byte of a text, if the vocabulary has all of them. */
function byteIds(vocabulary: ReadonlyMap<string, number>, text: string): number[] | undefined {
  const ids = Array.from(Buffer.from(text, "utf8"), (byte) =>
    vocabulary.get(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`),
  );
  return ids.includes(undefined) ? undefined : (ids as number[]);
}

/** What an unknown character costs beside the least likely piece. */
const unknownPenalty = 10;

/** The most likely cut under a unigram language model (Kudo 2018), unknown characters joined. */
function readUnigram(component: Component): Segmentation {
  const { vocab, unk_id: unkId } = component.settings;
  const entries = readScores(component, vocab);
  const vocabulary = new Map(entries.map(([token], id) => [token, id]));
  if (vocabulary.size !== entries.length)
    throw new InputError(
      `${component.where}.vocab: ${entries.length - vocabulary.size} tokens occur twice. Keep one of each.`,
    );
  if (typeof unkId !== "number" || !Number.isInteger(unkId) || !entries[unkId])
    throw wrongType(component, "unk_id", "the id of the unknown token");
  const hasBytes = readFlag(component, "byte_fallback", false);
  const longest = lengthOfLongest(component, vocabulary.keys());
  const scores = entries.map(([, score]) => score);
  const unknownScore = scores.reduce((a, b) => Math.min(a, b), Infinity) - unknownPenalty;
  return {
    vocabulary,
    continuingPrefix: "",
    segment(word) {
      const best: ({ score: number; id: number; start: number } | undefined)[] = [];
      const offer = (end: number, score: number, id: number, start: number): void => {
        const known = best[end];
        if (!known || score > known.score) best[end] = { score, id, start };
      };
      for (let start = 0; start < word.length; start++) {
        if (isLowSurrogate(word, start)) continue;
        const before = start === 0 ? 0 : best[start]!.score;
        const single = start + (isLowSurrogate(word, start + 1) ? 2 : 1);
        let hasSingle = false;
        for (let end = single; end <= Math.min(word.length, start + longest); end++) {
          if (isLowSurrogate(word, end)) continue;
          const id = vocabulary.get(word.slice(start, end));
          if (id === undefined) continue;
          offer(end, scores[id]! + before, id, start);
          hasSingle ||= end === single;
        }
        if (!hasSingle) offer(single, unknownScore + before, unkId, start);
      }
      const backwards: { id: number; start: number; end: number }[] = [];
      for (let end = word.length; end > 0;) {
        const { id, start } = best[end]!;
        const after = backwards.at(-1);
        if (id === unkId && after?.id === unkId) after.start = start;
        else backwards.push({ id, start, end });
        end = start;
      }
      const pieces = pieceList();
      for (const { id, start, end } of backwards.reverse()) {
        const bytes = id === unkId && hasBytes && byteIds(vocabulary, word.slice(start, end));
        if (bytes) for (const byte of bytes) pieces.add(byte, start, end);
        else pieces.add(id, start, end);
      }
      return pieces;
    },
  };
}

function readScores(component: Component, vocab: unknown): (readonly [string, number])[] {
  if (!Array.isArray(vocab) || vocab.length === 0)
    throw wrongType(component, "vocab", "a list of tokens with scores");
  return vocab.map((entry: unknown, id) => {
    if (
      !Array.isArray(entry) ||
      entry.length !== 2 ||
      typeof entry[0] !== "string" ||
      typeof entry[1] !== "number"
    )
      throw new InputError(
        `${component.where}.vocab[${id}]: expected a token and its score, found ${show(entry)}.`,
      );
    return [entry[0], asRustReads(entry[1])];
  });
}

/**
 * A score as Rust's serde_json reads it: all digits as one whole number, divided by a power of ten.
 * The last bit may differ from the nearest number, which decides between cuts of equal likelihood.
 */
function asRustReads(score: number): number {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(score)) ?? [];
  if (whole === undefined || whole.length + fraction.length > 19) return score;
  return (sign === "-" ? -1 : 1) * (Number(BigInt(whole + fraction)) / 10 ** fraction.length);
}
