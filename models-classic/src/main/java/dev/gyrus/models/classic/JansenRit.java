package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * A cortical column of pyramidal cells and excitatory and inhibitory interneurons, a generator of alpha rhythms and
 * evoked potentials.
 *
 * <pre>
 *   d²y0/dt² = A a S(y1 − y2)                               − 2 a dy0/dt − a² y0
 *   d²y1/dt² = A a (µ + a_2 J S(a_1 J y0) + K_gl c_rate)    − 2 a dy1/dt − a² y1
 *   d²y2/dt² = B b a_4 J S(a_3 J y0)                        − 2 b dy2/dt − b² y2
 *   S(v) = 2 ν_max/(1 + exp(r (v0 − v)))
 * </pre>
 *
 * <p>Postsynaptic potentials y0, y1, y2 (mV) and their rates of change y3, y4, y5 (mV/ms); the output {@code v} = y1 −
 * y2 (mV) is the pyramidal cells' potential, the source of the EEG, {@code rate} = S(v) (1/ms) what they send: {@code
 * c_rate} is the weighted sum of other nodes' rates. Names and defaults are those of TVB's {@code JansenRit}; it leaves
 * S and {@code K_gl} to its coupling function (whose threshold is 6 mV instead of v0), and its {@code p_min} and {@code
 * p_max} bear on nothing.
 *
 * <p>Reference: Jansen, Rit, Biol. Cybern. 73, 1995, doi:10.1007/BF00199471.
 */
public final class JansenRit extends Model {
    /** For the service loader. */
    public JansenRit() {
        super("jansen-rit", "cortical column");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("jansen-rit")
                .doc("cortical column of pyramidal cells and two kinds of interneurons")
                .reference("Jansen, Rit, Biol. Cybern. 73, 1995, doi:10.1007/BF00199471")
                .mass(mass())
                .sync(Sync.additive("rate", "c_rate"))
                .defaultOutput("v")
                .build();
    }

    private static Mass mass() {
        return Mass.named("column")
                .state("y0", "mV", Initial.uniform(0, 0.1))
                .state("y1", "mV", Initial.uniform(0, 20))
                .state("y2", "mV", Initial.uniform(0, 15))
                .state("y3", "mV/ms", Initial.constant(0))
                .state("y4", "mV/ms", Initial.constant(0))
                .state("y5", "mV/ms", Initial.constant(0))
                .output("v", "mV")
                .output("rate", "1/ms")
                .parameter("A", 3.25, "mV", "amplitude of excitatory potentials")
                .parameter("B", 22, "mV", "amplitude of inhibitory potentials")
                .parameter("a", 0.1, "1/ms", "inverse time constant of excitatory potentials")
                .positive()
                .parameter("b", 0.05, "1/ms", "inverse time constant of inhibitory potentials")
                .positive()
                .parameter("v0", 5.52, "mV", "threshold: potential at half the largest rate")
                .parameter("nu_max", 0.0025, "1/ms", "half the largest rate")
                .parameter("r", 0.56, "1/mV", "steepness of the sigmoid")
                .parameter("J", 135, "1", "mean number of synapses between populations")
                .parameter("a_1", 1, "1", "synapses of pyramidal cells onto excitatory interneurons, per J")
                .parameter("a_2", 0.8, "1", "synapses of excitatory interneurons onto pyramidal cells, per J")
                .parameter("a_3", 0.25, "1", "synapses of pyramidal cells onto inhibitory interneurons, per J")
                .parameter("a_4", 0.25, "1", "synapses of inhibitory interneurons onto pyramidal cells, per J")
                .parameter("mu", 0.22, "1/ms", "mean input rate")
                .parameter("K_gl", 1, "1", "global coupling strength")
                .parameter(sigma("y0", "mV"))
                .parameter(sigma("y1", "mV"))
                .parameter(sigma("y2", "mV"))
                .parameter(sigma("y3", "mV/ms"))
                .parameter(sigma("y4", "mV/ms"))
                .parameter(sigma("y5", "mV/ms"))
                .input("c_rate", "1/ms", "Σ w rate of other nodes")
                .equations("""
                        output v = y1 - y2
                        output rate = 2*nu_max*sigmoid(r*(v - v0))
                        rate_e = 2*nu_max*sigmoid(r*(a_1*J*y0 - v0))
                        rate_i = 2*nu_max*sigmoid(r*(a_3*J*y0 - v0))
                        dy0/dt = y3 + sigma_y0*xi_y0
                        dy1/dt = y4 + sigma_y1*xi_y1
                        dy2/dt = y5 + sigma_y2*xi_y2
                        dy3/dt = A*a*rate - 2*a*y3 - a^2*y0 + sigma_y3*xi_y3
                        dy4/dt = A*a*(mu + a_2*J*rate_e + K_gl*c_rate) - 2*a*y4 - a^2*y1 + sigma_y4*xi_y4
                        dy5/dt = B*b*a_4*J*rate_i - 2*b*y5 - b^2*y2 + sigma_y5*xi_y5
                        """)
                .build();
    }
}
