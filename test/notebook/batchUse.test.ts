import { expect, it } from "vitest";
import { batchUse } from "../../lib/notebook/batchUse";
import { bertNspSmall } from "../../lib/recipe";
import { sideBySide } from "../../lib/report/frames";
import { makeCache, makeDocuments, tokenizer } from "../training/smallCache";

it("packed batches hold more tokens in their positions than padded ones", () => {
  const source = { cache: makeCache(makeDocuments(60)), tokenizer };
  const [padded, packed] = batchUse(source, bertNspSmall.settings, 1, 5);
  expect([padded!.layout, packed!.layout]).toEqual(["padded", "packed"]);
  const { rows, sequenceLength } = bertNspSmall.settings;
  expect(packed!.positions).toBe(5 * rows * sequenceLength);
  expect(packed!.usefulShare).toBe(packed!.tokens / packed!.positions);
  expect(packed!.usefulShare).toBeGreaterThan(padded!.usefulShare);
  expect(packed!.usefulShare).toBeLessThanOrEqual(1);
});

it("settings stand side by side, with a dash where one has none", () => {
  expect(sideBySide({ a: { x: 1, y: { z: "q" } }, b: { x: 2, w: true } })).toEqual([
    { setting: "x", a: "1", b: "2" },
    { setting: "y.z", a: "q", b: "–" },
    { setting: "w", a: "–", b: "true" },
  ]);
});
