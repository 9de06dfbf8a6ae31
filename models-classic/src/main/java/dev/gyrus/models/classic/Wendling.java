package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * Hippocampal tissue of pyramidal cells, excitatory interneurons, and slow dendritic and fast somatic inhibitory
 * interneurons.
 *
 * <pre>
 *   d²y0/dt² = A a S(y1 − y2 − y3)            − 2 a dy0/dt − a² y0
 *   d²y1/dt² = A a (p + C2 S(C1 y0) + c_rate) − 2 a dy1/dt − a² y1
 *   d²y2/dt² = B b C4 S(C3 y0)                − 2 b dy2/dt − b² y2
 *   d²y3/dt² = G g C7 S(C5 y0 − C6 y4)        − 2 g dy3/dt − g² y3
 *   d²y4/dt² = B b S(C3 y0)                   − 2 b dy4/dt − b² y4          S(v) = 2 e0/(1 + exp(r (v0 − v)))
 * </pre>
 *
 * <p>Postsynaptic potentials y0 … y4 (mV) and their rates of change y5 … y9 (mV/ms); the output {@code v} = y1 − y2 −
 * y3 (mV) is the field potential of the pyramidal cells, {@code rate} = S(v) what they send; {@code c_rate} is the
 * weighted sum of other nodes' rates. Constants are multiples of C: C1 = C, C2 = 0.8 C, C3 = C4 = 0.25 C, C5 = 0.3 C,
 * C6 = 0.1 C, C7 = 0.8 C. As excitation A, slow inhibition B and fast inhibition G change, the model passes from
 * background activity through spikes and low-voltage fast activity to seizure-like rhythms. The input is white noise of
 * intensity {@code sigma_p} around its mean p.
 *
 * <p>Reference: Wendling, Bartolomei, Bellanger, Chauvel, Eur. J. Neurosci. 15, 2002,
 * doi:10.1046/j.1460-9568.2002.01985.x.
 */
public final class Wendling extends Model {
    /** For the service loader. */
    public Wendling() {
        super("wendling", "cortical column");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with the standard values of the publication. */
    public static Node node() {
        return Node.named("wendling")
                .doc("hippocampal tissue with slow and fast inhibition: interictal and ictal activity")
                .reference("Wendling, Bartolomei, Bellanger, Chauvel, Eur. J. Neurosci. 15, 2002,"
                        + " doi:10.1046/j.1460-9568.2002.01985.x")
                .mass(mass())
                .sync(Sync.additive("rate", "c_rate"))
                .defaultOutput("v")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("tissue");
        for (int i = 0; i < 5; i++) {
            mass.state("y" + i, "mV", Initial.uniform(0, 1));
        }
        for (int i = 5; i < 10; i++) {
            mass.state("y" + i, "mV/ms", Initial.constant(0));
        }
        return mass.output("v", "mV")
                .output("rate", "Hz")
                .parameter("A", 3.25, "mV", "excitatory synaptic gain")
                .parameter("B", 22, "mV", "slow inhibitory synaptic gain")
                .parameter("G", 10, "mV", "fast inhibitory synaptic gain")
                .parameter("a", 100, "1/s", "inverse time constant of excitatory potentials")
                .positive()
                .parameter("b", 50, "1/s", "inverse time constant of slow inhibitory potentials")
                .positive()
                .parameter("g", 500, "1/s", "inverse time constant of fast inhibitory potentials")
                .positive()
                .parameter("C", 135, "1", "mean number of synapses between populations")
                .parameter("v0", 6, "mV", "potential at half the largest rate")
                .parameter("e0", 2.5, "Hz", "half the largest rate")
                .parameter("r", 0.56, "1/mV", "steepness of the sigmoid")
                .parameter("p", 90, "Hz", "mean input rate")
                .parameter("sigma_p", 0, "1/√ms", "intensity of white noise around the input rate")
                .notNegative()
                .input("c_rate", "Hz", "Σ w rate of other nodes")
                .equations("""
                        output v = y1 - y2 - y3
                        output rate = 2*e0*sigmoid(r*(v - v0))
                        rate_exc = 2*e0*sigmoid(r*(C*y0 - v0))
                        rate_slow = 2*e0*sigmoid(r*(0.25*C*y0 - v0))
                        rate_fast = 2*e0*sigmoid(r*(0.3*C*y0 - 0.1*C*y4 - v0))
                        dy0/dt = y5
                        dy1/dt = y6
                        dy2/dt = y7
                        dy3/dt = y8
                        dy4/dt = y9
                        dy5/dt = A*a*rate - 2*a*y5 - a^2*y0
                        dy6/dt = A*a*(p + 0.8*C*rate_exc + c_rate) - 2*a*y6 - a^2*y1 + A*a*sigma_p*xi_p
                        dy7/dt = B*b*0.25*C*rate_slow - 2*b*y7 - b^2*y2
                        dy8/dt = G*g*0.8*C*rate_fast - 2*g*y8 - g^2*y3
                        dy9/dt = B*b*rate_slow - 2*b*y9 - b^2*y4
                        """)
                .build();
    }
}
