/** New tokenizers in the files of a Hugging Face model folder. */

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
 * A WordPiece tokenizer as BERT's: split at white space and punctuation, pairs as
 * `[CLS] A [SEP] B [SEP]` with types 0 and 1.
 *
 * @param options.vocabulary - position is id; must hold the special tokens
 * @param options.stripAccents - null is BERT's rule, "as lowercase says", by which å becomes a;
 *   false by default
 * @param options.special - names of the five roles; {@link specialTokens} by default
 * @param options.extraSpecial - further special tokens, e.g. sentinels
 * @throws InputError if a special token is missing or a piece occurs twice
 */
export function createTokenizer(options: {
  readonly vocabulary: readonly string[];
  readonly lowercase: boolean;
  readonly stripAccents?: boolean | null;
  readonly spacesChinese?: boolean;
  readonly special?: SpecialTokens<string>;
  readonly extraSpecial?: readonly string[];
}): TokenizerFiles {
  const { vocabulary, lowercase, stripAccents = false, spacesChinese = true } = options;
  const { special = specialTokens, extraSpecial = [] } = options;
  const idOf = numberPieces(vocabulary);
  return {
    tokenizer: {
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: specialEntries(idOf, special, extraSpecial),
      normalizer: {
        type: "BertNormalizer",
        clean_text: true,
        handle_chinese_chars: spacesChinese,
        strip_accents: stripAccents,
        lowercase,
      },
      pre_tokenizer: { type: "BertPreTokenizer" },
      post_processor: pairTemplate(idOf, special),
      decoder: { type: "WordPiece", prefix: "##", cleanup: true },
      model: {
        type: "WordPiece",
        unk_token: special.unk,
        continuing_subword_prefix: "##",
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(idOf),
      },
    },
    config: {
      tokenizer_class: "BertTokenizer",
      do_lower_case: lowercase,
      strip_accents: stripAccents,
      tokenize_chinese_chars: spacesChinese,
      clean_up_tokenization_spaces: true,
      ...roleNames(special),
    },
  };
}

/**
 * A byte-level BPE tokenizer as ModernBERT's: composed (NFC), cut by GPT-2's pattern, every byte in
 * the vocabulary, so that nothing is ever unknown.
 *
 * @param options.vocabulary - position is id; must hold the special tokens and all 256 bytes
 * @param options.merges - pairs of pieces in the order in which they are merged
 * @throws InputError if a special token is missing or a piece occurs twice
 */
export function createByteLevelTokenizer(options: {
  readonly vocabulary: readonly string[];
  readonly merges: readonly (readonly [string, string])[];
  readonly lowercase: boolean;
  readonly extraSpecial?: readonly string[];
}): TokenizerFiles {
  const { vocabulary, merges, lowercase, extraSpecial = [] } = options;
  const idOf = numberPieces(vocabulary);
  const compose = { type: "NFC" };
  return {
    tokenizer: {
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: specialEntries(idOf, specialTokens, extraSpecial),
      normalizer: lowercase
        ? { type: "Sequence", normalizers: [compose, { type: "Lowercase" }] }
        : compose,
      pre_tokenizer: {
        type: "ByteLevel",
        add_prefix_space: false,
        trim_offsets: true,
        use_regex: true,
      },
      post_processor: pairTemplate(idOf, specialTokens),
      decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
      model: {
        type: "BPE",
        dropout: null,
        unk_token: null,
        continuing_subword_prefix: null,
        end_of_word_suffix: null,
        fuse_unk: false,
        byte_fallback: false,
        ignore_merges: false,
        vocab: Object.fromEntries(idOf),
        merges,
      },
    },
    config: {
      tokenizer_class: "PreTrainedTokenizerFast",
      clean_up_tokenization_spaces: false,
      ...roleNames(specialTokens),
    },
  };
}

/** The files of a tokenizer that {@link saveTokenizer} writes, in that order. */
export const savedTokenizerFiles = ["tokenizer.json", "tokenizer_config.json"] as const;

/** Write `tokenizer.json` and `tokenizer_config.json` into a folder, e.g. that of a model. */
export function saveTokenizer(dir: string, files: TokenizerFiles): void {
  const [tokenizer, config] = savedTokenizerFiles;
  writeJson(join(dir, tokenizer), files.tokenizer);
  writeJson(join(dir, config), files.config);
}

function numberPieces(vocabulary: readonly string[]): ReadonlyMap<string, number> {
  const idOf = new Map(vocabulary.map((piece, id) => [piece, id]));
  if (idOf.size !== vocabulary.length)
    throw new InputError(
      `vocabulary: ${vocabulary.length - idOf.size} pieces occur twice. Keep one of each.`,
    );
  return idOf;
}

function specialEntries(
  idOf: ReadonlyMap<string, number>,
  special: SpecialTokens<string>,
  extra: readonly string[],
): unknown[] {
  const names = new Set([...Object.values(special), ...extra]);
  return [...names]
    .map((content) => {
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
    })
    .sort((a, b) => a.id - b.id);
}

function pairTemplate(
  idOf: ReadonlyMap<string, number>,
  { cls, sep }: SpecialTokens<string>,
): unknown {
  const special = (id: string, type: 0 | 1): unknown => ({ SpecialToken: { id, type_id: type } });
  const sequence = (id: "A" | "B", type: 0 | 1): unknown => ({ Sequence: { id, type_id: type } });
  const single = [special(cls, 0), sequence("A", 0), special(sep, 0)];
  return {
    type: "TemplateProcessing",
    single,
    pair: [...single, sequence("B", 1), special(sep, 1)],
    special_tokens: Object.fromEntries(
      [cls, sep].map((id) => [id, { id, ids: [idOf.get(id)!], tokens: [id] }]),
    ),
  };
}

function roleNames(special: SpecialTokens<string>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(special).map(([role, name]) => [`${role}_token`, name]));
}
