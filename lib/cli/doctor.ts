import { Command } from "commander";
import { diagnose, type Finding } from "../reproduce/doctor";

const marks = { ok: "✓", absent: "–", broken: "✗" } as const satisfies Record<
  Finding["status"],
  string
>;

/** `kliniskvest doctor` */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("what this machine can run, and how to get the rest")
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExample:\n  kliniskvest doctor")
    .action(async (options: { json?: boolean }) => {
      const findings = await diagnose();
      if (options.json) console.log(JSON.stringify(findings, null, 2));
      else
        for (const { name, status, detail } of findings)
          console.log(`${marks[status]} ${name.padEnd(30)} ${detail}`);
    });
}
