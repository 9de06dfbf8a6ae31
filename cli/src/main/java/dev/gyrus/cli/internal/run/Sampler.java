package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Observer;
import dev.gyrus.core.Steps;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Passes on samples at regular times, in declared units: the r-th (from 0) is at {@code from + (r + 1)·every}, as with
 * {@link dev.gyrus.core.Recorder}, but nothing is kept.
 */
final class Sampler implements Observer {
    private final List<String> variables;
    private final double every;
    private final double from;
    private final List<Sink> sinks;
    private Scope scope;
    private long stride;
    private long first;
    private final Map<String, List<Integer>> cells;
    private int[][] columns;
    private double[][] values;

    /** Gets every sample. */
    interface Sink extends AutoCloseable {
        void begin(List<Channel> channels);

        /**
         * A sample of every variable.
         *
         * @param time in ms
         * @param values {@code values[variable][column]}, in declared units; valid during the call
         */
        void sample(double time, double[][] values);

        @Override
        default void close() {}
    }

    /** Samples of all nodes every so many ms, from a time on, in ms. */
    Sampler(List<String> variables, double every, double from, List<Sink> sinks) {
        this(variables, every, from, Map.of(), sinks);
    }

    /** The same of some nodes of groups, by their numbers, and of all nodes of the other groups. */
    Sampler(List<String> variables, double every, double from, Map<String, List<Integer>> cells, List<Sink> sinks) {
        this.cells = Map.copyOf(cells);
        this.variables = List.copyOf(variables);
        this.every = every;
        this.from = from;
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public List<String> variables() {
        return variables;
    }

    @Override
    public void begin(Scope scope) {
        this.scope = scope;
        stride = Steps.of("record.every", every, scope.dt());
        first = Steps.of("record.from", from, scope.dt());
        columns = scope.channels().stream().map(this::columns).toArray(int[][]::new);
        values = Arrays.stream(columns).map(kept -> new double[kept.length]).toArray(double[][]::new);
        List<Channel> shown = IntStream.range(0, columns.length)
                .mapToObj(c -> channel(scope.channels().get(c), columns[c]))
                .toList();
        sinks.forEach(sink -> sink.begin(shown));
    }

    /** The columns of a channel that are passed on: of a group {@code E}, those of the labels {@code E/…} by their order. */
    private int[] columns(Channel channel) {
        List<String> labels = channel.labels();
        Map<String, Integer> seen = new HashMap<>();
        return IntStream.range(0, labels.size())
                .filter(i -> {
                    int end = labels.get(i).indexOf('/');
                    String group = end < 0 ? "" : labels.get(i).substring(0, end);
                    int number = seen.merge(group, 1, Integer::sum) - 1;
                    return !cells.containsKey(group) || cells.get(group).contains(number);
                })
                .toArray();
    }

    private static Channel channel(Channel channel, int[] kept) {
        List<String> labels =
                Arrays.stream(kept).mapToObj(channel.labels()::get).toList();
        return new Channel(channel.name(), channel.unit(), channel.scale(), labels);
    }

    @Override
    public void observe(Block block) {
        long last = block.firstStep() + block.steps();
        long done = Math.max(block.firstStep(), first) - first;
        for (long sample = first + (done / stride + 1) * stride; sample <= last; sample += stride) {
            pass(block, (int) (sample - block.firstStep() - 1), Steps.time(sample, scope.dt()));
        }
    }

    private void pass(Block block, int k, double time) {
        for (int c = 0; c < values.length; c++) {
            double[] row = block.row(c, k);
            double scale = scope.channels().get(c).scale();
            for (int i = 0; i < columns[c].length; i++) {
                values[c][i] = row[columns[c][i]] * scale;
            }
        }
        sinks.forEach(sink -> sink.sample(time, values));
    }

    @Override
    public void end() {
        sinks.forEach(Sink::close);
    }
}
