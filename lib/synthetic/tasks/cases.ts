/** How invented cases are dealt to the splits of a task, and which phrasings a split may use. */

import { random } from "../../random";
import type { Split } from "../../corpus/examples";
import type { Term } from "../generator/lexicon";

/** The 75/10/15 of twenty cases of a kind. */
const twenty: readonly Split[] = Array.from({ length: 20 }, (_, i) =>
  i < 15 ? "train" : i < 17 ? "validation" : "test",
);

/**
 * Cases in random order whose kinds are equally frequent in every split: each block of 20 cases a
 * kind holds every kind 15, 2 and 3 times. A longer list begins with the shorter one.
 */
export function dealCases<Kind>(o: {
  readonly kinds: readonly Kind[];
  readonly cases: number;
  readonly seed: number;
  readonly purpose: string;
}): readonly { readonly kind: Kind; readonly split: Split }[] {
  const block = o.kinds.flatMap((kind) => twenty.map((split) => ({ kind, split })));
  return Array.from({ length: Math.ceil(o.cases / block.length) }, (_, i) =>
    random(o.seed, o.purpose, i).shuffle(block),
  )
    .flat()
    .slice(0, o.cases);
}

/**
 * The phrasings a split may use: of each five in a list, one is in no test and one is in tests only.
 * So a test holds sentences that training had not, next to such as it had.
 */
export function phrasesOf<Name extends string>(
  split: Split,
  lists: Readonly<Record<Name, readonly Term[]>>,
): Record<Name, readonly Term[]> {
  const kept = Object.entries<readonly Term[]>(lists).map(([name, list]) => [
    name,
    list.filter((_, i) => i % 5 !== (split === "test" ? 3 : 4)),
  ]);
  return Object.fromEntries(kept) as Record<Name, readonly Term[]>;
}

/** Words between blanks. */
export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;
