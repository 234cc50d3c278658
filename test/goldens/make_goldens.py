"""Golden values of tiny models with random weights; README.md beside this file has the format.

    pip install -r requirements.txt && python make_goldens.py && npx prettier --write .
    python make_goldens.py --compare FOLDER    only holds norbert3.py against goldens of the authors' code

BERT and ModernBERT are those of Hugging Face transformers with eager attention; NorBERT3 is the
formulas in norbert3.py. Everything runs in float32 on one thread, and again in float64 to learn how
much of the last digits is rounding.
"""

import copy
import json
import sys
from pathlib import Path

import numpy as np
import torch
import transformers
from safetensors.numpy import load_file, save_file
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers.models.modernbert import modeling_modernbert

import norbert3

here = Path(__file__).parent
torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)
IGNORED = -100
LABELS = {"sequence": 3, "token": 5, "choice": 1, "multilabel": 4}


# ---------------------------------------------------------------- weights and inputs
def random_weights(shapes, seed):
    """Matrices and biases N(0, 0.2), scales of norms 1 + N(0, 0.2): large enough that no part is idle."""
    draw = np.random.default_rng(seed)
    values = {}
    for name, shape in sorted(shapes.items()):
        value = 0.2 * draw.standard_normal(tuple(shape))
        is_scale = name.endswith("weight") and len(shape) == 1
        values[name] = (value + is_scale).astype(np.float32)
    return values


