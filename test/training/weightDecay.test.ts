import { describe, expect, it } from "vitest";
import { decayGroupLines, describeDecayGroups, hasDecay } from "../../lib/training/weightDecay";

describe("weight decay", () => {
  const names = [
    "encoder.embeddings.word",
    "encoder.layers.0.attention.query.weight",
    "encoder.layers.0.attention.query.bias",
    "encoder.layers.0.feedForward.norm.weight",
    "maskedToken.norm.bias",
    "maskedToken.bias",
    "encoder.finalNorm.weight",
    "encoder.embeddings.relative",
    "encoder.embeddings.relativeNorm.weight",
  ];
  const parameters = new Map(names.map((name, i) => [name, new Float32Array(1000 ** (i % 2) + i)]));

  it("leaves biases, normalisations and the embedding of relative positions alone", () => {
    expect(names.filter(hasDecay)).toEqual(names.slice(0, 2));
  });

  it("is described with the number of tensors and parameters of each group", () => {
    expect(describeDecayGroups(parameters)).toEqual([
      {
        group: "decayed",
        tensors: 2,
        parameters: 1 + 1001,
        endings: ["embeddings.word", "query.weight"],
      },
      {
        group: "not decayed",
        tensors: 7,
        parameters: 3 + 1003 + 5 + 1005 + 7 + 1007 + 9,
        endings: [
          ...["embeddings.relative", "finalNorm.weight", "maskedToken.bias", "norm.bias"],
          ...["norm.weight", "query.bias", "relativeNorm.weight"],
        ],
      },
    ]);
  });

  it("is shown as two aligned lines", () => {
    expect(decayGroupLines(parameters)).toEqual([
      "decayed      2 tensors  1,002 parameters  embeddings.word, query.weight",
      "not decayed  7 tensors  3,039 parameters  embeddings.relative, finalNorm.weight, maskedToken.bias, norm.bias, norm.weight, query.bias, relativeNorm.weight",
    ]);
  });
});
