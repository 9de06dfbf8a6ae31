package dev.gyrus.plot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextMetricsTest {
    @Test
    void widthsAreThoseOfHelvetica() {
        assertThat(TextMetrics.width("Time (s)", 10, false))
                .isCloseTo(0.01 * (611 + 222 + 833 + 556 + 278 + 333 + 500 + 333), within(1e-9));
        assertThat(TextMetrics.width("W~", 1000, false)).isCloseTo(944 + 584, within(1e-6));
    }

    @Test
    void superscriptsAreSmaller() {
        assertThat(TextMetrics.width("10²", 10, false)).isCloseTo(2 * 5.56 + 0.7 * 5.56, within(1e-9));
    }

    @Test
    void aLongTextIsCutAndALongLineIsBroken() {
        String text = "one two three four five six seven eight nine ten";
        String cut = TextMetrics.fit(text, 8, false, 60);
        assertThat(cut).endsWith("…").startsWith("one two");
        assertThat(TextMetrics.width(cut, 8, false)).isLessThanOrEqualTo(60);
        assertThat(String.join(" ", TextMetrics.wrap(text, 8, 60))).isEqualTo(text);
        assertThat(TextMetrics.wrap(text, 8, 60)).allMatch(line -> TextMetrics.width(line, 8, false) <= 60);
        assertThat(TextMetrics.wrap("", 8, 60)).isEmpty();
    }
}
