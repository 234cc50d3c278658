import { describe, expect, it } from "vitest";
import { publishedEncoders } from "../../lib/encoder/published";
import { InputError } from "../../lib/errors";
import {
  continuingRecipe,
  findRecipe,
  parseRecipe,
  recipes,
  setSettings,
  type PretrainingRecipe,
} from "../../lib/recipe";
import { checkSettings } from "../../lib/recipe/settingChecks";
import { checkFit } from "../../lib/training/fit";
import { createOptimizer } from "../../lib/training/optimizer";
import { learningRateFactor } from "../../lib/training/schedule";

const all = Object.values<PretrainingRecipe>(recipes);

describe.each(all)("recipe $name", (recipe) => {
  const { settings, encoder } = recipe;

  it("is plain data whose values are in range", () => {
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
    expect(recipes[recipe.name as keyof typeof recipes]).toBe(recipe);
    checkSettings({ ...settings }, recipe.name);
    createOptimizer(settings.optimizer, settings.learningRate);
    const { schedule: shape, steps, warmupShare } = settings;
    const factor = learningRateFactor({
      shape,
      steps,
      warmupSteps: Math.round(warmupShare * steps),
    });
    expect(factor(steps)).toBeLessThanOrEqual(factor(Math.ceil(steps / 2)));
    checkFit({ ...encoder, vocabularySize: 10, padId: 0 }, { size: 10 }, settings);
  });

  it("as a file that changes nothing is itself", () => {
    expect(parseRecipe({ base: recipe.name }, "file", recipes)).toEqual(recipe);
  });
});

it.each([
  ["bertNsp", "NbAiLab/nb-bert-large", 64],
  ["norbert3Span", "ltg/norbert3-large", 256],
  ["modernBertDynamic", "answerdotai/ModernBERT-large", 256],
] as const)("%s is for %s and reads five billion tokens once", (name, published, batch) => {
  const { encoder, settings } = recipes[name];
  expect(publishedEncoders[published]).toMatchObject(encoder);
  expect(settings.rows * settings.accumulation).toBe(batch);
  const perStep = batch * settings.sequenceLength;
  expect(settings.steps * perStep).toBeGreaterThanOrEqual(5e9);
  expect((settings.steps - 1) * perStep).toBeLessThan(5e9);
});

describe("going on with a model without naming a recipe", () => {
  it.each(Object.entries(publishedEncoders))("fits %s", (_, config) => {
    for (const hasPairs of [true, false]) {
      const { settings, encoder } = continuingRecipe(config, hasPairs);
      checkSettings({ ...settings }, "continuing");
      checkFit(config, { size: config.vocabularySize }, settings);
      createOptimizer(settings.optimizer, settings.learningRate);
      expect(encoder.architecture).toBe(config.architecture);
      const asksPairs = hasPairs && config.architecture === "bert";
      expect(settings.objective).toBe(asksPairs ? "mlm+nsp" : "mlm");
      // From nothing LAMB takes 1e-2 and the others 1e-3: what is learnt must not be shaken so.
      expect(settings.learningRate).toBeLessThanOrEqual(
        settings.optimizer.name === "lamb" ? 5e-4 : 1e-4,
      );
    }
  });

  it("takes smaller steps with larger models, and rows no longer than the model's", () => {
    const config = publishedEncoders["NbAiLab/nb-bert-large"]!;
    const rateOf = (hiddenSize: number): number =>
      continuingRecipe({ ...config, hiddenSize }, true).settings.learningRate;
    expect(rateOf(1024)).toBeLessThan(rateOf(768));
    expect(rateOf(768)).toBeLessThan(rateOf(128));
    const short = continuingRecipe({ ...config, maximumPositions: 64 }, true);
    expect(short.settings.sequenceLength).toBe(64);
  });
});

