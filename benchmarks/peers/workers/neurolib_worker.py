"""neurolib's native models: one run with delays and noise; numba has compiled in a first short run."""

import importlib

import numpy as np
import protocol

MODELS = {
    "aln": ("aln", "ALNModel"),
    "fhn": ("fhn", "FHNModel"),
    "hopf": ("hopf", "HopfModel"),
    "wc": ("wc", "WCModel"),
    "ww": ("ww", "WWModel"),
}
START = {"x": "xs_init", "y": "ys_init", "se": "ses_init", "si": "sis_init"}


def prepare(case):
    module, name = MODELS[case["model"]]
    kind = getattr(importlib.import_module(f"neurolib.models.{module}"), name)
    weights, lengths = protocol.matrix(case["weights"]), protocol.matrix(case["lengths"])
    model = kind(Cmat=weights, Dmat=lengths, seed=case.get("seed", 1))
    nodes = len(weights)
    model.params.update(dt=case["dt"], signalV=case["speed"])
    for key, value in case["parameters"].items():
        model.params[key] = np.full(nodes, value) if key == "x_ext" else value
    for key, value in case.get("initial", {}).items():
        if key in ("mue_ou", "mui_ou", "x_ou", "y_ou", "exc_ou", "inh_ou"):
            model.params[key] = np.full(nodes, value)
        else:
            shape = nodes if case["model"] == "aln" and not key.startswith("rates") and key != "IA" else (nodes, 1)
            model.params[START.get(key, key + "_init")] = np.full(shape, value)
    state = {key: np.copy(value) for key, value in model.params.items() if key.endswith("_ou")}
    kept = max(1, round(case["every"] / case["dt"]))

    def run(duration=case["duration"]):
        for key, value in state.items():  # a run leaves the last state of the noise in the parameters
            model.params[key] = np.copy(value)
        model.params["duration"] = duration
        model.run()
        return lambda: np.asarray(model[case["record"]])[:, kept - 1 :: kept].T

    run(10 * case["dt"])
    return run


protocol.serve(prepare)
