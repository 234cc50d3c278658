"""Embeddings of `kliniskvest model run` beside those of Hugging Face transformers.

    kliniskvest model run MODEL --texts TEXTS --pooling mean --json > ours.json
    python embeddings.py MODEL TEXTS ours.json

Both sides tokenize for themselves. Prints the largest difference; exits with 1 if it exceeds 1e-5.
"""

import json
import sys

import torch
from transformers import AutoModel, AutoTokenizer

model_dir, texts_file, ours_file = sys.argv[1:]
with open(texts_file, encoding="utf8", newline="\n") as file:
    texts = file.read().removesuffix("\n").split("\n")
with open(ours_file, encoding="utf8") as file:
    ours = json.load(file)
assert len(ours["texts"]) == len(texts), (len(ours["texts"]), len(texts))

tokenizer = AutoTokenizer.from_pretrained(model_dir)
model = AutoModel.from_pretrained(model_dir, attn_implementation="eager", dtype=torch.float32).eval()
worst, largest, rows = 0.0, 0.0, 0
with torch.no_grad():
    for text, result in zip(texts, ours["texts"]):
        batch = tokenizer(text, return_tensors="pt", truncation=True, max_length=model.config.max_position_embeddings)
        hidden = model(**batch).last_hidden_state[0]
        expected = hidden.mean(0) if ours["pooling"] == "mean" else hidden[0]
        worst = max(worst, (torch.tensor(result["embedding"]) - expected).abs().max().item())
        largest = max(largest, expected.abs().max().item())
        rows += 1
print(f"{rows} texts, pooling {ours['pooling']}: largest difference {worst:.1e}, largest value {largest:.2f}")
sys.exit(worst > 1e-5)
