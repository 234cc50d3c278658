"""Golden values of optimizers and learning rates; ../README.md has the format.

    python make_updates.py && npx prettier --write .

Straight from the formulas, one number at a time in float64; needs nothing but Python.
"""

import json
from math import cos, pi, sqrt
from pathlib import Path
from random import Random

STEPS = 12
BETA1, BETA2, EPSILON = 0.9, 0.98, 1e-6
SIZES = {"matrix": 10, "bias": 3, "zeros": 5}
DECAYED = {"matrix", "zeros"}
RATES = [0.01 * min(1, step / 3) * (1 - step / 20) for step in range(1, STEPS + 1)]


# ---------------------------------------------------------------- optimizers
def norm(values):
    return sqrt(sum(value * value for value in values))


def averaged(old, values, beta):
    return [beta * o + (1 - beta) * x for o, x in zip(old, values)]


def adamw(p, g, m, v, t, rate, decay):
    m, v = averaged(m, g, BETA1), averaged(v, [x * x for x in g], BETA2)
    c1, c2 = 1 - BETA1**t, 1 - BETA2**t
    p = [x - rate * decay * x - rate * (a / c1) / (sqrt(b / c2) + EPSILON) for x, a, b in zip(p, m, v)]
    return p, m, v


def lamb(stretch_all, corrected):
    def update(p, g, m, v, t, rate, decay):
        m, v = averaged(m, g, BETA1), averaged(v, [x * x for x in g], BETA2)
        c1, c2 = (1 - BETA1**t, 1 - BETA2**t) if corrected else (1, 1)
        u = [(a / c1) / (sqrt(b / c2) + EPSILON) + decay * x for x, a, b in zip(p, m, v)]
        stretched = (stretch_all or decay > 0) and norm(p) > 0 and norm(u) > 0
        ratio = norm(p) / norm(u) if stretched else 1
        return [x - rate * ratio * y for x, y in zip(p, u)], m, v

    return update


def stable_adamw(highest_rate=None):
    def update(p, g, m, v, t, rate, decay):
        h1, h2 = (beta * (1 - beta ** (t - 1)) / (1 - beta**t) for beta in (BETA1, BETA2))
        m, v = averaged(m, g, h1), averaged(v, [x * x for x in g], h2)
        rms = sqrt(sum(x * x / max(b, EPSILON**2) for x, b in zip(g, v)) / len(g))
        eta = rate / max(1, rms)
        share = decay * (eta if highest_rate is None else eta / highest_rate)
        return [x - share * x - eta * a / (sqrt(b) + EPSILON) for x, a, b in zip(p, m, v)], m, v

    return update


def after_each_step(update, start, gradients, weight_decay):
    p = start
    m = {name: [0.0] * size for name, size in SIZES.items()}
    v = {name: [0.0] * size for name, size in SIZES.items()}
    result = []
    for t, (g, rate) in enumerate(zip(gradients, RATES), 1):
        for name in SIZES:
            decay = weight_decay if name in DECAYED else 0
            p = dict(p)
            p[name], m[name], v[name] = update(p[name], g[name], m[name], v[name], t, rate, decay)
        result.append(p)
    return result


def optimizers():
    draw = Random(20240605)
    start = {name: [0.5 * draw.gauss(0, 1) * (name != "zeros") for _ in range(size)] for name, size in SIZES.items()}

    def gradient(step, name, size):
        # The second step is idle for the bias; the seventh is so large that updates are clipped.
        factor = 0 if (step, name) == (2, "bias") else 3 if step == 7 else 0.1
        return [factor * draw.gauss(0, 1) for _ in range(size)]

    gradients = [{name: gradient(step, name, size) for name, size in SIZES.items()} for step in range(1, STEPS + 1)]
    variants = {
        "adamw": (adamw, 0.1),
        "lamb_bias_corrected": (lamb(True, True), 0.1),
        "lamb_ltg_bert": (lamb(False, True), 0.1),
        "lamb_no_bias_correction": (lamb(True, False), 0.1),
        "stable_adamw": (stable_adamw(), 0.1),
        "stable_adamw_decoupled": (stable_adamw(0.02), 0.001),
    }
    return {
        "lr_per_step": RATES,
        "start": start,
        "gradients": gradients,
        **{
            name: {"after_step": after_each_step(update, start, gradients, decay)}
            for name, (update, decay) in variants.items()
        },
    }


# ---------------------------------------------------------------- learning rates
def schedules():
    peak, n, w, d = 0.001, 100, 10, 20

    def one_minus_sqrt(floor):
        return lambda s: floor + (1 - floor) * (1 - sqrt(max(0, s - (n - d)) / d))

    def cosine(floor):
        return lambda s: floor + (1 - floor) * (1 + cos(pi * (s - w) / (n - w))) / 2

    shapes = {
        "constant": lambda s: 1,
        "linear": lambda s: (n - s) / (n - w),
        "cosine_to_0": cosine(0),
        "cosine_to_10_percent": cosine(0.1),
        "stable_then_decay_to_0": one_minus_sqrt(0),
        "stable_then_decay_to_1_permille": one_minus_sqrt(0.001),
    }
    return {
        "peak": peak,
        "N_total_steps": n,
        "W_warmup_steps": w,
        "schedules": {
            name: {"lr": [peak * (s / w if s < w else shape(s)) for s in range(n + 1)]}
            for name, shape in shapes.items()
        },
    }


here = Path(__file__).parent
for name, values in (("optimizers", optimizers()), ("schedules", schedules())):
    (here / f"{name}.json").write_text(json.dumps(values))
