"""Brian2, C++ standalone: networks of spiking neurons. Building and compiling stand outside what is timed: a run is the compiled
program, which makes the synapses, too."""

import tempfile

import brian2 as b2
import numpy as np
import protocol
from brian2 import Hz, ms

FAST = ["-w", "-O3", "-ffast-math", "-fno-finite-math-only", "-march=native", "-std=c++11"]


def balanced():
    """Excitatory and inhibitory neurons with conductances, of BrainPy's tutorial."""
    neurons = b2.NeuronGroup(
        4000,
        """dV/dt = (-60 - V + 20 + ge*(0 - V) + gi*(-80 - V))/(20*ms) : 1 (unless refractory)
           dge/dt = -ge/(5*ms) : 1
           dgi/dt = -gi/(10*ms) : 1""",
        threshold="V > -50", reset="V = -60", refractory=5 * ms, method="exponential_euler",
    )  # fmt: skip
    neurons.V = "-55 + 2*randn()"
    groups = neurons[:3200], neurons[3200:]
    objects = [neurons]
    for source, jump in zip(groups, ("ge += 0.6", "gi += 6.7")):
        synapses = b2.Synapses(source, neurons, on_pre=jump)
        synapses.connect(p=0.02)
        objects.append(synapses)
    return objects, groups


def adex(neurons):
    """The stimulation study's network at A2, with its published wiring."""
    eqs = """dv/dt = ((-65 - v) + 1.5*exp((v + 50)/1.5))/(20*ms) + (mu + je*se + ji*si)/ms + 1.5*xi/sqrt(ms) : 1 (unless refractory)
             dse/dt = -se/(2*ms) : 1 (unless refractory)
             dsi/dt = -si/(5*ms) : 1 (unless refractory)
             mu : 1 (constant)
             je : 1 (constant)
             ji : 1 (constant)"""
    exc, inh = (
        b2.NeuronGroup(neurons, eqs, threshold="v > -40", reset="v = -70", refractory=1.5 * ms, method="euler") for _ in range(2)
    )
    for group, mu, je, ji in ((exc, 1.6, 2.43, -3.3), (inh, 0.3, 2.6, -1.64)):
        group.v = "-100 + 10*randn()"
        group.mu, group.je, group.ji = mu, je, ji
    objects = [exc, inh]
    draw = np.random.default_rng(1)
    for source, target, state, jump, inputs, delay in (
        (exc, exc, "se", 0.3 / 2.43, 800, 4), (exc, inh, "se", 0.3 / 2.6, 200, 2),
        (inh, exc, "si", 0.5 / 3.3, 800, 4), (inh, inh, "si", 0.5 / 1.64, 200, 2),
    ):  # fmt: skip
        synapses = b2.Synapses(source, target, on_pre=f"{state} += {jump}*(1 - {state})", delay=delay * ms)
        chosen = np.concatenate([draw.choice(neurons, inputs, replace=False) for _ in range(neurons)])
        synapses.connect(i=chosen, j=np.repeat(np.arange(neurons), inputs))
        objects.append(synapses)
    return objects, (exc, inh)


def prepare(case):
    directory = tempfile.mkdtemp(prefix="brian2-")
    b2.prefs.codegen.cpp.extra_compile_args_gcc = FAST
    b2.set_device("cpp_standalone", build_on_run=False)
    b2.defaultclock.dt = case["dt"] * ms
    b2.seed(case["seed"])
    objects, groups = balanced() if case["spiking"] == "balanced" else adex(case["size"])
    rates = [b2.PopulationRateMonitor(group) for group in groups]
    network = b2.Network(*objects, *rates)
    network.run(case["duration"] * ms)
    b2.device.build(directory=directory, compile=True, run=False, debug=False)

    def run():
        b2.device.run(directory, with_output=False, run_args=[])
        return lambda: np.column_stack([rate.rate / Hz for rate in rates])

    return run


protocol.serve(prepare)
