package dev.gyrus.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Window;
import dev.gyrus.core.spi.MetricProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every metric keeps to, as tests: implement this interface in a test class and return the provider.
 *
 * <pre>{@code
 * class PeakTest implements MetricContract {
 *     @Override
 *     public MetricProvider provider() {
 *         return new Peak();
 *     }
 * }
 * }</pre>
 *
 * <p>It is tried on two seconds of three nodes that oscillate, in Hz and sampled every millisecond, driven by a sinusoid and
 * compared with one subject that has functional connectivity; {@link #trial()} can be another.
 */
public interface MetricContract {

    /** The metric to be tested. */
    MetricProvider provider();

    /** Values of parameters that have to be given. */
    default Map<String, Double> values() {
        return Map.of();
    }

    /** What it is tried on. */
    default MetricTrial trial() {
        return MetricTrial.of("Hz", 1, oscillation(2000))
                .drives(List.of(t -> Math.sin(0.04 * t)))
                .subjects(List.of(new Subject(
                        "subject", Optional.empty(), new double[][] {{1, 0.5, 0.2}, {0.5, 1, 0.1}, {0.2, 0.1, 1}})));
    }

    /** So many samples of three nodes that oscillate. */
    static double[][] oscillation(int samples) {
        double[][] signal = new double[samples][3];
        for (int k = 0; k < samples; k++) {
            for (int i = 0; i < 3; i++) {
                signal[k][i] = 20 + (10 + i) * Math.sin((0.05 + 0.005 * i) * k + i) + 3 * Math.cos(1e-4 * k * k + i);
            }
        }
        return signal;
    }

    /** Short, lower case, words joined by underscores: as it stands in expressions. */
    @Test
    default void theNameIsInSnakeCase() {
        String name = provider().name();
        assertTrue(
                name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"),
                () -> "expected lower-case words joined by underscores, given '" + name + "'");
    }

    /** The provider is registered: in {@code module-info.java} and in {@code META-INF/services}. */
    @Test
    default void theCatalogueOffersTheMetric() {
        MetricProvider found = Catalogue.metrics().get(provider().name());
        assertEquals(provider().getClass(), found.getClass(), "another metric has this name");
    }

    @Test
    default void theMetricAndItsParametersAreExplained() {
        assertFalse(provider().description().isBlank(), "the provider has no description");
        assertAll(provider().parameters().stream().map(parameter -> (Executable) () -> {
            assertFalse(parameter.name().isBlank(), "a parameter has no name");
            assertFalse(parameter.doc().isBlank(), () -> "parameter '" + parameter.name() + "' has no doc");
        }));
    }

    @Test
    default void itsWindowsLieWithinTheRun() {
        Metric metric = trial().metric(provider(), values());
        List<Window> windows =
                metric instanceof Metric.Kept kept ? kept.windows() : List.of(((Metric.Streaming) metric).window());
        double samples = trial().measured().duration() / trial().measured().dt();
        windows.forEach(window -> assertTrue(window.last() <= samples * (1 + 1e-9), () -> window + " of " + samples));
    }

    /** Runs are measured side by side and in any order: nothing is left of one in another. */
    @Test
    default void runsDoNotKnowOfEachOther() {
        Metric metric = trial().metric(provider(), values());
        double first = trial().value(metric);
        assertEquals(
                Double.doubleToLongBits(first),
                Double.doubleToLongBits(trial().value(metric)),
                "two runs with the same samples differ");
    }

    /** How a run is cut must not show in a number. */
    @Test
    default void howManySamplesComeAtATimeMakesNoDifference() {
        Metric metric = trial().metric(provider(), values());
        assertEquals(
                Double.doubleToLongBits(trial().value(metric, 1)),
                Double.doubleToLongBits(trial().value(metric, 50)),
                "one sample at a time and fifty differ");
    }
}
