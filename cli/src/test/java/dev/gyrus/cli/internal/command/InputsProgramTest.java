package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What drives a run. */
class InputsProgramTest extends ProgramInProcess {
    private static final String NODE = """
            network: {model: aln, parameters: {mue_ext_mean: 1.5, mui_ext_mean: 1.5}}
            simulation: {duration: 40}
            record: {every: 0.1}
            output: {figures: false}
            """;

    private static final String NESTED = NODE + """
            inputs:
              - target: ext_exc_current
                then:
                  - {constant: 0}
                  - plus: [{constant: 0.5}, {sinusoid: {amplitude: 0.2, frequency: 80}}]
                shares: [1, 3]
            """;

    private List<String> rates(String experiment) throws IOException {
        assertThat(run(experiment, "--out", out)).isZero();
        return lines("rates_exc.csv");
    }

    @Test
    void aSequenceSharesOutTheDurationAndASumAddsUp() throws IOException {
        List<String> nested = rates(NESTED);
        assertThat(nested).isEqualTo(rates(NODE + """
                inputs:
                  - {target: ext_exc_current, start: 10, constant: 0.5}
                  - {target: ext_exc_current, start: 10, sinusoid: {amplitude: 0.2, frequency: 80}}
                """)).isNotEqualTo(rates(NODE));
    }

    @Test
    void theSummarySaysHowSignalsAreNested() throws IOException {
        rates(NESTED);
        Map<?, ?> experiment = (Map<?, ?>) summary().get("experiment");
        Map<?, ?> input = (Map<?, ?>) ((List<?>) experiment.get("inputs")).get(0);
        assertThat(input.get("shares")).isEqualTo(List.of(1.0, 3.0));
        assertThat((List<?>) input.get("then")).hasSize(2).last().asString().contains("plus", "sinusoid");
    }
}
