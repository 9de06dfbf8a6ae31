package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/**
 * {@link EpileptorCodim3} whose arc drifts, so that the class of its bursts changes in time.
 *
 * <pre>
 *   duA/dt = tt cA        duB/dt = tt cB
 * </pre>
 *
 * <p>uA and uB are angles (rad): the arc's ends move on great circles from {@code Ain} to {@code Aend} (offset of
 * bursts) and from {@code Bin} to {@code Bend} (onset). Everything else, options included, is as there. Names and
 * defaults are those of TVB's {@code EpileptorCodim3SlowMod}, which has no {@code tt}.
 *
 * <p>Reference: Saggio, Spiegler, Bernard, Jirsa, J. Math. Neurosci. 7, 2017, doi:10.1186/s13408-017-0050-8.
 */
public final class EpileptorCodim3SlowMod extends Model {
    /** For the service loader. */
    public EpileptorCodim3SlowMod() {
        super("epileptor-codim3-slow-mod", "epilepsy");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return TakensBogdanovParts.OPTIONS;
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new EpileptorCodim3SlowMod().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        return TakensBogdanovParts.node(
                "epileptor-codim3-slow-mod", "burster whose class drifts", mass(options), options);
    }

    private static Mass mass(Map<String, String> options) {
        Mass.Builder mass = Mass.named("burster")
                .state("x", "1", Initial.uniform(0.4, 0.6))
                .state("y", "1", Initial.uniform(-0.1, 0.1))
                .state("z", "1", Initial.uniform(0, 0.1))
                .state("uA", "rad", Initial.constant(0))
                .state("uB", "rad", Initial.constant(0));
        TakensBogdanovParts.point(mass, "Ain", 0.05494, 0.2731, 0.287, "the offset of bursts, at first");
        TakensBogdanovParts.point(mass, "Bin", -0.0461, 0.243, 0.3144, "the onset of bursts, at first");
        TakensBogdanovParts.point(mass, "Aend", 0.06485, 0.07337, -0.3878, "the offset of bursts, in the end");
        TakensBogdanovParts.point(mass, "Bend", 0.03676, -0.02792, -0.3973, "the onset of bursts, in the end");
        return TakensBogdanovParts.common(mass, 0.002)
                .parameter("cA", 0.0001, "rad", "speed of the arc's first end")
                .parameter("cB", 0.00012, "rad", "speed of the arc's second end")
                .parameter(sigma("uA", "rad"))
                .parameter(sigma("uB", "rad"))
                .equations(drifting("e", "A", "uA") + drifting("g", "B", "uB")
                        + TakensBogdanovParts.orthogonal("f", "e", "g")
                        + TakensBogdanovParts.dynamics(options)
                        + """
                        duA/dt = tt*cA + sigma_uA*xi_uA
                        duB/dt = tt*cB + sigma_uB*xi_uB
                        """)
                .build();
    }

    /** Defines the unit vector to an end of the arc. */
    private static String drifting(String vector, String end, String angle) {
        String first = "first" + end;
        String last = "last" + end;
        String normal = "normal" + end;
        return TakensBogdanovParts.towards(first, end + "in")
                + TakensBogdanovParts.towards(last, end + "end")
                + TakensBogdanovParts.orthogonal(normal, first, last)
                + TakensBogdanovParts.turned(vector, first, normal, angle);
    }
}
