package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final List<String> LABELS = List.of("a", "b");

    /** Rows whose values are (step + column/10)/3, in units of which the declared one is a thousandth. */
    private static Series recorded(Recorder recorder, int steps) {
        recorder.begin(new Observer.Scope(0.5, 0, List.of(new Observer.Channel("x", "Hz", 1000, LABELS))));
        recorder.observe(new Observer.Block() {
            @Override
            public long firstStep() {
                return 0;
            }

            @Override
            public int steps() {
                return steps;
            }

            @Override
            public double[] row(int channel, int k) {
                return new double[] {(k + 1) / 3.0, (k + 1.1) / 3.0};
            }
        });
        return recorder.series().get(0);
    }

    @Test
    void floatsAreTheRoundedDoublesAtTheSameTimes() {
        Series full = recorded(Recorder.every(1, "x").from(2), 40);
        Series single = recorded(Recorder.every(1, "x").from(2).asFloat(), 40);
        assertThat(full.isSingle()).isFalse();
        assertThat(single.isSingle()).isTrue();
        assertThat(single.times()).isEqualTo(full.times());
        assertThat(single.row(0)[1]).isNotEqualTo(full.row(0)[1]);
        for (int k = 0; k < full.samples(); k++) {
            for (int i = 0; i < 2; i++) {
                assertThat(single.row(k)[i]).isEqualTo((float) full.row(k)[i]);
            }
        }
    }

    @Test
    void seriesOfFloatsReadAsThoseOfDoubles() {
        Series single = recorded(Recorder.every(1, "x").asFloat(), 20);
        Series same = new Series("x", "Hz", single.times(), LABELS, single.values());
        assertThat(single.column(1)).isEqualTo(same.column(1));
        assertThat(single.mean()).isEqualTo(same.mean());
        assertThat(single.from(5).values()).isDeepEqualTo(same.from(5).values());
        assertThat(single.from(5).isSingle()).isTrue();
        assertThat(single.columns()).isEqualTo(2);
    }

    @Test
    void rowsOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> Series.ofFloats("x", "Hz", new double[1], LABELS, new float[1][3]))
                .hasMessage("x: expected 2 columns, one per label, given 3 columns");
        assertThatThrownBy(() -> Series.ofFloats("x", "Hz", new double[2], LABELS, new float[1][2]))
                .hasMessage("x: expected one time per sample (1), given 2 times");
    }
}
