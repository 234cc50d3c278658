"""What Hugging Face transformers makes of model folders that the library has written.

    python roundtrip.py REQUEST.json > ANSWERS.json

A request lists models: {"dir", "class" (of transformers, e.g. "AutoModelForMaskedLM"), "inputs": {"input_ids", …}}.
An answer has what transformers says of the weights and its logits, by the name of the output.
"""

import json
import sys

import torch
import transformers

transformers.logging.set_verbosity_error()
transformers.utils.logging.disable_progress_bar()
torch.set_num_threads(1)

with open(sys.argv[1], encoding="utf8") as file:
    requests = json.load(file)
answers = []
for request in requests:
    cls = getattr(transformers, request["class"])
    model, loading = cls.from_pretrained(
        request["dir"], output_loading_info=True, attn_implementation="eager", dtype=torch.float32)
    model.eval()
    inputs = {name: torch.tensor(values) for name, values in request["inputs"].items()}
    with torch.no_grad():
        output = model(**inputs)
    answers.append({
        "class": type(model).__name__,
        **{kind: sorted(map(str, loading[kind])) for kind in ("missing_keys", "unexpected_keys", "mismatched_keys")},
        "logits": {name: value.flatten().tolist() for name, value in output.items() if "logits" in name},
    })
json.dump(answers, sys.stdout)
