package dev.gyrus.plot;

/**
 * Colours for lines and dots that also colour-blind readers tell apart, as {@code 0xRRGGBB}.
 *
 * <p>M. Okabe and K. Ito, "Color Universal Design", 2008; B. Wong, "Points of view: color blindness", <i>Nature
 * Methods</i> 8, 2011, doi:10.1038/nmeth.1618. Their yellow is left out: it is too pale for a line on white.
 */
public final class Palette {
    public static final int BLUE = 0x0072B2;
    public static final int VERMILION = 0xD55E00;
    public static final int GREEN = 0x009E73;
    public static final int PURPLE = 0xCC79A7;
    public static final int ORANGE = 0xE69F00;
    public static final int SKY = 0x56B4E9;
    public static final int INK = 0x222222;
    public static final int GREY = 0x888888;

    private static final int[] ORDER = {BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY};

    private Palette() {}

    /** The colour of the i-th of several things, over again after the sixth. */
    public static int color(int i) {
        return ORDER[Math.floorMod(i, ORDER.length)];
    }
}
