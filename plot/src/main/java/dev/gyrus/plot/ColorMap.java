package dev.gyrus.plot;

/**
 * A continuous scale of colours, given by evenly spaced control points.
 *
 * <p>Between two points colours are interpolated in sRGB; the maps deviate from their published tables by less than 2
 * of 255 levels. Thread-safe.
 */
public enum ColorMap {
    /**
     * From dark violet to yellow, evenly rising in lightness: the default for values with a lowest end.
     *
     * <p>S. van der Walt, N. Smith and E. Firing, matplotlib colormaps, 2015, CC0.
     */
    VIRIDIS("440154470d6048186a482475472e7c4538824241863e4c8a3a548c365d8d32658e2e6d8e2b758e287d8e25848e228c8d"
            + "1f948c1e9c8920a38625ab822eb37c3aba7648c16e58c76569cd5b7fd34e93d741a8db34bddf26d5e21aeae51afde725"),
    /** From black through magenta to cream, evenly rising in lightness; same authors. */
    MAGMA("0000040303120a0822140e361e11492a115c38106c47107854137d6018806d1d81792282882781942c80a1307eae347b"
            + "bd3977ca3e72d6456ce24d66ec5860f3655cf8745cfb835ffd9266fea36ffeb27afec185fecf92fde0a1fceeb0fcfdbf"),
    /** Blue, white, red, for values on both sides of zero: lightness L* falls from 97 to 32 on either arm. */
    BLUE_WHITE_RED("1a4d7d2366a32880c93f9be967b7fca4d0fdd6e7fcf6f6f6fae0d5fbbea9f7987dec7159dd473bbf242a97121f"),
    /** From white to black. */
    GREY("ffffff000000");

    /** What is not a number is drawn in this grey, which no map but {@link #GREY} contains. */
    public static final int MISSING = 0xD4D4D4;

    private final int[] points;

    ColorMap(String hexadecimal) {
        points = new int[hexadecimal.length() / 6];
        for (int i = 0; i < points.length; i++) {
            points[i] = Integer.parseInt(hexadecimal.substring(6 * i, 6 * i + 6), 16);
        }
    }

    /** The colour of a fraction, {@code 0xRRGGBB}; below 0 and above 1 the ends, of NaN {@link #MISSING}. */
    public int color(double fraction) {
        if (Double.isNaN(fraction)) {
            return MISSING;
        }
        double at = Math.max(0, Math.min(1, fraction)) * (points.length - 1);
        int i = Math.min((int) at, points.length - 2);
        return blend(points[i], points[i + 1], at - i);
    }

    /** The colour a part of the way from one to another. */
    static int blend(int from, int to, double part) {
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            int b = to >> shift & 0xFF;
            color |= (int) Math.round(a + part * (b - a)) << shift;
        }
        return color;
    }
}
