import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  isRunning,
  openLineFile,
  sha256,
  sha256OfFile,
  withScratchFolder,
  writeFileAtomic,
  writeFolderAtomic,
  writeJson,
} from "../lib/files";
import { linux, needs } from "./needs";

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "files-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("writeFileAtomic", () => {
  it("makes folders, replaces a file whole and leaves nothing beside it", () => {
    const path = join(root, "a", "b", "file.txt");
    writeFileAtomic(path, "eit langt innhald");
    writeFileAtomic(path, "æøå");
    expect(readFileSync(path, "utf8")).toBe("æøå");
    expect(readdirSync(join(root, "a", "b"))).toEqual(["file.txt"]);
    writeJson(path, { b: 1, a: [2] });
    expect(readFileSync(path, "utf8")).toBe('{\n  "b": 1,\n  "a": [\n    2\n  ]\n}\n');
  });

  it("leaves the target as it was when it cannot be replaced", () => {
    mkdirSync(join(root, "folder", "full"), { recursive: true });
    expect(() => writeFileAtomic(join(root, "folder"), "x")).toThrow();
    expect(readdirSync(root)).toEqual(["folder"]);
    expect(existsSync(join(root, "folder", "full"))).toBe(true);
  });
});

describe("writeFolderAtomic", () => {
  const fill = (text: string) => async (aside: string) => {
    writeFileSync(join(aside, "content"), text);
    return text.length;
  };

  it("replaces a folder whole", async () => {
    const dir = join(root, "out");
    mkdirSync(dir);
    writeFileSync(join(dir, "old"), "");
    expect(await writeFolderAtomic(dir, fill("ny"))).toBe(2);
    expect(readdirSync(dir)).toEqual(["content"]);
    expect(readdirSync(root)).toEqual(["out"]);
  });

  it("keeps the old folder when filling fails half-way", async () => {
    const dir = join(root, "out");
    await writeFolderAtomic(dir, fill("gammel"));
    const failing = writeFolderAtomic(dir, async (aside) => {
      await fill("half")(aside);
      throw new Error("no space left");
    });
    await expect(failing).rejects.toThrow("no space left");
    expect(readFileSync(join(dir, "content"), "utf8")).toBe("gammel");
    expect(readdirSync(root)).toEqual(["out"]);
  });

  it("removes what dead processes left and nothing of living ones", async () => {
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const left = (pid: number): string => `out.${hostname()}.${pid}.part`;
    for (const name of [left(dead), left(process.ppid), "out.elsewhere.17.part"])
      mkdirSync(join(root, name));
    await writeFolderAtomic(join(root, "out"), fill("x"));
    expect(readdirSync(root).sort()).toEqual(
      ["out", left(process.ppid), "out.elsewhere.17.part"].sort(),
    );
    expect([isRunning(dead), isRunning(process.pid)]).toEqual([false, true]);
  });
});

describe("withScratchFolder", () => {
  it("gives a folder for nobody else, and takes it away, whether the work succeeds or not", async () => {
    const target = join(root, "out");
    const result = await withScratchFolder(target, async (folder) => {
      writeFileSync(join(folder, "keys"), "x");
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      return await Promise.resolve(7);
    });
    expect(result).toBe(7);
    const failing = withScratchFolder(target, () => Promise.reject(new Error("no space left")));
    await expect(failing).rejects.toThrow("no space left");
    expect(readdirSync(root)).toEqual([]);
  });

  it("removes what a killed process left of its own, and no folder that is being written", async () => {
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    mkdirSync(join(root, `out.scratch.${hostname()}.${dead}.part`));
    await withScratchFolder(join(root, "out"), async (folder) => {
      await writeFolderAtomic(join(root, "out"), (aside) => {
        writeFileSync(join(aside, "content"), "x");
        return Promise.resolve();
      });
      expect(existsSync(folder)).toBe(true);
    });
    expect(readdirSync(root)).toEqual(["out"]);
  });
});

describe("openLineFile", () => {
  it("shows nothing before the end, then all of it", () => {
    const path = join(root, "a", "lines.txt");
    const file = openLineFile(path);
    const lines = Array.from({ length: 20_000 }, (_, i) => `linje ${i} æøå`);
    for (const line of lines) file.write(line);
    expect(existsSync(path)).toBe(false);
    file.commit();
    file.discard(); // too late, as callers do in any case
    expect(readFileSync(path, "utf8")).toBe(lines.join("\n") + "\n");
    expect(readdirSync(join(root, "a"))).toEqual(["lines.txt"]);
  });

  it("leaves what was there if it is discarded", () => {
    const path = join(root, "lines.txt");
    writeFileSync(path, "gammal");
    const file = openLineFile(path);
    file.write("ny");
    file.discard();
    expect(readFileSync(path, "utf8")).toBe("gammal");
    expect(readdirSync(root)).toEqual(["lines.txt"]);
  });
});

describe("sha256", () => {
  it("is that of the standard, for texts, bytes and files", async () => {
    // FIPS 180-2, appendix B.1
    const known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(sha256("abc")).toBe(known);
    expect(sha256(Uint8Array.of(97, 98, 99))).toBe(known);
    writeFileSync(join(root, "abc"), "abc");
    expect(await sha256OfFile(join(root, "abc"))).toBe(known);
  });
});

describe("isRunning", () => {
  it("is true of this process and false of one that has ended", () => {
    expect(isRunning(process.pid)).toBe(true);
    expect(isRunning(spawnSync("true").pid)).toBe(false);
  });

  it(
    "is false of a process that has ended and that nobody has asked after",
    needs(linux),
    async () => {
      // The shell starts a child, says its number and becomes a program that never asks after it. The child
      // ends after that: before, the shell itself might ask.
      const parent = spawn("sh", ["-c", "sleep 1 & echo $!; exec sleep 20"]);
      try {
        const [line] = (await once(parent.stdout, "data")) as [Buffer];
        const child = Number(line.toString());
        const state = (): string => readFileSync(`/proc/${child}/stat`, "utf8");
        await vi.waitFor(() => expect(state()).toMatch(/\) Z /), { timeout: 5000 });
        expect(isRunning(child)).toBe(false);
      } finally {
        parent.kill("SIGKILL");
      }
    },
  );
});
