import { audit, type AuditInput } from "../../../lib/synthetic/audit/audit";
import type { AuditCheck } from "../../../lib/synthetic/audit/check";
import type { AuditExample, AuditTask } from "../../../lib/synthetic/audit/example";
import type { AnnotatedDocument } from "../../../lib/corpus/document";
import { generateClinical } from "../../../lib/synthetic/generator/generator";
import { createWorld } from "../../../lib/synthetic/generator/world";

export const world = createWorld(1, { conditions: 24 });
export const corpus: readonly AnnotatedDocument[] = [
  ...generateClinical({ world, documents: world.roundDocuments, seed: 1 }),
];

/** The checks that fail, of one task and one round of a small world. */
export async function failures(
  task: AuditTask,
  changes: Partial<AuditInput> = {},
): Promise<readonly AuditCheck[]> {
  const { checks } = await audit({ world, seed: 1, tasks: [task], corpus, ...changes });
  return checks.filter(({ passed }) => !passed);
}

export const namesOf = (checks: readonly AuditCheck[]): readonly string[] =>
  checks.map(({ name }) => name);

/** The task with some of its examples changed. */
export function changed(
  task: AuditTask,
  change: (example: AuditExample, index: number) => AuditExample,
): AuditTask {
  return { ...task, examples: task.examples.map(change) };
}

/** A document of the corpus with other text. */
export const documentOf = (
  text: string,
  more: Partial<AnnotatedDocument> = {},
): AnnotatedDocument => ({
  ...corpus[0]!,
  id: "planted",
  text,
  spans: [],
  ...more,
});
