import { Command } from "commander";
import { generateCommand } from "./corpusGenerate";
import { importCommand } from "./corpusImport";
import { sampleCommand } from "./corpusSample";
import { statsCommand } from "./corpusStats";

/** `kliniskvest corpus …`, one file a command. */
export function corpusCommand(): Command {
  return new Command("corpus")
    .description("make, import and describe corpora")
    .addCommand(generateCommand())
    .addCommand(importCommand())
    .addCommand(sampleCommand())
    .addCommand(statsCommand());
}
