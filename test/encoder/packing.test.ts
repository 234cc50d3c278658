import { describe, expect, it } from "vitest";
import { encodeLast, type Encoder, type EncoderInput } from "../../lib/encoder/encoder";
import {
  compile,
  flatten,
  float32,
  int32,
  isHostTensor,
  mul,
  noDropout,
  sum,
  withGradients,
  type ExecutorName,
  type HostTensor,
  type Tensor,
  type Traced,
} from "../../lib/engine";
import { random } from "../../lib/random";
import { makeModel, smallConfig, smallModernBert, smallNorBert3 } from "../engine/smallEncoder";

type Model = Encoder<HostTensor>;
type Inputs = {
  readonly model: Model;
  readonly input: EncoderInput<HostTensor>;
  probe: HostTensor;
};
type Outputs = {
  readonly hidden: Tensor;
  readonly loss: Tensor;
  readonly gradients: Traced<Model>;
};

/** A packed row is longer than BERT's table, a document alone is not. */
const widthOf = (documents: readonly (readonly number[])[][]): number =>
  documents.some((row) => row.length > 1) ? 31 : 20;

/** Rows of documents given by their tokens, padded. */
function rows(
  documents: readonly (readonly number[])[][],
  padId: number,
): EncoderInput<HostTensor> {
  const length = widthOf(documents);
  const shape = [documents.length, length];
  const size = documents.length * length;
  const ids = new Int32Array(size).fill(padId);
  const mayAttend = new Float32Array(size);
  const numbers = new Int32Array(size);
  const positions = new Int32Array(size);
  documents.forEach((row, r) => {
    let at = r * length;
    row.forEach((document, d) =>
      document.forEach((id, i) => {
        ids[at] = id;
        mayAttend[at] = 1;
        numbers[at] = d + 1;
        positions[at] = i;
        at++;
      }),
    );
  });
  const isPacked = documents.some((row) => row.length > 1);
  return {
    ids: int32(ids, shape),
    types: int32(new Int32Array(size), shape),
    mayAttend: float32(mayAttend, shape),
    ...(isPacked && {
      packing: { documents: int32(numbers, shape), positions: int32(positions, shape) },
    }),
  };
}

// Three notes of one row: the middle one longer than every window, the row longer than BERT's table.
const lengths = [4, 19, 5];
const draw = random(7, "packing test");
const notes = lengths.map((n) => Array.from({ length: n }, () => 5 + draw.integer(48)));
const hiddenSize = smallConfig.hiddenSize;
const probes = notes.map((note) =>
  Float32Array.from({ length: note.length * hiddenSize }, () => draw.normal()),
);

const bert = { ...smallConfig, maximumPositions: 20 };

/** Within 1e-5 of the largest value, or of 1 if all are smaller. */
function expectClose(actual: readonly number[], expected: readonly number[], what: string): void {
  const largest = Math.max(1, ...expected.map(Math.abs));
  const worst = Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!)));
  expect(worst / largest, what).toBeLessThan(1e-5);
}

describe.each([bert, smallNorBert3, smallModernBert, { ...smallModernBert, localAttention: 16 }])(
  "$architecture with a packed row",
  (config) => {
    const { encoder } = makeModel(config, 2);
    const score = async (
      documents: readonly (readonly number[])[][],
      places: readonly (readonly [row: number, column: number])[],
      executor: ExecutorName,
    ) => {
      const length = widthOf(documents);
      const probe = new Float32Array(documents.length * length * hiddenSize);
      places.forEach(([row, column], i) =>
        probe.set(probes[i]!, (row * length + column) * hiddenSize),
      );
      const run = compile<Inputs, Outputs>(
        (inputs) => {
          const { model, input, probe } = inputs as unknown as {
            model: Traced<Model>;
            input: EncoderInput<Tensor>;
            probe: Tensor;
          };
          return withGradients(model, (model) => {
            const hidden = encodeLast(config, model, input, noDropout);
            return { hidden, loss: sum(mul(hidden, probe)) };
          });
        },
        { executor },
      );
      const input = rows(documents, config.padId);
      const size = [documents.length * length, hiddenSize];
      const out = await run({ model: encoder, input, probe: float32(probe, size) });
      await run.release();
      const states = places.map(([row, column], i) => {
        const start = (row * length + column) * hiddenSize;
        return [...out.hidden.data.subarray(start, start + notes[i]!.length * hiddenSize)];
      });
      return { states, gradients: new Map(flatten(out.gradients, isHostTensor)) };
    };
    const starts = notes.map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0));

    it.each(["cpu", "reference"] as const)(
      "gives each document the states and gradients of a row of its own (%s)",
      async (executor) => {
        const packed = await score(
          [notes],
          starts.map((column) => [0, column]),
          executor,
        );
        const apart = await score(
          notes.map((note) => [note]),
          notes.map((_, row) => [row, 0]),
          executor,
        );
        packed.states.forEach((state, i) => expectClose(state, apart.states[i]!, "states"));
        for (const [path, { data }] of apart.gradients) {
          expectClose([...packed.gradients.get(path)!.data], [...data], path);
        }
      },
      60_000,
    );

    it("would see the neighbours if nobody told it where documents end", async () => {
      const { packing, ...plain } = rows([notes], config.padId);
      expect(packing).toBeDefined();
      const run = compile<{ model: Model; input: EncoderInput<HostTensor> }, { hidden: Tensor }>(
        ({ model, input }) => ({
          hidden: encodeLast({ ...config, maximumPositions: 64 }, model, input, noDropout),
        }),
      );
      const position = float32(new Float32Array(64 * hiddenSize), [64, hiddenSize]);
      const model =
        config.architecture === "bert"
          ? { ...encoder, embeddings: { ...encoder.embeddings, position } }
          : encoder;
      const one = await run({ model: model as Model, input: plain });
      const other = await run({ model: model as Model, input: rows([[notes[0]!]], config.padId) });
      await run.release();
      const first = (out: typeof one): number[] => [...out.hidden.data.subarray(0, 4 * hiddenSize)];
      const change = Math.max(...first(one).map((v, i) => Math.abs(v - first(other)[i]!)));
      expect(change).toBeGreaterThan(0.01);
    });
  },
);
