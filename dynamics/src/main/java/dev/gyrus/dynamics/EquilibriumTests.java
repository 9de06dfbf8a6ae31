package dev.gyrus.dynamics;

import dev.gyrus.dynamics.Arclength.Point;
import java.util.List;

/** The functions that vanish at folds, where branches cross, and at Hopf points. */
final class EquilibriumTests implements Events.Tests {
    static final int FOLD = 0;
    static final int CROSSING = 1;
    static final int HOPF = 2;

    /** How far a pair may jump over the axis, in units of its modulus, where equations have corners. */
    private static final double CORNER = 0.05;

    private final EquilibriumCurve curve;
    private final Arclength arclength;
    private final int n;

    EquilibriumTests(EquilibriumCurve curve, Arclength arclength) {
        this.curve = curve;
        this.arclength = arclength;
        n = curve.equations();
    }

    @Override
    public double[] of(Point point) {
        List<Eigenvalue> eigenvalues = curve.spectrum(point.u());
        double hopf = curve.delayed() ? rotations(eigenvalues) : pairs(eigenvalues);
        return new double[] {point.tangent()[n], arclength.orientation(point), hopf};
    }

    /**
     * Π_{i&lt;j} (λ_i + λ_j), real, changes sign where a pair crosses the imaginary axis. Here with the modulus of its
     * smallest factor, so that it goes through zero in a straight line whatever the others are.
     */
    static double pairs(List<Eigenvalue> eigenvalues) {
        double sign = 1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < eigenvalues.size(); i++) {
            for (int j = i + 1; j < eigenvalues.size(); j++) {
                Eigenvalue a = eigenvalues.get(i);
                Eigenvalue b = eigenvalues.get(j);
                double real = a.real() + b.real();
                double imaginary = a.imaginary() + b.imaginary();
                smallest = Math.min(smallest, Math.hypot(real, imaginary));
                if (imaginary == 0) {
                    sign *= Math.signum(real);
                }
            }
        }
        return smallest == Double.POSITIVE_INFINITY ? 1 : sign * smallest;
    }

    /**
     * The same where only the rightmost of infinitely many are known: the parity of pairs to the right of the axis, with
     * the distance of the nearest pair. It may also jump, where a pair becomes real.
     */
    static double rotations(List<Eigenvalue> eigenvalues) {
        double sign = 1;
        double nearest = Double.POSITIVE_INFINITY;
        for (Eigenvalue value : eigenvalues) {
            if (value.imaginary() > 0) {
                sign = value.real() > 0 ? -sign : sign;
                nearest = Math.min(nearest, Math.abs(value.real()));
            }
        }
        return nearest == Double.POSITIVE_INFINITY ? 1 : sign * nearest;
    }

    /** Whether a Hopf point is there, of eigenvalues where the test vanishes. */
    boolean isHopf(List<Eigenvalue> eigenvalues) {
        return curve.delayed() ? rotates(eigenvalues) : isPair(eigenvalues);
    }

    private static boolean rotates(List<Eigenvalue> eigenvalues) {
        return eigenvalues.stream()
                .anyMatch(value -> value.imaginary() > 0 && Math.abs(value.real()) < CORNER * value.modulus());
    }

    /** Whether the sum of two eigenvalues that is nearest to zero is that of a pair, not of two real ones. */
    static boolean isPair(List<Eigenvalue> eigenvalues) {
        double smallest = Double.POSITIVE_INFINITY;
        boolean pair = false;
        for (int i = 0; i < eigenvalues.size(); i++) {
            for (int j = i + 1; j < eigenvalues.size(); j++) {
                Eigenvalue a = eigenvalues.get(i);
                Eigenvalue b = eigenvalues.get(j);
                double size = Math.hypot(a.real() + b.real(), a.imaginary() + b.imaginary());
                if (size < smallest) {
                    smallest = size;
                    pair = a.imaginary() != 0;
                }
            }
        }
        return pair;
    }
}
