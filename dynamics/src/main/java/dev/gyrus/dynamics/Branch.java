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
        EQUILIBRIUM,
        CYCLE,
        /** Folds in two parameters. */
        FOLD,
        /** Hopf points in two parameters. */
        HOPF,
        /** Folds of cycles in two parameters. */
        CYCLE_FOLD,
        /** Period doublings in two parameters. */
        PERIOD_DOUBLING,
        /** Torus points in two parameters. */
        TORUS
    }

    /** The special points. */
    public List<BranchPoint> special() {
        return points.stream().filter(point -> point.type().isPresent()).toList();
    }
}
