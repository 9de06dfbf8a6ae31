package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/**
 * Graded-response neurons of an associative memory, with a fixed or a moving threshold.
 *
 * <pre>
 *   τ_x dx/dt = −x + K_gl Σ_j w_ij S_j        S = H (Q + tanh(G (P x − θ)))
 *   τ_T dθ/dt = −θ + S                        with the option dynamic: true; else θ is a parameter
 * </pre>
 *
 * <p>All variables are dimensionless. Names and defaults are those of TVB's {@code Hopfield} and of its coupling
 * function {@code PreSigmoidal}, the source of H, Q, G, P and θ: here they belong to the source node. TVB's model
 * carries an unused θ when it is static; here it then has one state.
 *
 * <p>References: Hopfield, Proc. Natl. Acad. Sci. 81, 1984, doi:10.1073/pnas.81.10.3088; Golos, Jirsa, Daucé, PLOS
 * Comput. Biol. 11, 2015, doi:10.1371/journal.pcbi.1004644.
 */
public final class Hopfield extends Model {
    private static final Option DYNAMIC =
            new Option("dynamic", "whether the threshold follows the node's own output", List.of("false", "true"));

    /** For the service loader. */
    public Hopfield() {
        super("hopfield", "population activity");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(DYNAMIC);
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new Hopfield().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        return Node.named("hopfield")
                .doc("graded-response neuron of an associative memory")
                .reference("Hopfield, Proc. Natl. Acad. Sci. 81, 1984, doi:10.1073/pnas.81.10.3088")
                .mass("true".equals(options.get(DYNAMIC.name())) ? movingThreshold() : fixedThreshold())
                .sync(Sync.additive("S", "c_x"))
                .defaultOutput("x")
                .build();
    }

    private static Mass.Builder common() {
        return Mass.named("neuron")
                .state("x", "1", Initial.uniform(-1, 2))
                .output("S", "1")
                .parameter("taux", 1, "ms", "time constant of x")
                .positive()
                .parameter("H", 0.5, "1", "scale of the output")
                .parameter("Q", 1, "1", "offset of the output")
                .parameter("G", 60, "1", "gain")
                .parameter("P", 1, "1", "ratio of excitation to inhibition")
                .parameter("K_gl", 1, "1", "global coupling strength")
                .parameter(sigma("x", "1"))
                .input("c_x", "1", "Σ w S of other nodes");
    }

    private static final String EQUATIONS = """
            output S = H*(Q + tanh(G*(P*x - theta)))
            dx/dt = (-x + K_gl*c_x)/taux + sigma_x*xi_x
            """;

    private static Mass fixedThreshold() {
        return common().parameter("theta", 0.5, "1", "threshold")
                .equations(EQUATIONS)
                .build();
    }

    private static Mass movingThreshold() {
        return common().state("theta", "1", Initial.uniform(0, 1))
                .parameter("tauT", 5, "ms", "time constant of the threshold")
                .positive()
                .parameter(sigma("theta", "1"))
                .equations(EQUATIONS + "dtheta/dt = (-theta + S)/tauT + sigma_theta*xi_theta\n")
                .build();
    }
}
