"""A cortical ALN node and the thalamus in a loop, 2 s, as a program of its own: neurolib's MultiModel, numba back end.

The network class follows the description of the motif in N. Jajcay, C. Cakan, K. Obermayer, Front. Comput. Neurosci. 16:769860, 2022.
"""

import json

import numpy as np
from neurolib.models.multimodel import MultiModel
from neurolib.models.multimodel.builder.aln import ALNNode
from neurolib.models.multimodel.builder.base.network import Network
from neurolib.models.multimodel.builder.thalamus import ThalamicNode


class CortexAndThalamus(Network):
    name = label = "motif"
    sync_variables = ["network_exc_exc", "network_exc_exc_sq", "network_inh_exc"]
    default_output = "r_mean_EXC"
    output_vars = ["r_mean_EXC", "r_mean_INH"]

    def __init__(self, connectivity, delays):
        cortex = ALNNode()
        thalamus = ThalamicNode()
        for index, node in enumerate((cortex, thalamus)):
            node.index = index
            node.idx_state_var = index * cortex.num_state_variables
            for mass in node:
                mass.noise_input_idx = [2 * index + mass.index]
        super().__init__([cortex, thalamus], connectivity, delays)

    def _sync(self):
        rates = [next(iter(node[0].coupling_variables)) for node in self]
        return (
            self._additive_coupling(rates, "network_exc_exc")
            + self._additive_coupling(rates, "network_exc_exc_sq", connectivity=self.connectivity**2)
            + self._additive_coupling(rates, "network_inh_exc")
            + super()._sync()
        )


model = MultiModel(CortexAndThalamus(np.array([[0.0, 0.15], [1.2, 0.0]]), np.array([[0.0, 13.0], [13.0, 0.0]])))
for key, value in {"a": 0.0, "b": 15.0, "tauA": 1000.0}.items():
    model.params[f"motif.ALNNode_0.ALNMassEXC_0.{key}"] = value
for mass in ("TCR_0", "TRN_1"):
    model.params[f"motif.THLMnode_1.{mass}.g_LK"] = 0.032
model.params["motif.ALNNode_0.ALNMassEXC_0.input_0.mu"] = 3.4
model.params["motif.ALNNode_0.ALNMassINH_1.input_0.mu"] = 3.5
for mass in ("ALNMassEXC_0", "ALNMassINH_1"):
    model.params[f"motif.ALNNode_0.{mass}.input_0.sigma"] = 0.05
model.params["motif.THLMnode_1.TCR_0.input_0.sigma"] = 0.005
model.params.update(duration=2000.0, dt=0.1, backend="numba")
model.run()
rates = 1e3 * np.asarray(model.r_mean_EXC)
print(json.dumps({"mean": float(rates[0].mean()), "thalamus": float(rates[1].mean())}))
