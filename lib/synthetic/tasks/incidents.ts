/**
 * Invented incident reports of hospital wards. The category is what happened now, the severity what
 * came of it. Each report also tells what was in order and what did not come of it, and most tell
 * of an earlier incident, so that the words of a category or severity do not decide by themselves.
 */

import { random, type Random } from "../../random";
import type { WrittenStandard } from "../../corpus/document";
import {
  expand,
  grammar,
  named,
  writeSentence,
  type Grammar,
  type Rendering,
} from "../generator/grammar";
import { drawVoice } from "../generator/lexicon";
import { drawDate, drawPerson, trusts, years } from "../generator/people";
import { phiWriter } from "../generator/phiWriter";
import { textBuilder } from "../generator/textBuilder";
import { dealCases, phrasesOf, wordCount } from "./cases";
import { splits, type Split } from "../../corpus/examples";
import {
  bannedStems,
  incidentCategories,
  incidentEvents,
  type IncidentCategory,
} from "./incidentEvents";
import {
  atFirst,
  consequences,
  feared,
  incidentFrame,
  incidentRemarks,
  incidentWords,
  noOutcome,
  outcomes,
  severities,
  type Severity,
} from "./incidentPhrases";

/** A report with what it is about and how bad it was. Names come from the pool of its split. */
export type IncidentExample = {
  readonly id: string;
  readonly group: string;
  readonly split: Split;
  readonly writtenStandard: WrittenStandard;
  readonly text: string;
  readonly category: IncidentCategory;
  readonly severity: Severity;
};

const kinds = incidentCategories.flatMap((category) =>
  severities.flatMap((severity) =>
    (["nb", "nn"] as const).map((standard) => ({ category, severity, standard })),
  ),
);
type Kind = (typeof kinds)[number];

/** As many reports as hold every kind in both written standards equally often in each split. */
export const incidentBlock = kinds.length * 20;

const grammars = Object.fromEntries(
  splits.map((split) => [
    split,
    grammar(
      incidentWords,
      named("event", phrasesOf(split, incidentEvents)),
      named("remark", phrasesOf(split, incidentRemarks)),
      named("consequence", phrasesOf(split, consequences)),
      named("told", phrasesOf(split, { atFirst, feared, noOutcome, outcomes })),
      named("frame", phrasesOf(split, incidentFrame)),
    ),
  ]),
) as Record<Split, Grammar>;

/**
 * Reports split 75/10/15, half of them in nynorsk. How many words are wanted is drawn without
 * regard to the kind. The same arguments give the same bytes, and more reports begin with the fewer.
 *
 * @param o.incidents - multiples of {@link incidentBlock} are balanced exactly
 */
export function generateIncidents(o: {
  readonly incidents: number;
  readonly seed: number;
}): IncidentExample[] {
  return dealCases({ kinds, cases: o.incidents, seed: o.seed, purpose: "incident cases" }).map(
    ({ kind, split }, index): IncidentExample => {
      const id = `incident-${o.seed}-${index}`;
      // A typing error may happen to write a banned word; then the report is written once more.
      let text = writeIncident(kind, split, o.seed, index, 0);
      for (let attempt = 1; isBanned(text) && attempt < 10; attempt++)
        text = writeIncident(kind, split, o.seed, index, attempt);
      if (isBanned(text)) throw new RangeError(`${id}: a banned word stands in its phrases`);
      return {
        id,
        group: id,
        split,
        writtenStandard: kind.standard,
        text,
        category: kind.category,
        severity: kind.severity,
      };
    },
  );
}

const banned = Object.values(bannedStems).flat();

/** Whether a text holds the word of a category, its own or another's, in any form or compound. */
export function isBanned(text: string): boolean {
  const lower = text.toLowerCase();
  return banned.some((stem) => lower.includes(stem));
}

/** Words of a report; short ones grow to a length drawn from here. */
const wantedWords = { from: 90, to: 125 } as const;

function writeIncident(
  { category, severity, standard }: Kind,
  split: Split,
  seed: number,
  index: number,
  attempt: number,
): string {
  const draws = random(seed, "incident", attempt, index);
  const year = draws.pick(years);
  const voice = drawVoice(draws, standard, {
    abbreviating: 0.3,
    typingErrorRate: 0.015,
    telegraphicShare: 0.3,
  });
  const builder = textBuilder({
    errorRate: voice.typingErrorRate,
    random: random(seed, "incident typing", attempt, index),
  });
  const setting = {
    person: drawPerson(draws, split, year, 20, 96),
    date: drawDate(draws, year),
    pool: split,
    trust: draws.pick(trusts),
    longDates: false,
  };
  const phi = phiWriter(setting, voice, draws, builder);
  let consequence: "minor" | "moderate" | "serious" = "minor";
  const rendering: Rendering = {
    grammar: grammars[split],
    voice,
    random: draws,
    builder,
    kept: new Map(),
    used: new Set(),
    write: (slot) => {
      if (slot !== "x") return phi(slot);
      expand(rendering, `consequence ${consequence}`);
      return true;
    },
  };
  const write = (...rules: readonly string[]): string => {
    builder.startLine();
    for (const rule of rules) writeSentence(rendering, rule);
    return builder.finish().text.split("\n").at(-1)!;
  };
  const fear = (): string => {
    consequence = draws.pick(["minor", "moderate", "serious"]);
    return write("told feared");
  };
  const came = (): readonly string[] => {
    if (severity === "none") return draws.shuffle([write("told noOutcome"), fear(), fear()]);
    consequence = severity;
    const told = write("told outcomes");
    return [write("told atFirst"), ...draws.shuffle([told, fear()])];
  };
  // What was in order before may be said of any category, that of the report included.
  const remarked = draws.shuffle(incidentCategories).slice(0, 1 + draws.integer(3));
  const opening = write("frame opening");
  const event = `event ${category}`;
  const happened = [
    draws.uniform() < 0.6 ? write("frame now", event) : write(event),
    write("frame before", ...remarked.map((other) => `remark ${other}`)),
    ...(draws.uniform() < 0.8
      ? [write("frame earlier", `event ${draws.pick(incidentCategories)}`)]
      : []),
  ];
  const body = [opening, ...draws.shuffle(happened), ...came()];
  return fillUp(body, draws, (rule) => write(`frame ${rule}`));
}

/** The sentences, with as many more after them as fit the length wanted. */
function fillUp(body: readonly string[], draws: Random, write: (rule: string) => string): string {
  const wanted = wantedWords.from + draws.integer(wantedWords.to - wantedWords.from);
  let words = wordCount(body.join(" "));
  const added = draws
    .shuffle(["cause", "action", "action", "proposal", "action", "cause", "action", "cause"])
    .map(write)
    .filter((sentence) => {
      const fits = words + wordCount(sentence) <= wanted;
      if (fits) words += wordCount(sentence);
      return fits;
    });
  return [...body, ...added].join(" ");
}
