/** What a section of a note is made of. */

import type { RelationName } from "../knowledge";
import type { Term } from "../lexicon";

/** Sentences of one rule in a section, of all its entries in order, or one exchange of a call. */
export type Item = {
  readonly rule: string;
  readonly kind: "drawn" | "all" | "exchange";
  /** How many sentences, before a long or short note makes it more or fewer. */
  readonly from: number;
  readonly to: number;
  /** Share of notes that have any. */
  readonly share: number;
};

export type Section = {
  readonly heading: Term | undefined;
  readonly items: readonly Item[];
  /** Facts about the condition of the note that may be stated here, and about another one. */
  readonly relations: readonly RelationName[];
  readonly others: readonly RelationName[];
  /** Share of notes of common length that have the section even without a fact. */
  readonly share: number;
};

/**
 * @param contents - items separated by commas: `rule`, `rule*1-3` for a number of sentences,
 *   `rule?0.5` for a share of notes, `rule!` for all entries in order, `@rule` for an exchange
 */
export function section(
  heading: string,
  contents: string,
  more: {
    readonly facts?: readonly RelationName[];
    readonly others?: readonly RelationName[];
    readonly share?: number;
  } = {},
): Section {
  const [nb, nn] = heading.split("|") as [string, string | undefined];
  return {
    heading: heading === "" ? undefined : { nb, nn: nn ?? nb },
    items: contents.split(",").map((item) => itemOf(item.trim())),
    relations: more.facts ?? [],
    others: more.others ?? [],
    share: more.share ?? 1,
  };
}

function itemOf(text: string): Item {
  const match = /^(@?)([\p{L} ]+)(!?)(?:\*(\d)-(\d))?(?:\?([\d.]+))?$/u.exec(text);
  if (match === null) throw new RangeError(`documentTypes: "${text}" is no item`);
  const [, exchange, rule, all, from, to, share] = match;
  return {
    rule: rule!,
    kind: exchange === "@" ? "exchange" : all === "!" ? "all" : "drawn",
    from: Number(from ?? 1),
    to: Number(to ?? 1),
    share: Number(share ?? 1),
  };
}
