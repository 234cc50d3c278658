import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { choiceChance } from "../../lib/evaluation/chance";
import { countSpansOffWords, splitWords } from "../../lib/evaluation/entities";
import { generatedChoice, generatedEntities } from "../../lib/evaluation/tasks/generated";
import { norDeid } from "../../lib/evaluation/tasks/norDeid";
import { parseTaggedNote } from "../../lib/corpus/norDeidNotes";
import { groupVersions, norMedQa, splitOptions } from "../../lib/evaluation/tasks/norMedQa";
import { readDataCard } from "../../lib/report/dataCard";
import { sha256OfFile } from "../../lib/files";
import { dataFiles, dataFolder, needs } from "../needs";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "kliniskvest-tasks-"));
  mkdirSync(join(data, "nor-deid"));
  mkdirSync(join(data, "normedqa"));
});
afterEach(() => {
  rmSync(data, { recursive: true });
});
const source = (folder: string | undefined = data) => ({ seed: 1, data: folder });

const spansIn = (note: string): string[] | undefined => {
  const parsed = parseTaggedNote(note);
  return parsed?.spans.map((s) => `${s.label}: ${parsed.text.slice(s.start, s.end)}`);
};

describe("parseTaggedNote", () => {
  it("takes tags out and keeps what they mark", () => {
    const note =
      "<h2>Epikrise</h2> for <First_Name> Åse </First_Name>, <Age>40</Age>-åring, CRP <5.";
    expect(parseTaggedNote(note)!.text).toBe("Epikrise for  Åse , 40-åring, CRP <5.");
    expect(spansIn(note)).toEqual(["First_Name: Åse", "Age: 40"]);
  });

  it("lets the innermost of nested labels hold and keeps the rest of the outer one", () => {
    expect(spansIn("<Date><Location>Flåm</Location>, 25. mai 1946</Date>")).toEqual([
      "Location: Flåm",
      "Date: 25. mai 1946",
    ]);
    expect(spansIn("<Location><Date>3. mai</Date></Location>")).toEqual(["Date: 3. mai"]);
  });

  it("reads labels that are one letter off, and no others", () => {
    expect(spansIn("<Firt_Name>Jens</First_Name> <Last_Name>Ås</LastName>")).toEqual([
      "First_Name: Jens",
      "Last_Name: Ås",
    ]);
    expect(spansIn("<Dato>1. mai</Date> <a>x</a> <Patient>y</Patient>")).toEqual(["Date: 1. mai"]);
  });

  it("keeps an identifier whole across a tag of no label, and neighbours apart", () => {
    expect(spansIn("<Last_Name>Dahl <b>Moe</b></Last_Name><Last_Name>Lie</Last_Name>")).toEqual([
      "Last_Name: Dahl Moe",
      "Last_Name: Lie",
    ]);
  });

  it("drops a span without letters or digits", () => {
    expect(spansIn("<Date>______</Date>, <Age> </Age>")).toEqual([]);
  });

  it.each(["<Date>1. mai", "1. mai</Date>", "<Date><Age>3</Date></Age>"])(
    "gives up on tags that do not pair up: %s",
    (note) => {
      expect(parseTaggedNote(note)).toBeUndefined();
    },
  );
});

describe("norDeid", () => {
  const write = (notes: readonly unknown[], name = "training.json"): void =>
    writeFileSync(join(data, "nor-deid", name), JSON.stringify({ cleaned_results: notes }));

  it("keeps the published split, ids by position, and counts what it sets aside", async () => {
    write(["Hei <First_Name>Kari</First_Name>", "<Age>3", "a\0b", " <h2></h2> ", "Uten navn"]);
    write(["<Age>5</Age> år"], "validation.json");
    write(["<Age>6</Age> år"], "holdout.json");
    const { examples, skipped, hashes } = await norDeid.load(source());
    expect(examples.map(({ id, split }) => `${id} ${split}`)).toEqual([
      "training-0 train",
      "training-4 train",
      "validation-0 validation",
      "holdout-0 test",
    ]);
    expect(skipped).toEqual({ "unbalanced tags": 1, "NUL byte": 1, "empty text": 1 });
    expect(Object.keys(hashes)).toEqual(["training.json", "validation.json", "holdout.json"]);
  });

  it("says which file to place where when one is missing", async () => {
    write([]);
    await expect(norDeid.load(source())).rejects.toThrow(
      /validation\.json: cannot be read; place validation\.json from \S+ .*there/,
    );
    await expect(norDeid.load({ seed: 1 })).rejects.toThrow("no data folder given");
  });

  it("says so when a file is cut short or is another file", async () => {
    writeFileSync(join(data, "nor-deid/training.json"), '{"cleaned_results": ["Hei');
    await expect(norDeid.load(source())).rejects.toThrow("not whole JSON (25 bytes read)");
    writeFileSync(join(data, "nor-deid/training.json"), '{"notes": []}');
    await expect(norDeid.load(source())).rejects.toThrow('no list "cleaned_results"');
    write([{ text: "hei" }]);
    await expect(norDeid.load(source())).rejects.toThrow("cleaned_results[0] is object");
  });
});

