package dev.gyrus.studies;

import dev.gyrus.studies.Published.Border;
import dev.gyrus.studies.Published.Letters;
import java.util.List;

/** The two sets of parameters of figure 2, the inputs over which it shows them, and what is known of either. */
enum ParameterSet {
    A("without adaptation", 0, 0, 0, 3, 3, Published.A_STEP, Published.A, Published.A_BORDERS),
    B(
            "with adaptation",
            Point.ADAPTATION,
            Point.INCREMENT,
            1,
            5,
            4,
            Published.B_STEP,
            Published.B,
            Published.B_BORDERS);

    final String title;
    final double a;
    final double b;
    final double from;
    final double step;
    final List<Letters> letters;
    final List<Border> borders;
    private final double to;
    private final double most;

    /**
     * @param from the least input to excitation, in mV/ms; to inhibition it is 0
     * @param to the largest
     * @param most the largest input to inhibition
     * @param step between two letters
     */
    ParameterSet(
            String title,
            double a,
            double b,
            double from,
            double to,
            double most,
            double step,
            List<Letters> letters,
            List<Border> borders) {
        this.title = title;
        this.a = a;
        this.b = b;
        this.from = from;
        this.to = to;
        this.most = most;
        this.step = step;
        this.letters = letters;
        this.borders = borders;
    }

    /** A grid over all inputs, with so many cells along each axis. */
    RegimeMap.Grid grid(int cells) {
        return new RegimeMap.Grid(a, b, RegimeMap.axis(from, to, cells), RegimeMap.axis(0, most, cells));
    }

    /** The rows of which the borders are known. */
    RegimeMap.Grid rows(int cells) {
        double[] mui = borders.stream().mapToDouble(Border::mui).toArray();
        return new RegimeMap.Grid(a, b, RegimeMap.axis(from, to, cells), mui);
    }
}
