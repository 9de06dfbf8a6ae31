package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Sync;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Links.Patch;
import java.util.List;

/**
 * Connections of one kind between two cohorts: they end in the same sums.
 *
 * @param lines of their wiring
 * @param sources the number of nodes of the source cohort
 * @param targets the number of nodes of the target cohort
 * @param count the number of nodes of a source population; 0 where no coupling reads it
 * @param patches the connections of each projection, in the order of the description
 */
record Bundle(List<Line> lines, int sources, int targets, int count, List<Patch> patches) {

    /**
     * A line of wiring whose names are found.
     *
     * @param coupling null for a plain sum
     */
    record Line(Sync sync, Place output, Place input, CouplingDraft coupling) {}
}
