"""Golden values of a tiny BertForPreTraining of Hugging Face transformers.

Writes, beside this file: config.json and model.safetensors (a folder as transformers saves it),
case.json (inputs, outputs, losses) and gradients.safetensors (of every parameter).

    pip install -r requirements.txt && python make_bert_golden.py && npx prettier --write .
"""

import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import BertConfig, BertForPreTraining

here = Path(__file__).parent
torch.manual_seed(1904)

config = BertConfig(
    vocab_size=61, hidden_size=24, num_hidden_layers=2, num_attention_heads=3,
    intermediate_size=40, max_position_embeddings=16, type_vocab_size=2,
    hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, pad_token_id=0,
)
model = BertForPreTraining(config).eval()
with torch.no_grad():  # larger than at initialisation, so that no part of the model is idle
    for name, parameter in model.named_parameters():
        parameter.add_(0.2 * torch.randn_like(parameter))

# Three rows of 11 tokens, the first and last padded; the segments change at column 5.
lengths = [7, 11, 4]
ids = torch.randint(5, 61, (3, 11))
attention_mask = torch.tensor([[int(i < n) for i in range(11)] for n in lengths])
ids = ids * attention_mask
types = torch.tensor([[int(i > 4) for i in range(11)] for _ in lengths]) * attention_mask
positions = [1, 5, 12, 13, 20, 21, 24]  # row * 11 + column
labels = torch.full((33,), -100)
labels[positions] = torch.randint(5, 61, (len(positions),))
next_sentence = torch.tensor([0, 1, 1])

output = model(
    input_ids=ids, attention_mask=attention_mask, token_type_ids=types,
    labels=labels.view(3, 11), next_sentence_label=next_sentence, output_hidden_states=True,
)
output.loss.backward()
hidden = output.hidden_states[-1]
logits = output.prediction_logits.view(33, 61)[positions]
masked_loss = torch.nn.functional.cross_entropy(logits, labels[positions])
next_loss = torch.nn.functional.cross_entropy(output.seq_relationship_logits, next_sentence)
assert torch.allclose(output.loss, masked_loss + next_loss)

numbers = lambda tensor: [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]
case = {
    "ids": ids.tolist(),
    "types": types.tolist(),
    "mayAttend": attention_mask.tolist(),
    "maskedPositions": positions,
    "maskedLabels": labels[positions].tolist(),
    "nextSentence": next_sentence.tolist(),
    "hidden": [numbers(row) for row in hidden.view(33, 24)],
    "maskedTokenLogits": [numbers(row) for row in logits],
    "nextSentenceLogits": [numbers(row) for row in output.seq_relationship_logits],
    "maskedLoss": masked_loss.item(),
    "nextSentenceLoss": next_loss.item(),
    "loss": output.loss.item(),
}
(here / "case.json").write_text(json.dumps(case, separators=(",", ":")).replace("],", "],\n") + "\n")
model.save_pretrained(here)
(here / "generation_config.json").unlink(missing_ok=True)
gradients = {name: p.grad.contiguous() for name, p in model.named_parameters()}
save_file(gradients, here / "gradients.safetensors")
