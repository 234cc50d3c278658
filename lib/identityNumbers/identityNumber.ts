/**
 * Norwegian identity numbers: eleven digits, a date, three of an individual, two checks. D-numbers
 * add 40 to the day, help numbers (H) 40 to the month, common help numbers (FH) begin with 8 or 9 and
 * hold no date. Series for tests add 65 or 80 to the month and never belong to a person.
 */

export type IdentityNumber = {
  readonly kind: "birth" | "D" | "H" | "FH" | "synthetic";
  readonly gender: "female" | "male";
  /** Day and month of birth and the last two digits of the year; absent in an FH-number. */
  readonly birth?: { readonly day: number; readonly month: number; readonly year: number };
};

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1] as const;
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * What eleven digits are, or undefined where a check digit is wrong or the date does not exist. The
 * twenty-ninth of February is taken in any year: the digits do not tell the century for certain.
 */
export function parseIdentityNumber(digits: string): IdentityNumber | undefined {
  if (!/^\d{11}$/.test(digits)) return undefined;
  const values = [...digits].map(Number);
  const remainder = (weights: readonly number[]): number =>
    weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0) % 11;
  if (remainder(firstWeights) !== 0 || remainder(secondWeights) !== 0) return undefined;
  const gender = values[8]! % 2 === 1 ? "male" : "female";
  if (values[0]! >= 8) return { kind: "FH", gender };
  const date = dateIn(digits);
  if (!date) return undefined;
  const { added, isD, ...birth } = date;
  const kind = added >= 65 ? "synthetic" : added === 40 ? "H" : isD ? "D" : "birth";
  return { kind, gender, birth };
}

type NumberedDate = NonNullable<IdentityNumber["birth"]> & {
  /** What is added to the month: 0, 40, 65 or 80. */
  readonly added: number;
  readonly isD: boolean;
};

/** The date that the first six digits of a number say, or undefined where they say none. */
export function dateIn(digits: string): NumberedDate | undefined {
  const [rawDay, rawMonth] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  const isD = rawDay > 40;
  const day = isD ? rawDay - 40 : rawDay;
  const added = [80, 65, 40, 0].find((shift) => rawMonth > shift && rawMonth - shift <= 12);
  if (added === undefined) return undefined;
  const month = rawMonth - added;
  if (day < 1 || day > longestMonth[month - 1]!) return undefined;
  return { day, month, year: Number(digits.slice(4, 6)), added, isD };
}

/** Nine digits with the two checks that make them an identity number, or undefined where none do. */
export function withCheckDigits(nine: string): string | undefined {
  const digits = [...nine].map(Number);
  const check = (weights: readonly number[]): number =>
    (11 - (digits.reduce((sum, digit, i) => sum + digit * weights[i]!, 0) % 11)) % 11;
  for (const weights of [firstWeights, secondWeights]) {
    const next = check(weights.slice(0, -1));
    // A check digit of ten means that the number is not issued.
    if (next > 9) return undefined;
    digits.push(next);
  }
  return digits.join("");
}
