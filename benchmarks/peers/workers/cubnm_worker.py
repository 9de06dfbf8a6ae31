"""cuBNM on the processor, one thread: simulation, BOLD, functional connectivity and its dynamics in one call."""

import numpy as np
import protocol
from cubnm import sim

MODELS = {
    "reduced-wong-wang-exc-inh": (sim.rWWSimGroup, {"do_fic": False}, {"S_e": "S_E"}),
    "jansen-rit": (sim.JRSimGroup, {}, {"v": "y1_y2"}),
}


def prepare(case):
    kind, options, names = MODELS[case["model"]]
    traced = "record" in case
    delays = "lengths" in case
    if delays:
        # its ring of states moves on before it is read, which makes every delay one step shorter than distance/speed
        step = case["speed"] * case["dt"]
        later = (np.rint(protocol.matrix(case["lengths"]).T / step) + 1) * step
        options = {**options, "sc_dist": later}
    group = kind(
        duration=case["duration"] / 1000,
        TR=case["bold"] / 1000,
        sc=protocol.matrix(case["weights"]).T.copy(),  # rows are sources
        dt=str(case["dt"]),
        force_cpu=True,
        bold_remove_s=0,
        window_size=case["window"],
        window_step=case["window_step"],
        noise_segment_length=None if case["fresh_noise"] else min(30, case["duration"] / 1000),
        states_ts=traced,
        states_sampling=case["every"] / 1000 if traced else None,
        **options,
    )
    group.N = 1
    group.param_lists["G"] = np.array([case["parameters"]["G"]])
    group.param_lists["sigma"] = np.full((1, group.nodes), case["parameters"]["sigma"])
    group._set_default_params()
    if delays:
        group.param_lists["v"] = np.array([case["speed"]])

    def run():
        group.run(force_reinit=case["fresh_noise"])
        if traced:
            return lambda: group.sim_states[names[case["record"]]][0]
        return lambda: np.asarray(group.sim_bold[0])

    run()
    return run


protocol.serve(prepare)
