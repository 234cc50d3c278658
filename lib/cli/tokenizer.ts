import { join } from "node:path";
import { Command, Option } from "commander";
import { chooseWords, extendVocabulary, restoreVocabulary } from "../encoder/vocabularyExtension";
import { InputError } from "../errors";
import { requireFreeFile } from "../files";
import { readCorpus } from "../corpus/corpus";
import { tokenFrame } from "../statistics/frames";
import { loadTokenizer, savedTokenizerFiles, saveTokenizer } from "../tokenization/tokenizer";
import { describeTokenizer } from "../tokenization/tokenizerDescription";
import {
  tokenizerKinds,
  trainTokenizer,
  type TokenizerKind,
} from "../tokenization/tokenizerTraining";
import type { Encoding } from "../corpus/rows/decoding";
import { readUserText } from "../corpus/rows/userText";
import { encodingOption, forceOption, requireReplaceable, wholeNumber } from "./arguments";

/** `kliniskvest tokenizer train | inspect | extend` */
export function tokenizerCommand(): Command {
  return new Command("tokenizer")
    .description("train and inspect subword tokenizers, and add words to a model's")
    .addCommand(trainCommand())
    .addCommand(inspectCommand())
    .addCommand(extendCommand())
    .addHelpText(
      "after",
      '\nExample:\n  kliniskvest tokenizer inspect tokenizers/small --text "Åndenød"',
    );
}

function trainCommand(): Command {
  return new Command("train")
    .description("train a tokenizer on corpora")
    .requiredOption("--corpus <folders...>", "one or more corpora")
    .requiredOption("--vocabulary-size <size>", "tokens in all", wholeNumber(1))
    .addOption(
      new Option("--kind <kind>", "WordPiece as BERT's, or byte-level BPE as ModernBERT's")
        .choices(tokenizerKinds)
        .default("wordPiece"),
    )
    .option("--lowercase", "take A and a for the same letter")
    .option("--special <tokens...>", "special tokens besides [PAD] [UNK] [CLS] [SEP] [MASK]", [])
    .option("--sentinels <count>", "special tokens [MASK_0], [MASK_1], …", wholeNumber(0), 0)
    .option("--only-used", "wordPiece: no pieces that only lead to longer ones")
    .requiredOption("--out <folder>", "where tokenizer.json goes, e.g. a model folder")
    .addOption(forceOption("a tokenizer that is at --out"))
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest tokenizer train --corpus corpora/clinical corpora/general --vocabulary-size 4000 --out tokenizers/small",
    )
    .action(
      async (options: {
        corpus: string[];
        vocabularySize: number;
        kind: TokenizerKind;
        lowercase?: boolean;
        special: string[];
        sentinels: number;
        onlyUsed?: boolean;
        out: string;
        force?: boolean;
        json?: boolean;
      }) => {
        const { corpus, vocabularySize, kind, lowercase = false, onlyUsed = false, out } = options;
        for (const file of savedTokenizerFiles)
          requireFreeFile(join(out, file), { option: "--out", replace: options.force ?? false });
        const sentinels = Array.from({ length: options.sentinels }, (_, i) => `[MASK_${i}]`);
        const extraSpecial = [...options.special, ...sentinels];
        saveTokenizer(
          out,
          await trainTokenizer({
            corpora: corpus,
            vocabularySize,
            lowercase,
            kind,
            extraSpecial,
            onlyUsed,
          }),
        );
        const { size, hash } = await loadTokenizer(out);
        if (size < vocabularySize)
          console.error(
            `${size} tokens, fewer than the ${vocabularySize} asked for: no more pieces are worth it. A larger corpus gives more.`,
          );
        console.log(
          options.json
            ? JSON.stringify({ out, size, hash, kind, corpora: corpus, lowercase }, null, 2)
            : `${out}: ${size} tokens`,
        );
      },
    );
}

function inspectCommand(): Command {
  return new Command("inspect")
    .description("show what a tokenizer is, and how it cuts a text or a corpus")
    .argument("<folder>", "holds tokenizer.json, or vocab.txt with tokenizer_config.json")
    .option("--text <text>", "a text to cut")
    .option("--corpus <folder>", "a corpus to count subwords a word of, by written standard")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      '\nExample:\n  kliniskvest tokenizer inspect tokenizers/small --text "Åndenød og brystsmerter"',
    )
    .action(async (dir: string, options: { text?: string; corpus?: string; json?: boolean }) => {
      const tokenizer = await loadTokenizer(dir);
      const description = describeTokenizer(dir);
      const { size, special, hash } = tokenizer;
      const { text, corpus } = options;
      const tokens = text === undefined ? undefined : cutText(tokenizer, text);
      const fertility =
        corpus === undefined ? undefined : await fertilityByStandard(corpus, tokenizer);
      if (options.json) {
        console.log(
          JSON.stringify(
            {
              size,
              special,
              hash,
              ...description,
              ...(tokens && { tokens }),
              ...(fertility && { fertility }),
            },
            null,
            2,
          ),
        );
        return;
      }
      const { model, normalizers, preTokenizers, lowerCases, stripsAccents } = description;
      console.log(`${dir}: ${size} tokens, sha256 ${hash}`);
      console.log(`  model           ${model}`);
      console.log(`  normalizers     ${normalizers.join(", ") || "none"}`);
      console.log(`  pre-tokenizers  ${preTokenizers.join(", ") || "none"}`);
      console.log(`  case            ${lowerCases ? "lower-cased" : "kept"}`);
      console.log(`  accents         ${stripsAccents ? "stripped" : "kept"}`);
      console.log(`  template        ${description.template ?? "none"}`);
      console.log(`  special tokens  ${description.specialTokens}`);
      console.log(`  added words     ${description.addedWords}`);
      for (const [role, id] of Object.entries(special))
        console.log(`  ${role.padEnd(5)} ${String(id).padStart(6)}  ${tokenizer.token(id)}`);
      for (const note of description.notes) console.log(`Note: ${note}`);
      for (const { writtenStandard, words, subwordsPerWord } of fertility ?? [])
        console.log(
          `  ${writtenStandard}: ${subwordsPerWord.toFixed(3)} subwords a word, ${words} words`,
        );
      if (tokens) console.log(tokens.map(({ token }) => token).join(" "));
    });
}

