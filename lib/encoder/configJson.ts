/** A configuration as the `config.json` that Hugging Face reads. */

import type { EncoderConfig } from "./config";
import { bertNumbers, modernBertNumbers, norBert3Numbers, type NumberField } from "./configFields";

/** Where `transformers` finds the code of NorBERT3, which it does not have itself. */
const norBert3Code = "ltg/norbert3-base--";

/** The `config.json` of a configuration, as Hugging Face reads it. */
export function configJson(
  config: EncoderConfig,
  architectureClass: string,
): Readonly<Record<string, unknown>> {
  const numbers = (fields: Readonly<Record<string, NumberField>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([field, [name]]) => [
        name,
        (config as unknown as Readonly<Record<string, unknown>>)[field],
      ]),
    );
  const architectures = [architectureClass];
  switch (config.architecture) {
    case "bert":
      return {
        architectures,
        model_type: "bert",
        hidden_act: "gelu",
        position_embedding_type: "absolute",
        ...numbers(bertNumbers),
        ...(config.classifierDropout !== undefined && {
          classifier_dropout: config.classifierDropout,
        }),
      };
    case "norbert3":
      return {
        architectures,
        model_type: "norbert3",
        auto_map: {
          AutoConfig: `${norBert3Code}configuration_norbert.NorbertConfig`,
          AutoModel: `${norBert3Code}modeling_norbert.NorbertModel`,
          ...Object.fromEntries(
            ["MaskedLM", "SequenceClassification", "TokenClassification"].map((task) => [
              `AutoModelFor${task}`,
              `${norBert3Code}modeling_norbert.NorbertFor${task}`,
            ]),
          ),
        },
        ...numbers(norBert3Numbers),
        position_layout: config.positionLayout,
      };
    case "modernbert":
      return {
        architectures,
        model_type: "modernbert",
        hidden_activation: "gelu",
        ...numbers(modernBertNumbers),
        classifier_pooling: config.classifierPooling,
      };
  }
}

/** Numbers that `transformers` refuses where a whole one is written without its decimal point. */
const fractions =
  /("(?:initializer_range|initializer_cutoff_factor|layer_norm_eps|norm_eps)": \d+)(?=,?$)/gm;

/** The text of a `config.json`. */
export const configText = (json: object): string =>
  `${JSON.stringify(json, null, 2).replace(fractions, "$1.0")}\n`;
