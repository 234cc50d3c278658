import { Command } from "commander";
import { auditCommand } from "./audit";
import { dedupCommand } from "./dedup";
import { deidentifyCommand } from "./deidentify";
import { generateCommand } from "./generate";
import { identifyCommand } from "./identify";
import { importCommand } from "./import";
import { packCommand } from "./pack";
import { sampleCommand } from "./sample";
import { showCommand } from "./show";
import { splitCommand } from "./split";
import { statsCommand } from "./stats";
import { tasksCommand } from "./tasks";
import { trainIdentifierCommand } from "./trainIdentifier";

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
    .addCommand(showCommand())
    .addCommand(statsCommand())
    .addCommand(tasksCommand())
    .addCommand(auditCommand())
    .addCommand(trainIdentifierCommand());
}
