package dev.gyrus.studies;

import dev.gyrus.plot.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * One figure of a study, done again.
 *
 * @param title such as {@code Figure 2}
 * @param checks against what was published
 * @param pictures files to be drawn
 * @param tables files of numbers
 * @param seconds it took
 */
public record Part(String title, List<Check> checks, List<Picture> pictures, List<Table> tables, double seconds) {
    public Part {
        checks = List.copyOf(checks);
        pictures = List.copyOf(pictures);
        tables = List.copyOf(tables);
    }

    /**
     * A picture and what the published one shows.
     *
     * @param name of its files, without ending
     */
    public record Picture(String name, Figure figure, String caption) {}

    /**
     * Numbers in columns.
     *
     * @param name of its file, without ending
     * @param header one name per column
     * @param rows one array per row
     */
    public record Table(String name, List<String> header, List<double[]> rows) {}

    /** What a part collects. */
    static final class Draft {
        final List<Check> checks = new ArrayList<>();
        final List<Picture> pictures = new ArrayList<>();
        final List<Table> tables = new ArrayList<>();

        Part part(String title, double seconds) {
            return new Part(title, checks, pictures, tables, seconds);
        }
    }
}
