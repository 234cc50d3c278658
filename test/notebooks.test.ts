/**
 * The committed notebooks, as source and as record: cells are formatted, linted and type-checked
 * with the library's built types, by this project's compiler and by the one inside tslab; outputs
 * are there, fresh in shape, and hold no folders of a machine and nobody's identity number.
 * Executing them is the job of `kliniskvest notebooks run --check`.
 */

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Linter, type Linter as LinterTypes } from "eslint";
import prettier from "prettier";
import tseslint from "typescript-eslint";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  formatNotebook,
  notebookMetadata,
  readNotebook,
  type CodeCell,
  type Notebook,
} from "../lib/notebook/document";

const folder = resolve(__dirname, "../notebooks");
const names = readdirSync(folder).filter((file) => file.endsWith(".ipynb"));
const require = createRequire(__filename);
/** TypeScript 5.0.4 as tslab carries it: an older compiler with the same interface. */
const tslabs = require("@tslab/typescript-for-tslab") as typeof ts;

/** The cells of a notebook as one file, which is not on disk. */
const fileOf = (name: string): string => join(folder, name.replace(".ipynb", ".cells.ts"));
const codeOf = (notebook: Notebook): CodeCell[] =>
  notebook.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
const sourceOf = (notebook: Notebook): string =>
  codeOf(notebook)
    .map((cell) => cell.source)
    .join("\n;\n");
const notebooks = new Map(names.map((name) => [name, readNotebook(join(folder, name))]));
const sources = new Map(names.map((name) => [fileOf(name), sourceOf(notebooks.get(name)!)]));

/** A program of all notebooks, which are modules: what they import is read once. */
function programOf(compiler: typeof ts): ts.Program {
  const options: ts.CompilerOptions = {
    // As tslab has it, but strict.
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Node10,
    target: compiler.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: ["node"],
    typeRoots: [resolve(folder, "../node_modules/@types")],
    esModuleInterop: true,
    skipLibCheck: true,
    strict: true,
    noEmit: true,
  };
  const host = compiler.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    sources.has(path)
      ? compiler.createSourceFile(path, sources.get(path)!, ts.ScriptTarget.ES2022, true)
      : getSourceFile(path, ...rest);
  return compiler.createProgram([...sources.keys()], options, host);
}
const programs = new Map<typeof ts, ts.Program>();
function program(compiler: typeof ts): ts.Program {
  if (!programs.has(compiler)) programs.set(compiler, programOf(compiler));
  return programs.get(compiler)!;
}

function complaints(compiler: typeof ts, program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(file)!;
  return [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ].map(
    ({ messageText, start }) =>
      `line ${source.getLineAndCharacterOfPosition(start ?? 0).line + 1}: ${compiler.flattenDiagnosticMessageText(messageText, " ")}`,
  );
}

/** Words between quotes that modules are asked for by, in imports and requires. */
function imported(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Whether eleven digits are a Norwegian identity number of a person: date and both check digits. */
function isIdentityNumber(text: string): boolean {
  const digits = [...text].map(Number);
  const sum = (weights: number[]): number =>
    weights.reduce((total, weight, i) => total + weight * digits[i]!, 0);
  const hasChecks =
    sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
  // D-numbers add 40 to the day, other official series 40 to the month. Invented people have 80
  // added to the month, which no authority gives out.
  const [day, month] = [Number(text.slice(0, 2)) % 40, Number(text.slice(2, 4))];
  const isDate = day >= 1 && day <= 31 && month <= 52 && month % 40 >= 1 && month % 40 <= 12;
  return hasChecks && isDate;
}

const identityNumbers = (text: string): string[] =>
  [...text.matchAll(/(?<![\d.])(\d{6})[ .-]?(\d{5})(?!\d)/g)]
    .map(([, date, rest]) => `${date}${rest}`)
    .filter(isIdentityNumber);

describe("the scan for identity numbers", () => {
  it("knows one by its date and check digits, and lets invented ones pass", () => {
    // Made up to be valid: the two check digits are computed, as for any number.
    const make = (nine: string): string => {
      const digit = (weights: number[], text: string): number =>
        (11 - (weights.reduce((sum, w, i) => sum + w * Number(text[i]), 0) % 11)) % 11;
      const first = digit([3, 7, 6, 1, 8, 9, 4, 5, 2], nine);
      const second = digit([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], `${nine}${first}`);
      return first === 10 || second === 10
        ? make(String(Number(nine) + 1).padStart(9, "0"))
        : `${nine}${first}${second}`;
    };
    const [real, dNumber, invented] = [make("010190100"), make("410190100"), make("018190100")];
    expect(identityNumbers(`a ${real}, ${real.slice(0, 6)} ${real.slice(6)}`)).toEqual([
      real,
      real,
    ]);
    expect(identityNumbers(dNumber)).toEqual([dNumber]);
    expect(identityNumbers(invented)).toEqual([]);
    expect(identityNumbers(`${real}1 ${Number(real) + 1}`)).toEqual([]);
  });
});

it("there are notebooks, numbered in order", () => {
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !/^\d\d(-[a-z]+)+\.ipynb$/.test(name))).toEqual([]);
});

