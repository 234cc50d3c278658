/** Paths, commands and flags that Markdown files name exist. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { program } from "../lib/cli/main";

const root = resolve(__dirname, "..");
const files = [".", "bench", "data-cards", "decisions", "docs", "results"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object }).scripts,
);

const fences = /^```\w*\n([\s\S]*?)^```$/gm;
/** Code of a Markdown text: what stands between backticks, and each line of fenced blocks. */
function codeOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(fences)].flatMap((block) => block[1]!.split("\n"));
  const spans = [...markdown.replace(fences, "").matchAll(/`([^`]+)`/g)].map((span) => span[1]!);
  return [...blocks, ...spans].map((code) => code.replace(/\s+/g, " ").replace(/\s#\s.*$/, ""));
}

/** Folders that are part of the project, and those that only commands make. */
const folders = "lib test notebooks data-cards decisions bench results".split(" ");
const made = /^results\/(runs|cache|evaluations|figures|tables)\/|^lib\/dist/;
/** A whole path in one of the project's folders, without placeholders such as `<run>` or `NN`. */
const isPath = (code: string): boolean =>
  new RegExp(`^(${folders.join("|")})/[\\w./-]*$`).test(code) &&
  !made.test(code) &&
  !/\bNN\b/.test(code);

/** What is wrong with a line that calls the command, if it does. */
function problemOf(line: string): string | undefined {
  const call = /^(?:npx |\$ )?kliniskvest\s+(.*)$/.exec(line.trim())?.[1];
  if (call === undefined) return undefined;
  let command: Command = program();
  let argumentsBegin = false;
  let value: string | undefined;
  for (const word of call.split(" ").filter((each) => each !== "" && each !== "…")) {
    if (word.startsWith("--")) {
      const known = [...command.options, ...(command.parent?.options ?? [])];
      const option = known.find(({ long }) => long === word);
      if (!option && word !== "--help") return `${command.name()} has no ${word}`;
      argumentsBegin = true;
      value = option?.argChoices?.join(" ");
    } else if (argumentsBegin || command.commands.length === 0) {
      // The value of a flag, or a file.
      if (value !== undefined && /^[a-z]/.test(word) && !value.split(" ").includes(word))
        return `${word} is none of: ${value}`;
      value = undefined;
    } else {
      const next = command.commands.find((each) => each.name() === word);
      if (!next) return `${command.name()} has no command ${word}`;
      command = next;
    }
  }
  return undefined;
}

describe.each(files)("%s", (file) => {
  const markdown = readFileSync(join(root, file), "utf8");
  const code = codeOf(markdown);

  it("names files that exist", () => {
    const links = [...markdown.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((link) =>
      join(dirname(file), link[1]!),
    );
    const paths = [...links, ...code.filter(isPath)];
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("names commands, flags and scripts that exist", () => {
    expect(code.flatMap((line) => problemOf(line) ?? [])).toEqual([]);
    const named = [...code.join("\n").matchAll(/\bnpm (?:run (\w+)|(test|start)\b)/g)];
    expect(
      named.map((match) => match[1] ?? match[2]!).filter((name) => !scripts.includes(name)),
    ).toEqual([]);
  });
});

describe("this check", () => {
  it("finds a path, a command, a flag and a choice that are not there", () => {
    expect(
      ["lib/cli/main.ts", "lib/nowhere.ts"]
        .filter(isPath)
        .map((path) => existsSync(join(root, path))),
    ).toEqual([true, false]);
    expect(problemOf("npx kliniskvest pretrian --corpus x")).toMatch(/no command pretrian/);
    expect(problemOf("kliniskvest corpus stats DIR --jsno")).toMatch(/no --jsno/);
    expect(problemOf("kliniskvest reproduce --scale huge")).toMatch(/none of: quick/);
    expect(problemOf("kliniskvest corpus import a.csv --out b")).toBeUndefined();
    expect(codeOf("text `a b`\n```\nc # why\n```\n")).toEqual(["c", "", "a b"]);
  });

  it("sees a file map with every folder, and the floors of lib/ in order", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const mapped = [...readme.matchAll(/^\| \[([\w/-]+)\/\]\(/gm)].map((row) => row[1]!);
    const folders = (dir: string): string[] =>
      readdirSync(join(root, dir), { withFileTypes: true })
        .filter(
          (entry) => entry.isDirectory() && !/^(?:\.|bin$|dist$|node_modules$)/.test(entry.name),
        )
        .map(({ name }) => join(dir, name));
    const there = [...folders(""), ...folders("lib")].filter((folder) => folder !== "lib");
    const tracked = there.filter((folder) =>
      execFileSync("git", ["ls-files", folder], { cwd: root, encoding: "utf8" }).trim(),
    );
    expect([...mapped].sort()).toEqual(tracked.sort());
    const floors = readFileSync(join(root, "eslint.layers.js"), "utf8").split(
      "const layers = ",
    )[1]!;
    const order = [...floors.split("];")[0]!.matchAll(/"(\w+)"/g)].map(
      (floor) => `lib/${floor[1]}`,
    );
    expect(mapped.filter((folder) => order.includes(folder))).toEqual(order);
  });

  it("sees the README, which says how to begin and what this is not", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    expect(readme.split("\n").length).toBeLessThan(200);
    const screen = readme.split("\n").slice(0, 25).join(" ");
    for (const words of ["npm ci && npm start", "npm ci && npm test", "not medical knowledge"])
      expect(screen).toContain(words);
    for (const command of program().commands)
      if (command.name() !== "help") expect(readme).toContain(`kliniskvest ${command.name()}`);
  });
});
