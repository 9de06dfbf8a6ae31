"""PyRates: a network of Jansen–Rit columns, or a grid of parameters of one; as ever with PyRates, a run builds and compiles its own."""

import numpy as np
import pandas as pd
import protocol
from pyrates import CircuitTemplate, NodeTemplate, clear, grid_search
from pyrates.frontend.template.population import Connectivity, PopulationTemplate

COLUMN = "model_templates.neural_mass_models.jansenrit"


def prepare(case):
    step, duration, every = (case[key] / 1000 for key in ("dt", "duration", "every"))

    def network():
        weights = protocol.matrix(case["weights"])
        columns = np.array(case["J"])
        population = PopulationTemplate("jr", NodeTemplate.from_yaml(f"{COLUMN}.jrc_pop"), n=len(weights), params={"jrc_op/c": columns})
        scaled = weights * 3 / columns[:, None]  # the template multiplies inputs by c/3
        joined = Connectivity("jr/jrc_op/m", "jr/jrc_op/m_in", scaled)
        circuit = CircuitTemplate("network", populations={"jr": population}, connections=[joined])
        result = circuit.run(
            simulation_time=duration, step_size=step, sampling_step_size=every, solver="euler", backend="numpy", verbose=False,
            outputs={"e": "jr/jrc_op/V_e", "i": "jr/jrc_op/V_i"},
        )  # fmt: skip
        clear(circuit)
        return lambda: 1000 * (result["e"].to_numpy() - result["i"].to_numpy())[1:]  # the first is the start

    def grid():
        found, _ = grid_search(
            f"{COLUMN}.JRC2", pd.DataFrame({"c": case["J"]}), {"c": {"vars": ["jrc_op/c"], "nodes": ["jrc"]}},
            simulation_time=duration, step_size=step, sampling_step_size=every, solver="euler", backend="numpy", verbose=False,
            outputs={"e": "jrc/jrc_op/V_e", "i": "jrc/jrc_op/V_i"},
        )  # fmt: skip
        return lambda: 1000 * (found["e"].to_numpy() - found["i"].to_numpy())[1:]

    run = network if "weights" in case else grid
    run()
    return run


protocol.serve(prepare)
