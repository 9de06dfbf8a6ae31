package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;

/**
 * The synapses of the literature. Conductances g are in nS, potentials in mV, currents in pA, times in ms; E is the reversal
 * potential and w the weight of a synapse, in nS where it makes a conductance and in pA where it makes a current.
 */
public final class SynapseTypes {
    private static final String REVERSAL = "reversal potential";

    private SynapseTypes() {}

    /** g′ = −g/τ, g += w; the current is g (E − V). */
    public static Synapse exponential(String name, double tau, double reversal) {
        return decaying(name, "nS", tau)
                .parameter("E_rev", reversal, "mV", REVERSAL)
                .current("g*(E_rev - V)")
                .build();
    }

    /** g′ = −g/τ, g += w; the current is g itself. */
    public static Synapse exponentialCurrent(String name, double tau) {
        return decaying(name, "pA", tau).current("g").build();
    }

    private static Synapse.Builder decaying(String name, String unit, double tau) {
        return Synapse.named(name)
                .state("g", unit)
                .parameter("tau", tau, "ms", "time constant of decay")
                .positive()
                .equations("dg/dt = -g/tau")
                .arrival("g += w")
                .additive();
    }

    /** τ g′ = h − g, τ h′ = −h, h += e w: a conductance w (t/τ) e^(1 − t/τ), whose peak is w at t = τ. */
    public static Synapse alpha(String name, double tau, double reversal) {
        return Synapse.named(name)
                .state("g", "nS")
                .state("h", "nS")
                .parameter("tau", tau, "ms", "time of the peak")
                .positive()
                .parameter("E_rev", reversal, "mV", REVERSAL)
                .parameter("norm", Math.E, "1", "makes w the peak")
                .equations("dg/dt = (h - g)/tau\ndh/dt = -h/tau")
                .arrival("h += norm*w")
                .current("g*(E_rev - V)")
                .additive()
                .build();
    }

    /**
     * τ_r g′ = a h − g, τ_d h′ = −h, h += w: a conductance w a τ_d/(τ_d − τ_r) (e^(−t/τ_d) − e^(−t/τ_r)), with a such that its
     * peak is w.
     *
     * @param rise τ_r
     * @param decay τ_d, another than τ_r
     */
    public static Synapse biexponential(String name, double rise, double decay, double reversal) {
        if (!(rise > 0 && decay > 0 && rise != decay)) {
            throw GyrusException.input(
                    name, "two different positive time constants, as alpha has one", rise + ", " + decay);
        }
        double peak = rise * decay / (decay - rise) * Math.log(decay / rise);
        double norm = (decay - rise) / decay / (Math.exp(-peak / decay) - Math.exp(-peak / rise));
        return Synapse.named(name)
                .state("g", "nS")
                .state("h", "nS")
                .parameter("tau_rise", rise, "ms", "time constant of the rise")
                .positive()
                .parameter("tau_decay", decay, "ms", "time constant of the decay")
                .positive()
                .parameter("E_rev", reversal, "mV", REVERSAL)
                .parameter("norm", norm, "1", "makes w the peak")
                .equations("dg/dt = (norm*h - g)/tau_rise\ndh/dt = -h/tau_decay")
                .arrival("h += w")
                .current("g*(E_rev - V)")
                .additive()
                .build();
    }

    /** V += w: a jump of the membrane potential, in mV. */
    public static Synapse delta(String name) {
        return Synapse.named(name).arrival("V += w").additive().build();
    }

