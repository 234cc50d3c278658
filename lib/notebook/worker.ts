/**
 * The process that runs the cells of one notebook: tslab's own compiler and executor, without
 * Jupyter. It gets source over the IPC channel and sends back what the cell put out, in order.
 * The parent is `run.ts`.
 */

// eslint-disable-next-line layers/imports -- for a pipe to the parent process, no network
import { Socket } from "node:net";
import { sep } from "node:path";
import { formatWithOptions, inspect } from "node:util";
import type { MimeBundle } from "./document";

/** To the worker. */
export type Request = { readonly source: string };

/** From the worker. After `ready`, all belong to the cell that is running, which `done` ends. */
export type Message =
  | { readonly kind: "ready" }
  | { readonly kind: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | {
      readonly kind: "display";
      readonly data: MimeBundle;
      readonly metadata: object;
      readonly displayId?: string;
      readonly isUpdate: boolean;
    }
  | { readonly kind: "result"; readonly data: MimeBundle }
  | {
      readonly kind: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: string[];
    }
  | { readonly kind: "done"; readonly isOk: boolean };

type Executor = {
  execute(source: string): Promise<boolean>;
  interrupt(): void;
};

type Display = { data: MimeBundle; metadata?: object; transient?: { display_id?: string } };

/** The parts of tslab that this file drives; tslab publishes no types for them under node16. */
type TslabConverter = { createConverter(options: { isJS: boolean; isBrowser: boolean }): unknown };
type TslabExecutor = {
  createExecutor(
    rootDir: string,
    converters: { node: unknown; browser: unknown; close(): void },
    console: { log(value: unknown): void; error(...values: unknown[]): void },
  ): Executor;
};
type TslabJupyter = {
  lastWriteDisplayData: ((content: Display, isUpdate: boolean) => void) | null;
};

const send = (message: Message): void => void process.send!(message);

/** Values look the same in a narrow terminal, a wide one and a file. */
const inspection = { colors: false, breakLength: 100, compact: 3, sorted: false } as const;

function sendError(error: unknown): void {
  const isError =
    error instanceof Error || (typeof error === "object" && error !== null && "stack" in error);
  const { name, message, stack } = isError
    ? (error as Error)
    : { name: "Error", message: inspect(error, inspection), stack: undefined };
  send({
    kind: "error",
    ename: name,
    evalue: relative(message),
    traceback: traceback(stack, name, message),
  });
}

/** The frames of the cell and of the library, without tslab's, Node's and this machine's folders. */
function traceback(stack: string | undefined, name: string, message: string): string[] {
  const frames = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const own = frames.filter(
    (line) => !/\(?node:|[\\/]tslab[\\/]|[\\/]notebook[\\/]worker\./.test(line),
  );
  return [`${name}: ${message}`, ...own].map(relative);
}

/** Text with the paths of this machine cut down to the project's own. */
function relative(text: string): string {
  const project = process.cwd().split(sep).slice(0, -1).join(sep) + sep;
  return project === sep ? text : text.replaceAll(project, "");
}

/**
 * Privacy: a notebook that runs unattended opens no connection beyond this machine.
 */
function refuseNetwork(): void {
  const prototype = Socket.prototype as { connect(...values: unknown[]): Socket };
  const connect = prototype.connect;
  prototype.connect = function (this: Socket, ...values) {
    const first: unknown = Array.isArray(values[0]) ? (values[0] as unknown[])[0] : values[0];
    const options = typeof first === "object" && first !== null ? first : {};
    const { host, port } = options as { host?: string; port?: number };
    const isLocal =
      port === undefined || host === undefined || /^(localhost|127\.|::1$)/.test(host);
    if (isLocal) return connect.apply(this, values);
    const message = `Connection to ${host}:${port} refused: notebooks run without network. Put the files in place by hand first: the data card says where they come from.`;
    process.nextTick(() => this.destroy(new Error(message)));
    return this;
  };
}

function main(): void {
  const { createConverter } = require("tslab/dist/converter") as TslabConverter;
  const { createExecutor } = require("tslab/dist/executor") as TslabExecutor;
  const jupyter = require("tslab/dist/jupyter") as TslabJupyter;

  const write =
    (name: "stdout" | "stderr") =>
    (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      send({
        kind: "stream",
        name,
        text: typeof chunk === "string" ? chunk : Buffer.from(chunk).toString(),
      });
      const written = rest.find((value) => typeof value === "function");
      if (written) process.nextTick(written as () => void);
      return true;
    };
  process.stdout.write = write("stdout");
  process.stderr.write = write("stderr");
  jupyter.lastWriteDisplayData = ({ data, metadata = {}, transient }, isUpdate) => {
    const displayId = transient?.display_id;
    send({
      kind: "display",
      data,
      metadata,
      isUpdate,
      ...(displayId === undefined ? {} : { displayId }),
    });
  };

  // Set when something failed that no line of the cell waits for: a rejection, an event.
  let hasFailedAside = false;
  const executor = createExecutor(
    process.cwd(),
    {
      node: createConverter({ isJS: false, isBrowser: false }),
      browser: undefined,
      close: () => {},
    },
    {
      log: (value) => send({ kind: "result", data: { "text/plain": inspect(value, inspection) } }),
      // tslab reports what a cell threw with one value, and each of the compiler's complaints with a format.
      error: (...values) => {
        if (values.length === 1) {
          // After a failure aside, this is only the interruption that ended the waiting cell.
          if (!hasFailedAside) sendError(values[0]);
          return;
        }
        const text = relative(formatWithOptions(inspection, ...values));
        send({ kind: "error", ename: "CompileError", evalue: text, traceback: [text] });
      },
    },
  );

  const failAside = (error: unknown): void => {
    hasFailedAside = true;
    sendError(error);
    executor.interrupt();
  };
  process.on("uncaughtException", failAside);
  process.on("unhandledRejection", failAside);
  process.on("SIGINT", () => executor.interrupt());
  process.on("disconnect", () => process.exit(1));
  process.on("message", (request: Request) => {
    void (async () => {
      const isDone = await executor.execute(request.source);
      // What the cell left in the queue (a rejection nobody awaits) still belongs to it.
      await new Promise((resolve) => setImmediate(resolve));
      send({ kind: "done", isOk: isDone && !hasFailedAside });
    })();
  });
  refuseNetwork();
  send({ kind: "ready" });
}

main();
