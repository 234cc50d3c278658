/** The models of `tokenizer.json`, WordPiece and BPE: a word cut into pieces of the vocabulary. */

import { isObject } from "../json";
import { InputError } from "../errors";
import { Heap } from "./heap";
import {
  byteIds,
  isLowSurrogate,
  lengthOfLongest,
  pieceList,
  type Pieces,
  type Segmentation,
} from "./pieces";
import { chooseKind, readFlag, readText, show, wrongType, type Component } from "./tokenizerJson";
import { readUnigram } from "./unigram";

/** @throws InputError for a model that is not supported, or broken */
export function readSegmentation(component: Component): Segmentation {
  return chooseKind(component, "model", kinds)(component);
}

const kinds: Readonly<Record<string, (component: Component) => Segmentation>> = {
  WordPiece: readWordPiece,
  BPE: readBytePairs,
  Unigram: readUnigram,
};

function readVocabulary(component: Component): Map<string, number> {
  const { vocab } = component.settings;
  if (!isObject(vocab)) throw wrongType(component, "vocab", "an object from tokens to ids");
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
