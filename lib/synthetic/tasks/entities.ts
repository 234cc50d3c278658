/** Short invented notes full of names, dates and numbers: the de-identification benchmark. */

import { random } from "../../random";
import { drawCase } from "../generator/clinical/case";
import { profileOf } from "../generator/clinical/conditions";
import { noteRendering } from "../generator/clinical/note";
import { clinicalRules } from "../generator/clinical/rules";
import { conditionTerms } from "../generator/knowledge";
import { dealCases } from "./cases";
import type { EntityExample, Split } from "../../corpus/examples";
import { entityPhrases } from "./entityPhrases";
import { grammar, named, writeSentence, type Grammar } from "../generator/grammar";
import { inVoice, terms, voicesOf, type Term } from "../generator/lexicon";
import { ageAt, drawDate, drawPerson, trusts, years } from "../generator/people";
import { textBuilder } from "../generator/textBuilder";

/** The six note types of Nor-DeID-SynthData, with what their sentences are about. */
const noteTypes: readonly { readonly title: Term; readonly rules: readonly string[] }[] = [
  ["Epikrise", "course drugs plan labs"],
  ["Journalnotat", "complaint status social"],
  ["Henvisning | Tilvising", "complaint history wishes"],
  ["Sykepleienotat | Sjukepleienotat", "awareness breathing nutrition skin activity rest company"],
  ["Innkomstjournal", "complaint history drugs status vitals"],
  ["Poliklinisk notat", "complaint status plan"],
].map(([title, rules]) => ({ title: terms(title!)[0]!, rules: rules!.split(" ") }));

const entityGrammar = (): Grammar =>
  (compiled ??= grammar(clinicalRules, named("entity", entityPhrases)));
let compiled: Grammar | undefined;

/** As many notes as hold both written standards equally often in each split. */
export const entityBlock = 40;

/**
 * Notes split 75/10/15, half of each split in nynorsk. Names, places and units of one split occur in
 * no other, nor in the generated corpus. The same arguments give the same bytes, and more notes begin
 * with the fewer.
 *
 * @param o.documents - multiples of {@link entityBlock} are balanced exactly
 */
export function generateEntities(o: {
  readonly documents: number;
  readonly seed: number;
}): EntityExample[] {
  return dealCases({
    kinds: ["nb", "nn"] as const,
    cases: o.documents,
    seed: o.seed,
    purpose: "entity cases",
  }).map(({ kind, split }, i) => writeEntityNote(kind, split, o.seed, i));
}

function writeEntityNote(
  standard: "nb" | "nn",
  split: Split,
  seed: number,
  index: number,
): EntityExample {
  const draws = random(seed, "entity note", 0, index);
  const year = draws.pick(years);
  const voice = draws.pick(voicesOf(standard, draws.uniform() < 0.3));
  const builder = textBuilder();
  // Of any condition; the note does not name it.
  const condition = draws.pick(conditionTerms).nb;
  const { sex, ages } = profileOf(condition);
  const person = drawPerson(draws, split, year, ...ages, sex);
  const date = drawDate(draws, year);
  const rendering = noteRendering({
    grammar: entityGrammar(),
    voice,
    random: draws,
    builder,
    setting: { person, date, pool: split, trust: draws.pick(trusts), longDates: true },
    about: drawCase(draws, {
      condition,
      person,
      age: ageAt(person.birth, date),
      type: undefined,
    }),
  });
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
