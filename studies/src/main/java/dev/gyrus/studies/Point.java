package dev.gyrus.studies;

import dev.gyrus.core.Node;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.models.aln.CascadeTables;

/** The points of interest of the study: mean external inputs of both populations in mV/ms, without or with adaptation. */
enum Point {
    /** Down state beside the fast cycle. */
    A1(1.20, 1.20, false),
    /** Inside the fast cycle of excitation and inhibition. */
    A2(1.30, 0.50, false),
    /** Bistable. */
    A3(2.05, 1.70, false),
    /** Down state with adaptation. */
    B1(1.52, 0.84, true),
    /** Inside the fast cycle with adaptation. */
    B2(3.40, 1.20, true),
    /** Inside the slow cycle of adaptation and excitation. */
    B3(4.00, 1.80, true),
    /** Down state beside the slow cycle. */
    B4(3.80, 2.00, true);

    /** Subthreshold adaptation of the set B, in nS, and its increment per spike, in pA. */
    static final double ADAPTATION = 15;

    static final double INCREMENT = 40;

    /** 1 mV/ms on the study's neurons, in pA: their capacitance. */
    static final double PICOAMPERE = 200;

    final double mue;
    final double mui;
    final boolean adapts;

    Point(double mue, double mui, boolean adapts) {
        this.mue = mue;
        this.mui = mui;
        this.adapts = adapts;
    }

    /** The study's model: the rate just looked up drives the adaptation. */
    static Node model() {
        return Aln.node(CascadeTables.reference(), CascadeTables.reference(), Aln.AdaptationRate.CURRENT);
    }

    Node node() {
        Node node = model().with("mue_ext_mean", mue).with("mui_ext_mean", mui);
        return adapts ? node.with("a", ADAPTATION).with("b", INCREMENT) : node;
    }
}
