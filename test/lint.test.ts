import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** What the project's own rules say of a file of this text at this place; no file has to be there. */
async function complaints(rule: string, path: string, text: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: root,
    ruleFilter: ({ ruleId }) => ruleId === rule,
    // The types of a file that is not there are not known; these rules need none.
    overrideConfig: { files: ["**/*.ts"], languageOptions: { parserOptions: { project: null } } },
  });
  const [result] = await eslint.lintText(text, { filePath: join(root, path) });
  return result!.messages.map(({ message }) => message);
}

describe("imports between the folders of lib/", () => {
  const deep = "lib/synthetic/generator/clinical/note.ts";
  it.each([
    [deep, 'import { pretrain } from "../../../training/trainer";'],
    [deep, 'import type { pretrain } from "../../../training/trainer";'],
    [deep, 'import { recipes } from "../../../recipe";'],
    [deep, 'export * from "../../../cli/main";'],
    [deep, 'export { main } from "../../../../lib/cli/main";'],
    [deep, 'type Bert = import("../../../encoder/bert").BertModel;'],
    [deep, 'const table = await import("../../../corpus/../report/table");'],
    [deep, 'import { reproduce } from "../../../index";'],
    [deep, 'import { reproduce } from "kliniskvest";'],
    [deep, 'createRequire(__filename).resolve("kliniskvest/training/batchWorker");'],
    ["lib/corpus/corpus.ts", 'import { pretrain } from "../training/trainer";'],
    ["lib/masking/span.ts", 'import { encode } from "../encoder/encoder";'],
    ["lib/files.ts", 'import { openManifest } from "./corpus/corpus";'],
    ["lib/corpus/corpus.ts", 'import * as ort from "onnxruntime-node";'],
    ["lib/corpus/corpus.ts", 'const tf = require("@tensorflow/tfjs-core");'],
    ["lib/corpus/corpus.ts", 'loadNative<typeof Ort>("onnxruntime-node");'],
    ["lib/synthetic/audit/audit.ts", 'import { get } from "https";'],
  ])("in %s, %s is refused", async (path, text) => {
    expect(await complaints("layers/imports", path, text)).toHaveLength(1);
  });

  it.each([
    [deep, 'import { random } from "../../../random";'],
    [deep, 'import { compile } from "../../../engine";'],
    [deep, 'import { createWorld } from "../world";'],
    ["lib/training/trainer.ts", 'import { maskRow } from "../masking/masking";'],
    ["lib/engine/export/exportModel.ts", 'loadNative<typeof Ort>("onnxruntime-node");'],
    ["lib/notebook/reload.ts", 'import { show } from "./display";'],
    ["lib/index.ts", 'export { reproduce } from "./reproduce/reproduce";'],
    ["lib/notebook.ts", 'export { claims } from "./report/table";'],
  ])("in %s, %s is allowed", async (path, text) => {
    expect(await complaints("layers/imports", path, text)).toEqual([]);
  });
});

describe("paths in lib/", () => {
  const of = (text: string): Promise<string[]> =>
    complaints(
      "no-restricted-syntax",
      "lib/cli/x.ts",
      `import { join } from "node:path";\n${text}`,
    );

  it.each([
    String.raw`path.replace(/\/model$/, "");`,
    'path.split("/");',
    'path.slice(path.lastIndexOf("/") + 1);',
    'path.startsWith("../");',
  ])("%s is refused where paths are handled", async (text) => {
    expect(await of(text)).toHaveLength(1);
  });

  it("signs among others are allowed", async () => {
    expect(
      await of(String.raw`/^\d{4}[-./]\d/.test(date) || /[\\/]dist[\\/]/.test(path);`),
    ).toEqual([]);
  });
});
