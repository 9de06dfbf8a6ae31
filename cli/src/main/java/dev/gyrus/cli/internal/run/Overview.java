package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one variable for its figure: every sample of a short recording, means of successive samples of a long one, so that
 * memory does not grow with the duration.
 */
final class Overview implements Sampler.Sink {
    private static final long MOST_BYTES = 200L << 20;

    private final long samples;
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private Channel channel;
    private int variable;
    private long stretch;
    private double[] sum;
    private long summed;

    /** For a recording of so many samples. */
    Overview(long samples) {
        this.samples = samples;
    }

    /** Chooses the first rate among the variables, or else the first. */
    @Override
    public void begin(List<Channel> channels) {
        variable = 0;
        for (int c = channels.size() - 1; c >= 0; c--) {
            variable = channels.get(c).unit().endsWith("Hz") ? c : variable;
        }
        channel = channels.get(variable);
        sum = new double[channel.labels().size()];
        long most = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 4);
        stretch = Math.max(1, samples * sum.length * Double.BYTES / most);
    }

    @Override
    public void sample(double time, double[][] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[variable][i];
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

    /** What was kept; empty for fewer than two samples. */
    Optional<Series> series() {
        if (rows.size() < 2) {
            return Optional.empty();
        }
        double[] at = times.stream().mapToDouble(Double::doubleValue).toArray();
        return Optional.of(
                new Series(channel.name(), channel.unit(), at, channel.labels(), rows.toArray(double[][]::new)));
    }
}
