/** What weight decay applies to. */

import type { NamedArrays } from "./optimizer";

/**
 * Whether weight decay applies to a parameter: to everything but biases, normalisations and NorBERT3's
 * embedding of relative positions. LTG-BERT leaves that alone as it does all embeddings by their name; its
 * word embedding decays all the same, being tied to the decoder.
 */
export const hasDecay = (name: string): boolean =>
  name !== "encoder.embeddings.relative" &&
  !name.split(".").some((part) => part === "bias" || /norm$/i.test(part));

export type DecayGroup = {
  readonly group: "decayed" | "not decayed";
  readonly tensors: number;
  readonly parameters: number;
  /** Last two parts of the names, each once: what a reader checks at a glance. */
  readonly endings: readonly string[];
};

/** What weight decay applies to, to be shown before training. */
export function describeDecayGroups(parameters: NamedArrays): readonly DecayGroup[] {
  return (["decayed", "not decayed"] as const).map((group) => {
    const members = [...parameters].filter(([name]) => hasDecay(name) === (group === "decayed"));
    return {
      group,
      tensors: members.length,
      parameters: members.reduce((sum, [, { length }]) => sum + length, 0),
      endings: [...new Set(members.map(([name]) => name.split(".").slice(-2).join(".")))].sort(),
    };
  });
}

/**
 * The groups as lines for a terminal.
 *
 * @example
 * // decayed       12 tensors   1,234,567 parameters  embeddings.word, query.weight
 * // not decayed   20 tensors       4,567 parameters  norm.bias, norm.weight
 */
export function decayGroupLines(parameters: NamedArrays): readonly string[] {
  const rows = describeDecayGroups(parameters).map(({ group, tensors, parameters, endings }) => ({
    group,
    tensors: String(tensors),
    parameters: parameters.toLocaleString("en"),
    endings: endings.join(", "),
  }));
  const width = (column: "group" | "tensors" | "parameters"): number =>
    Math.max(...rows.map((row) => row[column].length));
  return rows.map(({ group, tensors, parameters, endings }) =>
    `${group.padEnd(width("group"))}  ${tensors.padStart(width("tensors"))} tensors  ${parameters.padStart(width("parameters"))} parameters  ${endings}`.trimEnd(),
  );
}
