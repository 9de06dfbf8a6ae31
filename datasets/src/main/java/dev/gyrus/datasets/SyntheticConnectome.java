package dev.gyrus.datasets;

/*
 * A connectome that looks like one and is nobody's.
 *
 * Positions. Each hemisphere is half an ellipsoid: 28 regions spread evenly over its curved side (equal steps of x, turned
 * by the golden angle, as seeds in a sunflower) and 12 over its flat, medial side; all are jittered, each hemisphere by
 * itself.
 *
 * Lengths. Fibres within a hemisphere are straight lines made longer by a constant factor and a log-normal one; fibres
 * between hemispheres do so by way of the corpus callosum.
 *
 * Weights. ln w = −length/λ + r_i + r_j + σξ: an exponential distance rule [1, 2] with a log-normal spread over some five
 * orders of magnitude [1, 3], and regions that differ in how much they connect (r), which makes hubs. Homotopic pairs are
 * stronger than their distance tells [4]. A link of length l is there with probability exp(−(l/δ)²): nearly all short
 * ones, some of the long ones. Weights are symmetric, as those of tractography, and divided by their maximum.
 *
 * The parameters were chosen so that the spread of weights, the strengths of regions and the lengths of fibres are those
 * that probabilistic tractography finds between 80 cortical regions: mean weight 0.02, coefficient of variation of the
 * strengths 0.5, spectral radius 2.2, mean length 115 mm, and ln w falling by 0.03 per mm.
 *
 * [1] M. Ercsey-Ravasz et al., A predictive network model of cerebral cortical connectivity based on a distance rule,
 *     Neuron 80, 2013, doi:10.1016/j.neuron.2013.07.036.
 * [2] J. A. Roberts et al., The contribution of geometry to the human connectome, NeuroImage 124, 2016,
 *     doi:10.1016/j.neuroimage.2015.09.009.
 * [3] N. T. Markov et al., A weighted and directed interareal connectivity matrix for macaque cerebral cortex, Cerebral
 *     Cortex 24, 2014, doi:10.1093/cercor/bhs270.
 * [4] G. M. Innocenti et al., The functional characterization of callosal connections, Progress in Neurobiology 208, 2022,
 *     doi:10.1016/j.pneurobio.2021.102186.
 */
/** Generates the matrices of {@link Synthetic80}; a pure function of its constants. */
final class SyntheticConnectome {
    private static final long SEED = 11;

    /** Regions per hemisphere, and how many of them are on its medial side, within that part of its radius. */
    static final int HALF = 40;

    private static final int MEDIAL = 12;
    private static final double MEDIAL_RADIUS = 0.9;
    static final int REGIONS = 2 * HALF;

    /** Semi-axes of a hemisphere and its centre, in mm: right, front, up. */
    private static final double[] AXES = {60, 82, 58};

    private static final double[] CENTRE = {7, -18, 15};

    /** Standard deviation of a region's position, in mm; sideways on the medial side a third of it. */
    private static final double JITTER = 3;

    /** Where fibres cross the midline: from the splenium to the genu of the corpus callosum, in mm. */
    private static final double SPLENIUM = -45;

    private static final double GENU = 20;
    private static final double CALLOSUM_HEIGHT = 15;

    /** Fibre length over straight distance, and the standard deviation of its logarithm. */
    private static final double TORTUOSITY = 1.25;

    private static final double LENGTH_SPREAD = 0.08;

    /** λ and δ above, in mm. */
    private static final double DECAY = 35;

    private static final double REACH = 330;

    /** Standard deviations of ln w: per link (σ) and per region (of r); the factor of homotopic links. */
    private static final double LINK_SPREAD = 0.9;

    private static final double REGION_SPREAD = 0.35;
    private static final double HOMOTOPIC = 3;

    /** Standard deviation of ln w between subjects. */
    private static final double SUBJECT_SPREAD = 0.3;

    // One stream of random numbers for each thing that is drawn; subjects take those from SUBJECT on.
    private static final int POSITION = 1;
    private static final int REGION = 2;
    private static final int LENGTH = 3;
    private static final int WEIGHT = 4;
    private static final int PRESENCE = 5;
    private static final int SUBJECT = 100;

    private SyntheticConnectome() {}

