/**
 * The site: a folder of plain pages with the results, a sample of every document type, the executed
 * notebooks and the data cards. It is made from files of the project and can be read without a
 * server; the same files give the same bytes.
 */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { requireFreeFolder, writeFolderAtomic } from "../files";
import { readNotebook } from "../notebook/document";
import { notebookBody, notebookTitle } from "./notebookPage";
import {
  escapeHtml,
  markdownRenderer,
  partTitles,
  parts,
  pathOf,
  renderPage,
  style,
  titleOf,
  withoutTitle,
  type Page,
  type Part,
} from "./page";
import { samplePages } from "./samples";

export type SiteSources = {
  /** Folder with `tables/` and `figures/`; the site is written to `site/` there. */
  readonly results: string;
  /** Folder with executed notebooks; left out where it is absent. */
  readonly notebooks: string;
  /** Folder with data cards; left out where it is absent. */
  readonly dataCards: string;
  /** Seed of the sample documents. */
  readonly seed: number;
};

type Render = (markdown: string) => string;

/**
 * Write the site, whole or not at all.
 *
 * @returns paths of the pages inside `results/site`
 */
export async function writeSite(sources: SiteSources): Promise<readonly string[]> {
  const render = await markdownRenderer();
  const pages = [
    ...resultPages(sources.results, render),
    ...samplePages(sources.seed),
    ...notebookPages(sources.notebooks, render),
    ...cardPages(sources.dataCards, render),
  ];
  const all = [homePage(pages), ...parts.map((part) => listPage(part, pages)), ...pages];
  const dir = join(sources.results, "site");
  // Pages follow from the files that are read, so they may be replaced; what somebody else put there may not.
  for (const folder of [dir, ...parts.map((part) => join(dir, part))])
    requireFreeFolder(folder, {
      option: "--results:",
      kind: "the site",
      replace: true,
      isOurs: (entry) =>
        /\.(?:html|svg)$/.test(entry) ||
        (folder === dir && [...parts, "style.css"].some((own) => own === entry)),
    });
  await writeFolderAtomic(dir, async (aside) => {
    for (const part of parts) mkdirSync(join(aside, part));
    writeFileSync(join(aside, "style.css"), style);
    for (const page of all) writeFileSync(join(aside, pathOf(page)), renderPage(page));
    const figures = join(sources.results, "figures");
    for (const file of filesOf(figures, ".svg"))
      copyFileSync(join(figures, file), join(aside, "results", file));
  });
  return all.map(pathOf);
}

function filesOf(folder: string, extension: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .sort();
}

const baseName = (file: string): string => file.replace(/\.\w+$/, "");

function resultPages(results: string, render: Render): readonly Page[] {
  const tables = join(results, "tables");
  const names = filesOf(tables, ".md").map(baseName);
  // `quick-real-scores` belongs to the table `quick-real`, not to `quick`: the longest name wins.
  // Those of a sweep belong to the table of all sweeps.
  const sweeps = filesOf(join(results, "pretraining"), ".json").map(baseName);
  const owners = [...names, ...sweeps].sort((a, b) => b.length - a.length);
  const ownerOf = (figure: string): string | undefined => {
    const owner = owners.find((name) => figure.startsWith(`${name}-`));
    return owner !== undefined && sweeps.includes(owner) ? "pretraining" : owner;
  };
  return names.map((name) => {
    const markdown = readFileSync(join(tables, `${name}.md`), "utf8");
    const figures = filesOf(join(results, "figures"), ".svg").map(baseName);
    return {
      part: "results",
      name,
      title: titleOf(markdown) ?? name,
      body:
        figures
          .filter((figure) => ownerOf(figure) === name)
          .map((figure) => figureHtml(results, figure))
          .join("\n") + render(withoutTitle(markdown)),
    };
  });
}

function figureHtml(results: string, name: string): string {
  const { caption } = JSON.parse(
    readFileSync(join(results, "figures", `${name}.json`), "utf8"),
  ) as { caption?: string };
  return `<figure><img alt="${escapeHtml(name)}" src="${name}.svg"><figcaption>${escapeHtml(caption ?? "")}</figcaption></figure>`;
}

function notebookPages(folder: string, render: Render): readonly Page[] {
  return filesOf(folder, ".ipynb").map((file) => {
    const notebook = readNotebook(join(folder, file));
    const name = baseName(file);
    return {
      part: "notebooks",
      name,
      title: notebookTitle(notebook) ?? name,
      body: notebookBody(notebook, render),
    };
  });
}

function cardPages(folder: string, render: Render): readonly Page[] {
  return filesOf(folder, ".md").map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const [, matter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? ["", "", text];
    const rest = body ?? "";
    return {
      part: "data-cards",
      name: baseName(file),
      title: titleOf(rest) ?? baseName(file),
      body: `${render(withoutTitle(rest.trimStart()))}<h2>Front matter</h2><pre>${escapeHtml(matter ?? "")}</pre>`,
    };
  });
}

function listHtml(part: Part, pages: readonly Page[]): string {
  const own = pages.filter((page) => page.part === part);
  if (own.length === 0) return "<p>None yet.</p>";
  const items = own.map(
    (page) => `<li><a href="${pathOf(page)}">${escapeHtml(page.title)}</a></li>`,
  );
  return `<ul>${items.join("\n")}</ul>`;
}

function listPage(part: Part, pages: readonly Page[]): Page {
  return { part: undefined, name: part, title: partTitles[part], body: listHtml(part, pages) };
}

function homePage(pages: readonly Page[]): Page {
  return {
    part: undefined,
    name: "index",
    title: "KliniskVest Workbench",
    body: `<p>Continued pretraining of Norwegian encoders on clinical text in bokmål and nynorsk: what a run of the
workbench gave, and what went into it. Everything here was made from files that commands wrote.</p>
${parts.map((part) => `<h2>${partTitles[part]}</h2>\n${listHtml(part, pages)}`).join("\n")}`,
  };
}