def rows(draw, lengths, special, vocabulary, choices=None):
    """[CLS] words [SEP] padding. A quarter of the words are labelled; most of these read [MASK]."""
    first, last = special["first_ordinary"], special.get("last_ordinary", vocabulary - 1)
    batch, width = len(lengths), max(lengths)
    words = lambda count: draw.integers(first, last + 1, count)
    ids = np.full((batch, width), special["pad"])
    attends, types = np.zeros_like(ids), np.zeros_like(ids)
    masked, tags = np.full_like(ids, IGNORED), np.full_like(ids, IGNORED)
    for row, length in enumerate(lengths):
        ids[row, :length] = [special["cls"], *words(length - 2), special["sep"]]
        attends[row, :length] = 1
        types[row, length // 2 + 1 : length] = 1
        chosen = 1 + draw.permutation(length - 2)[: (length + 1) // 4]
        masked[row, chosen] = ids[row, chosen]
        ids[row, chosen] = [special["mask"] if i % 5 < 3 else words(1)[0] if i % 5 < 4 else ids[row, at]
                            for i, at in enumerate(chosen)]
        tags[row, 1 : length - 1] = draw.integers(0, LABELS["token"], length - 2)
    case = dict(input_ids=ids, attention_mask=attends, token_type_ids=types, mlm_labels=masked,
                token_labels=tags, sequence_labels=draw.integers(0, LABELS["sequence"], batch),
                multilabel_labels=draw.integers(0, 2, (batch, LABELS["multilabel"])),
                next_sentence_labels=draw.integers(0, 2, batch))
    if choices:
        case |= dict(choices=choices, choice_labels=draw.integers(0, choices, batch // choices))
    return case


# ---------------------------------------------------------------- the references
def gradients(loss, parameters, prefix):
    """Of every parameter that the loss depends on."""
    found = torch.autograd.grad(loss, list(parameters.values()), retain_graph=True, allow_unused=True)
    return {f"{prefix}.{name}": g for name, g in zip(parameters, found) if g is not None}


class Transformers:
    """An encoder of Hugging Face transformers and the classes with its heads.

    `every_gradient`: of the encoder too for each head's loss, not of the head alone.
    """

    def __init__(self, family, pretraining, config, every_gradient):
        self.every_gradient = every_gradient
        classes = {"sequence": "ForSequenceClassification", "token": "ForTokenClassification",
                   "choice": "ForMultipleChoice", "multilabel": "ForSequenceClassification"}
        self.config, self.is_bert = config, family == "Bert"
        self.classes = {name: getattr(transformers, family + rest) for name, rest in classes.items()}
        self.pretraining = getattr(transformers, pretraining)
        state = self.pretraining(config).state_dict()
        self.copies = {name for name in state if name.startswith(("cls.predictions.decoder.", "decoder.weight"))}
        self.shapes = {name: t.shape for name, t in state.items() if name not in self.copies}

    def head_shapes(self, head):
        """What a head's class has beside the encoder; ModernBERT's heads have a `head.` each."""
        state = self.build(self.classes[head], LABELS[head]).state_dict()
        return {name: t.shape for name, t in state.items()
                if name.startswith("head.") or name not in self.shapes}

    def build(self, cls, labels=None):
        config = copy.deepcopy(self.config)
        if labels:
            config.num_labels = labels
        return cls(config).eval()

    def load(self, model, weights, dtype):
        own = model.state_dict()
        missing, extra = model.load_state_dict(
            {name: torch.from_numpy(w) for name, w in weights.items() if name in own}, strict=False)
        assert set(missing) <= self.copies and not extra, (missing, extra)
        model.tie_weights()
        return model.to(dtype)

    def run(self, weights, heads, case, dtype):
        inputs = {"input_ids": case["input_ids"], "attention_mask": case["attention_mask"]}
        if self.is_bert:
            inputs["token_type_ids"] = case["token_type_ids"]
        model = self.load(self.build(self.pretraining), weights, dtype)
        last_layer = model.bert.encoder.layer[-1] if self.is_bert else model.model.layers[-1]
        kept = []
        hook = last_layer.register_forward_hook(lambda _, __, output: kept.append(output))
        out = model(**inputs, output_hidden_states=True)
        hook.remove()
        last = out.hidden_states[-1]
        stream = torch.stack([*out.hidden_states[:-1], kept[0]])  # before ModernBERT's final norm
        logits = out.prediction_logits if self.is_bert else out.logits
        arrays = {"last_hidden_state": last, "hidden_stream": stream, "mlm_logits": logits}
        losses = {"mlm": cross_entropy(logits.flatten(0, 1), case["mlm_labels"].flatten())}
        parameters = dict(model.named_parameters())
        grads = gradients(losses["mlm"], parameters, "grad")
        if self.is_bert:
            arrays["next_sentence_logits"] = out.seq_relationship_logits
            losses["next_sentence"] = cross_entropy(out.seq_relationship_logits, case["next_sentence_labels"])
            grads |= gradients(losses["next_sentence"], parameters, "grad_next_sentence")
            both = model(**inputs, labels=case["mlm_labels"], next_sentence_label=case["next_sentence_labels"])
            assert torch.allclose(both.loss, losses["mlm"] + losses["next_sentence"])
        for head, cls in self.classes.items():
            if head == "choice" and "choices" not in case:
                continue
            model = self.load(self.build(cls, LABELS[head]), weights | heads[head], dtype)
            labels = case[head + "_labels"]
            fold = lambda x: x
            if head == "choice":
                fold = lambda x: x.unflatten(0, (-1, case["choices"]))
            if head == "multilabel":
                model.config.problem_type, labels = "multi_label_classification", labels.to(dtype)
            out = model(**{name: fold(x) for name, x in inputs.items()}, labels=labels)
            arrays[head + "_logits"], losses[head] = out.logits, out.loss
            of = {name: p for name, p in model.named_parameters()
                  if self.every_gradient or name in heads[head] or "pooler" in name}
            grads |= gradients(out.loss, of, "grad_" + head)
        return arrays, losses, grads


class NorBert3:
    """The formulas in norbert3.py."""

    def __init__(self, config, layout, every_gradient):
        self.config, self.layout, self.every_gradient = config, layout, every_gradient
        self.shapes = norbert3.shapes(config)

    def head_shapes(self, head):
        return norbert3.head_shapes(self.config, LABELS[head])

    def run(self, weights, heads, case, dtype):
        load = lambda values: {name: torch.from_numpy(v).to(dtype).requires_grad_() for name, v in values.items()}
        w, config = load(weights), self.config
        states = norbert3.encode(config, w, case["input_ids"], case["attention_mask"], self.layout)
        decoder = w["embedding.word_embedding.weight"]
        logits = norbert3.head(config, w, states[-1], "classifier", decoder)
        logits[..., :107] = -torch.inf  # special ids are never predicted
        arrays = {"last_hidden_state": states[-1], "hidden_stream": torch.stack(states), "mlm_logits": logits}
        losses = {"mlm": cross_entropy(logits.flatten(0, 1), case["mlm_labels"].flatten())}
        grads = gradients(losses["mlm"], w, "grad")
        for head, values in heads.items():
            h, labels = load(values), case.get(head + "_labels")
            x = states[-1] if head == "token" else states[-1][:, 0]
            if head == "choice" and "choices" not in case:
                continue
            logits = norbert3.head(config, h, x, "head")
            if head == "choice":
                logits = logits.view(-1, case["choices"])
            losses[head] = (binary_cross_entropy_with_logits(logits, labels.to(dtype)) if head == "multilabel"
                            else cross_entropy(logits.flatten(0, -2), labels.flatten()))
            arrays[head + "_logits"] = logits
            grads |= gradients(losses[head], (w if self.every_gradient else {}) | h, "grad_" + head)
        return arrays, losses, grads


def widen_modernbert():
    """ModernBERT computes rotary angles and the softmax in float32 whatever the model's type; for the
    float64 run both are replaced by the same formulas in float64."""

    def rotary(self, x, position_ids, layer_type):
        theta, size = self.config.rope_parameters[layer_type]["rope_theta"], self.config.hidden_size // self.config.num_attention_heads
        inverse = theta ** (-torch.arange(0, size, 2, dtype=torch.float64) / size)
        angles = (position_ids[..., None].double() * inverse).repeat(1, 1, 2)
        return angles.cos(), angles.sin()

    def attend(module, query, key, value, attention_mask, scaling, **_):
        scores = query @ key.transpose(2, 3) * scaling
        weights = (scores if attention_mask is None else scores + attention_mask).softmax(-1)
        return (weights @ value).transpose(1, 2).contiguous(), weights

    kept = modeling_modernbert.ModernBertRotaryEmbedding.forward, modeling_modernbert.eager_attention_forward
    modeling_modernbert.ModernBertRotaryEmbedding.forward = rotary
    modeling_modernbert.eager_attention_forward = attend

    def restore():
        modeling_modernbert.ModernBertRotaryEmbedding.forward, modeling_modernbert.eager_attention_forward = kept
    return restore


# ---------------------------------------------------------------- files
def write_json(path, value):
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    path.write_text(text + "\n")


def difference(values, exact, real):
    """Largest difference over the positions that are not padding, and the largest value."""
    values, exact = (x.detach().double().numpy() for x in (values, exact))
    if real is not None:
        values, exact = values[..., real, :], exact[..., real, :]
    finite = np.isfinite(exact)
    assert np.array_equal(finite, np.isfinite(values))
    values, exact = values[finite], exact[finite]
    return {"max_abs": float(np.abs(values - exact).max()), "largest_value": float(np.abs(exact).max())}


def tolerances_of(differences):
    """Where three times the float32 run's own error exceeds the usual tolerance."""
    usual = {"hidden": 5e-5, "logits": 3e-5, "losses": 1e-5, "gradients": 1e-5}
    kind = lambda k: "hidden" if "hidden" in k else "logits" if "logits" in k else k
    errors = {}
    for found in differences:
        for quantity, d in found.items():
            if kind(quantity) in usual:
                error = d.get("max_abs_over_max", d["max_abs"])
                errors[kind(quantity)] = max(errors.get(kind(quantity), 0), error)
    return {k: float(f"{3 * errors[k]:.1e}") for k in usual if 3 * errors.get(k, 0) > usual[k]}


def make(name, reference, config_json, special, lengths, seed, extra_weights=lambda weights: {}):
    folder = here / name
    folder.mkdir(exist_ok=True)
    weights = random_weights(reference.shapes, seed)
    heads = {head: random_weights(reference.head_shapes(head), seed + i) for i, head in enumerate(LABELS, 1)}
    save_file(weights | extra_weights(weights), folder / "model.safetensors", {"format": "pt"})
    for head, values in heads.items():
        save_file(values, folder / f"head_{head}.safetensors", {"format": "pt"})
    write_json(folder / "config.json", config_json)

    draw = np.random.default_rng(seed + 100)
    vocabulary = config_json["vocab_size"]
    all_arrays, cases, differences = {}, {}, {}
    for case_name, case_lengths in lengths.items():
        choices = 2 if len(case_lengths) % 2 == 0 else None
        case = rows(draw, case_lengths, special, vocabulary, choices)
        tensors = {k: torch.from_numpy(v) if isinstance(v, np.ndarray) else v for k, v in case.items()}
        arrays, losses, grads = reference.run(weights, heads, tensors, torch.float32)
        restore = widen_modernbert()
        exact, exact_losses, exact_grads = reference.run(weights, heads, tensors, torch.float64)
        restore()
        if not isinstance(reference, Transformers) or not reference.is_bert:
            case = {k: v for k, v in case.items() if k not in ("token_type_ids", "next_sentence_labels")}
        real = tensors["attention_mask"].bool()
        per_token = lambda k: real if k in ("hidden_stream", "last_hidden_state", "mlm_logits", "token_logits") else None
        found = {k: difference(arrays[k], exact[k], per_token(k)) for k in arrays}
        found["losses"] = {"max_abs": max(abs(losses[k].item() - exact_losses[k].item()) for k in losses)}
        with_gradients = case_name == next(iter(lengths))
        if with_gradients:
            each = {k: difference(grads[k], exact_grads[k], None) for k in grads}
            # A softmax does not feel what is added to all its inputs: these are 0 but for rounding.
            zero = {k: each.pop(k)["max_abs"] for k in grads if each[k]["largest_value"] < 1e-12}
            each = {k: d | {"max_abs_over_max": d["max_abs"] / d["largest_value"]} for k, d in each.items()}
            worst = max(each, key=lambda k: each[k]["max_abs_over_max"])
            found["gradients"] = {"worst_tensor": worst, **each[worst],
                                  "smallest_largest_value": min(d["largest_value"] for d in each.values())}
            found["zero_gradients"] = zero
            arrays |= grads
        differences[case_name] = found
        cases[case_name] = {
            **{k: v.tolist() if isinstance(v, np.ndarray) else v for k, v in case.items()},
            "lengths": case_lengths,
            "losses_float32": {k + "_loss": v.item() for k, v in losses.items()},
            "losses_float64": {k + "_loss": v.item() for k, v in exact_losses.items()},
            "arrays": {k: list(v.shape) for k, v in arrays.items() if not k.startswith("grad")},
            "has_gradients": with_gradients,
        }
        all_arrays |= {f"{case_name}.{k}": v.detach().contiguous().numpy() for k, v in arrays.items()}
    save_file(all_arrays, folder / "cases.safetensors", {"made_by": "make_goldens.py, float32 run"})
    counts = {f"num_{head}_labels": LABELS[head] for head in ("sequence", "token", "multilabel")}
    tolerances = tolerances_of(differences.values())
    write_json(folder / "cases.json", {"special_ids": special, "ignore_label": IGNORED, **counts,
                                       **({"tolerances": tolerances} if tolerances else {}), "cases": cases})
    write_json(folder / "differences.json", differences)


def transformers_json(config, cls):
    json_config = config.to_diff_dict() | {"architectures": [cls], "model_type": config.model_type}
    return {k: v for k, v in json_config.items() if not k.startswith("_")}


# ---------------------------------------------------------------- the models
def main():
    first = dict(unk=1, cls=2, sep=3, pad=0, mask=4, first_ordinary=5)
    bert = transformers.BertConfig(
        vocab_size=160, hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64,
        max_position_embeddings=40, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
        pad_token_id=0, attn_implementation="eager")
    make("bert-tiny", Transformers("Bert", "BertForPreTraining", bert, every_gradient=True),
         transformers_json(bert, "BertForPreTraining"), first, {"batch4": [17, 11, 6, 2], "full40": [40]}, 1904)

    # As published, the special ids stand at the end of the vocabulary.
    end = dict(unk=152, cls=153, sep=154, pad=155, mask=156, first_ordinary=0, last_ordinary=151)
    shape = dict(vocab_size=160, num_attention_heads=4, pad_token_id=155, cls_token_id=153, sep_token_id=154,
                 bos_token_id=153, eos_token_id=154, max_position_embeddings=256, attn_implementation="eager")
    small = transformers.ModernBertConfig(
        **shape, hidden_size=32, intermediate_size=48, num_hidden_layers=4, local_attention=8, classifier_pooling="mean")
    make("modernbert-tiny", Transformers("ModernBert", "ModernBertForMaskedLM", small, every_gradient=True),
         transformers_json(small, "ModernBertForMaskedLM"), end, {"batch4": [45, 29, 7, 2]}, 2412)

    # The window of the published models and a row longer than it; config.json as they have it.
    window = transformers.ModernBertConfig(
        **shape, hidden_size=32, intermediate_size=48, num_hidden_layers=3, local_attention=128, classifier_pooling="cls")
    published = dict(
        architectures=["ModernBertForMaskedLM"], model_type="modernbert", attention_bias=False, attention_dropout=0.0,
        bos_token_id=153, classifier_activation="gelu", classifier_bias=False, classifier_dropout=0.0,
        classifier_pooling="cls", cls_token_id=153, decoder_bias=True, deterministic_flash_attn=False,
        embedding_dropout=0.0, eos_token_id=154, global_attn_every_n_layers=3, global_rope_theta=160000.0,
        gradient_checkpointing=False, hidden_activation="gelu", hidden_size=32, initializer_cutoff_factor=2.0,
        initializer_range=0.02, intermediate_size=48, layer_norm_eps=1e-05, local_attention=128,
        local_rope_theta=10000.0, max_position_embeddings=256, mlp_bias=False, mlp_dropout=0.0, norm_bias=False,
        norm_eps=1e-05, num_attention_heads=4, num_hidden_layers=3, pad_token_id=155, position_embedding_type="absolute",
        sep_token_id=154, tie_word_embeddings=True, torch_dtype="float32", vocab_size=160)
    assert transformers.ModernBertConfig(**published).rope_parameters == window.rope_parameters
    make("modernbert-window", Transformers("ModernBert", "ModernBertForMaskedLM", window, every_gradient=False),
         published, end, {"row200": [200]}, 2413)

    norbert = dict(vocab_size=160, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=48,
                   max_position_embeddings=24, position_bucket_size=8, layer_norm_eps=1e-7)
    config_json = dict(architectures=["NorbertForMaskedLM"], **norbert, hidden_dropout_prob=0.0,
                       attention_probs_dropout_prob=0.0, output_all_encoded_layers=True, torch_dtype="float32")
    ids = dict(unk=0, cls=1, sep=2, pad=3, mask=4, first_ordinary=107)
    # As published: the tied matrix under two names, and a buffer of constants in each layer.
    buffers = lambda weights: {
        "classifier.nonlinearity.5.weight": weights["embedding.word_embedding.weight"],
        **{f"transformer.layers.{i}.attention.position_indices": norbert3.rows_of_distances(24, norbert).numpy() for i in range(2)}}
    make("norbert3-tiny", NorBert3(norbert, "interleaved", every_gradient=True), config_json, ids,
         {"batch4": [24, 13, 6, 2]}, 2303, buffers)
    make("norbert3-halves", NorBert3(norbert, "halves", every_gradient=False),
         config_json | {"position_layout": "halves"}, ids, {"batch4": [24, 13, 6, 2]}, 2304)


def compare(folder):
    """Hold norbert3.py in float64 against goldens that the authors' code made."""
    config = json.loads((folder / "config.json").read_text())
    cases = json.loads((folder / "cases.json").read_text())["cases"]
    exact = load_file(folder / "cases_float64.safetensors")
    weights = load_file(folder / "model.safetensors")
    weights = {name: v for name, v in weights.items() if v.dtype == np.float32 and name != "classifier.nonlinearity.5.weight"}
    heads = {head: load_file(folder / f"head_{head}.safetensors") for head in ("sequence", "token")}
    for name, case in cases.items():
        if case["has_gradients"]:
            case = {k: torch.tensor(v) if isinstance(v, list) else v for k, v in case.items()}
            arrays, losses, grads = NorBert3(config, "interleaved", every_gradient=False).run(weights, heads, case, torch.float64)
            worst = max(abs(losses[k].item() - case["losses_float64"][k + "_loss"]) for k in ("mlm", *heads))
            for key, value in (arrays | grads).items():
                if f"{name}.{key}" in exact:
                    value, expected = value.detach().numpy(), exact[f"{name}.{key}"]
                    finite = np.isfinite(expected)
                    assert np.array_equal(finite, np.isfinite(value)), key
                    worst = max(worst, float(np.abs(value - expected)[finite].max()))
            print(f"{name}: largest difference {worst:.1e}")
            assert worst < 1e-12


if sys.argv[1:2] == ["--compare"]:
    compare(Path(sys.argv[2]))
else:
    main()
