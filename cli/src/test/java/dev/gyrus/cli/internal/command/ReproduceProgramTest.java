package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReproduceProgramTest extends ProgramInProcess {

    @Test
    void aFigureIsReproducedWithAReport() {
        assertThat(gyrus("reproduce", "stimulation", "--figure", 4, "--out", out))
                .isZero();
        assertThat(err()).isEmpty();
        assertThat(out()).contains("Figure 4", "numbers as published", "report.md");
        assertThat(out.resolve("report.md")).exists();
        assertThat(out.resolve("figure4.svg")).exists();
    }

    @Test
    void wrongArgumentsAreTold() {
        assertThat(gyrus("reproduce", "stimulus")).isEqualTo(2);
        assertThat(err())
                .isEqualTo("STUDY: expected one of decision, stimulation, stimulation-network, given 'stimulus'\n");
        assertThat(gyrus("reproduce", "stimulation", "--figure", "2,8", "--grid", 2))
                .isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "grid: expected a whole number from 11, given 2",
                        "figure: expected some of 2, 3, 4, 5, 6, given [2, 8]");
        assertThat(out).doesNotExist();
    }
}
