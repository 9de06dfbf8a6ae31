package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.List;
import java.util.Map;

/**
 * The mean field of Izhikevich neurons with conductance-based synapses and spike-frequency adaptation.
 *
 * <pre>
 *   C dr/dt = k H/(πC) + r (k (2 V − v_r − v_t) − g s)
 *   C dV/dt = k (V − v_r)(V − v_t) + η + I_ext − u + g s (E_r − V) − (πC r)²/k − πC r h
 *   du/dt = a (b (V − v_r) − u) + d r
 *   ds/dt = −s/τ_s + J r + c_r
 * </pre>
 *
 * <p>Rate r (1/ms, never negative), mean potential V (mV), recovery current u (pA) and synaptic activation s;
 * {@code c_r} is the weighted sum of other nodes' r. What differs between neurons is Lorentzian with half width Δ:
 * their {@link Heterogeneity#CURRENTS} (Δ in pA, H = Δ, h = 0) or their spike {@link Heterogeneity#THRESHOLDS} (Δ in
 * mV, H = k (V − v_r) Δ, h = Δ). Names and defaults are those of PyRates, whose templates differ for currents: there k²
 * Δ stands for k Δ, the same where k = 1.
 *
 * <p>References: Chen, Campbell, J. Comput. Neurosci. 50, 2022, doi:10.1007/s10827-022-00825-9 (currents); Gast, Solla,
 * Kennedy, Phys. Rev. E 107, 2023, doi:10.1103/PhysRevE.107.024306 (thresholds).
 */
public final class Izhikevich extends Model {
    /** What differs between the neurons of a population. */
    public enum Heterogeneity {
        /** Background currents. */
        CURRENTS,
        /** Potentials beyond which neurons spike. */
        THRESHOLDS
    }

    /** For the service loader. */
    public Izhikevich() {
        super("izhikevich-mean-field", "next generation");
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("heterogeneity", "what differs between the neurons", List.of("currents", "thresholds")));
    }

    @Override
    public Node node(Map<String, String> options) {
        boolean thresholds = options.getOrDefault("heterogeneity", "currents").equals("thresholds");
        return node(thresholds ? Heterogeneity.THRESHOLDS : Heterogeneity.CURRENTS);
    }

    /** The model with PyRates's defaults. */
    public static Node node(Heterogeneity heterogeneity) {
        return Node.named("izhikevich-mean-field")
                .doc("mean field of Izhikevich neurons with conductance-based synapses and adaptation")
                .reference("Chen, Campbell, J. Comput. Neurosci. 50, 2022, doi:10.1007/s10827-022-00825-9;"
                        + " Gast, Solla, Kennedy, Phys. Rev. E 107, 2023, doi:10.1103/PhysRevE.107.024306")
                .mass(mass(heterogeneity == Heterogeneity.THRESHOLDS))
                .sync(Sync.additive("r", "c_r"))
                .defaultOutput("r")
                .build();
    }

    private static Mass mass(boolean thresholds) {
        String width = thresholds ? "H = k*(V - v_r)*Delta\nh = Delta\n" : "H = Delta\nh = 0\n";
        return Mass.named("population")
                .state("r", "1/ms", Initial.constant(0))
                .bounded(0, Double.POSITIVE_INFINITY)
                .state("V", "mV", Initial.uniform(-70, -50))
                .state("u", "pA", Initial.constant(0))
                .state("s", "1", Initial.constant(0))
                .parameter("C", 100, "pF", "membrane capacitance")
                .positive()
                .parameter("k", 1, "nS/mV", "leakage")
                .positive()
                .parameter("v_r", -70, "mV", "resting potential")
                .parameter("v_t", -40, "mV", "mean spike threshold")
                .parameter("eta", 0, "pA", "mean background current")
                .parameter("I_ext", 0, "pA", "external current")
                .parameter("Delta", 0.02, thresholds ? "mV" : "pA", "half width of what differs between neurons")
                .notNegative()
                .parameter("g", 0.5, "nS", "synaptic conductance")
                .parameter("E_r", 0, "mV", "reversal potential of the synapses")
                .parameter("J", 1, "1", "synaptic weight inside the population")
                .parameter("tau_s", 5, "ms", "time constant of the synapses")
                .positive()
                .parameter("a", 0.008, "1/ms", "rate of recovery")
                .parameter("b", -0.01, "nS", "recovery current per potential")
                .parameter("d", 10, "pA", "recovery current per spike")
                .parameter(sigma("r", "1/ms"))
                .parameter(sigma("V", "mV"))
                .parameter(sigma("u", "pA"))
                .parameter(sigma("s", "1"))
                .input("c_r", "1/ms", "Σ w r of other nodes")
                .equations(width + """
                        dr/dt = (k*H/(pi*C) + r*(k*(2*V - v_r - v_t) - g*s))/C + sigma_r*xi_r
                        current = eta + I_ext - u + g*s*(E_r - V)
                        dV/dt = (k*(V - v_r)*(V - v_t) + current - pi*C*r*(h + pi*C*r/k))/C + sigma_V*xi_V
                        du/dt = a*(b*(V - v_r) - u) + d*r + sigma_u*xi_u
                        ds/dt = -s/tau_s + J*r + c_r + sigma_s*xi_s
                        """)
                .build();
    }
}
