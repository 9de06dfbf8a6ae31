package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals made of samples in an experiment or in a file. */
class SampledProgramTest extends ProgramInProcess {
    private static final String THREE = """
            network:
              model: aln
              connectome:
                weights: [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
                labels: [A, B, C]
            simulation: {duration: 2}
            record: {every: 0.1}
            output: {figures: false}
            """;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Steps × columns of an input. */
    private double[][] shown(String input) throws IOException {
        written(THREE + "inputs: [{target: ext_exc_current, " + input + "}]\n");
        int exit = gyrus("plot-input", file, "--out", out);
        assertThat(err()).isEmpty();
        assertThat(exit).isZero();
        return values("ext_exc_current");
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static double[] steps(double... values) {
        return Arrays.copyOf(values, 20);
    }

    @Test
    void eachSampleIsHeldForItsIntervalAndNothingComesAgain() throws IOException {
        double[] held = steps(1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(column(shown("sampled: {values: [1, 2, 3], interval: 0.3}"), 0))
                .containsExactly(held);
        assertThat(column(shown("sampled: {values: [200 pA, 0.4, 600], unit: pA, interval: 300 us}"), 0)[0])
                .isEqualTo(1.0);
        assertThat(column(shown("start: 0.5, end: 1, sampled: {values: [1, 2, 3], interval: 0.3}"), 0))
                .containsExactly(steps(0, 0, 0, 0, 0, 1, 1, 1, 2, 2));
        assertThat(column(shown("sampled: [4, 5]"), 0)).containsExactly(steps(4, 5));
        file("x.csv", "1\n2\n3\n");
        assertThat(column(shown("sampled: {file: x.csv, interval: 0.3}"), 0)).containsExactly(held);
    }

    @Test
    void aColumnOfTimesSaysWhenEachSampleCounts() throws IOException {
        file("x.csv", "t_ms,x\n0.2,1\n0.3,2\n0.6,3\n");
        double[] held = steps(0, 0, 1, 2, 2, 2, 3, 3, 3);
        assertThat(column(shown("sampled: {file: x.csv}"), 0)).containsExactly(held);
        file("x.csv", "t_ms,x\n0.3,1\n0.6,2\n");
        assertThat(column(shown("sampled: {file: x.csv, interval: 0.3}"), 0))
                .containsExactly(steps(0, 0, 0, 1, 1, 1, 2, 2, 2));
        file("x.csv", "t_s\tx\n0.0002\t1\n0.0003\t2\n0.0006\t3\n");
        assertThat(column(shown("sampled: {file: x.csv}"), 0)).containsExactly(held);
        assertThat(column(shown("start: 1, sampled: {file: x.csv}"), 0))
                .containsExactly(steps(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 3, 3, 3));
    }

    @Test
    void columnsBelongToTheNodesOfTheirNamesOrElseInOrder() throws IOException {
        file("x.csv", "t_ms,C,D,A,B\n0,30,40,10,20\n0.1,31,41,11,21\n");
        double[][] values = shown("nodes: [C, 0], sampled: {file: x.csv}");
        assertThat(lines("ext_exc_current.csv").get(0)).isEqualTo("t_ms,A,C");
        assertThat(column(values, 0)).containsExactly(steps(10, 11));
        assertThat(column(values, 1)).containsExactly(steps(30, 31));
        file("x.csv", "first,second,third\n10,20,30\n11,21,31\n");
        assertThat(column(shown("sampled: {file: x.csv}"), 2)).containsExactly(steps(30, 31));
        assertThat(column(shown("sampled: {file: x.csv, unit: nA, interval: 2}"), 2))
                .containsOnly(30_000 / 200.0);
    }

    @Test
    void whatARunRecordedDrivesAnother() throws IOException {
        succeed(THREE);
        double[][] recorded = values("rates_exc");
        Files.copy(out.resolve("rates_exc.csv"), folder.resolve("recorded.csv"));
        double[][] played = shown("sampled: {file: recorded.csv}");
        for (int k = 1; k < 20; k++) {
            assertThat(played[k]).as("step %d", k).containsExactly(recorded[k - 1]);
        }
    }

    @Test
    void theSummaryNamesTheFileWhereverItIsReadFrom() throws IOException {
        file("x.csv", "1\n2\n");
        succeed(THREE + "inputs: [{target: ext_exc_current, sampled: {file: x.csv, unit: pA}}]\n");
        assertThat(String.valueOf(summary().get("experiment")))
                .contains(folder.resolve("x.csv").toString(), "unit=pA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sampled: {file: none.csv} | sampled.file: expected a file or folder that exists, given 'none.csv'",
                "sampled: {file: x.csv, interval: 2} | sampled.interval: expected the file's own times, such as 1.0 ms, given 2.0 ms",
                "sampled: {file: x.csv, unit: Hz} | sampled.unit: expected a number in mV/ms, pA or V/m, given '1 Hz'",
                "sampled: {file: x.csv, unit: 3} | sampled.unit: expected a unit, given '3'",
                "sampled: {file: x.csv, values: [1]} | sampled: expected either values: [...] or file: name",
                "sampled: {} | sampled: expected either values: [...] or file: name, given neither",
                "sampled: {values: [1, x]} | sampled.values[1]: expected a finite number, given 'x'",
                "sampled: {values: [1, 2], interval: 0} | sampled.interval: expected a positive number of ms",
                "sampled: {values: [[1, 2], [3, 4]]} | sampled: expected one series, or one for each of 3 nodes, given 2 series",
                "nodes: [A, C], sampled: {file: some.csv} | sampled.file: expected a column for each node, given none for 'C'",
                "sampled: {file: back.csv} | sampled.times[1]: expected a time after the one before, 1.0 ms, given 0.5",
                "sampled: {file: gap.csv} | sampled.values[1]: expected a finite number, given NaN",
                "sampled: {file: times.csv} | sampled.file: expected a column of samples beside that of times",
                "sampled: {file: text.csv} | text.csv",
            })
    void badSamplesAreTold(String input, String message) throws IOException {
        file("x.csv", "t_ms,x\n0,1\n1,2\n");
        file("some.csv", "t_ms,A,B\n0,1,1\n1,2,2\n");
        file("back.csv", "t_ms,x\n1,1\n0.5,2\n");
        file("gap.csv", "t_ms,x\n1,1\n2,NaN\n");
        file("times.csv", "t_ms\n1\n2\n");
        file("text.csv", "1,2\n3,four\n");
        written(THREE + "inputs: [{target: ext_exc_current, " + input + "}]\n");
        assertThat(gyrus("plot-input", file)).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains(message);
    }
}
