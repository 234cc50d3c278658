/**
 * The exports in a browser page. Needs a Chromium and the package onnxruntime-web, which the project
 * leaves out: .ci/extras gets both.
 */

import { spawn, spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import * as transformers from "@xenova/transformers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  exportedConfigs,
  exportedSentences,
  exportTask,
  makeExportTokenizer,
  runPipeline,
  type PipelineOutputs,
} from "./exportedModel";
import { needs, type Need } from "./needs";

const browser =
  process.env["KLINISKVEST_BROWSER"] ??
  ["chromium", "chromium-browser", "google-chrome"].find(
    (name) => spawnSync(name, ["--version"]).status === 0,
  );

/** The folder with the WebAssembly files; the project's own onnxruntime-web is empty. */
const wasmFolder = [
  process.env["KLINISKVEST_ONNXRUNTIME_WEB"],
  join(import.meta.dirname, "../node_modules/onnxruntime-web"),
]
  .filter((folder) => folder !== undefined)
  .flatMap((folder) => [folder, join(folder, "dist")])
  .find((folder) => existsSync(join(folder, "ort-wasm-simd-threaded.wasm")));

const chromium: Need = {
  what: "a Chromium on the path or in KLINISKVEST_BROWSER (Debian: chromium)",
  present: browser !== undefined,
};
const onnxruntimeWeb: Need = {
  what: "the package onnxruntime-web, unpacked, in KLINISKVEST_ONNXRUNTIME_WEB",
  present: wasmFolder !== undefined,
};

const root = mkdtempSync(join(tmpdir(), "browser-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const cases = exportedConfigs.flatMap((config) =>
  (["feature-extraction", "fill-mask", "token-classification"] as const).flatMap((task) =>
    (["fp32", "q8"] as const).map((dtype) => ({ config, task, dtype })),
  ),
);
const nameOf = ({ config, task }: (typeof cases)[number]): string =>
  `${config.architecture}-${task}`;

/** The page: what the test does in Node, done in the browser, and posted back. */
const page = (): string => `<!doctype html><meta charset="utf-8"><script type="module">
const post = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
try {
  const transformers = await import("/transformers/transformers.min.js");
  const { env } = transformers;
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = "/models/";
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.backends.onnx.wasm.wasmPaths = "/wasm/";
  const runPipeline = ${runPipeline.toString()};
  const results = [];
  for (const [name, task, dtype] of ${JSON.stringify(cases.map((c) => [nameOf(c), c.task, c.dtype]))})
    results.push(await runPipeline(transformers, name, task, ${JSON.stringify(exportedSentences)}, dtype));
  await post({ results });
} catch (error) {
  await post({ error: String(error?.stack ?? error) });
}
</script>`;

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Files of the given folders by their first path element, the page at `/`, and what it posts. */
function serve(
  folders: Readonly<Record<string, string>>,
  onResult: (body: string) => void,
): ReturnType<typeof createServer> {
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = normalize(decodeURIComponent(request.url!.split("?")[0]!));
    if (request.method === "POST") {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
      request.on("end", () => {
        response.end();
        onResult(body);
      });
      return;
    }
    if (path === "/") return void response.setHeader("content-type", "text/html").end(page());
    const [, first = "", ...rest] = path.split("/");
    const file = join(folders[first] ?? root, ...rest);
    if (!(first in folders) || !existsSync(file) || !statSync(file).isFile())
      return void response.writeHead(404).end();
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
}

describe("transformers.js in a browser page", needs(chromium, onnxruntimeWeb), () => {
  let inPage: readonly PipelineOutputs[];

  beforeAll(async () => {
    const exports = join(root, "exports");
    transformers.env.allowRemoteModels = false;
    transformers.env.localModelPath = exports;
    const { size } = await makeExportTokenizer(root);
    for (const { config, task, dtype } of cases)
      if (dtype === "fp32") await exportTask(root, size, config, task, true);

    let answer: (body: string) => void = () => undefined;
    const posted = new Promise<string>((resolve) => (answer = resolve));
    const library = dirname(createRequire(import.meta.url).resolve("@xenova/transformers"));
    const server = serve({ models: exports, transformers: library, wasm: wasmFolder! }, answer);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const child = spawn(
      browser!,
      [
        "--headless=new",
        "--no-sandbox", // root, as in containers, has none
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        `--user-data-dir=${join(root, "profile")}`,
        `http://127.0.0.1:${port}/`,
      ],
      { stdio: "ignore" },
    );
    try {
      const failed = new Promise<never>((_, reject) => {
        child.on("error", reject);
        child.on("exit", (code) => reject(new Error(`${browser} ended with ${code}`)));
      });
      const body = JSON.parse(await Promise.race([posted, failed])) as {
        readonly results?: readonly PipelineOutputs[];
        readonly error?: string;
      };
      if (!body.results) throw new Error(`in the page: ${body.error}`);
      inPage = body.results;
    } finally {
      child.removeAllListeners("exit");
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.kill()) await ended;
      server.closeAllConnections();
      server.close();
    }
  }, 240_000);

  it.each(cases.map((each, i) => [nameOf(each), each.dtype, each, i] as const))(
    "has the logits and results of Node: %s, %s",
    async (name, dtype, { task }, i) => {
      const expected = await runPipeline(transformers, name, task, exportedSentences, dtype);
      const actual = inPage[i]!;
      expect(actual.ids).toEqual(expected.ids);
      expect(actual.mask).toEqual(expected.mask);
      expect(actual.logits).toHaveLength(expected.logits.length);
      const width = expected.logits.length / expected.ids.length;
      const largest = Math.max(...expected.logits.map(Math.abs).filter((x) => x < 1e8));
      // In 8 bits a last digit decides about a rounding, and a rounding is a step of 1/255.
      const tolerance = dtype === "fp32" ? 1e-5 : 0.02;
      expected.logits.forEach((value, k) => {
        if (expected.mask[Math.floor(k / width)] === 0 || value < -1e8) return;
        expect(Math.abs(actual.logits[k]! - value) / largest).toBeLessThan(tolerance);
      });
      if (dtype === "fp32" && task !== "feature-extraction") {
        const words = (result: unknown): unknown =>
          (result as { token?: number; entity?: string; word?: string }[][]).map((each) =>
            each.map(({ token, entity, word }) => [token, entity, word]),
          );
        expect(words(actual.pipeline)).toEqual(words(expected.pipeline));
      }
    },
  );
});
