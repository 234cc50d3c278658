import { Command } from "commander";
import { auditCommand } from "./corpusAudit";
import { dedupCommand } from "./corpusDedup";
import { deidentifyCommand } from "./corpusDeidentify";
import { generateCommand } from "./corpusGenerate";
import { identifyCommand } from "./corpusIdentify";
import { importCommand } from "./corpusImport";
import { packCommand } from "./corpusPack";
import { sampleCommand } from "./corpusSample";
import { splitCommand } from "./corpusSplit";
import { statsCommand } from "./corpusStats";
import { tasksCommand } from "./corpusTasks";
import { trainIdentifierCommand } from "./corpusTrainIdentifier";

/** `kliniskvest corpus …`, one file a command. */
export function corpusCommand(): Command {
  return new Command("corpus")
    .description("make, import and describe corpora")
    .addCommand(generateCommand())
    .addCommand(importCommand())
    .addCommand(deidentifyCommand())
    .addCommand(sampleCommand())
    .addCommand(identifyCommand())
    .addCommand(trainIdentifierCommand())
    .addCommand(tasksCommand())
    .addCommand(auditCommand())
    .addCommand(dedupCommand())
    .addCommand(splitCommand())
    .addCommand(packCommand())
    .addCommand(statsCommand());
}
