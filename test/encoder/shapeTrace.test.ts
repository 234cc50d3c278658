import { describe, expect, it } from "vitest";
import { publishedEncoders } from "../../lib/encoder/published";
import { traceLayerShapes } from "../../lib/encoder/shapeTrace";

const trace = (name: string, batch: number, sequence: number): string[] =>
  traceLayerShapes(publishedEncoders[name]!, { batch, sequence }).map(
    ({ step, shape }) => `${step} ${shape.join("·")}`,
  );

describe("the shapes of a layer", () => {
  it("of nb-bert-large: normalisation after each part", () => {
    expect(trace("NbAiLab/nb-bert-large", 2, 128)).toEqual([
      "× attention.query 256·1024",
      "× attention.key 256·1024",
      "× attention.value 256·1024",
      "query × key 2·16·128·128",
      "softmax 2·16·128·128",
      "probabilities × value 2·16·128·64",
      "× attention.output 256·1024",
      "normalise: attention.norm 256·1024",
      "× feedForward.intermediate 256·4096",
      "GELU 256·4096",
      "× feedForward.output 256·1024",
      "normalise: feedForward.norm 256·1024",
    ]);
  });

  it("of norbert3-large: 63 relative positions through the same weights", () => {
    const steps = trace("ltg/norbert3-large", 1, 128);
    expect(steps.slice(0, 3)).toEqual([
      "normalise 128·1024",
      "× attention.queryKey 128·2048",
      "× attention.queryKey 63·2048",
    ]);
    expect(steps).toContain("× relative positions 16·128·63");
    expect(steps).toContain("× feedForward.up 128·5460");
  });

  it("of ModernBERT-large: scores of a long row grow with its length, not with its square", () => {
    expect(trace("answerdotai/ModernBERT-large", 1, 128)).toContain("query × key 1·16·128·128");
    expect(trace("answerdotai/ModernBERT-large", 1, 512)).toContain("query × key 1·16·8·64·192");
    const long = traceLayerShapes(publishedEncoders["answerdotai/ModernBERT-large"]!, {
      batch: 1,
      sequence: 8192,
    });
    const scores = long.find(({ step }) => step === "query × key")!;
    expect(scores.shape).toEqual([1, 16, 128, 64, 192]);
  });
});
