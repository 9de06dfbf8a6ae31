package dev.gyrus.dynamics;

import java.util.List;

/** A curve of special points over two parameters. */
interface PlaneCurve extends Curve, Events.Tests {
    /** The state, then both parameters. */
    double[] place(double[] u);

    /** Brings what the equations are written with up to a point that was reached. */
    void adapt(double[] u);

    /** What happens where one of the tests vanishes; {@code null} for nothing. */
    PointType event(int test, Arclength.Point point);

    /** Whether the curve of these points ends there. */
    boolean endsAt(PointType type);

    Branch.Kind kind();

    PlaneField field();

    /** Eigenvalues without those of smallest modulus. */
    static List<Eigenvalue> without(List<Eigenvalue> all, int count) {
        return all.stream()
                .sorted(java.util.Comparator.comparingDouble(Eigenvalue::modulus))
                .skip(count)
                .toList();
    }
}
