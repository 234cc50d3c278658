/**
 * Tasks as an audit sees them: what a reader of an example sees, what is asked, and what ties
 * examples together. One function for each task brings its examples into this shape.
 */

import type { PhiSpan, WrittenStandard } from "../../corpus/document";
import type { CallExample } from "../tasks/calls";
import type { ChoiceExample, EntityExample, Split } from "../../corpus/examples";
import { bannedStems } from "../tasks/incidentEvents";
import type { IncidentExample } from "../tasks/incidents";
import type { PairExample } from "../tasks/pairs";

export type AuditExample = {
  readonly id: string;
  /** Examples of a group belong together and into one split. */
  readonly group: string;
  readonly split: Split;
  readonly writtenStandard: WrittenStandard;
  /** What a reader sees, in order: a question, both questions of a pair, the turns of a call. */
  readonly parts: readonly string[];
  /** What identifies people in each part, where that is known. */
  readonly spans?: readonly (readonly PhiSpan[])[];
  /** The options of a question, and which is right. */
  readonly choice?: { readonly options: readonly string[]; readonly answer: number };
  /** The question with its right answer: what may stand nowhere else. */
  readonly statement?: string;
  /** Labels to tell, by name. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the example is reported by, e.g. whether and where the corpus tells the fact. */
  readonly strata: readonly string[];
  /** Facts of the world that the example is about. */
  readonly factIds: readonly string[];
};

export type AuditTask = {
  readonly name: string;
  readonly examples: readonly AuditExample[];
  /**
   * The share of the test's runs of eight words that training or the corpus may hold, and half as
   * much for runs of thirteen. 0 where each split has its own wording; notes, calls and reports are
   * written with common phrases and share some.
   */
  readonly sharedWording: { readonly corpus: number; readonly train: number };
  /**
   * For tasks with labels, whether the words of a text may tell them. If not, a bag of words must be
   * at chance; if so, no single word may tell a label from the others better than
   * {@link bestKeywordAccuracy} says.
   */
  readonly wordsTell?: boolean;
  /** What would give a label of the example away, and so may not stand in it. */
  readonly banned?: (example: AuditExample) => RegExp;
};

/** Four-option questions. */
export function choiceTask(examples: readonly ChoiceExample[]): AuditTask {
  return {
    name: "choice",
    sharedWording: { corpus: 0, train: 0 },
    examples: examples.map((example) => ({
      ...identity(example),
      parts: [example.question],
      choice: { options: example.options, answer: example.answer },
      statement: example.cloze.replace("{answer}", example.options[example.answer]!),
      labels: {},
      strata: example.stratum === "withheld" ? ["withheld"] : ["told", example.stratum],
      factIds: [example.group],
    })),
  };
}

/** Notes with what identifies people in them. */
export function entitiesTask(examples: readonly EntityExample[]): AuditTask {
  return {
    name: "entities",
    sharedWording: { corpus: 0.1, train: 0.5 },
    examples: examples.map((example) => ({
      ...identity(example),
      parts: [example.text],
      spans: [example.spans],
      labels: {},
      strata: [],
      factIds: [],
    })),
  };
}

/** Pairs of questions that ask the same or not. */
export function pairsTask(examples: readonly PairExample[]): AuditTask {
  return {
    name: "pairs",
    sharedWording: { corpus: 0, train: 0 },
    // Two names of conditions in a pair are a sign that it asks two things: a model may see that.
    wordsTell: true,
    examples: examples.map((example) => ({
      ...identity(example),
      parts: [example.first, example.second],
      labels: { label: example.label },
      strata: [example.stratum],
      factIds: [example.group],
    })),
  };
}

/** Emergency calls about a stroke or something like it. */
export function callsTask(examples: readonly CallExample[]): AuditTask {
  return {
    name: "calls",
    sharedWording: { corpus: 0.1, train: 0.5 },
    wordsTell: true,
    examples: examples.map((example) => ({
      ...identity(example),
      parts: example.turns.map(({ text }) => text),
      labels: { label: example.label },
      strata: [],
      factIds: [],
    })),
  };
}

/** Incident reports with a category and a severity. */
export function incidentsTask(examples: readonly IncidentExample[]): AuditTask {
  const categories = new Map(examples.map(({ id, category }) => [id, category]));
  return {
    name: "incidents",
    sharedWording: { corpus: 0.1, train: 0.5 },
    wordsTell: true,
    banned: ({ id }) => new RegExp(bannedStems[categories.get(id)!].join("|"), "iu"),
    examples: examples.map((example) => ({
      ...identity(example),
      parts: [example.text],
      labels: { category: example.category, severity: example.severity },
      strata: [],
      factIds: [],
    })),
  };
}

function identity({
  id,
  group,
  split,
  writtenStandard,
}: Pick<AuditExample, "id" | "group" | "split" | "writtenStandard">): Pick<
  AuditExample,
  "id" | "group" | "split" | "writtenStandard"
> {
  return { id, group, split, writtenStandard };
}
