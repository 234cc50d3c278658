/**
 * The names that Hugging Face's classes give to parameters, by architecture. They appear here and
 * nowhere else: the rest of the library knows the paths of our trees.
 */

import type { EncoderConfig } from "./config";

type Architecture = EncoderConfig["architecture"];
type Rule = readonly [path: RegExp, name: string];

/** Heads that decide about rows or tokens; a model has one of them at a time under these names. */
const classification = "(?:sequence|token|choice)";

const bert: readonly Rule[] = [
  [/^encoder\.embeddings\.(word|position)$/, "bert.embeddings.$1_embeddings.weight"],
  [/^encoder\.embeddings\.type$/, "bert.embeddings.token_type_embeddings.weight"],
  [/^encoder\.embeddings\.norm\./, "bert.embeddings.LayerNorm."],
  [
    /^encoder\.layers\.(\d+)\.attention\.(query|key|value)\./,
    "bert.encoder.layer.$1.attention.self.$2.",
  ],
  [/^encoder\.layers\.(\d+)\.attention\.output\./, "bert.encoder.layer.$1.attention.output.dense."],
  [
    /^encoder\.layers\.(\d+)\.attention\.norm\./,
    "bert.encoder.layer.$1.attention.output.LayerNorm.",
  ],
  [
    /^encoder\.layers\.(\d+)\.feedForward\.intermediate\./,
    "bert.encoder.layer.$1.intermediate.dense.",
  ],
  [/^encoder\.layers\.(\d+)\.feedForward\.output\./, "bert.encoder.layer.$1.output.dense."],
  [/^encoder\.layers\.(\d+)\.feedForward\.norm\./, "bert.encoder.layer.$1.output.LayerNorm."],
  [/^maskedToken\.dense\./, "cls.predictions.transform.dense."],
  [/^maskedToken\.norm\./, "cls.predictions.transform.LayerNorm."],
  [/^maskedToken\.bias$/, "cls.predictions.bias"],
  [/^(?:nextSentence|sequence|choice)\.dense\./, "bert.pooler.dense."],
  [/^nextSentence\.classifier\./, "cls.seq_relationship."],
  [new RegExp(`^${classification}\\.classifier\\.`), "classifier."],
];

const norbert3: readonly Rule[] = [
  [/^encoder\.embeddings\.word$/, "embedding.word_embedding.weight"],
  [/^encoder\.embeddings\.relative$/, "embedding.relative_embedding"],
  [/^encoder\.embeddings\.relativeNorm\./, "embedding.relative_layer_norm."],
  [/^encoder\.layers\.(\d+)\.attention\.queryKey\./, "transformer.layers.$1.attention.in_proj_qk."],
  [/^encoder\.layers\.(\d+)\.attention\.value\./, "transformer.layers.$1.attention.in_proj_v."],
  [/^encoder\.layers\.(\d+)\.attention\.output\./, "transformer.layers.$1.attention.out_proj."],
  [
    /^encoder\.layers\.(\d+)\.attention\.norm\./,
    "transformer.layers.$1.attention.post_layer_norm.",
  ],
  [/^encoder\.layers\.(\d+)\.feedForward\.up\./, "transformer.layers.$1.mlp.mlp.1."],
  [/^encoder\.layers\.(\d+)\.feedForward\.down\./, "transformer.layers.$1.mlp.mlp.4."],
  [/^maskedToken\.dense\./, "classifier.nonlinearity.1."],
  [/^maskedToken\.bias$/, "classifier.nonlinearity.5.bias"],
  [new RegExp(`^${classification}\\.dense\\.`), "head.nonlinearity.1."],
  [new RegExp(`^${classification}\\.classifier\\.`), "head.nonlinearity.5."],
];

