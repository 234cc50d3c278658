/** Bits per byte of held-out text as a table. */

import { standardNames } from "../corpus/document";
import type { HeldOutRecord } from "../evaluation/heldOutRecord";

/** A section in Markdown: one row a model, one column a domain and written standard. */
export function heldOutMarkdown(record: HeldOutRecord): string[] {
  const models = Object.entries(record.bitsPerByte);
  const columns = Object.entries(models[0]?.[1] ?? {}).flatMap(([domain, scores]) =>
    (["nb", "nn", "either"] as const)
      .filter((standard) => scores[standard] !== undefined)
      .map((standard) => ({ domain, standard })),
  );
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    "## Held-out text, bits per byte",
    "",
    "Lower is better. 15 % of the tokens of documents never trained on are masked, at the same positions for every model; " +
      "their negative log-likelihood is divided by the bytes they stand for. One pretraining seed, so no interval.",
    "",
    row([
      "model",
      ...columns.map(({ domain, standard }) => `${domain}, ${standardNames[standard]}`),
    ]),
    row(["---", ...columns.map(() => "---:")]),
    ...models.map(([model, byDomain]) =>
      row([
        model,
        ...columns.map(({ domain, standard }) => byDomain[domain]?.[standard]?.toFixed(3) ?? "–"),
      ]),
    ),
    "",
  ];
}
