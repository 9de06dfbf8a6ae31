"""BrainPy: the whole-brain FitzHugh–Nagumo network of its tutorial; XLA has compiled in a first run of the same length."""

import brainpy as bp
import brainpy.math as bm
import numpy as np
import protocol


def prepare(case):
    bm.set_platform("cpu")
    bm.set_dt(case["dt"])
    bm.random.seed(case["seed"])
    weights, lengths = protocol.matrix(case["weights"]), protocol.matrix(case["lengths"])
    np.fill_diagonal(weights, 0)
    delays = np.rint(lengths / case["speed"] / case["dt"]).astype(int)
    sigma = case["parameters"]["sigma_ou"]

    def build():
        class Network(bp.DynSysGroup):
            def __init__(self):
                super().__init__()
                self.regions = bp.rates.FHN(len(weights), x_ou_sigma=sigma, y_ou_sigma=sigma, method="exp_auto")
                self.coupling = bp.synapses.DiffusiveCoupling(
                    self.regions.x,
                    self.regions.x,
                    var_to_output=self.regions.input,
                    conn_mat=bm.asarray(weights.T.copy()),
                    delay_steps=bm.asarray(delays.T.copy()),
                    initial_delay_data=bp.init.Uniform(0, 0.05),
                )

            def update(self, drive):
                self.coupling()
                self.regions(drive)

        return Network()

    network = build()
    runner = bp.DSRunner(network, monitors={"x": network.regions.x}, progress_bar=False)
    drive = bm.full(round(case["duration"] / case["dt"]), case["parameters"]["x_ext"])
    kept = max(1, round(case["every"] / case["dt"]))

    def run():
        runner.run(inputs=drive)
        samples = np.asarray(runner.mon["x"])
        return lambda: samples[kept - 1 :: kept]

    run()
    return run


protocol.serve(prepare)
