/** A model folder with every head that its weights hold, for programs that pass models on. */

import { architectureOf, architectures } from "./architectures";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { flatten, isHostTensor, type HostTensor } from "../engine";
import { InputError } from "../errors";
import { loadConfig, loadWeights } from "./checkpoint";
import type { EncoderConfig } from "./config";
import { initializeEncoder, type Encoder } from "./encoder";
import {
  initializeMaskedTokenHead,
  initializeSequenceHead,
  initializeTokenHead,
  type ClassificationHead,
  type MaskedTokenHead,
} from "./heads";
import { canonicalName, isIgnored, publishedName } from "./publishedNames";
import { openWeights } from "./weights/weights";

/** An encoder with the heads it has; the paths are those that names are made from. */
export type WholeModel<T> = {
  readonly encoder: Encoder<T>;
  readonly maskedToken?: MaskedTokenHead<T>;
  readonly nextSentence?: ClassificationHead<T>;
  readonly sequence?: ClassificationHead<T>;
  readonly token?: ClassificationHead<T>;
  readonly choice?: ClassificationHead<T>;
};

export type LoadedModel = {
  readonly config: EncoderConfig;
  readonly model: WholeModel<HostTensor>;
  /** Names of the classifier's labels, where `config.json` gives them. */
  readonly labels: readonly string[] | undefined;
  /** Tensors of the file that belong to no head it has in full, e.g. a pooler without a classifier. */
  readonly leftOut: readonly string[];
};

/** `config.json` as it stands, once {@link loadConfig} has accepted it. */
export function readSettings(dir: string): Readonly<Record<string, unknown>> {
  loadConfig(dir);
  return JSON.parse(readFileSync(join(dir, "config.json"), "utf8")) as Record<string, unknown>;
}

/** The class that `config.json` names, e.g. `BertForMaskedLM`; empty if it names none. */
export function classIn(settings: Readonly<Record<string, unknown>>): string {
  const { architectures } = settings;
  return Array.isArray(architectures) ? String(architectures[0] ?? "") : "";
}

/**
 * Load a model folder with its heads: that for hidden tokens, that for next sentences, and the
 * classifier, which is of the kind that the class in `config.json` says.
 *
 * @throws InputError if the folder is no model or lacks a part of its encoder or of a head
 */
export function loadWholeModel(dir: string): LoadedModel {
  const config = loadConfig(dir);
  const { architecture } = config;
  const settings = readSettings(dir);
  const shapes = shapesOf(dir, architecture);
  const sizeOf = (path: string): number | undefined =>
    shapes.get(publishedName(architecture, path))?.[0];
  const classes = sizeOf("sequence.classifier.bias");
  const kind = classIn(settings);
  const classifier: WholeModel<HostTensor> | object =
    classes === undefined
      ? {}
      : /ForTokenClassification$/.test(kind)
        ? { token: initializeTokenHead(config, classes, 0) }
        : /ForMultipleChoice$/.test(kind)
          ? { choice: initializeSequenceHead(config, classes, 0) }
          : { sequence: initializeSequenceHead(config, classes, 0) };
  const form: WholeModel<HostTensor> = {
    encoder: initializeEncoder(config, 0),
    ...(sizeOf("maskedToken.bias") !== undefined && {
      maskedToken: initializeMaskedTokenHead(config, 0),
    }),
    ...(architectureOf(config).heads.nextSentence &&
      sizeOf("nextSentence.classifier.bias") !== undefined && {
        nextSentence: initializeSequenceHead(config, 2, 0),
      }),
    ...classifier,
  };
  const { model, fresh } = loadWeights(dir, form);
  if (fresh.length > 0)
    throw new InputError(
      `${dir}: the ${fresh[0]!.split(".")[0]} head is incomplete: ${publishedName(architecture, fresh[0]!)} is missing or of another size`,
    );
  const used = new Set(
    flatten(model, isHostTensor).map(([path]) => publishedName(architecture, path)),
  );
  const leftOut = [...shapes.keys()].filter(
    (name) => !used.has(name) && !isIgnored(architecture, name),
  );
  return { config, model, labels: labelsIn(settings), leftOut };
}

/** An encoder with its head for hidden tokens. */
export type MaskedTokenModel<T> = Pick<Required<WholeModel<T>>, "encoder" | "maskedToken">;

/**
 * A model that predicts hidden tokens, to be scored or asked as it is.
 *
 * @throws InputError if the folder is no model or its weights lack a part of the masked-token head, whose
 *   place a random one must not take
 */
export function loadMaskedTokenModel(dir: string): {
  readonly config: EncoderConfig;
  readonly model: MaskedTokenModel<HostTensor>;
} {
  const config = loadConfig(dir);
  const { model, fresh } = loadWeights<MaskedTokenModel<HostTensor>>(dir, {
    encoder: initializeEncoder(config, 0),
    maskedToken: initializeMaskedTokenHead(config, 0),
  });
  if (fresh.length > 0)
    throw new InputError(
      `${dir} has no masked-token head (${fresh.join(", ")} missing): it cannot predict hidden words, only embed`,
    );
  return { config, model };
}

/** Whether the weights of a folder hold a head for next sentences in full; no number is read. */
export function hasNextSentenceHead(dir: string): boolean {
  const { architecture } = loadConfig(dir);
  if (!architectures[architecture].heads.nextSentence) return false;
  const shapes = shapesOf(dir, architecture);
  return ["dense.weight", "dense.bias", "classifier.weight", "classifier.bias"].every((part) =>
    shapes.has(publishedName(architecture, `nextSentence.${part}`)),
  );
}

/** Shapes of the tensors of a folder's weights, by their names in today's classes. */
function shapesOf(
  dir: string,
  architecture: EncoderConfig["architecture"],
): ReadonlyMap<string, readonly number[]> {
  const weights = openWeights(dir);
  try {
    return new Map(
      weights.names.map((name) => [canonicalName(architecture, name), weights.shape(name)]),
    );
  } finally {
    weights.close();
  }
}

/** `id2label` in the order of the ids. */
function labelsIn(settings: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const labels = settings["id2label"];
  if (typeof labels !== "object" || labels === null) return undefined;
  return Object.entries(labels)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, label]) => String(label));
}
