/** Invented everyday prose in both written standards: the text of the general control. */

import { random } from "../../random";
import type { AnnotatedDocument } from "../document";
import { generalLinks, generalTopics } from "./generalPhrases";
import { generalWords } from "./generalWords";
import { grammar, named, writeSentence, type Rendering } from "./grammar";
import { voicesOf } from "./lexicon";
import { textBuilder } from "./textBuilder";

const generalGrammar = grammar(generalWords, named("topic", generalTopics), { link: generalLinks });
const topics = Object.keys(generalTopics);

/**
 * Everyday prose: one topic a document, one or two paragraphs. It has no spans, for it names no
 * person. The same arguments give the same bytes.
 *
 * @param o.nynorskShare - share of documents in nynorsk
 * @defaultValue nynorskShare 0.5
 */
export function* generateGeneral(o: {
  readonly documents: number;
  readonly seed: number;
  readonly nynorskShare?: number;
}): Generator<AnnotatedDocument> {
  for (let i = 0; i < o.documents; i++) {
    const draws = random(o.seed, "general document", 0, i);
    const standard = draws.uniform() < (o.nynorskShare ?? 0.5) ? "nn" : "nb";
    const builder = textBuilder();
    const rendering: Rendering = {
      grammar: generalGrammar,
      voice: draws.pick(voicesOf(standard, false)),
      random: draws,
      builder,
      kept: new Map(),
      used: new Set(),
      write: () => false,
    };
    const topic = draws.pick(topics);
    const sentences = 9 + draws.integer(5);
    for (let s = 0; s < sentences; s++) {
      // Links tell what came of something, so a text does not open with one.
      writeSentence(rendering, s > 0 && draws.uniform() < 0.25 ? "link" : `topic ${topic}`);
      if (s === 4 && draws.uniform() < 0.5) builder.startLine();
    }
    yield {
      id: `general-${o.seed}-${i}`,
      ...builder.finish(),
      documentType: "prose",
      writtenStandard: standard,
      trust: "",
      year: 0,
      source: "generated-general",
    };
  }
}
