/**
 * Invented emergency calls about a stroke or about something that looks like one, as a dialogue of
 * operator and caller.
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
import { drawDate, drawPerson, trusts, years, type Person } from "../generator/people";
import { phiWriter } from "../generator/phiWriter";
import { textBuilder } from "../generator/textBuilder";
import { bodyAnswers } from "./callBody";
import { callFrame, callRelatives, callWords } from "./callFrame";
import { healthAnswers } from "./callHealth";
import { drawFindings, presentations, type Mimic, type Presentation } from "./callKnowledge";
import { onsetAnswers } from "./callOnset";
import { callFindings, callQuestions, type CallFinding } from "./callQuestions";
import { dealCases, phrasesOf, wordCount } from "./cases";
import { splits, type Split } from "../../corpus/examples";

export type CallTurn = { readonly speaker: "operator" | "caller"; readonly text: string };

/** A call to 113. Names and places come from the pool of its split. */
export type CallExample = {
  readonly id: string;
  readonly group: string;
  readonly split: Split;
  readonly writtenStandard: WrittenStandard;
  /** They alternate, and the operator begins. */
  readonly turns: readonly CallTurn[];
  readonly label: "stroke" | "other";
  /** What it is if it is no stroke, for reports; no model sees it. */
  readonly mimic?: Mimic;
};

/** As many calls as hold every presentation in both written standards equally often in each split. */
export const callBlock = 2 * presentations.length * 20;

const kinds = presentations.flatMap((presentation) =>
  (["nb", "nn"] as const).map((standard) => ({ presentation, standard })),
);

const grammars = Object.fromEntries(
  splits.map((split) => [
    split,
    grammar(
      callWords,
      named("relative", callRelatives),
      named("ask", phrasesOf(split, callQuestions)),
      phrasesOf(split, { ...onsetAnswers, ...bodyAnswers, ...healthAnswers }),
      named("frame", phrasesOf(split, callFrame)),
    ),
  ]),
) as Record<Split, Grammar>;

/**
 * Calls split 75/10/15, half of them about a stroke and half in nynorsk. What is asked, the number
 * of turns and the number of words wanted are drawn without regard to the label. Every call also
 * tells of one finding that belongs to a presentation of the other label. The same arguments give
 * the same bytes, and more calls begin with the fewer.
 *
 * @param o.calls - multiples of {@link callBlock} are balanced exactly
 */
export function generateCalls(o: { readonly calls: number; readonly seed: number }): CallExample[] {
  return dealCases({ kinds, cases: o.calls, seed: o.seed, purpose: "call cases" }).map(
    ({ kind, split }, index): CallExample => {
      const { presentation, standard } = kind;
      const id = `call-${o.seed}-${index}`;
      return {
        id,
        group: id,
        split,
        writtenStandard: standard,
        turns: writeCall(presentation, split, standard, random(o.seed, "call", 0, index)),
        label: presentation.mimic === undefined ? "stroke" : "other",
        ...(presentation.mimic === undefined ? {} : { mimic: presentation.mimic }),
      };
    },
  );
}

type Told = readonly (readonly [CallFinding, string])[];

/**
 * What is told, in the order asked: what decides for the presentation and what decides for one of
 * the other label, so that what is told says nothing, and a few findings more.
 */
export function drawTold(presentation: Presentation, draws: Random): Told {
  const isStroke = presentation.mimic === undefined;
  const other = draws.pick(presentations.filter((p) => (p.mimic === undefined) !== isStroke));
  const misleading = other.decisive.filter((finding) => !presentation.decisive.includes(finding));
  const findings = coherent(
    {
      ...drawFindings(presentation, draws),
      ...pickOne(misleading, draws, drawFindings(other, draws)),
    },
    draws,
  );
  const necessary = new Set<CallFinding>(["onset", ...presentation.decisive, ...other.decisive]);
  const rest = draws.shuffle(callFindings.filter((finding) => !necessary.has(finding)));
  const chosen = [...necessary, ...rest.slice(0, 8 + draws.integer(3) - necessary.size)];
  return draws.shuffle(chosen).map((finding) => [finding, findings[finding]] as const);
}

