package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BifurcationProgramTest extends ProgramInProcess {
    private static final String FHN = "network: {model: fhn}\n";

    private int bifurcation(String text) {
        return gyrus("bifurcation", written(text), "--out", out);
    }

    /** The Hopf points are those of x* where −9x² + 8x − 1.5 = 1/40. */
    @Test
    void hopfPointsAndCyclesAreWritten() throws IOException {
        assertThat(bifurcation(FHN + "bifurcation: {parameter: x_ext, from: 0, to: 2}\n"))
                .isZero();
        assertThat(err()).isEmpty();
        List<String[]> points =
                lines("points.csv").stream().map(line -> line.split(",", -1)).toList();
        assertThat(points).hasSize(3);
        assertThat(Arrays.copyOf(points.get(0), 5)).containsExactly("type", "branch", "x_ext", "min_x", "max_x");
        assertThat(points.get(1)[0]).isEqualTo("HB");
        assertThat(Double.parseDouble(points.get(1)[2])).isCloseTo(0.726058, within(1e-6));
        assertThat(Double.parseDouble(points.get(2)[2])).isCloseTo(1.331555, within(1e-6));
        List<String> branches = lines("branches.csv");
        assertThat(branches.get(0))
                .startsWith("branch,kind,point,x_ext,min_x,max_x,")
                .endsWith("period,stable");
        assertThat(branches).anyMatch(line -> line.startsWith("E1,equilibrium,") && line.endsWith("false"));
        assertThat(branches).anyMatch(line -> line.startsWith("C1,cycle,") && line.endsWith("true"));
        Map<?, ?> summary = (Map<?, ?>) Json.read(out.resolve("summary.json"));
        assertThat(summary.get("complete")).isEqualTo(true);
        assertThat((List<?>) summary.get("searched")).hasSize(9);
        assertThat(out.resolve("branches.png")).exists();
        assertThat(Files.readString(out.resolve("branches.svg")))
                .contains("stable cycle", "unstable equilibrium", "HB");
        assertThat(out()).contains("HB   E1   x_ext = 0.7260582", "supercritical", "results in");
    }

    /** By the same equation at any y_ext the Hopf points stay at their x, so that x_ext moves with y_ext/ε/τ… linearly. */
    @Test
    void curvesOverTwoParametersAreWritten() throws IOException {
        String second = "second: {parameter: y_ext, from: -0.005, to: 0.005}";
        assertThat(bifurcation(FHN + "bifurcation: {parameter: x_ext, from: 0, to: 2, " + second + "}\n"))
                .isZero();
        List<String[]> curves = lines("branches.csv").stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[1].equals("hopf"))
                .toList();
        assertThat(curves).hasSizeGreaterThan(20);
        for (String[] row : curves) {
            double shift = 2 * 20 * Double.parseDouble(row[4]);
            double base = Double.parseDouble(row[3]) - shift;
            assertThat(Math.min(Math.abs(base - 0.7260582901), Math.abs(base - 1.331554878)))
                    .isLessThan(1e-7);
        }
        assertThat(out.resolve("plane.svg")).exists();
    }

    @Test
    void aSweepGoesUpAndDown() throws IOException {
        assertThat(bifurcation("network: {model: fhn, parameters: {sigma_ou: 0.001}}\n"
                        + "simulation: {duration: 60}\n"
                        + "bifurcation: {parameter: x_ext, from: 0.2, to: 1.1, method: sweep, steps: 4}\n"))
                .isZero();
        List<String> rows = lines("branches.csv");
        assertThat(rows.get(0)).startsWith("branch,kind,point,x_ext,min_x,max_x");
        assertThat(rows).hasSize(1 + 8);
        assertThat(rows.get(1)).startsWith("up,sweep,0,0.2,");
        assertThat(rows.get(8)).startsWith("down,sweep,3,0.2,");
        double[] last = Arrays.stream(rows.get(4).split(","))
                .skip(4)
                .limit(2)
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(last[1] - last[0]).as("range of the cycle").isGreaterThan(0.4);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertThat(bifurcation("network: {model: fhn, parameters: {sigma_ou: 0.01}}\n"
                        + "inputs: [{target: x_ext, sinusoid: {amplitude: 0.1, frequency: 20}}]\n"
                        + "output: {figures: false}\n"
                        + "bifurcation: {parameter: x_ext, from: 0, to: 0.5}\n"))
                .isZero();
        assertThat(err()).contains("noise is left out", "inputs are left out");
    }

    @Test
    void wrongSectionsAreRefusedWithEverythingThatIsWrong() {
        assertThat(bifurcation(FHN + "bifurcation: {parameter: x_exxt, from: 2, to: 1, steps: 5, colour: red}\n"))
                .isEqualTo(2);
        assertThat(err())
                .contains("did you mean 'x_ext'?", "a number below 'to' (1.0)", "it with method 'sweep'", "'colour'");
        assertThat(bifurcation(FHN + "bifurcation: {parameter: x_ext, from: 0}\n"))
                .isEqualTo(2);
        assertThat(err()).contains("bifurcation.to: expected an end of its range");
        assertThat(bifurcation(FHN + "simulation: {duration: 5}\n")).isEqualTo(2);
        assertThat(err()).contains("a section that says which parameter moves");
    }

    @Test
    void valuesThatTheModelRefusesAreSaidOfTheirEnd() {
        assertThat(bifurcation("network: {model: wc}\nbifurcation: {parameter: tau_exc, from: -1, to: 1}\n"))
                .isEqualTo(2);
        assertThat(err()).contains("bifurcation.from: expected a positive number of ms, given -1.0");
    }

    @Test
    void aBoxWithoutEquilibriaIsSaidAsSuch() {
        String box = "box: {exc: [0.99, 1]}";
        assertThat(bifurcation(
                        "network: {model: wc}\nbifurcation: {parameter: exc_ext, from: -1, to: 1, " + box + "}\n"))
                .isEqualTo(1);
        assertThat(err()).contains("no equilibrium found", "bifurcation.box");
        assertThat(bifurcation(
                        "network: {model: wc}\nbifurcation: {parameter: exc_ext, from: 0, to: 1, box: {ex: [0, 1]}}\n"))
                .isEqualTo(2);
        assertThat(err()).contains("did you mean 'exc'?");
    }
}
