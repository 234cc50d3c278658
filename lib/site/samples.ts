/**
 * Sample pages: one generated document of each type in bokmål and in nynorsk, side by side, as a
 * clinician would read them, with what identifies a person marked.
 */

import type { AnnotatedDocument } from "../corpus/document";
import { generateClinical } from "../synthetic/generator/generator";
import { createWorld } from "../synthetic/generator/world";
import { escapeHtml, type Page } from "./page";

type Pair = { readonly nb: AnnotatedDocument; readonly nn: AnnotatedDocument };

/** Documents looked through before a type counts as missing in a standard. */
const documentsRead = 2000;

/**
 * The first document of each type in each standard.
 *
 * @throws Error if a type is not written in both standards
 */
export function sampleDocuments(seed: number): ReadonlyMap<string, Pair> {
  const found = new Map<string, Partial<Record<"nb" | "nn", AnnotatedDocument>>>();
  for (const document of generateClinical({
    world: createWorld(seed),
    documents: documentsRead,
    seed,
  })) {
    if (document.writtenStandard === "either") continue;
    const pair = found.get(document.documentType) ?? {};
    pair[document.writtenStandard] ??= document;
    found.set(document.documentType, pair);
  }
  return new Map(
    [...found]
      .sort(([a], [b]) => a.localeCompare(b, "nb"))
      .map(([type, { nb, nn }]) => {
        if (nb === undefined || nn === undefined)
          throw new Error(
            `samples: no ${nb ? "nynorsk" : "bokmål"} ${type} in ${documentsRead} documents`,
          );
        return [type, { nb, nn }];
      }),
  );
}

/** Names of document types as a reader knows them, bokmål and nynorsk. */
const typeTitles: Readonly<Record<string, string>> = {
  AMK: "AMK-logg",
  avviksmelding: "Avviksmelding",
  epikrise: "Epikrise",
  henvisning: "Henvisning / tilvising",
  innkomstjournal: "Innkomstjournal",
  operasjonsbeskrivelse: "Operasjonsbeskrivelse / operasjonsskildring",
  polikliniskNotat: "Poliklinisk notat",
  radiologi: "Røntgenbeskrivelse / røntgenskildring",
  sykepleienotat: "Sykepleienotat / sjukepleienotat",
};

export function samplePages(seed: number): readonly Page[] {
  return [...sampleDocuments(seed)].map(([type, { nb, nn }]) => ({
    part: "samples",
    name: type,
    title: typeTitles[type] ?? type,
    body: `<p class="notice">Invented by the generator (seed ${seed}): nobody described here exists, and which
drug, finding or test belongs to which condition was drawn by lot. Do not read it as medical knowledge.</p>
<p>Marked text identifies a person; point at it to see its label.</p>
<div class="pair">
${column(nb, "nb", "Bokmål")}
${column(nn, "nn", "Nynorsk")}
</div>`,
  }));
}

function column(document: AnnotatedDocument, lang: string, heading: string): string {
  return `<section lang="${lang}">
<h2>${heading}</h2>
<p class="about">${escapeHtml(document.trust)}, ${document.year} · <code>${escapeHtml(document.id)}</code></p>
<div class="note">${markSpans(document)}</div>
</section>`;
}

/** The text with its spans as `<mark title="label">`. */
export function markSpans({ text, spans }: Pick<AnnotatedDocument, "text" | "spans">): string {
  let end = 0;
  const pieces = [...spans]
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const before = escapeHtml(text.slice(end, span.start));
      end = span.end;
      const label = span.label.replaceAll("_", " ");
      return `${before}<mark title="${label}">${escapeHtml(text.slice(span.start, end))}</mark>`;
    });
  return pieces.join("") + escapeHtml(text.slice(end));
}
