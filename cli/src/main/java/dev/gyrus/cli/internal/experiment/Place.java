package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where a value comes from.
 *
 * @param source the file as the user named it, or an option such as {@code --set}
 * @param line counted from 1; 0 where lines mean nothing
 */
record Place(String source, int line) {

    /** The place of a mark in a text that starts here. */
    Place plus(Mark mark) {
        return line == 0 ? this : new Place(source, line + mark.getLine());
    }

    /** The problem, said to be here. */
    Problem mark(Problem problem) {
        return problem.at(source, line);
    }
}
