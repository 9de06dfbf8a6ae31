package dev.gyrus.dynamics;

/**
 * Steps along a curve by pseudo-arclength continuation: Euler's predictor along the tangent, Newton's method in the plane
 * perpendicular to it.
 *
 * <p>Unknowns are measured in units of their scales, so that a step has a length. A step is refused where the corrector
 * needs more than some iterations or the curve turns too far; the next one is longer where both are small.
 *
 * <p>H. B. Keller, Numerical solution of bifurcation and nonlinear eigenvalue problems, in: Applications of Bifurcation
 * Theory, Academic Press 1977, 359–384.
 */
final class Arclength {
    private static final int MOST_ITERATIONS = 8;
    private static final double TOLERANCE = 1e-10;
    /** cos of the largest angle between two tangents: 20 degrees. */
    private static final double STRAIGHT = 0.94;

    private final Curve curve;
    private final double[] scale;
    private final double longest;
    private final double shortest;
    private final int n;
    private double step;

    /** @param tangent of length one, in units of the scales */
    record Point(double[] u, double[] tangent) {}

    /**
     * @param scale typical sizes of the unknowns
     * @param step length of the first step, in units of the scales; later ones are between 1e-6 and 5 times as long
     */
    Arclength(Curve curve, double[] scale, double step) {
        this.curve = curve;
        this.scale = scale.clone();
        this.step = step;
        this.longest = 5 * step;
        this.shortest = 1e-6 * step;
        this.n = curve.equations();
    }

    /** The length of the next step. */
    double step() {
        return step;
    }

    void shorten(double factor) {
        step *= factor;
    }

    /** A solution near a guess, with the tangent that makes an acute angle with a direction; null where there is none. */
    Point start(double[] guess, double[] direction) {
        double[] u = corrected(guess, direction);
        double[] tangent = u == null ? null : tangent(u, direction);
        return tangent == null ? null : new Point(u, tangent);
    }

    /** The next point; null where the curve cannot be followed. */
    Point next(Point from) {
        while (step >= shortest) {
            Point to = at(from, step);
            double cosine = to == null ? -1 : Matrices.dot(from.tangent, to.tangent);
            if (cosine >= STRAIGHT) {
                step = cosine > 0.995 ? Math.min(longest, 1.4 * step) : step;
                return to;
            }
            step *= 0.5;
        }
        return aroundCorner(from);
    }

    /** Beyond a corner, as at the border of a table's cell, where a curve turns however short the step. */
    private Point aroundCorner(Point from) {
        for (double distance = 2 * shortest; distance < longest; distance *= 4) {
            Point to = at(from, distance);
            if (to != null && Matrices.dot(from.tangent, to.tangent) > 0) {
                step = 1e3 * shortest;
                return to;
            }
        }
        return null;
    }

    /** The point of the curve in the plane at a distance along the tangent of another one. */
    Point at(Point from, double distance) {
        double[] guess = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            guess[j] = from.u[j] + distance * scale[j] * from.tangent[j];
        }
        return start(guess, from.tangent);
    }

    /** Newton's method in the plane through the guess; null where it does not converge. */
    private double[] corrected(double[] guess, double[] normal) {
        double[] u = guess.clone();
        double[] residual = new double[n];
        double[] right = new double[n + 1];
        double[][] matrix = new double[n + 1][n + 1];
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            curve.residual(u, residual);
            System.arraycopy(residual, 0, right, 0, n);
            scaledJacobian(u, normal, matrix);
            right[n] = 0;
            for (int j = 0; j <= n; j++) {
                right[n] += normal[j] * (u[j] - guess[j]) / scale[j];
            }
            double[] change = Matrices.solve(matrix, right);
            if (change.length == 0) {
                return null;
            }
            double largest = 0;
            for (int j = 0; j <= n; j++) {
                u[j] -= scale[j] * change[j];
                largest = Math.max(largest, Math.abs(change[j]));
            }
            if (largest < TOLERANCE) {
                return u;
            }
        }
        return null;
    }

    /** The Jacobian by scaled unknowns, and below it a direction. */
    private void scaledJacobian(double[] u, double[] direction, double[][] matrix) {
        curve.jacobian(u, matrix);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= n; j++) {
                matrix[i][j] *= scale[j];
            }
        }
        System.arraycopy(direction, 0, matrix[n], 0, n + 1);
    }

    /** The tangent that makes an acute angle with a direction. */
    private double[] tangent(double[] u, double[] direction) {
        double[][] matrix = new double[n + 1][n + 1];
        scaledJacobian(u, direction, matrix);
        double[] right = new double[n + 1];
        right[n] = 1;
        double[] tangent = Matrices.solve(matrix, right);
        return tangent.length == 0 ? null : Matrices.normalised(tangent);
    }

    /** How far the Jacobian with the tangent below it is from being singular; it changes sign where branches cross. */
    double orientation(Point point) {
        double[][] matrix = new double[n + 1][n + 1];
        scaledJacobian(point.u, point.tangent, matrix);
        return Matrices.signedDistance(matrix);
    }

    /** The other direction in the two-dimensional kernel of the Jacobian where branches cross. */
    double[] crossing(Point point) {
        double[][] bordered = new double[n + 1][n + 1];
        scaledJacobian(point.u, point.tangent, bordered);
        return Matrices.smallest(bordered, 1)[0];
    }
}
