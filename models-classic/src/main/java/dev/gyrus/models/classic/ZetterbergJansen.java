package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/**
 * The column of {@link JansenRit} with recurrent inhibition and an input to each population.
 *
 * <pre>
 *   d²v1/dt² = He ke (γ1 S(v2 − v3) + γ1T (U + u)) − 2 ke y1 − ke² v1      onto excitatory interneurons
 *   d²v2/dt² = He ke (γ2 S(v1)      + γ2T (P + u)) − 2 ke y2 − ke² v2      onto pyramidal cells
 *   d²v3/dt² = Hi ki  γ4 S(v4 − v5)                − 2 ki y3 − ki² v3      onto pyramidal cells, inhibitory
 *   d²v4/dt² = He ke (γ3 S(v2 − v3) + γ3T (Q + u)) − 2 ke y4 − ke² v4      onto inhibitory interneurons
 *   d²v5/dt² = Hi ki  γ5 S(v4 − v5)                − 2 ki y5 − ki² v5      onto inhibitory interneurons, inhibitory
 *   dv6/dt = y2 − y3        dv7/dt = y4 − y5
 *   S(v) = 2 e0/(1 + exp(ρ1 (ρ2 − v)))        u = S(K_gl c_v6)
 * </pre>
 *
 * <p>Potentials v1 … v7 (mV), and y1 … y5 the rates of change of v1 … v5 (mV/ms); v6 is the pyramidal cells' potential,
 * the source of the EEG, up to a constant. Names, defaults and the form of the long-range input u are those of TVB's
 * {@code ZetterbergJansen}; it leaves {@code K_gl} to its coupling function. Its code has ke² in place of ki² in the
 * equation of v5: the option {@code variant: tvb} does, too.
 *
 * <p>References: Zetterberg, Kristiansson, Mossberg, Biol. Cybern. 31, 1978, doi:10.1007/BF00337367; Moran, Kiebel,
 * Stephan, Reilly, Daunizeau, Friston, NeuroImage 37, 2007, doi:10.1016/j.neuroimage.2007.05.032.
 */
public final class ZetterbergJansen extends Model {
    private static final Option VARIANT = new Option(
            "variant", "whether v5 leaks at ki² as published or at ke² as in TVB", List.of("published", "tvb"));

    /** For the service loader. */
    public ZetterbergJansen() {
        super("zetterberg-jansen", "cortical column");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(VARIANT);
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new ZetterbergJansen().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        return Node.named("zetterberg-jansen")
                .doc("cortical column with recurrent inhibition and an input to each population")
                .reference("Zetterberg, Kristiansson, Mossberg, Biol. Cybern. 31, 1978, doi:10.1007/BF00337367")
                .mass(mass("tvb".equals(options.get(VARIANT.name())) ? "ke" : "ki"))
                .sync(Sync.additive("v6", "c_v6"))
                .defaultOutput("v6")
                .build();
    }

    private static Mass mass(String leakOfV5) {
        Mass.Builder mass = Mass.named("column");
        for (int i = 1; i <= 5; i++) {
            mass.state("v" + i, "mV", Initial.uniform(0, 5)).state("y" + i, "mV/ms", Initial.constant(0));
        }
        mass.state("v6", "mV", Initial.uniform(0, 5))
                .state("v7", "mV", Initial.uniform(0, 5))
                .parameter("He", 3.25, "mV", "amplitude of excitatory potentials")
                .parameter("Hi", 22, "mV", "amplitude of inhibitory potentials")
                .parameter("ke", 0.1, "1/ms", "inverse time constant of excitatory potentials")
                .positive()
                .parameter("ki", 0.05, "1/ms", "inverse time constant of inhibitory potentials")
                .positive()
                .parameter("e0", 0.0025, "1/ms", "half the largest rate")
                .parameter("rho_2", 6, "mV", "threshold: potential at half the largest rate")
                .parameter("rho_1", 0.56, "1/mV", "steepness of the sigmoid")
                .parameter("gamma_1", 135, "1", "synapses of pyramidal cells onto excitatory interneurons")
                .parameter("gamma_2", 108, "1", "synapses of excitatory interneurons onto pyramidal cells")
                .parameter("gamma_3", 33.75, "1", "synapses of pyramidal cells onto inhibitory interneurons")
                .parameter("gamma_4", 33.75, "1", "synapses of inhibitory interneurons onto pyramidal cells")
                .parameter("gamma_5", 15, "1", "synapses of inhibitory interneurons onto themselves")
                .parameter("gamma_1T", 1, "1", "scale of the input to excitatory interneurons")
                .parameter("gamma_2T", 1, "1", "scale of the input to pyramidal cells")
                .parameter("gamma_3T", 1, "1", "scale of the input to inhibitory interneurons")
                .parameter("P", 0.12, "1/ms", "input rate of pyramidal cells")
                .parameter("U", 0.12, "1/ms", "input rate of excitatory interneurons")
                .parameter("Q", 0.12, "1/ms", "input rate of inhibitory interneurons")
                .parameter("K_gl", 1, "1", "global coupling strength");
        for (int i = 1; i <= 5; i++) {
            mass.parameter(sigma("v" + i, "mV")).parameter(sigma("y" + i, "mV/ms"));
        }
        return mass.parameter(sigma("v6", "mV"))
                .parameter(sigma("v7", "mV"))
                .input("c_v6", "mV", "Σ w v6 of other nodes")
                .equations("""
                        input = 2*e0*sigmoid(rho_1*(K_gl*c_v6 - rho_2))
                        rate_p = 2*e0*sigmoid(rho_1*(v2 - v3 - rho_2))
                        rate_e = 2*e0*sigmoid(rho_1*(v1 - rho_2))
                        rate_i = 2*e0*sigmoid(rho_1*(v4 - v5 - rho_2))
                        dv1/dt = y1 + sigma_v1*xi_v1
                        dy1/dt = He*ke*(gamma_1*rate_p + gamma_1T*(U + input)) - 2*ke*y1 - ke^2*v1 + sigma_y1*xi_y1
                        dv2/dt = y2 + sigma_v2*xi_v2
                        dy2/dt = He*ke*(gamma_2*rate_e + gamma_2T*(P + input)) - 2*ke*y2 - ke^2*v2 + sigma_y2*xi_y2
                        dv3/dt = y3 + sigma_v3*xi_v3
                        dy3/dt = Hi*ki*gamma_4*rate_i - 2*ki*y3 - ki^2*v3 + sigma_y3*xi_y3
                        dv4/dt = y4 + sigma_v4*xi_v4
                        dy4/dt = He*ke*(gamma_3*rate_p + gamma_3T*(Q + input)) - 2*ke*y4 - ke^2*v4 + sigma_y4*xi_y4
                        dv5/dt = y5 + sigma_v5*xi_v5
                        dy5/dt = Hi*ki*gamma_5*rate_i - 2*ki*y5 - LEAK^2*v5 + sigma_y5*xi_y5
                        dv6/dt = y2 - y3 + sigma_v6*xi_v6
                        dv7/dt = y4 - y5 + sigma_v7*xi_v7
                        """.replace("LEAK", leakOfV5))
                .build();
    }
}
