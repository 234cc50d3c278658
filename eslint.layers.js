/**
 * Which folder of lib/ may import from which, as a rule of ESLint. An import is judged by the file that it
 * leads to and not by how it is written, so that none is too deep to be seen.
 */

import { dirname, join, relative, resolve, sep } from "node:path";

const lib = join(import.meta.dirname, "lib");

/** Folders of lib/ from the bottom up. A folder may import only from itself and those before it. */
const layers = [
  ["engine"],
  ["identityNumbers"],
  ["corpus"],
  ["tokenization"],
  ["deidentification"],
  ["statistics"],
  ["synthetic"],
  ["writtenStandard"],
  ["masking", "encoder"],
  ["training"],
  ["recipe"],
  ["evaluation"],
  ["report"],
  ["notebook"],
  ["site"],
  ["reproduce"],
  ["cli"],
];
/** Files beside these folders that collect what is public; the other files there are below all folders. */
const surfaces = ["index", "notebook"];

/** Folder and level of a module of lib/, given by its path without an ending. */
function placeOf(path) {
  const [first, ...below] = relative(lib, path).split(sep);
  const level = layers.findIndex((folders) => folders.includes(first));
  if (below.length > 0 || (level >= 0 && !surfaces.includes(first)))
    return { folder: first, level };
  return surfaces.includes(first) || first === ""
    ? { folder: "index", level: layers.length }
    : { folder: first, level: -1 };
}

/** What is wrong with importing `module` in the file at `path`; undefined if nothing is. */
function complaint(path, module) {
  const from = placeOf(path.replace(/\.ts$/, ""));
  if (/^(node:)?(http|https|http2|net|tls|dgram)$/.test(module))
    return "Text goes nowhere by itself: only lib/encoder/hub/*.ts opens connections.";
  if (/^(@tensorflow\/|onnxruntime-)/.test(module))
    return from.folder === "engine" ? undefined : "Only lib/engine imports tfjs and onnxruntime.";
  const own = /^kliniskvest(?:\/(.+))?$/.exec(module);
  if (!own && !module.startsWith(".")) return undefined;
  const to = placeOf(own ? join(lib, own[1] ?? "index") : resolve(dirname(path), module));
  return to.folder === from.folder || to.level < from.level || to.level === -1
    ? undefined
    : `lib/${from.folder} must not import lib/${to.folder}: imports go one way (architecture: cli → … → engine).`;
}

/** Whether a call loads or finds the module that its first argument names. */
function loads({ callee }) {
  const called = callee.type === "MemberExpression" ? callee.object : callee;
  return ["require", "loadNative"].includes(called.name) || called.callee?.name === "createRequire";
}

/** @type {import("eslint").ESLint.Plugin} */
export default {
  rules: {
    imports: {
      meta: { type: "problem", schema: [] },
      create(context) {
        const check = (node) => {
          const message =
            typeof node?.value === "string" && complaint(context.filename, node.value);
          if (message) context.report({ node, message });
        };
        return {
          "ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression": ({
            source,
          }) => check(source),
          TSImportType: ({ argument }) => check(argument.literal ?? argument),
          TSExternalModuleReference: ({ expression }) => check(expression),
          CallExpression: (node) => loads(node) && check(node.arguments[0]),
        };
      },
    },
  },
};
