/** The frame of every page of the site: plain HTML, one style, no script, nothing from a network. */

/** A page under the folder of its part; `index` pages have no part. */
export type Page = {
  readonly part: Part | undefined;
  /** File name without `.html`. */
  readonly name: string;
  readonly title: string;
  readonly body: string;
};

export const parts = ["results", "samples", "notebooks", "data-cards"] as const;
export type Part = (typeof parts)[number];

export const partTitles: Readonly<Record<Part, string>> = {
  results: "Results",
  samples: "Sample documents",
  notebooks: "Notebooks",
  "data-cards": "Data cards",
};

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Where a page is, seen from the folder of the site. */
export function pathOf(page: Pick<Page, "part" | "name">): string {
  return page.part === undefined ? `${page.name}.html` : `${page.part}/${page.name}.html`;
}

/** A whole HTML document; links are relative, so that the folder can be opened or moved as it is. */
export function renderPage(page: Page): string {
  const up = page.part === undefined ? "" : "../";
  const links = parts.map((part) => {
    const current = part === page.part ? ' aria-current="true"' : "";
    return `<a href="${up}${part}.html"${current}>${partTitles[part]}</a>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · KliniskVest Workbench</title>
<link rel="stylesheet" href="${up}style.css">
</head>
<body>
<nav><a class="home" href="${up}index.html">KliniskVest Workbench</a> ${links.join(" ")}</nav>
<main>
<h1>${escapeHtml(page.title)}</h1>
${page.body}
</main>
</body>
</html>
`;
}

/** The first heading of a Markdown text. */
export function titleOf(markdown: string): string | undefined {
  return /^# (.+)$/m.exec(markdown)?.[1];
}

/** A Markdown text without the heading it begins with, which the page shows as its own. */
export function withoutTitle(markdown: string): string {
  return markdown.replace(/^# .*\n?/, "");
}

/** Markdown to HTML, with wide tables in a box that scrolls. */
export async function markdownRenderer(): Promise<(markdown: string) => string> {
  const { Marked } = await import("marked");
  const marked = new Marked({ gfm: true, async: false });
  return (markdown) =>
    (marked.parse(markdown) as string)
      .replaceAll("<table>", '<div class="wide"><table>')
      .replaceAll("</table>", "</table></div>");
}

export const style = `
:root { color-scheme: light; --ink: #222; --soft: #5f5f5f; --line: #dcdcdc; --link: #0b5a8f; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 "DejaVu Sans", Verdana, sans-serif; color: var(--ink); background: #fff; }
nav { padding: .8rem 1.5rem; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; }
nav a { text-decoration: none; } nav .home { font-weight: bold; color: var(--ink); }
nav [aria-current] { border-bottom: 2px solid currentColor; }
main { max-width: 66rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
main > p, main > ul, main > ol { max-width: 46rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; } h3 { font-size: 1rem; }
a { color: var(--link); }
img, svg { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; } figcaption { color: var(--soft); font-size: .85rem; max-width: 46rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; margin: 1rem 0; }
th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th[align=right], td[align=right] { text-align: right; }
pre { background: #f6f6f4; padding: .7rem .9rem; overflow-x: auto; font-size: .8rem; line-height: 1.45; }
code { font-family: "DejaVu Sans Mono", monospace; }
.notice { border-left: 4px solid #b8500a; padding: .3rem 0 .3rem .9rem; max-width: 46rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 2rem; align-items: start; }
.note { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .92rem; border: 1px solid var(--line); padding: 1rem 1.2rem; }
.about { color: var(--soft); font-size: .85rem; }
mark { background: #fdeeb5; color: inherit; padding: 0 .1em; border-radius: 2px; }
@media print { nav { display: none; } main { max-width: none; padding: 0; } }
`.trimStart();
