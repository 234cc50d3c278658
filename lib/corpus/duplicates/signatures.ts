/**
 * Signatures and band keys of all documents in files, for a large corpus has more of them than fit in
 * memory: 25 million documents make 6.4 GB of signatures and 3.2 GB of keys. They hold hashes, no text.
 */

import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { integerFile, readIntegers, type IntegerFile } from "../integerFiles";
import {
  bandKeys,
  comparedWords,
  estimateFromLowBytes,
  hashShingles,
  lowBytes,
  signatureOf,
  type Bands,
  type MinHashSettings,
} from "./minhash";

export type SignatureWriter = {
  /** Add the next text. @returns false, and nothing is added, if it has no word to compare */
  add(text: string): boolean;
  close(): void;
};

const signaturesFile = (dir: string): string => join(dir, "signatures.u8");
const bandFile = (dir: string, band: number): string => join(dir, `band-${band}.u32`);

/** Begin the files of signatures in an empty folder. */
export function writeSignatures(
  dir: string,
  settings: MinHashSettings,
  bands: Bands,
): SignatureWriter {
  const signatures = integerFile(signaturesFile(dir), 1);
  // One file a band: they are read band by band.
  const keyFiles = Array.from({ length: bands.bands }, (_, band) =>
    integerFile(bandFile(dir, band), 4, 1 << 16),
  );
  return {
    add(text) {
      const words = comparedWords(text);
      if (words.length === 0) return false;
      const signature = signatureOf(hashShingles(words, settings.shingleWords), settings);
      signatures.pushAll(lowBytes(signature));
      bandKeys(signature, bands).forEach((key, band) => keyFiles[band]!.push(key));
      return true;
    },
    close: () => closeAll([signatures, ...keyFiles]),
  };
}

function closeAll(files: readonly IntegerFile[]): void {
  for (const file of files) file.close();
}

/** Keys of all texts in one band. */
export function readBand(dir: string, band: number, texts: number): Uint32Array {
  return readIntegers(bandFile(dir, band), Uint32Array, texts);
}

export type SignatureReader = {
  /** Estimated Jaccard similarity of two texts, by their numbers. */
  similarity(a: number, b: number): number;
  close(): void;
};

/** Open the signatures for comparisons; two of them are in memory. */
export function openSignatures(dir: string, { hashes }: MinHashSettings): SignatureReader {
  const file = openSync(signaturesFile(dir), "r");
  const one = new Uint8Array(hashes);
  const other = new Uint8Array(hashes);
  let inOne = -1;
  const read = (into: Uint8Array, text: number): void => {
    if (readSync(file, into, 0, hashes, text * hashes) !== hashes)
      throw new Error(`${signaturesFile(dir)}: ends before text ${text}`);
  };
  return {
    similarity(a, b) {
      if (inOne !== a) read(one, a);
      inOne = a;
      read(other, b);
      return estimateFromLowBytes(one, other);
    },
    close: () => closeSync(file),
  };
}
