package dev.gyrus.datasets;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.util.Arrays;
import java.util.Locale;

/**
 * How the weights of one subject are made comparable with another's.
 *
 * <p>Probabilistic tractography counts streamlines that start in a source ("seed") region j and reach a target i. The
 * count grows with the number of streamlines started, {@code samples × voxels} of j, and with the tracts' success.
 *
 * <p>Self-connections are zeroed before, unless they are to be kept; then they count like any other weight.
 */
public enum Normalization {
    /** As they are. */
    NONE,
    /** Divided by the largest weight. */
    MAX,
    /** Column j divided by the number of streamlines from j that were not rejected. */
    WAYTOTAL,
    /** Column j divided by the number of streamlines started in j: {@value #SAMPLES_PER_VOXEL} per voxel. */
    NVOXEL,
    /** Row i divided by its sum: every region receives 1. */
    REGION;

    /** FSL probtrackx' default number of streamlines per seed voxel. */
    static final int SAMPLES_PER_VOXEL = 5000;

    /** The normalisation of that name, such as {@code max}. */
    public static Normalization of(String text) {
        for (Normalization normalization : values()) {
            if (normalization.toString().equals(text)) {
                return normalization;
            }
        }
        throw GyrusException.input(Problem.unknown(
                "normalize",
                "normalisation",
                text,
                Arrays.stream(values()).map(Normalization::toString).toList()));
    }

    /** Whether it needs counts per region beside the weights. */
    boolean needsCounts() {
        return this == WAYTOTAL || this == NVOXEL;
    }

    /**
     * Normalises in place; what would be divided by zero stays as it is.
     *
     * @param weights N × N, [to][from]
     * @param counts per source region, where {@link #needsCounts()}
     */
    void apply(double[][] weights, double[] counts) {
        switch (this) {
            case NONE -> {}
            case MAX -> {
                double max = 0;
                for (double[] row : weights) {
                    max = Math.max(max, Arrays.stream(row).max().orElse(0));
                }
                for (double[] row : weights) {
                    divide(row, max);
                }
            }
            case WAYTOTAL, NVOXEL -> {
                double samples = this == NVOXEL ? SAMPLES_PER_VOXEL : 1;
                for (double[] row : weights) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] = counts[j] == 0 ? row[j] : row[j] / (samples * counts[j]);
                    }
                }
            }
            case REGION -> {
                for (double[] row : weights) {
                    divide(row, Arrays.stream(row).sum());
                }
            }
        }
    }

    private static void divide(double[] row, double divisor) {
        for (int j = 0; j < row.length && divisor != 0; j++) {
            row[j] /= divisor;
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
