/** Documents whose text is the same but for capitals and white space. */

import { createHash } from "node:crypto";
import { equalKeys } from "./equalKeys";

/** The text that is compared: NFC, lower case, one space for any white space. */
export function normalizedText(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** 32-bit words of a document's hash that are kept: 128 bits, so that no two texts ever share them. */
const digestWords = 4;

/**
 * For each document the first one with the same {@link normalizedText}, itself if there is none before.
 *
 * @param count - number of texts; 24 bytes of memory for each
 * @returns `[count]`
 */
export async function firstWithSameText(
  texts: AsyncIterable<string>,
  count: number,
): Promise<Uint32Array> {
  const digests = new Uint32Array(count * digestWords);
  let document = 0;
  for await (const text of texts) {
    const digest = createHash("sha256").update(normalizedText(text)).digest();
    for (let word = 0; word < digestWords; word++)
      digests[digestWords * document + word] = digest.readUInt32LE(4 * word);
    document++;
  }
  const first = Uint32Array.from({ length: count }, (_, i) => i);
  const restOf = (document: number): string =>
    digests.subarray(digestWords * document + 1, digestWords * (document + 1)).join();
  const beginnings = Uint32Array.from({ length: count }, (_, i) => digests[digestWords * i]!);
  for (const group of equalKeys(beginnings)) {
    const byRest = new Map<string, number>();
    for (const document of group) {
      const same = byRest.get(restOf(document));
      if (same === undefined) byRest.set(restOf(document), document);
      else first[document] = same;
    }
  }
  return first;
}
