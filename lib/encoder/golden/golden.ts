/**
 * Folders of golden values: a tiny model, heads for it, and what its reference answers to a few inputs.
 * The format, and the script that makes such folders, are in `test/goldens/README.md`.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { float32, int32, isHostTensor, mapTree, type HostTensor } from "../../engine";
import { InputError } from "../../errors";
import { loadConfig } from "../checkpoint";
import type { EncoderConfig } from "../config";
import { initializeEncoder, type EncoderInput } from "../encoder";
import { initializeMaskedTokenHead, initializeSequenceHead, initializeTokenHead } from "../heads";
import { publishedName } from "../publishedNames";
import type { WholeModel } from "../wholeModel";
import { openSafetensors } from "../weights/safetensors";

/** How far a float32 implementation may be from the golden values. */
export type Tolerances = {
  /** Largest absolute difference of hidden states, of logits and of losses. */
  readonly hidden: number;
  readonly logits: number;
  readonly losses: number;
  /** Largest difference of a gradient, as a share of the largest value in its tensor. */
  readonly gradients: number;
};

/** About three times what rounding does to a tiny model; a folder may say otherwise. */
const usualTolerances: Tolerances = {
  hidden: 5e-5,
  logits: 3e-5,
  losses: 1e-5,
  gradients: 1e-5,
};

/** What a case may have values of; `multilabel` is a sequence head with another loss. */
export const goldenHeads = [
  "mlm",
  "next_sentence",
  "sequence",
  "token",
  "choice",
  "multilabel",
] as const;
export type GoldenHead = (typeof goldenHeads)[number];

export type GoldenCase = {
  readonly name: string;
  readonly batch: number;
  readonly sequence: number;
  readonly input: EncoderInput<HostTensor>;
  /** Rows that one question of a choice has. */
  readonly choices: number | undefined;
  /** Labels of a head, row-major; `ignoredLabel` is not counted. */
  labels(head: GoldenHead): readonly number[];
  /** Losses by their name, e.g. `mlm_loss`. */
  readonly losses: Readonly<Record<string, number>>;
  /** Names of the arrays and gradients that `read` knows. */
  readonly arrays: readonly string[];
  read(array: string): { readonly shape: readonly number[]; readonly data: ArrayLike<number> };
};

export const ignoredLabel = -100;

export type GoldenFolder = {
  readonly dir: string;
  readonly config: EncoderConfig;
  readonly tolerances: Tolerances;
  readonly cases: readonly GoldenCase[];
  /** The encoder with that head alone. @throws InputError if a weight is missing */
  model(head: GoldenHead): WholeModel<HostTensor>;
  close(): void;
};

type CaseJson = {
  readonly input_ids: readonly (readonly number[])[];
  readonly attention_mask: readonly (readonly number[])[];
  readonly token_type_ids?: readonly (readonly number[])[];
  readonly choices?: number;
  readonly losses_float32: Readonly<Record<string, number>>;
} & { readonly [labels in `${GoldenHead}_labels`]?: readonly (number | readonly number[])[] };

type CasesJson = {
  readonly cases: Readonly<Record<string, CaseJson>>;
  readonly tolerances?: Partial<Tolerances>;
} & { readonly [count in "num_sequence_labels" | "num_token_labels"]: number } & {
  readonly num_multilabel_labels?: number;
};

/**
 * Open a folder of golden values; close it afterwards.
 *
 * @throws InputError if it is none, or is incomplete
 */
export function openGolden(dir: string): GoldenFolder {
  const json = readCases(join(dir, "cases.json"), dir);
  const config = loadConfig(dir);
  const file = openSafetensors(join(dir, "cases.safetensors"));
  return {
    dir,
    config,
    tolerances: { ...usualTolerances, ...json.tolerances },
    cases: Object.entries(json.cases).map(([name, value]) => readCase(name, value, file)),
    model: (head) => readModel(dir, config, head, json),
    close: () => file.close(),
  };
}

/** Whether rows are lists of one length, which is that of the first. */
const isTable = (rows: unknown): boolean =>
  Array.isArray(rows) &&
  rows.length > 0 &&
  rows.every((row) => Array.isArray(row) && row.length === (rows[0] as unknown[]).length);

