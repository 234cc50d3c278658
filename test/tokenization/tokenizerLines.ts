/** Lines on which our tokenizers and the Rust library must agree: generated notes and prose, then what breaks tokenizers. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "../../lib/random";

const adversarial = [
  "BT 120/80 mmHg, puls 72/min, tp. 38,5 °C, SpO2 97 %, CRP <5 mg/L, Hb 13,2 g/dl",
  "T. Albyl-E 75 mg x 1, inj. Klexane® 40 mg s.c., 10⁹/L, µg/mL, m², ½ tbl., ¾",
  "f.eks. bl.a. p.g.a. d.d. mtp. St.p. hjerteinfarkt -14; pas. v/ avd.ovl. OBS!",
  "ÆØÅ æøå Ærlig Øye Ånd åndenød ÅNDENØD blåbærsyltetøy",
  "a\u030A A\u030A o\u0308 e\u0301 e\u0301\u0323 a\u0323\u030A q\u0307\u0323 n\u0303",
  "\u212B \u2126 \uFB01 \uFB03 ﬁnt Ⅳ ① ㎎ ㎏ x²",
  "İstanbul ẞtraße ΟΔΟΣ Σ ǅ ŉ ß ſ K",
  "😀 👩‍⚕️ 👨‍👩‍👧‍👦 🇳🇴 👍🏽 ❤️ 🫀 ☃",
  "hard\u00A0mellomrom smal\u202Fplass tynn\u2009plass null\u200Bbreidde \u200D \uFEFFbom mjuk\u00ADstrek",
  "日本語テスト 中文字符 한국어 각 한글 русский язык ελληνικά",
  "שלום עולם مرحبا بالعالم हिन्दी ไทย \u200Frtl\u200E",
  "tab\there\tog\u000Bvertikal\u000Cside \u0000null \u0001 \u0085 \u007F \u2028linje\u2029avsnitt",
  "[MASK] [CLS] [SEP] [PAD] [UNK] [mask] [MASK][MASK] a[MASK]b [MASK_3] <|endoftext|>",
  "don't we'll it's I'm 'S 'T l'idé d’accord “sitat” «sitat» ‹x› „lågt“",
  "   innleiande   mellomrom      og   slutt   ",
  "-- --- ---- … .... !!! ??? ^^ `` ´´ $$ ++ == ~~ || @@ ## &&",
  "1234567890 12.03.2020 kl. 07:45 01057012345 +47 22 22 22 22 1.000.000,50 ١٢٣ १२३ Ⅻ ㊿",
  "http://eksempel.no/sti?a=1&b=æ fornamn.etternamn@sjukehus.no C:\\mappe\\fil.txt",
  "\uFFFD \u{10FFFF} \uE000 \u{E0001} \u{1D400}\u{1D7D8} \u{1F1F3} \u0378",
  "_under_strek_ __ a_b snake_case CamelCase æ_ø ‿ ⁀",
  "||| |||IP_ADDRESS||| x|||IP_ADDRESS|||y sjukehus sjukehuset  SJUKEHUS sjukehus-x åndenød",
  "\u0301innleiande merke \u20DD \uFE0F \u0345 α\u0345\u0301 각 각",
  "\r\n linje\r\nskift\n\n\nog \r fleire\n",
] as const;

/** Characters that the adversarial lines mix into one another. */
const odd = [
  ..."abåøÆ Éé019.,-/()'\"%#_ \u00A0\t\n\u030A\u0301\u0323\u200B\u200D\u00AD\uFEFF\u2581Ġ",
  ..."İẞΣ각日中😀👩\u{1F3FD}\u{FE0F}🇳🇴אم१\u0000\u0007\u0085\u2028ﬁ㎎²½\uFFFD",
];

/**
 * Where no character has changed its class since Unicode 8, which the Rust library's older tables are
 * of: beyond, ours are newer, and a character of 2016 may be a sign here and a letter there.
 */
const settled = [
  [0x00, 0x294],
  [0x296, 0x52f],
  [0x591, 0x5f4],
  [0x620, 0x669],
  [0x1e00, 0x2e42],
  [0x3000, 0x32fe],
  [0x3300, 0xa48c],
  [0xac00, 0xd7a3],
  [0x1f300, 0x1f5ff],
] as const;

function oddLine(index: number): string {
  const draws = random(7, "odd line", 0, index);
  switch (index % 8) {
    case 0: // Words far beyond 100 characters.
      return (draws.pick(["blodtrykks", "æøå", "x", "12", "😀", "a\u030A"]) + "").repeat(
        20 + draws.integer(120),
      );
    case 1: // Hardly anything.
      return " \t\u00A0".repeat(draws.integer(3)) + draws.pick(["", "", " ", ".", "å", "\u200B"]);
    case 2: // Characters of any script.
      return Array.from({ length: 1 + draws.integer(12) }, () => {
        const [first, last] = draws.pick(settled);
        return (
          String.fromCodePoint(first + draws.integer(last - first + 1)) +
          draws.pick(["", "", "a", " "])
        );
      }).join("");
    case 3: // A known line with something put in.
    case 4: {
      const line = [...draws.pick(adversarial)];
      for (let i = 0; i < 3; i++) line.splice(draws.integer(line.length), 0, draws.pick(odd));
      return line.join("");
    }
    default: // Odd characters only.
      return Array.from({ length: 1 + draws.integer(30) }, () => draws.pick(odd)).join("");
  }
}

/**
 * 10,400 lines: 6,400 sentences that the generator once wrote in both written standards, kept in a file
 * so that the expected ids outlive its changes, and 4,000 odd ones.
 */
export function tokenizerLines(): string[] {
  const file = join(__dirname, "../goldens/tokenizers/sentences.txt");
  const lines = [...adversarial, ...readFileSync(file, "utf8").trimEnd().split("\n")];
  for (let i = 0; i < 4000 - adversarial.length; i++) lines.push(oddLine(i));
  return lines;
}
