package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.aln.Aln;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetricsTest {
    /** A rotation: x = 3 sin(2π 10 Hz t), exactly periodic up to the scheme's error, which is small for RK4. */
    private static Simulation sinusoid() {
        Mass mass = Mass.named("rotor")
                .state("x", "Hz", Initial.constant(0))
                .state("y", "Hz", Initial.constant(3))
                .parameter("omega", 2 * Math.PI * 10 / 1000, "1/ms", "angular frequency")
                .equations("dx/dt = omega*y\ndy/dt = -omega*x")
                .build();
        Node node = Node.named("rotor").mass(mass).defaultOutput("x").build();
        return Simulation.of(Network.of(node)).dt(0.1).duration(2000).integrator(dev.gyrus.core.Integrator.RK4);
    }

    private static double[] values(Simulation simulation, String... expressions) {
        Measurement.Watch watch =
                Metrics.of(MeasuredRun.of(simulation), expressions).begin();
        simulation.observe(watch.observers().toArray(Observer[]::new)).run();
        return watch.values();
    }

    @Test
    void measuresOfASinusoidAreThoseOfTheFormula() {
        double[] values = values(
                sinusoid(),
                "min(x)",
                "max(x)",
                "mean(x)",
                "sd(x)",
                "amplitude(x)",
                "dominant_frequency(x)",
                "peak_power",
                "power(x; low=8.5; high=11.5)",
                "max(x) - 2*min(x)^2 / (1 + 1)",
                "max(x, from=1000, to=1010)");
        double[] expected = {-3, 3, 0, 3 / Math.sqrt(2), 6, 10, 4.5, 4.5, 3 - 9, 3 * Math.sin(2 * Math.PI * 10 * 1.01)};
        for (int i = 0; i < expected.length; i++) {
            assertThat(values[i]).as("metric %d", i).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void aRunOfAModelGivesTheNumbersOfItsRecording() {
        Simulation simulation = Simulation.of(Network.of(Aln.node()
                        .with("mue_ext_mean", 1.3)
                        .with("mui_ext_mean", 0.5)
                        .with("sigma_ou", 0.0)))
                .duration(1000);
        Measurement.Watch watch = Metrics.of(MeasuredRun.of(simulation), "max(rates_exc)", "mean(rates_inh, every=1)")
                .begin();
        Observer[] observers = watch.observers().toArray(Observer[]::new);
        Series exc = simulation
                .observe(observers)
                .observe(Recorder.every(0.1, "rates_exc", "rates_inh"))
                .run()
                .get("rates_exc");
        Series inh = simulation.observe(Recorder.every(1, "rates_inh")).run().get("rates_inh");
        assertThat(observers).hasSize(1);
        assertThat(watch.values()[0])
                .isEqualTo(Arrays.stream(exc.column(0)).max().orElseThrow());
        assertThat(watch.values()[1]).isCloseTo(inh.mean(), within(1e-12));
    }
}
