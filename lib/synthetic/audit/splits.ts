/** What may be in one split only: groups, facts, names, wordings. */

import type { Document, PhiLabel, PhiSpan } from "../../corpus/document";
import { familyNames, firstNames, namePools, places, type NamePool } from "../generator/people";
import type { World } from "../generator/world";
import { atMost, type AuditCheck } from "./check";
import { type AuditExample, type AuditTask } from "./example";
import { splits } from "../../corpus/examples";
import { auditWords, termFinder } from "./auditWords";

/** What names a person, a place or a place of work; numbers and dates recur by chance. */
const nameLabels: readonly PhiLabel[] = [
  "First_Name",
  "Last_Name",
  "Location",
  "Health_Care_Unit",
  "Street_Address",
];

/** Groups and facts that are in more than one split. */
export function groupChecks(task: AuditTask): readonly AuditCheck[] {
  const apart = (
    name: string,
    keysOf: (example: AuditExample) => readonly string[],
  ): AuditCheck => {
    const splitsOf = new Map<string, Set<string>>();
    for (const example of task.examples)
      for (const key of keysOf(example))
        splitsOf.set(key, (splitsOf.get(key) ?? new Set()).add(example.split));
    const split = [...splitsOf.values()].filter((of) => of.size > 1).length;
    return atMost("splits", `${task.name}: ${name} in several splits`, split, 0, splitsOf.size);
  };
  const repeated = task.examples.length - new Set(task.examples.map(({ id }) => id)).size;
  return [
    atMost("splits", `${task.name}: repeated ids`, repeated, 0, task.examples.length),
    apart("groups", ({ group }) => [group]),
    ...(task.examples.some(({ factIds }) => factIds.length > 0)
      ? [apart("facts", ({ factIds }) => factIds)]
      : []),
  ];
}

/** Texts of names by label, as a document or an example has them. */
function spannedNames(text: string, spans: readonly PhiSpan[]): readonly string[] {
  return spans
    .filter(({ label }) => nameLabels.includes(label))
    .map(({ start, end, label }) => `${label} ${text.slice(start, end).toLowerCase()}`);
}

const poolOf = new Map<string, NamePool>(
  namePools.flatMap((pool) =>
    [firstNames.female, firstNames.male, familyNames, places].flatMap((names) =>
      names[pool].map((name) => [name, pool] as const),
    ),
  ),
);

/** Labels of texts that are a name of a pool and nothing else. */
const pooledLabels: readonly PhiLabel[] = ["First_Name", "Last_Name", "Location"];

/**
 * Names of another pool than that of the text, marked or not. Outside of spans only capitals within
 * a sentence count: many a name is also an ordinary word, which begins sentences, or a street.
 */
function strangersIn(text: string, spans: readonly PhiSpan[], pool: NamePool): readonly string[] {
  const marked = spans.map(({ start, end }) => text.slice(start, end));
  const running = spans.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}.${rest.slice(end)}`,
    text,
  );
  return [
    ...marked.filter((_, i) => pooledLabels.includes(spans[i]!.label)),
    ...[...running.matchAll(/(?<=\p{L},? )\p{Lu}\p{Ll}+(?!\p{L})/gu)].map(([word]) => word),
  ].filter((word) => (poolOf.get(word) ?? pool) !== pool);
}

export type NameScan = {
  see(document: Document): void;
  checks(): readonly AuditCheck[];
};

/** Names of the tasks, and whether a corpus has them too. */
export function nameScan(tasks: readonly AuditTask[]): NameScan {
  const inCorpus = new Set<string>();
  const strangers = new Set<string>();
  let documents = 0;
  return {
    see(document) {
      documents++;
      for (const name of spannedNames(document.text, document.spans ?? [])) inCorpus.add(name);
      for (const name of strangersIn(document.text, document.spans ?? [], "corpus"))
        strangers.add(name);
    },
    checks: () => [
      atMost("splits", "corpus: names of another pool", strangers.size, 0, documents),
      ...tasks.flatMap((task) => namesOfTask(task, inCorpus)),
    ],
  };
}

function namesOfTask(task: AuditTask, inCorpus: ReadonlySet<string>): readonly AuditCheck[] {
  const names = new Map<string, Set<string>>();
  let strangers = 0;
  for (const { parts, spans, split } of task.examples)
    parts.forEach((part, i) => {
      strangers += strangersIn(part, spans?.[i] ?? [], split).length;
      for (const name of spannedNames(part, spans?.[i] ?? []))
        names.set(name, (names.get(name) ?? new Set()).add(split));
    });
  const pooled = atMost(
    "splits",
    `${task.name}: names of another pool`,
    strangers,
    0,
    task.examples.length,
  );
  if (names.size === 0) return [pooled];
  const of = [...names.entries()];
  return [
    pooled,
    atMost(
      "splits",
      `${task.name}: names, places and units in several splits`,
      of.filter(([, inSplits]) => inSplits.size > 1).length,
      0,
      of.length,
    ),
    atMost(
      "splits",
      `${task.name}: names, places and units of the corpus`,
      of.filter(([name]) => inCorpus.has(name)).length,
      0,
      of.length,
    ),
  ];
}

/**
 * Wordings of questions, with the world's terms taken out, that are in more than one split. Only for
 * tasks that promise a wording of its own to each split.
 */
export function wordingChecks(task: AuditTask, world: World): readonly AuditCheck[] {
  if (task.sharedWording.train > 0) return [];
  const find = termFinder(
    [...world.conditions, ...world.facts.map(({ value }) => value)].map(({ nb, nn }) => [nb, nn]),
  );
  const wordings = new Map<string, Set<string>>();
  for (const example of task.examples)
    for (const text of [...example.parts, ...(example.statement ? [example.statement] : [])]) {
      const words = auditWords(text);
      const terms = new Set(find(words).map(({ at }) => at));
      const wording = words.map((word, i) => (terms.has(i) ? "*" : word)).join(" ");
      wordings.set(wording, (wordings.get(wording) ?? new Set()).add(example.split));
    }
  const shared = [...wordings.values()].filter((of) => of.size > 1).length;
  return [
    atMost("splits", `${task.name}: wordings in several splits`, shared, 0, wordings.size),
    atMost(
      "splits",
      `${task.name}: splits without an example`,
      splits.filter((split) => task.examples.every((example) => example.split !== split)).length,
      0,
      splits.length,
    ),
  ];
}

/** Examples whose text holds what was banned from it. */
export function bannedChecks({ name, examples, banned }: AuditTask): readonly AuditCheck[] {
  if (banned === undefined) return [];
  const telling = examples.filter((example) =>
    example.parts.some((part) => banned(example).test(part)),
  );
  return [
    atMost(
      "splits",
      `${name}: texts with a word that names their label`,
      telling.length,
      0,
      examples.length,
    ),
  ];
}
