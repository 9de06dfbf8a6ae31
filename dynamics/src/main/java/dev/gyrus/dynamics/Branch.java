package dev.gyrus.dynamics;

import java.util.List;

/**
 * A curve of equilibria, cycles, or special points through parameter space.
 *
 * @param name short, unique in a diagram
 * @param points in the order in which the curve passes them
 */
public record Branch(Kind kind, String name, List<BranchPoint> points) {
    public Branch {
        points = List.copyOf(points);
    }

    /** What the points are. */
    public enum Kind {
        EQUILIBRIUM("equilibria"),
        CYCLE("cycles"),
        /** Where runs went, one after the other. */
        SWEEP("runs"),
        /** Folds in two parameters. */
        FOLD("folds"),
        /** Hopf points in two parameters. */
        HOPF("Hopf points"),
        /** Folds of cycles in two parameters. */
        CYCLE_FOLD("folds of cycles"),
        /** Period doublings in two parameters. */
        PERIOD_DOUBLING("period doublings"),
        /** Torus points in two parameters. */
        TORUS("torus points");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What they are called in words. */
        public String title() {
            return title;
        }
    }

    /** The special points. */
    public List<BranchPoint> special() {
        return points.stream().filter(point -> point.type().isPresent()).toList();
    }
}
