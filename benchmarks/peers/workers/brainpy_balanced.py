"""BrainPy: the network of excitation and inhibition of its tutorial; XLA has compiled in a first run of the same length."""

import brainpy as bp
import brainpy.math as bm
import numpy as np
import protocol


class Projection(bp.DynSysGroup):
    def __init__(self, source, target, weight, tau, reversal):
        super().__init__()
        self.pron = bp.dyn.FullProjAlignPostMg(
            pre=source,
            delay=None,
            comm=bp.dnn.EventCSRLinear(bp.conn.FixedProb(0.02, pre=source.num, post=target.num), weight),
            syn=bp.dyn.Expon.desc(target.num, tau=tau),
            out=bp.dyn.COBA.desc(E=reversal),
            post=target,
        )

    def update(self):
        self.pron()


class Network(bp.DynSysGroup):
    def __init__(self):
        super().__init__()
        of = dict(
            V_rest=-60.0, V_th=-50.0, V_reset=-60.0, tau=20.0, tau_ref=5.0, V_initializer=bp.init.Normal(-55.0, 2.0),
        )  # fmt: skip
        self.E = bp.dyn.LifRef(3200, **of)
        self.I = bp.dyn.LifRef(800, **of)
        self.E2E = Projection(self.E, self.E, 0.6, 5.0, 0.0)
        self.E2I = Projection(self.E, self.I, 0.6, 5.0, 0.0)
        self.I2E = Projection(self.I, self.E, 6.7, 10.0, -80.0)
        self.I2I = Projection(self.I, self.I, 6.7, 10.0, -80.0)

    def update(self, drive):
        self.E2E()
        self.E2I()
        self.I2E()
        self.I2I()
        self.E(drive)
        self.I(drive)
        return self.E.spike.sum(), self.I.spike.sum()


def prepare(case):
    bm.set_platform("cpu")
    bm.set_dt(case["dt"])
    bm.random.seed(case["seed"])
    network = Network()
    length = round(case["duration"] / case["dt"])
    steps = np.arange(length)

    def run():
        nonlocal steps
        counts = bm.for_loop(lambda step: network.step_run(step, 20.0), steps, progress_bar=False)
        steps = steps + length  # a run goes on from the last one
        exc, inh = (np.asarray(count) for count in counts)
        scale = 1000 / case["dt"]
        return lambda: np.column_stack([exc * scale / 3200, inh * scale / 800])

    run()
    return run


protocol.serve(prepare)
