/**
 * Sentence templates in both written standards, compiled once; what a standard leaves open is
 * chosen by the author's voice while a template is rendered. A template is text with slots:
 * `{20-60}` is an integer, `{1,2-9,8}` a decimal, `{5/10/20}` one of these, `{name}` a phrase of the
 * rule `name`, `{=name}` the same drawn once a document and then kept, and anything else is asked of
 * the caller (names, dates and other spans). A template that begins with a small letter or a slot and ends with a point
 * may also be the second part of a sentence (see {@link writeJoined}).
 */

import type { Random } from "../../random";
import { inWords, wordingOf, type Term, type Voice, type Wording } from "./lexicon";
import { telegraphic } from "./telegraphic";
import type { TextBuilder } from "./textBuilder";

type Part =
  | { readonly kind: "text"; readonly wording: Wording }
  | { readonly kind: "integer"; readonly from: number; readonly to: number }
  | { readonly kind: "decimal"; readonly from: number; readonly to: number }
  | { readonly kind: "oneOf"; readonly texts: readonly string[] }
  | { readonly kind: "slot"; readonly name: string }
  | { readonly kind: "kept"; readonly name: string };

type Template = {
  /** Without the final point. */
  readonly parts: readonly Part[];
  readonly point: boolean;
  /** Whether it may be joined to another sentence. */
  readonly joins: boolean;
  /** The same sentence in telegraphic style, shorter and shorter. */
  readonly telegraphic: readonly (readonly Part[])[];
};

type Rule = Readonly<Record<"nb" | "nn", readonly Template[]>>;

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
  /**
   * Names that stand for other rules in this document, as `symptom` for the symptoms of its patient.
   * Where it is given, words are not repeated either before their list is used up.
   */
  readonly aliases?: ReadonlyMap<string, string>;
};

/** Compile word and template lists. @throws RangeError if two lists share a name. */
export function grammar(...groups: readonly Readonly<Record<string, readonly Term[]>>[]): Grammar {
  const rules = new Map<string, Rule>();
  for (const [name, list] of groups.flatMap((group) => Object.entries(group))) {
    if (rules.has(name)) throw new RangeError(`grammar: two lists are named "${name}"`);
    rules.set(name, {
      nb: list.map((term) => compile(term.nb, "nb")),
      nn: list.map((term) => compile(term.nn, "nn")),
    });
  }
  return rules;
}

/** The same lists under names that begin with `kind`, as in `fact medication`. */
export function named<T>(kind: string, lists: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [`${kind} ${name}`, list]));
}

