import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { random } from "../../lib/random";
import { writeCorpus } from "../../lib/corpus/corpus";
import { parseIdentityNumber, withCheckDigits } from "../../lib/identityNumbers/identityNumber";
import { findPersonalNumbers } from "../../lib/identityNumbers/personalNumbers";
import { drawPerson, syntheticIdentityNumber } from "../../lib/synthetic/generator/people";
import { buildTokenCache } from "../../lib/tokenization/tokenCache";
import { loadTokenizer, saveTokenizer } from "../../lib/tokenization/tokenizer";
import { trainTokenizer } from "../../lib/tokenization/tokenizerTraining";

const root = mkdtempSync(join(tmpdir(), "gate-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A number whose checks are right, made here so that none is written down. */
function valid(day: number, month: number, year: number, from = 100): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  for (let individual = from; ; individual++) {
    const number = withCheckDigits(two(day) + two(month) + two(year) + String(individual));
    if (number !== undefined) return number;
  }
}

describe("an identity number", () => {
  it("is of its kind", () => {
    expect(parseIdentityNumber(valid(12, 3, 45))).toMatchObject({
      kind: "birth",
      birth: { day: 12, month: 3, year: 45 },
    });
    expect(parseIdentityNumber(valid(52, 3, 45))?.kind).toBe("D");
    expect(parseIdentityNumber(valid(12, 43, 45))?.kind).toBe("H");
    expect(parseIdentityNumber(valid(12, 83, 45))?.kind).toBe("synthetic");
    expect(parseIdentityNumber(valid(12, 68, 45))?.kind).toBe("synthetic");
    expect(parseIdentityNumber(valid(81, 23, 45))?.kind).toBe("FH");
    expect(parseIdentityNumber(valid(29, 2, 45))?.birth).toEqual({ day: 29, month: 2, year: 45 });
    for (const date of [
      [32, 3],
      [12, 13],
      [31, 4],
      [30, 2],
      [0, 1],
      [12, 93],
    ] as const)
      expect(parseIdentityNumber(valid(date[0], date[1], 45))).toBeUndefined();
    expect(parseIdentityNumber("1203451234")).toBeUndefined();
  });

  it("is none where any digit is another", () => {
    for (let i = 0; i < 50; i++) {
      const number = valid(1 + (i % 28), 1 + (i % 12), i, 100 + 7 * i);
      for (let at = 0; at < 11; at++) {
        const changed =
          number.slice(0, at) + ((Number(number[at]) + 1) % 10) + number.slice(at + 1);
        expect(parseIdentityNumber(changed)).toBeUndefined();
      }
    }
  });

  it("is synthetic in everything that the generator writes", () => {
    for (let i = 0; i < 200; i++) {
      const draws = random(5, "gate test", 0, i);
      const number = syntheticIdentityNumber(draws, drawPerson(draws, "corpus", 2021));
      expect(parseIdentityNumber(number)?.kind).toBe("synthetic");
      expect(findPersonalNumbers(`Fnr ${number}.`)).toEqual([]);
    }
  });
});

describe("numbers of people in a text", () => {
  const number = valid(12, 3, 45);
  const [date, rest] = [number.slice(0, 6), number.slice(6)];

  it("are found in every way they are written, at their place", () => {
    const arabic = number.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const ways = [
      number,
      `${date} ${rest}`,
      `${date}\u00a0${rest}`,
      `${date}-${rest}`,
      `${date}\n${rest}`,
      `12 03 45 ${rest}`,
      `12.03.45 ${rest}`,
      `${date} ${rest.slice(0, 3)} ${rest.slice(3)}`,
      `${date}\u00ad${rest}`,
      arabic,
    ];
    for (const written of ways) {
      const before = "🫀 Å, fnr: ";
      expect(findPersonalNumbers(`${before}${written}, mann`), JSON.stringify(written)).toEqual([
        { start: before.length, end: before.length + written.length },
      ]);
    }
  });

  it("are found under any one or two signs between any of their digits, whatever stands around", () => {
    const signs = [..." ,.;:/_-–'|*+=#()\n\t\u00a0\u200b"].flatMap((one) => [
      one,
      one + one,
      ` ${one}`,
    ]);
    for (let i = 0; i < 400; i++) {
      const draws = random(3, "gate separators", 0, i);
      const digits = valid(1 + draws.integer(28), 1 + draws.integer(12), draws.integer(100));
      let written = digits[0]!;
      for (const digit of digits.slice(1))
        written += (draws.uniform() < 0.3 ? draws.pick(signs) : "") + digit;
      const before = draws.pick(["", "Fnr", "nr. ", "A,", "kl. 12, ", "(", "5 mg ", "æ", "🫀"]);
      const after = draws.pick(["", ",5 mg", ".", " er", ")", "A", ", født 1980", "\n12"]);
      const found = findPersonalNumbers(before + written + after);
      expect(found, JSON.stringify(before + written + after)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ start: before.length, end: before.length + written.length }),
        ]),
      );
    }
  });

  it("are found beside each other and within longer rows of digits", () => {
    const other = valid(24, 12, 64);
    for (const text of [
      `${number},${other}`,
      `${number}.${other}`,
      `${number}/${other}`,
      `${number}-${other}`,
      `${number}${other}`,
      `1.${number}`,
      `1${number}`,
      `${number}1`,
      `+${number}`,
      `${number},5 mg`,
    ])
      expect(findPersonalNumbers(text).length, text).toBeGreaterThan(0);
  });

  it("are found with the date of birth apart from the five digits, in both orders and standards", () => {
    for (const text of [
      `født 12.03.45, pnr ${rest}`,
      `f. 12.03.1945 (${rest})`,
      `Fødd 12. mars 1945.\nPersonnummer: ${rest}`,
      `Fødselsdato 120345 · siste fem ${rest}`,
      `${rest} (f. 12/3-45)`,
    ])
      expect(findPersonalNumbers(text), text).toEqual([
        { start: text.indexOf(rest), end: text.indexOf(rest) + 5 },
      ]);
    expect(findPersonalNumbers(`født 13.03.45, pnr ${rest}`)).toEqual([]);
  });

  it("are no digits that fail, no values in a row and no codes", () => {
    const wrong = number.slice(0, 10) + ((Number(number[10]) + 1) % 10);
    for (const text of [
      wrong,
      "BT 120/80 72 37,2 98 16",
      `født 12.03.45, diagnose S${rest}`,
      "tlf 590 05 967, født 12.03.45",
    ])
      expect(findPersonalNumbers(text)).toEqual([]);
  });
});

