package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

class FeedbackInhibitionTest {
    private static final double RATE = 3;
    private static final Connectome CONNECTOME = Connectome.of(
            new double[][] {
                {0, 0.5, 0.2, 0, 0.1},
                {0.4, 0, 0.3, 0.1, 0},
                {0.2, 0.3, 0, 0.9, 0.4},
                {0, 0.1, 0.7, 0, 0.2},
                {0, 0, 0, 0, 0}
            },
            new double[][] {
                {0, 30, 60, 80, 99}, {30, 0, 40, 90, 80}, {60, 40, 0, 20, 50}, {80, 90, 20, 0, 70}, {99, 80, 50, 70, 0}
            });

    /** The constants with which cuBNM 1.0 describes an isolated region whose J_i is 1: the published working point. */
    @Test
    void isolatedRegionOfUnitInhibitionHasThePublishedRate() {
        Connectome isolated = Connectome.of(new double[1][1]);
        double[] inhibition = FeedbackInhibition.of(ReducedWongWangExcInh.node(), isolated, 3.0773270642)
                .analytic();
        assertThat(inhibition[0]).isCloseTo(1, within(1e-8));
        WongWangRegion region = new WongWangRegion(ReducedWongWangExcInh.node(), 0);
        assertThat(region.excitation(3.0773270642)).isCloseTo(0.1647572075, within(1e-9));
        assertThat(region.current(3.0773270642)).isCloseTo(0.3773805650, within(1e-9));
    }

    @Test
    void analyticInhibitionHoldsEveryRegionAtTheRate() {
        Node node = ReducedWongWangExcInh.node().with("G", 1).with("lamda", 0.3);
        assertRatesWithoutNoise(node);
    }

    @Test
    void analyticInhibitionHandlesRegionalValues() {
        Node node = DecoBalancedExcInh.node()
                .with("G", 0.8)
                .with("M_i", new double[] {1, 1.1, 1.2, 0.9, 1.05})
                .with("w_p", new double[] {1.4, 1.3, 1.2, 1.4, 1.5});
        assertRatesWithoutNoise(node);
    }

    private static void assertRatesWithoutNoise(Node node) {
        Node tuned =
                node.with("J_i", FeedbackInhibition.of(node, CONNECTOME, RATE).analytic());
        Series rates = Simulation.of(Network.of(tuned, CONNECTOME, 20))
                .dt(0.5)
                .duration(20_000)
                .initial("S_e", 0.16)
                .initial("S_i", 0.04)
                .observe(Recorder.every(20_000, "H_e"))
                .run()
                .get("H_e");
        for (double rate : rates.values()[0]) {
            assertThat(rate).isCloseTo(RATE, within(1e-9));
        }
    }

    @Test
    void iterationCorrectsTheShiftOfMeanRatesByNoise() {
        Node noisy = ReducedWongWangExcInh.node()
                .with("G", 1)
                .with("sigma_S_e", 0.01)
                .with("sigma_S_i", 0.01);
        FeedbackInhibition control = FeedbackInhibition.of(noisy, CONNECTOME, RATE);
        double[] inhibition = control.iterate(FeedbackInhibitionTest::simulation, 1000, 0.05, 20);
        Series rates = simulation(noisy.with("J_i", inhibition))
                .observe(Recorder.every(0.5, "H_e"))
                .run()
                .get("H_e")
                .from(1000.25);
        for (int i = 0; i < CONNECTOME.size(); i++) {
            assertThat(mean(rates.column(i))).isCloseTo(RATE, within(0.051));
        }
        Series uncorrected = simulation(noisy.with("J_i", control.analytic()))
                .observe(Recorder.every(0.5, "H_e"))
                .run()
                .get("H_e");
        assertThat(uncorrected.mean()).isGreaterThan(RATE + 0.1);
    }

    private static Simulation simulation(Node node) {
        return Simulation.of(Network.of(node, CONNECTOME, 20))
                .dt(0.5)
                .duration(11_000)
                .seed(3)
                .initial("S_e", 0.16)
                .initial("S_i", 0.04);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void ratesBeyondTheReachOfInhibitionAreNamedByRegion() {
        FeedbackInhibition control =
                FeedbackInhibition.of(ReducedWongWangExcInh.node().with("G", 0).with("I_o", 0.2), CONNECTOME, 40);
        assertThatThrownBy(control::analytic)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("0: expected a rate of 40.0 Hz that inhibition can reach");
    }

    @Test
    void otherModelsAndWrongNumbersAreRefusedTogether() {
        assertThatThrownBy(() -> FeedbackInhibition.of(Hopf.node(), CONNECTOME, -1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("rate: expected a positive number of Hz, given -1")
                .hasMessageContaining("model: expected reduced-wong-wang-exc-inh");
    }
}
