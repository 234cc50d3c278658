import { Command, Option } from "commander";
import { loadConfig, saveModel } from "../../encoder/checkpoint";
import { exportOnnx, onnxTasks, taskOf, type OnnxTask } from "../../encoder/onnx/onnx";
import {
  drawnRows,
  quantizationCost,
  rowsOfTexts,
  type QuantizationCost,
} from "../../encoder/onnx/onnxCost";
import { loadWholeModel } from "../../encoder/wholeModel";
import { InputError } from "../../errors";
import { loadTokenizer } from "../../tokenization/tokenizer";
import type { Encoding } from "../../corpus/rows/decoding";
import { readUserText } from "../../corpus/rows/userText";
import { encodingOption, forceOption, requireReplaceable } from "../arguments";

type Flags = {
  readonly to: "onnx" | "hf";
  readonly out: string;
  readonly task?: OnnxTask;
  readonly int8?: boolean;
  readonly texts?: string;
  readonly encoding: Encoding;
  readonly force?: boolean;
  readonly json?: boolean;
};

/** Rows that the two precisions are compared on if no texts are given. */
const drawn = 64;

/** `kliniskvest model export` */
export function exportCommand(): Command {
  return new Command("export")
    .description("write a model for other programs: transformers.js (ONNX) or Hugging Face")
    .argument("<folder>", "a model folder")
    .addOption(
      new Option("--to <form>", "what to write").choices(["onnx", "hf"]).makeOptionMandatory(),
    )
    .requiredOption("--out <folder>", "where the export goes")
    .addOption(
      new Option(
        "--task <task>",
        "what the ONNX model does (default: as config.json says)",
      ).choices(onnxTasks),
    )
    .option("--int8", "write the ONNX model in 8 bits too, and measure what that costs")
    .option("--texts <file>", "texts to measure on, one a line (default: tokens drawn at random)")
    .addOption(encodingOption("of the texts"))
    .addOption(forceOption())
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest model export runs/first/model --to onnx --out exports/first --int8",
    )
    .action((dir: string, flags: Flags) => {
      requireReplaceable(flags.out, { source: dir, replace: flags.force });
      return flags.to === "onnx" ? toOnnx(dir, flags) : toHuggingFace(dir, flags);
    });
}

async function toHuggingFace(dir: string, { out, json, task, int8, texts }: Flags): Promise<void> {
  if (task !== undefined || int8 || texts !== undefined)
    throw new InputError("--task, --int8 and --texts belong to --to onnx; leave them out");
  const { config, model, labels, leftOut } = loadWholeModel(dir);
  await saveModel(out, config, model, { tokenizerDir: dir, ...(labels && { labels }) });
  if (json)
    return void console.log(JSON.stringify({ out, heads: headsOf(model), leftOut }, null, 2));
  console.log(`${out}: ${config.architecture}, heads: ${headsOf(model).join(", ") || "none"}`);
  if (leftOut.length > 0) console.log(`left out: ${leftOut.join(", ")}`);
}

const headsOf = (model: object): string[] =>
  Object.keys(model).filter((part) => part !== "encoder");

async function toOnnx(dir: string, flags: Flags): Promise<void> {
  const { out, int8 = false, texts, json } = flags;
  if (texts !== undefined && !int8)
    throw new InputError("--texts is what --int8 is measured on; give both or neither");
  const task = flags.task ?? taskOf(dir);
  const lines = texts === undefined ? undefined : readLines(texts, flags.encoding);
  const sizes = await exportOnnx({ dir, out, task, int8 });
  const cost = int8 ? await measure(dir, out, task, lines) : undefined;
  if (json) return void console.log(JSON.stringify({ out, task, bytes: sizes, cost }, null, 2));
  console.log(`${out}: ${task}`);
  for (const [precision, bytes] of Object.entries(sizes))
    console.log(`  ${precision.padEnd(4)} ${(bytes / 1e6).toFixed(1)} MB`);
  if (cost) console.log(describe(cost));
}

async function measure(
  dir: string,
  out: string,
  task: OnnxTask,
  lines: readonly string[] | undefined,
): Promise<QuantizationCost> {
  const tokenizer = await loadTokenizer(dir);
  const { maximumPositions } = loadConfig(dir);
  const rows = lines
    ? rowsOfTexts(lines, tokenizer, maximumPositions)
    : drawnRows(drawn, tokenizer, maximumPositions);
  return quantizationCost(out, task, rows, tokenizer.special);
}

function readLines(path: string, encoding: Encoding): string[] {
  const wanted = "Name a file with one text a line.";
  const content = readUserText(path, { encoding, hasEncodingOption: true, wanted });
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) throw new InputError(`${path}: holds no texts; one a line is expected`);
  return lines;
}

const describe = ({ compared, difference, largest, cosine, agreement }: QuantizationCost): string =>
  [
    `8 bits beside 32, ${compared} outputs:`,
    `  difference    mean ${difference.mean.toExponential(2)}, largest ${difference.maximum.toExponential(2)} (numbers up to ${largest.toPrecision(3)})`,
    `  cosine        mean ${cosine.mean.toFixed(5)}, least ${cosine.minimum.toFixed(5)}`,
    ...(agreement === undefined ? [] : [`  same highest  ${(100 * agreement).toFixed(1)} %`]),
  ].join("\n");
