/**
 * The names that Hugging Face's classes give to parameters. They appear in the records of the architectures
 * and nowhere else: the rest of the library knows the paths of our trees.
 */

import type { ArchitectureName } from "./architecture";
import { architectures } from "./architectures";

/** The published name of a parameter. @throws RangeError for a path the architecture does not have */
export function publishedName(architecture: ArchitectureName, path: string): string {
  const rule = architectures[architecture].names.rules.find(([pattern]) => pattern.test(path));
  if (!rule) throw new RangeError(`no published name is known for the parameter ${path}`);
  return path.replace(rule[0], rule[1]);
}

/**
 * The name as today's classes write it: with the prefix that a bare encoder leaves out, and with
 * `weight` and `bias` for the `gamma` and `beta` of early conversions.
 */
export function canonicalName(architecture: ArchitectureName, name: string): string {
  const { prefix, bare } = architectures[architecture].names;
  const full = bare.test(name) ? prefix + name : name;
  return full
    .replace(/LayerNorm\.gamma$/, "LayerNorm.weight")
    .replace(/LayerNorm\.beta$/, "LayerNorm.bias");
}

/** Whether a file may have the tensor although a model has no place for it. */
export const isIgnored = (architecture: ArchitectureName, name: string): boolean =>
  architectures[architecture].names.ignored.test(name);

/** Whether the tensor belongs to a head, which a model may lack. */
export const isOfHead = (architecture: ArchitectureName, name: string): boolean =>
  architectures[architecture].names.heads.test(name);

/** The class that Hugging Face should load for a model with these parts, e.g. `BertForMaskedLM`. */
export function architectureClass(architecture: ArchitectureName, model: object): string {
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
  return architectures[architecture].names.classes + purpose;
}
