package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The Ornstein–Uhlenbeck process: white noise that a linear leak filters; in a network, the linear model of whose
 * covariances everything is known.
 *
 * <pre>
 *   dx/dt = (µ − x + K_gl c_x)/τ + σ ξ
 * </pre>
 *
 * <p>x is dimensionless; {@code c_x} is the weighted sum of other nodes' x. A single node has the variance σ² τ/2 and
 * the autocorrelation exp(−t/τ); a network without delays the covariance Q of A Q + Q Aᵀ = −σ² 1 with A = (K_gl W −
 * 1)/τ.
 *
 * <p>Reference: Uhlenbeck, Ornstein, Phys. Rev. 36, 1930, doi:10.1103/PhysRev.36.823.
 */
public final class OrnsteinUhlenbeckProcess extends Model {
    /** For the service loader. */
    public OrnsteinUhlenbeckProcess() {
        super("ornstein-uhlenbeck", "linear");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with a time constant of 10 ms and unit intensity. */
    public static Node node() {
        return Node.named("ornstein-uhlenbeck")
                .doc("white noise filtered by a linear leak")
                .reference("Uhlenbeck, Ornstein, Phys. Rev. 36, 1930, doi:10.1103/PhysRev.36.823")
                .mass(Mass.named("process")
                        .state("x", "1", Initial.of("mu"))
                        .parameter("mu", 0, "1", "mean")
                        .parameter("tau", 10, "ms", "time constant")
                        .positive()
                        .parameter("sigma", 1, "1/√ms", "intensity of the noise")
                        .notNegative()
                        .parameter("K_gl", 1, "1", "global coupling strength")
                        .input("c_x", "1", "Σ w x of other nodes")
                        .equations("dx/dt = (mu - x + K_gl*c_x)/tau + sigma*xi")
                        .build())
                .sync(Sync.additive("x", "c_x"))
                .defaultOutput("x")
                .build();
    }
}
