/** The gate before training: text with a person's identity number becomes neither tokens nor a vocabulary. */

import { InputError } from "../errors";
import { findPersonalNumbers } from "./personalNumbers";

/**
 * Refuse a document that holds an identity number which can belong to a person. Synthetic numbers
 * (80 or 65 added to the month) and digits whose checks fail pass.
 *
 * @param number - which document of the corpus it is, from 1: an id may be a patient's name or number too
 * @throws InputError with the document and the offset, never the number
 */
export function refusePersonalNumbers(
  corpus: string,
  document: { readonly text: string },
  number: number,
): void {
  const [first, ...others] = findPersonalNumbers(document.text);
  if (first === undefined) return;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  throw new InputError(
    `corpus ${corpus}, document ${number}: a valid identity number at offset ${first.start}${more}; nobody's number is trained on. Run \`kliniskvest corpus deidentify\` first.`,
  );
}
