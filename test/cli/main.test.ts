import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { program } from "../../lib/cli/main";
import { complaint, kliniskvest } from "./command";

describe("kliniskvest", () => {
  it("prints its version, which is that of the package", async () => {
    const { version } = JSON.parse(readFileSync("lib/package.json", "utf8")) as { version: string };
    expect(await kliniskvest("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    ["no command", []],
    ["a misspelt command", ["pretrian"]],
    ["a misspelt flag", ["doctor", "--jsno"]],
    ["a flag that is missing", ["finetune", "--task", "generatedEntities"]],
    ["a value that is none of the choices", ["reproduce", "--scale", "huge"]],
    ["a count that is no number", ["finetune", "--seeds", "three"]],
  ])("ends with 2 for %s and says nothing on standard output", async (_, args) => {
    const { code, out, err } = await kliniskvest(...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).not.toBe("");
  });

  it("says what to do where a path is of the wrong kind", async () => {
    for (const args of [
      ["model", "run", "package.json", "--texts", "package.json"],
      ["model", "run", "lib", "--texts", "test"],
    ]) {
      const outcome = await kliniskvest(...args);
      expect(outcome.code).toBe(2);
      expect(complaint(outcome)).toHaveLength(1);
    }
  });

  it("shows a stack trace only with --verbose", async () => {
    const request = ["corpus", "stats", "no-such-folder"];
    const quiet = await kliniskvest(...request);
    expect(quiet.code).toBe(2);
    expect(quiet.err.trim().split("\n")).toHaveLength(1);
    expect(complaint(quiet)[0]).toContain("no-such-folder");
    const verbose = await kliniskvest("--verbose", ...request);
    expect(verbose.code).toBe(2);
    expect(verbose.err).toMatch(/\n\s+at /);
  });

  it("helps with every command, and with an example where it does something", () => {
    const visit = (command: Command): void => {
      let help = "";
      command.configureOutput({ writeOut: (text) => (help += text) });
      command.outputHelp();
      expect(command.description(), command.name()).not.toBe("");
      if (command.commands.length === 0)
        expect(help, command.name()).toMatch(/Examples?:\n\s+(\$ )?kliniskvest /);
      command.commands.forEach(visit);
    };
    program().commands.forEach(visit);
  });
});

describe("kliniskvest doctor", () => {
  it("finds Node and computes a square with both executors", async () => {
    const { code, out } = await kliniskvest("doctor", "--json");
    expect(code).toBe(0);
    const found = new Map(
      (JSON.parse(out) as { name: string; status: string; detail: string }[]).map((each) => [
        each.name,
        each,
      ]),
    );
    expect(found.get("node")?.detail).toContain(process.version);
    for (const executor of ["cpu", "reference"])
      expect(found.get(`executor ${executor}`)?.status).toBe("ok");
    for (const { status, detail } of found.values()) {
      expect(["ok", "absent", "broken"]).toContain(status);
      expect(detail).not.toBe("");
    }
  });
});
