package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/**
 * The fractions of active cells in an excitatory and an inhibitory population.
 *
 * <pre>
 *   τ_e dE/dt = −E + (k_e − r_e E) S_e(α_e (c_ee E − c_ei I + P − θ_e + K_gl c_E))
 *   τ_i dI/dt = −I + (k_i − r_i I) S_i(α_i (c_ie E − c_ii I + Q − θ_i + K_gl_i c_E))
 *   S(x) = c (σ(a (x − b)) − σ(−a b))
 * </pre>
 *
 * <p>E and I are dimensionless, {@code c_E} is the weighted sum of other nodes' E. With the option {@code
 * shift_sigmoid: false} S(x) = c σ(a (x − b)). Names and defaults are those of TVB's {@code WilsonCowan}; it leaves
 * {@code K_gl} to its coupling function and has no {@code K_gl_i}: its documentation sends long-range input to I as
 * well, its code to E alone, as the default here.
 *
 * <p>Reference: Wilson, Cowan, Biophys. J. 12, 1972, doi:10.1016/S0006-3495(72)86068-5.
 */
public final class WilsonCowanTvb extends Model {
    private static final Option SHIFT_SIGMOID =
            new Option("shift_sigmoid", "whether the response is zero without input", List.of("true", "false"));

    /** For the service loader. */
    public WilsonCowanTvb() {
        super("wilson-cowan", "population activity");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(SHIFT_SIGMOID);
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new WilsonCowanTvb().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        return Node.named("wilson-cowan")
                .doc("active fractions of an excitatory and an inhibitory population")
                .reference("Wilson, Cowan, Biophys. J. 12, 1972, doi:10.1016/S0006-3495(72)86068-5")
                .mass(mass(!"false".equals(options.get(SHIFT_SIGMOID.name()))))
                .sync(Sync.additive("E", "c_E"))
                .defaultOutput("E")
                .build();
    }

    private static Mass mass(boolean shifted) {
        return Mass.named("populations")
                .state("E", "1", Initial.uniform(0, 1))
                .state("I", "1", Initial.uniform(0, 1))
                .parameter("c_ee", 12, "1", "coupling E to E")
                .parameter("c_ei", 4, "1", "coupling I to E")
                .parameter("c_ie", 13, "1", "coupling E to I")
                .parameter("c_ii", 11, "1", "coupling I to I")
                .parameter("tau_e", 10, "ms", "time constant of E")
                .positive()
                .parameter("tau_i", 10, "ms", "time constant of I")
                .positive()
                .parameter("a_e", 1.2, "1", "slope of E's response")
                .parameter("b_e", 2.8, "1", "threshold of E's response")
                .parameter("c_e", 1, "1", "amplitude of E's response")
                .parameter("theta_e", 0, "1", "offset of E's input")
                .parameter("a_i", 1, "1", "slope of I's response")
                .parameter("b_i", 4, "1", "threshold of I's response")
                .parameter("theta_i", 0, "1", "offset of I's input")
                .parameter("c_i", 1, "1", "amplitude of I's response")
                .parameter("r_e", 1, "1", "refractoriness of E")
                .parameter("r_i", 1, "1", "refractoriness of I")
                .parameter("k_e", 1, "1", "largest response of E")
                .parameter("k_i", 1, "1", "largest response of I")
                .parameter("P", 0, "1", "external input to E")
                .parameter("Q", 0, "1", "external input to I")
                .parameter("alpha_e", 1, "1", "scale of E's input")
                .parameter("alpha_i", 1, "1", "scale of I's input")
                .parameter("K_gl", 1, "1", "global coupling strength, E to E")
                .parameter("K_gl_i", 0, "1", "global coupling strength, E to I")
                .parameter(sigma("E", "1"))
                .parameter(sigma("I", "1"))
                .input("c_E", "1", "Σ w E of other nodes")
                .equations((shifted ? SHIFTED : PLAIN) + """
                        x_e = alpha_e*(c_ee*E - c_ei*I + P - theta_e + K_gl*c_E)
                        x_i = alpha_i*(c_ie*E - c_ii*I + Q - theta_i + K_gl_i*c_E)
                        dE/dt = (-E + (k_e - r_e*E)*s_e)/tau_e + sigma_E*xi_E
                        dI/dt = (-I + (k_i - r_i*I)*s_i)/tau_i + sigma_I*xi_I
                        """)
                .build();
    }

    private static final String SHIFTED = """
            s_e = c_e*(sigmoid(a_e*(x_e - b_e)) - sigmoid(-a_e*b_e))
            s_i = c_i*(sigmoid(a_i*(x_i - b_i)) - sigmoid(-a_i*b_i))
            """;

    private static final String PLAIN = """
            s_e = c_e*sigmoid(a_e*(x_e - b_e))
            s_i = c_i*sigmoid(a_i*(x_i - b_i))
            """;
}
