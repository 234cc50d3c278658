/** Invented clinical notes in both written standards that state the facts of a world. */

import { random, type Random } from "../../random";
import { clinicalPhrases } from "./clinicalPhrases";
import { clinicalDocumentTypes, type DocumentType, type Section } from "./clinicalSections";
import { clinicalWords } from "./clinicalWords";
import type { AnnotatedDocument } from "../document";
import { grammar, named, writeSentence, type Rendering } from "./grammar";
import { factSentences } from "./knowledge";
import { drawVoice, type Habits, type Voice } from "./lexicon";
import { drawDate, drawPerson, trusts, years } from "./people";
import { phiWriter } from "./phiWriter";
import { planRound, shuffleFacts, type PlannedDocument } from "./schedule";
import { textBuilder, type TextBuilder } from "./textBuilder";
import type { Fact, World } from "./world";

/** Everything notes are written with; facts are the rules `fact medication`, `fact finding`, … */
const clinicalGrammar = grammar(clinicalWords, clinicalPhrases, named("fact", factSentences));

/** How those who write notes do it: hurried, to colleagues. */
const habits: Habits = { abbreviating: 0.4, typingErrorRate: 0.03, telegraphicShare: 0.6 };

/**
 * Clinical notes, in rounds of `world.roundDocuments` documents that each state every exposed fact
 * as often as its `mentions` says. The same arguments give the same bytes.
 *
 * @param o.nynorskShare - share of documents in nynorsk
 * @param o.facts - `"shuffled"` writes the control corpus: the same notes word for word, but with
 *   values exchanged at random, so that facts of the world are told only by chance
 * @defaultValue nynorskShare 0.5, facts `"told"`
 */
export function* generateClinical(o: {
  readonly world: World;
  readonly documents: number;
  readonly seed: number;
  readonly nynorskShare?: number;
  readonly facts?: "told" | "shuffled";
}): Generator<AnnotatedDocument> {
  const size = o.world.roundDocuments;
  for (let round = 0; round * size < o.documents; round++) {
    const documents = Math.min(size, o.documents - round * size);
    const told = planRound(o.world, o.seed, round, documents, o.nynorskShare ?? 0.5);
    const plan = o.facts === "shuffled" ? shuffleFacts(told, o.seed, round) : told;
    for (let i = 0; i < documents; i++) {
      const draws = random(o.seed, "clinical document", round, i);
      const typing = random(o.seed, "clinical typing", round, i);
      yield writeNote(plan[i]!, draws, typing, `clinical-${o.seed}-${round * size + i}`);
    }
  }
}

function writeNote(
  planned: PlannedDocument,
  draws: Random,
  typing: Random,
  id: string,
): AnnotatedDocument {
  const type = draws.pick(clinicalDocumentTypes);
  const year = draws.pick(years);
  const trust = draws.pick(trusts);
  const voice = drawVoice(draws, planned.standard, habits);
  const setting = {
    person: drawPerson(draws, "corpus", year),
    date: drawDate(draws, year),
    pool: "corpus",
    trust,
    longDates: false,
  } as const;
  const builder = textBuilder({ errorRate: voice.typingErrorRate, random: typing });
  const writePhi = phiWriter(setting, voice, draws, builder);
  const told: { fact: Fact | undefined } = { fact: undefined };
  const rendering: Rendering = {
    grammar: clinicalGrammar,
    voice,
    random: draws,
    builder,
    kept: new Map(),
    used: new Set(),
    write: (slot) => {
      if (slot === "c") builder.appendTerm(planned.condition[planned.standard]);
      else if (slot === "v" && told.fact !== undefined)
        builder.appendTerm(told.fact.value[planned.standard]);
      else return writePhi(slot);
      return true;
    },
  };
  const headingsOnOwnLine = draws.uniform() < 0.4;
  for (const [section, facts] of assignFacts(type, planned.facts, draws)) {
    if (facts.length === 0 && draws.uniform() >= section.share) continue;
    writeHeading(section, voice, builder, headingsOnOwnLine);
    const sentences = [
      ...Array<undefined>(section.sentences).fill(undefined),
      // A section about the reason opens with it; elsewhere facts may come first.
      ...facts,
    ];
    const ordered = section.rules[0] === "reason" ? sentences : draws.shuffle(sentences);
    for (const fact of ordered) {
      told.fact = fact;
      writeSentence(
        rendering,
        fact === undefined ? draws.pick(section.rules) : `fact ${fact.relation}`,
      );
    }
  }
  return {
    id,
    ...builder.finish(),
    documentType: type.name,
    writtenStandard: planned.standard,
    trust: trust.name,
    year,
    source: "generated-clinical",
  };
}

/** Put each fact into a section that may hold its relation. */
function assignFacts(
  type: DocumentType,
  facts: readonly Fact[],
  draws: Random,
): readonly (readonly [Section, readonly Fact[]])[] {
  const assigned = type.sections.map((section): [Section, Fact[]] => [section, []]);
  for (const fact of facts) {
    const fitting = assigned.filter(([section]) => section.relations.includes(fact.relation));
    const least = Math.min(...fitting.map(([, held]) => held.length));
    draws.pick(fitting.filter(([, held]) => held.length === least))[1].push(fact);
  }
  return assigned;
}

function writeHeading(
  section: Section,
  voice: Voice,
  builder: TextBuilder,
  onOwnLine: boolean,
): void {
  builder.startLine();
  if (section.heading === undefined) return;
  builder.appendTerm(section.heading[voice.standard]);
  builder.append(onOwnLine ? "\n" : ":");
}
