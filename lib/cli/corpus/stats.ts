import { basename, resolve } from "node:path";
import { Command } from "commander";
import { InputError } from "../../errors";
import { tableText, type TableRows } from "../../report/tableText";
import { describeSkipped, openManifest } from "../../corpus/corpus";
import type { Encoding } from "../../corpus/rows/decoding";
import { corpusStatistics, type CorpusStatistics } from "../../statistics/statistics";
import { readTerms, type TermRow } from "../../statistics/terms";
import type { NamedTokenizers, TokenRow } from "../../statistics/tokenCounts";
import { loadTokenizer } from "../../tokenization/tokenizer";
import { encodingOption } from "../arguments";
import { createProgress } from "../progress";

/** `kliniskvest corpus stats` */
export function statsCommand(): Command {
  return new Command("stats")
    .description("count a corpus: sizes, lengths, standards, types, identifiers, tokens, terms")
    .argument("<folder>", "a corpus")
    .option(
      "--tokenizer <folders...>",
      "count tokens with these tokenizers or models, side by side",
    )
    .option(
      "--terms <file>",
      "medical terms, one a line or a table with tabs (term, category): how tokenizers cut them",
    )
    .addOption(encodingOption("of the terms"))
    .option("--json", "print all numbers as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus stats corpora/clinical --tokenizer tokenizers/small models/norbert3-xs --json",
    )
    .action(
      async (
        dir: string,
        options: { tokenizer?: string[]; terms?: string; encoding: Encoding; json?: boolean },
      ) => {
        const { tokenizer: folders, terms, encoding } = options;
        if (terms !== undefined && folders === undefined)
          throw new InputError(
            `--terms ${terms}: needs a tokenizer that cuts them; add --tokenizer <folder>`,
          );
        openManifest(dir); // a wrong folder is said before anything else
        const progress = createProgress();
        progress.stage(`Counting ${dir}`);
        const statistics = await corpusStatistics(dir, {
          ...(folders && { tokenizers: await namedTokenizers(folders) }),
          ...(terms !== undefined && { terms: readTerms(terms, encoding) }),
          onDocument: (done, total) => progress.update(done, total),
        });
        progress.finish();
        console.log(options.json ? JSON.stringify(statistics, null, 2) : describe(statistics));
      },
    );
}

/** Tokenizers by the names of their folders, or by the whole paths where two have the same name. */
async function namedTokenizers(folders: readonly string[]): Promise<NamedTokenizers> {
  const names = folders.map((folder) => basename(resolve(folder)));
  const isTwice = new Set(names).size < names.length;
  const named = folders.map(async (folder, i) => [
    isTwice ? folder : names[i],
    await loadTokenizer(folder),
  ]);
  return Object.fromEntries(await Promise.all(named)) as NamedTokenizers;
}

/** Everything that fits a page. Curves and crossed groups are in the JSON only. */
function describe(statistics: CorpusStatistics): string {
  const { name, documents, words, sentences, identifiers, tokens, terms } = statistics;
  const { wordsPerDocument: length } = statistics;
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  const sizes = (title: string, groups: CorpusStatistics["byTrust"]): string =>
    section(
      Object.entries(groups).map(([group, size]) => ({
        // A year of 0 is one that is not known.
        [title]: group === "" || group === "0" ? "(none)" : group,
        documents: size.documents,
        words: size.words,
        "% of words": percent(size.words, words),
      })),
    );
  const identified = identifiers.documents > 0;
  return [
    `${name}: ${documents} documents, ${words} words, ${statistics.wordTypes} different, ${statistics.bytes} bytes, ${statistics.duplicates} exact duplicates; left out when it was made: ${describeSkipped(statistics.leftOut)}`,
    `words a document: median ${length.p50}, 5 % to 95 % ${length.p05.toFixed(0)} to ${length.p95.toFixed(0)}, longest ${length.max}`,
    `next sentence: ${percent(sentences.pairDocuments, documents).toFixed(1)} % of documents have two sentences or more, with ${percent(sentences.pairWords, words).toFixed(1)} % of the words; ${(sentences.sentences / documents).toFixed(1)} sentences a document`,
    section(
      Object.entries(statistics.byStandard).map(([standard, size]) => ({
        standard,
        documents: size.documents,
        words: size.words,
        "% of words": percent(size.words, words),
        "different words": size.wordTypes,
        ...(identified && {
          "identifiers / 1000 words": identifiers.byStandard[standard]?.density ?? 0,
        }),
      })),
    ),
    section(
      Object.entries(statistics.byDocumentType).map(([type, size]) => {
        const { p05, p50, p95 } = statistics.wordsPerDocumentByType[type]!;
        return {
          "document type": type,
          documents: size.documents,
          words: size.words,
          "% of words": percent(size.words, words),
          "words: 5 %": p05,
          median: p50,
          "95 %": p95,
          ...(identified && {
            "identifiers / 1000 words": identifiers.byDocumentType[type]?.density ?? 0,
          }),
        };
      }),
    ),
    sizes("trust", statistics.byTrust),
    sizes("year", statistics.byYear),
    identified
      ? section(
          Object.entries(identifiers.byLabel).map(([label, { spans, density }]) => ({
            identifier: label,
            spans,
            "/ 1000 words": density,
          })),
        )
      : "identifiers: not known for this corpus",
    ...(tokens ? [section(tokenTable(tokens))] : []),
    ...(terms
      ? [
          `terms of the list\n${section(termTable(terms.listed, "category"))}`,
          `terms where documents use them\n${section(termTable(terms.used, "writtenStandard"))}`,
        ]
      : []),
  ].join("\n\n");
}

const section = (rows: TableRows): string =>
  tableText(rows, {
    "% of words": 1,
    "words: 5 %": 0,
    median: 0,
    "95 %": 0,
    "identifiers / 1000 words": 1,
    "/ 1000 words": 2,
    "% whole": 1,
    "% with a word in 4 or more": 1,
  });

/** Tokens by tokenizer and written standard. */
function tokenTable(rows: readonly TokenRow[]): TableRows {
  return grouped(rows, (row) => [row.tokenizer, row.writtenStandard]).map((own) => ({
    tokenizer: own[0]!.tokenizer,
    standard: own[0]!.writtenStandard,
    tokens: sum(own.map(({ tokens }) => tokens)),
    words: sum(own.map(({ words }) => words)),
    "subwords a word": sum(own.map((row) => row.subwords)) / sum(own.map((row) => row.words)),
  }));
}

/** Terms by tokenizer and one of their labels, all of them last. */
function termTable(rows: readonly TermRow[], column: "category" | "writtenStandard"): TableRows {
  const line = (own: readonly TermRow[], label: string): TableRows[number] => {
    const terms = sum(own.map((row) => row.terms));
    return {
      tokenizer: own[0]!.tokenizer,
      [column === "category" ? "category" : "standard"]: label || "(none)",
      terms,
      "pieces a word": sum(own.map((row) => row.pieces)) / sum(own.map((row) => row.words)),
      "% whole": (100 * sum(own.map((row) => row.whole))) / terms,
      "% with a word in 4 or more": (100 * sum(own.map((row) => row.shattered))) / terms,
    };
  };
  return grouped(rows, ({ tokenizer }) => [tokenizer]).flatMap((own) => {
    const parts = grouped(own, (row) => [row[column]]);
    return [
      ...parts.map((part) => line(part, part[0]![column])),
      ...(parts.length > 1 ? [line(own, "all")] : []),
    ];
  });
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => readonly string[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

const sum = (values: readonly number[]): number => values.reduce((total, own) => total + own, 0);
