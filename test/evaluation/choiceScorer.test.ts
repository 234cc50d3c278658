import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveModel } from "../../lib/encoder/checkpoint";
import { float32, int32, type HostTensor } from "../../lib/engine";
import { InputError } from "../../lib/errors";
import { finetuneCloze, finetunePairs, scoreCloze } from "../../lib/evaluation/choiceScorer";
import { padRows, templateRow } from "../../lib/evaluation/taskRows";
import type { ChoiceExample } from "../../lib/corpus/examples";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";
import {
  initializePretrainingModel,
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../lib/training/objective";
import { createTrainingStep } from "../../lib/training/step";
import { makeModelFolder, makeTokenizer, oneLayer } from "../smallModel";
import { choiceExample } from "./examples";

const root = mkdtempSync(join(tmpdir(), "choice-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const conditions = ["astma", "gikt", "migrene", "angina"];
/** The drug of each condition; one has a name of two words. */
const drugs = ["blå pille", "saft", "krem", "dråper"];
const sentence = (condition: string, drug: string): string =>
  `${condition} behandles med ${drug} .`;
const settings = { epochs: 40, batchSize: 4, learningRate: 0.01, sequenceLength: 32 };

const questions: readonly ChoiceExample[] = conditions.map((condition, i) => {
  // The right option stands at another place in each question.
  const options = drugs.map((_, k) => drugs[(k + 2 * i) % 4]!);
  return choiceExample(condition, options.indexOf(drugs[i]!), {
    question: `Hva er bra mot ${condition} ?`,
    cloze: sentence(condition, "{answer}"),
    options,
  });
});
const answers = questions.map(({ answer }) => answer);
const reversed = questions.map((question) => ({
  ...question,
  options: [...question.options].reverse(),
}));

let tokenizer: Tokenizer;
let untrained: string;
beforeAll(async () => {
  const words = [...conditions, ...drugs, "Hva er bra mot behandles med . ?"].join(" ").split(" ");
  tokenizer = await makeTokenizer(root, words);
  untrained = await makeModelFolder(root, tokenizer);
});

/** A model that has read each fact with the drug hidden, and nothing else. */
async function trainOnFacts(): Promise<PretrainingModel<HostTensor>> {
  const config = { ...oneLayer, vocabularySize: tokenizer.size };
  const model = initializePretrainingModel(config, 1);
  const { mask } = tokenizer.special;
  const hidden: { at: number; label: number }[] = [];
  const rows = conditions.map((condition, r) => {
    const [before, drug] = [`${condition} behandles med`, drugs[r]!].map((text) => [
      ...tokenizer.encode(text),
    ]) as [number[], number[]];
    drug.forEach((label, i) => hidden.push({ at: r * 32 + 1 + before.length + i, label }));
    return templateRow(tokenizer, [...before, ...drug.map(() => mask), ...tokenizer.encode(".")]);
  });
  const count = [hidden.length];
  const input: PretrainingInput<HostTensor> = {
    ...padRows(rows, rows.length, 32, config.padId),
    maskedPositions: int32(
      Int32Array.from(hidden, ({ at }) => at),
      count,
    ),
    maskedLabels: int32(
      Int32Array.from(hidden, ({ label }) => label),
      count,
    ),
    maskedWeights: float32(new Float32Array(hidden.length).fill(1), count),
  };
  const step = createTrainingStep<typeof model, typeof input>(
    model,
    (model, input, dropout) => pretrainingLoss(config, model, input, dropout),
    {
      optimizer: { name: "adamw", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0 },
      clipNorm: 1,
      seed: 1,
    },
  );
  for (let number = 1; number <= 60; number++) await step.run([input], number, 0.01);
  await step.release();
  return model;
}

describe("the cloze", () => {
  it("of a model that knows the facts picks them, wherever the option stands", async () => {
    const modelDir = await makeModelFolder(join(root), tokenizer, await trainOnFacts());
    const predict = scoreCloze({ modelDir, tokenizer, settings });
    expect(await predict(questions)).toEqual(answers);
    expect(await predict(reversed)).toEqual(answers.map((answer) => 3 - answer));
    untrained = await makeModelFolder(root, tokenizer);
  });

  it("of a model that knows nothing does not, and learns them by fine-tuning", async () => {
    const options = { modelDir: untrained, tokenizer, settings };
    expect(await scoreCloze(options)(questions)).not.toEqual(answers);
    const losses: number[] = [];
    const predict = await finetuneCloze({
      ...options,
      examples: questions,
      seed: 1,
      onProgress: (_step, _steps, loss) => void losses.push(loss),
    });
    expect(losses).toHaveLength(settings.epochs);
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
    expect(await predict(questions)).toEqual(answers);
  });
});

describe("a model without a masked-token head", () => {
  it("is not scored as it is, and tells what fine-tuning draws for it", async () => {
    const config = { ...oneLayer, vocabularySize: tokenizer.size };
    const bare = join(root, "bare");
    const { encoder } = initializePretrainingModel(config, 1);
    await saveModel(bare, config, { encoder }, { tokenizerDir: root });
    const options = { modelDir: bare, tokenizer, settings: { ...settings, epochs: 1 } };
    expect(() => scoreCloze(options)).toThrow(InputError);
    expect(() => scoreCloze(options)).toThrow(
      "bare has no masked-token head (maskedToken.dense.weight, maskedToken.dense.bias, ",
    );
    const drawn: string[] = [];
    const training = { ...options, examples: questions, seed: 1 };
    await finetuneCloze({ ...training, onDrawn: (names) => drawn.push(...names) });
    expect(drawn).toEqual([
      ...["maskedToken.dense.weight", "maskedToken.dense.bias"],
      ...["maskedToken.norm.weight", "maskedToken.norm.bias", "maskedToken.bias"],
    ]);
    drawn.length = 0;
    const whole = { ...training, modelDir: untrained, onDrawn: () => drawn.push("something") };
    await finetuneCloze(whole);
    expect(drawn).toEqual([]);
  });
});

describe("a model with fewer positions than the rows asked for", () => {
  it.each([40, 20])("takes rows of %i tokens, in training and in scoring", async (positions) => {
    const short = { ...oneLayer, maximumPositions: positions };
    const modelDir = await makeModelFolder(root, tokenizer, undefined, short);
    const padding = "bra mot ".repeat(40);
    const examples = questions.map((question) => ({
      ...question,
      question: padding + question.question,
      cloze: padding + question.cloze,
      // Longer than a whole row.
      options: question.options.map((option) => `${option} ${"krem ".repeat(30)}`.trim()),
    }));
    const long = { ...settings, epochs: 1, sequenceLength: 512 };
    const options = { modelDir, tokenizer, examples, settings: long, seed: 1 };
    for (const train of [finetuneCloze, finetunePairs])
      expect(await (await train(options))(examples)).toHaveLength(examples.length);
    expect(await scoreCloze(options)(examples)).toHaveLength(examples.length);
  });
});

describe("pairs", () => {
  it("learn which option is right, whatever its place", async () => {
    const right = ({ options }: ChoiceExample): number => options.indexOf("saft");
    const taught = [...questions, ...reversed].map((q) => ({ ...q, answer: right(q) }));
    const losses: number[] = [];
    const predict = await finetunePairs({
      modelDir: untrained,
      tokenizer,
      examples: taught,
      settings,
      seed: 1,
      onProgress: (_step, _steps, loss) => void losses.push(loss),
    });
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 10);
    expect(await predict(questions)).toEqual(questions.map(right));
    const turned = questions.map((q) => ({
      ...q,
      options: [1, 2, 3, 0].map((i) => q.options[i]!),
    }));
    expect(await predict(turned)).toEqual(turned.map(right));
  });
});

describe("both ways of scoring", () => {
  const train = (way: typeof finetuneCloze, seed = 1, examples = questions) =>
    way({ modelDir: untrained, tokenizer, examples, settings: { ...settings, epochs: 2 }, seed });

  it.each([
    ["cloze", finetuneCloze],
    ["pairs", finetunePairs],
  ])("%s: never read the right answer of what they predict", async (_, way) => {
    const predict = await train(way);
    const predicted = await predict(questions);
    const wrong = questions.map((question) => ({ ...question, answer: (question.answer + 1) % 4 }));
    expect(await predict(wrong)).toEqual(predicted);
  });

  it.each([
    ["cloze", finetuneCloze],
    ["pairs", finetunePairs],
  ])("%s: keep the answers in the order of the questions, long ones too", async (_, way) => {
    const predict = await train(way);
    const longer = (question: ChoiceExample): ChoiceExample => {
      const padding = "bra mot ".repeat(40);
      return {
        ...question,
        question: padding + question.question,
        cloze: padding + question.cloze,
      };
    };
    // Of several padded lengths, and more than a batch.
    const mixed = questions.flatMap((question) => [question, longer(question)]);
    const alone = [];
    for (const question of mixed) alone.push(...(await predict([question])));
    expect(await predict(mixed)).toEqual(alone);
  });

  it("give the same for the same seed", async () => {
    const losses = async (seed: number): Promise<number[]> => {
      const found: number[] = [];
      await finetunePairs({
        modelDir: untrained,
        tokenizer,
        examples: questions,
        settings: { ...settings, epochs: 2 },
        seed,
        onProgress: (_step, _steps, loss) => void found.push(loss),
      });
      return found;
    };
    expect(await losses(1)).toEqual(await losses(1));
    expect(await losses(2)).not.toEqual(await losses(1));
  });

  it("refuse a question with another number of options, by its id", async () => {
    const three = [choiceExample("q7", 0, { options: ["krem", "saft", "dråper"] })];
    const predict = scoreCloze({ modelDir: untrained, tokenizer, settings });
    await expect(predict(three)).rejects.toThrow("question q7 has 3 options");
    await expect(train(finetunePairs, 1, three)).rejects.toThrow("question q7");
  });
});
