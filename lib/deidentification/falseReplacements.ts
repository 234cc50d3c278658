/** What would be replaced although nobody marked it: how often, and which rule does it. */

import type { PhiLabel, WrittenStandard } from "../corpus/document";
import { wordPattern } from "../corpus/countedWords";
import type { FindingSource } from "./finding";
import { stretchesOf } from "./spanMatching";
import type { FoundSpan, ScoredText } from "./scoring";

/** Found spans that touch no marked one. */
export type FalseRate = {
  readonly spans: number;
  /** For each 1,000 words outside marked spans; null where there are none. */
  readonly per1000Words: number | null;
};

export type FalseReplacements = FalseRate & {
  /** Words (`lib/corpus/countedWords.ts`) that touch no marked span. */
  readonly words: number;
  readonly byLabel: Readonly<Record<string, FalseRate>>;
  readonly bySource: Readonly<Record<string, FalseRate>>;
  readonly byStandard: Readonly<Record<string, FalseRate & { readonly words: number }>>;
  /** By the rule that found the span, the most frequent first. */
  readonly byRule: readonly (FalseRate & {
    readonly label: PhiLabel;
    readonly source: FindingSource | "unknown";
    readonly why: string;
  })[];
};

type Rule = {
  readonly label: PhiLabel;
  readonly source: FindingSource | "unknown";
  readonly why: string;
};

/** Counts false replacements text by text. */
export function createFalseReplacements(): {
  /** @param spans - found spans of the text that touch no marked one */
  add(example: ScoredText, spans: readonly FoundSpan[]): void;
  report(): FalseReplacements;
} {
  const rules = new Map<string, Rule & { spans: number }>();
  const standards = new Map<WrittenStandard, { words: number; spans: number }>();
  let [words, count] = [0, 0];
  return {
    add(example, spans) {
      const outside = wordsOutside(example);
      words += outside;
      count += spans.length;
      const { writtenStandard } = example;
      if (writtenStandard !== undefined) {
        const sum = standards.get(writtenStandard) ?? { words: 0, spans: 0 };
        sum.words += outside;
        sum.spans += spans.length;
        standards.set(writtenStandard, sum);
      }
      for (const { label, source = "unknown", why = "unknown" } of spans) {
        const key = `${label}\n${source}\n${why}`;
        const rule = rules.get(key) ?? { label, source, why, spans: 0 };
        rule.spans++;
        rules.set(key, rule);
      }
    },
    report() {
      const rate = (spans: number, among = words): FalseRate => ({
        spans,
        per1000Words: among === 0 ? null : (1000 * spans) / among,
      });
      const ordered = [...rules].sort(
        ([a, { spans: m }], [b, { spans: n }]) => n - m || (a < b ? -1 : 1),
      );
      const summed = (key: (rule: Rule) => string): Record<string, FalseRate> => {
        const sums = new Map<string, number>();
        for (const [, rule] of ordered)
          sums.set(key(rule), (sums.get(key(rule)) ?? 0) + rule.spans);
        return Object.fromEntries([...sums].map(([name, spans]) => [name, rate(spans)]));
      };
      return {
        words,
        ...rate(count),
        byLabel: summed(({ label }) => label),
        bySource: summed(({ source }) => source),
        byStandard: Object.fromEntries(
          [...standards]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, sum]) => [name, { words: sum.words, ...rate(sum.spans, sum.words) }]),
        ),
        byRule: ordered.map(([, { spans, ...rule }]) => ({ ...rule, ...rate(spans) })),
      };
    },
  };
}

function wordsOutside({ text, spans }: ScoredText): number {
  const marked = stretchesOf(spans);
  let words = 0;
  for (const { index, 0: word } of text.matchAll(pattern))
    if (!marked.touches({ start: index, end: index + word.length })) words++;
  return words;
}

const pattern = new RegExp(wordPattern, "gu");
