/** The unigram language model of `tokenizer.json` (Kudo 2018): the most likely cut of a word. */

import { InputError } from "../errors";
import { byteIds, isLowSurrogate, lengthOfLongest, pieceList, type Segmentation } from "./pieces";
import { readFlag, show, wrongType, type Component } from "./tokenizerJson";

/** What an unknown character costs beside the least likely piece. */
const unknownPenalty = 10;

/** Unknown characters beside one another are one piece. @throws InputError for a broken model */
export function readUnigram(component: Component): Segmentation {
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
