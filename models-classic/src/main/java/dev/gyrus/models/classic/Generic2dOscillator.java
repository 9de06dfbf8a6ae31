package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * A planar oscillator with a cubic and a quadratic nullcline, which covers excitable, bistable and Morris–Lecar-like
 * regimes.
 *
 * <pre>
 *   dV/dt = d τ (α W − f V³ + e V² + g V + γ (I + K_gl c_V))
 *   dW/dt = d (a + b V + c V² − β W)/τ
 * </pre>
 *
 * <p>V and W are dimensionless, {@code c_V} is the weighted sum of other nodes' V. Names and defaults are those of
 * TVB's {@code Generic2dOscillator}, which leaves {@code K_gl} to its coupling function.
 *
 * <p>References: FitzHugh, Biophys. J. 1, 1961, doi:10.1016/S0006-3495(61)86902-6; Sanz-Leon, Knock, Spiegler, Jirsa,
 * NeuroImage 111, 2015, doi:10.1016/j.neuroimage.2015.01.002.
 */
public final class Generic2dOscillator extends Model {
    /** For the service loader. */
    public Generic2dOscillator() {
        super("generic2d-oscillator", "oscillator");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("generic2d-oscillator")
                .doc("planar oscillator with a cubic and a quadratic nullcline")
                .reference("Sanz-Leon, Knock, Spiegler, Jirsa, NeuroImage 111, 2015,"
                        + " doi:10.1016/j.neuroimage.2015.01.002")
                .mass(mass())
                .sync(Sync.additive("V", "c_V"))
                .defaultOutput("V")
                .build();
    }

    private static Mass mass() {
        return Mass.named("oscillator")
                .state("V", "1", Initial.uniform(-2, 4))
                .state("W", "1", Initial.uniform(-6, 6))
                .parameter("tau", 1, "1", "separation of time scales, fast to slow")
                .positive()
                .parameter("I", 0, "1", "external input")
                .parameter("a", -2, "1", "vertical shift of the slow nullcline")
                .parameter("b", -10, "1", "linear coefficient of the slow nullcline")
                .parameter("c", 0, "1", "quadratic coefficient of the slow nullcline")
                .parameter("d", 0.02, "1/ms", "speed of the whole system")
                .positive()
                .parameter("e", 3, "1", "quadratic coefficient of the fast nullcline")
                .parameter("f", 1, "1", "cubic coefficient of the fast nullcline")
                .parameter("g", 0, "1", "linear coefficient of the fast nullcline")
                .parameter("alpha", 1, "1", "feedback of W to V")
                .parameter("beta", 1, "1", "feedback of W to itself")
                .parameter("gamma", 1, "1", "scale of all input; negative for FitzHugh's sign")
                .parameter("K_gl", 1, "1", "global coupling strength")
                .parameter(sigma("V", "1"))
                .parameter(sigma("W", "1"))
                .input("c_V", "1", "Σ w V of other nodes")
                .equations("""
                        dV/dt = d*tau*(alpha*W - f*V^3 + e*V^2 + g*V + gamma*(I + K_gl*c_V)) + sigma_V*xi_V
                        dW/dt = d*(a + b*V + c*V^2 - beta*W)/tau + sigma_W*xi_W
                        """)
                .build();
    }
}
