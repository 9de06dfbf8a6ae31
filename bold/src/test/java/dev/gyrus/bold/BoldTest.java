package dev.gyrus.bold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoldTest {
    private static final HaemodynamicParameters P = HaemodynamicParameters.friston2003();

    @Test
    void sampleRIsReadAfterRPlusOneRepetitionTimes() {
        Series bold = Rates.feed(Bold.tr(720), 0.1, Rates.of(30_000, k -> 5));
        assertThat(bold.times()).containsExactly(720, 1440, 2160, 2880);
        assertThat(bold.unit()).isEqualTo("1");
        assertThat(bold.name()).isEqualTo("bold");
        assertThat(bold.labels()).containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource
    void blocksOfAnyLengthGiveTheSameBits(Bold.Scheme scheme) {
        double[][] rates = Rates.noisy(50_000, 0.1, 5);
        Bold bold = Bold.tr(700.3).scheme(scheme);
        double[] whole = Rates.feed(bold, 0.1, rates, 50_000).column(0);
        for (int block : new int[] {1, 7, 32, 4999}) {
            assertThat(Rates.feed(bold, 0.1, rates, block).column(0)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void continuedRunGivesTheBitsOfOneRun(Bold.Scheme scheme) {
        double[][] rates = Rates.noisy(50_000, 0.1, 5);
        Bold bold = Bold.tr(700.3).scheme(scheme);
        Series whole = Rates.feed(bold, 0.1, rates);
        int[] cuts = {0, 13, 7003, 7010, 31_111, 50_000};
        for (int part = 1; part < cuts.length; part++) {
            bold.begin(Rates.scope(0.1, cuts[part - 1], "Hz", 1, 1));
            Rates.blocks(bold, rates, cuts[part - 1], cuts[part], 100);
            bold.end();
        }
        assertThat(bold.bold().times()).isEqualTo(whole.times());
        assertThat(bold.bold().column(0)).isEqualTo(whole.column(0));
    }

    /** Three that fluctuate, about one that falls silent and one of spikes: those take shorter steps at times. */
    @Test
    void regionsDoNotChangeEachOthersBits() {
        int steps = 60_000;
        double[][][] alone = {
            Rates.noisy(steps, 0.1, 7),
            Rates.of(steps, k -> k % 20_000 < 5000 ? 100 : 0),
            Rates.noisy(steps, 0.1, 8),
            Rates.of(steps, k -> k % 3000 == 0 ? 9000 : 0),
            Rates.noisy(steps, 0.1, 9)
        };
        double[][] together = new double[steps][alone.length];
        for (int k = 0; k < steps; k++) {
            for (int i = 0; i < alone.length; i++) {
                together[k][i] = alone[i][k][0];
            }
        }
        Series bold = Rates.feed(Bold.tr(100), 0.1, together);
        for (int i = 0; i < alone.length; i++) {
            assertThat(bold.column(i))
                    .isEqualTo(Rates.feed(Bold.tr(100), 0.1, alone[i]).column(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachRegionFollowsItsOwnParameters(Bold.Scheme scheme) {
        double[][] one = Rates.noisy(30_000, 0.2, 6);
        double[][] two = new double[one.length][];
        for (int k = 0; k < two.length; k++) {
            two[k] = new double[] {one[k][0], one[k][0]};
        }
        HaemodynamicParameters slow = P.with("tau", 1.4).with("kappa", 2.0);
        Bold bold = Bold.tr(1000).scheme(scheme);
        Series both = Rates.feed(bold.parameters(List.of(P, slow)), 0.2, two);
        assertThat(both.column(0)).isEqualTo(Rates.feed(bold, 0.2, one).column(0));
        assertThat(both.column(1))
                .isEqualTo(Rates.feed(bold.parameters(slow), 0.2, one).column(0))
                .isNotEqualTo(both.column(0));
    }

    @Test
    void ratesAreReadInTheirDeclaredUnit() {
        double[][] hertz = Rates.of(20_000, k -> 8);
        double[] expected = Rates.feed(Bold.tr(1000), 0.1, hertz).column(0);
        double[][] kilohertz = Rates.of(20_000, k -> 0.008);
        assertThat(feed(Bold.tr(1000), kilohertz, "kHz", 1)).containsExactly(expected, within(1e-14));
        assertThat(feed(Bold.tr(1000), kilohertz, "Hz", 1000)).containsExactly(expected, within(1e-14));
        double[][] ones = Rates.of(20_000, k -> 1);
        assertThat(feed(Bold.tr(1000).drive(4, 4), ones, "1", 1)).containsExactly(expected, within(1e-14));
    }

    @Test
    void signalIsReadableWhileRunning() {
        Bold bold = Bold.tr(100);
        assertThat(bold.bold().samples()).isZero();
        bold.begin(Rates.scope(0.1, 0, "Hz", 1, 1));
        Rates.blocks(bold, Rates.of(2500, k -> 1), 0, 2500, 100);
        assertThat(bold.bold().times()).containsExactly(100, 200);
    }

    @Test
    void repetitionTimeThatDoesNotFitIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> Bold.tr(720.05).begin(Rates.scope(0.1, 0, "Hz", 1, 1)))
                .isInstanceOf(GyrusException.class)
                .hasMessage("bold.tr: expected a whole multiple of dt = 0.1 ms, given 720.05 ms;"
                        + " the nearest are 720.0 or 720.1 ms");
        assertThatThrownBy(() -> Bold.tr(0.05).begin(Rates.scope(0.1, 0, "Hz", 1, 1)))
                .hasMessageEndingWith("the nearest are 0.1 ms");
        assertThatThrownBy(() -> Bold.tr(-1)).hasMessageContaining("bold.tr");
    }

    @Test
    void everyWrongSettingIsReportedAtOnce() {
        assertThatThrownBy(() ->
                        Bold.tr(0.25).parameters(List.of(P, P)).source("E").begin(Rates.scope(0.1, 0, "mV", 1, 3)))
                .hasMessageContaining("bold.tr")
                .hasMessageContaining("bold.parameters: expected one set, or one per region (3), given 2")
                .hasMessageContaining("bold.source: expected a rate in Hz or kHz, given 'rates_exc' in 'mV'");
        assertThatThrownBy(() -> new HaemodynamicParameters(1.2, 0, 0.02, 1, 1, 1, -1, 0.6, Double.NaN))
                .hasMessageContaining("bold.rho")
                .hasMessageContaining("bold.alpha")
                .hasMessageContaining("bold.gamma: expected a positive number, given -1.0")
                .hasMessageContaining("bold.tau");
        assertThatThrownBy(() -> P.with("taw", 1)).hasMessageContaining("did you mean 'tau'?");
        assertThatThrownBy(() -> Bold.tr(1).drive(Double.NaN, 0)).hasMessageContaining("bold.drive");
    }

    private static double[] feed(Bold bold, double[][] rates, String unit, double scale) {
        bold.begin(Rates.scope(0.1, 0, unit, scale, 1));
        Rates.blocks(bold, rates, 0, rates.length, 100);
        return bold.bold().column(0);
    }
}