describe("single settings", () => {
  const { settings } = recipes.bertNspSmall;
  const set = (...changes: string[]) => setSettings(settings, changes, "--set");

  it("change what they name, inside others too, and take away what is optional", () => {
    const changed = set(
      ...["learningRate=1e-4", "optimizer.weightDecay=0.1", "layout=packed"],
      ...["shortRows=null", 'schedule={"name":"linear"}', "recompute = true"],
    );
    const { shortRows, ...others } = settings;
    expect(shortRows).toBeDefined();
    expect(changed).toEqual({
      ...others,
      ...{ learningRate: 1e-4, layout: "packed", recompute: true, schedule: { name: "linear" } },
      optimizer: { ...settings.optimizer, weightDecay: 0.1 },
    });
    expect(settings.learningRate).toBe(1e-3);
  });

  it.each([
    ["learningRate", "--set learningRate: expected name=value"],
    ["learnigRate=1e-4", "--set: unknown setting settings.learnigRate"],
    ["learningRate=fast", '--set: settings.learningRate is "fast"; expected a number above 0'],
    ["learningRate=null", "--set: settings.learningRate is missing; expected a number"],
    ["steps=1.5", "--set: settings.steps is 1.5; expected a whole number"],
    ["optimizer.momentum=1", "--set: unknown setting settings.optimizer.momentum"],
    ["momentum.beta=1", "--set momentum.beta=1: momentum is no setting with parts of its own"],
    ["__proto__.rows=1", "__proto__ is no setting"],
  ])("are refused: %s", (change, message) => {
    expect(() => set(change)).toThrow(InputError);
    expect(() => set(change)).toThrow(message);
  });
});

describe("a recipe from a file", () => {
  const parse = (json: unknown) => parseRecipe(json, "mine.json", recipes);

  it("changes what it names", () => {
    const { name, encoder, settings } = parse({
      base: "norbert3SpanSmall",
      name: "wider",
      encoder: { hiddenSize: 256 },
      settings: { steps: 20, masking: { unit: "wholeWord", rate: 0.2 } },
    });
    expect(name).toBe("wider");
    expect(encoder).toEqual({ ...recipes.norbert3SpanSmall.encoder, hiddenSize: 256 });
    expect(settings).toEqual({
      ...recipes.norbert3SpanSmall.settings,
      steps: 20,
      masking: { unit: "wholeWord", rate: 0.2 },
    });
    const plain = parse({ base: "bertNspSmall", settings: { shortRows: null } });
    expect(plain.settings).not.toHaveProperty("shortRows");
  });

  it.each([
    [[], "mine.json: expected an object"],
    [{ base: "bert" }, 'base is "bert"; name one of bertNsp,'],
    [{ base: "bertNsp", rate: 1 }, 'unknown field "rate"'],
    [{ base: "bertNsp", settings: { step: 1 } }, "unknown setting settings.step; there are"],
    [{ base: "bertNsp", settings: { steps: 0 } }, "settings.steps is 0; expected a whole number"],
    [
      { base: "bertNsp", settings: { learningRate: "1e-3" } },
      'settings.learningRate is "1e-3"; expected a number above 0',
    ],
    [
      { base: "bertNsp", settings: { masking: { unit: "span", rate: 15 } } },
      "settings.masking.rate is 15; expected a share from 0 to 1",
    ],
    [
      { base: "bertNsp", settings: { masking: { unit: "span", rate: { from: 0.3, too: 1 } } } },
      "settings.masking.rate.to is missing; expected a share",
    ],
    [
      { base: "bertNsp", settings: { masking: { unit: "term", rate: 0.1 } } },
      "settings.masking.termRate is missing",
    ],
    [
      { base: "bertNsp", settings: { optimizer: { name: "sgd" } } },
      'settings.optimizer.name is "sgd"; expected "adamw", "lamb", "stableAdamw"',
    ],
    [
      { base: "bertNsp", settings: { schedule: { name: "cosine" } } },
      "settings.schedule.floor is missing",
    ],
    [{ base: "bertNsp", encoder: { hiddenSize: 100 } }, "16 heads do not divide"],
    [{ base: "bertNsp", encoder: { width: 3 } }, "encoder.width is no number of a bert encoder"],
    [{ base: "bertNsp", name: "" }, 'name is ""; expected a text'],
  ])("with a mistake is refused: %j", (json, message) => {
    expect(() => parse(json)).toThrow(InputError);
    expect(() => parse(json)).toThrow(message);
  });

  it("that is not there is refused, and the recipes are named", () => {
    expect(() => findRecipe("nowhere.json", recipes)).toThrow(
      "recipe nowhere.json: neither a recipe nor a file. Recipes: bertNsp, bertNspSmall",
    );
  });
});
