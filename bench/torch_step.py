"""The peer of `kliniskvest bench step`: forward and backward of the same BERT in PyTorch.

Started by the command, which sends the sizes as one JSON line and then one line for each step wanted;
each step is answered with its milliseconds, loss and peak memory as JSON. The model is BERT in plain
PyTorch with its fused attention and layer normalisation; the decoder sees the masked positions only.
"""

import json
import math
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


class Layer(nn.Module):
    def __init__(self, hidden, heads, feed_forward, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value, self.output = (nn.Linear(hidden, hidden) for _ in range(4))
        self.inner, self.outer = nn.Linear(hidden, feed_forward), nn.Linear(feed_forward, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden, 1e-12), nn.LayerNorm(hidden, 1e-12)

    def forward(self, x, bias):
        batch, sequence, hidden = x.shape
        split = lambda t: t.view(batch, sequence, self.heads, -1).transpose(1, 2)
        context = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), bias, self.dropout
        )
        joined = self.output(context.transpose(1, 2).reshape(batch, sequence, hidden))
        x = self.norm1(x + F.dropout(joined, self.dropout))
        return self.norm2(x + F.dropout(self.outer(F.gelu(self.inner(x))), self.dropout))


class Bert(nn.Module):
    def __init__(self, s):
        super().__init__()
        hidden = s["hiddenSize"]
        self.dropout = s["dropout"]
        self.word = nn.Embedding(s["vocabularySize"], hidden)
        self.position = nn.Embedding(s["maximumPositions"], hidden)
        self.segment = nn.Embedding(2, hidden)
        self.norm = nn.LayerNorm(hidden, 1e-12)
        self.layers = nn.ModuleList(
            Layer(hidden, s["heads"], s["feedForwardSize"], s["dropout"]) for _ in range(s["layers"])
        )
        self.dense, self.dense_norm = nn.Linear(hidden, hidden), nn.LayerNorm(hidden, 1e-12)
        self.bias = nn.Parameter(torch.zeros(s["vocabularySize"]))
        self.pooler, self.classifier = nn.Linear(hidden, hidden), nn.Linear(hidden, 2)
        for module in self.modules():
            if isinstance(module, (nn.Linear, nn.Embedding)):
                nn.init.normal_(module.weight, std=0.02)

    def forward(self, ids, types, may_attend, positions, labels, next_sentence):
        sequence = ids.shape[1]
        x = self.word(ids) + self.position.weight[:sequence] + self.segment(types)
        x = F.dropout(self.norm(x), self.dropout)
        bias = ((1 - may_attend) * -1e9)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        chosen = x.flatten(0, 1)[positions]
        logits = self.dense_norm(F.gelu(self.dense(chosen))) @ self.word.weight.T + self.bias
        pooled = F.dropout(torch.tanh(self.pooler(x[:, 0])), self.dropout)
        pairs = self.classifier(pooled)
        return F.cross_entropy(logits, labels) + F.cross_entropy(pairs, next_sentence)


def main():
    s = json.loads(sys.stdin.readline())
    torch.set_num_threads(s["threads"])
    torch.manual_seed(1)
    model = Bert(s)
    batch, sequence, vocabulary = s["batch"], s["sequence"], s["vocabularySize"]
    size = batch * sequence
    inputs = (
        torch.randint(5, vocabulary, (batch, sequence)),
        torch.arange(sequence).gt(sequence // 2).long().expand(batch, sequence).contiguous(),
        torch.ones(batch, sequence),
        torch.randperm(size)[: s["masked"]],
        torch.randint(5, vocabulary, (s["masked"],)),
        torch.arange(batch) % 2,
    )
    print(json.dumps({"name": f"PyTorch {torch.__version__}"}), flush=True)
    for _ in sys.stdin:
        model.zero_grad(set_to_none=True)
        start = time.perf_counter()
        loss = model(*inputs)
        loss.backward()
        milliseconds = (time.perf_counter() - start) * 1000
        assert math.isfinite(loss.item())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        answer = {"milliseconds": milliseconds, "loss": loss.item(), "peakMegabytes": peak}
        print(json.dumps(answer), flush=True)


main()
