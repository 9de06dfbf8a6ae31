package dev.gyrus.dynamics.internal;

/**
 * Meshes that share a piecewise polynomial's error out evenly.
 *
 * <p>The local error of degree m is proportional to h^{m+1}|u^{(m+1)}|; the highest derivative is estimated by differences
 * of u^{(m)}, which is constant in each interval, and |u^{(m+1)}|^{1/(m+1)} has the same integral over every interval of the new mesh
 * (R. D. Russell & J. Christiansen, SIAM J. Numer. Anal. 15, 1978, 59–80, doi:10.1137/0715004; U. M. Ascher, R. M. M. Mattheij & R. D.
 * Russell, Numerical Solution of Boundary Value Problems, SIAM 1995, §9.1).
 */
public final class Mesh {
    private static final int M = Gauss.DEGREE;

    /** Share of the density that is even, so that no interval gets too long. */
    private static final double FLAT = 0.1;

    /** The largest value of |Π(x − j/M)|/(M + 1)! over [0, 1], the factor in the error of interpolation. */
    private static final double REMAINDER = 3e-5;

    /** Binomial coefficients with alternating signs: the M-th difference. */
    private static final double[] DIFFERENCE = {1, -4, 6, -4, 1};

    private Mesh() {}

    public static double[] uniform(int intervals) {
        double[] mesh = new double[intervals + 1];
        for (int i = 0; i <= intervals; i++) {
            mesh[i] = (double) i / intervals;
        }
        return mesh;
    }

    /**
     * The number of intervals with which the polynomials are that near to a periodic function (up to signs).
     *
     * @param scales typical size of each component
     * @param accuracy largest error, in units of the scales
     */
    public static int intervals(Profile profile, double[] scales, double accuracy) {
        double[] density = density(profile, scales);
        double sum = 0;
        for (int i = 0; i < density.length; i++) {
            sum += density[i] * profile.width(i);
        }
        return (int) Math.ceil(sum * Math.pow(REMAINDER / accuracy, 1.0 / (M + 1)));
    }

    /**
     * A mesh of that many intervals for a periodic function (up to signs).
     *
     * @param scales typical size of each component
     */
    public static double[] adapted(Profile profile, double[] scales, int intervals) {
        int n = profile.intervals();
        double[] density = density(profile, scales);
        double mean = 1e-12;
        for (int i = 0; i < n; i++) {
            mean += density[i] * profile.width(i);
        }
        double[] sum = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sum[i + 1] = sum[i] + (density[i] + FLAT * mean) * profile.width(i);
        }
        double[] mesh = new double[intervals + 1];
        int at = 0;
        for (int k = 1; k < intervals; k++) {
            double target = sum[n] * k / intervals;
            while (sum[at + 1] < target) {
                at++;
            }
            mesh[k] = profile.mesh()[at] + profile.width(at) * (target - sum[at]) / (sum[at + 1] - sum[at]);
        }
        mesh[intervals] = 1;
        return mesh;
    }

    private static double[] density(Profile profile, double[] scales) {
        int n = profile.intervals();
        double[][] highest = new double[n][scales.length];
        for (int i = 0; i < n; i++) {
            double h = Math.pow(profile.width(i) / M, M);
            for (int a = 0; a < scales.length; a++) {
                for (int j = 0; j <= M; j++) {
                    highest[i][a] += DIFFERENCE[j] * profile.nodes()[i * M + j][a] / h / scales[a];
                }
            }
        }
        double[] jump = new double[n];
        for (int i = 0; i < n; i++) {
            int next = (i + 1) % n;
            double distance = (profile.width(i) + profile.width(next)) / 2;
            for (int a = 0; a < scales.length; a++) {
                double same = Math.abs(highest[next][a] - highest[i][a]);
                double turned = next == 0 ? Math.abs(highest[next][a] + highest[i][a]) : same;
                jump[i] = Math.max(jump[i], Math.min(same, turned) / distance);
            }
        }
        double[] density = new double[n];
        for (int i = 0; i < n; i++) {
            density[i] = Math.pow((jump[i] + jump[(i + n - 1) % n]) / 2, 1.0 / (M + 1));
        }
        return density;
    }
}
