"""NorBERT3 (LTG-BERT, Samuel et al. 2023, arXiv 2303.09859) written from its formulas, in PyTorch.

The authors' code is not needed and not used: these functions make goldens that may be committed, and
`make_goldens.py --compare FOLDER` holds them against goldens that the authors' code made.
Batch-first throughout; `w` maps the names of published checkpoints to tensors.
"""

import math

import torch
from torch.nn.functional import cross_entropy, gelu, layer_norm, linear


def bucket(distance, buckets, positions):
    """Near distances one by one, farther ones in steps that grow with the logarithm."""
    near = buckets // 2
    if abs(distance) <= near:
        return distance
    reach = math.log(min(abs(distance), positions - 1) / near) / math.log((positions - 1) / near)
    return int(math.copysign(math.ceil(reach * (near - 1)) + near, distance))


def rows_of_distances(length, config):
    """Row of the relative embedding for each (query, key), [length, length]."""
    size = config["position_bucket_size"]
    rows = [[size - 1 + bucket(q - k, size, config["max_position_embeddings"])
             for k in range(length)] for q in range(length)]
    return torch.tensor(rows)


def encode(config, w, ids, may_attend, layout="interleaved"):
    """Every hidden state: the embedding, then the output of each layer; each [batch, length, hidden].

    layout -- how the projected positions split: "interleaved" into heads and then into query and key
    (the published checkpoints), "halves" into query and key and then into heads.
    """
    batch, length = ids.shape
    hidden, heads, eps = (config[k] for k in ("hidden_size", "num_attention_heads", "layer_norm_eps"))
    size = hidden // heads
    plain = lambda x: layer_norm(x, x.shape[-1:], eps=eps)
    scaled = lambda x, name: layer_norm(x, x.shape[-1:], w[name + ".weight"], w[name + ".bias"], eps)
    affine = lambda x, name: linear(x, w[name + ".weight"], w[name + ".bias"])
    by_head = lambda x: x.unflatten(-1, (heads, size)).transpose(1, 2)  # [batch, heads, length, size]

    rows = rows_of_distances(length, config)
    relative = scaled(w["embedding.relative_embedding"], "embedding.relative_layer_norm")
    x = plain(w["embedding.word_embedding.weight"][ids])
    states = [x]
    for i in range(config["num_hidden_layers"]):
        at = f"transformer.layers.{i}."
        normed = plain(x)
        query, key = map(by_head, affine(normed, at + "attention.in_proj_qk").split(hidden, -1))
        value = by_head(affine(normed, at + "attention.in_proj_v"))
        place = affine(relative, at + "attention.in_proj_qk")  # [2 buckets - 1, 2 hidden]
        if layout == "interleaved":
            place = place.unflatten(-1, (heads, 2, size))
            place_query, place_key = place[:, :, 0], place[:, :, 1]  # [2 buckets - 1, heads, size]
        else:
            place = place.unflatten(-1, (2, heads, size))
            place_query, place_key = place[:, 0], place[:, 1]
        scores = (
            torch.einsum("bhqd,bhkd->bhqk", query, key)
            + torch.einsum("bhqd,qkhd->bhqk", query, place_key[rows])
            + torch.einsum("bhkd,qkhd->bhqk", key, place_query[rows])
        ) / math.sqrt(3 * size)
        scores = scores.masked_fill(may_attend[:, None, None, :] == 0, -math.inf)
        context = (scores.softmax(-1) @ value).transpose(1, 2).flatten(2)
        x = x + scaled(affine(context, at + "attention.out_proj"), at + "attention.post_layer_norm")
        value, gate = linear(plain(x), w[at + "mlp.mlp.1.weight"]).chunk(2, -1)
        x = x + linear(plain(value * gelu(gate, approximate="tanh")), w[at + "mlp.mlp.4.weight"])
        states.append(x)
    return states


def head(config, w, x, name, decoder=None):
    """The stack of every head: norm, affine, GELU, norm, affine. `decoder` ties the last matrix."""
    plain = lambda x: layer_norm(x, x.shape[-1:], eps=config["layer_norm_eps"])
    name += ".nonlinearity."
    inner = plain(gelu(linear(plain(x), w[name + "1.weight"], w[name + "1.bias"])))
    return linear(inner, w[name + "5.weight"] if decoder is None else decoder, w[name + "5.bias"])


def shapes(config):
    """Name and shape of each parameter, without the heads that are only fine-tuned."""
    hidden, inner = config["hidden_size"], config["intermediate_size"]
    norm = lambda name: {name + ".weight": (hidden,), name + ".bias": (hidden,)}
    affine = lambda name, out: {name + ".weight": (out, hidden), name + ".bias": (out,)}
    all = {"embedding.word_embedding.weight": (config["vocab_size"], hidden),
           "embedding.relative_embedding": (2 * config["position_bucket_size"] - 1, hidden),
           **norm("embedding.relative_layer_norm")}
    for i in range(config["num_hidden_layers"]):
        at = f"transformer.layers.{i}."
        all |= {**affine(at + "attention.in_proj_qk", 2 * hidden),
                **affine(at + "attention.in_proj_v", hidden),
                **affine(at + "attention.out_proj", hidden),
                **norm(at + "attention.post_layer_norm"),
                at + "mlp.mlp.1.weight": (2 * inner, hidden), at + "mlp.mlp.4.weight": (hidden, inner)}
    return all | affine("classifier.nonlinearity.1", hidden) | {
        "classifier.nonlinearity.5.bias": (config["vocab_size"],)}


def head_shapes(config, labels):
    hidden = config["hidden_size"]
    return {"head.nonlinearity.1.weight": (hidden, hidden), "head.nonlinearity.1.bias": (hidden,),
            "head.nonlinearity.5.weight": (labels, hidden), "head.nonlinearity.5.bias": (labels,)}
