package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelaxationOscillatorsTest {
    /** At µ = 1 the period is 6.6632869; for small µ, ω = 1 − µ²/16 + 17 µ⁴/3072 (Andersen and Geer, 1982). */
    @Test
    void vanDerPolHasThePublishedPeriods() {
        assertThat(period(1, 0.01)).isCloseTo(6.6632869, within(1e-5));
        double mu = 0.1;
        double frequency = 1 - mu * mu / 16 + 17 * Math.pow(mu, 4) / 3072;
        assertThat(period(mu, 0.01)).isCloseTo(2 * Math.PI / frequency, within(1e-4));
    }

    private static double period(double mu, double dt) {
        Node node = VanDerPol.node().with("mu", mu);
        return 1000 / Trajectory.of(node, Map.of("x", 2.0), "x", dt, 200, 200).frequency(0);
    }

    /** Rest, bursts and spikes, as Hindmarsh and Rose (1984) find with growing input. */
    @Test
    void hindmarshRosePassesFromRestThroughBurstsToSpikes() {
        assertThat(intervals(0)).isEmpty();
        List<Double> bursting = intervals(2);
        assertThat(bursting).hasSizeGreaterThan(10);
        assertThat(longest(bursting)).isGreaterThan(5 * shortest(bursting));
        List<Double> spiking = intervals(4);
        assertThat(longest(spiking)).isLessThan(1.01 * shortest(spiking));
    }

    private static List<Double> intervals(double input) {
        Trajectory x = Trajectory.of(
                HindmarshRose.node().with("I", input), Map.of("x", -1.6, "y", -12.0, "z", 2.0), "x", 0.02, 3000, 2000);
        List<Double> spikes = new ArrayList<>();
        for (int k = 1; k < x.values().length; k++) {
            if (x.values()[k - 1] < 0.5 && x.values()[k] >= 0.5) {
                spikes.add(x.times()[k]);
            }
        }
        List<Double> intervals = new ArrayList<>();
        for (int k = 1; k < spikes.size(); k++) {
            intervals.add(spikes.get(k) - spikes.get(k - 1));
        }
        return intervals;
    }

    private static double longest(List<Double> intervals) {
        return intervals.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static double shortest(List<Double> intervals) {
        return intervals.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