function readCases(path: string, dir: string): CasesJson {
  if (!existsSync(path))
    throw new InputError(
      `${dir} is no folder of golden values: it has no cases.json. Such a folder is made by test/goldens/make_goldens.py; a model without golden values is tried with \`model run\`.`,
    );
  let json: Partial<CasesJson> | null;
  try {
    json = JSON.parse(readFileSync(path, "utf8")) as typeof json;
  } catch {
    throw new InputError(`${path}: broken JSON. Make the golden values again.`);
  }
  const cases = json?.cases;
  const isCase = ({
    input_ids: ids,
    attention_mask: mask,
    token_type_ids: types = ids,
    losses_float32: losses,
  }: CaseJson): boolean =>
    [ids, mask, types].every(
      (rows) => isTable(rows) && rows.length === ids.length && rows[0]!.length === ids[0]!.length,
    ) &&
    typeof losses === "object" &&
    losses !== null;
  if (typeof cases !== "object" || !Object.values(cases).every((value) => value && isCase(value)))
    throw new InputError(
      `${path}: expected "cases", each with input_ids and attention_mask of one size and losses_float32; make the folder again`,
    );
  return json as CasesJson;
}

function readCase(
  name: string,
  json: CaseJson,
  file: ReturnType<typeof openSafetensors>,
): GoldenCase {
  const shape = [json.input_ids.length, json.input_ids[0]!.length] as const;
  const types = json.token_type_ids?.flat() ?? new Array<number>(shape[0] * shape[1]).fill(0);
  return {
    name,
    batch: shape[0],
    sequence: shape[1],
    input: {
      ids: int32(Int32Array.from(json.input_ids.flat()), shape),
      types: int32(Int32Array.from(types), shape),
      mayAttend: float32(Float32Array.from(json.attention_mask.flat()), shape),
    },
    choices: json.choices,
    labels: (head) => json[`${head}_labels`]?.flat() ?? [],
    losses: json.losses_float32,
    arrays: file.names
      .filter((array) => array.startsWith(`${name}.`))
      .map((array) => array.slice(name.length + 1)),
    read(array) {
      const { shape, data } = file.read(`${name}.${array}`);
      if (data instanceof BigInt64Array || data instanceof BigUint64Array)
        throw new InputError(`${name}.${array} holds integers, expected floating-point numbers`);
      return { shape, data };
    },
  };
}

/** The encoder from `model.safetensors` with a head from there or from the head's own file. */
function readModel(
  dir: string,
  config: EncoderConfig,
  head: GoldenHead,
  counts: CasesJson,
): WholeModel<HostTensor> {
  const paths = [`head_${head}.safetensors`, "model.safetensors"].map((file) => join(dir, file));
  const files = paths.filter((path) => existsSync(path)).map((path) => openSafetensors(path));
  try {
    return mapTree(initializeModel(config, head, counts), isHostTensor, (fresh, path) => {
      const name = publishedName(config.architecture, path);
      // ModernBERT's heads share names with its masked-token head: a head's own file comes first.
      const file = files.find(({ names }) => names.includes(name));
      if (!file)
        throw new InputError(`${dir}: the weight ${name} is in none of its safetensors files`);
      const { shape, data } = file.read(name);
      if (!(data instanceof Float32Array) || shape.join() !== fresh.shape.join())
        throw new InputError(
          `${dir}: ${name} has shape [${shape}], expected 32-bit floats of [${fresh.shape}]`,
        );
      return float32(data, shape);
    }) as WholeModel<HostTensor>;
  } finally {
    for (const file of files) file.close();
  }
}

function initializeModel(
  config: EncoderConfig,
  head: GoldenHead,
  counts: CasesJson,
): WholeModel<HostTensor> {
  const encoder = initializeEncoder(config, 1);
  switch (head) {
    case "mlm":
      return { encoder, maskedToken: initializeMaskedTokenHead(config, 1) };
    case "next_sentence":
      return { encoder, nextSentence: initializeSequenceHead(config, 2, 1) };
    case "sequence":
      return { encoder, sequence: initializeSequenceHead(config, counts.num_sequence_labels, 1) };
    case "token":
      return { encoder, token: initializeTokenHead(config, counts.num_token_labels, 1) };
    case "choice":
      return { encoder, choice: initializeSequenceHead(config, 1, 1) };
    case "multilabel":
      return {
        encoder,
        sequence: initializeSequenceHead(config, counts.num_multilabel_labels ?? 0, 1),
      };
  }
}
