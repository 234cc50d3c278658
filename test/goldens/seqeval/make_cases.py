"""Reference scores of entities from seqeval (default, conlleval-like mode).

pip install -r ../../python/requirements.txt; python make_cases.py > cases.json
Label sequences are drawn from a fixed seed; the hand-written ones hold the awkward cases:
I- without B-, a label that changes inside an entity, entities that touch, labels never predicted.
"""

import json
import random
import warnings

from seqeval.metrics import classification_report

warnings.filterwarnings("ignore")
LABELS = ["First_Name", "Last_Name", "Age", "Date"]

HAND = [
    # exact, wrong label, cut short
    ([["B-First_Name", "B-Last_Name", "O", "B-Date", "I-Date"]],
     [["B-First_Name", "B-Age", "O", "B-Date", "O"]]),
    # I- without B-: at the start, after O, after another label
    ([["B-Age", "O", "B-Date", "I-Date", "B-Last_Name"]],
     [["I-Age", "O", "I-Date", "I-Date", "I-Last_Name"]]),
    # touching entities of one label, joined by the prediction
    ([["B-Date", "B-Date", "I-Date"]], [["B-Date", "I-Date", "I-Date"]]),
    # nothing predicted, nothing to find
    ([["B-Age", "O"], ["O", "O"]], [["O", "O"], ["O", "O"]]),
    ([["O", "O"], ["O"]], [["B-Age", "I-Age"], ["O"]]),
    # two documents: an entity must not run from one into the next
    ([["O", "B-Age"], ["I-Age", "O"]], [["O", "B-Age"], ["B-Age", "O"]]),
]


def draw(rng, length):
    names = ["O"] + [f"{p}-{label}" for label in LABELS for p in "BI"]
    return [rng.choices(names, weights=[6] + [1] * 8)[0] for _ in range(length)]


def disturbed(rng, labels):
    return [draw(rng, 1)[0] if rng.random() < 0.25 else label for label in labels]


def drawn():
    rng = random.Random(20)
    for _ in range(12):
        gold = [draw(rng, rng.randint(1, 25)) for _ in range(rng.randint(1, 5))]
        yield gold, [disturbed(rng, labels) for labels in gold]


def scores(row):
    return {
        "precision": float(row["precision"]),
        "recall": float(row["recall"]),
        "f1": float(row["f1-score"]),
        "support": int(row["support"]),
    }


cases = []
for gold, predicted in [*HAND, *drawn()]:
    report = classification_report(gold, predicted, output_dict=True, zero_division=0)
    cases.append(
        {
            "gold": gold,
            "predicted": predicted,
            "micro": scores(report["micro avg"]),
            "perLabel": {k: scores(v) for k, v in report.items() if not k.endswith(" avg")},
        }
    )
print("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]")
