package dev.gyrus.analysis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeaksTest {

    /** Plateaus, equal heights, peaks at the ends; expected: scipy.signal.find_peaks (SciPy 1.17). */
    @Test
    void peaksAreScipys() {
        double[] x = {0, 1, 1, 1, 0, 2, 3, 3, 1, 5, 5, 0, 4, 4, 4, 4, 6, 2, 2, 3, 1, 1, 2, 0, 7, 7};
        assertThat(Peaks.find(x, 1, 0)).containsExactly(2, 6, 9, 16, 19, 22);
        assertThat(Peaks.find(x, 3, 0)).containsExactly(2, 6, 9, 16, 19, 22);
        assertThat(Peaks.find(x, 1, 2)).containsExactly(6, 9, 16);
        assertThat(Peaks.find(x, 4, 1.5)).containsExactly(9, 16);
        assertThat(Peaks.find(new double[] {1, 2}, 1, 0)).isEmpty();
    }
}
