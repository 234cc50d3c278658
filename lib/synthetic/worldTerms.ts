/** What an invented world is about, as medical terms that tokenizers are tried on. */

import type { MedicalTerm } from "../statistics/terms";
import type { World } from "./generator/world";

/** The conditions and values of an invented world in both standards, by what they are. */
export function termsOfWorld({ conditions, facts }: World): MedicalTerm[] {
  const named = [
    ...conditions.map((term) => ({ term, category: "condition" })),
    ...facts.map(({ value, relation }) => ({ term: value, category: relation })),
  ];
  const terms = named.flatMap(({ term, category }) =>
    (["nb", "nn"] as const).map((writtenStandard) => ({
      term: term[writtenStandard],
      category,
      writtenStandard,
    })),
  );
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}
