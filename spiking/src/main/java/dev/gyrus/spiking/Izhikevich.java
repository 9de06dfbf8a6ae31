package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * Izhikevich's neuron: twenty kinds of firing from two equations and four parameters.
 *
 * <pre>
 *   V′ = 0.04 V² + 5 V + 140 − u + I     u′ = a (b V − u)
 *   V ≥ 30: V ← c, u ← u + d
 * </pre>
 *
 * <p>V in mV, t in ms; u and I in mV/ms. Defaults make a regularly spiking neuron; fast spiking: a = 0.1; chattering: c = −50, d =
 * 2; intrinsically bursting: c = −55, d = 4.
 *
 * <p>Reference: E. M. Izhikevich, IEEE Trans. Neural Netw. 14, 2003, doi:10.1109/TNN.2003.820440.
 */
public final class Izhikevich extends Neuron {

    /** For the service loader. */
    public Izhikevich() {
        super("izhikevich");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The neuron with its default parameters. */
    public static Node node() {
        Mass mass = Mass.named("izhikevich")
                .state("V", "mV", Initial.constant(-65))
                .state("u", "mV/ms", Initial.of("b*V_0"))
                .parameter("a", 0.02, "1/ms", "rate of the recovery")
                .parameter("b", 0.2, "1/ms", "coupling of the recovery to the potential")
                .parameter("c", -65, "mV", "potential after a spike")
                .parameter("d", 8, "mV/ms", "jump of the recovery at a spike")
                .parameter("V_th", 30, "mV", "peak of a spike")
                .parameter("V_0", -65, "mV", "potential to which the recovery has settled at the start")
                .parameter("I", 0, "mV/ms", "external current")
                .input("I", "mV/ms", "current")
                .equations("""
                        dV/dt = 0.04[1/(mV*ms)]*V^2 + 5[1/ms]*V + 140[mV/ms] - u + I
                        du/dt = a*(b*V - u)
                        """)
                .firing(Firing.when("V >= V_th").reset("V = c\nu += d"))
                .build();
        return node(
                mass,
                "V",
                "Izhikevich's two-variable neuron",
                "Izhikevich, IEEE Trans. Neural Netw. 14, 2003, doi:10.1109/TNN.2003.820440");
    }
}
