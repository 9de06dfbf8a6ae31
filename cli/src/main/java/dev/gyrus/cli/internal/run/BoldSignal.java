package dev.gyrus.cli.internal.run;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.Series;
import java.util.List;

/**
 * BOLD of all groups that something drives, as one signal.
 *
 * @param observers of each group, in the order of the network
 */
record BoldSignal(List<Bold> observers) {

    /** The samples so far, all groups side by side. */
    Series series() {
        List<Series> parts = observers.stream().map(Bold::bold).toList();
        Series first = parts.get(0);
        List<String> labels =
                parts.stream().flatMap(part -> part.labels().stream()).toList();
        double[][] values = new double[first.samples()][labels.size()];
        int column = 0;
        for (Series part : parts) {
            for (int row = 0; row < values.length; row++) {
                System.arraycopy(part.values()[row], 0, values[row], column, part.columns());
            }
            column += part.columns();
        }
        return new Series(first.name(), first.unit(), first.times(), labels, values);
    }
}
