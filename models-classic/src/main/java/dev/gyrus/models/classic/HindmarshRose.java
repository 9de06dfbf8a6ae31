package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The Hindmarsh–Rose model of bursting, read as the mean activity of a population in synchrony.
 *
 * <pre>
 *   τ dx/dt = y − a x³ + b x² − z + I + K_gl c_x
 *   τ dy/dt = c − d x² − y
 *   τ dz/dt = r (s (x − x0) − z)
 * </pre>
 *
 * <p>Membrane potential x, recovery y and slow adaptation z, all dimensionless; {@code c_x} is the weighted sum of
 * other nodes' x.
 *
 * <p>Reference: Hindmarsh, Rose, Proc. R. Soc. Lond. B 221, 1984, doi:10.1098/rspb.1984.0024.
 */
public final class HindmarshRose extends Model {
    /** For the service loader. */
    public HindmarshRose() {
        super("hindmarsh-rose", "oscillator");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with the values of the publication, at an input where it bursts. */
    public static Node node() {
        return Node.named("hindmarsh-rose")
                .doc("bursting: potential, recovery and slow adaptation")
                .reference("Hindmarsh, Rose, Proc. R. Soc. Lond. B 221, 1984, doi:10.1098/rspb.1984.0024")
                .mass(mass())
                .sync(Sync.additive("x", "c_x"))
                .defaultOutput("x")
                .build();
    }

    private static Mass mass() {
        return Mass.named("population")
                .state("x", "1", Initial.uniform(-2, 2))
                .state("y", "1", Initial.uniform(-10, 2))
                .state("z", "1", Initial.uniform(1, 5))
                .parameter("a", 1, "1", "strength of the cubic term")
                .parameter("b", 3, "1", "strength of the quadratic term")
                .parameter("c", 1, "1", "level of recovery")
                .parameter("d", 5, "1", "recovery per squared potential")
                .parameter("r", 0.001, "1", "time scale of adaptation relative to that of the potential")
                .parameter("s", 4, "1", "adaptation per potential")
                .parameter("x0", -1.6, "1", "resting potential")
                .parameter("I", 2, "1", "external input")
                .parameter("tau", 1, "ms", "time scale")
                .positive()
                .parameter("K_gl", 1, "1", "global coupling strength")
                .parameter(sigma("x", "1"))
                .parameter(sigma("y", "1"))
                .parameter(sigma("z", "1"))
                .input("c_x", "1", "Σ w x of other nodes")
                .equations("""
                        dx/dt = (y - a*x^3 + b*x^2 - z + I + K_gl*c_x)/tau + sigma_x*xi_x
                        dy/dt = (c - d*x^2 - y)/tau + sigma_y*xi_y
                        dz/dt = r*(s*(x - x0) - z)/tau + sigma_z*xi_z
                        """)
                .build();
    }
}
