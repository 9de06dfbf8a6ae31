package dev.gyrus.spiking;

import dev.gyrus.core.Problems;
import java.util.stream.IntStream;

/** Wiring without chance. */
enum Regular implements WiringRule {
    ALL_TO_ALL,
    ONE_TO_ONE;

    @Override
    public void check(Ends ends, String key, Problems problems) {
        if (this == ONE_TO_ONE) {
            problems.require(
                    ends.sources() == ends.targets(),
                    key,
                    "populations of equal size for one-to-one wiring",
                    ends.sources() + " and " + ends.targets() + " neurons");
        }
    }

    @Override
    public Topology topology(Ends ends, Draws draws) {
        return new Rows(this, ends);
    }

    private record Rows(Regular rule, Ends ends) implements Topology {
        @Override
        public int[] targets(int source) {
            IntStream candidates = rule == ONE_TO_ONE ? IntStream.of(source) : IntStream.range(0, ends.targets());
            return candidates.filter(target -> ends.allows(source, target)).toArray();
        }

        @Override
        public long size() {
            long all = rule == ONE_TO_ONE ? ends.sources() : (long) ends.sources() * ends.targets();
            return ends.same() && !ends.self() ? all - ends.sources() : all;
        }
    }
}
