package dev.gyrus.studies;

import dev.gyrus.core.Node;
import dev.gyrus.models.aln.NeuronParameters;

/**
 * The points of interest of the study's spiking network: mean external inputs of both populations in mV/ms, without or with
 * adaptation. They differ from those of the mean field, because the published network has other connections between its two
 * populations ({@link AdexNetwork#exchanged}).
 */
enum NetworkPoint {
    /** Down state beside the fast cycle. */
    A1(1.1, 0.6, false),
    /** Inside the fast cycle of excitation and inhibition. */
    A2(1.6, 0.3, false),
    /** Bistable. */
    A3(2.0, 1.2, false),
    /** Inside the slow cycle of adaptation and excitation. */
    B3(3.8, 1.2, true),
    /** Down state beside the slow cycle. */
    B4(3.4, 1.2, true);

    final double mue;
    final double mui;
    final boolean adapts;

    NetworkPoint(double mue, double mui, boolean adapts) {
        this.mue = mue;
        this.mui = mui;
        this.adapts = adapts;
    }

    /** The published network of so many neurons in each population. */
    AdexNetwork network(int neurons) {
        return network(neurons, mue, mui, adapts ? Point.ADAPTATION : 0, adapts ? Point.INCREMENT : 0);
    }

    /**
     * The published network at other inputs and adaptation.
     *
     * @param a in nS
     * @param b in pA
     */
    static AdexNetwork network(int neurons, double mue, double mui, double a, double b) {
        Node node = Point.model()
                .with("mue_ext_mean", mue)
                .with("mui_ext_mean", mui)
                .with("a", a)
                .with("b", b);
        return AdexNetwork.of(node, NeuronParameters.published(), neurons).published();
    }
}
