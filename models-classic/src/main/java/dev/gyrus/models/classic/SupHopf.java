package dev.gyrus.models.classic;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/**
 * The normal form of a supercritical Hopf bifurcation: a focus for a &lt; 0, a circle of radius √a for a &gt; 0.
 *
 * <pre>
 *   dx/dt = (a − x² − y²) x − ω y + K_gl c_x
 *   dy/dt = (a − x² − y²) y + ω x + K_gl c_y
 * </pre>
 *
 * <p>x and y are dimensionless. Coupling is diffusive, {@code c_x} = Σ w (x_j − x_i); the option {@code coupling:
 * additive} leaves out the own state. Names and defaults are those of TVB's {@code SupHopf}, which leaves coupling and
 * {@code K_gl} to its coupling function; TVB draws initial values from [−5, 5].
 *
 * <p>Reference: Deco, Kringelbach, Jirsa, Ritter, Sci. Rep. 7, 2017, doi:10.1038/s41598-017-03073-5.
 */
public final class SupHopf extends Model {
    /** For the service loader. */
    public SupHopf() {
        super("sup-hopf", "oscillator");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(NetworkInput.OPTION);
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new SupHopf().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        Coupling coupling = NetworkInput.of(options).coupling();
        return Node.named("sup-hopf")
                .doc("normal form of a supercritical Hopf bifurcation")
                .reference("Deco, Kringelbach, Jirsa, Ritter, Sci. Rep. 7, 2017, doi:10.1038/s41598-017-03073-5")
                .mass(mass())
                .sync(Sync.of("x", "c_x", coupling))
                .sync(Sync.of("y", "c_y", coupling))
                .defaultOutput("x")
                .build();
    }

    private static Mass mass() {
        return Mass.named("oscillator")
                .state("x", "1", Initial.uniform(-1, 1))
                .state("y", "1", Initial.uniform(-1, 1))
                .parameter("a", -0.5, "1/ms", "bifurcation parameter")
                .parameter("omega", 1, "rad/ms", "angular frequency")
                .parameter("K_gl", 1, "1/ms", "global coupling strength")
                .parameter(sigma("x", "1"))
                .parameter(sigma("y", "1"))
                .input("c_x", "1", "coupling of x")
                .input("c_y", "1", "coupling of y")
                .equations("""
                        growth = a - (x^2 + y^2)/1[ms]
                        dx/dt = growth*x - omega*y + K_gl*c_x + sigma_x*xi_x
                        dy/dt = growth*y + omega*x + K_gl*c_y + sigma_y*xi_y
                        """)
                .build();
    }
}
