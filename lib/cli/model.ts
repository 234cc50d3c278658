import { Command } from "commander";

/** `kliniskvest model`: models as folders, in and out. */
export function modelCommand(): Command {
  return new Command("model")
    .description("import, export, run and check models")
    .addHelpText("after", "\nExample:\n  kliniskvest model check models/norbert3-tiny");
}
