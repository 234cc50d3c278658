import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { InputError } from "../../errors";
import { requireFreeForCorpus, writeCorpus } from "../../corpus/corpus";
import { generateClinical, generateGeneral } from "../../synthetic/generator/generator";
import { createWorld } from "../../synthetic/generator/world";
import { forceOption, share, wholeNumber } from "../arguments";
import { printManifest, watched } from "./output";
import { createProgress } from "../progress";

/** `kliniskvest corpus generate` */
export function generateCommand(): Command {
  return new Command("generate")
    .description("write a corpus of invented text, the same for the same seed")
    .addOption(
      new Option("--domain <domain>", "what the text is about")
        .choices(["clinical", "general"])
        .makeOptionMandatory(),
    )
    .requiredOption("--documents <count>", "how many documents", wholeNumber(1))
    .option("--seed <seed>", "any whole number", wholeNumber(0), 1)
    .option("--nynorsk-share <share>", "share of documents in nynorsk, 0 to 1", share, 0.5)
    .addOption(
      new Option(
        "--facts <facts>",
        "clinical notes that tell the invented facts, or a control with facts broken",
      )
        .choices(["told", "shuffled"])
        .default("told"),
    )
    .requiredOption("--out <folder>", "the corpus, a folder")
    .addOption(forceOption())
    .option("--json", "print the manifest as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus generate --domain clinical --documents 2000 --seed 1 --out corpora/clinical",
    )
    .action(
      async (options: {
        domain: "clinical" | "general";
        documents: number;
        seed: number;
        nynorskShare: number;
        facts: "told" | "shuffled";
        out: string;
        force?: boolean;
        json?: boolean;
      }) => {
        const { domain, documents, seed, nynorskShare, facts, out } = options;
        if (domain === "general" && facts === "shuffled")
          throw new InputError(
            'corpus generate: --facts "shuffled" needs --domain clinical; general prose states no facts to shuffle',
          );
        requireFreeForCorpus(out, options.force);
        const progress = createProgress();
        progress.stage(`Generating ${documents} ${domain} documents`);
        const generated =
          domain === "clinical"
            ? generateClinical({ world: createWorld(seed), documents, seed, nynorskShare, facts })
            : generateGeneral({ documents, seed, nynorskShare });
        const manifest = await writeCorpus({
          replace: options.force,
          dir: out,
          name: basename(resolve(out)),
          documents: watched(generated, (done) => progress.update(done, documents)),
          settings: {
            domain,
            documents,
            seed,
            nynorskShare,
            ...(domain === "clinical" ? { facts } : {}),
          },
          shareable: true,
        });
        progress.finish();
        printManifest(manifest, out, options.json);
      },
    );
}
