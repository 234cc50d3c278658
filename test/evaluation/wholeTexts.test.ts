/** Tasks show a model its texts as pretraining did: encoded whole, with labels and answers found by offsets. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { splitWords } from "../../lib/evaluation/entities";
import { completeCloze } from "../../lib/evaluation/taskRows";
import { windowsOf } from "../../lib/evaluation/windows";
import { createWorld } from "../../lib/synthetic/generator/world";
import { generateClinical } from "../../lib/synthetic/generator/generator";
import { loadTokenizer, type Tokenizer } from "../../lib/tokenization/tokenizer";

const goldens = join(__dirname, "../goldens/tokenizers");
const families = readdirSync(goldens, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const notes = [
  "Pas. innlagt 25.juli,f.12.03.45 (Ola Nordmann/overlege).Tlf.91234567 32-årig kvinne",
  "Ho vart innlagd 3.mars av Kari-Anne Øvrebø;sjå brev.\n\nMvh\nlege",
  ...[
    ...generateClinical({ world: createWorld(1), documents: 40, seed: 3, nynorskShare: 0.5 }),
  ].map(({ text }) => text),
];
const clozes = [
  ["Svar: {answer}", ["syk", "frisk", "innlagt på sykehus", "40 mg"]],
  ["Pasienten hadde feber.Svar:{answer}.", ["ja", "nei", "38,5 °C", "ukjent"]],
  ["{answer} er årsaka til åndenød hos pasienten.", ["astma", "KOLS", "hjartesvikt", "Ø"]],
  ["Plan: «{answer}» to gonger dagleg", ["Furix", "jern", "paracetamol", "å"]],
] as const;

describe.each(families)("%s", (family) => {
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    tokenizer = await loadTokenizer(join(goldens, family));
  });

  it("reads a word off the first token that begins in it, never off a bare space", () => {
    let unread = 0;
    let all = 0;
    for (const text of notes) {
      const words = splitWords(text);
      const { ids, starts, ends } = tokenizer.encodeWithOffsets(text);
      const windows = windowsOf(tokenizer, text, words, 0, 100_000);
      expect(windows.map(({ row }) => [...row.ids].slice(1, -1))).toEqual([[...ids]]);
      const { words: read, columns } = windows[0]!;
      read.forEach((word, i) => {
        const token = columns[i]! - 1;
        const { start, end } = words[word]!;
        const content = text.slice(starts[token], ends[token]);
        const begin = ends[token]! - content.trimStart().length;
        expect(content.trim(), `${family}: ${text.slice(start, end)}`).not.toBe("");
        expect(begin).toBeGreaterThanOrEqual(start);
        expect(begin).toBeLessThan(end);
      });
      unread += words.length - read.length;
      all += words.length;
    }
    // Signs that a tokenizer takes together, as ")." or "\\r\\n".
    expect(unread / all).toBeLessThan(0.05);
  });

  it.each(clozes)("completes %s without a seam", (cloze, answers) => {
    for (const option of answers) {
      const { before, answer, after } = completeCloze(tokenizer, cloze, option);
      const whole = cloze.replace("{answer}", option);
      expect([...before, ...answer, ...after]).toEqual([...tokenizer.encode(whole)]);
      const { starts, ends } = tokenizer.encodeWithOffsets(whole);
      const place = whole.indexOf(option);
      const last = before.length + answer.length - 1;
      expect(whole.slice(starts[before.length], place).trim()).toBe("");
      expect(ends[last]).toBeGreaterThanOrEqual(place + option.length);
      expect(starts[last]).toBeLessThan(place + option.length);
    }
  });

  it("gives an answer that leaves no token an unknown one", () => {
    const { answer } = completeCloze(tokenizer, "Svar: {answer}", "");
    expect(answer).toHaveLength(1);
  });
});
