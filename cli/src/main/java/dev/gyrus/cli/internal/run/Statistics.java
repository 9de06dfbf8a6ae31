package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Observer.Channel;
import java.util.ArrayList;
import java.util.List;

/** Mean, standard deviation and range of each variable over all samples and nodes. */
final class Statistics implements Sampler.Sink {
    private final List<Variable> variables = new ArrayList<>();

    /** One variable's numbers, in its unit. */
    static final class Variable {
        private final String name;
        private final String unit;
        private long count;
        private double origin;
        private double sum;
        private double squares;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        private Variable(Channel channel) {
            name = channel.name();
            unit = channel.unit();
        }

        /** Sums are taken around the first value, so that the deviation doesn't drown in a large mean. */
        private void add(double[] values) {
            if (count == 0 && values.length > 0) {
                origin = values[0];
            }
            count += values.length;
            for (double value : values) {
                double difference = value - origin;
                sum += difference;
                squares += difference * difference;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }

        String name() {
            return name;
        }

        String unit() {
            return unit;
        }

        boolean isEmpty() {
            return count == 0;
        }

        double mean() {
            return origin + sum / count;
        }

        double deviation() {
            double shift = sum / count;
            return Math.sqrt(Math.max(0, squares / count - shift * shift));
        }

        double low() {
            return low;
        }

        double high() {
            return high;
        }
    }

    List<Variable> variables() {
        return variables;
    }

    @Override
    public void begin(List<Channel> channels) {
        channels.forEach(channel -> variables.add(new Variable(channel)));
    }

    @Override
    public void sample(double time, double[][] values) {
        for (int v = 0; v < values.length; v++) {
            variables.get(v).add(values[v]);
        }
    }
}
