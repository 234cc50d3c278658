"""Small tokenizers of every family we read, and what the Rust library makes of 10,400 lines with them.

    TOKENIZER_LINES=lines.json npx vitest run test/tokenization/tokenizerGolden.test.ts   # writes the lines
    pip install -r test/goldens/tokenizers/requirements.txt
    python test/goldens/tokenizers/make_tokenizers.py lines.json                  # writes beside itself
    npx prettier --write test/goldens/tokenizers

Each folder holds a tokenizer trained on the generated lines. expected.json holds, for each 100 lines, a hash of
all ids and UTF-16 offsets. Special tokens in a text are text (encode_special_tokens), none are added. With a
second argument, the full ids and offsets go to that folder, for finding differences. With --keep the tokenizers
stay as they are and only expected.json is written: training breaks ties by chance, so another run makes others.
"""

import hashlib
import json
import sys
from pathlib import Path

import tokenizers
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers as n
from tokenizers import pre_tokenizers as p, processors, trainers

here = Path(__file__).parent
keep = "--keep" in sys.argv
if keep:
    sys.argv.remove("--keep")
lines = json.loads(Path(sys.argv[1]).read_text("utf-8"))
# Norwegian only: the scripts of the odd lines would fill the vocabularies with their characters.
training = [line for line in lines if line and len(line) < 300 and max(map(ord, line)) < 0x180]
bert_roles = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
norbert_roles = ["[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]", "[BOS]", "[EOS]"] + [f"[MASK_{i}]" for i in range(100)]
size = 1000


def template(tokenizer, second_type=0):
    return processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair=f"[CLS] $A [SEP] $B:{second_type} [SEP]:{second_type}",
        special_tokens=[(name, tokenizer.token_to_id(name)) for name in ("[CLS]", "[SEP]")],
    )


def bert(lowercase, strip_accents):
    t = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    t.normalizer = n.BertNormalizer(lowercase=lowercase, strip_accents=strip_accents)
    t.pre_tokenizer = p.BertPreTokenizer()
    t.decoder = decoders.WordPiece()
    t.train_from_iterator(training, trainers.WordPieceTrainer(vocab_size=size, special_tokens=bert_roles, show_progress=False))
    t.post_processor = template(t, 1)
    return t


def with_added_words():
    t = bert(True, False)
    t.add_tokens([AddedToken(w, single_word=True, normalized=True) for w in ("Åndenød", "sjukehus", "hjerteinfarkt", "pas")])
    t.add_tokens([AddedToken("|||IP_ADDRESS|||", normalized=False), AddedToken("<mm>", lstrip=True, rstrip=True, normalized=False)])
    t.add_tokens([AddedToken("mg", lstrip=True, normalized=True, single_word=True)])
    return t


def modernbert():
    t = Tokenizer(models.BPE())
    t.normalizer = n.NFC()
    t.pre_tokenizer = p.ByteLevel(add_prefix_space=False, use_regex=True)
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator(training, trainers.BpeTrainer(vocab_size=size, initial_alphabet=p.ByteLevel.alphabet(), show_progress=False))
    t.add_tokens([AddedToken("|||IP_ADDRESS|||", normalized=False), AddedToken("|||EMAIL_ADDRESS|||", normalized=True)])
    t.add_tokens([AddedToken(" " * k, normalized=True) for k in range(24, 1, -1)])
    t.add_special_tokens(["<|padding|>", "<|endoftext|>", "[UNK]", "[CLS]", "[SEP]", "[PAD]"])
    t.add_special_tokens([AddedToken("[MASK]", lstrip=True, special=True, normalized=False)])
    t.add_tokens([AddedToken(f"[unused{i}]", normalized=True) for i in range(8)])
    t.post_processor = template(t)
    return t


def norbert_bytes():
    """As the encoders of the same family: WordPiece without a prefix over bytes, digits one by one."""
    t = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    t.pre_tokenizer = p.Sequence([p.ByteLevel(add_prefix_space=True), p.Digits(individual_digits=True)])
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator(training, trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=norbert_roles, continuing_subword_prefix="", show_progress=False))
    t.post_processor = template(t)
    return t


