package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Catalogue;
import org.junit.jupiter.api.Test;

class MetricsCommandTest extends ProgramInProcess {
    @Test
    void listsEveryMetric() {
        assertThat(gyrus("metrics")).isZero();
        assertThat(out()).contains(Catalogue.metrics().names());
    }

    @Test
    void describesAMetricWithItsOptions() {
        assertThat(gyrus("metrics", "dominant_frequency")).isZero();
        assertThat(out()).contains("window", "1 s", "below", "70 Hz", "from", "node");
    }

    @Test
    void anUnknownMetricHasANearMiss() {
        assertThat(gyrus("metrics", "dominant_frequenzy")).isEqualTo(2);
        assertThat(err()).contains("did you mean 'dominant_frequency'?");
    }
}
