package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

/**
 * The kinds of activity that Wendling et al. (2002) describe at A = 5 mV, with input of 90 ± 30 Hz, new 512 times a
 * second there, white with the same power here.
 */
class WendlingTest {
    private static final double INPUT_NOISE = 0.03 * Math.sqrt(1000.0 / 512);

    @Test
    void strongSlowInhibitionKeepsBackgroundActivity() {
        Trajectory background = activity(50, 15);
        assertThat(background.max() - background.min()).isLessThan(4);
        assertThat(Math.abs(background.max())).isLessThan(3);
    }

    @Test
    void weakerSlowInhibitionAllowsSustainedSpikes() {
        Trajectory spikes = activity(25, 15);
        assertThat(spikes.max() - spikes.min()).isGreaterThan(15);
        assertThat(spikes.frequency(8)).isBetween(3.0, 6.0);
    }

    @Test
    void impairedSlowInhibitionLeavesFastActivityOfLowVoltage() {
        Trajectory fast = activity(5, 25);
        assertThat(fast.max() - fast.min()).isLessThan(4);
        assertThat(fast.frequency(mean(fast))).isGreaterThan(15);
    }

    @Test
    void withoutFastInhibitionActivityIsSlowAndAlmostSinusoidal() {
        Trajectory slow = activity(15, 0);
        assertThat(slow.max() - slow.min()).isGreaterThan(9);
        assertThat(slow.frequency(8)).isBetween(9.0, 13.0);
    }

    private static Trajectory activity(double slow, double fast) {
        var node = Wendling.node().with("A", 5).with("B", slow).with("G", fast).with("sigma_p", INPUT_NOISE);
        Series field = Simulation.of(Network.of(node))
                .dt(0.1)
                .duration(10_000)
                .seed(5)
                .observe(Recorder.every(1, "v").from(2000))
                .run()
                .get("v");
        return new Trajectory(field.times(), field.column(0));
    }

    private static double mean(Trajectory trajectory) {
        double sum = 0;
        for (double value : trajectory.values()) {
            sum += value;
        }
        return sum / trajectory.values().length;
    }
}
