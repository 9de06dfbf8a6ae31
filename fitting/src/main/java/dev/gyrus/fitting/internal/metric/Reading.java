package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.fitting.MeasuredRun;
import dev.gyrus.fitting.internal.metric.Expression.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expressions that are understood, and the metrics they are made of. Immutable. */
public final class Reading {
    private final List<Expression> expressions;
    private final Map<Call, Integer> places;
    private final List<Use> distinct;
    private final Uses uses;

    private Reading(List<Expression> expressions, Map<Call, Integer> places, List<Use> distinct, MeasuredRun run) {
        this.expressions = expressions;
        this.places = places;
        this.distinct = distinct;
        uses = new Uses(distinct, run);
    }

    /** @throws GyrusException with everything that is wrong, under {@code metrics[i]} */
    public static Reading of(List<String> texts, Catalogue<MetricProvider> catalogue, MeasuredRun run) {
        Problems problems = new Problems();
        problems.require(!texts.isEmpty(), "metrics", "at least one metric", "none");
        List<Expression> expressions = new ArrayList<>();
        Map<Call, Integer> places = new LinkedHashMap<>();
        List<Use> distinct = new ArrayList<>();
        Use.Factory factory = new Use.Factory(run);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String key = "metrics[" + i + "]";
            collect(key, problems, () -> {
                Expression expression = ExpressionReader.read(text);
                expressions.add(expression);
                expression.calls(call -> collect(key, problems, () -> {
                    MetricProvider provider = provider(text, call, catalogue);
                    Use use = factory.of(text, call, provider);
                    places.put(call, distinct.size());
                    distinct.add(use);
                }));
            });
        }
        problems.throwIfAny();
        return new Reading(expressions, places, distinct, run);
    }

    private static MetricProvider provider(String text, Call call, Catalogue<MetricProvider> catalogue) {
        String name = call.metric().text();
        if (!catalogue.names().contains(name)) {
            Problem unknown = Problem.unknown("", "metric", name, catalogue.names(), "gyrus metrics");
            throw GyrusException.input(Use.placed(text, call.metric(), unknown));
        }
        return catalogue.get(name);
    }

    private static void collect(String key, Problems problems, Runnable action) {
        Problems found = new Problems();
        found.collect(action);
        found.list()
                .forEach(problem ->
                        problems.add(problem.under(problem.key().isEmpty() ? key : key + "." + problem.key())));
    }

    /** The provider of an expression that is one metric and nothing else. */
    public Optional<MetricProvider> single(int expression) {
        return expressions.get(expression) instanceof Call call
                ? Optional.of(distinct.get(places.get(call)).provider())
                : Optional.empty();
    }

    /** Begins to watch a run. */
    public Watching begin() {
        return new Watching(uses.new Run());
    }

    /** Watches one run. */
    public final class Watching {
        private final Uses.Run run;

        private Watching(Uses.Run run) {
            this.run = run;
        }

        public List<Observer> observers() {
            return run.observers();
        }

        /** One value per expression. */
        public double[] values() {
            double[] metrics = run.values();
            return expressions.stream()
                    .mapToDouble(expression -> expression.value(call -> metrics[places.get(call)]))
                    .toArray();
        }
    }
}
