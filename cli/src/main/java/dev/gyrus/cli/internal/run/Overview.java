package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Series;
import dev.gyrus.plot.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Keeps what figures show of a recording, a variable of each group of nodes: means over stretches of the whole, and the
 * last seconds as they are. Memory does not grow with the duration.
 */
final class Overview implements Sampler.Sink {
    /** Stretches in the whole, at least; figures average again, over some hundred. */
    private static final long FEWEST_STRETCHES = 3000;

    private final long samples;
    private final int recent;
    private final List<Kept> kept = new ArrayList<>();

    /** For a recording of so many samples, every so many ms. */
    Overview(long samples, double every) {
        this.samples = samples;
        this.recent = (int) Math.min(samples, (long) Math.ceil(Figures.RECENT_MS / every) + 1);
    }

    /**
     * One variable.
     *
     * @param whole means over stretches, each at its middle
     * @param recent the last samples
     */
    record View(Series whole, Series recent) {}

    /** A number of samples that many round stretches of time are made of: 1, 2 or 5 times a power of ten. */
    private static long stretch(long samples) {
        long most = Math.max(1, samples / FEWEST_STRETCHES);
        long power = 1;
        while (10 * power <= most) {
            power *= 10;
        }
        return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    }

    /** What is kept of one variable: rows of means, and a ring of the last samples. */
    private static final class Kept {
        private final Channel channel;
        private final int variable;
        private final long stretch;
        private final double[] sum;
        private final List<Double> middles = new ArrayList<>();
        private final List<double[]> means = new ArrayList<>();
        private final double[] times;
        private final double[][] last;
        private double start;
        private long seen;

        Kept(Channel channel, int variable, long stretch, int recent) {
            this.channel = channel;
            this.variable = variable;
            this.stretch = stretch;
            sum = new double[channel.labels().size()];
            times = new double[recent];
            last = new double[recent][];
        }

        void add(double time, double[] values) {
            start = seen % stretch == 0 ? time : start;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
            int slot = (int) (seen % times.length);
            if (last[slot] == null) {
                last[slot] = new double[sum.length];
            }
            System.arraycopy(values, 0, last[slot], 0, sum.length);
            times[slot] = time;
            seen++;
            if (seen % stretch == 0) {
                middles.add(start + (time - start) / 2);
                means.add(Arrays.stream(sum).map(value -> value / stretch).toArray());
                Arrays.fill(sum, 0);
            }
        }

        View view() {
            int count = (int) Math.min(seen, times.length);
            int[] slots = LongStream.range(seen - count, seen)
                    .mapToInt(k -> (int) (k % times.length))
                    .toArray();
            return new View(
                    series(middles.stream().mapToDouble(Double::doubleValue).toArray(), means.toArray(double[][]::new)),
                    series(
                            Arrays.stream(slots)
                                    .mapToDouble(slot -> times[slot])
                                    .toArray(),
                            Arrays.stream(slots).mapToObj(slot -> last[slot]).toArray(double[][]::new)));
        }

        private Series series(double[] at, double[][] rows) {
            return new Series(channel.name(), channel.unit(), at, channel.labels(), rows);
        }
    }

    /** Chooses the first rate, or else the first variable, then the next of nodes that no other has shown. */
    @Override
    public void begin(List<Channel> channels) {
        kept.clear();
        List<Channel> order = new ArrayList<>(channels);
        order.sort(Comparator.comparing(channel -> !channel.unit().endsWith("Hz")));
        Set<String> shown = new HashSet<>();
        for (Channel channel : order) {
            if (Collections.disjoint(shown, channel.labels())) {
                kept.add(new Kept(channel, channels.indexOf(channel), stretch(samples), recent));
                shown.addAll(channel.labels());
            }
        }
    }

    @Override
    public void sample(double time, double[][] values) {
        for (Kept one : kept) {
            one.add(time, values[one.variable]);
        }
    }

    /** What was kept, without variables of fewer than two stretches. */
    List<View> views() {
        return kept.stream().filter(one -> one.means.size() > 1).map(Kept::view).toList();
    }
}
