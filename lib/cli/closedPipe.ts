/** What a shell reports of a program that wrote into a pipe nobody reads any more: 128 + SIGPIPE. */
const closedPipe = 141;

/**
 * End quietly when whoever reads the output is gone, as in `… | head -1`: Node ignores the signal that ends
 * other programs there. Work that knows how to stop, at Ctrl-C, stops so and leaves nothing half-written;
 * the rest ends at once, and what that leaves aside is removed by the next command there.
 */
export function endOnClosedPipe(): void {
  let isClosed = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code !== "EPIPE") throw error;
    if (isClosed) return;
    isClosed = true;
    process.once("exit", () => (process.exitCode = closedPipe));
    if (!process.emit("SIGINT", "SIGINT")) process.exit();
  };
  process.stdout.on("error", onError);
  process.stderr.on("error", onError);
}
