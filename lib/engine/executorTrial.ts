/** Whether an executor works, found by computing a product with it. */

import type { Tensor } from "@tensorflow/tfjs-core";
import { mul } from "./ops";
import type { Executor, ExecutorState } from "./executor";
import { float32, type HostTensor } from "./tree";

export async function examineBySquare(executor: Executor): Promise<ExecutorState> {
  try {
    const square = executor.compile<{ x: HostTensor }, { y: Tensor }>(
      ({ x }) => ({ y: mul(x, x) }),
      {},
    );
    const { y } = await square({ x: float32(Float32Array.of(3), [1]) });
    await square.release();
    if (y.data[0] !== 9) throw new Error(`3·3 gave ${y.data[0]}`);
    return { status: "ok", detail: executor.what };
  } catch (error) {
    return { status: "absent", detail: (error as Error).message };
  }
}
