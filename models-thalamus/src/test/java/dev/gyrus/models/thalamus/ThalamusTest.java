package dev.gyrus.models.thalamus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThalamusTest {

    @Test
    void traceAgreesWithTheOracle() {
        assertThat(GoldenTrace.read("thalamus-single").worstErrorOf(Thalamus.node()))
                .isLessThan(1e-8);
    }
}
