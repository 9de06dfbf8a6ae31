package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/**
 * A burster whose class, the bifurcations at onset and offset of a seizure, is chosen by the ends of an arc in the
 * unfolding of the degenerate Takens–Bogdanov point.
 *
 * <pre>
 *   dx/dt = −tt y
 *   dy/dt = tt (x³ − µ2 x − µ1 − y (ν + b x + x²))
 *   dz/dt = −tt c (√((x − x_s)² + y²) − dstar + 0.1 (z − 0.5)⁷ + Ks c_x)
 * </pre>
 *
 * <p>(µ2, µ1, ν) runs with z along a great circle from the point {@code start} (offset of bursts) to {@code stop}
 * (onset); x_s is a root of x³ − µ2 x − µ1. All variables are dimensionless. Options: {@code N}, the branch of x_s;
 * {@code modification: false} leaves out the seventh power; {@code coupling}, {@code c_x} = Σ w (x_j − x_i) or Σ w x_j.
 * Names and defaults are those of TVB's {@code EpileptorCodim3}, which has no {@code tt}.
 *
 * <p>Reference: Saggio, Spiegler, Bernard, Jirsa, J. Math. Neurosci. 7, 2017, doi:10.1186/s13408-017-0050-8.
 */
public final class EpileptorCodim3 extends Model {
    /** For the service loader. */
    public EpileptorCodim3() {
        super("epileptor-codim3", "epilepsy");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return TakensBogdanovParts.OPTIONS;
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new EpileptorCodim3().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        return TakensBogdanovParts.node(
                "epileptor-codim3",
                "burster on the unfolding of the degenerate Takens–Bogdanov point",
                mass(options),
                options);
    }

    private static Mass mass(Map<String, String> options) {
        Mass.Builder mass = Mass.named("burster")
                .state("x", "1", Initial.uniform(0.4, 0.6))
                .state("y", "1", Initial.uniform(-0.1, 0.1))
                .state("z", "1", Initial.uniform(0, 0.15));
        TakensBogdanovParts.point(mass, "start", -0.02285, 0.3448, 0.2014, "the offset of bursts");
        TakensBogdanovParts.point(mass, "stop", -0.07465, 0.3351, 0.2053, "the onset of bursts");
        return TakensBogdanovParts.common(mass, 0.001)
                .equations(TakensBogdanovParts.towards("e", "start")
                        + TakensBogdanovParts.towards("g", "stop")
                        + TakensBogdanovParts.orthogonal("f", "e", "g")
                        + TakensBogdanovParts.dynamics(options))
                .build();
    }
}
