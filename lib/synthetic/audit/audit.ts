/**
 * Proof that generated corpora and tasks have no leak and no shortcut: a list of figures, each with
 * what it may be. The same input gives the same figures. No text of documents is among them.
 */

import type { Document } from "../../corpus/document";
import type { World } from "../generator/world";
import { splitSentences } from "../../corpus/sentences";
import { auditAreas, pooled, type AuditCheck } from "./check";
import { choiceProbes } from "./choiceProbes";
import type { AuditTask } from "./example";
import { controlChecks, factScan, keptChecks, toldChecks } from "./facts";
import { identityScan } from "./identity";
import { labelProbes } from "./labelProbes";
import { leakScan } from "./leaks";
import { bannedChecks, groupChecks, nameScan, wordingChecks } from "./splits";
import { twinChecks } from "./twins";
import { auditWords, type SeenText } from "./auditWords";

/** A corpus and the tasks about the same world. */
export type AuditInput = {
  readonly world: World;
  readonly seed: number;
  readonly tasks: readonly AuditTask[];
  /** Documents with their spans. */
  readonly corpus: Documents;
  /** Whether the corpus tells the facts of the world, or is itself the control. @defaultValue true */
  readonly isTold?: boolean;
  /** @defaultValue 0.5 */
  readonly nynorskShare?: number;
  /** The same corpus with its facts shuffled. */
  readonly control?: Documents;
};

export type Audit = {
  readonly seed: number;
  /** Documents of the corpus. */
  readonly documents: number;
  readonly checks: readonly AuditCheck[];
  readonly passed: boolean;
};

/** Told what comes next, of which world; waited for, and what it throws stops the audit. */
type OnStage = (stage: string, world: World) => void | Promise<void>;

type Documents = Iterable<Document> | AsyncIterable<Document>;

/**
 * Audit one world. Documents are looked at one by one and not kept.
 *
 * @param onStage - told what comes next
 * @example await audit({ world, seed: 1, corpus: generateClinical({ world, documents: 3000, seed: 1 }),
 *   tasks: [choiceTask(generateChoices(world, 1))] })
 */
export async function audit(input: AuditInput, onStage: OnStage = () => undefined): Promise<Audit> {
  const { world, seed, tasks, isTold = true, nynorskShare = 0.5 } = input;
  await onStage("reading the corpus", world);
  const leaks = tasks.map((task) => leakScan(task, seed));
  const names = nameScan(tasks);
  const identities = identityScan("corpus");
  const facts = factScan(world);
  let documents = 0;
  for await (const document of input.corpus) {
    documents++;
    const seen = seenText(document);
    for (const scan of leaks) scan.see(seen);
    names.see(document);
    identities.see(document);
    facts.see(document.writtenStandard, seen);
  }
  const size = { rounds: documents / world.roundDocuments, nynorskShare };
  const control = isTold ? factScan(world) : facts;
  if (input.control !== undefined) {
    await onStage("reading the control corpus", world);
    for await (const document of input.control)
      control.see(document.writtenStandard, seenText(document));
  }
  const checks = [
    ...leaks.flatMap((scan) => scan.checks()),
    ...names.checks(),
    ...identities.checks(),
    ...(isTold ? keptChecks(world, facts) : []),
  ];
  for (const task of tasks) {
    await onStage(`probing ${task.name}`, world);
    checks.push(
      ...twinChecks(task),
      ...groupChecks(task),
      ...wordingChecks(task, world),
      ...bannedChecks(task),
      ...choiceProbes(task, facts.counts, seed),
      ...labelProbes(task, seed),
      ...(isAboutFacts(task) && isTold ? toldChecks(world, facts, task, size) : []),
      ...(isAboutFacts(task) && (input.control !== undefined || !isTold)
        ? controlChecks(world, control, task)
        : []),
      ...identityChecks(task),
    );
  }
  return resultOf(seed, documents, checks);
}

/**
 * Audit a world, and the probes that must be at chance over further worlds too.
 *
 * @param others - further worlds of other seeds, with corpora and tasks made in the same way
 */
export async function auditWorlds(
  input: AuditInput,
  others: Iterable<AuditInput>,
  onStage?: OnStage,
): Promise<Audit> {
  const first = await audit(input, onStage);
  const all = [first.checks];
  for (const other of others) all.push((await audit(other, onStage)).checks);
  const together = all.length > 1 ? pooled(all) : [];
  return resultOf(first.seed, first.documents, [...first.checks, ...together]);
}

function resultOf(seed: number, documents: number, checks: readonly AuditCheck[]): Audit {
  const ordered = auditAreas.flatMap((area) => checks.filter((check) => check.area === area));
  return { seed, documents, checks: ordered, passed: ordered.every(({ passed }) => passed) };
}

function seenText({ text, spans }: Document): SeenText {
  return {
    words: auditWords(text, spans),
    sentences: splitSentences(text).map((sentence) => auditWords(sentence)),
  };
}

function identityChecks({ name, examples }: AuditTask): readonly AuditCheck[] {
  const scan = identityScan(name);
  for (const { parts, spans } of examples)
    parts.forEach((text, i) => scan.see({ text, ...(spans && { spans: spans[i]! }) }));
  return scan.checks();
}

const isAboutFacts = (task: AuditTask): boolean =>
  task.examples.some(({ choice, factIds }) => choice !== undefined && factIds.length > 0);
