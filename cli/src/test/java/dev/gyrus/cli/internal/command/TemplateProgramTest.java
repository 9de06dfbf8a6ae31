package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Templates from the file to results. */
class TemplateProgramTest extends ProgramInProcess {
    private static final String FOLDER =
            Path.of("..", "examples", "templates").toAbsolutePath().normalize().toString();

    @Test
    void experimentNamesACircuitOfATemplateFile() throws IOException {
        succeed("""
                network:
                  template: %s/jansen-rit.yaml#column
                  parameters: {pc.u: 200, ein.tau: 0.011}
                simulation: {dt: 0.1, duration: 20}
                record: {variables: [pc.rate_v], every: 1.0}
                """.formatted(FOLDER));
        assertThat(lines("pc.rate_v.csv")).hasSize(21);
    }

    @Test
    void sweepGoesOverParametersOfATemplate() {
        String experiment = """
                network: {template: %s/qif.yaml#mpr}
                simulation: {dt: 0.01, duration: 5}
                explore: {parameters: {eta: [-6, -5, 0], I_ext: [0, 1]}, metrics: [max(r)]}
                """.formatted(FOLDER);
        assertThat(gyrus("explore", written(experiment), "--out", out)).isZero();
        assertThat(out.resolve("results.csv")).exists();
    }

    @Test
    void errorsOfATemplateNameItsLine() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), """
                op:
                  base: OperatorTemplate
                  equations: ["r' = -(r + 1"]
                  variables: {r: output}
                """);
        assertThat(problems("network: {template: bad.yaml#op}\n"))
                .anySatisfy(line -> assertThat(line).contains("bad.yaml:3: ").contains("')' that closes this bracket"));
    }

    @Test
    void templateIsDescribedAndExported() {
        assertThat(gyrus("template", FOLDER + "/jansen-rit.yaml#column")).isZero();
        assertThat(out()).contains("pc/driven_synapse/tau").contains("pc.driven_synapse_tau");
        assertThat(gyrus("template", FOLDER + "/qif.yaml#mpr", "--export", "latex"))
                .isZero();
        assertThat(out()).contains("align*");
        assertThat(gyrus("template", FOLDER + "/qif.yaml#mpr", "--export", "latx"))
                .isEqualTo(2);
        assertThat(err()).contains("did you mean 'latex'?");
    }
}