describe.each(names)("%s", (name) => {
  const path = join(folder, name);
  const notebook = notebooks.get(name)!;
  const code = codeOf(notebook);
  const [file, source] = [fileOf(name), sourceOf(notebook)];

  it("names the kernel, and is written as `notebooks run` writes it", () => {
    expect(notebook.metadata).toEqual(notebookMetadata);
    expect(readFileSync(path, "utf8")).toBe(formatNotebook(notebook));
  });

  it("opens with question, needs and minutes, and ends with what was learned", () => {
    const [first, last] = [notebook.cells[0]!.source, notebook.cells.at(-1)!.source];
    expect(first).toMatch(
      /^# \d\d .+\n\n\*\*Question\.\*\* .+\n\*\*What you need first\.\*\* .+\n\*\*Time on a laptop\.\*\* /,
    );
    expect(last).toMatch(/^## What we learned\n/);
  });

  it("code cells are short, each after prose, and formatted", async () => {
    for (const cell of code) {
      expect(cell.source.split("\n").length, cell.id).toBeLessThanOrEqual(20);
      const before = notebook.cells[notebook.cells.indexOf(cell) - 1];
      expect(before?.cell_type, `the cell before ${cell.id}`).toBe("markdown");
      const settings = { parser: "typescript", printWidth: 100 };
      expect(await prettier.format(cell.source, settings), cell.id).toBe(cell.source + "\n");
    }
  });

  it("imports only the library, danfojs and the types of Plotly", () => {
    const isAllowed = (module: string): boolean =>
      /^(kliniskvest(\/.+)?|danfojs-node)$/.test(module) ||
      (module === "plotly.js" && !/^import (?!type)[^;]*"plotly\.js"/m.test(source));
    expect(imported(source).filter((module) => !isAllowed(module))).toEqual([]);
    expect(source).not.toMatch(/\brequire\(/);
  });

  it.each([
    ["this project's TypeScript", ts],
    ["tslab's TypeScript", tslabs],
  ])(
    "type-checks with %s",
    (_, compiler) => {
      const all = program(compiler);
      expect(complaints(compiler, all, file)).toEqual([]);
      // Types newer than tslab's compiler would silently become `any`.
      const ours = all.getSourceFiles().filter(({ fileName }) => fileName.includes("/lib/dist/"));
      expect(ours.length).toBeGreaterThan(0);
      expect(ours.flatMap((one) => [...all.getSyntacticDiagnostics(one)])).toEqual([]);
    },
    120_000,
  );

  it("passes the linter", () => {
    const config: LinterTypes.Config = {
      files: ["**/*.ts"],
      languageOptions: {
        parser: tseslint.parser as LinterTypes.Parser,
        parserOptions: { programs: [program(ts)] },
      },
      plugins: { "@typescript-eslint": tseslint.plugin as never },
      rules: {
        "@typescript-eslint/no-floating-promises": "error",
        "@typescript-eslint/no-explicit-any": "error",
        "@typescript-eslint/no-unused-vars": "error",
        "no-var": "error",
        "prefer-const": "error",
        "no-restricted-properties": [
          "error",
          { object: "Math", property: "random", message: "Use random from kliniskvest." },
          { object: "Date", property: "now", message: "Outputs must not depend on the time." },
        ],
      },
    };
    const messages = new Linter({ cwd: folder }).verify(source, config, { filename: file });
    expect(messages.map(({ line, message }) => `line ${line}: ${message}`)).toEqual([]);
  });

  it("was run from the top, without errors, to outputs", () => {
    expect(code.map((cell) => cell.execution_count)).toEqual(code.map((_, i) => i + 1));
    const outputs = code.flatMap((cell) => cell.outputs);
    expect(outputs.filter((output) => output.output_type === "error")).toEqual([]);
    expect(
      outputs.filter((output) => output.output_type === "display_data").length,
    ).toBeGreaterThan(0);
    for (const cell of code) expect(cell.outputs.length, cell.id).toBeLessThanOrEqual(1);
  });

  it("holds no folder of a machine, no times and no identity number", () => {
    const text = notebook.cells
      .flatMap((cell) => [cell.source, ...(cell.cell_type === "code" ? cell.outputs : [])])
      .map((part) =>
        JSON.stringify(part, (key, value: unknown) => (key === "image/png" ? "" : value)),
      )
      .join("\n");
    expect(text.match(/(?:\/(?:home|Users|root|tmp|work|mnt|var)\/|[A-Z]:\\\\)[^"]*/g)).toBeNull();
    expect(text.match(/\b20\d\d-\d\d-\d\dT\d\d:\d\d/g)).toBeNull();
    expect(identityNumbers(text)).toEqual([]);
  });
});
