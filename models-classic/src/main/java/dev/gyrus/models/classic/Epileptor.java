package dev.gyrus.models.classic;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/**
 * Seizures that begin and end by themselves: a fast and an intermediate oscillator and the slow permittivity z that
 * carries the system into and out of the seizure.
 *
 * <pre>
 *   dx1/dt = tt (y1 − z + Iext + Kvf c_x1 + f1 x1)        f1 = b x1 − a x1²                    for x1 &lt; 0
 *   dy1/dt = tt (c − d x1² − y1)                             = slope − x2 + 0.6 (z − 4)²    else
 *   dz/dt  = tt r (h − z + Ks c_x1)                       h = s (x1 − x0) − 0.1 z⁷ [z &lt; 0]
 *   dx2/dt = tt (−y2 + x2 − x2³ + Iext2 + bb g − 0.3 (z − 3.5) + Kf c_x2)
 *   dy2/dt = tt (−y2 + f2)/τ                              f2 = aa (x2 + 0.25) [x2 ≥ −0.25]
 *   dg/dt  = −0.01 tt (g − 0.1 x1)
 * </pre>
 *
 * <p>All variables are dimensionless; the output {@code lfp} = x2 − x1 resembles a local field potential. With the
 * option {@code modification: true} h = x0 + 3/(1 + exp(−(x1 + 0.5)/0.1)). Coupling is diffusive, {@code c_x1} = Σ w
 * (x1_j − x1_i); {@code coupling: additive} leaves out the own state. Names and defaults are those of TVB's {@code
 * Epileptor}, whose code has 4 in place of its parameter s.
 *
 * <p>Reference: Jirsa, Stacey, Quilichini, Ivanov, Bernard, Brain 137, 2014, doi:10.1093/brain/awu133.
 */
public final class Epileptor extends Model {
    /** For the service loader. */
    public Epileptor() {
        super("epileptor", "epilepsy");
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(EpileptorParts.MODIFICATION, NetworkInput.OPTION);
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return new Epileptor().node(Map.of());
    }

    @Override
    public Node node(Map<String, String> options) {
        Coupling coupling = NetworkInput.of(options).coupling();
        return Node.named("epileptor")
                .doc("seizures that begin and end by themselves")
                .reference("Jirsa, Stacey, Quilichini, Ivanov, Bernard, Brain 137, 2014, doi:10.1093/brain/awu133")
                .mass(EpileptorParts.full("epileptor")
                        .equations(EpileptorParts.fullEquations(options) + "output lfp = x2 - x1\n")
                        .build())
                .sync(Sync.of("x1", "c_x1", coupling))
                .sync(Sync.of("x2", "c_x2", coupling))
                .defaultOutput("lfp")
                .build();
    }
}