type LoadedTokenizer = Awaited<ReturnType<typeof loadTokenizer>>;

function cutText(
  tokenizer: LoadedTokenizer,
  text: string,
): { id: number; token: string; bytes: number; start: number; end: number }[] {
  const { ids, starts, ends } = tokenizer.encodeWithOffsets(text);
  return Array.from(ids, (id, i) => ({
    id,
    token: tokenizer.token(id),
    bytes: tokenizer.bytesOf(id),
    start: starts[i]!,
    end: ends[i]!,
  }));
}

async function fertilityByStandard(
  corpus: string,
  tokenizer: LoadedTokenizer,
): Promise<{ writtenStandard: string; words: number; subwordsPerWord: number }[]> {
  const totals = new Map<string, { words: number; subwords: number }>();
  for (const { writtenStandard, words, subwords } of await tokenFrame(corpus, { tokenizer })) {
    const total = totals.get(writtenStandard) ?? { words: 0, subwords: 0 };
    total.words += words;
    total.subwords += subwords;
    totals.set(writtenStandard, total);
  }
  return [...totals].map(([writtenStandard, { words, subwords }]) => ({
    writtenStandard,
    words,
    subwordsPerWord: subwords / words,
  }));
}

function extendCommand(): Command {
  return new Command("extend")
    .description("add whole words to a model's tokenizer, embedding, decoder and bias, or undo it")
    .argument("<folder>", "a model folder")
    .option("--words <file>", "the words, one a line")
    .addOption(encodingOption("of the words"))
    .option("--corpus <folder>", "choose the words that save most tokens in this corpus")
    .option("--count <words>", "how many words to choose from the corpus", wholeNumber(1))
    .option("--undo", "take away the words that were added last")
    .requiredOption("--out <folder>", "where the new model folder goes")
    .addOption(forceOption())
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest tokenizer extend models/base --corpus corpora/clinical --count 500 --out models/base-words",
    )
    .action(
      async (
        modelDir: string,
        options: {
          words?: string;
          encoding: Encoding;
          corpus?: string;
          count?: number;
          undo?: boolean;
          force?: boolean;
          out: string;
          json?: boolean;
        },
      ) => {
        const { out } = options;
        requireReplaceable(out, { source: modelDir, replace: options.force });
        if (options.undo) {
          const { words, isIdentical } = await restoreVocabulary({ modelDir, out });
          console.log(
            options.json
              ? JSON.stringify({ out, removed: words, isIdentical }, null, 2)
              : `${out}: ${words.length} words taken away; the weights are ${isIdentical ? "those from before, byte for byte" : "not those from before: they were changed since"}`,
          );
          return;
        }
        const words = await wordsToAdd(modelDir, options);
        const added = await extendVocabulary({ modelDir, words, out });
        console.log(
          options.json
            ? JSON.stringify({ out, added }, null, 2)
            : [
                `${out}: ${added.length} words added`,
                ...added.map(({ word, id, pieces }) => `  ${id}  ${word}  was ${pieces.join(" ")}`),
              ].join("\n"),
        );
      },
    );
}

async function wordsToAdd(
  modelDir: string,
  options: { words?: string; encoding: Encoding; corpus?: string; count?: number },
): Promise<readonly string[]> {
  const { words, encoding, corpus, count } = options;
  if (words !== undefined && corpus === undefined)
    return readUserText(words, {
      encoding,
      hasEncodingOption: true,
      wanted: "Name a file with one word a line.",
    })
      .normalize("NFC")
      .split("\n")
      .filter((word, i) => {
        // Added words are printed: a line of a file of another kind is none.
        if (/[\s{}[\]<>"\\]/.test(word.trim()))
          throw new InputError(`${words}:${i + 1}: more than one word, or none. Write one a line.`);
        return word.trim() !== "";
      });
  if (words === undefined && corpus !== undefined && count !== undefined) {
    const chosen = await chooseWords({ documents: readCorpus(corpus), modelDir, count });
    return chosen.map(({ word }) => word);
  }
  throw new InputError("give --words FILE, or --corpus FOLDER with --count, or --undo.");
}
