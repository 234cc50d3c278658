import { basename, resolve } from "node:path";
import { Command } from "commander";
import { compareWithGolden, excess, worstOfEach, type Parity } from "../../encoder/golden/parity";
import { runtimeName, type ExecutorName } from "../../engine";
import { deviceOption } from "../arguments";
import { createProgress } from "../progress";

/** `kliniskvest model check` */
export function checkCommand(): Command {
  return new Command("check")
    .description("compare encoders with golden values of their references")
    .argument("<folders...>", "folders of golden values, e.g. those in test/goldens")
    .addOption(deviceOption())
    .option("--json", "print every compared tensor as JSON")
    .addHelpText(
      "after",
      "\nExits with 1 if a difference exceeds its tolerance.\n\nExample:\n  kliniskvest model check test/goldens/bert-tiny test/goldens/modernbert-tiny",
    )
    .action(check);
}

async function check(
  folders: readonly string[],
  options: { device: ExecutorName; json?: boolean },
): Promise<void> {
  const { device: executor } = options;
  const runtime = runtimeName(executor);
  const progress = createProgress();
  const found: Parity[] = [];
  for (const [i, dir] of folders.entries()) {
    progress.stage(`Comparing ${dir} on ${runtime}`, `${i + 1}/${folders.length}`);
    found.push(await compareWithGolden(dir, { executor }));
    progress.finish();
  }
  const all = found.flatMap(({ dir, comparisons }) =>
    comparisons.map((comparison) => ({ dir, ...comparison })),
  );
  const failed = all.filter(({ ok }) => !ok);
  if (options.json) console.log(JSON.stringify({ executor, runtime, folders: found }, null, 2));
  else {
    console.log(describeParity(found).join("\n"));
    console.log(`\n${all.length} comparisons on ${runtime}, ${failed.length} beyond tolerance`);
  }
  if (failed.length === 0) return;
  const worst = failed.reduce((a, b) => (excess(b) > excess(a) ? b : a));
  throw new Error(
    `${failed.length} of ${all.length} comparisons fail; the worst is ${worst.quantity}${worst.tensor ? ` (${worst.tensor})` : ""} of case ${worst.case} in ${worst.dir}: ${scientific(worst.difference)} with a tolerance of ${scientific(worst.tolerance)}`,
  );
}

const scientific = (value: number): string =>
  value === 0 ? "0" : value.toExponential(1).replace("-", "−").replace("+", "");

const columns = [
  "golden",
  "case",
  "quantity",
  "difference",
  "relative",
  "tolerance",
  "",
  "worst tensor",
];

/** A table with a line for each quantity of each case: the worst tensor stands for all. */
function describeParity(found: readonly Parity[]): string[] {
  const names = found.map(({ dir }) => basename(resolve(dir)));
  const rows = found.flatMap(({ dir, comparisons, refused }, i) => {
    const golden = names.indexOf(names[i]!) === names.lastIndexOf(names[i]!) ? names[i]! : dir;
    return [
      ...worstOfEach(comparisons).map((row) => [
        golden,
        row.case,
        row.tensors > 1 ? `${row.quantity}, ${row.tensors} tensors` : row.quantity,
        scientific(row.difference),
        row.largest > 0 ? scientific(row.difference / row.largest) : "–",
        scientific(row.tolerance),
        row.ok ? "ok" : "FAIL",
        row.tensor ?? "",
      ]),
      ...refused.map((row) => [
        golden,
        row.case,
        `refused, as documented: ${row.reason}`,
        "",
        "",
        "",
        "",
        "",
      ]),
    ];
  });
  const widths = columns.map((column, i) =>
    // What is refused says so across the columns of numbers.
    Math.max(column.length, ...rows.filter((row) => i < 2 || row[3]).map((row) => row[i]!.length)),
  );
  return [columns, ...rows].map((row) =>
    row
      .map((text, i) => (i >= 3 && i <= 5 ? text.padStart(widths[i]!) : text.padEnd(widths[i]!)))
      .join("  ")
      .trimEnd(),
  );
}