    /**
     * NMDA receptors that saturate, kept for each sender, with the block by magnesium:
     *
     * <pre>
     *   s′ = −s/τ_d + α x (1 − s)     x′ = −x/τ_r     x += 1
     *   current  Σ w s (E − V)/(1 + [Mg]/3.57 e^(−0.062 V))
     * </pre>
     *
     * <p>X.-J. Wang, Neuron 36, 2002, doi:10.1016/S0896-6273(02)01092-9; the block is that of C. E. Jahr, C. F. Stevens, J.
     * Neurosci. 10, 1990, doi:10.1523/JNEUROSCI.10-09-03178.1990. Defaults: τ_r 2 ms, τ_d 100 ms, α 0.5 kHz, [Mg] 1 mM, E 0 mV.
     */
    public static Synapse nmda(String name) {
        return Synapse.named(name)
                .state("s", "1")
                .state("x", "1")
                .parameter("tau_rise", 2, "ms", "time constant of the rise")
                .positive()
                .parameter("tau_decay", 100, "ms", "time constant of the decay")
                .positive()
                .parameter("alpha", 0.5, "kHz", "opening of channels per unit of x")
                .parameter("E_rev", 0, "mV", REVERSAL)
                .parameter("Mg", 1, "mM", "concentration of magnesium")
                .equations("ds/dt = -s/tau_decay + alpha*x*(1 - s)\ndx/dt = -x/tau_rise")
                .atSource("x += 1", "s")
                .current("1[nS]*sum*(E_rev - V)/(1 + Mg/3.57[mM]*exp(-0.062[1/mV]*V))")
                .build();
    }

    /**
     * A saturating jump: s′ = −s/τ, s += w (1 − s), with a drive J s, as in the AdEx networks of C. Cakan, K. Obermayer, PLoS
     * Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822. The weight is between 0 and 1.
     *
     * @param strength J, in the unit of the input it feeds
     * @param unit of J, such as mV/ms
     */
    public static Synapse saturating(String name, double tau, double strength, String unit) {
        return Synapse.named(name)
                .state("s", "1")
                .parameter("tau", tau, "ms", "time constant of decay")
                .positive()
                .parameter("J", strength, unit, "drive when all synapses are open")
                .equations("ds/dt = -s/tau")
                .arrival("s += w*(1 - s)")
                .current("J*s")
                .build();
    }

    /**
     * Short-term plasticity, kept for each sender: utilisation u facilitates, resources x deplete.
     *
     * <pre>
     *   u′ = −u/τ_f     x′ = (1 − x)/τ_d     s′ = −s/τ
     *   at a spike      u += U (1 − u);  s += u x;  x −= u x
     *   current         Σ w s (E − V)
     * </pre>
     *
     * <p>M. Tsodyks, K. Pawelzik, H. Markram, Neural Comput. 10, 1998, doi:10.1162/089976698300017502. As the conductance is
     * linear in what is released, Σ w s over senders is exactly what a conductance at the target that jumps by w u x would be,
     * for one delay as for many.
     *
     * @param utilisation U
     * @param recovery τ_d
     * @param facilitation τ_f; 0 for depression alone, where u is U at every spike
     */
    public static Synapse tsodyksMarkram(
            String name, double tau, double reversal, double utilisation, double recovery, double facilitation) {
        Synapse.Builder synapse = Synapse.named(name)
                .state("x", "1", Initial.constant(1))
                .state("s", "1")
                .parameter("tau", tau, "ms", "time constant of the conductance")
                .positive()
                .parameter("E_rev", reversal, "mV", REVERSAL)
                .parameter("U", utilisation, "1", "utilisation by the first spike")
                .parameter("tau_rec", recovery, "ms", "recovery of resources")
                .positive()
                .current("1[nS]*sum*(E_rev - V)");
        String fixed = "dx/dt = (1 - x)/tau_rec\nds/dt = -s/tau";
        if (facilitation == 0) {
            return synapse.equations(fixed).atSource("s += U*x\nx -= U*x", "s").build();
        }
        return synapse.state("u", "1")
                .parameter("tau_fac", facilitation, "ms", "decay of facilitation")
                .positive()
                .equations(fixed + "\ndu/dt = -u/tau_fac")
                .atSource("u += U*(1 - u)\ns += u*x\nx -= u*x", "s")
                .build();
    }
}
