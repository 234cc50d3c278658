import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { needs, posix } from "../needs";

const program = join(__dirname, "../../lib/bin/kliniskvest.js");
const root = mkdtempSync(join(tmpdir(), "closed-pipe-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Run the program while nobody reads what it writes to `closed`; what it said elsewhere, and its status. */
async function unread(
  closed: "stdout" | "stderr",
  ...args: string[]
): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [program, ...args]);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  child[closed].destroy();
  const said = await text(closed === "stdout" ? child.stderr : child.stdout);
  return { status: await ended, said };
}

describe("a pipe that nobody reads", needs(posix), () => {
  it.each([
    ["the help", ["--help"]],
    ["the help of a command", ["corpus", "import", "--help"]],
    ["the version", ["--version"]],
  ])("ends %s quietly, as a signal would", async (_, args) => {
    expect(await unread("stdout", ...args)).toEqual({ status: 141, said: "" });
  });

  it("ends an error quietly", async () => {
    expect(await unread("stderr", "corpus", "stats", join(root, "none"))).toEqual({
      status: 141,
      said: "",
    });
  });

  it("stops work that writes, with nothing half-written in its place", async () => {
    const out = join(root, "corpus");
    const generate = (documents: string): string[] =>
      `corpus generate --domain clinical --documents ${documents} --out ${out}`.split(" ");
    expect(await unread("stderr", ...generate("200000"))).toEqual({ status: 141, said: "" });
    expect(existsSync(out)).toBe(false);
    // What the first moments of the work may leave, as at Ctrl-C, the next one removes.
    expect(await unread("stdout", ...generate("2"))).toMatchObject({ status: 141 });
    expect(readdirSync(root)).toEqual(["corpus"]);
  }, 60_000);
});
