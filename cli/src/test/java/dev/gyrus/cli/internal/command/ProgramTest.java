package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Commands and their options. */
class ProgramTest extends ProgramInProcess {
    private static final String NODE = """
            network: {model: aln}
            simulation: {duration: 20}
            output: {figures: false}
            """;

    private static final String PAIR = """
            network:
              model: aln
              connectome: {weights: [[0, 1], [1, 0]], lengths: [[0, 30], [30, 0]], labels: [left, right]}
            simulation: {duration: 20}
            output: {figures: false}
            """;

    @Test
    void misuseIsOneLineToo() {
        assertThat(gyrus("run")).isEqualTo(2);
        assertThat(err()).isEqualTo("gyrus run: Missing required parameter: 'FILE'; see 'gyrus run --help'\n");
        assertThat(gyrus("ruin", file)).isEqualTo(2);
        assertThat(err().lines())
                .singleElement()
                .asString()
                .startsWith("gyrus: expected one of bifurcation, ")
                .endsWith(", given 'ruin'; did you mean 'run'? See 'gyrus --help'");
        assertThat(gyrus("run", file, "--ot", "x")).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains("given '--ot'; did you mean '--out'?");
        assertThat(gyrus()).isEqualTo(2);
        assertThat(gyrus("run", file, "--threads", "two")).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains("'two'");
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(gyrus("--version")).isZero();
        assertThat(out()).startsWith("gyrus ");
        assertThat(gyrus("run", "--help")).isZero();
        assertThat(out()).contains("--set", "--out", "--plugins");
    }

    @Test
    void modelsAndDatasetsAreListedAndDescribed() {
        assertThat(gyrus("models")).isZero();
        assertThat(out()).contains("aln");
        assertThat(gyrus("models", "aln")).isZero();
        assertThat(out()).contains("mue_ext_mean", "adaptation_rate", "dmufe/dt");
        assertThat(gyrus("models", "alm")).isEqualTo(2);
        assertThat(err()).contains("did you mean 'aln'?");
        assertThat(gyrus("datasets")).isZero();
        assertThat(out()).contains("synthetic80");
        assertThat(gyrus("datasets", "synthetic80")).isZero();
        assertThat(out()).contains("regions", "80");
        assertThat(gyrus("datasets", "synthetic80", "--out", out)).isZero();
        assertThat(out.resolve("synthetic80.svg")).isNotEmptyFile();
        assertThat(out.resolve("synthetic80.png")).isNotEmptyFile();
    }

    @Test
    void explainPrintsThePlan() throws IOException {
        Files.writeString(file, PAIR);
        assertThat(gyrus("explain", file)).isZero();
        assertThat(out()).contains("excitatory", "2 lanes", "delay");
    }

    @Test
    void tablesAreRefusedAPlaceThatCannotBeWrittenBeforeTheWork() {
        assertThat(gyrus("tables", "--out", folder.resolve("none/t.cascade"))).isEqualTo(2);
        assertThat(err())
                .isEqualTo("none/t.cascade: expected a file that can be written, given a folder that is not there\n");
        assertThat(gyrus("tables", "--out", folder)).isEqualTo(2);
    }

    @Test
    void pluginFoldersMustExist() {
        assertThat(gyrus("models", "--plugins", folder.resolve("none"))).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains("--plugins", "expected a folder");
    }

    @Test
    void debugShowsWhere() {
        assertThat(run(NODE, "--set", "network.model=x", "--debug")).isEqualTo(2);
        assertThat(err()).contains("GyrusException", "\tat ");
    }
}
