/** Documents of a wanted length, and copies of them with some words edited. */

import { random } from "../../../lib/random";
import type { Document } from "../../../lib/corpus/document";
import { generateClinical, generateGeneral } from "../../../lib/synthetic/generator/generator";
import { createWorld } from "../../../lib/synthetic/generator/world";

/** Notes and prose in both standards, joined and cut to between 30 and 400 words. */
export function documentsOfLengths(count: number, seed: number): Document[] {
  const draw = random(seed, "lengths");
  const sources = [
    generateClinical({ world: createWorld(seed), documents: 4 * count, seed, nynorskShare: 0.5 }),
    generateGeneral({ documents: 4 * count, seed, nynorskShare: 0.5 }),
  ].map((documents) => documents[Symbol.iterator]());
  return Array.from({ length: count }, (_, i) => {
    const wanted = 30 + draw.integer(371);
    const words: string[] = [];
    let document: Document | undefined;
    while (words.length < wanted) {
      const next = sources[i % 2]!.next();
      if (next.done) throw new Error("too few generated documents");
      document = next.value;
      words.push(...document.text.split(/\s+/));
    }
    // Spans would not fit the text any more.
    return { ...document!, id: `d${i}`, text: words.slice(0, wanted).join(" "), spans: [] };
  });
}

/** Each word, with probability `share`, exchanged for another document's word, left out, or followed by one. */
export function edited(document: Document, others: readonly Document[], share: number): Document {
  const draw = random(3, "edits", 0, Number(document.id.slice(1)));
  const words = document.text.split(" ").flatMap((word) => {
    if (draw.uniform() >= share) return [word];
    const other = draw.pick(draw.pick(others).text.split(" "));
    return [[other], [], [word, other]][draw.integer(3)]!;
  });
  return { ...document, id: `${document.id} edited`, text: words.join(" ") };
}