describe("splitOptions", () => {
  it("splits at semicolons, but not inside an option", () => {
    expect(splitOptions("A; B ;C;")).toEqual(["A", "B", "C"]);
    expect(splitOptions("Øke dosen; siktemål BT 135; Vente")).toEqual([
      "Øke dosen; siktemål BT 135",
      "Vente",
    ]);
    expect(splitOptions("pCO2 7,9; pO2 7,9; Base")).toEqual(["pCO2 7,9", "pO2 7,9", "Base"]);
    expect(splitOptions("Analyse; pH-måling; β2-stimulator")).toHaveLength(3);
    expect(splitOptions("sitrat; aspartat; malat")).toHaveLength(3);
  });
});

describe("groupVersions", () => {
  it("joins nynorsk and bokmål versions, through a third one if need be, and nothing else", () => {
    const questions = [
      "En kvinne på 63 år har kjent nyresykdom stadium 4 og blir innlagt med feber",
      "Hvilken hormonforstyrrelse gir lav TSH?",
      "Ei kvinne på 63 år har kjend nyresjukdom stadium 4 og blir innlagd med feber",
    ];
    expect(groupVersions(questions)).toEqual([0, 1, 0]);
    expect(groupVersions(["a b c d", "c d e f g h", "a b c d e f g"])).toEqual([0, 0, 0]);
  });
});

describe("norMedQa", () => {
  const item = (over: Readonly<Record<string, unknown>>) => ({
    source_file: "1.pdf",
    question_number: "1",
    question_text: "Hva er vanligst?",
    answer_text: "Rett svar",
    wrong_answers_text: "Galt; Verre; Verst",
    ...over,
  });
  const write = (items: readonly unknown[]): void =>
    writeFileSync(
      join(data, "normedqa/norwegian_medical_qa_v2_txt_only.json"),
      JSON.stringify(items),
    );
  const load = async (items: readonly unknown[]) => {
    write(items);
    return norMedQa.load(source());
  };

  it("sets aside what cannot be asked fairly, with the reason", async () => {
    const { examples, skipped } = await load([
      item({}),
      item({ source_file: "6.pdf", question_text: "What is it?" }),
      item({ question_text: "To valg?", wrong_answers_text: "Nei" }),
      item({ question_text: "Like valg?", wrong_answers_text: "Nei; nei; Aldri" }),
      item({ question_text: "Avslørt?", answer_text: "NYHA 3 Riktig" }),
      item({ question_text: "" }),
      item({ question_text: "Nul\0byte?" }),
      item({ question_text: "Uenige nøkler?" }),
      item({
        question_text: "uenige  nøkler?",
        source_file: "2.pdf",
        answer_text: "Verre",
        wrong_answers_text: "Galt; Rett svar; Verst",
      }),
    ]);
    expect(examples.map((e) => e.question)).toEqual(["Hva er vanligst?"]);
    expect(skipped).toEqual({
      English: 1,
      "not four options": 2,
      "option says whether it is right": 1,
      "empty text": 1,
      "NUL byte": 1,
      "same question, different answers": 2,
    });
  });

  it("keeps the version without explanations of a repeated question", async () => {
    const { examples, skipped } = await load([
      item({ answer_text: "Rett svar fordi det er så" }),
      item({ source_file: "13.pdf" }),
    ]);
    expect(examples).toHaveLength(1);
    expect(examples[0]!.options[examples[0]!.answer]).toBe("Rett svar");
    expect(skipped).toEqual({ "repeated question": 1 });
  });

  it("asks by cloze, shuffles the options and takes the standard from the exam", async () => {
    const many = Array.from({ length: 80 }, (_, i) =>
      item({ question_text: `Spørsmål x${i}y${i}?`, source_file: i % 2 ? "8.pdf" : "3.pdf" }),
    );
    const { examples } = await load(many);
    const places = [0, 1, 2, 3].map((p) => examples.filter((e) => e.answer === p).length);
    expect(Math.min(...places)).toBeGreaterThan(8);
    for (const e of examples) {
      expect(e.options[e.answer]).toBe("Rett svar");
      expect(e.cloze).toBe(`${e.question} Svar: {answer}`);
    }
    expect(examples.filter((e) => e.writtenStandard === "nn")).toHaveLength(40);
    expect(new Set(examples.map((e) => e.id)).size).toBe(80);
  });

  it("moves no item when unrelated items are added", async () => {
    const many = Array.from({ length: 60 }, (_, i) => item({ question_text: `Om q${i} z${i}?` }));
    const before = (await load(many.slice(20))).examples;
    const after = new Map((await load(many)).examples.map((e) => [e.id, e]));
    for (const example of before) expect(after.get(example.id)).toEqual(example);
    expect(new Set(before.map((e) => e.split)).size).toBe(3);
  });

  it("names the field that is not text", async () => {
    await expect(load([item({ answer_text: 7 })])).rejects.toThrow(
      'item 0: "answer_text" is missing or not text',
    );
    await expect(load([null])).rejects.toThrow('item 0: "source_file"');
  });
});

