package dev.gyrus.spiking;

import dev.gyrus.core.Wiring;

/** A rule between two populations with weights and delays drawn for each synapse; a row is made when it is asked for. */
record RuleWiring(
        WiringRule.Ends ends,
        WiringRule.Topology topology,
        Distribution weight,
        Distribution delay,
        Draws weightDraws,
        Draws delayDraws)
        implements Wiring {

    /** @param purpose tells the projections of a network apart */
    static RuleWiring of(SynapticProjection projection, WiringRule.Ends ends, long seed, String purpose) {
        return new RuleWiring(
                ends,
                projection.rule().topology(ends, Draws.of(seed, purpose)),
                projection.weight(),
                projection.delay(),
                Draws.of(seed, purpose + " weights"),
                Draws.of(seed, purpose + " delays"));
    }

    @Override
    public int sources() {
        return ends.sources();
    }

    @Override
    public int targets() {
        return ends.targets();
    }

    @Override
    public long size() {
        return topology.size();
    }

    @Override
    public int[] targets(int source) {
        return topology.targets(source);
    }

    @Override
    public double[] weights(int source) {
        return drawn(weight, weightDraws, source);
    }

    @Override
    public double[] delays(int source) {
        double[] drawn = drawn(delay, delayDraws, source);
        for (int k = 0; k < drawn.length; k++) {
            drawn[k] = Math.max(0, drawn[k]);
        }
        return drawn;
    }

    private double[] drawn(Distribution distribution, Draws draws, int source) {
        boolean one = distribution.value().isPresent();
        return distribution.draw(draws, source, one ? 1 : topology.targets(source).length);
    }
}
