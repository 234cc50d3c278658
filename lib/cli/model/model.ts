import { Command } from "commander";
import { checkCommand } from "./check";
import { exportCommand } from "./export";
import { importCommand } from "./import";
import { runCommand } from "./run";

/** `kliniskvest model`: models as folders, in and out. */
export function modelCommand(): Command {
  return new Command("model")
    .description("import, export, run and check models")
    .addCommand(checkCommand())
    .addCommand(exportCommand())
    .addCommand(importCommand())
    .addCommand(runCommand())
    .addHelpText("after", "\nExample:\n  kliniskvest model check models/norbert3-tiny");
}
