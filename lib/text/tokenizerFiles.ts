/** A WordPiece vocabulary in the files of a Hugging Face model folder. */

import { join } from "node:path";
import { InputError } from "../errors";
import { writeJson } from "../files";

export type SpecialTokens<Value> = {
  readonly pad: Value;
  readonly unk: Value;
  readonly cls: Value;
  readonly sep: Value;
  readonly mask: Value;
};

/** Special tokens of the tokenizers we make, in the order of their ids. */
export const specialTokens = {
  pad: "[PAD]",
  unk: "[UNK]",
  cls: "[CLS]",
  sep: "[SEP]",
  mask: "[MASK]",
} as const satisfies SpecialTokens<string>;

/** Contents of `tokenizer.json` and `tokenizer_config.json`. */
export type TokenizerFiles = {
  readonly tokenizer: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
};

/**
 * A WordPiece tokenizer as BERT's: split at white space and punctuation, accents kept, pairs as
 * `[CLS] A [SEP] B [SEP]` with types 0 and 1.
 *
 * @param options.vocabulary - position is id; must hold the five {@link specialTokens}
 * @throws InputError if a special token is missing or a piece occurs twice
 */
export function createTokenizer(options: {
  readonly vocabulary: readonly string[];
  readonly lowercase: boolean;
}): TokenizerFiles {
  const { vocabulary, lowercase } = options;
  const idOf = new Map(vocabulary.map((piece, id) => [piece, id]));
  if (idOf.size !== vocabulary.length)
    throw new InputError(
      `vocabulary: ${vocabulary.length - idOf.size} pieces occur twice. Keep one of each.`,
    );
  const added = Object.values(specialTokens).map((content) => {
    const id = idOf.get(content);
    if (id === undefined)
      throw new InputError(`vocabulary: the special token ${content} is missing. Put it first.`);
    return {
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    };
  });
  const { cls, sep, unk } = specialTokens;
  const special = (id: string, type: 0 | 1): unknown => ({ SpecialToken: { id, type_id: type } });
  const sequence = (id: "A" | "B", type: 0 | 1): unknown => ({ Sequence: { id, type_id: type } });
  return {
    tokenizer: {
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: added.sort((a, b) => a.id - b.id),
      normalizer: {
        type: "BertNormalizer",
        clean_text: true,
        handle_chinese_chars: true,
        // null would mean "as lowercase says", and å would become a.
        strip_accents: false,
        lowercase,
      },
      pre_tokenizer: { type: "BertPreTokenizer" },
      post_processor: {
        type: "TemplateProcessing",
        single: [special(cls, 0), sequence("A", 0), special(sep, 0)],
        pair: [
          special(cls, 0),
          sequence("A", 0),
          special(sep, 0),
          sequence("B", 1),
          special(sep, 1),
        ],
        special_tokens: Object.fromEntries(
          [cls, sep].map((id) => [id, { id, ids: [idOf.get(id)!], tokens: [id] }]),
        ),
      },
      decoder: { type: "WordPiece", prefix: "##", cleanup: true },
      model: {
        type: "WordPiece",
        unk_token: unk,
        continuing_subword_prefix: "##",
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(idOf),
      },
    },
    config: {
      tokenizer_class: "BertTokenizer",
      do_lower_case: lowercase,
      strip_accents: false,
      tokenize_chinese_chars: true,
      clean_up_tokenization_spaces: true,
      ...Object.fromEntries(
        Object.entries(specialTokens).map(([role, name]) => [`${role}_token`, name]),
      ),
    },
  };
}

/** Write `tokenizer.json` and `tokenizer_config.json` into a folder, e.g. that of a model. */
export function saveTokenizer(dir: string, files: TokenizerFiles): void {
  writeJson(join(dir, "tokenizer.json"), files.tokenizer);
  writeJson(join(dir, "tokenizer_config.json"), files.config);
}
