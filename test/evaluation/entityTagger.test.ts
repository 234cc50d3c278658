import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finetuneEntityTagger } from "../../lib/evaluation/entityTagger";
import type { Predictor } from "../../lib/evaluation/task";
import { random } from "../../lib/random";
import type { PhiSpan } from "../../lib/corpus/document";
import type { EntityExample } from "../../lib/corpus/examples";
import { makeModelFolder, makeTokenizer, oneLayer } from "../smallModel";

const root = mkdtempSync(join(tmpdir(), "tagger-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const names = ["Åse", "Kåre", "Bjørg", "Odd"];
const fillers = "pasienten har feber og kvalme i dag . ikkje vondt".split(" ");
const settings = { epochs: 6, batchSize: 8, learningRate: 0.01, sequenceLength: 32 };

/**
 * The rule: of the names two are first names and two last names; an age is a number and "år". "Åse" is
 * known to the tokenizer only in pieces.
 */
function example(
  id: string,
  words: number,
  draw = random(1, "test tagger", 0, Number(id)),
): EntityExample {
  const spans: PhiSpan[] = [];
  let text = "";
  for (let i = 0; i < words; i++) {
    const kind = draw.uniform();
    const add = (entity: string, label: PhiSpan["label"]): void => {
      spans.push({ start: text.length, end: text.length + entity.length, label });
      text += `${entity} `;
    };
    if (kind < 0.2) {
      const name = draw.integer(names.length);
      add(names[name]!, name < 2 ? "First_Name" : "Last_Name");
    } else if (kind < 0.3) add("30 år", "Age");
    text += `${draw.pick(fillers)} `;
  }
  return { id, group: id, split: "test", writtenStandard: "nn", text, spans };
}
const examples = (from: number, count: number, words: number): EntityExample[] =>
  Array.from({ length: count }, (_, i) => example(String(from + i), words));

let tag: Predictor<"entities">;
const losses: number[] = [];
beforeAll(async () => {
  const pieces = ["Å", "##s", "##e", ...names.slice(1), "30", "år", ...fillers];
  const tokenizer = await makeTokenizer(root, pieces);
  expect(tokenizer.encode("Åse")).toHaveLength(3);
  tag = await finetuneEntityTagger({
    modelDir: await makeModelFolder(root, tokenizer),
    tokenizer,
    examples: examples(0, 96, 12),
    settings,
    seed: 1,
    onProgress: (_step, _steps, loss) => void losses.push(loss),
  });
});
const spansOf = (list: readonly EntityExample[]): (readonly PhiSpan[])[] =>
  list.map(({ spans }) => spans);

describe("the entity tagger", () => {
  it("learns a rule and applies it to texts it has not seen", async () => {
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 10);
    const unseen = examples(1000, 12, 12);
    expect(await tag(unseen)).toEqual(spansOf(unseen));
  });

  it("labels long texts to their end, divided between words", async () => {
    const long = examples(2000, 2, 150);
    const found = await tag(long);
    expect(found).toEqual(spansOf(long));
    // There are names in the last of its many rows.
    for (const [i, { text }] of long.entries())
      expect(found[i]!.at(-1)!.end).toBeGreaterThan(0.9 * text.length);
  });

  it("gives a text the same spans alone and among texts of other lengths", async () => {
    const mixed = [3, 40, 1, 12, 80].map((words, i) => example(String(3000 + i), words));
    const alone: (readonly PhiSpan[])[] = [];
    for (const one of mixed) alone.push(...(await tag([one])));
    expect(await tag(mixed)).toEqual(alone);
  });

  it("never reads the right spans of what it labels", async () => {
    const unseen = examples(4000, 4, 12);
    const lies = unseen.map((each) => ({
      ...each,
      spans: [{ start: 0, end: each.text.length, label: "Age" as const }],
    }));
    expect(await tag(lies)).toEqual(await tag(unseen));
  });

  it("takes texts without words, and characters that the tokenizer does not know", async () => {
    const odd = ["", "   \n", "feber 漢字 .", "🙂 Kåre ."].map((text, i) => ({
      ...example(String(5000 + i), 1),
      text,
    }));
    const found = await tag(odd);
    expect(found.slice(0, 2)).toEqual([[], []]);
    expect(found[3]).toContainEqual({ start: 3, end: 7, label: "First_Name" });
  });
});

it("takes no longer rows than a model has positions, in training and in tagging", async () => {
  const tokenizer = await makeTokenizer(root, [...names, "30", "år", ...fillers]);
  const short = { ...oneLayer, maximumPositions: 20 };
  const modelDir = await makeModelFolder(root, tokenizer, undefined, short);
  const long = examples(700, 4, 60);
  const tag = await finetuneEntityTagger({
    ...{ modelDir, tokenizer, examples: long, seed: 1 },
    settings: { ...settings, epochs: 1, sequenceLength: 512 },
  });
  expect(await tag(long)).toHaveLength(4);
});
