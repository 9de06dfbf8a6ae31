package dev.gyrus.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColorMapTest {
    @Test
    void lightnessRisesAllAlongASequentialMap() {
        for (ColorMap map : new ColorMap[] {ColorMap.VIRIDIS, ColorMap.MAGMA}) {
            for (int i = 1; i < 64; i++) {
                double rise = lightness(map.color(i / 63.0)) - lightness(map.color((i - 1) / 63.0));
                assertThat(rise).as("%s at %d", map, i).isPositive();
            }
        }
    }

    /** Entries 0, 64, 128, 192 and 255 of matplotlib 3's tables. */
    @Test
    void sequentialMapsAgreeWithThePublishedTables() {
        same(ColorMap.VIRIDIS, 0x440154, 0x3B528B, 0x21918C, 0x5EC962, 0xFDE725);
        same(ColorMap.MAGMA, 0x000004, 0x51127C, 0xB73779, 0xFC8961, 0xFCFDBF);
    }

    @Test
    void theDivergingMapIsAsLightOnEitherSide() {
        for (int i = 0; i <= 100; i++) {
            double blue = lightness(ColorMap.BLUE_WHITE_RED.color(0.5 - i / 200.0));
            double red = lightness(ColorMap.BLUE_WHITE_RED.color(0.5 + i / 200.0));
            assertThat(blue).isCloseTo(red, within(1.0));
        }
        assertThat(lightness(ColorMap.BLUE_WHITE_RED.color(0.5))).isCloseTo(97, within(0.5));
        assertThat(lightness(ColorMap.BLUE_WHITE_RED.color(0))).isCloseTo(32, within(0.5));
    }

    @Test
    void whatIsNoNumberIsGreyAndWhatIsOutsideTakesTheEnd() {
        int grey = ColorMap.VIRIDIS.color(Double.NaN);
        assertThat(grey >> 16).isEqualTo(grey & 0xFF).isEqualTo(grey >> 8 & 0xFF);
        assertThat(ColorMap.VIRIDIS.color(-3)).isEqualTo(0x440154);
        assertThat(ColorMap.VIRIDIS.color(7)).isEqualTo(0xFDE725);
    }

    private static void same(ColorMap map, int... published) {
        int[] entries = {0, 64, 128, 192, 255};
        for (int i = 0; i < entries.length; i++) {
            int color = map.color(entries[i] / 255.0);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(color >> shift & 0xFF).isCloseTo(published[i] >> shift & 0xFF, within(2));
            }
        }
    }

    /** CIE 1976 L* of an sRGB colour. */
    private static double lightness(int rgb) {
        double y = 0.2126729 * linear(rgb >> 16) + 0.7151522 * linear(rgb >> 8) + 0.0721750 * linear(rgb);
        return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : 24389.0 / 27 * y;
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
