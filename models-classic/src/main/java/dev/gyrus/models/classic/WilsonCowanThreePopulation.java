package dev.gyrus.models.classic;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The Wilson–Cowan model of excitatory cells E with two kinds of inhibition: fast cells I, such as those with
 * parvalbumin, and slow cells S, such as those with somatostatin.
 *
 * <pre>
 *   τ_E dE/dt = −E + (1 − k_E E) S_E(w_EE E − w_EI I − w_ES S + P_E + K_gl c_E)
 *   τ_I dI/dt = −I + (1 − k_I I) S_I(w_IE E − w_II I − w_IS S + P_I)
 *   τ_S dS/dt = −S + (1 − k_S S) S_S(w_SE E − w_SI I − w_SS S + P_S)
 * </pre>
 *
 * <p>E, I and S are the active proportions of cells, w_EI the weight from I to E; {@code c_E} is the weighted sum of
 * other nodes' E. The sigmoids are those of {@link WilsonCowanPopulation}. E and I have the values with which Wilson
 * and Cowan (their figure 11) found a limit cycle at P_E = 1.25. The values of S are examples: it is slower, and
 * inhibits E and I but not itself, as somatostatin cells do.
 *
 * <p>References: Wilson, Cowan, Biophys. J. 12, 1972, doi:10.1016/S0006-3495(72)86068-5; who inhibits whom: Pfeffer,
 * Xue, He, Huang, Scanziani, Nat. Neurosci. 16, 2013, doi:10.1038/nn.3446.
 */
public final class WilsonCowanThreePopulation extends Model {
    private static final WilsonCowanPopulation E = new WilsonCowanPopulation("E", "excitatory cells");
    private static final WilsonCowanPopulation I = new WilsonCowanPopulation("I", "fast inhibitory cells");
    private static final WilsonCowanPopulation S = new WilsonCowanPopulation("S", "slow inhibitory cells");

    /** For the service loader. */
    public WilsonCowanThreePopulation() {
        super("wilson-cowan-three-population", "population activity");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with its default values. */
    public static Node node() {
        return Node.named("wilson-cowan-three-population")
                .doc("Wilson–Cowan with two kinds of inhibitory cells, fast and slow")
                .reference(WilsonCowanPopulation.REFERENCE)
                .mass(mass())
                .sync(Sync.additive("E", "c_E"))
                .defaultOutput("E")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("populations");
        E.declareIn(mass, 10, 1.3, 4);
        I.declareIn(mass, 10, 2, 3.7);
        S.declareIn(mass, 20, 2, 3.7);
        return mass.parameter("w_EE", 16, "1", "weight of E in E")
                .parameter("w_EI", 12, "1", "weight of I in E")
                .parameter("w_ES", 3, "1", "weight of S in E")
                .parameter("w_IE", 15, "1", "weight of E in I")
                .parameter("w_II", 3, "1", "weight of I in I")
                .parameter("w_IS", 3, "1", "weight of S in I")
                .parameter("w_SE", 15, "1", "weight of E in S")
                .parameter("w_SI", 0, "1", "weight of I in S")
                .parameter("w_SS", 0, "1", "weight of S in S")
                .parameter("K_gl", 1, "1", "global coupling strength")
                .input("c_E", "1", "Σ w E of other nodes")
                .equations(E.equation("w_EE*E - w_EI*I - w_ES*S + K_gl*c_E")
                        + I.equation("w_IE*E - w_II*I - w_IS*S")
                        + S.equation("w_SE*E - w_SI*I - w_SS*S"))
                .build();
    }
}