const modernbert: readonly Rule[] = [
  [/^encoder\.embeddings\.word$/, "model.embeddings.tok_embeddings.weight"],
  [/^encoder\.embeddings\.norm\./, "model.embeddings.norm."],
  [/^encoder\.layers\.(\d+)\.attention\.norm\./, "model.layers.$1.attn_norm."],
  [/^encoder\.layers\.(\d+)\.attention\.queryKeyValue\./, "model.layers.$1.attn.Wqkv."],
  [/^encoder\.layers\.(\d+)\.attention\.output\./, "model.layers.$1.attn.Wo."],
  [/^encoder\.layers\.(\d+)\.feedForward\.norm\./, "model.layers.$1.mlp_norm."],
  [/^encoder\.layers\.(\d+)\.feedForward\.up\./, "model.layers.$1.mlp.Wi."],
  [/^encoder\.layers\.(\d+)\.feedForward\.down\./, "model.layers.$1.mlp.Wo."],
  [/^encoder\.norm\./, "model.final_norm."],
  [/^maskedToken\.bias$/, "decoder.bias"],
  [new RegExp(`^(?:maskedToken|${classification})\\.dense\\.`), "head.dense."],
  [new RegExp(`^(?:maskedToken|${classification})\\.norm\\.`), "head.norm."],
  [new RegExp(`^${classification}\\.classifier\\.`), "classifier."],
];

type Names = {
  readonly rules: readonly Rule[];
  /** What a file of the bare encoder leaves out at the beginning of each name. */
  readonly prefix: string;
  /** Names without the prefix by which a bare encoder is recognised. */
  readonly bare: RegExp;
  /** Copies of tied weights, and buffers of constants. */
  readonly ignored: RegExp;
  /** Heads that a file may have and a model may do without. */
  readonly heads: RegExp;
  /** Hugging Face's class of a model with this head; without any, `Model`. */
  readonly classes: string;
};

const names: Readonly<Record<Architecture, Names>> = {
  bert: {
    rules: bert,
    prefix: "bert.",
    bare: /^(embeddings|encoder|pooler)\./,
    ignored:
      /^bert\.embeddings\.(position_ids|token_type_ids)$|^cls\.predictions\.decoder\.(weight|bias)$/,
    heads:
      /^(bert\.pooler\.dense|cls\.predictions\.transform\.(dense|LayerNorm)|cls\.seq_relationship|classifier)\.(weight|bias)$|^cls\.predictions\.bias$/,
    classes: "Bert",
  },
  norbert3: {
    rules: norbert3,
    prefix: "",
    bare: /^$/,
    ignored:
      /^transformer\.layers\.\d+\.attention\.position_indices$|^classifier\.nonlinearity\.5\.weight$/,
    heads: /^(classifier\.nonlinearity\.[15]|head\.nonlinearity\.[15])\.(weight|bias)$/,
    classes: "Norbert",
  },
  modernbert: {
    rules: modernbert,
    prefix: "model.",
    bare: /^(embeddings|layers|final_norm)\./,
    ignored: /^decoder\.weight$/,
    heads: /^(head\.(dense|norm)|classifier|decoder)\.(weight|bias)$/,
    classes: "ModernBert",
  },
};

/** The published name of a parameter. @throws RangeError for a path the architecture does not have */
export function publishedName(architecture: Architecture, path: string): string {
  const rule = names[architecture].rules.find(([pattern]) => pattern.test(path));
  if (!rule) throw new RangeError(`no published name is known for the parameter ${path}`);
  return path.replace(rule[0], rule[1]);
}

/**
 * The name as today's classes write it: with the prefix that a bare encoder leaves out, and with
 * `weight` and `bias` for the `gamma` and `beta` of early conversions.
 */
export function canonicalName(architecture: Architecture, name: string): string {
  const { prefix, bare } = names[architecture];
  const full = bare.test(name) ? prefix + name : name;
  return full
    .replace(/LayerNorm\.gamma$/, "LayerNorm.weight")
    .replace(/LayerNorm\.beta$/, "LayerNorm.bias");
}

/** Whether a file may have the tensor although a model has no place for it. */
export const isIgnored = (architecture: Architecture, name: string): boolean =>
  names[architecture].ignored.test(name);

/** Whether the tensor belongs to a head, which a model may lack. */
export const isOfHead = (architecture: Architecture, name: string): boolean =>
  names[architecture].heads.test(name);

/** The class that Hugging Face should load for a model with these parts, e.g. `BertForMaskedLM`. */
export function architectureClass(architecture: Architecture, model: object): string {
  const purpose =
    "nextSentence" in model
      ? "ForPreTraining"
      : "maskedToken" in model
        ? "ForMaskedLM"
        : "sequence" in model
          ? "ForSequenceClassification"
          : "token" in model
            ? "ForTokenClassification"
            : "choice" in model
              ? "ForMultipleChoice"
              : "Model";
  return names[architecture].classes + purpose;
}
