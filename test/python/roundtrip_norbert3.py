"""As roundtrip.py, for NorBERT3 with its authors' code, which transformers does not have.

    python roundtrip_norbert3.py FOLDER REQUEST.json > ANSWERS.json

FOLDER holds modeling_norbert.py and configuration_norbert.py. They were written for an early
transformers; what they import from it is stood in for here, so that any PyTorch will do.
"""

import json
import math
import sys
import types

import torch
from safetensors.torch import load_file

folder, request_file = sys.argv[1:]


class Config:
    """Keeps what it is given."""

    def __init__(self, **settings):
        self.__dict__.update({"use_return_dict": True, "problem_type": None, "num_labels": 2} | settings)


class Model(torch.nn.Module):
    def __init__(self, config, *_, **__):
        super().__init__()


def stand_in(name, **members):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__dict__.update(members)


outputs = ["MaskedLM", "QuestionAnsweringModel", "SequenceClassifier", "TokenClassifier", "MultipleChoiceModel", "BaseModel"]
stand_in("transformers")
stand_in("transformers.configuration_utils", PretrainedConfig=Config)
stand_in("transformers.modeling_utils", PreTrainedModel=Model)
stand_in("transformers.activations", gelu_new=lambda x: torch.nn.functional.gelu(x, approximate="tanh"))
stand_in("transformers.modeling_outputs",
         **{name + "Output": type(name, (types.SimpleNamespace,), {}) for name in outputs})
sys.dont_write_bytecode = True
sys.path.insert(0, folder)
import modeling_norbert  # noqa: E402
from configuration_norbert import NorbertConfig  # noqa: E402

with open(request_file, encoding="utf8") as file:
    requests = json.load(file)
answers = []
for request in requests:
    with open(request["dir"] + "/config.json", encoding="utf8") as file:
        settings = json.load(file)
    settings["num_labels"] = len(settings.get("id2label", "12"))
    model = getattr(modeling_norbert, request["class"])(NorbertConfig(**settings)).eval()
    weights = load_file(request["dir"] + "/model.safetensors")
    missing, unexpected = model.load_state_dict(weights, strict=False)
    with torch.no_grad():
        output = model(**{name: torch.tensor(values) for name, values in request["inputs"].items()})
    assert all(math.isfinite(x) or x == -math.inf for x in output.logits.flatten().tolist())
    # JSON has no infinity.
    logits = output.logits.nan_to_num(neginf=-1e9).flatten().tolist()
    answers.append({"class": request["class"], "missing_keys": missing, "unexpected_keys": unexpected,
                    "mismatched_keys": [], "logits": {"logits": logits}})
json.dump(answers, sys.stdout)
