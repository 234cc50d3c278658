import { existsSync, statSync } from "node:fs";
import { once } from "node:events";
import { Command, Option } from "commander";
import { poolings, type Pooling } from "../../encoder/pooling";
import { chooseExecutor, type ExecutorName } from "../../engine";
import { InputError } from "../../errors";
import { embedTexts, fillMasks } from "../../evaluation/inference";
import { encodingRemedy, type Encoding } from "../../corpus/rows/decoding";
import { readLines, splitLines } from "../../corpus/rows/lines";
import { deviceOption, encodingOption, wholeNumber } from "../arguments";

type Flags = {
  texts: string;
  encoding: Encoding;
  pooling: Pooling;
  fillMask?: boolean;
  candidates: number;
  withTexts?: boolean;
  device: ExecutorName;
  json?: boolean;
};

/** `kliniskvest model run` */
export function runCommand(): Command {
  return new Command("run")
    .description("embed texts with a model, or fill their masks")
    .argument("<folder>", "a model with its tokenizer")
    .requiredOption("--texts <file>", "one text a line; - for standard input")
    .addOption(encodingOption("of the texts"))
    .addOption(
      new Option(
        "--pooling <pooling>",
        "what stands for a text: the mean of its tokens or the first",
      )
        .choices(poolings)
        .default("mean"),
    )
    .option("--fill-mask", "print the likeliest tokens at each mask instead")
    .option("--candidates <count>", "tokens for each mask", wholeNumber(1), 5)
    .option("--with-texts", "print the texts too")
    .addOption(deviceOption())
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      "\nWithout --json an embedding is a line of numbers between tabs.\n\nExample:\n  kliniskvest model run models/nb-bert-large --texts sentences.txt --pooling cls --json",
    )
    .action(run);
}

async function run(dir: string, flags: Flags): Promise<void> {
  const { pooling, candidates, json = false } = flags;
  chooseExecutor(flags.device);
  const read: string[] = [];
  const texts = remembered(readTexts(flags.texts, flags.encoding), read);
  /** The text that the next result belongs to, if it is to be printed. */
  const nextText = (): string | undefined => {
    const text = read.shift();
    return flags.withTexts ? text : undefined;
  };
  if (flags.fillMask) {
    await print(
      json && { model: dir, candidates, texts: [] },
      map(fillMasks(dir, texts, { candidates }), (masks) => {
        const text = nextText();
        if (json) return JSON.stringify({ ...(text !== undefined && { text }), masks });
        const lines = masks.map((each) =>
          each.map(({ token, probability }) => `${token} ${probability.toFixed(4)}`).join("\t"),
        );
        return [...(text !== undefined ? [text] : []), ...lines].join("\n");
      }),
    );
    return;
  }
  let cut = 0;
  await print(
    json && { model: dir, pooling, texts: [] },
    map(embedTexts(dir, texts, { pooling }), ({ values, isCut }) => {
      const text = nextText();
      if (isCut) cut++;
      const embedding = Array.from(values, shortest);
      if (json) return JSON.stringify({ ...(text !== undefined && { text }), isCut, embedding });
      return [...(text !== undefined ? [text] : []), embedding.join("\t")].join("\n");
    }),
  );
  if (cut > 0)
    console.error(`Longer than the model's positions, their ends left out: ${cut} of the texts`);
}

/** The fewest digits that tell a 32-bit float apart from its neighbours. */
const shortest = (value: number): number => Number(value.toPrecision(9));

/** Lines of a file, empty ones too: a result belongs to each. */
async function* readTexts(path: string, encoding: Encoding): AsyncGenerator<string> {
  if (path !== "-" && !existsSync(path))
    throw new InputError(`--texts ${path}: no such file; give a file with one text a line, or -`);
  if (path !== "-" && statSync(path).isDirectory())
    throw new InputError(`--texts ${path} is a folder; give a file with one text a line, or -`);
  const options = { encoding, hasEncodingOption: true };
  const lines =
    path === "-"
      ? splitLines("standard input", options, process.stdin as AsyncIterable<Buffer>)
      : readLines(path, options);
  for await (const { line, text, damage } of lines) {
    // Left out, a text would move the results of all behind it.
    if (damage !== undefined)
      throw new InputError(`--texts ${path}:${line}: ${damage}. ${encodingRemedy(options)}`);
    yield text;
  }
}

async function* remembered(texts: AsyncIterable<string>, into: string[]): AsyncGenerator<string> {
  for await (const text of texts) {
    into.push(text);
    yield text;
  }
}

async function* map<From, To>(
  values: AsyncIterable<From>,
  change: (value: From) => To,
): AsyncGenerator<To> {
  for await (const value of values) yield change(value);
}

/** Print results as they come: each on its own lines, or as the last list of one JSON document. */
async function print(document: object | false, results: AsyncIterable<string>): Promise<void> {
  const write = async (text: string): Promise<void> => {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  };
  const opening = document && JSON.stringify(document).replace(/\]\}$/, "");
  let count = 0;
  for await (const result of results) {
    if (opening) await write(count++ === 0 ? `${opening}\n${result}` : `,\n${result}`);
    else await write(`${result}\n`);
  }
  if (opening) await write(`${count === 0 ? opening : ""}\n]}\n`);
}
