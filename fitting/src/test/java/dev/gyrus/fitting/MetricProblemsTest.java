package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Subject;
import dev.gyrus.models.aln.Aln;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricProblemsTest {
    private static final MeasuredRun RUN =
            MeasuredRun.of(Simulation.of(Network.of(Aln.node())).duration(500));

    private static String refusal(MeasuredRun run, String... expressions) {
        return catchThrowableOfType(GyrusException.class, () -> Metrics.of(run, expressions))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "maxi(rates_exc)          | did you mean 'max'?",
                "max(rates_ex)            | did you mean 'rates_exc'?",
                "max(rates_exc            | expected ')', given the end",
                "max(rates_exc, frm=10)   | did you mean 'from'?",
                "max(rates_exc, from=a)   | expected a number, given 'a'",
                "max(rates_exc, from=1, from=2) | expected option 'from' once",
                "max(rates_exc, from=600) | from: expected a time in ms with samples up to 500.0 ms, given 600.0",
                "max(rates_exc, to=600)   | to: expected at most the duration, 500.0 ms, given 600.0",
                "max(rates_exc, every=0.15) | a whole multiple of dt",
                "max(rates_exc, node=3)   | expected one of 0, given '3'",
                "max(rates_exc, rates_inh) | expected one signal, then options",
                "1 + * 2                  | expected a metric, a number or '(', given '*'",
                "max(rates_exc) 3         | expected an operator",
                "dominant_frequency       | window: expected at most the signal, 0.5 s, given 1.0 s; take a shorter one, with less resolution: window=0.5",
                "fc                       | expected a BOLD signal, given none; add a 'bold' section",
                "fc(rates_exc)            | expected a dataset with subjects to compare with, given none",
                "kuramoto_order           | expected at least two nodes, given 1",
                "entrainment(window=0.5)  | frequency: expected that of the drive, in Hz",
                "phase_locking(from=0, to=500) | expected a drive to be locked to, given none",
            })
    void aMistakeIsSaidWithItsPlace(String expression, String message) {
        assertThat(refusal(RUN, expression.strip())).startsWith("metrics[0]").contains(message, "^");
    }

    @Test
    void allMistakesAreSaidAtOnceEachWithACaretBelowIt() {
        assertThat(refusal(RUN, "max(x) + foo", "2*", "mean(rates_exc)"))
                .contains("metrics[0]: ", "metrics[1]: ")
                .contains("\n    max(x) + foo\n        ^")
                .contains("\n    max(x) + foo\n             ^^^")
                .contains("\n    2*\n      ^");
    }

    @Test
    void whatIsComparedMustHaveTheRegionsAndTheIntervalOfTheData() {
        Subject subject = new Subject("s1", Optional.empty(), new double[4][4]);
        MeasuredRun run = RUN.bold(Bold.tr(100)).subjects(List.of(subject));
        assertThat(refusal(run, "fc_mean", "fcd_distance"))
                .contains("4 nodes, as subject s1, given 1 nodes")
                .contains("a BOLD signal of subject s1, given functional connectivity only")
                .contains("at least two windows, 80000.0 ms, given 500.0 ms");
    }
}
