package dev.gyrus.cli.internal.run;

import dev.gyrus.analysis.Fc;
import dev.gyrus.bold.Bold;
import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.cli.internal.experiment.ExploreSpec;
import dev.gyrus.cli.internal.experiment.InputSpec;
import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.RecordSpec;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.fitting.MeasuredRun;
import dev.gyrus.fitting.Measurement;
import dev.gyrus.fitting.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is measured of runs, and what is kept of them. */
final class Measurements {
    private Measurements() {}

    /** The metrics of an experiment; problems are said of {@code explore.metrics}. */
    static Metrics metrics(Prepared prepared, List<String> expressions, Catalogue<MetricProvider> known) {
        return metrics(prepared, expressions, known, key -> "explore." + key);
    }

    /** The same; {@code place} gives the key of the experiment for {@code metrics[i]}. */
    static Metrics metrics(
            Prepared prepared, List<String> expressions, Catalogue<MetricProvider> known, UnaryOperator<String> place) {
        return metrics(prepared, prepared.simulation(), expressions, known, place);
    }

    private static Metrics metrics(
            Prepared prepared,
            Simulation simulation,
            List<String> expressions,
            Catalogue<MetricProvider> known,
            UnaryOperator<String> place) {
        MeasuredRun run = MeasuredRun.of(simulation);
        if (prepared.bold().isPresent()) {
            run = run.bold(prepared.bold().get().observers().toArray(Bold[]::new));
        }
        double discard =
                prepared.experiment().compare().map(CompareSpec::discard).orElse(0.0);
        if (prepared.reference().isPresent()) {
            run = run.subjects(prepared.reference().get().subjects());
        }
        MeasuredRun measured = run.discard(discard).quantities(quantities(prepared));
        try {
            return Metrics.of(measured, expressions, known);
        } catch (GyrusException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem -> prepared.located(place.apply(problem.key()), problem))
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }

    /** The numbers of the inputs by their path, as in inputs.0.sinusoid.frequency. */
    private static Map<String, String> quantities(Prepared prepared) {
        Map<String, String> quantities = new LinkedHashMap<>();
        flatten(
                "inputs",
                prepared.experiment().inputs().stream().map(InputSpec::written).toList(),
                quantities);
        return quantities;
    }

    private static void flatten(String path, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(path + "." + key, inner, into));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "." + i, list.get(i), into);
            }
        } else if (Quantity.parseClose(String.valueOf(value)).isPresent()) {
            into.put(path, String.valueOf(value));
        }
    }

    /** The metrics of one of its simulations, and the recordings that the exploration keeps. */
    static Measurement of(
            Prepared prepared, Simulation simulation, List<String> expressions, Catalogue<MetricProvider> known) {
        Metrics metrics = metrics(prepared, simulation, expressions, known, key -> "explore." + key);
        List<String> keep =
                prepared.experiment().explore().map(spec -> spec.keep()).orElse(List.of());
        return keep.isEmpty() ? metrics : new Keeping(metrics, prepared, keep);
    }

    /** Keeps recordings, BOLD and its functional connectivity beside what is measured. */
    private record Keeping(Measurement measured, Prepared prepared, List<String> keep) implements Measurement {
        @Override
        public List<String> names() {
            return measured.names();
        }

        @Override
        public Watch begin() {
            return new KeepingWatch(measured.begin(), prepared, keep);
        }
    }

    private static final class KeepingWatch implements Measurement.Watch {
        private final Measurement.Watch watch;
        private final Recorder recorder;
        private final Optional<BoldSignal> bold;
        private final List<String> keep;
        private final double discard;

        KeepingWatch(Measurement.Watch watch, Prepared prepared, List<String> keep) {
            this.watch = watch;
            this.keep = keep;
            RecordSpec record = prepared.experiment().record();
            String[] variables = keep.stream().filter(name -> !isOfBold(name)).toArray(String[]::new);
            recorder = Recorder.every(record.every(), variables).from(record.from());
            bold = keep.stream().anyMatch(KeepingWatch::isOfBold) ? prepared.bold() : Optional.empty();
            discard = prepared.experiment().compare().map(CompareSpec::discard).orElse(0.0);
        }

        private static boolean isOfBold(String name) {
            return name.equals(ExploreSpec.BOLD) || name.equals(ExploreSpec.FC);
        }

        @Override
        public List<Observer> observers() {
            List<Observer> all = new ArrayList<>(watch.observers());
            all.add(recorder);
            bold.ifPresent(signal -> all.addAll(signal.observers()));
            return all;
        }

        @Override
        public double[] values() {
            return watch.values();
        }

        @Override
        public Map<String, double[][]> arrays() {
            Map<String, double[][]> arrays = new LinkedHashMap<>(watch.arrays());
            recorder.series().forEach(series -> arrays.put(series.name(), series.values()));
            bold.map(BoldSignal::series).ifPresent(series -> {
                if (keep.contains(ExploreSpec.BOLD)) {
                    arrays.put(ExploreSpec.BOLD, series.values());
                }
                if (keep.contains(ExploreSpec.FC)) {
                    arrays.put(ExploreSpec.FC, Fc.of(series.from(discard)).matrix());
                }
            });
            return arrays;
        }
    }
}
