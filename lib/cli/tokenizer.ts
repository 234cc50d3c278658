import { Command } from "commander";
import { loadTokenizer, saveTokenizer } from "../text/tokenizer";
import { trainTokenizer } from "../text/tokenizerTraining";
import { wholeNumber } from "./arguments";

/** `kliniskvest tokenizer train | inspect` */
export function tokenizerCommand(): Command {
  return new Command("tokenizer")
    .description("train and inspect subword tokenizers")
    .addCommand(trainCommand())
    .addCommand(inspectCommand());
}

function trainCommand(): Command {
  return new Command("train")
    .description("train a WordPiece tokenizer on corpora")
    .requiredOption("--corpus <folders...>", "one or more corpora")
    .requiredOption("--vocabulary-size <size>", "tokens in all", wholeNumber(1))
    .option("--lowercase", "take A and a for the same letter")
    .requiredOption("--out <folder>", "where tokenizer.json goes, e.g. a model folder")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest tokenizer train --corpus corpora/clinical corpora/general --vocabulary-size 4000 --out tokenizers/small",
    )
    .action(
      async (options: {
        corpus: string[];
        vocabularySize: number;
        lowercase?: boolean;
        out: string;
        json?: boolean;
      }) => {
        const { corpus, vocabularySize, lowercase = false, out } = options;
        saveTokenizer(out, await trainTokenizer({ corpora: corpus, vocabularySize, lowercase }));
        const { size, hash } = await loadTokenizer(out);
        if (size < vocabularySize)
          console.error(
            `${size} tokens, fewer than the ${vocabularySize} asked for: every repeated pair of pieces is merged. A larger corpus gives more.`,
          );
        console.log(
          options.json
            ? JSON.stringify({ out, size, hash, corpora: corpus, lowercase }, null, 2)
            : `${out}: ${size} tokens`,
        );
      },
    );
}

function inspectCommand(): Command {
  return new Command("inspect")
    .description("show a tokenizer, and how it cuts a text")
    .argument("<folder>", "holds tokenizer.json")
    .option("--text <text>", "a text to cut")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      '\nExample:\n  kliniskvest tokenizer inspect tokenizers/small --text "Åndenød og brystsmerter"',
    )
    .action(async (dir: string, options: { text?: string; json?: boolean }) => {
      const tokenizer = await loadTokenizer(dir);
      const { size, special, hash } = tokenizer;
      const tokens =
        options.text === undefined
          ? undefined
          : [...tokenizer.encode(options.text)].map((id) => ({
              id,
              token: tokenizer.token(id),
              bytes: tokenizer.bytesOf(id),
            }));
      if (options.json) {
        console.log(JSON.stringify({ size, special, hash, ...(tokens && { tokens }) }, null, 2));
        return;
      }
      console.log(`${dir}: ${size} tokens, sha256 ${hash}`);
      for (const [role, id] of Object.entries(special))
        console.log(`  ${role.padEnd(5)} ${String(id).padStart(6)}  ${tokenizer.token(id)}`);
      if (tokens) console.log(tokens.map(({ token }) => token).join(" "));
    });
}
