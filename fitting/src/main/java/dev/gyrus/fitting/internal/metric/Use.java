package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.Unit;
import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Window;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.fitting.MeasuredRun;
import dev.gyrus.fitting.internal.metric.Expression.Call;
import dev.gyrus.fitting.internal.metric.Expression.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric of a signal in runs of one kind.
 *
 * @param signal the name of the signal
 * @param node the only one that counts, or −1 for all
 */
record Use(MetricProvider provider, String signal, int node, Metric metric) {
    /** How expressions call the signal of {@link MeasuredRun#observers()}. */
    static final String BOLD = "bold";

    private static final String NODE = "node";
    private static final List<String> TIMES = List.of("from", "to", "every");

    /** More values are not kept of one signal. */
    private static final long MOST_KEPT = 1L << 30;

    List<Window> windows() {
        return metric instanceof Metric.Kept kept ? kept.windows() : List.of(((Metric.Streaming) metric).window());
    }

    List<Feed.Key> feeds() {
        return windows().stream()
                .map(window -> new Feed.Key(signal, node, window))
                .toList();
    }

    /** Makes uses of the calls in a text. */
    static final class Factory {
        private final MeasuredRun run;
        private final Variables variables;
        private final List<Stimulus> drives;

        Factory(MeasuredRun run) {
            this.run = run;
            variables = new Variables(run.simulation().settings().network());
            double duration = run.simulation().settings().duration();
            drives = run.simulation().settings().drives().stream()
                    .map(drive -> drive.stimulus().over(duration))
                    .toList();
        }

        /** @throws GyrusException with all that is wrong with the call */
        Use of(String text, Call call, MetricProvider provider) {
            Problems problems = new Problems();
            String signal = signal(text, call, provider);
            Channel channel = channel(text, call, signal);
            Map<String, Double> values = new LinkedHashMap<>();
            provider.parameters().forEach(parameter -> values.put(parameter.name(), parameter.initial()));
            List<String> known = new ArrayList<>(values.keySet());
            TIMES.stream().filter(name -> !known.contains(name)).forEach(known::add);
            known.add(NODE);
            List<String> given = new ArrayList<>();
            int node = -1;
            for (Option option : call.options()) {
                String name = option.name().text();
                if (!known.contains(name)) {
                    Problem unknown = Problem.unknown("", "option", name, known);
                    problems.add(placed(text, option.name(), unknown));
                } else if (given.contains(name)) {
                    problems.add(placed(text, option.name(), Problem.of("", "option '" + name + "' once", "again")));
                } else if (name.equals(NODE)) {
                    node = node(text, option, channel, problems);
                } else {
                    values.put(name, number(text, option, unit(provider, name, channel), problems));
                }
                given.add(name);
            }
            problems.throwIfAny();
            values.values().removeIf(value -> Double.isNaN(value));
            int chosen = node;
            Channel seen = node < 0
                    ? channel
                    : new Channel(
                            channel.name(),
                            channel.unit(),
                            channel.scale(),
                            List.of(channel.labels().get(node)));
            try {
                Metric metric = provider.create(values, measured(seen, values));
                Use use = new Use(provider, signal, chosen, metric);
                use.requireKeepable(seen);
                return use;
            } catch (GyrusException e) {
                e.problems().forEach(problem -> problems.add(placed(text, place(call, problem), problem)));
                problems.throwIfAny();
                throw e;
            } catch (RuntimeException | LinkageError e) { // whatever the code of others throws
                throw GyrusException.input(placed(
                        text, call.metric(), Problem.of("", "a metric that can be made", "a plugin that fails: " + e)));
            }
        }

        private String signal(String text, Call call, MetricProvider provider) {
            if (call.signal().isPresent()) {
                return call.signal().get().text();
            }
            if (provider.standard() == MetricProvider.Standard.BOLD) {
                return BOLD;
            }
            try {
                return variables.output();
            } catch (GyrusException e) {
                throw GyrusException.input(
                        placed(text, call.metric(), e.problems().get(0)));
            }
        }

