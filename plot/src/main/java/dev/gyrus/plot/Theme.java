package dev.gyrus.plot;

/**
 * The one look of all figures, in points; made to be read at the width of a journal page (183 mm).
 */
final class Theme {
    static final double PAGE_WIDTH_MM = 183;
    static final double POINTS_PER_MM = 72 / 25.4;
    static final double DOTS_PER_INCH = 300;

    static final double MARGIN = 5;
    static final double COLUMN_GAP = 16;
    static final double ROW_GAP = 13;

    static final double TICK_SIZE = 6.5;
    static final double LABEL_SIZE = 7.5;
    static final double TITLE_SIZE = 8;
    static final double LETTER_SIZE = 9;
    static final double HEADING_SIZE = 9.5;

    /** Height of a capital, and half of it, relative to the size: Helvetica's. */
    static final double CAPITAL = 0.72;

    static final double HALF_CAPITAL = CAPITAL / 2;
    static final double DESCENT = 0.21;

    static final double TICK = 2.5;
    static final double MINOR_TICK = 1.5;
    static final double GAP = 3;

    static final double SPINE = 0.6;
    static final double BAR_WIDTH = 6;
    static final double BAR_GAP = 6;
    static final double BAR_LABEL_GAP = 4.5;

    /** Least distance between two labelled ticks across the page, and up it. */
    static final double TICK_SPACING_X = 22;

    static final double TICK_SPACING_Y = 19;

    /** Most steps between the ticks of an axis, however long. */
    static final int MOST_STEPS_X = 8;

    static final int MOST_STEPS_Y = 6;

    /** Columns narrower than this cannot be told apart in print. */
    static final double COLUMN = 0.4;

    static final int TEXT = Palette.INK;
    static final int QUIET = 0x6A6A6A;

    private Theme() {}
}
