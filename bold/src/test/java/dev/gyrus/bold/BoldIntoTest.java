package dev.gyrus.bold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BOLD that other observers take up. */
class BoldIntoTest {
    @Test
    void observersSeeEachSampleAsAStepOfOneRepetitionTime() {
        double[][] rates = Rates.noisy(60_000, 0.1, 1);
        Series kept = Rates.feed(Bold.tr(500), 0.1, rates);
        Bold bold = Bold.tr(500)
                .into(Recorder.every(500, "bold"), Recorder.every(1500, "bold").from(1000));
        assertThat(Rates.feed(bold, 0.1, rates).samples()).isZero();
        List<Series> series = bold.series();
        assertThat(series).hasSize(2);
        assertThat(series.get(0).times()).isEqualTo(kept.times());
        assertThat(series.get(0).column(0)).isEqualTo(kept.column(0));
        assertThat(series.get(0).unit()).isEqualTo("1");
        assertThat(series.get(1).times()).containsExactly(2500, 4000, 5500);
        assertThat(series.get(1).column(0)[2]).isEqualTo(kept.column(0)[10]);
    }

    @Test
    void continuedRunGoesOnWithTheSameObservers() {
        double[][] rates = Rates.noisy(20_000, 0.1, 2);
        Bold bold = Bold.tr(200).into(Recorder.every(200, "bold"));
        bold.begin(Rates.scope(0.1, 0, "Hz", 1, 1));
        Rates.blocks(bold, rates, 0, 7001, 100);
        bold.begin(Rates.scope(0.1, 7001, "Hz", 1, 1));
        Rates.blocks(bold, rates, 7001, 20_000, 100);
        double[] whole = Rates.feed(Bold.tr(200), 0.1, rates).column(0);
        assertThat(bold.series().get(0).column(0)).isEqualTo(whole);
    }

    @Test
    void observersOfAnythingElseAreRefused() {
        Recorder rates = Recorder.every(1, "rates_exc");
        assertThatThrownBy(() -> Bold.tr(500).into(rates))
                .isInstanceOf(GyrusException.class)
                .hasMessage("bold.into: expected observers of 'bold', given 'rates_exc'");
    }
}
