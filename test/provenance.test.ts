import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { commandLine, commit, version } from "../lib/provenance";

const root = mkdtempSync(join(tmpdir(), "provenance-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const git = (cwd: string, ...args: string[]): string =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
    cwd,
    encoding: "utf8",
  }).trim();

it("names the package's own commit, not that of the folder one works or installs in", () => {
  // A user's repository, with the package installed in it.
  const installed = join(root, "node_modules/kliniskvest");
  mkdirSync(join(installed, "dist"), { recursive: true });
  for (const file of ["package.json", "dist/assets.js", "dist/provenance.js"])
    cpSync(join("lib", file), join(installed, file));
  writeFileSync(join(root, "notes.txt"), "");
  git(root, "init", "-q");
  git(root, "add", "notes.txt");
  git(root, "commit", "-q", "-m", "first");
  const theirs = git(root, "rev-parse", "--short=12", "HEAD");
  const printed = (module: string): string =>
    execFileSync(process.execPath, ["-p", `require(${JSON.stringify(module)}).commit()`], {
      cwd: root,
      encoding: "utf8",
    }).trim();
  expect(printed(join(installed, "dist/provenance.js"))).toBe(version);
  const own = printed(resolve("lib/dist/provenance.js"));
  expect(own).toBe(commit());
  expect(own).not.toContain(theirs);
  expect(own).toMatch(/^\d+\.\d+\.\d+(?:, [0-9a-f]{12}(?:\+changes)?)?$/);
});

it("gives the command line as it can be given again", () => {
  const given = process.argv;
  process.argv = ["node", "kliniskvest", "corpus", "import", "mine/år.csv", "it's"];
  try {
    expect(commandLine()).toBe("kliniskvest corpus import mine/år.csv 'it'\\''s'");
  } finally {
    process.argv = given;
  }
});
