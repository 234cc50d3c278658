import { Command, Option } from "commander";
import { openManifest, readCorpus, type CorpusManifest } from "../../corpus/corpus";
import {
  originOf,
  standardNames,
  writtenStandards,
  type Document,
  type WrittenStandard,
} from "../../corpus/document";
import { InputError } from "../../errors";
import { random } from "../../random";
import { wholeNumber } from "../arguments";

type Flags = {
  readonly document?: string;
  readonly sample: number;
  readonly seed: number;
  readonly documentType?: string;
  readonly writtenStandard?: WrittenStandard;
  readonly spans?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest corpus show` */
export function showCommand(): Command {
  return new Command("show")
    .description("look at documents of a corpus, with where they come from")
    .argument("<folder>", "a corpus")
    .option("--document <id>", "this document, and no others")
    .option("--sample <count>", "so many documents, drawn at random", wholeNumber(1), 3)
    .option("--seed <seed>", "any whole number; another one draws others", wholeNumber(0), 1)
    .option("--document-type <type>", "draw among documents of a type, e.g. epikrise")
    .addOption(
      new Option("--written-standard <standard>", "draw among documents of a standard").choices(
        writtenStandards,
      ),
    )
    .option("--spans", "mark what is known to identify a person: [Ola|First_Name]")
    .option("--json", "print the documents as they are, one JSON object a line")
    .addHelpText(
      "after",
      `
Examples:
  kliniskvest corpus show corpora/clinical --sample 2 --written-standard nn
  kliniskvest corpus show corpora/notes --document "notes.csv:17" --spans`,
    )
    .action(async (dir: string, flags: Flags) => {
      const manifest = openManifest(dir);
      const shown = await (flags.document === undefined
        ? drawDocuments(dir, flags)
        : findDocument(dir, flags.document));
      if (flags.json) for (const document of shown) console.log(JSON.stringify(document));
      else {
        console.log(headLines(manifest).join("\n"));
        for (const document of shown) console.log(`\n${documentText(document, flags.spans)}`);
      }
    });
}

async function findDocument(dir: string, id: string): Promise<Document[]> {
  for await (const document of readCorpus(dir)) if (document.id === id) return [document];
  throw new InputError(
    `--document ${id}: the corpus ${dir} has none of this id; --sample shows some with theirs`,
  );
}

/** Documents drawn without preference among those that are asked for (Vitter's algorithm R), in the order of the corpus. */
async function drawDocuments(
  dir: string,
  { sample, seed, documentType, writtenStandard }: Flags,
): Promise<Document[]> {
  const draw = random(seed, "shown documents");
  const kept: { readonly place: number; readonly document: Document }[] = [];
  let place = 0;
  for await (const document of readCorpus(dir)) {
    if (documentType !== undefined && document.documentType !== documentType) continue;
    if (writtenStandard !== undefined && document.writtenStandard !== writtenStandard) continue;
    const at = place < sample ? place : draw.integer(place + 1);
    if (at < sample) kept[at] = { place, document };
    place++;
  }
  if (place === 0)
    throw new InputError(
      `${dir}: no document ${[documentType && `of type ${documentType}`, writtenStandard && `in ${writtenStandard}`].filter(Boolean).join(" ")}; \`kliniskvest corpus stats\` says what there is`,
    );
  return kept.sort((a, b) => a.place - b.place).map(({ document }) => document);
}

/** What the corpus is, and whether what follows may leave this machine. */
function headLines({ name, documents, shareable, parents = [] }: CorpusManifest): string[] {
  const made = parents.map(({ name, hash }) => `${name} (${hash.slice(0, 12)})`).join(", ");
  return [
    `corpus ${name}, ${documents} documents${made ? `, made from ${made}` : ""}`,
    ...(shareable ? [] : ["NOT SHAREABLE: this text must not leave your machines"]),
  ];
}

function documentText(document: Document, marksSpans = false): string {
  const { id, documentType, writtenStandard, trust, year, source, spans } = document;
  const facts = [
    documentType,
    standardNames[writtenStandard],
    ...(trust === "" ? [] : [trust]),
    ...(year === 0 ? [] : [String(year)]),
    ...(source === "" ? [] : [`from ${source}`]),
    ...(originOf(document) === id ? [] : [`cut or copied from ${originOf(document)}`]),
    ...(spans ? [`${spans.length} identifiers`] : []),
  ];
  return `--- ${id}: ${facts.join(", ")}\n${marksSpans ? marked(document) : document.text}`;
}

function marked({ text, spans = [] }: Document): string {
  let [marked, at] = ["", 0];
  for (const { start, end, label } of spans) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}|${label}]`;
    at = end;
  }
  return marked + text.slice(at);
}
