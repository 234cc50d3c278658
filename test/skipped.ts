/**
 * Counts the skipped tests by what they lacked. One that does not say what (`needs.ts`) fails the run.
 * The variable KLINISKVEST_SKIPPED names a file for the list of the test files that skipped something.
 */

import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule, TestRunEndReason, Vitest } from "vitest/node";

function lackOf(test: TestCase): string | undefined {
  for (let at: TestCase["parent"] | TestCase = test; at.type !== "module"; at = at.parent) {
    const { lacks } = at.meta();
    if (lacks !== undefined) return lacks;
  }
  return undefined;
}

export default class SkippedTests implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[], _: unknown, reason: TestRunEndReason): void {
    const counts = new Map<string, number>();
    const silent: string[] = [];
    const files = new Set<string>();
    for (const module of modules)
      for (const test of module.children.allTests("skipped")) {
        const lack = lackOf(test);
        if (lack === undefined) silent.push(`${module.relativeModuleId}: ${test.fullName}`);
        else counts.set(lack, (counts.get(lack) ?? 0) + 1);
        files.add(module.relativeModuleId);
      }
    const list = process.env["KLINISKVEST_SKIPPED"];
    if (list) writeFileSync(list, [...files].map((file) => `${file}\n`).join(""));
    const log = (line: string): void => this.#vitest!.logger.log(line);
    if (counts.size > 0) log("Skipped tests, by what is lacking here:");
    for (const [lack, count] of [...counts].sort(([, a], [, b]) => b - a))
      log(`${String(count).padStart(5)}  ${lack}`);
    // A failed hook skips the tests after it, and so does a pattern for names.
    if (silent.length === 0 || reason !== "passed" || this.#vitest!.config.testNamePattern) return;
    for (const test of silent) log(`Skipped without a reason (test/needs.ts gives one): ${test}`);
    process.exitCode = 1;
  }
}
