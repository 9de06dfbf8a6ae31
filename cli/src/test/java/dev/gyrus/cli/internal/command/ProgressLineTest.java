package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;
    private final ProgressLine line = new ProgressLine(new PrintStream(err, true, StandardCharsets.UTF_8), () -> now);

    private String drawn() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void timeLeftFollowsFromTheShareDone() {
        now = 2_000_000_000L;
        line.show(0.25, () -> "details");
        assertThat(drawn()).endsWith(" 25 % ██████                   details, 6 s left");
    }

    @Test
    void itIsDrawnAtMostTenTimesASecond() {
        for (int k = 1; k <= 1000; k++) {
            now += 1_000_000;
            line.show(k / 1000.0, () -> "");
        }
        assertThat(drawn().chars().filter(c -> c == '\r')).hasSize(10);
    }

    @Test
    void aShortRunDrawsNothing() {
        now = 50_000_000;
        line.show(0.9, () -> "");
        line.wipe();
        assertThat(drawn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.4,0 s", "59,59 s", "125,2 min 5 s", "11400,3 h 10 min"})
    void durationsHaveTwoUnits(double seconds, String text) {
        assertThat(ProgressLine.duration(seconds)).isEqualTo(text);
    }
}