type Findings = Readonly<Record<CallFinding, string>>;

function pickOne(from: readonly CallFinding[], draws: Random, values: Findings): Partial<Findings> {
  if (from.length === 0) return {};
  const finding = draws.pick(from);
  return { [finding]: values[finding] };
}

/** Who did not see how it began cannot tell what came before it. */
function coherent(findings: Findings, draws: Random): Findings {
  if (findings.onset !== "woke" && findings.onset !== "found") return findings;
  if (findings.doing !== "quiet")
    return { ...findings, onset: draws.uniform() < 0.7 ? "sudden" : "gradual" };
  return { ...findings, doing: findings.onset === "woke" ? "asleep" : "unseen" };
}

function writeCall(
  presentation: Presentation,
  split: Split,
  standard: "nb" | "nn",
  draws: Random,
): readonly CallTurn[] {
  const told = drawTold(presentation, draws);
  const year = draws.pick(years);
  const person = drawPerson(draws, split, year, 40, 92);
  const voice = drawVoice(draws, standard);
  const builder = textBuilder();
  const phi = phiWriter(
    {
      person,
      date: drawDate(draws, year),
      pool: split,
      trust: draws.pick(trusts),
      longDates: true,
    },
    voice,
    draws,
    builder,
  );
  const rendering: Rendering = {
    grammar: grammars[split],
    voice,
    random: draws,
    builder,
    kept: new Map(),
    used: new Set(),
    write: (slot) => writeKin(slot, person, rendering) || phi(slot),
  };
  const exchanges: readonly (readonly [string, string])[] = [
    ["frame operatorOpens", "frame complaint"],
    ["frame where", "frame address"],
    ...told.map(([finding, value]) => [`ask ${finding}`, `${finding} ${value}`] as const),
    ["frame operatorCloses", "frame callerCloses"],
  ];
  const worried = draws.uniform() < 0.5 ? 3 + draws.integer(told.length - 2) : undefined;
  const turns = exchanges.flatMap(([operator, caller], i): [string[], string[]] => [
    i > 1 && draws.uniform() < 0.4 ? ["frame acknowledge", operator] : [operator],
    [caller],
  ]);
  if (worried !== undefined) {
    turns[2 * worried - 1]!.push("frame worry");
    turns[2 * worried] = ["frame reassure", turns[2 * worried]!.at(-1)!];
  }
  const texts = turns.map((rules) => writeTurn(rendering, rules));
  // Asides make up the length, which some findings would tell otherwise.
  const wanted = wantedWords.from + draws.integer(wantedWords.to - wantedWords.from);
  const answers = draws.shuffle(texts.map((_, i) => i).filter((i) => i % 2 === 1));
  for (const answer of answers) {
    const aside = writeTurn(rendering, ["frame aside"]);
    if (wordCount(texts.join(" ")) + wordCount(aside) <= wanted) texts[answer] += ` ${aside}`;
  }
  return texts.map((text, i) => ({ speaker: i % 2 === 0 ? "operator" : "caller", text }));
}

/** Words of a call; short ones grow by asides to a length drawn from here. */
const wantedWords = { from: 155, to: 190 } as const;

function writeTurn(rendering: Rendering, rules: readonly string[]): string {
  rendering.builder.startLine();
  for (const rule of rules) writeSentence(rendering, rule);
  return rendering.builder.finish().text.split("\n").at(-1)!;
}

const him = {
  nb: { female: "henne", male: "ham" },
  nn: { female: "henne", male: "han" },
} as const;

function writeKin(slot: string, person: Person, rendering: Rendering): boolean {
  if (slot === "him") rendering.builder.append(him[rendering.voice.standard][person.gender]);
  else if (slot === "relative") expand(rendering, `relative ${person.gender}`);
  else return false;
  return true;
}
