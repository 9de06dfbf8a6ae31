package dev.gyrus.datasets;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.util.List;

/** What the rows of a connectivity matrix are; symmetric matrices don't care. */
public enum Orientation {
    /** Row = target, column = source: Gyrus's own order, and that of The Virtual Brain. */
    TO_FROM("to-from"),
    /** Row = source, column = target: transposed on reading. */
    FROM_TO("from-to");

    private final String text;

    Orientation(String text) {
        this.text = text;
    }

    /** The orientation of that name, {@code to-from} or {@code from-to}. */
    public static Orientation of(String text) {
        for (Orientation orientation : values()) {
            if (orientation.text.equals(text)) {
                return orientation;
            }
        }
        throw GyrusException.input(
                Problem.unknown("orientation", "orientation", text, List.of(TO_FROM.text, FROM_TO.text)));
    }

    @Override
    public String toString() {
        return text;
    }
}
