"""The Virtual Brain: one run of its reference loop, or of its numba back end for the Montbrió model.

The back end writes and compiles its kernel anew for each run; here the first run's kernel is kept, so compiling is not in the time.
"""

import numpy as np
import protocol
from tvb.simulator.backend.nb_mpr import NbMPRBackend
from tvb.simulator.lab import connectivity, coupling, integrators, models, monitors, noise, simulator

MODELS = {
    "montbrio-pazo-roxin": models.MontbrioPazoRoxin,
    "jansen-rit": models.JansenRit,
}


class KeepingBackend(NbMPRBackend):
    kernel = None

    def build_py_func(self, *arguments, **named):
        self.kernel = self.kernel or super().build_py_func(*arguments, **named)
        return self.kernel


def prepare(case):
    weights, lengths = protocol.matrix(case["weights"]), protocol.matrix(case["lengths"])
    nodes = len(weights)
    connectome = connectivity.Connectivity(
        weights=weights,
        tract_lengths=lengths,
        region_labels=np.array([str(k) for k in range(nodes)]),
        centres=np.zeros((nodes, 3)),
        speed=np.array([case["speed"]]),
    )
    connectome.configure()
    kind = MODELS[case["model"]]
    values = dict(case["parameters"])
    strength = values.pop("K_gl", 1.0)
    sigma = np.array([values.pop(f"sigma_{name}", 0.0) for name in kind.state_variables])
    model = kind(**{key: np.array([value]) for key, value in values.items()}, variables_of_interest=[case["record"]])
    if case["model"] == "jansen-rit":  # Gyrus's model sends S(y1 - y2), with the column's own sigmoid
        joined = coupling.SigmoidalJansenRit(a=np.array([strength]), cmax=np.array([0.005]), midpoint=np.array([5.52]))
    else:
        joined = coupling.Linear(a=np.array([strength]))
    horizon = int(np.rint(lengths.max() / case["speed"] / case["dt"])) + 1
    start = np.zeros((horizon, len(sigma), nodes, 1))
    for k, name in enumerate(kind.state_variables):
        start[:, k] = case["initial"][name]

    def build():
        sim = simulator.Simulator(
            model=model,
            connectivity=connectome,
            coupling=joined,
            integrator=integrators.HeunStochastic(dt=case["dt"], noise=noise.Additive(nsig=sigma**2 / 2, noise_seed=1)),
            monitors=(monitors.Raw(),),
            initial_conditions=start,
        )
        sim.configure()
        return sim

    backend = KeepingBackend() if case.get("backend") == "numba" else None
    kept = max(1, round(case["every"] / case["dt"]))
    index = list(kind.state_variables).index(case["record"])

    def run():
        if backend:
            ((_, data),) = backend.run_sim(run.sim, simulation_length=case["duration"])
            column = index
        else:
            ((_, data),) = run.sim.run(simulation_length=case["duration"])
            column = 0
        return lambda: data[kept - 1 :: kept, column, :, 0]

    def reset():
        run.sim = build()

    run.reset = reset
    reset()
    run()  # compiles
    return run


protocol.serve(prepare)
