"""neurolib's BoxSearch: a grid of single ALN nodes on a pool of two processes, results into an HDF5 file as it always does."""

import logging
import os
import tempfile

import numpy as np
import protocol
from neurolib.models.aln import ALNModel
from neurolib.optimize.exploration import BoxSearch
from neurolib.utils.parameterSpace import ParameterSpace


def prepare(case):
    logging.disable(logging.CRITICAL)
    scratch = tempfile.TemporaryDirectory()
    os.chdir(scratch.name)
    names = list(case["grid"])
    axes = [sorted(set(map(float, values))) for values in case["grid"].values()]
    model = ALNModel(seed=case["seed"])
    model.params.update(dt=case["dt"], duration=case["duration"], **case["parameters"])
    for key, value in case["initial"].items():
        if key.endswith("_ou"):
            model.params[key] = np.full(1, value)
        else:
            model.params[key + "_init"] = np.full((1, 1) if key.startswith("rates") or key == "IA" else 1, value)
    model.run()
    kept = max(1, round(case["every"] / case["dt"]))

    def run():
        space = ParameterSpace(dict(zip(names, axes)), kind="grid")
        search = BoxSearch(model=model, parameterSpace=space, filename=f"{next(tempfile._get_candidate_names())}.hdf", ncores=2)
        search.run()

        def samples():
            search.loadResults()
            return np.column_stack([np.ravel(search.results[k]["rates_exc"])[kept - 1 :: kept] for k in range(len(search.results))])

        return samples

    run.scratch = scratch  # removed with this process
    return run


protocol.serve(prepare)
