import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGolden } from "../../../lib/encoder/golden/golden";
import { publishedName } from "../../../lib/encoder/publishedNames";
import {
  compareWithGolden,
  excess,
  worstOfEach,
  type Parity,
} from "../../../lib/encoder/golden/parity";
import { openSafetensors, writeSafetensors } from "../../../lib/encoder/weights/safetensors";
import { flatten, isHostTensor } from "../../../lib/engine";
import { InputError } from "../../../lib/errors";
import { authorsGoldens, goldensOfAuthors, needs } from "../../needs";

const goldens = join(import.meta.dirname, "../../goldens");
const names = [
  "bert-tiny",
  "norbert3-tiny",
  "norbert3-halves",
  "modernbert-tiny",
  "modernbert-window",
];
const failures = ({ comparisons }: Parity): string[] =>
  comparisons
    .filter(({ ok }) => !ok)
    .map(
      (one) =>
        `${one.case}: ${one.quantity} ${one.tensor ?? ""} ${one.difference} > ${one.tolerance}`,
    );

const root = mkdtempSync(join(tmpdir(), "parity-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each(names)("%s on the executor cpu", (name) => {
  const dir = join(goldens, name);
  const found = {} as { parity: Parity };
  beforeAll(async () => {
    found.parity = await compareWithGolden(dir, { executor: "cpu" });
  });

  it("agrees in every hidden state, logit, loss and gradient", () => {
    expect(failures(found.parity)).toEqual([]);
    expect(found.parity.refused).toEqual([]);
  });

  it("is compared in every hidden state", () => {
    const golden = openGolden(dir);
    const { layers } = golden.config;
    golden.close();
    for (const one of golden.cases)
      expect(
        found.parity.comparisons
          .filter((each) => each.case === one.name && /^hidden state|output/.test(each.quantity))
          .map(({ quantity }) => quantity),
      ).toEqual([
        ...Array.from({ length: layers + 1 }, (_, i) => `hidden state ${i}`),
        "encoder output",
      ]);
  });

  it("is compared in the masked-token gradient of every parameter", () => {
    const golden = openGolden(dir);
    const parameters = flatten(golden.model("mlm"), isHostTensor).map(([path]) =>
      publishedName(golden.config.architecture, path),
    );
    golden.close();
    const compared = found.parity.comparisons
      .filter(({ quantity }) => quantity === "gradient of masked-token loss")
      .map(({ tensor }) => tensor);
    expect(compared.sort()).toEqual(parameters.sort());
  });

  it("is compared in every head", () => {
    const golden = openGolden(dir);
    const heads = [
      "masked-token",
      ...(golden.config.architecture === "bert" ? ["next-sentence"] : []),
      "sequence",
      "token",
      ...(golden.cases.some(({ choices }) => choices) ? ["choice"] : []),
      "multilabel",
    ];
    golden.close();
    const quantities = new Set(found.parity.comparisons.map(({ quantity }) => quantity));
    for (const head of heads)
      for (const what of [`${head} logits`, `${head} loss`, `gradient of ${head} loss`])
        expect(quantities, what).toContain(what);
  });
});

describe.each(names.filter((name) => name !== "modernbert-window"))(
  "%s on the executor reference",
  (name) => {
    it("agrees in every hidden state, logit, loss and gradient", async () => {
      // bert-tiny has another case, which this slow executor leaves out.
      const parity = await compareWithGolden(join(goldens, name), {
        executor: "reference",
        cases: ["batch4"],
      });
      expect(failures(parity)).toEqual([]);
      expect(parity.comparisons.length).toBeGreaterThan(50);
    });
  },
);

describe("NorBERT3 beside its authors' code", needs(goldensOfAuthors), () => {
  it.each(["cpu", "reference"] as const)("agrees on the executor %s", async (executor) => {
    const options = executor === "cpu" ? {} : { cases: ["batch3", "over80"] };
    const parity = await compareWithGolden(authorsGoldens, { executor, ...options });
    expect(failures(parity)).toEqual([]);
    expect(parity.refused).toEqual([
      { case: "over80", reason: "a row of 80 tokens exceeds the model's 64 positions" },
    ]);
  });
});

