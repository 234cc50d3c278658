/** Generated texts made readable: what masking hides, and where identifiers stand. */

import type { MaskedRow } from "../masking/masking";
import type { PhiSpan } from "../corpus/document";
import type { Tokenizer } from "../tokenization/tokenizer";

/** Stands for one masked token, for a token that is only white space, and between parts of a row. */
const hiddenMark = "▢";
const spaceMark = "␣";
const partMark = "‖";

/**
 * A masked row as a model sees it and what it has to say there. `▢` is one masked token, «…» one
 * that was replaced by a random token, ‹…› one that was chosen but left. Pieces of one word are
 * written together; `‖` stands between the parts of a pair and between the documents of a packed row.
 */
export function describeMasking(
  { input, positions, labels }: MaskedRow,
  tokenizer: Tokenizer,
): { readonly seen: string; readonly wanted: string } {
  const chosen = new Map(Array.from(positions, (position, i) => [position, labels[i]!]));
  const piece = (id: number): string => tokenizer.decode([id]) || spaceMark;
  let seen = "";
  let partEnded = false;
  const wanted: string[] = [];
  let last = -2;
  input.forEach((id, position) => {
    const label = chosen.get(position);
    const original = label ?? id;
    if (tokenizer.isSpecial(original) && original !== tokenizer.special.unk) {
      partEnded = seen !== "";
      return;
    }
    // Byte pairs do not mark that the first word of a text begins: there is no space before it.
    const joins = seen !== "" && !partEnded && tokenizer.isContinuation(original);
    if (partEnded) seen += ` ${partMark}`;
    partEnded = false;
    const mark =
      label === undefined
        ? piece(id)
        : id === tokenizer.special.mask
          ? hiddenMark
          : id === label
            ? `‹${piece(id)}›`
            : `«${piece(id)}»`;
    seen += (seen === "" || joins || /^[.,:;)]$/.test(piece(original)) ? "" : " ") + mark;
    if (label === undefined) return;
    if (joins && last === position - 1) wanted[wanted.length - 1] += piece(label);
    else wanted.push((joins ? "…" : "") + piece(label));
    last = position;
  });
  return { seen, wanted: wanted.join(", ") };
}

/**
 * A text as Markdown with its spans in bold, each followed by its label.
 *
 * @param spans - in any order, not overlapping
 */
export function markSpans(text: string, spans: readonly PhiSpan[]): string {
  let at = 0;
  let marked = "";
  for (const { start, end, label } of [...spans].sort((a, b) => a.start - b.start)) {
    marked += `${escaped(text.slice(at, start))}**${escaped(text.slice(start, end))}** \`${label}\``;
    at = end;
  }
  return `> ${(marked + escaped(text.slice(at))).trim().replaceAll("\n", "  \n> ")}`;
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, "\\$&");
