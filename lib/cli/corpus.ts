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

/** `kliniskvest corpus …`, one file a command, in the order in which a text meets them. */
export function corpusCommand(): Command {
  return new Command("corpus")
    .description("make, import, clean and describe corpora")
    .addCommand(generateCommand())
    .addCommand(importCommand())
    .addCommand(identifyCommand())
    .addCommand(deidentifyCommand())
    .addCommand(dedupCommand())
    .addCommand(splitCommand())
    .addCommand(sampleCommand())
    .addCommand(packCommand())
    .addCommand(statsCommand())
    .addCommand(tasksCommand())
    .addCommand(auditCommand())
    .addCommand(trainIdentifierCommand());
}
