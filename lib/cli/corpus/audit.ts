import { setImmediate } from "node:timers/promises";
import { Command, Option } from "commander";
import { InputError } from "../../errors";
import { requireFreeFile, writeJson } from "../../files";
import { auditWorlds, type Audit, type AuditInput } from "../../synthetic/audit/audit";
import { auditAreas, type AuditCheck } from "../../synthetic/audit/check";
import { generatedInput } from "../../synthetic/audit/generated";
import { openManifest, readCorpus } from "../../corpus/corpus";
import { forceOption, wholeNumber } from "../arguments";
import { watched } from "./output";
import { withInterrupt } from "../interrupt";
import { createProgress, type Progress } from "../progress";

type AuditOptions = {
  readonly seed: number;
  readonly documents: number;
  readonly corpus?: string;
  readonly worlds: number;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest corpus audit` */
export function auditCommand(): Command {
  return new Command("audit")
    .description("look for leaks and shortcuts in a generated corpus and the tasks of its world")
    .addOption(new Option("--seed <seed>", "the world").argParser(wholeNumber(0)).default(1))
    .addOption(
      new Option("--documents <count>", "documents of the corpus")
        .argParser(wholeNumber(1))
        .default(3000),
    )
    .addOption(
      new Option("--corpus <folder>", "a corpus that `corpus generate` wrote, instead").conflicts([
        "seed",
        "documents",
      ]),
    )
    .option(
      "--worlds <count>",
      "worlds that the probes are pooled over: this one and those of the next seeds",
      wholeNumber(1),
      5,
    )
    .option("--out <file>", "write all figures, as JSON")
    .addOption(forceOption("the file at --out"))
    .option("--json", "print all figures as JSON")
    .addHelpText(
      "after",
      "\nExits with 1 if a check fails.\n\nExample:\n  kliniskvest corpus audit --seed 1 --documents 3000",
    )
    .action(runAudit);
}

async function runAudit(options: AuditOptions): Promise<void> {
  const progress = createProgress();
  const { corpus, documents, seed, worlds } = options;
  requireFreeFile(options.out, { option: "--out", replace: options.force ?? false });
  const input =
    corpus === undefined
      ? withProgress(generatedInput({ seed, documents }), documents, progress)
      : corpusInput(corpus, progress);
  const audited = await withInterrupt(
    "stopped; nothing was written. Run the same command to begin again.",
    (signal) =>
      auditWorlds(
        input,
        furtherWorlds(input.seed, worlds - 1, progress),
        async (stage, { seed: world }) => {
          // A signal is only seen between turns of the event loop.
          await setImmediate();
          signal.throwIfAborted();
          progress.stage(`World ${world}: ${stage}`, `${world - input.seed + 1}/${worlds}`);
        },
      ),
  );
  progress.finish();
  if (options.out !== undefined) writeJson(options.out, audited);
  console.log(options.json ? JSON.stringify(audited, null, 2) : describeAudit(audited));
  const failed = audited.checks.filter(({ passed }) => !passed);
  if (failed.length > 0)
    throw new Error(
      `${failed.length} of ${audited.checks.length} checks fail; the first is "${failed[0]!.name}"`,
    );
}

/** The documents pass one by one, and Ctrl-C is heard. */
function withProgress(input: AuditInput, documents: number, progress: Progress): AuditInput {
  const shown = (of: AuditInput["corpus"]): AuditInput["corpus"] =>
    watched(of, (done) => progress.update(done, documents));
  return {
    ...input,
    corpus: shown(input.corpus),
    ...(input.control && { control: shown(input.control) }),
  };
}

function* furtherWorlds(seed: number, count: number, progress: Progress): Generator<AuditInput> {
  for (let i = 1; i <= count; i++) {
    const input = generatedInput({ seed: seed + i });
    yield withProgress(input, input.world.roundDocuments, progress);
  }
}

/** A corpus on disk with the tasks of the world that its manifest names. */
function corpusInput(dir: string, progress: Progress): AuditInput {
  const { settings, documents } = openManifest(dir);
  const { domain, seed, nynorskShare, facts } = settings;
  if (domain !== "clinical" || typeof seed !== "number")
    throw new InputError(
      `--corpus ${dir}: not generated clinical text (its manifest says domain ${JSON.stringify(domain ?? null)}, seed ${JSON.stringify(seed ?? null)}), so no world belongs to it. Name a corpus that \`corpus generate --domain clinical\` wrote.`,
    );
  const share = typeof nynorskShare === "number" ? nynorskShare : 0.5;
  const { control, ...input } = generatedInput({ seed, documents, nynorskShare: share });
  const isTold = facts !== "shuffled";
  return withProgress(
    { ...input, corpus: readCorpus(dir), isTold, ...(isTold && control && { control }) },
    documents,
    progress,
  );
}

/** A line a check under its area, with a mark where it fails, and the sum of it all. */
function describeAudit({ checks, seed, documents }: Audit): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const failed = checks.filter(({ passed }) => !passed).length;
  const areas = auditAreas.flatMap((area) => {
    const lines = checks.filter((check) => check.area === area);
    return lines.length === 0 ? [] : [area, ...lines.map((check) => describeCheck(check, width))];
  });
  return [
    ...areas,
    "",
    `world ${seed}, ${documents} documents: ${checks.length} checks, ${failed === 0 ? "all passed" : `${failed} FAILED`}`,
  ].join("\n");
}

function describeCheck(check: AuditCheck, width: number): string {
  const { least, most, standardError, expected } = check;
  const bounds =
    least !== undefined && most !== undefined
      ? `${figure(least)} to ${figure(most)}`
      : least !== undefined
        ? `at least ${figure(least)}`
        : most !== undefined
          ? `at most ${figure(most)}`
          : "";
  const chance =
    standardError === undefined ? "" : `chance ${figure(expected!)}, SE ${figure(standardError)}`;
  return [
    check.passed ? "      " : "FAILS ",
    check.name.padEnd(width),
    figure(check.value).padStart(7),
    bounds.padEnd(15),
    `n ${check.n}`.padEnd(8),
    chance,
  ]
    .join("  ")
    .trimEnd();
}

const figure = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(3));
