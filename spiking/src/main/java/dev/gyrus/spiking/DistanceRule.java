package dev.gyrus.spiking;

import dev.gyrus.core.Problems;
import java.util.stream.IntStream;

/** Each pair independently with a probability that falls with its distance, as a Gaussian or an exponential. */
record DistanceRule(Space space, double peak, double length, boolean gaussian) implements WiringRule {

    @Override
    public void check(Ends ends, String key, Problems problems) {
        problems.require(peak >= 0 && peak <= 1, key + ".peak", "a probability from 0 to 1", peak);
        problems.require(
                length > 0 && Double.isFinite(length),
                key + (gaussian ? ".sigma" : ".length"),
                "a positive length",
                length);
    }

    /** The probability that two neurons at a distance are joined. */
    double probability(double distance) {
        double x = distance / length;
        return peak * StrictMath.exp(gaussian ? -x * x / 2 : -x);
    }

    @Override
    public Topology topology(Ends ends, Draws draws) {
        return new Rows(this, ends, draws);
    }

    private record Rows(DistanceRule rule, Ends ends, Draws draws) implements Topology {
        private double probability(int source, int target) {
            return rule.probability(rule.space.distance(source, ends.sources(), target, ends.targets()));
        }

        @Override
        public int[] targets(int source) {
            return IntStream.range(0, ends.targets())
                    .filter(target -> ends.allows(source, target))
                    .filter(target -> draws.uniform(source, target) < probability(source, target))
                    .toArray();
        }

        /** Of neuron 0, times the number of sources: a space looks much the same from each of its neurons. */
        @Override
        public long size() {
            double expected = IntStream.range(0, ends.targets())
                    .mapToDouble(target -> probability(0, target))
                    .sum();
            return Math.round(expected * ends.sources());
        }
    }
}
