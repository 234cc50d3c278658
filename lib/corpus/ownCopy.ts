/**
 * A copy of a piece of text for something that is kept. A string that is cut from another keeps all of
 * the other in memory (in V8 from 13 characters on): a table of words would hold every document in
 * which a word came first.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
