import { describe, expect, it } from "vitest";
import { audit } from "../../../lib/synthetic/audit/audit";
import { generatedTasks } from "../../../lib/synthetic/audit/generated";
import { generateClinical } from "../../../lib/synthetic/generator/generator";
import { createWorld } from "../../../lib/synthetic/generator/world";
import { callBlock } from "../../../lib/synthetic/tasks/calls";
import { incidentBlock } from "../../../lib/synthetic/tasks/incidents";

const sizes = { documents: 400, calls: callBlock, incidents: incidentBlock };

describe("what is generated", () => {
  it.each([1, 2, 3])("has no leak and no shortcut in the world of seed %i", async (seed) => {
    const world = createWorld(seed, { conditions: 24 });
    const generated = { world, documents: world.roundDocuments, seed };
    const { checks, passed } = await audit({
      world,
      seed,
      tasks: generatedTasks(world, sizes),
      corpus: generateClinical(generated),
      control: generateClinical({ ...generated, facts: "shuffled" }),
    });
    expect(checks.filter((check) => !check.passed)).toEqual([]);
    expect(passed).toBe(true);
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
    for (const task of ["choice", "pairs", "entities", "calls", "incidents"])
      expect(checks.filter(({ name }) => name.startsWith(task)).length).toBeGreaterThan(8);
    for (const check of checks) expect(Number.isFinite(check.value), check.name).toBe(true);
  });
});
