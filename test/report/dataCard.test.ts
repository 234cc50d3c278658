import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cardFacts } from "../../lib/report/cardFacts";
import { readDataCard, writeComputed } from "../../lib/report/dataCard";
import { kliniskvest } from "../cli/command";
import { dataFiles, dataFolder, needs } from "../needs";

const root = join(import.meta.dirname, "../..");
const cards = join(root, "data-cards");
const names = readdirSync(cards).map((file) => file.replace(/\.md$/, ""));
const temporary = mkdtempSync(join(tmpdir(), "cards-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe.each(names)("data card %s", (name) => {
  const path = join(cards, `${name}.md`);

  it("is complete and named as its file", () => {
    const card = readDataCard(path);
    expect(card.name).toBe(name);
    expect(Object.keys(card.computed).length).toBeGreaterThan(0);
    for (const language of card.languages) expect(["nob-Latn", "nno-Latn"]).toContain(language);
  });

  const needsData = /-norwegian$|^nor|^written/.test(name);
  it("has the numbers of its data", needsData ? needs(dataFiles(".")) : {}, async () => {
    const computed = await cardFacts[name]!(dataFolder);
    expect(computed).toBeDefined();
    expect(readDataCard(path).computed).toEqual(computed);
  });
});

describe("data cards", () => {
  it("cover every set that can be counted", () => {
    expect([...names].sort()).toEqual(Object.keys(cardFacts).sort());
  });

  const copy = (text: string): string => {
    const path = join(temporary, "card.md");
    writeFileSync(path, text);
    return path;
  };
  const some = readFileSync(join(cards, `${names[0]}.md`), "utf8");

  it("change nothing but the numbers when they are written", () => {
    const path = copy(some);
    expect(writeComputed(path, readDataCard(path).computed)).toBe(false);
    expect(writeComputed(path, { documents: { nb: 1, nn: 2 } })).toBe(true);
    const rest = (text: string): string => text.replace(/^computed:[\s\S]*?^---$/m, "");
    expect(rest(readFileSync(path, "utf8"))).toBe(rest(some));
    expect(readDataCard(path).computed).toEqual({ documents: { nb: 1, nn: 2 } });
  });

  it.each([
    ["no front matter", "# A card\n", "no front matter"],
    ["broken YAML", '---\nname: "x\n---\n', "no YAML"],
    ["a missing field", some.replace(/^licence:.*\n/m, ""), "licence is missing"],
    ["a field of another kind", some.replace(/^version:.*$/m, "version: one"), 'version is "one"'],
    ["an unknown field", some.replace(/^version:/m, "editor: x\nversion:"), "unknown field editor"],
  ])("are refused with %s", (_, text, message) => {
    expect(() => readDataCard(copy(text))).toThrow(message);
  });

  it("are checked by the command, which names those with other numbers and leaves them", async () => {
    const folder = mkdtempSync(join(temporary, "folder-"));
    const path = join(folder, "generated-choice.md");
    const right = readFileSync(join(cards, "generated-choice.md"), "utf8");
    writeFileSync(path, right);
    const check = (): ReturnType<typeof kliniskvest> =>
      kliniskvest("report", "cards", "--data-cards", folder, "--check");
    expect((await check()).code).toBe(0);
    const wrong = right.replace(/^( +train: )\d+$/m, "$17");
    writeFileSync(path, wrong);
    const outcome = await check();
    expect(outcome.code).toBe(1);
    expect(outcome.err).toContain("generated-choice: other numbers than the data");
    expect(readFileSync(path, "utf8")).toBe(wrong);
  });
});
