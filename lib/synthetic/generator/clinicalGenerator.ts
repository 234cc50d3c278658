/** Invented clinical notes in both written standards that state the facts of a world. */

import { random, type Random } from "../../random";
import type { AnnotatedDocument } from "../../corpus/document";
import { drawCase, wards } from "./clinical/case";
import { profileOf } from "./clinical/conditions";
import { noteRendering } from "./clinical/note";
import { clinicalRules, factRules } from "./clinical/rules";
import { writeSections } from "./clinical/writeSections";
import { grammar, type Grammar } from "./grammar";
import { drawVoice, type Habits } from "./lexicon";
import { ageAt, drawDate, drawPerson, trusts, years } from "./people";
import { planRound, shuffleFacts, type PlannedDocument } from "./schedule";
import { textBuilder } from "./textBuilder";
import type { Fact, World } from "./world";

/**
 * Everything notes are written with; facts are the rules `fact medication`, `fact finding`, … Made
 * when the first note is, as it takes a good part of a second.
 */
const clinicalGrammar = (): Grammar => (compiled ??= grammar(clinicalRules, factRules));
let compiled: Grammar | undefined;

/** How those who write notes do it: hurried, to colleagues. */
const habits: Habits = { abbreviating: 0.4, typingErrorRate: 0.02, telegraphicShare: 0.6 };

/**
 * Clinical notes, in rounds of `world.roundDocuments` documents that each state every exposed fact
 * as often as its `mentions` says. The same arguments give the same bytes.
 *
 * @param o.nynorskShare - share of documents in nynorsk
 * @param o.facts - `"shuffled"` writes the control corpus: the same notes word for word, but with
 *   values exchanged at random, so that facts of the world are told only by chance
 * @param o.typingErrorRate - typing errors per word of the most careless author
 * @defaultValue nynorskShare 0.5, facts `"told"`, typingErrorRate 0.02
 */
export function* generateClinical(o: {
  readonly world: World;
  readonly documents: number;
  readonly seed: number;
  readonly nynorskShare?: number;
  readonly facts?: "told" | "shuffled";
  readonly typingErrorRate?: number;
}): Generator<AnnotatedDocument> {
  const size = o.world.roundDocuments;
  const errorRate = o.typingErrorRate ?? habits.typingErrorRate!;
  for (let round = 0; round * size < o.documents; round++) {
    const documents = Math.min(size, o.documents - round * size);
    const told = planRound(o.world, o.seed, round, documents, o.nynorskShare ?? 0.5);
    const plan = o.facts === "shuffled" ? shuffleFacts(told, o.seed, round) : told;
    for (let i = 0; i < documents; i++) {
      const draws = random(o.seed, "clinical document", round, i);
      const typing = random(o.seed, "clinical typing", round, i);
      const id = `clinical-${o.seed}-${round * size + i}`;
      yield writeNote(plan[i]!, draws, typing, errorRate, id);
    }
  }
}

function writeNote(
  planned: PlannedDocument,
  draws: Random,
  typing: Random,
  typingErrorRate: number,
  id: string,
): AnnotatedDocument {
  const { type, standard } = planned;
  const year = draws.pick(years);
  const trust = draws.pick(trusts);
  const voice = drawVoice(draws, standard, { ...habits, typingErrorRate });
  const { sex, ages } = planned.who;
  const person = drawPerson(draws, "corpus", year, ...ages, sex);
  // Whatever follows a note of the last year still happens in it.
  const { day, month } = drawDate(draws, year);
  const date = { day, month: year === years.at(-1) ? 1 + (month % 9) : month, year };
  const [fewest, most] = type.days;
  const about = drawCase(draws, {
    condition: planned.condition.nb,
    person,
    age: ageAt(person.birth, date),
    type,
  });
  const builder = textBuilder({ errorRate: voice.typingErrorRate, random: typing });
  const told: { fact: Fact | undefined } = { fact: undefined };
  const rendering = noteRendering({
    grammar: clinicalGrammar(),
    voice,
    random: draws,
    builder,
    setting: {
      person,
      date,
      daysIn: fewest + draws.integer(most - fewest + 1),
      pool: "corpus",
      trust,
      wards: wards[profileOf(planned.condition.nb).area].map((ward) => ward[standard]),
      longDates: false,
      labels: "all",
    },
    about,
    write: (slot) => {
      if (slot === "c") builder.appendTerm((told.fact?.condition ?? planned.condition)[standard]);
      else if (slot === "v" && told.fact !== undefined)
        builder.appendTerm(told.fact.value[standard]);
      else return false;
      return true;
    },
  });
  writeSections(rendering, planned, about.profile, (fact) => (told.fact = fact));
  return {
    id,
    ...builder.finish(),
    documentType: type.name,
    writtenStandard: standard,
    trust: trust.name,
    year,
    source: "generated-clinical",
  };
}
