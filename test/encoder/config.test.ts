import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseConfig, readConfig, type BertConfig } from "../../lib/encoder/config";
import { configJson } from "../../lib/encoder/configJson";
import { publishedEncoders } from "../../lib/encoder/published";
import { InputError } from "../../lib/errors";
import { smallConfigs } from "../engine/smallEncoder";

const root = mkdtempSync(join(tmpdir(), "config-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const refusal = (json: unknown): string => {
  try {
    parseConfig(json, "config.json");
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("it was accepted");
};
const json = (name: string, change: Record<string, unknown> = {}) => ({
  ...configJson(publishedEncoders[name]!, "Model"),
  ...change,
});
const bert = "NbAiLab/nb-bert-large";
const norbert3 = "ltg/norbert3-base";
const modernbert = "answerdotai/ModernBERT-base";

it.each(smallConfigs)("$architecture is read as it is written", (config) => {
  expect(parseConfig(configJson(config, "Model"), "config.json")).toEqual(config);
});

describe("what published files leave out", () => {
  it("BERT: a rate of its own before the classifier", () => {
    const read = (value: unknown) => parseConfig(json(bert, { classifier_dropout: value }), "");
    expect(read(null)).toEqual(publishedEncoders[bert]);
    const own = { ...publishedEncoders[bert]!, classifierDropout: 0 };
    expect(read(0)).toEqual(own);
    expect(parseConfig(configJson(own as BertConfig, "Model"), "")).toEqual(own);
  });

  it("NorBERT3: its name, the padding, the layout of positions, the ids never predicted", () => {
    const published: Record<string, unknown> = { ...json(norbert3) };
    for (const name of ["model_type", "pad_token_id", "position_layout", "first_predicted_id"])
      delete published[name];
    published["architectures"] = ["NorbertForMaskedLM"];
    expect(parseConfig(published, "config.json")).toEqual(publishedEncoders[norbert3]);
  });

  it("ModernBERT: what is as usual, or said in the words of transformers 5", () => {
    const published: Record<string, unknown> = { ...json(modernbert) };
    for (const name of [
      "global_attn_every_n_layers",
      "global_rope_theta",
      "local_rope_theta",
      "classifier_pooling",
    ])
      delete published[name];
    const rope = (theta: number) => ({ rope_type: "default", rope_theta: theta });
    published["rope_parameters"] = { full_attention: rope(9), sliding_attention: rope(7) };
    published["layer_types"] = Array.from({ length: 22 }, (_, i) =>
      i % 3 === 0 ? "full_attention" : "sliding_attention",
    );
    expect(parseConfig(published, "config.json")).toEqual({
      ...publishedEncoders[modernbert],
      globalTheta: 9,
      localTheta: 7,
      classifierPooling: "cls",
    });
  });
});

describe("a config.json that is refused in one line", () => {
  it.each([
    [
      bert,
      { num_hidden_layers: 1e6 },
      "num_hidden_layers is 1000000; expected a whole number from 1",
    ],
    [bert, { num_hidden_layers: undefined }, "num_hidden_layers is undefined"],
    [bert, { num_hidden_layers: 0 }, "num_hidden_layers is 0"],
    [bert, { vocab_size: 1e15 }, "vocab_size is 1000000000000000"],
    [bert, { vocab_size: null }, "vocab_size is null"],
    [bert, { type_vocab_size: 0.5 }, "type_vocab_size is 0.5"],
    [bert, { hidden_dropout_prob: 1.5 }, "hidden_dropout_prob is 1.5; expected a share"],
    [bert, { classifier_dropout: 1 }, "classifier_dropout is 1; expected a share"],
    [bert, { layer_norm_eps: "1e-12" }, 'layer_norm_eps is "1e-12"; expected a number above 0'],
    [bert, { pad_token_id: 50_000 }, "pad_token_id is 50000, but the vocabulary ends at 49999"],
    [bert, { num_attention_heads: 7 }, "not a multiple of num_attention_heads 7"],
    [bert, { hidden_act: "relu" }, 'hidden_act is "relu"; only "gelu" is supported'],
    [bert, { hiden_size: 8 }, 'unknown setting "hiden_size"'],
    [bert, { "a\nb": 8 }, 'unknown setting "a\\nb"'],
    [bert, { model_type: "gpt2" }, 'model_type is "gpt2"; supported: "bert", "norbert3"'],
    [bert, { model_type: 3, architectures: [{ toString: 1 }] }, "model_type is 3"],
    [bert, { num_hidden_layers: ["x".repeat(1e6)] }, "num_hidden_layers is a list"],
    [norbert3, { position_bucket_size: 0 }, "position_bucket_size is 0; expected an even number"],
    [norbert3, { position_bucket_size: 2.5 }, "position_bucket_size is 2.5"],
    [norbert3, { position_layout: "mixed" }, 'expected "interleaved" or "halves"'],
    [modernbert, { global_attn_every_n_layers: 0 }, "global_attn_every_n_layers is 0"],
    [modernbert, { local_attention: 0.5 }, "local_attention is 0.5"],
    [modernbert, { local_rope_theta: 0 }, "local_rope_theta is 0"],
    [modernbert, { norm_bias: true }, "norm_bias is true; only false is supported"],
    [modernbert, { layer_types: ["sliding_attention"] }, "layer_types[0] is"],
    [modernbert, { rope_parameters: { full_attention: { rope_type: "yarn" } } }, "rope_parameters"],
    [modernbert, { hidden_size: 12, num_attention_heads: 4 }, "cannot be rotated in pairs"],
  ])("%s with %j", (name, change, message) => {
    const line = refusal(json(name, change));
    expect(line).toContain(message);
    expect(line).not.toContain("\n");
    expect(line.length).toBeLessThan(300);
  });

  it("a list in its place", () => {
    expect(refusal([])).toBe("config.json: expected an object of settings");
  });

  it.each([
    ["is no JSON", "{"],
    ["is a list", "[]"],
    ["repeats a key", '{"model_type": "bert", "model_type": "norbert3"}'],
    ["is nested without end", `{"vocab_size": ${"[".repeat(2e5)}${"]".repeat(2e5)}}`],
    ["is not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])("one that %s", (_, content) => {
    const path = join(root, "config.json");
    writeFileSync(path, content);
    expect(() => readConfig(path)).toThrow(InputError);
    expect(() => readConfig(path)).toThrow("not a JSON object with distinct keys in UTF-8");
  });
});
