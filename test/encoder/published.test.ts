import { expect, it } from "vitest";
import { parseConfig } from "../../lib/encoder/config";
import { configJson } from "../../lib/encoder/configJson";
import { publishedEncoders } from "../../lib/encoder/published";
import { countParameters, initializePretrainingModel } from "../../lib/training/objective";

// Counted from the published files: encoder, heads of pretraining, tied matrices once.
it.each([
  ["NbAiLab/nb-bert-large", 356_191_058],
  ["ltg/norbert3-large", 354_454_352],
  ["answerdotai/ModernBERT-base", 149_655_232],
  ["answerdotai/ModernBERT-large", 395_881_664],
])("%s has %i parameters", (name, parameters) => {
  expect(countParameters(initializePretrainingModel(publishedEncoders[name]!, 1))).toBe(parameters);
});

it.each(Object.entries(publishedEncoders))("%s is read as it is written", (_, config) => {
  expect(parseConfig(configJson(config, "Model"), "config.json")).toEqual(config);
});