describe("data cards", () => {
  it.each([norDeid, norMedQa, generatedChoice, generatedEntities])(
    "of $name says what the task says",
    (task) => {
      const card = readDataCard(join(__dirname, "../..", task.card));
      expect(card).toMatchObject({
        version: task.version,
        licence: task.licence,
        shareable: task.shareable,
      });
      if (Object.keys(task.dataHashes).length > 0)
        expect(card.computed["files"]).toEqual(task.dataHashes);
    },
  );
});

describe("the published files", () => {
  it("of Nor-DeID are as published", needs(dataFiles("nor-deid")), async () => {
    for (const [file, hash] of Object.entries(norDeid.dataHashes))
      expect(await sha256OfFile(join(dataFolder, "nor-deid", file))).toBe(hash);
    const { examples } = await norDeid.load(source(dataFolder));
    for (const { text, spans } of examples) {
      expect(text).not.toMatch(/<\/?(First_Name|Last_Name|Age|Date|Location)>/);
      spans.forEach((span, i) => {
        expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
        expect(text.slice(span.start, span.end)).toMatch(/^[^\s,;:].*$/s);
      });
    }
    const off = examples.map((e) => countSpansOffWords(splitWords(e.text), e.spans));
    // 21 of 8222, 20 of them genitives and glued words in training.
    expect(off.reduce((a, b) => a + b)).toBe(21);
    expect(examples.reduce((sum, e) => sum + e.spans.length, 0)).toBe(8222);
    const lastNames = (split: string) =>
      new Set(
        examples
          .filter((e) => e.split === split)
          .flatMap((e) => e.spans.map((s) => `${s.label} ${e.text.slice(s.start, s.end)}`))
          .filter((name) => name.startsWith("Last_Name")),
      );
    const known = lastNames("train");
    expect([...lastNames("test")].filter((name) => known.has(name))).toEqual([]);
    expect([...lastNames("validation")].filter((name) => known.has(name))).not.toEqual([]);
  });

  it("of NorMedQA are as published", needs(dataFiles("normedqa")), async () => {
    for (const [file, hash] of Object.entries(norMedQa.dataHashes))
      expect(await sha256OfFile(join(dataFolder, "normedqa", file))).toBe(hash);
    const { examples } = await norMedQa.load(source(dataFolder));
    expect(new Set(examples.map((e) => e.id)).size).toBe(examples.length);
    const longest = await choiceChance([], 1).longestOption(examples);
    const right = longest.filter((option, i) => option === examples[i]!.answer).length;
    expect(right / examples.length).toBeCloseTo(0.27, 2);
    const splitsOf = new Map<string, Set<string>>();
    for (const e of examples)
      splitsOf.set(e.group, (splitsOf.get(e.group) ?? new Set()).add(e.split));
    expect([...splitsOf.values()].every((of) => of.size === 1)).toBe(true);
  });

  it(
    "of NorMedQA keep every listed nynorsk twin in its bokmål version's group",
    needs(dataFiles("normedqa/twins.json")),
    async () => {
      type Row = { source_file: string; question_number: string; question_text: string };
      type Twin = { nn: [string, string]; nb: [string, string] };
      const read = (file: string): unknown =>
        JSON.parse(readFileSync(join(dataFolder, "normedqa", file), "utf8"));
      const rows = read("norwegian_medical_qa_v2_txt_only.json") as Row[];
      const { examples } = await norMedQa.load(source(dataFolder));
      const groups = new Map(examples.map((e) => [e.question, e.group]));
      // A number that several items of an exam bear, such as N/A, names none of them.
      const find = ([exam, number]: [string, string]): string | undefined => {
        const found = rows.filter((r) => r.source_file === exam && r.question_number === number);
        return found.length === 1 ? groups.get(found[0]!.question_text.trim()) : undefined;
      };
      const pairs = (read("twins.json") as Twin[])
        .map(({ nn, nb }) => [find(nn), find(nb)] as const)
        .filter(([nn, nb]) => nn !== undefined && nb !== undefined);
      expect(pairs.length).toBeGreaterThan(150);
      expect(pairs.filter(([nn, nb]) => nn !== nb)).toEqual([]);
    },
  );
});
