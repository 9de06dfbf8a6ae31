package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The Van der Pol oscillator: nearly harmonic for small µ, a relaxation oscillator for large.
 *
 * <pre>
 *   τ dx/dt = y
 *   τ dy/dt = µ (1 − x²) y − x + I + K_gl c_x
 * </pre>
 *
 * <p>x and y are dimensionless; {@code c_x} is the weighted sum of other nodes' x. At µ = 1 the period is 6.6633 τ.
 *
 * <p>Reference: van der Pol, Lond. Edinb. Dublin Philos. Mag. J. Sci. 2, 1926, doi:10.1080/14786442608564127.
 */
public final class VanDerPol extends Model {
    /** For the service loader. */
    public VanDerPol() {
        super("van-der-pol", "oscillator");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with µ = 1. */
    public static Node node() {
        return Node.named("van-der-pol")
                .doc("Van der Pol's oscillator with nonlinear damping")
                .reference("van der Pol, Lond. Edinb. Dublin Philos. Mag. J. Sci. 2, 1926,"
                        + " doi:10.1080/14786442608564127")
                .mass(Mass.named("oscillator")
                        .state("x", "1", Initial.uniform(-2, 2))
                        .state("y", "1", Initial.uniform(-2, 2))
                        .parameter("mu", 1, "1", "strength of the nonlinear damping")
                        .parameter("tau", 1, "ms", "time scale")
                        .positive()
                        .parameter("I", 0, "1", "external input")
                        .parameter("K_gl", 1, "1", "global coupling strength")
                        .parameter(sigma("x", "1"))
                        .parameter(sigma("y", "1"))
                        .input("c_x", "1", "Σ w x of other nodes")
                        .equations("""
                                dx/dt = y/tau + sigma_x*xi_x
                                dy/dt = (mu*(1 - x^2)*y - x + I + K_gl*c_x)/tau + sigma_y*xi_y
                                """)
                        .build())
                .sync(Sync.additive("x", "c_x"))
                .defaultOutput("x")
                .build();
    }
}
