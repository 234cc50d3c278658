/** Text under construction that remembers where it put what identifies a person. */

import type { PhiLabel, PhiSpan } from "../../corpus/document";
import { typingErrors, type Typist } from "./typing";

export type TextBuilder = {
  /**
   * Add text as its author types it; the first letter after {@link TextBuilder.startSentence}
   * becomes a capital.
   */
  append(text: string): void;
  /** Add text that is never mistyped: the terms of a fact, numbers with their units. */
  appendTerm(text: string): void;
  /** Add text that identifies a person and record its span. It is never mistyped. */
  appendPhi(text: string, label: PhiLabel): void;
  /** Begin a sentence: a blank if needed, then a capital. */
  startSentence(): void;
  /** Begin a line, unless the text is empty or already at the start of one. */
  startLine(): void;
  finish(): { readonly text: string; readonly spans: readonly PhiSpan[] };
};

/**
 * @param typist - makes typing errors in what is appended; without one, nobody errs
 * @example const b = textBuilder(); b.append("Ringt "); b.appendPhi("Kari", "First_Name"); b.finish()
 */
export function textBuilder(typist?: Typist): TextBuilder {
  let text = "";
  let capital = false;
  const spans: PhiSpan[] = [];
  const typed = typist === undefined ? undefined : typingErrors(typist);
  const appendTerm = (part: string): void => {
    if (part === "") return;
    text += capital ? part[0]!.toUpperCase() + part.slice(1) : part;
    capital = false;
  };
  return {
    append: typed === undefined ? appendTerm : (part) => appendTerm(typed(part)),
    appendTerm,
    appendPhi: (part, label) => {
      const start = text.length;
      appendTerm(part);
      spans.push({ start, end: text.length, label });
    },
    startSentence: () => {
      if (text !== "" && !text.endsWith("\n")) text += " ";
      capital = true;
    },
    startLine: () => {
      if (text !== "" && !text.endsWith("\n")) text += "\n";
      capital = true;
    },
    finish: () => ({ text, spans }),
  };
}