describe("the gate before training", () => {
  const number = valid(3, 11, 62);
  const corpus = async (name: string, text: string): Promise<string> => {
    const dir = join(root, name);
    const document = {
      text,
      documentType: "epikrise",
      writtenStandard: "nn" as const,
      trust: "",
      year: 2021,
      source: "test",
    };
    await writeCorpus({
      dir,
      name,
      documents: [
        { ...document, id: "d0", text: "Ho har det bra i dag. Ho har det bra." },
        { ...document, id: "d1" },
      ],
      settings: {},
      shareable: true,
    });
    return dir;
  };
  const train = (dir: string): ReturnType<typeof trainTokenizer> =>
    trainTokenizer({ corpora: [dir], vocabularySize: 300, lowercase: false });

  it("refuses tokens and a vocabulary with document and offset, never the number", async () => {
    const clean = await corpus("clean", "Ho har det bra.");
    saveTokenizer(join(root, "tokenizer"), await train(clean));
    const tokenizer = await loadTokenizer(join(root, "tokenizer"));
    const dir = await corpus("private", `Ho har fnr ${number.slice(0, 6)} ${number.slice(6)}.`);
    const cache = join(root, "cache");
    for (const work of [
      () => buildTokenCache({ corpusDir: dir, tokenizer, dir: cache }),
      () => train(dir),
    ]) {
      const error = await work().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(InputError);
      const { message } = error as InputError;
      expect(message).toMatch(/document 2: .*offset 11.*corpus deidentify/);
      expect(message).not.toContain("\n");
      expect(message).not.toContain(number.slice(6));
      expect(message).not.toContain(number.slice(0, 6));
    }
    await expect(
      buildTokenCache({ corpusDir: clean, tokenizer, dir: cache }),
    ).resolves.toMatchObject({ documents: 2 });
  });
});
