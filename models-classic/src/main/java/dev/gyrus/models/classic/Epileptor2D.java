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
 * The {@link Epileptor} after averaging over its fast and intermediate variables: the onset and offset of seizures
 * alone.
 *
 * <pre>
 *   dx1/dt = tt (c − z + Iext + Kvf c_x1 − f x1)        f = a x1² + (d − b) x1                   for x1 &lt; 0
 *   dz/dt  = tt r (h − z + Ks c_x1)                       = d x1 − slope − 0.6 (z − 4)²    else
 * </pre>
 *
 * <p>h as there, with s = 4, and with the same options. Names and defaults are those of TVB's {@code Epileptor2D}.
 *
 * <p>Reference: Proix, Bartolomei, Chauvel, Bernard, Jirsa, J. Neurosci. 34, 2014, doi:10.1523/JNEUROSCI.1570-14.2014.
 */
public final class Epileptor2D extends Model {
    /** For the service loader. */
    public Epileptor2D() {
        super("epileptor2d", "epilepsy");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(EpileptorParts.MODIFICATION, NetworkInput.OPTION);
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new Epileptor2D().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        Coupling coupling = NetworkInput.of(options).coupling();
        return Node.named("epileptor2d")
                .doc("onset and offset of seizures: the slow manifold of the Epileptor")
                .reference("Proix, Bartolomei, Chauvel, Bernard, Jirsa, J. Neurosci. 34, 2014,"
                        + " doi:10.1523/JNEUROSCI.1570-14.2014")
                .mass(mass(options))
                .sync(Sync.of("x1", "c_x1", coupling))
                .defaultOutput("x1")
                .build();
    }

    private static Mass mass(Map<String, String> options) {
        return EpileptorParts.fastAndSlow(Mass.named("epileptor")
                        .state("x1", "1", Initial.uniform(-2, 1))
                        .state("z", "1", Initial.uniform(2, 5)))
                .parameter(sigma("x1", "1"))
                .parameter(sigma("z", "1"))
                .equations(EpileptorParts.slow("4", options) + """
                        f = where(x1 < 0, a*x1^2 + (d - b)*x1, d*x1 - slope - 0.6*(z - 4)^2)
                        dx1/dt = tt*(c - z + Iext + Kvf*c_x1 - f*x1) + sigma_x1*xi_x1
                        """)
                .build();
    }
}
