/**
 * Sentence templates in both written standards, compiled once for every voice. A template is text
 * with slots: `{20-60}` is an integer, `{1,2-9,8}` a decimal, `{name}` a phrase of the rule `name`,
 * `{=name}` the same drawn once a document and then kept, and anything else is asked of the caller
 * (names, dates and other spans).
 */

import type { Random } from "../../random";
import { inVoice, voices, type Term, type Voice } from "./lexicon";
import type { TextBuilder } from "./textBuilder";

type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "integer"; readonly from: number; readonly to: number }
  | { readonly kind: "decimal"; readonly from: number; readonly to: number }
  | { readonly kind: "slot"; readonly name: string }
  | { readonly kind: "kept"; readonly name: string };

/** Templates of one rule; `variants[voice.index][i]` is template i as that voice writes it. */
type Rule = readonly (readonly (readonly Part[])[])[];

/** Rules by name. */
export type Grammar = ReadonlyMap<string, Rule>;

/** What one document needs while it is rendered. */
export type Rendering = {
  readonly grammar: Grammar;
  readonly voice: Voice;
  readonly random: Random;
  readonly builder: TextBuilder;
  /** Choices made once a document: kept phrases, and templates already used. */
  readonly kept: Map<string, number>;
  readonly used: Set<string>;
  /** Writes slots that are no rule; returns false if it does not know the name. */
  readonly write: (slot: string) => boolean;
};

/** Compile word and template lists. @throws RangeError if two lists share a name. */
export function grammar(...groups: readonly Readonly<Record<string, readonly Term[]>>[]): Grammar {
  const rules = new Map<string, Rule>();
  for (const [name, list] of groups.flatMap((group) => Object.entries(group))) {
    if (rules.has(name)) throw new RangeError(`grammar: two lists are named "${name}"`);
    rules.set(
      name,
      voices.map((voice) => list.map((term) => parse(inVoice(term, voice)))),
    );
  }
  return rules;
}

/** The same lists under names that begin with `kind`, as in `fact medication`. */
export function named<T>(kind: string, lists: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [`${kind} ${name}`, list]));
}

function parse(template: string): readonly Part[] {
  return template.split(/[{}]/).flatMap((piece, i): Part[] => {
    if (i % 2 === 0) return piece === "" ? [] : [{ kind: "text", text: piece }];
    const range = /^([\d,]+)-([\d,]+)$/.exec(piece);
    if (range !== null) {
      const [from, to] = [range[1]!, range[2]!].map((n) => Number(n.replace(",", "."))) as [
        number,
        number,
      ];
      return [{ kind: piece.includes(",") ? "decimal" : "integer", from, to }];
    }
    return [
      piece.startsWith("=")
        ? { kind: "kept", name: piece.slice(1) }
        : { kind: "slot", name: piece },
    ];
  });
}

/** Write one phrase of a rule. @throws RangeError if neither grammar nor caller knows the name. */
export function expand(rendering: Rendering, name: string): void {
  const rule = rendering.grammar.get(name);
  if (rule === undefined) {
    if (!rendering.write(name)) throw new RangeError(`grammar: no rule or slot named "${name}"`);
    return;
  }
  writeParts(rendering, rendering.random.pick(rule[rendering.voice.index]!));
}

/** Write one sentence of a rule, avoiding templates that the document already used. */
export function writeSentence(rendering: Rendering, name: string): void {
  const templates = rendering.grammar.get(name)?.[rendering.voice.index];
  if (templates === undefined) throw new RangeError(`grammar: no rule named "${name}"`);
  let choice = rendering.random.integer(templates.length);
  for (let tries = 0; tries < templates.length && rendering.used.has(name + choice); tries++)
    choice = (choice + 1) % templates.length;
  rendering.used.add(name + choice);
  rendering.builder.startSentence();
  writeParts(rendering, templates[choice]!);
}

function writeParts(rendering: Rendering, parts: readonly Part[]): void {
  const { builder, random } = rendering;
  for (const part of parts) {
    switch (part.kind) {
      case "text":
        builder.append(part.text);
        break;
      case "integer":
        builder.append(String(part.from + random.integer(part.to - part.from + 1)));
        break;
      case "decimal":
        builder.append(
          (part.from + random.uniform() * (part.to - part.from)).toFixed(1).replace(".", ","),
        );
        break;
      case "slot":
        expand(rendering, part.name);
        break;
      case "kept": {
        const variants = rendering.grammar.get(part.name)?.[rendering.voice.index];
        if (variants === undefined) throw new RangeError(`grammar: no rule named "${part.name}"`);
        const choice = rendering.kept.get(part.name) ?? random.integer(variants.length);
        rendering.kept.set(part.name, choice);
        writeParts(rendering, variants[choice]!);
      }
    }
  }
}
