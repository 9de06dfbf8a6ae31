package dev.gyrus.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that PyRates ships, from files of our own, against its numbers and published ones. */
class ShippedModelsTest {

    /** What PyRates computes for a variable of a circuit at a time. */
    record Golden(String circuit, String values, String variable, double time, double dt, double re, double im) {}

    static Stream<Golden> goldens() throws IOException {
        try (InputStream in = ShippedModelsTest.class.getResourceAsStream("pyrates.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(f -> new Golden(
                            f[0],
                            f[1],
                            f[2],
                            Double.parseDouble(f[3]),
                            Double.parseDouble(f[4]),
                            Double.parseDouble(f[5]),
                            Double.parseDouble(f[6])))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void modelRunsAsInPyrates(Golden golden) {
        Template template = Files.example(golden.circuit).time("ms");
        for (String change : golden.values.split(" ")) {
            if (!change.isEmpty()) {
                String[] parts = change.split("=");
                template = template.with(parts[0], Double.parseDouble(parts[1]));
            }
        }
        String address = template.address(golden.variable);
        double scale = Math.max(Math.abs(golden.re), Math.abs(golden.im));
        assertThat(last(template, address, golden)).isCloseTo(golden.re, within(2e-6 * scale));
        if (golden.im != 0) {
            String imaginary = address.replaceAll("_re$", "_im");
            assertThat(last(template, imaginary, golden)).isCloseTo(golden.im, within(2e-6 * scale));
        }
    }

    private static double last(Template template, String address, Golden golden) {
        Series series = Files.run(template, address, golden.dt, golden.time);
        return series.values()[series.samples() - 1][0];
    }

    @Test
    void vanDerPolHasItsPeriod() {
        Series x = Files.run(Files.example("oscillators.yaml#van_der_pol"), "x", 0.001, 60);
        assertThat(period(x.from(20))).isCloseTo(6.6633, within(1e-3));
    }

    @Test
    void stuartLandauTurnsOnTheUnitCircle() {
        Template template = Files.example("oscillators.yaml#stuart_landau");
        assertThat(Files.run(template, "x", 0.01, 2).values()[199][0]).isCloseTo(Math.cos(2), within(1e-8));
        assertThat(Files.run(template, "z", 0.01, 2).values()[199][0]).isCloseTo(-Math.sin(2), within(1e-8));
    }

    /** Constant input: frequencies and ranges of the potential for connectivities and inputs. */
    @Test
    void jansenRitColumnHasItsRhythms() {
        Series alpha = column(135, 220);
        assertThat(1000 / period(alpha)).isCloseTo(10.94, within(0.02));
        assertThat(minimum(alpha)).isCloseTo(6.087e-3, within(2e-5));
        assertThat(maximum(alpha)).isCloseTo(9.036e-3, within(2e-5));
        assertThat(1000 / period(column(135, 120))).isCloseTo(2.39, within(0.02));
        assertThat(1000 / period(column(135, 320))).isCloseTo(11.14, within(0.02));
        assertThat(maximum(column(135, 100))).isCloseTo(1.560e-3, within(2e-6));
        assertThat(maximum(column(68, 220))).isCloseTo(10.486e-3, within(2e-6));
        assertThat(1000 / period(column(270, 220))).isCloseTo(5.14, within(0.02));
    }

    private static Series column(double c, double u) {
        Template template = Files.example("jansen-rit.yaml#column")
                .with("pc/driven_synapse/u", u)
                .withEdge(0, "weight", c)
                .withEdge(1, "weight", 0.25 * c)
                .withEdge(2, "weight", 0.8 * c)
                .withEdge(3, "weight", 0.25 * c);
        return Simulation.of(template.network())
                .integrator(Integrator.RK4)
                .dt(0.5)
                .duration(6000)
                .observe(Recorder.every(0.5, template.address("pc/rate/v")).from(3500))
                .run()
                .series()
                .get(0);
    }

    private static double minimum(Series series) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : series.column(0)) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double maximum(Series series) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : series.column(0)) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** The mean time between upward crossings of the middle of the range, interpolated. */
    private static double period(Series series) {
        double level = (minimum(series) + maximum(series)) / 2;
        double[] x = series.column(0);
        double[] t = series.times();
        double first = Double.NaN;
        double last = Double.NaN;
        int crossings = -1;
        for (int k = 1; k < x.length; k++) {
            if (x[k - 1] < level && x[k] >= level) {
                last = t[k - 1] + (t[k] - t[k - 1]) * (level - x[k - 1]) / (x[k] - x[k - 1]);
                first = Double.isNaN(first) ? last : first;
                crossings++;
            }
        }
        return (last - first) / crossings;
    }

    /** The folds of r: η(r) = π²r² − Jr − Δ²/(4π²r²) with J = 15, Δ = 1. */
    @Test
    void qifEquilibriaLieOnTheirCurve() {
        Template mpr = Files.example("qif.yaml#mpr");
        for (double[] point : new double[][] {{-3.136134, 0.162570, -0.978995}, {-5.743527, 0.753920, -0.211103}}) {
            Template at = mpr.with("p/mean_field/eta", point[0])
                    .with("p/mean_field/r", point[1])
                    .with("p/mean_field/v", point[2]);
            assertThat(Files.run(at, "r", 0.001, 0.05).values()[49][0]).isCloseTo(point[1], within(2e-6));
            assertThat(Files.run(at, "v", 0.001, 0.05).values()[49][0]).isCloseTo(point[2], within(2e-6));
        }
    }
}
