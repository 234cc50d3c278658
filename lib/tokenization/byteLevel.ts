/** The alphabet of byte-level tokenizers (GPT-2): every byte as one printable character. */

/** Bytes that stand for themselves; the others, in order, are the characters from U+0100 on. */
const isPrintable = (byte: number): boolean =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte !== 0xad);

let moved = 0;

/** Character of each byte; that of the space is "Ġ". */
export const byteAlphabet: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  String.fromCharCode(isPrintable(byte) ? byte : 0x100 + moved++),
);

const byteOf = new Map(byteAlphabet.map((character, byte) => [character, byte]));

/** A text with each byte of its UTF-8 form as one character of the alphabet. */
export function spellBytes(text: string): string {
  let spelled = "";
  for (const byte of Buffer.from(text, "utf8")) spelled += byteAlphabet[byte]!;
  return spelled;
}

/** The bytes that characters of the alphabet stand for; other characters give their UTF-8 form. */
export function readBytes(spelled: string): Buffer {
  const bytes: number[] = [];
  for (const character of spelled) {
    const byte = byteOf.get(character);
    if (byte === undefined) bytes.push(...Buffer.from(character, "utf8"));
    else bytes.push(byte);
  }
  return Buffer.from(bytes);
}
