/** Short invented notes full of names, dates and numbers: the de-identification benchmark. */

import { random } from "../../random";
import { clinicalPhrases } from "../generator/clinicalPhrases";
import { clinicalWords } from "../generator/clinicalWords";
import type { PhiSpan, WrittenStandard } from "../document";
import { entityPhrases } from "./entityPhrases";
import { grammar, named, writeSentence, type Rendering } from "../generator/grammar";
import { inVoice, terms, voicesOf, type Term } from "../generator/lexicon";
import { drawDate, drawPerson, trusts, years } from "../generator/people";
import { phiWriter } from "../generator/phiWriter";
import { textBuilder } from "../generator/textBuilder";

/** A note with the spans that identify a person. */
export type EntityExample = {
  readonly id: string;
  readonly group: string;
  readonly split: "train" | "validation" | "test";
  readonly writtenStandard: WrittenStandard;
  readonly text: string;
  readonly spans: readonly PhiSpan[];
};

/** The six note types of Nor-DeID-SynthData, with what their sentences are about. */
const noteTypes: readonly { readonly title: Term; readonly rules: readonly string[] }[] = [
  ["Epikrise", "course drugs plan labs"],
  ["Journalnotat", "complaint status social"],
  ["Henvisning | Tilvising", "complaint history wishes"],
  ["Sykepleienotat | Sjukepleienotat", "awareness breathing nutrition skin activity rest company"],
  ["Innkomstjournal", "complaint history drugs status vitals"],
  ["Poliklinisk notat", "complaint status plan"],
].map(([title, rules]) => ({ title: terms(title!)[0]!, rules: rules!.split(" ") }));

const entityGrammar = grammar(clinicalWords, clinicalPhrases, named("entity", entityPhrases));

/**
 * Notes split 75/10/15. Names, places and units of one split occur in no other, nor in the
 * generated corpus. Half are nynorsk. The same arguments give the same bytes.
 */
export function generateEntities(o: {
  readonly documents: number;
  readonly seed: number;
}): EntityExample[] {
  return Array.from({ length: o.documents }, (_, i) => writeEntityNote(o.seed, i));
}

function writeEntityNote(seed: number, index: number): EntityExample {
  const draws = random(seed, "entity note", 0, index);
  const u = draws.uniform();
  const split = u < 0.75 ? "train" : u < 0.85 ? "validation" : "test";
  const year = draws.pick(years);
  const standard = draws.uniform() < 0.5 ? "nb" : "nn";
  const voice = draws.pick(voicesOf(standard, draws.uniform() < 0.3));
  const builder = textBuilder();
  const rendering: Rendering = {
    grammar: entityGrammar,
    voice,
    random: draws,
    builder,
    kept: new Map(),
    used: new Set(),
    write: phiWriter(
      {
        person: drawPerson(draws, split, year),
        date: drawDate(draws, year),
        pool: split,
        trust: draws.pick(trusts),
        longDates: true,
      },
      voice,
      draws,
      builder,
    ),
  };
  const type = draws.pick(noteTypes);
  builder.append(inVoice(type.title, voice));
  builder.startLine();
  writeSentence(rendering, "entity opening");
  const fillers = 3 + draws.integer(3);
  const order = draws.shuffle([
    ...Array<string>(4 + draws.integer(3)).fill("entity stay"),
    ...Array.from({ length: fillers }, () => draws.pick(type.rules)),
  ]);
  builder.startLine();
  for (const rule of order) writeSentence(rendering, rule);
  builder.startLine();
  writeSentence(rendering, "entity closing");
  const id = `entity-${seed}-${index}`;
  return { id, group: id, split, writtenStandard: standard, ...builder.finish() };
}
