/**
 * What the library needs to know of an encoder, as one record. A new one is a file with its computation, a
 * record beside it, its configuration's type in `config.ts` and a line in `architectures.ts`.
 */

import type { Dropout, HostTensor, RunLayer, Tensor } from "../engine";
import type { EncoderInput } from "./attention";
import type { EncoderConfig } from "./config";
import type { NumberField, Settings } from "./configFields";
import type { Distribution, Initializer, Linear, Norm } from "./layers";
import type { Pooling } from "./pooling";
import type { NamedTensor, TensorSource } from "./weights/safetensors";

export type ArchitectureName = EncoderConfig["architecture"];

/** How a parameter's path in our trees becomes its published name: a pattern and its replacement. */
export type NameRule = readonly [path: RegExp, name: string];

/** Heads that decide about rows or tokens; a model has one of them at a time under these names. */
export const classification = "(?:sequence|token|choice)";

/** What every encoder's parameters have. */
export type SomeEncoder<T> = { readonly embeddings: { readonly word: T } };

export type Architecture<
  Config = EncoderConfig,
  Fresh = SomeEncoder<HostTensor>,
  Traced = SomeEncoder<Tensor>,
> = {
  readonly name: ArchitectureName;
  /** Freshly drawn parameters, as the architecture's authors draw them. */
  initialize(config: Config, seed: number): Fresh;
  /** Every hidden state, `[batch*sequence, hidden]` each; the last is the output. */
  encode(
    config: Config,
    parameters: Traced,
    input: EncoderInput<Tensor>,
    dropout: Dropout,
    run: RunLayer,
  ): Tensor[];
  /** Whether a packed row counts the positions of each document anew, so that it may be longer than the table. */
  readonly countsPositionsAnew: boolean;
  readonly heads: Heads<Config>;
  readonly settings: SettingsOf<Config>;
  readonly names: Names;
  readonly files: Files<Config>;
};

/** What its heads are like: how a state is transformed before the last affine map, and what is dropped. */
type Heads<Config> = {
  /** Weights of the transformation: affine map, GELU, normalisation, which may have none. */
  transformation(
    config: Config,
    draw: Initializer,
  ): { readonly dense: Linear<HostTensor>; readonly norm?: Norm<HostTensor> };
  /** Whether the transformation normalises what goes into it too. */
  readonly normalizesInput: boolean;
  /** What a row's state goes through: the transformation, or BERT's affine map and tanh. */
  readonly row: "transformation" | "pooler";
  /** Whether a token's state goes through the transformation before a classifier. */
  readonly transformsTokens: boolean;
  classifierWeights(config: Config): Distribution;
  /** Shares that are dropped before the decoder of masked tokens and before a classifier. */
  maskedTokenDropout(config: Config): number;
  classifierDropout(config: Config): number;
  /** What stands for a row. */
  pooling(config: Config): Pooling;
  /** Ids below are never predicted. */
  firstPredictedId(config: Config): number;
  /** Whether there is a head for next sentences. */
  readonly nextSentence: boolean;
};

/** What its `config.json` may say. */
type SettingsOf<Config> = {
  /** `model_type` in files, the first as it is written. */
  readonly types: readonly [string, ...string[]];
  /** Whether a file without a known `model_type` is one of these, by its `architectures`. */
  readonly recognizesClass: boolean;
  readonly numbers: Readonly<Record<string, NumberField>>;
  /** Settings with one supported value. */
  readonly required: Readonly<Record<string, unknown>>;
  /** Names of settings that are words or tables, or that may be absent. */
  readonly others: readonly string[];
  /** What `numbers` do not say, or say otherwise. */
  read(json: Settings, where: string): Partial<Config>;
  /** @throws InputError for numbers that do not go together */
  check(config: Config, where: string): void;
  /** What a file says besides the numbers. */
  write(config: Config): Readonly<Record<string, unknown>>;
};

/** The names that Hugging Face's classes give to parameters. */
type Names = {
  readonly rules: readonly NameRule[];
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

/** What its folders hold for others' code. */
type Files<Config> = {
  /** Tensors that the reference code expects besides the parameters, under published names. */
  copies(tensors: readonly NamedTensor[]): readonly NamedTensor[];
  buffers(config: Config): readonly TensorSource[];
  /** Whether `config.json` names the ids of special tokens, without which others' code takes its own. */
  readonly namesSpecialIds: boolean;
  readonly tokenizerClass: string;
  /** By which transformers.js takes it: its classes only carry the inputs to the graph and the logits back. */
  readonly transformersJs: ArchitectureName;
  /** Tokens of the longest row that has the same form of graph as short ones. */
  longestTraced(config: Config): number;
};