        private Channel channel(String text, Call call, String signal) {
            Expression.Word place = call.signal().orElse(call.metric());
            try {
                if (!signal.equals(BOLD)) {
                    return variables.channel(signal);
                }
                if (run.observers().isEmpty()) {
                    throw GyrusException.input(Problem.of("", "a BOLD signal", "none")
                            .hint("add a 'bold' section, or name a signal: "
                                    + call.metric().text() + "(" + variables.output() + ")"));
                }
                List<String> labels = run.observers().stream()
                        .flatMap(bold -> variables.channel(bold.variables().get(0)).labels().stream())
                        .toList();
                return new Channel(BOLD, "1", 1, labels);
            } catch (GyrusException e) {
                throw GyrusException.input(placed(text, place, e.problems().get(0)));
            }
        }

        private Measured measured(Channel channel, Map<String, Double> values) {
            boolean bold = channel.name().equals(BOLD);
            double duration = run.simulation().settings().duration();
            double dt = bold
                    ? run.observers().get(0).repetitionTime()
                    : run.simulation().settings().dt();
            double from = values.getOrDefault("from", bold ? run.discard() : 0.0);
            double to = values.getOrDefault("to", duration);
            if (to > duration * (1 + 1e-9)) {
                throw GyrusException.input("to", "at most the duration, " + duration + " ms", String.valueOf(to));
            }
            Window window = Window.of(
                    from < 0 ? duration + from : from,
                    to < 0 ? duration + to : to,
                    values.getOrDefault("every", 0.0),
                    dt);
            return new Measured(channel, dt, duration, window, run.subjects(), drives);
        }

        /** The option that a problem is about, or the metric. */
        private static Expression.Word place(Call call, Problem problem) {
            return call.options().stream()
                    .filter(option -> option.name().text().equals(problem.key()))
                    .map(Option::value)
                    .findFirst()
                    .orElse(call.metric());
        }

        private static int node(String text, Option option, Channel channel, Problems problems) {
            String name = option.value().text();
            int index = channel.labels().indexOf(name);
            if (index < 0 && name.matches("\\d{1,9}")) {
                index = Integer.parseInt(name);
            }
            if (index < 0 || index >= channel.labels().size()) {
                problems.add(placed(text, option.value(), Problem.unknown("", "node", name, channel.labels())));
                return -1;
            }
            return index;
        }

        private static String unit(MetricProvider provider, String option, Channel channel) {
            return provider.parameters().stream()
                    .filter(parameter -> parameter.name().equals(option))
                    .map(parameter -> parameter.unit().isEmpty() ? channel.unit() : parameter.unit())
                    .findFirst()
                    .orElse("ms"); // from, to and every
        }

        /** A number, or the name of one that the run has. */
        private double number(String text, Option option, String unit, Problems problems) {
            String written = option.value().text();
            String name = written.replace('[', '.').replace("]", "");
            String meant = run.quantities().getOrDefault(name, written);
            try {
                double value = inUnit(unit, meant);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            } catch (GyrusException e) {
                problems.add(placed(text, option.value(), Problem.of("", "a number in " + unit, "'" + meant + "'")));
                return 0;
            }
            Problem problem = run.quantities().isEmpty() || name.indexOf('.') < 0
                    ? Problem.of("", "a number", "'" + written + "'")
                    : Problem.unknown("", "number", name, run.quantities().keySet());
            problems.add(placed(text, option.value(), problem));
            return 0;
        }

        private static double inUnit(String unit, String quantity) {
            int end = (quantity + " ").indexOf(' ');
            double value = Double.parseDouble(quantity.substring(0, end));
            String given = quantity.substring(end).strip();
            if (given.isEmpty()) {
                return value;
            }
            if (!Unit.of(given).isCompatible(Unit.of(unit))) {
                throw GyrusException.input("", unit, given);
            }
            return Unit.of(given).toCoherent(value) / Unit.of(unit).toCoherent();
        }
    }

    private void requireKeepable(Channel channel) {
        if (metric instanceof Metric.Kept kept) {
            for (Window window : kept.windows()) {
                long values = window.count() * channel.labels().size();
                if (values > MOST_KEPT) {
                    throw GyrusException.input(Problem.of("", "at most 2³⁰ values to keep", String.valueOf(values))
                            .hint("take fewer samples with from, to or every"));
                }
            }
        }
    }

    static Problem placed(String text, Expression.Word word, Problem problem) {
        return ExpressionReader.problem(
                        text, word.start(), word.end(), problem.expected(), problem.given(), problem.hint())
                .under(problem.key());
    }
}