describe("a comparison", () => {
  /** A golden folder whose arrays are changed. */
  const changed = (change: (name: string, values: Float32Array) => void): string => {
    const dir = mkdtempSync(join(root, "changed-"));
    cpSync(join(goldens, "bert-tiny"), dir, { recursive: true });
    const file = openSafetensors(join(dir, "cases.safetensors"));
    const tensors = file.names.map((name) => {
      const { shape, data } = file.read(name);
      change(name, data as Float32Array);
      return { name, shape, data };
    });
    file.close();
    writeSafetensors(join(dir, "cases.safetensors"), tensors);
    return dir;
  };
  const failed = async (dir: string) =>
    (await compareWithGolden(dir, { cases: ["batch4"] })).comparisons.filter(({ ok }) => !ok);

  it("fails for one value that is off, and names where", async () => {
    const dir = changed((name, values) => {
      if (name === "batch4.token_logits") values[3]! += 1e-3;
      if (name === "batch4.grad.bert.embeddings.LayerNorm.weight") values[7]! *= 1.01;
    });
    expect(await failed(dir)).toMatchObject([
      {
        quantity: "gradient of masked-token loss",
        tensor: "bert.embeddings.LayerNorm.weight",
      },
      { quantity: "token logits", difference: expect.closeTo(1e-3, 4) as number },
    ]);
  });

  it("passes over padding, and nothing else", async () => {
    // The second row has 11 tokens of 17, the hidden size is 48.
    const at = (column: number): number => (17 + column) * 48;
    const padded = changed((name, values) => {
      if (name === "batch4.last_hidden_state") values[at(11)] = 99;
    });
    expect(await failed(padded)).toEqual([]);
    const real = changed((name, values) => {
      if (name === "batch4.last_hidden_state") values[at(10) + 47] = 99;
    });
    expect(await failed(real)).toMatchObject([{ quantity: "encoder output" }]);
  });

  it("fails for what is not a number", async () => {
    const dir = changed((name, values) => {
      if (name === "batch4.choice_logits") values[0] = NaN;
    });
    const [only, ...rest] = await failed(dir);
    expect([only!.quantity, rest]).toEqual(["choice logits", []]);
    expect(excess(only!)).toBe(Infinity);
  });

  it("refuses values that nothing is compared with", async () => {
    const dir = changed(() => undefined);
    const path = join(dir, "cases.safetensors");
    const file = openSafetensors(path);
    const tensors = file.names.map((name) => ({ name, ...file.read(name) }));
    file.close();
    writeSafetensors(path, [
      ...tensors,
      { name: "batch4.grad.bert.encoder.gate", shape: [1], data: new Float32Array(1) },
    ]);
    await expect(compareWithGolden(dir)).rejects.toThrow(
      "nothing is compared with grad.bert.encoder.gate of case batch4",
    );
  });

  it("takes tolerances from the folder", async () => {
    const dir = changed(() => undefined);
    const path = join(dir, "cases.json");
    const json = JSON.parse(readFileSync(path, "utf8")) as object;
    writeFileSync(path, JSON.stringify({ ...json, tolerances: { hidden: 1e-12 } }));
    const quantities = (await failed(dir)).map(({ quantity }) => quantity);
    expect(quantities).toContain("encoder output");
    expect(quantities).not.toContain("token logits");
  });

  it("says what a folder without golden values lacks", async () => {
    await expect(compareWithGolden(root)).rejects.toThrow(InputError);
    await expect(compareWithGolden(root)).rejects.toThrow(
      "is no folder of golden values: it has no cases.json",
    );
    const mask = [[1, 1]];
    for (const one of [
      {},
      { input_ids: [[1, 2], [3]], attention_mask: mask, losses_float32: {} },
      { input_ids: [[1, 2]], attention_mask: [[1, 1, 1]], losses_float32: {} },
      { input_ids: [[1, 2]], attention_mask: mask, losses_float32: null },
      { input_ids: [], attention_mask: [], losses_float32: {} },
    ]) {
      writeFileSync(join(root, "cases.json"), JSON.stringify({ cases: { one } }));
      await expect(compareWithGolden(root)).rejects.toThrow("each with input_ids");
    }
  });
});

it("the worst of a quantity stands for all its tensors", () => {
  const one = { case: "a", quantity: "gradient", largest: 1, tolerance: 1, ok: true };
  const rows = worstOfEach([
    { ...one, tensor: "x", difference: 0.5 },
    { ...one, tensor: "y", difference: 0.9 },
    { ...one, quantity: "loss", difference: 0.1 },
  ]);
  expect(rows.map(({ tensor, tensors }) => [tensor, tensors])).toEqual([
    ["y", 2],
    [undefined, 1],
  ]);
});
