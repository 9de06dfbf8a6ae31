package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider.Option;
import java.util.List;
import java.util.Map;

/**
 * What the mode decompositions of Stefanescu and Jirsa share: excitatory and inhibitory cells whose excitabilities z
 * are normally distributed (mean µ, standard deviation σ) are grouped into three modes, thirds of the cells in the
 * order of z, each with the profile v_i(z) = const in its third, 0 elsewhere, ∫ v_i² dz = 1. Everything follows from
 * integrals of v_i, by the trapezoidal rule over the 1500 quantiles k/1501, as in TVB; those below belong to µ = 0, σ =
 * 1, and scale with powers of σ:
 *
 * <pre>
 *   length ∫ v dz ~ σ^½   weight ∫ φ v dz ~ σ^−½   centre ∫ z v dz   cube ∫ v³ dz ~ σ^−½   fourth ∫ v⁴ dz ~ σ^−1
 * </pre>
 *
 * <p>where φ is the density of z. A mode feels Σ_k A_ik x_k with A_ik = length_i weight_k: the mean over all cells,
 * projected on the mode. For inhibitory modes on excitatory ones TVB has the transpose, B_ik = weight_i length_k, which
 * the variant {@code tvb} offers.
 *
 * <p>Reference: Stefanescu, Jirsa, PLoS Comput. Biol. 4, 2008, doi:10.1371/journal.pcbi.1000219.
 */
final class ReducedSet {
    private static final String REFERENCE =
            "Stefanescu, Jirsa, PLoS Comput. Biol. 4, 2008, doi:10.1371/journal.pcbi.1000219";

    static final Option VARIANT = new Option(
            "variant",
            "how inhibitory modes act on excitatory ones: as derived, or as in TVB",
            List.of("published", "tvb"));

    static final int MODES = 3;

    private static final double[] LENGTH = {1.6668762461300364, 0.9278169186250886, 1.6668762461300364};
    private static final double[] WEIGHT = {0.19966484128123962, 0.3590271291844713, 0.19966484128123962};
    private static final double[] CENTRE = {-3.033148827134954, 0, 3.033148827134954};
    private static final double[] CUBE = {0.5999245608794812, 1.077798841480362, 0.5999245608794812};
    private static final double[] FOURTH = {0.3599094787464383, 1.1616503426964107, 0.3599094787464383};

    private ReducedSet() {}

    static boolean isTvb(Map<String, String> options) {
        return options.getOrDefault(VARIANT.name(), "published").equals("tvb");
    }

    /** A node of one such population. */
    static Node node(String name, String doc, Mass mass) {
        return Node.named(name)
                .doc(doc)
                .reference(REFERENCE)
                .mass(mass)
                .sync(Sync.additive("activity", "c_xi"))
                .defaultOutput("activity")
                .build();
    }

    /** Adds a state per mode. */
    static Mass.Builder stateIn(Mass.Builder mass, String name, double low, double high) {
        for (int i = 0; i < MODES; i++) {
            mass.state(name + i, "1", Initial.uniform(low, high)).parameter(Model.sigma(name + i, "1"));
        }
        return mass;
    }

    /** Adds the parameters of the distribution and the weights, the output and the input. */
    static Mass.Builder parametersIn(Mass.Builder mass, double inhibition, double sigma, double mu) {
        return mass.output("activity", "1")
                .parameter("K11", 0.5, "1", "coupling of excitatory modes")
                .parameter("K12", inhibition, "1", "coupling of inhibitory to excitatory modes")
                .parameter("K21", 0.15, "1", "coupling of excitatory to inhibitory modes")
                .parameter("sigma", sigma, "1", "standard deviation of excitabilities")
                .positive()
                .parameter("mu", mu, "1", "mean of excitabilities")
                .input("c_xi", "1", "Σ w activity of other nodes");
    }

    /**
     * The equations of all modes.
     *
     * @param mode those of one mode, in which {@code {i}} stands for its number, {@code {length}} and so on for its
     *     integrals; it defines {@code outside{i}} and reads {@code to_xi{i}} and {@code to_alpha{i}}, what its
     *     excitatory and its inhibitory cells receive
     * @param tvb the variant
     */
    static String equations(String mode, boolean tvb) {
        StringBuilder text = new StringBuilder("output activity = xi0 + xi1 + xi2\n")
                .append("from_xi = " + sum("xi", WEIGHT) + "\n")
                .append("from_alpha = " + sum("alpha", tvb ? LENGTH : WEIGHT) + "\n");
        String all = """
                excitation{i} = {length}*from_xi
                inhibition{i} = %s*from_alpha
                to_xi{i} = K11*(excitation{i} - xi{i}) - K12*(inhibition{i} - xi{i}) + outside{i}
                to_alpha{i} = K21*(excitation{i} - alpha{i}) + outside{i}
                """.formatted(tvb ? "{weight}" : "{length}") + mode;
        for (int i = 0; i < MODES; i++) {
            text.append(all.replace("{i}", Integer.toString(i))
                    .replace("{length}", Double.toString(LENGTH[i]))
                    .replace("{weight}", Double.toString(WEIGHT[i]))
                    .replace("{centre}", Double.toString(CENTRE[i]))
                    .replace("{cube}", Double.toString(CUBE[i]))
                    .replace("{fourth}", Double.toString(FOURTH[i])));
        }
        return text.toString();
    }

    private static String sum(String name, double[] factors) {
        return "%2$s*%1$s0 + %3$s*%1$s1 + %4$s*%1$s2".formatted(name, factors[0], factors[1], factors[2]);
    }
}