def norbert_pairs():
    t = Tokenizer(models.BPE(unk_token="[UNK]"))
    t.normalizer = n.Sequence([n.Prepend(" "), n.NFKC(), n.Replace(Regex("\n"), "\n "), n.Replace(Regex(" *\n"), "\n")])
    t.pre_tokenizer = p.Sequence([
        p.Split(Regex(r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"), "isolated"),
        p.ByteLevel(add_prefix_space=False, use_regex=False),
        p.Split(Regex(".{1,24}"), "isolated"),
    ])
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator(training, trainers.BpeTrainer(
        vocab_size=size, special_tokens=norbert_roles, initial_alphabet=p.ByteLevel.alphabet(), show_progress=False))
    t.post_processor = template(t)
    return t


def norbert_spaces():
    t = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    t.normalizer = n.Sequence([n.Nmt(), n.NFKC(), n.Replace(Regex(" {2,}"), " "), n.Strip()])
    t.pre_tokenizer = p.Sequence([
        p.Metaspace(), p.Split(Regex(r"▁{0,1}\d{1}"), "isolated"), p.Split(Regex(r"▁{0,1}[^\w▁]"), "isolated"),
        p.ByteLevel(add_prefix_space=False, use_regex=False)])
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator(training, trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=norbert_roles, continuing_subword_prefix="", show_progress=False))
    t.post_processor = template(t)
    return t


def norbert_unigram():
    t = Tokenizer(models.Unigram())
    t.normalizer = n.Sequence([n.Nmt(), n.NFKD(), n.StripAccents(), n.Lowercase()])
    t.pre_tokenizer = p.Sequence([p.Punctuation("isolated"), p.Digits(individual_digits=True), p.Metaspace(prepend_scheme="first")])
    t.decoder = decoders.Metaspace()
    t.train_from_iterator(training, trainers.UnigramTrainer(
        vocab_size=size, special_tokens=norbert_roles, unk_token="[UNK]", show_progress=False))
    t.post_processor = template(t)
    return t


def fallback_pairs():
    """Characters with bytes for the unknown ones, cut by the remaining pre-tokenizers."""
    t = Tokenizer(models.BPE(unk_token="[UNK]", fuse_unk=True, byte_fallback=False))
    t.normalizer = n.Sequence([n.NFD(), n.Replace("«", '"')])
    t.pre_tokenizer = p.Sequence([
        p.WhitespaceSplit(), p.Split("-", "merged_with_next"), p.Split(Regex("[.,]"), "merged_with_previous"),
        p.Split(Regex(r"[\w\-]+"), "contiguous", invert=True), p.Punctuation("contiguous")])
    t.train_from_iterator(training, trainers.BpeTrainer(
        vocab_size=size, special_tokens=bert_roles, limit_alphabet=90, continuing_subword_prefix="@@",
        end_of_word_suffix="</w>", show_progress=False))
    t.post_processor = template(t)
    return t


def words_only():
    t = Tokenizer(models.Unigram())
    t.pre_tokenizer = p.Sequence([p.Whitespace(), p.Digits(individual_digits=False)])
    t.train_from_iterator(training, trainers.UnigramTrainer(
        vocab_size=600, special_tokens=bert_roles, unk_token="[UNK]", show_progress=False))
    t.post_processor = template(t)
    return t


families = {
    "bert-lowercase": lambda: bert(True, False),
    "bert-cased": lambda: bert(False, False),
    "bert-stripped": lambda: bert(True, None),
    "bert-added-words": with_added_words,
    "modernbert": modernbert,
    "norbert-bytes": norbert_bytes,
    "norbert-pairs": norbert_pairs,
    "norbert-spaces": norbert_spaces,
    "norbert-unigram": norbert_unigram,
    "pairs-with-affixes": fallback_pairs,
    "unigram-words": words_only,
}


def utf16(line):
    """UTF-16 index of each character, and of the end."""
    places, at = [], 0
    for character in line:
        places.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return places + [at]


def encode(tokenizer, line):
    encoding = tokenizer.encode(line, add_special_tokens=False)
    places = utf16(line)
    return [encoding.ids, [places[a] for a, _ in encoding.offsets], [places[b] for _, b in encoding.offsets]]


expected = {
    "tokenizers": tokenizers.__version__,
    "lines": hashlib.sha256(json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest(),
    "families": {},
}
for name, make in families.items():
    folder = here / name
    if not keep:
        folder.mkdir(exist_ok=True)
        config = {f"{role}_token": f"[{role.upper()}]" for role in ("pad", "unk", "cls", "sep", "mask")}
        (folder / "tokenizer.json").write_text(make().to_str(pretty=False), "utf-8")
        (folder / "tokenizer_config.json").write_text(json.dumps(config) + "\n", "utf-8")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.encode_special_tokens = True
    encoded = [encode(tokenizer, line) for line in lines]
    expected["families"][name] = [
        hashlib.sha256(json.dumps(encoded[i : i + 100], separators=(",", ":")).encode()).hexdigest()[:16]
        for i in range(0, len(lines), 100)
    ]
    if len(sys.argv) > 2:
        out = Path(sys.argv[2])
        out.mkdir(exist_ok=True)
        (out / f"{name}.json").write_text(json.dumps(encoded), "utf-8")
    print(name, tokenizer.get_vocab_size(), flush=True)
(here / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", "utf-8")
