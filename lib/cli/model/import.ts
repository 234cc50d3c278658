import { rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { downloadModel, type HubSource } from "../../encoder/hub/hub";
import { parseHub } from "../../encoder/hub/hubAccess";
import { importFolder, type ImportedModel } from "../../encoder/hub/importing";
import { InputError } from "../../errors";
import { forceOption, requireReplaceable } from "../arguments";
import { withInterrupt } from "../interrupt";
import { createProgress } from "../progress";

type Flags = {
  readonly out: string;
  readonly revision?: string;
  readonly hub?: string;
  readonly force?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest model import` */
export function importCommand(): Command {
  return new Command("import")
    .description(
      "take over a model, from a folder or from the Hugging Face hub; the only command that goes to the network for one",
    )
    .argument("<model>", "a folder, or a name on the hub: owner/name")
    .requiredOption("--out <folder>", "where the model goes")
    .option("--revision <name>", "branch, tag or commit on the hub (default: main)")
    .option("--hub <address>", "another hub; HF_TOKEN is sent to it")
    .addOption(forceOption())
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      "\nThe environment variable HF_TOKEN lets you fetch gated and private models.\n\nExample:\n  kliniskvest model import NbAiLab/nb-bert-large --out models/nb-bert-large",
    )
    .action(async (model: string, { out, revision, hub, force, json }: Flags) => {
      if (statSync(model, { throwIfNoEntry: false })?.isDirectory()) {
        if (revision !== undefined || hub !== undefined)
          throw new InputError(`${model} is a folder here; leave out --revision and --hub`);
        requireReplaceable(out, { source: model, replace: force });
        return print(await importFolder(model, out), out, undefined, json);
      }
      // eslint-disable-next-line no-restricted-syntax -- a name on a hub, no path
      if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(model))
        throw new InputError(`${model}: no such folder, and no name on a hub, which is owner/name`);
      requireReplaceable(out, { replace: force });
      return fromHub(model, { out, json, revision, hub });
    });
}

async function fromHub(
  model: string,
  {
    out,
    json,
    revision,
    hub,
  }: { [Flag in keyof Omit<Flags, "force">]-?: Flags[Flag] | undefined } & { out: string },
): Promise<void> {
  const token = process.env["HF_TOKEN"] || undefined;
  const address = parseHub(hub ?? (await import("@huggingface/hub")).HUB_URL, token);
  const dir = `${resolve(out)}.download`;
  const progress = createProgress();
  progress.stage(`Downloading ${model}`);
  const begun = performance.now();
  const source = await withInterrupt(
    `stopped; what arrived is in ${dir}. Run the same command to go on.`,
    (signal) =>
      downloadModel({
        hub: address,
        model,
        dir,
        signal,
        ...(token !== undefined && { token }),
        ...(revision !== undefined && { revision }),
        onProgress: (received, wanted, file) => {
          const rate = received / 1e3 / (performance.now() - begun);
          progress.update(received, wanted, `${file}  ${rate.toFixed(1)} MB/s`);
        },
      }),
  );
  progress.finish();
  progress.stage("Checking and converting");
  const imported = await importFolder(dir, out, source);
  progress.finish();
  rmSync(dir, { recursive: true, force: true });
  print(imported, out, source, json);
}

function print(
  model: ImportedModel,
  out: string,
  source: HubSource | undefined,
  json: boolean | undefined,
): void {
  if (json) return void console.log(JSON.stringify({ out, ...model, source }, null, 2));
  const types = Object.entries(model.tensors).map(([type, count]) => `${count} ${type}`);
  console.log(
    `${out}: ${model.architecture}, ${model.parameters.toLocaleString("en")} numbers, ${model.vocabulary} tokens`,
  );
  if (source) console.log(`  from ${source.hub}/${source.model} at ${source.commit}`);
  console.log(`  licence: ${model.licence ?? "not stated; ask its authors before you use it"}`);
  console.log(
    `  tensors: ${types.join(", ")}${model.isConverted ? ", converted to one file of F32" : ""}`,
  );
}
