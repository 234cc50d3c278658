/** Ctrl-C, and what a cluster's scheduler sends before the time is up. */
const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Ctrl-C and SIGTERM as an AbortSignal: the work stops at the next safe place; a second one stops at once.
 *
 * @param goOn - what the user reads when the work has stopped: how to go on
 */
export async function withInterrupt<T>(
  goOn: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onInterrupt = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(signal === "SIGINT" ? 130 : 143);
    controller.abort(Object.assign(new Error(goOn), { name: "AbortError" }));
    process.stderr.write("\nstopping at the next safe place; once more to stop at once\n");
  };
  for (const signal of signals) process.on(signal, onInterrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, onInterrupt);
  }
}
