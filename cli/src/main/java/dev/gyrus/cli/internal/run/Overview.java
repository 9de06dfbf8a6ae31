package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps what figures show of a recording: a variable of each group of nodes. Every sample of a short recording, means of
 * successive samples of a long one, so that memory does not grow with the duration.
 */
final class Overview implements Sampler.Sink {
    private static final long MOST_BYTES = 200L << 20;

    private final long samples;
    private final List<Kept> kept = new ArrayList<>();

    /** For a recording of so many samples. */
    Overview(long samples) {
        this.samples = samples;
    }

    /** One variable. */
    private static final class Kept {
        private final Channel channel;
        private final int variable;
        private final long stretch;
        private final double[] sum;
        private final List<Double> times = new ArrayList<>();
        private final List<double[]> rows = new ArrayList<>();
        private long summed;

        Kept(Channel channel, int variable, long samples) {
            this.channel = channel;
            this.variable = variable;
            sum = new double[channel.labels().size()];
            long most = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 4);
            stretch = Math.max(1, samples * sum.length * Double.BYTES / most);
        }

        void add(double time, double[] values) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
            summed++;
            if (summed == stretch) {
                double[] mean = new double[sum.length];
                for (int i = 0; i < sum.length; i++) {
                    mean[i] = sum[i] / stretch;
                    sum[i] = 0;
                }
                times.add(time);
                rows.add(mean);
                summed = 0;
            }
        }

        Series series() {
            double[] at = times.stream().mapToDouble(Double::doubleValue).toArray();
            return new Series(channel.name(), channel.unit(), at, channel.labels(), rows.toArray(double[][]::new));
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
                kept.add(new Kept(channel, channels.indexOf(channel), samples));
                shown.addAll(channel.labels());
            }
        }
    }

    @Override
    public void sample(double time, double[][] values) {
        kept.forEach(one -> one.add(time, values[one.variable]));
    }

    /** What was kept, without variables of fewer than two samples. */
    List<Series> series() {
        return kept.stream()
                .filter(one -> one.rows.size() > 1)
                .map(Kept::series)
                .toList();
    }
}
