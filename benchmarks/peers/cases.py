"""The cases: what is run, against whom, and which ratio is aimed at.

`work` describes a case for the table. `gyrus` and `peer` say how each side does it; what both share (model, parameters, connectome,
duration, …) stands once, in `shared`, and is handed to both.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class Case:
    name: str
    peer: str  # an environment of requirements/
    work: str  # for the table
    goal: float
    worker: str = ""  # script of workers/; the other side is Gyrus's worker
    shared: dict = field(default_factory=dict)
    check: dict = field(default_factory=dict)  # changes for the run without noise in which both traces are compared
    gyrus: dict = field(default_factory=dict)  # what Gyrus alone is told
    other: dict = field(default_factory=dict)  # what the peer alone is told
    processors: int = 1
    label: str = ""  # for the chart
    less: str = ""  # what the peer does less, or does otherwise
    node_steps: float = 0.0  # of one run, where the goal is how many Gyrus does in a second
    runs: str = "warm"  # or "cold": whole processes


ALN_START = {
    "mufe": 1.0, "mufi": 0.5, "seem": 0.1, "seim": 0.2, "siem": 0.1, "siim": 0.2, "seev": 0.0005, "seiv": 0.001, "siev": 0.0005,
    "siiv": 0.001, "rates_exc": 5.0, "rates_inh": 5.0, "IA": 10.0, "mue_ou": 1.62, "mui_ou": 1.6,
}  # fmt: skip
ALN = {"mue_ext_mean": 1.62, "mui_ext_mean": 1.6, "sigma_ou": 0.09, "b": 5.0}
QUIET = {"parameters": {"sigma_ou": 0.0}, "duration": 200.0, "every": 0.1}


FHN = ("fhn", {"x_ext": 0.72, "K_gl": 1.0, "sigma_ou": 0.01}, {"x": 0.05, "y": 0.02, "x_ou": 0.0, "y_ou": 0.0})


def neurolib(name, model, parameters, initial, record, goal, network="hcp80", duration=10_000.0, **more):
    shared = {
        "model": model, "network": network, "parameters": parameters, "initial": initial, "record": record, "every": 1.0, "dt": 0.1,
        "speed": 20.0, "duration": duration, "seed": 1,
    }  # fmt: skip
    more = {"check": QUIET, **more}
    return Case(name, "neurolib", goal=goal, worker="neurolib_worker.py", shared=shared, **more)


def tvb(name, model, parameters, initial, record, goal, backend="reference", **more):
    shared = {
        "model": model, "network": "tvb76", "parameters": parameters, "initial": initial, "record": record, "every": 1.0, "dt": 0.1,
        "speed": 3.0, "duration": 1000.0, "seed": 1, "integrator": "heun", "continue": True,
    }  # fmt: skip
    if backend == "reference":  # sums delayed rates once per step; the numba back end does at the corrector's stage, too
        shared["frozen"] = True
    quiet = {"parameters": {key: 0.0 for key in parameters if key.startswith("sigma")}, "duration": 200.0, "every": 0.1}
    return Case(name, "tvb", goal=goal, worker="tvb_worker.py", shared=shared, check=quiet, other={"backend": backend}, **more)


MONTBRIO = (
    "montbrio-pazo-roxin",
    {"eta": -4.6, "J": 14.5, "Delta": 0.7, "tau": 1.0, "cr": 0.1, "sigma_r": 0.01, "sigma_V": 0.02},
    {"r": 0.1, "V": -2.0},
    "r",
)
JANSEN_RIT = (
    "jansen-rit",
    {"mu": 0.22, "K_gl": 10.0, "sigma_y4": 0.01},
    {"y0": 0.05, "y1": 10.0, "y2": 7.0, "y3": 0.0, "y4": 0.0, "y5": 0.0},
    "y1",
)

def cubnm(name, model, goal, gyrus, other, record, start, every, rows=None, delays=False, fresh_noise=False, **more):
    shared = {
        "model": model, "network": "hcp80", "delays": delays, "dt": 0.1, "speed": 20.0, "duration": 60_000.0, "seed": 1, "bold": 1000.0,
        "window": 30, "window_step": 5,
    }  # fmt: skip
    quiet = {
        "record": record, "every": every, "rows": rows,
        "gyrus": {key: 0.0 for key in gyrus if ".sigma" in key} | {f"initial.{key}": value for key, value in start.items()},
        "other": {"parameters": {**other, "sigma": 0.0}},
    }  # fmt: skip
    return Case(
        name, "cubnm", goal=goal, worker="cubnm_worker.py", shared=shared, check=quiet, gyrus=gyrus,
        other={"parameters": other, "fresh_noise": fresh_noise}, **more,
    )  # fmt: skip


REDUCED_WONG_WANG = {
    "model": "reduced-wong-wang-exc-inh",
    "gyrus": {"source": "S_e", "parameter.G": 0.5, "parameter.sigma_S_e": 0.01, "parameter.sigma_S_i": 0.01},
    "other": {"G": 0.5, "sigma": 0.01},
    "record": "S_e",
    "start": {"S_e": 0.1, "S_i": 0.1},
    "every": 1000.0,
    "rows": 1,  # both have come to rest after a minute
}
CUBNM_JANSEN_RIT = {
    "model": "jansen-rit",
    "gyrus": {"source": "v", "parameter.v0": 6.0, "parameter.K_gl": 0.1, "parameter.sigma_y3": 0.0001},
    "other": {"G": 0.1, "sigma": 0.0001},
    "record": "v",
    "start": {"y0": 0.0, "y1": 0.0, "y2": 0.0, "y3": 0.0, "y4": 0.0, "y5": 0.0},
    "every": 100.0,
}


def cold(name, worker, goal, experiment, other=None, **more):
    """Whole processes: the experiment is a file for the command, the worker a program that prints a line of JSON."""
    return Case(name, "neurolib", goal=goal, worker=worker, gyrus=experiment, other=other or {}, runs="cold", **more)


GRID = [(k / 5, j / 5) for k in range(16) for j in range(16)]


def pyrates(name, goal, network, columns, **more):
    shared = {"network": network, "delays": False, "dt": 0.1, "duration": 1000.0, "every": 1.0, "seed": 1}
    start = {f"initial.y{k}": 0.0 for k in range(6)}
    joined = {} if network else {"size": len(columns)}
    return Case(
        name, "pyrates", goal=goal, worker="pyrates_worker.py", shared=shared, other={"J": columns}, check={"duration": 200.0},
        gyrus={
            "model": "jansen-rit", "record": "v", "parameter.v0": 6.0, "parameter.J": ",".join(map(str, columns)), **start, **joined,
        },
        **more,
    )  # fmt: skip


def spiking(name, peer, goal, network, size=0, worker="brian2_worker.py", **more):
    shared = {"spiking": network, "size": size, "dt": 0.1, "duration": 1000.0, "seed": 1}
    gyrus = {"spiking": network, "size": size, **more.pop("gyrus", {})}
    return Case(name, peer, goal=goal, worker=worker, shared=shared, gyrus=gyrus, **more)


# fmt: off
CASES = [
    neurolib(
        "aln80", "aln", ALN, ALN_START, "rates_exc", 8,
        label="ALN, 80 regions, 10 s",
        work="ALN, 80 regions (HCP), delays, noise, 10 s",
        gyrus={"option.adaptation_rate": "current"},
    ),
    neurolib(
        "fhn80", *FHN, "x", 6,
        label="FitzHugh–Nagumo, 80 regions, 10 s",
        work="FitzHugh–Nagumo, 80 regions (HCP), delays, noise, 10 s",
    ),
    neurolib(
        "hopf80", "hopf", {"sigma_ou": 0.05}, {"x": 0.05, "y": 0.02, "x_ou": 0.0, "y_ou": 0.0}, "x", 6,
        label="Hopf, 80 regions, 10 s",
        work="Hopf, 80 regions (HCP), delays, noise, 10 s",
    ),
    neurolib(
        "wc80", "wc", {"exc_ext": 0.8, "sigma_ou": 0.01}, {"exc": 0.05, "inh": 0.02, "exc_ou": 0.0, "inh_ou": 0.0}, "exc", 6,
        label="Wilson–Cowan, 80 regions, 10 s",
        work="Wilson–Cowan, 80 regions (HCP), delays, noise, 10 s",
    ),
    neurolib(
        "ww80", "ww", {"sigma_ou": 0.001}, {"se": 0.05, "si": 0.02, "exc_ou": 0.0, "inh_ou": 0.0}, "r_exc", 6,
        label="Wong–Wang, 80 regions, 10 s",
        work="Wong–Wang (two populations), 80 regions (HCP), delays, noise, 10 s",
        gyrus={"parameter.tau_inh": 100.0},  # neurolib 0.6.2 takes tau_exc for it
    ),
    neurolib(
        "aln500", "aln", ALN, ALN_START, "rates_exc", 12, "random500", 2000.0,
        label="ALN, 500 regions, dense",
        work="ALN, 500 regions, dense, lengths 10–250 mm, noise, 2 s",
        gyrus={"option.adaptation_rate": "current"},
    ),
    neurolib(
        "aln1000", "aln", ALN, ALN_START, "rates_exc", 20, "random1000", 500.0,
        label="ALN, 1000 regions, dense",
        work="ALN, 1000 regions, dense, lengths 10–250 mm, noise, 0.5 s",
        gyrus={"option.adaptation_rate": "current"},
    ),
    neurolib(
        "aln500-2", "aln", ALN, ALN_START, "rates_exc", 20, "random500", 2000.0,
        label="ALN, 500 regions, two threads",
        work="the same 500 regions, Gyrus on two threads", processors=2, less="runs on one thread", check={},
        gyrus={"option.adaptation_rate": "current", "threads": 2},
    ),
    neurolib(
        "aln1000-2", "aln", ALN, ALN_START, "rates_exc", 35, "random1000", 500.0,
        label="ALN, 1000 regions, two threads",
        work="the same 1000 regions, Gyrus on two threads", processors=2, less="runs on one thread", check={},
        gyrus={"option.adaptation_rate": "current", "threads": 2},
    ),
    cold(
        "aln-bold", "neurolib_bold.py", 8,
        {
            "network": {"model": "aln", "parameters": ALN, "connectome": {}, "speed": 20.0},
            "simulation": {"dt": 0.1, "duration": 300_000, "seed": 1},
            "record": {"variables": ["rates_exc"], "every": 10.0},
            "bold": {"tr": 2000},
            "compare": {"fc": True, "discard": 10_000},
        },
        {"parameters": ALN, "dt": 0.1, "speed": 20.0, "duration": 300_000, "discard": 10_000},
        shared={"network": "hcp80"},
        label="ALN, BOLD, FC score, 5 min, from cold",
        work="ALN, 80 regions (HCP), delays, noise, BOLD, 5 min, FC score: the whole process",
    ),
    cold(
        "motif", "neurolib_motif.py", 15,
        {
            "network": {
                "groups": {
                    "cortex": {
                        "model": "aln",
                        "parameters": {
                            "c_gl": 0.4, "a": 0, "b": 15, "tauA": 1000, "mue_ext_mean": 3.4, "mui_ext_mean": 3.5, "sigma_ou": 0.05,
                        },
                    },
                    "thalamus": {"model": "thalamus", "parameters": {"g_LK": 0.032, "sigma_ou": 0.005}},
                },
                "connections": [
                    {"from": "cortex", "to": "thalamus", "output": "rates_exc", "weight": 1.2, "delay": 13},
                    {"from": "thalamus", "to": "cortex", "output": "Q_t", "weight": 0.15, "delay": 13},
                ],
            },
            "simulation": {"dt": 0.1, "duration": 2000, "seed": 1},
            "record": {"variables": ["rates_exc", "Q_t"], "every": 1},
        },
        label="cortex and thalamus, 2 s, from cold",
        work="cortex (ALN) and thalamus in a loop, 2 s: the whole process, neurolib's MultiModel with numba",
    ),
    Case(
        "boxsearch", "neurolib", goal=50, worker="neurolib_search.py", processors=2,
        label="256 parameter sets, two workers",
        work="BoxSearch of 16 × 16 single ALN nodes, 1 s each, two workers",
        less="writes every point into an HDF5 file",
        shared={
            "model": "aln", "parameters": {}, "initial": {key: value for key, value in ALN_START.items() if not key.endswith("_ou")},
            "record": "rates_exc", "every": 1.0, "dt": 0.1, "duration": 1000.0, "seed": 1,
        },
        check={"duration": 1000.0},
        gyrus={
            "threads": 2, "option.adaptation_rate": "current",
            "sweep.mue_ext_mean": ",".join(str(e) for e, _ in GRID), "sweep.mui_ext_mean": ",".join(str(i) for _, i in GRID),
            "initial.mue_ou": 0.4, "initial.mui_ou": 0.3,
        },
        other={"grid": {"mue_ext_mean": [e for e, _ in GRID], "mui_ext_mean": [i for _, i in GRID]}},
    ),
    tvb(
        "tvb-mpr", *MONTBRIO, 40,
        label="Montbrió, reference loop",
        work="Montbrió–Pazó–Roxin, 76 regions, delays, stochastic Heun, 1 s, TVB's reference loop",
    ),
    tvb(
        "tvb-mpr-numba", *MONTBRIO, 6, backend="numba",
        label="Montbrió, numba back end",
        work="the same, TVB's numba back end (without its compilation)",
    ),
    tvb(
        "tvb-jr", *JANSEN_RIT, 40,
        label="Jansen–Rit, reference loop",
        work="Jansen–Rit, 76 regions, delays, stochastic Heun, 1 s, TVB's reference loop",
    ),
    cubnm(
        "rww", goal=3, **REDUCED_WONG_WANG,
        label="Wong–Wang, BOLD, FC, FCD",
        work="Wong–Wang (Deco 2014), 80 regions (HCP), noise, BOLD, FC and FCD, 60 s, no delays",
        less="draws 30 s of noise once, before the measurement, and uses it again in shuffled order",
    ),
    cubnm(
        "rww-delays", goal=1.5, delays=True, fresh_noise=True, **REDUCED_WONG_WANG,
        label="… with delays, fresh noise",
        work="the same with delays, fresh noise in every run",
    ),
    cubnm(
        "cubnm-jr", goal=3, **CUBNM_JANSEN_RIT,
        label="Jansen–Rit, BOLD, FC, FCD",
        work="Jansen–Rit, 80 regions (HCP), noise, BOLD, FC and FCD, 60 s, no delays",
        less="draws 30 s of noise once, before the measurement, and uses it again in shuffled order",
    ),
    cubnm(
        "cubnm-jr-delays", goal=1.5, delays=True, fresh_noise=True, **CUBNM_JANSEN_RIT,
        label="… with delays, fresh noise",
        work="the same with delays, fresh noise in every run",
    ),
    Case(
        "brainpy-fhn", "brainpy", goal=60, worker="brainpy_worker.py",
        label="FitzHugh–Nagumo, 80 regions, 6 s",
        work="FitzHugh–Nagumo of BrainPy's tutorial, 80 regions (HCP), delays, noise, 6 s",
        less="float32",
        shared={
            "model": "fhn", "network": "hcp80", "parameters": {"x_ext": 0.72, "sigma_ou": 0.01}, "record": "x", "every": 1.0, "dt": 0.1,
            "speed": 20.0, "duration": 6000.0, "seed": 1,
        },
        gyrus={"parameter.K_gl": 1.0},
    ),
    spiking(
        "brian2-balanced", "brian2", 1, "balanced", label="Balanced network, 4000 neurons",
        work="balanced network of BrainPy's tutorial, 4000 neurons, 1 s (synapses made in each run)",
        less="C++, compiled before",
    ),
    spiking(
        "brainpy-balanced", "brainpy", 3, "balanced", worker="brainpy_balanced.py", label="… against BrainPy",
        work="the same", less="float32; synapses made before; goes on from the last run",
    ),
    spiking(
        "brian2-adex", "brian2", 3, "adex", size=10_000, label="AdEx network, 2 × 10 000 neurons",
        work="AdEx network of the stimulation study at A2, 2 × 10 000 neurons, 20 million synapses, 1 s (made in each run)",
        less="C++, compiled before; reads who is joined to whom from files",
    ),
    spiking(
        "brian2-adex-2", "brian2", 5, "adex", size=10_000, processors=2, gyrus={"threads": 2}, label="… on two threads",
        work="the same, Gyrus on two threads", less="runs on one thread",
    ),
    pyrates(
        "pyrates-jr", 15, "uniform100", [128 + 14 * k / 99 for k in range(100)],
        label="Jansen–Rit network, 100 columns",
        work="network of 100 Jansen–Rit columns, all to all, 1 s (building included)", less="no noise",
    ),
    pyrates(
        "pyrates-grid", 20, None, [68 + 3.0 * k for k in range(400)],
        label="Jansen–Rit, 400 parameter sets",
        work="grid of 400 parameter sets of a Jansen–Rit column, 10 000 steps each (building included)",
    ),
    Case(
        "c-fhn", "c", goal=2,
        label="FitzHugh–Nagumo, 80 regions, 10 s",
        work="FitzHugh–Nagumo, 80 regions (HCP), delays, noise, 10 s, as a program in C (`peers/fhn.c`, -O3 -march=native)",
        shared=neurolib("fhn80", *FHN, "x", 6, work="").shared, check=QUIET,
    ),
    Case(
        "mean-field", "vbjax", goal=150e6, worker="vbjax_worker.py",
        label="Montbrió, mean field, 256 parameter sets",
        work="Montbrió–Pazó–Roxin, 164 nodes that see the mean of all, 256 parameter sets, stochastic Heun, 1000 steps of 0.01 ms",
        less="single precision; noise drawn before the measurement, the same in every run",
        shared={"dt": 0.01, "duration": 10.0, "every": 0.01}, node_steps=164 * 256 * 1000,
        check={"rows": 1, "other": {"sigma": 0.0}, "gyrus": {"parameter.sigma_r": 0.0, "parameter.sigma_V": 0.0}},
        gyrus={
            "mean": True, "model": "montbrio-pazo-roxin", "size": 164, "integrator": "heun", "record": "m", "parameter.cr": 0.1,
            "parameter.J": 14.5, "parameter.Delta": 0.7, "parameter.sigma_r": 0.01, "parameter.sigma_V": 0.01, "initial.r": 0.1,
            "initial.V": -2.0, "sweep.nodes.eta": ",".join(str(k / 256 - 5) for k in range(256)),
        },
        other={
            "nodes": 164, "eta": [k / 256 - 5 for k in range(256)], "strength": 0.1, "sigma": 0.01, "J": 14.5, "Delta": 0.7, "r": 0.1,
            "V": -2.0,
        },
    ),
]
