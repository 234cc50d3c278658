/**
 * The tokenizer of a model folder for transformers.js, which reads `tokenizer.json` with a library of its
 * own: what that library does not know is written in terms that it does.
 */

import { architectures } from "../architectures";
import { join } from "node:path";
import { writeJson } from "../../files";
import { readTokenizerSource } from "../../tokenization/tokenizerSource";
import type { EncoderConfig } from "../config";

/**
 * Write `tokenizer.json`, made of `vocab.txt` if the model has no other, and `tokenizer_config.json`.
 *
 * @throws InputError if the folder has no tokenizer that can be used
 */
export function writeTokenizer(
  dir: string,
  out: string,
  { architecture, maximumPositions }: Pick<EncoderConfig, "architecture" | "maximumPositions">,
): void {
  const { json, config, special, tokens } = readTokenizerSource(dir);
  writeJson(join(out, "tokenizer.json"), {
    ...json,
    normalizer: withoutNmt(json["normalizer"]),
  });
  const { model_max_length: longest } = config;
  writeJson(join(out, "tokenizer_config.json"), {
    tokenizer_class: architectures[architecture].files.tokenizerClass,
    ...config,
    model_max_length: Math.min(typeof longest === "number" ? longest : Infinity, maximumPositions),
    // As texts: it does not know the objects that some versions of transformers write.
    ...Object.fromEntries(
      Object.entries(special).map(([role, id]) => [`${role}_token`, tokens[id]]),
    ),
  });
}

/** The normalizer Nmt, usual in NorBERT's family, as the replacements it consists of. */
const nmt = {
  type: "Sequence",
  normalizers: [
    replace("[\\u0001-\\u0008\\u000B\\u000E-\\u001F\\u007F\\u008F\\u009F]", ""),
    replace("[\\t\\n\\f\\r\\u1680\\u200B-\\u200F\\u2028\\u2029\\u2581\\uFEFF\\uFFFD]", " "),
  ],
};

function replace(pattern: string, content: string): unknown {
  return { type: "Replace", pattern: { Regex: pattern }, content };
}

function withoutNmt(normalizer: unknown): unknown {
  if (typeof normalizer !== "object" || normalizer === null) return normalizer;
  const { type, normalizers } = normalizer as {
    readonly type?: unknown;
    readonly normalizers?: unknown;
  };
  if (type === "Nmt") return nmt;
  if (!Array.isArray(normalizers)) return normalizer;
  return { ...normalizer, normalizers: normalizers.map(withoutNmt) };
}
