package dev.gyrus.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.analysis.KuramotoOrder.PeakSettings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KuramotoOrderTest {

    /** The signals of the numbers below, made with neurolib's kuramoto (its formula unchanged) on SciPy 1.17. */
    private static double[][] signals(int samples) {
        double[][] out = new double[samples][3];
        for (int t = 0; t < samples; t++) {
            for (int i = 0; i < 3; i++) {
                out[t][i] = 10 * Math.sin(2 * Math.PI * (0.021 + 0.002 * i) * t + i)
                        + 4 * Math.cos(2 * Math.PI * 0.13 * (1 + 0.1 * i) * t)
                        + Math.rint(3 * Math.sin(0.7 * t * (i + 1)));
            }
        }
        return out;
    }

    @Test
    void peaksGiveNeurolibsOrder() {
        assertOrder(
                KuramotoOrder.ofPeaks(signals(600), PeakSettings.standard()),
                new double[] {1.0, 0.43573286934064237, 0.7629655929973982, 0.6263571524102408, 0.7867603280061141, 1.0
                },
                0.5408527911946961);
        assertOrder(
                KuramotoOrder.ofPeaks(signals(600), new PeakSettings(0, 1, 0.5)),
                new double[] {1.0, 0.3980048589572876, 0.07155984980204681, 0.3333333333333333, 0.9002812162001459, 1.0
                },
                0.5248890016976234);
        assertOrder(
                KuramotoOrder.ofPeaks(signals(600), new PeakSettings(0, 25, 8)),
                new double[] {1.0, 0.18289075717949643, 0.1648421544869356, 0.6511919086801279, 0.6785825034965943, 1.0
                },
                0.5310500544357043);
    }

    @Test
    void smoothedPeaksGiveNeurolibsOrder() {
        assertOrder(
                KuramotoOrder.ofPeaks(signals(600), new PeakSettings(2.5, 10, 5)),
                new double[] {1.0, 0.5682185346486394, 0.13203717156952025, 0.6371926279560881, 0.9915229959053118, 1.0
                },
                0.49850310975392376);
    }

    /** scipy.signal.hilbert (SciPy 1.17) of the signals less their means. */
    @Test
    void hilbertPhasesAreScipys() {
        assertOrder(
                KuramotoOrder.ofHilbert(signals(600)),
                new double[] {
                    0.8392526631440526,
                    0.5299044317908079,
                    0.04252217070861657,
                    0.37611159850747533,
                    0.2999512846162816,
                    0.5937809657672951
                },
                0.4803222531640495);
        double[] odd = KuramotoOrder.ofHilbert(signals(599));
        assertThat(Arrays.stream(odd).average().orElseThrow()).isCloseTo(0.4807748469231624, within(1e-11));
    }

    @Test
    void shiftedSinusoidsKeepTheOrderOfTheirPhases() {
        double[][] signals = new double[1000][2];
        for (int k = 0; k < signals.length; k++) {
            signals[k][0] = Math.sin(2 * Math.PI * k / 100);
            signals[k][1] = 5 * Math.sin(2 * Math.PI * k / 100 + Math.PI / 2);
        }
        for (double r : KuramotoOrder.ofHilbert(signals)) {
            assertThat(r).isCloseTo(Math.sqrt(0.5), within(1e-12));
        }
    }

    @Test
    void phasesOnTheCircleCancelAndEqualOnesAddUp() {
        double[] r = KuramotoOrder.ofPhases(new double[][] {{0, 2 * Math.PI / 3, 4 * Math.PI / 3}, {1, 1, 1}});
        assertThat(r).containsExactly(new double[] {0, 1}, within(1e-15));
    }

    @Test
    void signalWithoutPeaksGivesZero() {
        double[][] signals = signals(300);
        for (double[] row : signals) {
            row[1] = 1;
        }
        assertThat(KuramotoOrder.ofPeaks(signals, PeakSettings.standard()))
                .hasSize(300)
                .containsOnly(0);
    }

    @Test
    void oneSignalIsInOrderAndAConstantHasNone() {
        double[][] one = new double[64][1];
        double[][] constant = new double[64][1];
        for (int k = 0; k < 64; k++) {
            one[k][0] = Math.sin(0.4 * k);
            constant[k][0] = 0.1;
        }
        assertThat(KuramotoOrder.ofHilbert(one)).containsOnly(new double[] {1}, within(1e-12));
        assertThat(KuramotoOrder.ofHilbert(constant)).containsOnly(0);
    }

    @Test
    void samplesWithoutAPhaseAreNamed() {
        assertThatThrownBy(() -> KuramotoOrder.ofHilbert(new double[][] {{1}, {Double.NaN}}))
                .hasMessageContaining("in sample 1");
        assertThatThrownBy(() -> KuramotoOrder.ofPhases(new double[][] {{1, 2}, {1}}))
                .hasMessage("kuramoto: expected 2 values in every sample, given 1 in sample 1");
        assertThatThrownBy(() -> KuramotoOrder.ofPhases(new double[1][0])).hasMessageContaining("at least one signal");
    }

    @Test
    void wrongInputIsNamed() {
        assertThatThrownBy(() -> new PeakSettings(-1, 0, -1))
                .hasMessageContaining("kuramoto.smoothing")
                .hasMessageContaining("kuramoto.distance")
                .hasMessageContaining("kuramoto.prominence");
        assertThatThrownBy(() -> KuramotoOrder.ofHilbert(new double[0][0])).hasMessageContaining("at least one signal");
    }

    /** Samples 0, 5, 100, 333, 598 and 599, and the mean. */
    private static void assertOrder(double[] r, double[] expected, double mean) {
        double[] at = {r[0], r[5], r[100], r[333], r[598], r[599]};
        assertThat(at).containsExactly(expected, within(1e-10));
        assertThat(Arrays.stream(r).average().orElseThrow()).isCloseTo(mean, within(1e-10));
    }
}
