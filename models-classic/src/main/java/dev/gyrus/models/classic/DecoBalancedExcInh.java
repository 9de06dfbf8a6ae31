package dev.gyrus.models.classic;

import dev.gyrus.core.Node;
import java.util.Map;

/**
 * {@link ReducedWongWangExcInh} with a regional gain, such as one from maps of gene expression.
 *
 * <pre>
 *   H(x; a, b, d) = y/(1 − exp(−d y))        y = M_i (a x − b)
 * </pre>
 *
 * <p>{@code M_i} scales the responses of both populations; everything else is as there. Names and defaults are those of
 * TVB's {@code DecoBalancedExcInh}.
 *
 * <p>Reference: Deco, Kringelbach, Arnatkeviciute, Oldham, Sabaroedin, Rogasch, Aquino, Fornito, Sci. Adv. 7, 2021,
 * doi:10.1126/sciadv.abf4752.
 */
public final class DecoBalancedExcInh extends Model {
    /** For the service loader. */
    public DecoBalancedExcInh() {
        super("deco-balanced-exc-inh", "synaptic gating");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return ExcitatoryInhibitoryWongWang.withGain(Node.named("deco-balanced-exc-inh")
                        .doc("NMDA and GABA populations with a regional gain")
                        .reference("Deco et al., Sci. Adv. 7, 2021, doi:10.1126/sciadv.abf4752"))
                .build();
    }
}
