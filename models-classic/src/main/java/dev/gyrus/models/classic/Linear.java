package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * Linear relaxation, whose stationary statistics under noise are known in closed form.
 *
 * <pre>
 *   dx/dt = γ x + K_gl c_x
 * </pre>
 *
 * <p>x is dimensionless, {@code c_x} the weighted sum of other nodes' x; the network is stable while −γ exceeds the
 * largest real part of the eigenvalues of K_gl w. Names and defaults are those of TVB's {@code Linear}, which leaves
 * {@code K_gl} to its coupling function.
 *
 * <p>Reference: Galán, PLOS ONE 3, 2008, doi:10.1371/journal.pone.0002148.
 */
public final class Linear extends Model {
    /** For the service loader. */
    public Linear() {
        super("linear", "linear");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("linear")
                .doc("linear relaxation")
                .reference("Galán, PLOS ONE 3, 2008, doi:10.1371/journal.pone.0002148")
                .mass(mass())
                .sync(Sync.additive("x", "c_x"))
                .defaultOutput("x")
                .build();
    }

    private static Mass mass() {
        return Mass.named("relaxation")
                .state("x", "1", Initial.uniform(-1, 1))
                .parameter("gamma", -10, "1/ms", "rate of growth; negative for relaxation")
                .parameter("K_gl", 1, "1/ms", "global coupling strength")
                .parameter(sigma("x", "1"))
                .input("c_x", "1", "Σ w x of other nodes")
                .equations("dx/dt = gamma*x + K_gl*c_x + sigma_x*xi_x")
                .build();
    }
}
