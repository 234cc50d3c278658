/** Invented general prose in both written standards: the text of the general control. */

import { random, type Random } from "../../random";
import type { AnnotatedDocument } from "../../corpus/document";
import { generalFacts } from "./generalFacts";
import { generalLinks, generalTopics } from "./generalTopics";
import { generalNouns } from "./generalNouns";
import { generalWords } from "./generalWords";
import { generalWorld, type Citizen, type GeneralWorld } from "./generalWorld";
import { grammar, named, writeJoined, writeSentence, type Rendering } from "./grammar";
import { drawVoice, inVoice, terms, type Habits, type Term, type Voice } from "./lexicon";
import { textBuilder, type TextBuilder } from "./textBuilder";

const generalGrammar = grammar(
  generalWords,
  generalNouns,
  named("topic", generalTopics),
  named("about", generalFacts),
  { link: generalLinks },
);
const topics = Object.keys(generalTopics);
const subjects = Object.keys(generalFacts);

const conjunctions = terms(", og\n, og\n, men\n;").map(({ nb, nn }) => ({
  nb: `${nb} `,
  nn: `${nn} `,
}));

/** Edited prose: few short forms, nothing telegraphic. */
const habits: Habits = { abbreviating: 0.25, vocabulary: "everyday" };

/**
 * General prose: one topic a document, with facts about a few towns, people, organisations and
 * works of the {@link generalWorld} of the seed. The names of its people are spans. The same
 * arguments give the same bytes.
 *
 * @param o.nynorskShare - share of documents in nynorsk
 * @param o.typingErrorRate - typing errors per word of the most careless author
 * @defaultValue nynorskShare 0.5, typingErrorRate 0
 */
export function* generateGeneral(o: {
  readonly documents: number;
  readonly seed: number;
  readonly nynorskShare?: number;
  readonly typingErrorRate?: number;
}): Generator<AnnotatedDocument> {
  const world = generalWorld(o.seed);
  const authors = authorsOf(o.seed, o.typingErrorRate ?? 0);
  for (let i = 0; i < o.documents; i++) {
    const draws = random(o.seed, "general document", 0, i);
    const standard = draws.uniform() < (o.nynorskShare ?? 0.5) ? "nn" : "nb";
    const voice = draws.pick(authors[standard]);
    const builder = textBuilder({
      errorRate: voice.typingErrorRate,
      random: random(o.seed, "general typing", 0, i),
    });
    const rendering: Rendering = {
      grammar: generalGrammar,
      voice,
      random: draws,
      builder,
      kept: new Map(),
      used: new Set(),
      write: worldWriter(world, voice, draws, builder),
    };
    writeProse(rendering);
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

/** Three hundred authors of each standard write everything of a seed. */
function authorsOf(seed: number, typingErrorRate: number): Record<"nb" | "nn", readonly Voice[]> {
  const write = (standard: "nb" | "nn"): readonly Voice[] =>
    Array.from({ length: 300 }, (_, i) =>
      drawVoice(random(seed, `general author ${standard}`, 0, i), standard, {
        ...habits,
        typingErrorRate,
      }),
    );
  return { nb: write("nb"), nn: write("nn") };
}

function writeProse(rendering: Rendering): void {
  const { random: draws, builder } = rendering;
  const topic = `topic ${draws.pick(topics)}`;
  const sentences = 9 + draws.integer(5);
  let broken = false;
  for (let written = 0; written < sentences;) {
    const u = draws.uniform();
    if (u < 0.12 && written + 1 < sentences) {
      writeJoined(rendering, topic, draws.pick(conjunctions), topic);
      written += 2;
    } else {
      // Links tell what came of something, so a text does not open with one.
      const rule = u < 0.4 ? `about ${draws.pick(subjects)}` : u < 0.55 ? "link" : topic;
      writeSentence(rendering, rule === "link" && written === 0 ? topic : rule);
      written++;
    }
    if (!broken && written >= 5 && written < sentences) {
      broken = true;
      if (draws.uniform() < 0.5) builder.startLine();
    }
  }
}

const pronouns = {
  nb: { female: { he: "hun", his: "hennes" }, male: { he: "han", his: "hans" } },
  nn: { female: { he: "ho", his: "hennar" }, male: { he: "han", his: "hans" } },
} as const;

/** The `write` of a rendering: one person, town, organisation and work for the whole document. */
function worldWriter(
  world: GeneralWorld,
  voice: Voice,
  draws: Random,
  builder: TextBuilder,
): (slot: string) => boolean {
  const person = draws.pick(world.citizens);
  const { town } = person;
  const organisation = draws.pick(world.organisations);
  const work = draws.pick(world.works);
  const words = pronouns[voice.standard][person.gender];
  const name = (citizen: Citizen): void => {
    builder.appendPhi(citizen.firstName, "First_Name");
    builder.append(" ");
    builder.appendPhi(citizen.lastName, "Last_Name");
  };
  const term = (value: Term): void => builder.appendTerm(inVoice(value, voice));
  const number = (value: number): void => builder.appendTerm(String(value));
  const slots: Readonly<Record<string, () => void>> = {
    P: () => name(person),
    L: () => builder.appendPhi(person.lastName, "Last_Name"),
    he: () => builder.append(words.he),
    He: () => builder.append(words.he[0]!.toUpperCase() + words.he.slice(1)),
    his: () => builder.append(words.his),
    pjob: () => term(person.job),
    phobby: () => term(person.hobby),
    pstudy: () => term(person.subject),
    pborn: () => number(person.birth.year),
    T: () => builder.appendTerm(town.name),
    T2: () => builder.appendTerm(world.towns[town.neighbour]!.name),
    landscape: () => term(town.landscape),
    industry: () => term(town.industry),
    sight: () => term(town.sight),
    townFestival: () => term(town.festival),
    inhabitants: () => builder.appendTerm(withBlanks(town.inhabitants)),
    townFounded: () => number(town.founded),
    O: () => term(organisation.name),
    otown: () => builder.appendTerm(organisation.town.name),
    ofounded: () => number(organisation.founded),
    omembers: () => number(organisation.members),
    oleader: () => name(organisation.leader),
    W: () => builder.appendTerm(`«${inVoice(work.name, voice)}»`),
    wkind: () => term(work.kind),
    wmaker: () => name(work.maker),
    wyear: () => number(work.year),
    wtheme: () => term(work.theme),
  };
  return (slot) => {
    slots[slot]?.();
    return slot in slots;
  };
}

/** `12 400`, as Norwegian writes numbers of five digits and more. */
const withBlanks = (value: number): string =>
  value < 10_000
    ? String(value)
    : `${Math.floor(value / 1000)} ${String(value % 1000).padStart(3, "0")}`;
