package dev.gyrus.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The two spiking networks of BrainPy's tutorial. BrainPy 2.4.4 gives E 21.3 and I 20.8 Hz, CV 1.72 and 1.75 in 1 s of the balanced
 * network; a C program of the tutorial's equations gives, over eight seeds of the decision network, 44–47 Hz against 0.8–1.4 Hz at
 * the end of the stimulus and 35–39 Hz after it.
 */
class TutorialNetworksTest {

    @Test
    void theBalancedNetworkFiresIrregularlyAtTwentyHertz() {
        SpikeRecorder e = SpikeRecorder.of("E", BalancedNetwork.EXCITATORY);
        SpikeRecorder i = SpikeRecorder.of("I", BalancedNetwork.INHIBITORY);
        BalancedNetwork.simulation(1).duration(1000).observe(e, i).run();
        for (SpikeRecorder recorder : new SpikeRecorder[] {e, i}) {
            Spikes spikes = recorder.spikes();
            assertThat(spikes.rate(0, 100)).isBetween(18.0, 24.0);
            assertThat(spikes.rate()).isBetween(18.0, 24.0);
            assertThat(SpikeStatistics.meanCv(spikes, 5)).isBetween(1.5, 2.0);
        }
        assertThat(SpikeStatistics.meanCorrelation(e.spikes(), 5)).isCloseTo(0, within(0.1));
    }

    @Test
    void theFavouredGroupWinsAndRemembers() {
        DecisionNetwork.Outcome outcome = DecisionNetwork.of(25.6).trial(DecisionNetwork.network(), 2);
        assertThat(outcome.favoursA()).isTrue();
        assertThat(outcome.stimulusA()).isBetween(42.0, 50.0);
        assertThat(outcome.stimulusB()).isLessThan(2);
        assertThat(outcome.delayA()).isBetween(34.0, 44.0);
        assertThat(outcome.delayB()).isLessThan(2);
    }

    @Test
    void theStimulusIsDrawnAnewEveryFiftyMilliseconds() {
        var rate = DecisionNetwork.of(25.6).rate("A", 1);
        assertThat(rate.at(99.9)).isZero();
        assertThat(rate.at(1100)).isZero();
        double sum = 0;
        for (int window = 0; window < 20; window++) {
            double value = rate.at(100 + 50 * window);
            assertThat(rate.at(149.9 + 50 * window)).isEqualTo(value);
            sum += value;
        }
        assertThat(sum / 20).isCloseTo(40 * 1.256, within(8.0));
    }

    @Test
    void thePsychometricCurveIsTheSameOnAnyNumberOfThreads() {
        DecisionNetwork brief = new DecisionNetwork(51.2, 20, 60, 20);
        var network = DecisionNetwork.network();
        var one = Psychometric.of(brief, List.of(0.0, 51.2), 2, 1, 1);
        var two = Psychometric.of(brief, List.of(0.0, 51.2), 2, 1, 2);
        assertThat(two).isEqualTo(one);
        assertThat(one.points().get(1).outcomes().get(0)).isEqualTo(brief.trial(network, 1));
    }
}
