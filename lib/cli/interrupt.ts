/**
 * Ctrl-C as an AbortSignal: the work stops at the next safe place; a second Ctrl-C stops at once.
 *
 * @param goOn - what the user reads when the work has stopped: how to go on
 */
export async function withInterrupt<T>(
  goOn: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(Object.assign(new Error(goOn), { name: "AbortError" }));
    process.stderr.write("\nstopping at the next safe place; Ctrl-C again to stop at once\n");
  };
  process.on("SIGINT", onInterrupt);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", onInterrupt);
  }
}
