import { describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import {
  compile,
  createDropout,
  flatten,
  int32,
  isHostTensor,
  withGradients,
  type ExecutorName,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import type { EncoderConfig } from "../../lib/encoder/config";
import {
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../lib/training/objective";
import { dropping, makeBatch, makeModel, smallConfigs, type StepInputs } from "./smallEncoder";

const stepOf = (config: EncoderConfig, recompute: boolean, executor: ExecutorName) =>
  compile<StepInputs, { loss: Tensor; gradients: PretrainingModel<Tensor> }>(
    ({ model, batch, seed }) =>
      withGradients(model as PretrainingModel<Tensor>, (model) =>
        pretrainingLoss(config, model, batch as PretrainingInput<Tensor>, createDropout(seed), {
          recompute,
        }),
      ),
    { executor },
  );

/** Two packed documents in each row. */
function packed(batch: PretrainingInput<HostTensor>): PretrainingInput<HostTensor> {
  const { shape } = batch.ids;
  const half = Math.floor(shape[1]! / 2);
  const column = (of: (column: number) => number): HostTensor =>
    int32(Int32Array.from(batch.ids.data, (_, i) => of(i % shape[1]!)), shape); // prettier-ignore
  return {
    ...batch,
    packing: {
      documents: column((c) => Number(c >= half)),
      positions: column((c) => (c >= half ? c - half : c)),
    },
  };
}

function hashes(tree: unknown): Record<string, string> {
  return Object.fromEntries(
    flatten(tree, isHostTensor).map(([path, { data }]) => [
      path,
      createHash("sha256").update(data).digest("hex"),
    ]),
  );
}

describe.each(["cpu", "reference"] as const)("recomputed layers on %s", (executor) => {
  it.each(smallConfigs.map((config) => [config.architecture, dropping(config, 0.2)] as const))(
    "of %s give the bits of layers computed once, dropout and packing on",
    async (_, config) => {
      const inputs = {
        model: makeModel(config),
        batch: packed(makeBatch(config, 3, 12, 7)),
        seed: int32(Int32Array.of(20190117), []),
      };
      const [kept, recomputed] = [stepOf(config, false, executor), stepOf(config, true, executor)];
      const expected = await kept(inputs);
      const found = await recomputed(inputs);
      expect((expected.loss as HostTensor).data[0]).toBeGreaterThan(1);
      expect(hashes(found)).toEqual(hashes(expected));
      await kept.release();
      await recomputed.release();
    },
  );
});
