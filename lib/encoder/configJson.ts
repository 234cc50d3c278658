/** A configuration as the `config.json` that Hugging Face reads. */

import type { EncoderConfig } from "./config";
import { architectureOf } from "./architectures";

/** The `config.json` of a configuration, as Hugging Face reads it. */
export function configJson(
  config: EncoderConfig,
  architectureClass: string,
): Readonly<Record<string, unknown>> {
  const { settings } = architectureOf(config);
  const fields = config as unknown as Readonly<Record<string, unknown>>;
  const numbers = Object.entries(settings.numbers).map(([field, [name]]) => [name, fields[field]]);
  return {
    architectures: [architectureClass],
    model_type: settings.types[0],
    ...(Object.fromEntries(numbers) as object),
    ...settings.write(config),
  };
}

/** Numbers that `transformers` refuses where a whole one is written without its decimal point. */
const fractions =
  /("(?:initializer_range|initializer_cutoff_factor|layer_norm_eps|norm_eps)": \d+)(?=,?$)/gm;

/** The text of a `config.json`. */
export const configText = (json: object): string =>
  `${JSON.stringify(json, null, 2).replace(fractions, "$1.0")}\n`;
