package dev.gyrus.plot;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Subject;
import dev.gyrus.plot.internal.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures of matrices between regions: functional connectivity and datasets. */
final class ConnectivityFigures {
    private static final int BINS = 20;
    private static final double ROW = 100;
    /** Weights below this part of the largest share the darkest colour. */
    private static final double LEAST_WEIGHT = 1e-4;

    private static final Style DOTS = Style.of(Palette.BLUE).width(1.6).opacity(0.35);

    private ConnectivityFigures() {}

    static Figure comparison(double[][] simulated, double[][] reference, String referenceName) {
        double[] a = Statistics.upperTriangle(reference);
        double[] b = Statistics.upperTriangle(simulated);
        ColorScale scale = correlation(limit(a, b));
        Panel left = matrix("Simulated", simulated, scale.withoutBar(), true);
        Panel right = matrix(referenceName, reference, scale, false);
        double[] range = nice(a, b);
        Panel both = Panel.of(
                        Axis.of(referenceName + " FC", "").range(range[0], range[1]),
                        Axis.of("Simulated FC", "").range(range[0], range[1]))
                .title("r = " + Ticks.fixed(Statistics.correlation(a, b), 2) + " over " + a.length + " pairs")
                .line(range, range, Style.of(Palette.GREY).width(0.6).dash())
                .dots(a, b, DOTS);
        return Figure.ofSquares(left, right, both).title("Functional connectivity");
    }

    static Figure single(double[][] correlations, String name) {
        ColorScale scale = correlation(limit(Statistics.offDiagonal(correlations)));
        return Figure.ofSquares(matrix(name, correlations, scale, true)).width(89);
    }

    static Figure dataset(Dataset dataset) {
        Connectome connectome = dataset.connectome();
        double[][] weights = connectome.weights();
        List<Panel> matrices = new ArrayList<>();
        List<Panel> distributions = new ArrayList<>();

        Axis weight = weightAxis(weights);
        ColorScale shades = ColorScale.of(ColorMap.VIRIDIS, weight);
        matrices.add(matrix("Weights (grey: none)", connected(weights, weights), shades, true));
        double[] degrees = Arrays.stream(weights)
                .mapToDouble(row -> Arrays.stream(row).filter(w -> w > 0).count())
                .toArray();
        double[] strengths = Arrays.stream(weights)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        distributions.add(
                histogram("Degrees", Axis.of("Connections to a region", "").wholeNumbers(), "Regions", degrees));
        distributions.add(histogram("Strengths", Axis.of("Sum of weights to a region", ""), "Regions", strengths));

        boolean lengths = connectome.lengths().isPresent();
        Optional<double[][]> distances = connectome.lengths().or(connectome::delays);
        Axis distance = lengths ? Axis.of("Fibre length", "mm") : Axis.of("Delay", "ms");
        distances.map(matrix -> connected(matrix, weights)).ifPresent(matrix -> {
            String title = distance.label() + "s";
            matrices.add(matrix(title, matrix, ColorScale.of(ColorMap.MAGMA, distance), false));
            distributions.add(histogram(title, distance, "Connections", Statistics.offDiagonal(matrix)));
        });
        Optional<double[][]> correlations = meanFc(dataset.subjects(), connectome.size());
        correlations.ifPresent(fc -> {
            ColorScale scale = correlation(limit(Statistics.offDiagonal(fc)));
            matrices.add(matrix("Functional connectivity", fc, scale, false));
        });
        if (correlations.isEmpty()) {
            distances
                    .map(Statistics::offDiagonal)
                    .ifPresent(d -> matrices.add(Panel.of(distance, weight)
                            .title("Weight over " + distance.label().toLowerCase(Locale.ROOT))
                            .dots(d, Statistics.offDiagonal(weights), DOTS)));
        }
        return rows(matrices, distributions).title(Figures.name(dataset)).subtitle(dataset.description());
    }

    /** Matrices above distributions, or all in one row where they are few. */
    private static Figure rows(List<Panel> matrices, List<Panel> distributions) {
        Panel[] lower = distributions.toArray(Panel[]::new);
        if (matrices.size() > 1) {
            return Figure.ofSquares(matrices.toArray(Panel[]::new)).row(ROW, lower);
        }
        return Figure.ofSquares(matrices.get(0), lower[0], lower[1]);
    }

    private static Panel matrix(String title, double[][] values, ColorScale scale, boolean first) {
        Axis rows = Figures.regions();
        return Panel.of(rows.reverse(), first ? rows : rows.hide()).title(title).matrix(values, scale);
    }

    /** Logarithmic where the weights differ; a weight of 0 is no connection. */
    private static Axis weightAxis(double[][] weights) {
        Extent extent = new Extent().add(Statistics.offDiagonal(weights));
        double least = Math.max(extent.leastPositive(), LEAST_WEIGHT * extent.max());
        Axis axis = Axis.of("Weight", "");
        return least < extent.max() ? axis.range(least, extent.max()).log() : axis;
    }

    /** The values where there are fibres; elsewhere nothing. */
    private static double[][] connected(double[][] values, double[][] weights) {
        double[][] out = new double[values.length][values.length];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[i][j] = weights[i][j] > 0 ? values[i][j] : Double.NaN;
            }
        }
        return out;
    }

    private static Optional<double[][]> meanFc(List<Subject> subjects, int n) {
        List<double[][]> matrices = subjects.stream()
                .map(Subject::functionalConnectivity)
                .filter(matrix -> matrix.length == n)
                .toList();
        if (matrices.isEmpty()) {
            return Optional.empty();
        }
        double[][] mean = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int row = i;
                int column = j;
                mean[i][j] = Statistics.mean(
                        matrices.stream().mapToDouble(m -> m[row][column]).toArray());
            }
        }
        return Optional.of(mean);
    }

    private static Panel histogram(String title, Axis axis, String counted, double[] values) {
        return Panel.of(axis, Axis.of(counted, "").range(0, Double.NaN).wholeNumbers())
                .title(title)
                .histogram(values, BINS, Style.of(Palette.BLUE));
    }

    private static ColorScale correlation(double limit) {
        return ColorScale.of(ColorMap.BLUE_WHITE_RED, Axis.of("Correlation", "").range(-limit, limit));
    }

    /** A round number that hardly any correlation exceeds. */
    private static double limit(double[]... correlations) {
        double[] sizes = Arrays.stream(correlations)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .toArray();
        double high = Statistics.quantile(sizes, 0.995);
        return high > 0 ? Math.min(1, Ticks.enclosing(0, high, 5).last()) : 1;
    }

    private static double[] nice(double[]... values) {
        Extent extent = new Extent();
        for (double[] part : values) {
            extent.add(part);
        }
        double[] range = Ticks.drawable(extent.min(), extent.max());
        Ticks enclosing = Ticks.enclosing(range[0], range[1], 9);
        return new double[] {enclosing.first(), enclosing.last()};
    }
}