    /** Region centres, 80 × 3, in mm: x to the right, y to the front, z up. */
    static double[][] centres() {
        double[][] centres = new double[REGIONS][3];
        double golden = StrictMath.PI * (3 - StrictMath.sqrt(5));
        int lateral = HALF - MEDIAL;
        for (int k = 0; k < HALF; k++) {
            double x = k < lateral ? (k + 0.5) / lateral : 0;
            double radius = k < lateral
                    ? StrictMath.sqrt(1 - x * x)
                    : MEDIAL_RADIUS * StrictMath.sqrt((k - lateral + 0.5) / MEDIAL);
            double[] unit = {x, radius * StrictMath.cos(k * golden), radius * StrictMath.sin(k * golden)};
            for (int side = 0; side < 2; side++) {
                int region = side * HALF + k;
                for (int axis = 0; axis < 3; axis++) {
                    double sign = axis == 0 && side == 0 ? -1 : 1;
                    double jitter = axis == 0 && k >= lateral ? JITTER / 3 : JITTER;
                    centres[region][axis] = sign * (CENTRE[axis] + AXES[axis] * unit[axis])
                            + jitter * Draws.gaussian(SEED, POSITION, 3 * region + axis);
                }
            }
        }
        return centres;
    }

    /** Fibre lengths, in mm, symmetric. */
    static double[][] lengths(double[][] centres) {
        double[][] lengths = new double[REGIONS][REGIONS];
        for (int i = 0; i < REGIONS; i++) {
            for (int j = 0; j < i; j++) {
                double factor = TORTUOSITY * StrictMath.exp(LENGTH_SPREAD * Draws.gaussian(SEED, LENGTH, pair(i, j)));
                lengths[i][j] = factor * path(centres, i, j);
                lengths[j][i] = lengths[i][j];
            }
        }
        return lengths;
    }

    private static double path(double[][] centres, int i, int j) {
        double[] a = centres[i];
        double[] b = centres[j];
        if (i / HALF == j / HALF) {
            return distance(a, b);
        }
        double y = Math.min(GENU, Math.max(SPLENIUM, (a[1] + b[1]) / 2));
        double[] crossing = {0, y, CALLOSUM_HEIGHT};
        return distance(a, crossing) + distance(crossing, b);
    }

    private static double distance(double[] a, double[] b) {
        double x = a[0] - b[0];
        double y = a[1] - b[1];
        double z = a[2] - b[2];
        return StrictMath.sqrt(x * x + y * y + z * z);
    }

    /** Weights, symmetric, at most 1. */
    static double[][] weights(double[][] lengths) {
        double[] region = new double[REGIONS];
        for (int i = 0; i < REGIONS; i++) {
            region[i] = REGION_SPREAD * Draws.gaussian(SEED, REGION, i);
        }
        double[][] weights = new double[REGIONS][REGIONS];
        for (int i = 0; i < REGIONS; i++) {
            for (int j = 0; j < i; j++) {
                double length = lengths[i][j];
                boolean homotopic = i - j == HALF;
                double reach = length / REACH;
                boolean present = Draws.uniform(SEED, PRESENCE, pair(i, j)) <= StrictMath.exp(-(reach * reach));
                if (homotopic || present) {
                    double link = LINK_SPREAD * Draws.gaussian(SEED, WEIGHT, pair(i, j));
                    double weight = StrictMath.exp(-length / DECAY + region[i] + region[j] + link);
                    weights[i][j] = homotopic ? HOMOTOPIC * weight : weight;
                    weights[j][i] = weights[i][j];
                }
            }
        }
        Normalization.MAX.apply(weights, new double[0]);
        return weights;
    }

    /** Weights of one subject: those of the group, each with a log-normal factor, symmetric, at most 1. */
    static double[][] weights(double[][] group, int subject) {
        double[][] weights = new double[REGIONS][REGIONS];
        for (int i = 0; i < REGIONS; i++) {
            for (int j = 0; j < i; j++) {
                double jitter = SUBJECT_SPREAD * Draws.gaussian(SEED, SUBJECT + subject, pair(i, j));
                weights[i][j] = group[i][j] * StrictMath.exp(jitter);
                weights[j][i] = weights[i][j];
            }
        }
        Normalization.MAX.apply(weights, new double[0]);
        return weights;
    }

    /** Numbers the pairs i > j. */
    private static int pair(int i, int j) {
        return i * (i - 1) / 2 + j;
    }
}
