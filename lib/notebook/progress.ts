/** Progress of a long cell, in place: rate and time left while it runs, only the count when done. */

import { display } from "./display";

export type Progress = {
  /** Say how much is done; shown at most five times a second. */
  update(done: number): void;
  /** Show the end. What stays in the notebook holds no times, so that reruns do not change it. */
  end(): void;
};

let shown = 0;

/**
 * Start a progress line under the running cell.
 *
 * @param label - what is counted, e.g. "steps"
 * @param total - how many there will be
 * @example const progress = showProgress("steps", 500); run({ onStep: progress.update }); progress.end();
 */
export function showProgress(label: string, total: number): Progress {
  const id = `progress-${++shown}`;
  const start = performance.now();
  let [done, last] = [0, start];
  const write = (text: string, isUpdate: boolean): void =>
    display({ "text/plain": text }, { id, isUpdate });
  write(`${label}: 0 of ${total}`, false);
  return {
    update: (count) => {
      done = count;
      const now = performance.now();
      if (now - last < 200 || done === 0) return;
      last = now;
      const rate = (done * 1000) / (now - start);
      const left = Math.ceil((total - done) / rate);
      write(`${label}: ${done} of ${total}, ${rate.toPrecision(3)}/s, ${left} s left`, true);
    },
    end: () => write(`${label}: ${done} of ${total}`, true),
  };
}
