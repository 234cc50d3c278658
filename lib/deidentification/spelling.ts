/** Spelling that a surrogate takes over from what it replaces. */

/** A word in the case of another: all capitals, a capital first, or none. */
export function inCaseOf(like: string, word: string): string {
  const letters = like.replace(/[^\p{L}]/gu, "");
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase();
  if (letters !== "" && letters === letters.toLowerCase()) return word.toLowerCase();
  return word;
}

/** Key of a name or place: the same for however it is written. */
export const keyOf = (text: string): string => text.normalize("NFC").toLowerCase();

const plainLetters: Readonly<Record<string, string>> = {
  ı: "i",
  đ: "d",
  ð: "d",
  ŋ: "n",
  ŧ: "t",
  ł: "l",
  ß: "ss",
  ä: "æ",
  ö: "ø",
};

/**
 * Key under which lists are searched: without the marks that records drop (Máret and Maret, Nguyễn and
 * Nguyen, Yıldız and Yildiz), but with æ, ø and å, which Norwegian keeps.
 */
export const listKey = (text: string): string => {
  const key = keyOf(text);
  return /^[a-zæøå' -]*$/.test(key)
    ? key
    : key
        .replace(/[äöıđðŋŧłß]/g, (letter) => plainLetters[letter]!)
        .replace(/å/g, "\0")
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replaceAll("\0", "å");
};

/** Letters that every mail server takes. */
export const inAscii = (text: string): string =>
  keyOf(text)
    .replace(/[æä]/g, "ae")
    .replace(/[øö]/g, "o")
    .replace(/å/g, "a")
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");
