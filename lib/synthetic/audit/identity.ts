/** What identifies people: only synthetic numbers, and spans that hold what their label says. */

import { parseIdentityNumber } from "../../identityNumbers/identityNumber";
import { findPersonalNumbers } from "../../identityNumbers/personalNumbers";
import type { PhiLabel, PhiSpan } from "../../corpus/document";
import { atMost, type AuditCheck } from "./check";

/** A text that is looked at, with what is known to identify people in it. */
export type SpannedText = {
  readonly text: string;
  readonly spans?: readonly PhiSpan[];
};

const date = /^\d{1,2}[./ -]\s?(?:\d{1,2}|\p{L}+)(?:[./ -]\s?(?:\d{4}|\d{2}))?\.?$/u;
const nameLike = /^\p{Lu}[\p{L}\p{M}.' -]*$/u;

/** What the text of a span must look like; rough, as a wrong label is far off. */
const shapes: Readonly<Record<PhiLabel, RegExp>> = {
  First_Name: nameLike,
  Last_Name: nameLike,
  Age: /^\d{1,3}(?:[ -]?\p{L}+)*$/u,
  Date: new RegExp(`${date.source}|^\\d{4}-\\d{2}-\\d{2}$|^(?:19|20)\\d{2}$`, "u"),
  Phone_Number: /^(?:\+47 ?)?\d[\d ]{6,10}\d$/,
  Social_Security_Number: /^\d{6} ?\d{5}$/,
  Health_Care_Unit: /^\p{L}[^\n]*\p{L}$/u,
  Location: /^\p{Lu}[^\n\d]*$/u,
  Street_Address: /^\p{L}[^\n]* \d+ ?\p{L}?$/u,
  Postcode: /^\d{4}(?: [^\n]+)?$/,
  Email: /^[^\s@]+@[^\s@]+\.\p{L}+$/u,
  Ward: /^[\p{L}\d][^\n]*$/u,
  Record_Number: /^[\p{L}\d][\p{L}\d /-]*$/u,
};

export type IdentityScan = {
  see(text: SpannedText): void;
  checks(): readonly AuditCheck[];
};

/** Looks at numbers and spans of texts while they pass. */
export function identityScan(of: string): IdentityScan {
  const seen = { texts: 0, real: 0, spans: 0, displaced: 0, misshapen: 0, invalid: 0 };
  return {
    see({ text, spans = [] }) {
      seen.texts++;
      seen.real += findPersonalNumbers(text).length;
      let end = 0;
      for (const span of spans) {
        seen.spans++;
        const held = text.slice(span.start, span.end);
        const inPlace = span.start >= end && span.end > span.start && span.end <= text.length;
        if (!inPlace || held.trim() !== held) seen.displaced++;
        else if (!shapes[span.label].test(held)) seen.misshapen++;
        else if (span.label === "Social_Security_Number") {
          const number = parseIdentityNumber(held.replace(/\D/g, ""));
          if (number?.kind !== "synthetic") seen.invalid++;
        }
        end = Math.max(end, span.end);
      }
    },
    checks: () => [
      atMost(
        "identity",
        `${of}: identity numbers that could belong to a person`,
        seen.real,
        0,
        seen.texts,
      ),
      ...(seen.spans === 0
        ? []
        : [
            atMost(
              "identity",
              `${of}: marked identity numbers that are not synthetic or not valid`,
              seen.invalid,
              0,
              seen.spans,
            ),
            atMost("spans", `${of}: spans out of place`, seen.displaced, 0, seen.spans),
            atMost(
              "spans",
              `${of}: spans that do not hold what their label says`,
              seen.misshapen,
              0,
              seen.spans,
            ),
          ]),
    ],
  };
}
