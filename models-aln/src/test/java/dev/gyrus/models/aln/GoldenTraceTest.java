package dev.gyrus.models.aln;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.testkit.ReferenceTrace;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model against traces of neurolib; errors are relative to |value| + 1e-3 of the variable's peak. */
class GoldenTraceTest {

    @ParameterizedTest
    @ValueSource(strings = {"single", "oscillating", "adaptation", "network4"})
    void tracesAgreeWithTheOracle(String name) {
        InputStream trace = GoldenTraceTest.class.getResourceAsStream("golden/aln-" + name + ".txt");
        assertThat(ReferenceTrace.of(trace).worstErrorOf(Aln.node())).isLessThan(1e-8);
    }
}
