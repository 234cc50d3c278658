/** Writes the sections of a note: headings, what each is about, and the facts where they fit. */

import type { Random } from "../../../random";
import { entriesOf, writeSentence, writeSentenceAt, type Rendering } from "../grammar";
import type { PlannedDocument } from "../schedule";
import type { Fact } from "../world";
import type { Item, Section } from "./section";
import type { Area, Profile } from "./profile";

/** Organs in the order of an examination. */
const organs: readonly Area[] = ["head", "heart", "lungs", "abdomen", "nerves", "limbs", "skin"];

/** @param tell - is told the fact of the sentence that is written next, or that it states none */
export function writeSections(
  rendering: Rendering,
  planned: PlannedDocument,
  profile: Profile,
  tell: (fact: Fact | undefined) => void,
): void {
  const { random, builder, voice } = rendering;
  const headingsOnOwnLine = random.uniform() < 0.4;
  for (const { section, facts, sentences } of chooseSections(rendering, planned, profile)) {
    const stated = facts.map((fact) => (): void => {
      tell(fact);
      const kind = fact.condition === planned.condition ? "fact" : "elsewhere";
      writeSentence(rendering, `${kind} ${fact.relation}`);
      tell(undefined);
    });
    builder.startLine();
    if (section.heading !== undefined) {
      builder.appendTerm(section.heading[voice.standard]);
      builder.append(headingsOnOwnLine ? "\n" : ":");
    }
    // What a section opens with, as the reason, stays its opening.
    for (const write of stated)
      sentences.splice(1 + random.integer(Math.max(1, sentences.length)), 0, write);
    for (const write of sentences) write();
  }
}

type Chosen = {
  readonly section: Section;
  readonly facts: readonly Fact[];
  readonly sentences: (() => void)[];
};

/** No note is shorter. */
const fewestSentences = 5;

/** The sections of this note: those with facts, those it happens to have, and enough of them. */
function chooseSections(
  rendering: Rendering,
  planned: PlannedDocument,
  profile: Profile,
): readonly Chosen[] {
  const { random } = rendering;
  const all = assignFacts(planned, random).map(([section, facts]) => {
    const share = section.share === 1 ? 1 : Math.min(1, section.share * planned.fullness);
    const wanted = random.uniform() < share || facts.length > 0;
    const sentences = section.items.flatMap((item) =>
      sentencesOf(rendering, item, planned.fullness, profile),
    );
    return { section, facts, sentences, wanted };
  });
  let sentences = 0;
  const chosen = new Set<Chosen>();
  for (const each of [...all].sort((a, b) => Number(b.wanted) - Number(a.wanted))) {
    const size = each.facts.length + each.sentences.length;
    if (size === 0 || (!each.wanted && sentences >= fewestSentences)) continue;
    chosen.add(each);
    sentences += size;
  }
  return all.filter((each) => chosen.has(each));
}

/** What an item writes in this note. */
function sentencesOf(
  rendering: Rendering,
  item: Item,
  fullness: number,
  profile: Profile,
): (() => void)[] {
  const { random } = rendering;
  if (random.uniform() >= item.share) return [];
  if (item.kind === "all") {
    const entries = entriesOf(rendering, item.rule);
    const shorter = Math.max(0, 1 - fullness) * 0.5;
    return Array.from({ length: entries }, (_, i) => i)
      .filter((i) => i === 0 || random.uniform() >= shorter)
      .map((i) => () => writeSentenceAt(rendering, item.rule, i));
  }
  const drawn = item.from + random.uniform() * (item.to - item.from);
  const wanted = item.to === 1 && item.from === 1 ? 1 : drawn * fullness;
  const count = Math.floor(Math.max(item.from, wanted) + random.uniform() * 0.999);
  if (item.kind === "exchange") {
    const entries = entriesOf(rendering, `ask ${item.rule}`);
    return random
      .shuffle(Array.from({ length: entries }, (_, i) => i))
      .slice(0, count)
      .map((i) => () => {
        const { builder } = rendering;
        builder.startLine();
        writeSentenceAt(rendering, `ask ${item.rule}`, i);
        builder.startLine();
        writeSentenceAt(rendering, `answer ${item.rule}`, i);
      });
  }
  if (item.rule === "normals") {
    const others = organs.filter((organ) => organ !== profile.area);
    const examined = new Set(random.shuffle(others).slice(0, count));
    return others
      .filter((organ) => examined.has(organ))
      .map((organ) => () => writeSentence(rendering, `normal ${organ}`));
  }
  const entries = entriesOf(rendering, item.rule);
  return Array.from(
    { length: Math.min(count, entries) },
    () => () => writeSentence(rendering, item.rule),
  );
}

/** Put each fact into a section that may hold its relation, evenly. */
function assignFacts(
  planned: PlannedDocument,
  random: Random,
): readonly (readonly [Section, readonly Fact[]])[] {
  const assigned = planned.type.sections.map((section): [Section, Fact[]] => [section, []]);
  for (const fact of planned.facts) {
    const own = fact.condition === planned.condition;
    const fitting = assigned.filter(([section]) =>
      (own ? section.relations : section.others).includes(fact.relation),
    );
    const least = Math.min(...fitting.map(([, held]) => held.length));
    random.pick(fitting.filter(([, held]) => held.length === least))[1].push(fact);
  }
  return assigned;
}
