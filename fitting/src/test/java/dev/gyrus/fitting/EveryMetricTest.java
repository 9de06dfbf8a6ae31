package dev.gyrus.fitting;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.testkit.MetricContract;
import dev.gyrus.testkit.MetricTrial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("metrics")
class EveryMetricTest implements MetricContract {
    /** For a signal of two seconds. */
    private static final Map<String, Map<String, Double>> VALUES = Map.of(
            "entrainment", Map.of("frequency", 8.0),
            "fcd_distance", Map.of("length", 0.5, "step", 0.2),
            "spectrum_distance", Map.of("window", 1.0));

    @Parameter
    private String name;

    static List<String> metrics() {
        return Catalogue.metrics().names();
    }

    @Override
    public MetricProvider provider() {
        return Catalogue.metrics().get(name);
    }

    @Override
    public Map<String, Double> values() {
        return VALUES.getOrDefault(name, Map.of());
    }

    @Override
    public MetricTrial trial() {
        double[][] signal = MetricContract.oscillation(2000);
        double[] times =
                DoubleStream.iterate(1, t -> t + 1).limit(signal.length).toArray();
        List<String> labels = IntStream.range(0, 3).mapToObj(String::valueOf).toList();
        double[][] reversed = Arrays.stream(signal)
                .map(row -> new double[] {row[2], row[0], row[1]})
                .toArray(double[][]::new);
        Series bold = new Series("bold", "1", times, labels, reversed);
        double[][] fc = {{1, 0.5, 0.2}, {0.5, 1, 0.1}, {0.2, 0.1, 1}};
        return MetricContract.super.trial().subjects(List.of(new Subject("subject", Optional.of(bold), fc)));
    }
}
