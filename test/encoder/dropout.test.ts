import { expect, it } from "vitest";
import type { EncoderConfig } from "../../lib/encoder/config";
import { encodeLast, initializeEncoder, type Encoder } from "../../lib/encoder/encoder";
import {
  initializeMaskedTokenHead,
  initializeSequenceHead,
  initializeTokenHead,
  maskedTokenLogits,
  sequenceLogits,
  tokenLogits,
  type ClassificationHead,
  type MaskedTokenHead,
} from "../../lib/encoder/heads";
import {
  compile,
  float32,
  int32,
  range,
  type Dropout,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import { smallConfig, smallModernBert, smallNorBert3 } from "../engine/smallEncoder";

const [batch, sequence, layers, labels] = [2, 6, 2, 3];
const tokens = batch * sequence;

/** A share for each setting, so that a drop tells which one it goes by. */
const [hidden, attention, embedding, feedForward, classifier] = [0.1, 0.2, 0.3, 0.4, 0.5];

/** What is dropped in an encoder and in its three heads: the rate and the shape, in order. */
async function dropsOf(config: EncoderConfig) {
  let drops: string[] = [];
  const note = (shape: readonly number[], rate: number): void => {
    drops.push(`${rate} ${shape.join("·")}`);
  };
  const dropout: Dropout = {
    keep: (shape, rate) => {
      note(shape, rate);
      return undefined;
    },
    apply: (x, rate) => {
      note(x.shape, rate);
      return x;
    },
    fork: () => dropout,
  };
  const take = (): string[] => {
    const taken = drops;
    drops = [];
    return taken;
  };
  type Model<T> = {
    readonly encoder: Encoder<T>;
    readonly maskedToken: MaskedTokenHead<T>;
    readonly row: ClassificationHead<T>;
    readonly token: ClassificationHead<T>;
  };
  type Inputs = { readonly model: Model<HostTensor>; readonly ids: HostTensor; mask: HostTensor };
  const found: Record<string, string[]> = {};
  const run = compile<Inputs, Tensor[]>((inputs) => {
    const { model, ids, mask } = inputs as { model: Model<Tensor>; ids: Tensor; mask: Tensor };
    const input = { ids, types: ids, mayAttend: mask };
    const states = encodeLast(config, model.encoder, input, dropout);
    found["encoder"] = take();
    const { word } = model.encoder.embeddings;
    const all = range(0, tokens, 1, "int32");
    const masked = maskedTokenLogits(config, model.maskedToken, word, states, all, dropout);
    found["masked tokens"] = take();
    const rows = sequenceLogits(config, model.row, states, input, dropout);
    found["rows"] = take();
    const each = tokenLogits(config, model.token, states, dropout);
    found["tokens"] = take();
    return [masked, rows, each];
  });
  await run({
    model: {
      encoder: initializeEncoder(config, 1),
      maskedToken: initializeMaskedTokenHead(config, 1),
      row: initializeSequenceHead(config, labels, 1),
      token: initializeTokenHead(config, labels, 1),
    },
    ids: int32(new Int32Array(tokens), [batch, sequence]),
    mask: float32(new Float32Array(tokens).fill(1), [batch, sequence]),
  });
  await run.release();
  return found;
}

const { hiddenSize: width, heads } = smallConfig;
const [states, scores] = [`${tokens}·${width}`, `${batch}·${heads}·${sequence}·${sequence}`];
const perLayer = (...drops: string[]): string[] => Array<string[]>(layers).fill(drops).flat();

it("BERT drops embeddings, probabilities, and what each part adds; before a classifier by its own rate", async () => {
  const config = { ...smallConfig, layers, hiddenDropout: hidden, attentionDropout: attention };
  expect(await dropsOf(config)).toEqual({
    encoder: [
      `${hidden} ${states}`,
      ...perLayer(`${attention} ${scores}`, `${hidden} ${states}`, `${hidden} ${states}`),
    ],
    "masked tokens": [],
    rows: [`${hidden} ${batch}·${width}`],
    tokens: [`${hidden} ${states}`],
  });
  const found = await dropsOf({ ...config, classifierDropout: classifier });
  expect(found["rows"]).toEqual([`${classifier} ${batch}·${width}`]);
  expect(found["tokens"]).toEqual([`${classifier} ${states}`]);
});

it("NorBERT3 also drops the relative positions in each layer, and in every head", async () => {
  const config = { ...smallNorBert3, layers, hiddenDropout: hidden, attentionDropout: attention };
  const buckets = `${2 * config.positionBuckets - 1}·${width}`;
  expect(await dropsOf(config)).toEqual({
    encoder: [
      `${hidden} ${states}`,
      ...perLayer(
        `${hidden} ${buckets}`,
        `${attention} ${scores}`,
        `${hidden} ${states}`,
        `${hidden} ${states}`,
      ),
    ],
    "masked tokens": [`${hidden} ${states}`],
    rows: [`${hidden} ${batch}·${width}`],
    tokens: [`${hidden} ${states}`],
  });
});

it("ModernBERT drops inside the feed-forward part, and its attention's output as its probabilities", async () => {
  const config = {
    ...smallModernBert,
    layers,
    embeddingDropout: embedding,
    attentionDropout: attention,
    feedForwardDropout: feedForward,
    classifierDropout: classifier,
  };
  expect(await dropsOf(config)).toEqual({
    encoder: [
      `${embedding} ${states}`,
      ...perLayer(
        `${attention} ${scores}`,
        `${attention} ${states}`,
        `${feedForward} ${tokens}·${config.feedForwardSize}`,
      ),
    ],
    "masked tokens": [],
    rows: [`${classifier} ${batch}·${width}`],
    tokens: [`${classifier} ${states}`],
  });
});