function compile(template: string, standard: "nb" | "nn"): Template {
  const point = template.endsWith(".") && !template.endsWith("..");
  const parts = (text: string): readonly Part[] => {
    const all = parse(text, standard);
    const last = all.at(-1);
    if (!point || last?.kind !== "text") return all;
    // The point was there while abbreviations were looked for; it is written by the caller.
    const end = last.wording.at(-1) as string;
    return [
      ...all.slice(0, -1),
      { kind: "text", wording: [...last.wording.slice(0, -1), end.slice(0, -1)] },
    ];
  };
  return {
    parts: parts(template),
    point,
    joins: point && /^[\p{Ll}{]/u.test(template) && !/[«»:?!,]|\. /u.test(template),
    telegraphic: point ? telegraphic(template).map(parts) : [],
  };
}

function parse(template: string, standard: "nb" | "nn"): readonly Part[] {
  return template.split(/[{}]/).flatMap((piece, i, pieces): Part[] => {
    if (i % 2 === 0) {
      if (piece === "") return [];
      const after = i + 1 < pieces.length ? `{${pieces[i + 1]!}}` : "";
      return [{ kind: "text", wording: wordingOf(piece, standard, after) }];
    }
    const range = /^([\d,]+)-([\d,]+)$/.exec(piece);
    if (range !== null) {
      const [from, to] = [range[1]!, range[2]!].map((n) => Number(n.replace(",", "."))) as [
        number,
        number,
      ];
      return [{ kind: piece.includes(",") ? "decimal" : "integer", from, to }];
    }
    if (/^[\d,]+(?:\/[\d,]+)+$/.test(piece)) return [{ kind: "oneOf", texts: piece.split("/") }];
    return [
      piece.startsWith("=")
        ? { kind: "kept", name: piece.slice(1) }
        : { kind: "slot", name: piece },
    ];
  });
}

/** Write one phrase of a rule. @throws RangeError if neither grammar nor caller knows the name. */
export function expand(rendering: Rendering, name: string): void {
  const { aliases, grammar, random, voice } = rendering;
  const rule = grammar.get(aliases?.get(name) ?? name);
  if (rule === undefined) {
    if (!rendering.write(name)) throw new RangeError(`grammar: no rule or slot named "${name}"`);
    return;
  }
  writePhrase(
    rendering,
    aliases === undefined ? random.pick(rule[voice.standard]) : chooseTemplate(rendering, name),
  );
}

/** Write one chosen entry of a rule. @throws RangeError if there is no such rule or entry */
export function writeEntry(rendering: Rendering, name: string, index: number): void {
  const template = rendering.grammar.get(name)?.[rendering.voice.standard][index];
  if (template === undefined) throw new RangeError(`grammar: no entry ${index} of "${name}"`);
  writePhrase(rendering, template);
}

/** How many entries a rule has. @throws RangeError if there is no such rule */
export function entriesOf(rendering: Rendering, name: string): number {
  const rule = rendering.grammar.get(rendering.aliases?.get(name) ?? name);
  if (rule === undefined) throw new RangeError(`grammar: no rule named "${name}"`);
  return rule.nb.length;
}

/** Write one sentence of a rule, avoiding templates that the document already used. */
export function writeSentence(rendering: Rendering, name: string): void {
  writeAsSentence(rendering, chooseTemplate(rendering, name));
}

/** Write one chosen entry of a rule as a sentence. */
export function writeSentenceAt(rendering: Rendering, name: string, index: number): void {
  const rule = rendering.grammar.get(rendering.aliases?.get(name) ?? name);
  const template = rule?.[rendering.voice.standard][index];
  if (template === undefined) throw new RangeError(`grammar: no entry ${index} of "${name}"`);
  writeAsSentence(rendering, template);
}

function writeAsSentence(rendering: Rendering, template: Template): void {
  const { builder, random, voice } = rendering;
  builder.startSentence();
  const terse = template.telegraphic.length > 0 && voice.telegraphicShare > 0;
  if (terse && random.uniform() < voice.telegraphicShare) {
    writeParts(rendering, random.pick(template.telegraphic));
    builder.append(".");
  } else writePhrase(rendering, template);
}

/**
 * Write two sentences as one: `Vinden økte, og båtene ble liggende.` Where one of them cannot be
 * joined, they are written one after the other.
 *
 * @param conjunction - with its comma, as in `", og "`; what follows it has the order of a main clause
 */
export function writeJoined(
  rendering: Rendering,
  first: string,
  conjunction: Term,
  second: string,
): void {
  const [left, right] = [chooseTemplate(rendering, first), chooseTemplate(rendering, second)];
  const { builder } = rendering;
  builder.startSentence();
  if (left.joins && right.joins) {
    writeParts(rendering, left.parts);
    builder.append(conjunction[rendering.voice.standard]);
  } else {
    writePhrase(rendering, left);
    builder.startSentence();
  }
  writePhrase(rendering, right);
}

function chooseTemplate(rendering: Rendering, named: string): Template {
  const name = rendering.aliases?.get(named) ?? named;
  const templates = rendering.grammar.get(name)?.[rendering.voice.standard];
  if (templates === undefined) throw new RangeError(`grammar: no rule named "${name}"`);
  let choice = rendering.random.integer(templates.length);
  for (let tries = 0; tries < templates.length && rendering.used.has(name + choice); tries++)
    choice = (choice + 1) % templates.length;
  rendering.used.add(name + choice);
  return templates[choice]!;
}

function writePhrase(rendering: Rendering, template: Template): void {
  writeParts(rendering, template.parts);
  if (template.point) rendering.builder.append(".");
}

function writeParts(rendering: Rendering, parts: readonly Part[]): void {
  const { builder, random, voice } = rendering;
  for (const part of parts) {
    switch (part.kind) {
      case "text":
        for (const piece of part.wording) builder.append(inWords(piece, voice));
        break;
      case "integer":
        builder.append(String(part.from + random.integer(part.to - part.from + 1)));
        break;
      case "decimal":
        builder.append(
          (part.from + random.uniform() * (part.to - part.from)).toFixed(1).replace(".", ","),
        );
        break;
      case "oneOf":
        builder.append(random.pick(part.texts));
        break;
      case "slot":
        expand(rendering, part.name);
        break;
      case "kept": {
        const rule = rendering.aliases?.get(part.name) ?? part.name;
        const variants = rendering.grammar.get(rule)?.[voice.standard];
        if (variants === undefined) throw new RangeError(`grammar: no rule named "${part.name}"`);
        const choice = rendering.kept.get(part.name) ?? random.integer(variants.length);
        rendering.kept.set(part.name, choice);
        writePhrase(rendering, variants[choice]!);
      }
    }
  }
}
