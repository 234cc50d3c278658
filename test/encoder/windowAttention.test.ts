import { describe, expect, it } from "vitest";
import type { EncoderInput } from "../../lib/encoder/attention";
import { blockwiseAttention } from "../../lib/encoder/windowAttention";
import { compile, float32, int32, noDropout, type HostTensor, type Tensor } from "../../lib/engine";
import { random } from "../../lib/random";

const [batch, heads, headSize, reach] = [2, 2, 4, 3];

type Inputs<T> = {
  readonly query: T;
  readonly key: T;
  readonly value: T;
  readonly input: Pick<EncoderInput<T>, "mayAttend" | "packing">;
};

/** Rows of which the second is padded after two thirds; packed ones hold documents of four tokens. */
function drawn(sequence: number, isPacked: boolean): Inputs<HostTensor> {
  const draw = random(sequence, "window test");
  const states = (): HostTensor =>
    float32(Float32Array.from({ length: batch * heads * sequence * headSize }, draw.normal), [
      batch,
      heads,
      sequence,
      headSize,
    ]);
  const tokens = <To>(of: (row: number, column: number) => To): To[] =>
    Array.from({ length: batch * sequence }, (_, i) => of(Math.floor(i / sequence), i % sequence));
  const ints = (of: (row: number, column: number) => number): HostTensor =>
    int32(Int32Array.from(tokens(of)), [batch, sequence]);
  const isReal = (row: number, column: number): number =>
    Number(row === 0 || column < Math.ceil((2 / 3) * sequence));
  return {
    query: states(),
    key: states(),
    value: states(),
    input: {
      mayAttend: float32(Float32Array.from(tokens(isReal)), [batch, sequence]),
      ...(isPacked && {
        packing: {
          // The padding has the number 0, as that of packed rows has.
          documents: ints((r, c) => isReal(r, c) * (1 + Math.floor(c / 4))),
          positions: ints((_, c) => c % 4),
        },
      }),
    },
  };
}

/** The definition, pair by pair. */
function expected({ query, key, value, input }: Inputs<HostTensor>, sequence: number): number[] {
  const { mayAttend, packing } = input;
  const at = ({ data }: HostTensor, b: number, h: number, s: number, d: number): number =>
    data[((b * heads + h) * sequence + s) * headSize + d]!;
  const dimensions = Array.from({ length: headSize }, (_, d) => d);
  const result: number[] = [];
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let q = 0; q < sequence; q++) {
        const seen = Array.from({ length: sequence }, (_, k) => k).filter(
          (k) =>
            Math.abs(q - k) <= reach &&
            mayAttend.data[b * sequence + k] === 1 &&
            (!packing ||
              packing.documents.data[b * sequence + q] ===
                packing.documents.data[b * sequence + k]),
        );
        const weights = seen.map((k) =>
          Math.exp(
            dimensions.reduce((sum, d) => sum + at(query, b, h, q, d) * at(key, b, h, k, d), 0) /
              Math.sqrt(headSize),
          ),
        );
        const total = weights.reduce((x, y) => x + y, 0);
        for (const d of dimensions)
          result.push(
            seen.reduce((sum, k, i) => sum + (weights[i]! / total) * at(value, b, h, k, d), 0),
          );
      }
  return result;
}

describe.each([
  ["plain rows", false],
  ["packed rows", true],
])("blockwise attention of %s with padding", (_, isPacked) => {
  // Around every border of blocks of three tokens, rows shorter than a block included.
  it.each([1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15])(
    "sees just the window at %d tokens",
    async (sequence) => {
      const inputs = drawn(sequence, isPacked);
      const run = compile<Inputs<HostTensor>, { context: Tensor }>((traced) => {
        const { query, key, value, input } = traced as unknown as Inputs<Tensor>;
        const { bias, attend } = blockwiseAttention(input, reach);
        return { context: attend(query, key, value, { bias, dropout: noDropout, rate: 0 }) };
      });
      const { context } = await run(inputs);
      await run.release();
      expect(context.shape).toEqual([batch, heads, sequence, headSize]);
      const definition = expected(inputs, sequence);
      let compared = 0;
      for (let token = 0; token < batch * heads * sequence; token++) {
        const row = Math.floor(token / (heads * sequence));
        // What stands in the padding is nobody's business.
        if (inputs.input.mayAttend.data[row * sequence + (token % sequence)] === 0) continue;
        for (let i = token * headSize; i < (token + 1) * headSize; i++, compared++)
          expect(Math.abs(context.data[i]! - definition[i]!)).toBeLessThan(1e-5);
      }
      expect(compared).toBeGreaterThanOrEqual(heads * sequence * headSize);
      expect([...context.data].every(Number.isFinite)).toBe(true);
    },
  );
});
