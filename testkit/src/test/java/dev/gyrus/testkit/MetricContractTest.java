package dev.gyrus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Watcher;
import dev.gyrus.core.spi.MetricProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each promise of the contract is kept by a sound metric, and one that breaks it is told so. */
class MetricContractTest {

    private record Made(String name, Function<Measured, Metric> metric) implements MetricProvider {
        @Override
        public String description() {
            return "the last value of the first node";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("offset", "", 0, ""));
        }

        @Override
        public Metric create(Map<String, Double> values, Measured measured) {
            return metric.apply(measured);
        }
    }

    private static final class Last implements Watcher {
        private double last;
        private int count;

        @Override
        public void add(double[][] columns, int from, int to) {
            last = columns[0][to - 1];
            count += to - from;
        }

        @Override
        public double value() {
            return last + count;
        }
    }

    private static MetricContract contract(String name, Supplier<Watcher> watchers) {
        return () -> new Made(name, measured -> Metric.streaming(measured.window(), watchers));
    }

    private final MetricContract sound = contract("last", Last::new);

    @Test
    void aSoundMetricKeepsTheContract() {
        assertThatCode(sound::theNameIsInSnakeCase).doesNotThrowAnyException();
        assertThatCode(sound::itsWindowsLieWithinTheRun).doesNotThrowAnyException();
        assertThatCode(sound::runsDoNotKnowOfEachOther).doesNotThrowAnyException();
        assertThatCode(sound::howManySamplesComeAtATimeMakesNoDifference).doesNotThrowAnyException();
    }

    @Test
    void aNameInAnotherCaseIsRefused() {
        assertThatThrownBy(contract("lastValue", Last::new)::theNameIsInSnakeCase)
                .hasMessageContaining("joined by underscores, given 'lastValue'");
    }

    @Test
    void aMetricThatIsNotRegisteredIsRefused() {
        assertThatThrownBy(sound::theCatalogueOffersTheMetric).hasMessageContaining("'last'");
    }

    @Test
    void aParameterWithoutDocIsRefused() {
        assertThatThrownBy(sound::theMetricAndItsParametersAreExplained)
                .hasMessageContaining("parameter 'offset' has no doc");
    }

    @Test
    void aWatcherOfAllRunsIsRefused() {
        Last shared = new Last();
        assertThatThrownBy(contract("last", () -> shared)::runsDoNotKnowOfEachOther)
                .hasMessageContaining("two runs with the same samples differ");
    }

    @Test
    void aNumberThatDependsOnTheCutIsRefused() {
        MetricContract calls = contract("calls", () -> new Watcher() {
            private int calls;

            @Override
            public void add(double[][] columns, int from, int to) {
                calls++;
            }

            @Override
            public double value() {
                return calls;
            }
        });
        assertThatThrownBy(calls::howManySamplesComeAtATimeMakesNoDifference)
                .hasMessageContaining("one sample at a time and fifty differ");
    }

    @Test
    void aWindowBeyondTheRunIsRefused() {
        MetricContract late =
                () -> new Made("late", measured -> Metric.streaming(new Metric.Window(1, 2001, 1), Last::new));
        assertThatThrownBy(late::itsWindowsLieWithinTheRun).hasMessageContaining("2001");
    }

    @Test
    void aTrialShowsTheSamplesOfAWindow() {
        double[][] signal = {{1}, {2}, {3}, {4}, {5}, {6}};
        MetricTrial trial = MetricTrial.of("Hz", 0.5, signal).window(1, 3, 1);
        assertThat(trial.value(Metric.of(trial.measured().window(), samples -> samples.columns()[0][1])))
                .isEqualTo(6);
        assertThat(trial.value(Metric.streaming(trial.measured().window(), Last::new)))
                .isEqualTo(6 + 2);
    }
}
