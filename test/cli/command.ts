import { vi } from "vitest";
import { main } from "../../lib/cli/main";

export type Outcome = { readonly code: number; readonly out: string; readonly err: string };

/** Run the command line in this process, as the program of that name does. */
export async function kliniskvest(...args: string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const into =
    (lines: string[]) =>
    (text: unknown): true => {
      lines.push(String(text));
      return true;
    };
  const line =
    (lines: string[]) =>
    (...parts: unknown[]): void =>
      void lines.push(parts.map(String).join(" ") + "\n");
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(into(out)),
    vi.spyOn(process.stderr, "write").mockImplementation(into(err)),
    vi.spyOn(console, "log").mockImplementation(line(out)),
    vi.spyOn(console, "error").mockImplementation(line(err)),
  ];
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await main(["node", "kliniskvest", ...args]);
    return { code: Number(process.exitCode ?? 0), out: out.join(""), err: err.join("") };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}

/** The lines of an error, without those that say which stage was on. */
export const complaint = ({ err }: Outcome): string[] =>
  err.split("\n").filter((each) => each.startsWith("kliniskvest: "));
