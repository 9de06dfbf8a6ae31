package dev.gyrus.plot;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Subject;
import dev.gyrus.plot.internal.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Figures of matrices between regions: functional connectivity and datasets. */
final class ConnectivityFigures {
    private static final int BINS = 20;
    private static final double ROW = 100;
    /** Weights below this part of the largest share the darkest colour. */
    private static final double LEAST_WEIGHT = 1e-4;

    private static final Axis ROWS = Axis.of("Region", "").tighten().reverse();
    private static final Axis COLUMNS = Axis.of("Region", "").tighten();

    private ConnectivityFigures() {}

    static Figure comparison(double[][] simulated, double[][] reference, String referenceName) {
        double[] a = Statistics.upperTriangle(reference);
        double[] b = Statistics.upperTriangle(simulated);
        ColorScale scale = correlation(limit(a, b));
        Panel left = Panel.of(COLUMNS, ROWS).title("Simulated").matrix(simulated, scale.withoutBar());
        Panel right = Panel.of(COLUMNS, ROWS.hide()).title(referenceName).matrix(reference, scale);
        double[] range = nice(a, b);
        Panel both = Panel.of(
                        Axis.of(referenceName + " FC", "").range(range[0], range[1]),
                        Axis.of("Simulated FC", "").range(range[0], range[1]))
                .title("r = " + Ticks.rounded(Statistics.correlation(a, b), 2))
                .line(range, range, Style.of(Palette.GREY).width(0.6).dash())
                .dots(a, b, Style.of(Palette.BLUE).width(1.6).opacity(0.35));
        return Figure.ofSquares(left, right, both).title("Functional connectivity");
    }

    static Figure single(double[][] correlations, String name) {
        ColorScale scale = correlation(limit(Statistics.offDiagonal(correlations)));
        return Figure.ofSquares(Panel.of(COLUMNS, ROWS).title(name).matrix(correlations, scale))
                .width(89);
    }

    static Figure dataset(Dataset dataset) {
        Connectome connectome = dataset.connectome();
        double[][] weights = connectome.weights();
        double[] all = Statistics.offDiagonal(weights);
        List<Panel> matrices = new ArrayList<>();
        List<Panel> distributions = new ArrayList<>();

        Extent extent = new Extent().add(all);
        Axis weight = Axis.of("Weight (grey: none)", "");
        boolean any = extent.max() > 0;
        double least = Math.max(extent.leastPositive(), LEAST_WEIGHT * extent.max());
        boolean varied = any && least < extent.max();
        weight = varied ? weight.range(least, extent.max()).log() : weight;
        matrices.add(Panel.of(COLUMNS, ROWS).title("Weights").matrix(weights, ColorScale.of(ColorMap.VIRIDIS, weight)));
        double[] strengths = Arrays.stream(weights)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double[] degrees = Arrays.stream(weights)
                .mapToDouble(row -> Arrays.stream(row).filter(w -> w > 0).count())
                .toArray();
        distributions.add(histogram("Degrees", "Connections to a region", "", "Regions", degrees));
        distributions.add(histogram("Strengths", "Sum of weights to a region", "", "Regions", strengths));

        connectome.lengths().or(connectome::delays).ifPresent(matrix -> {
            boolean lengths = connectome.lengths().isPresent();
            String name = lengths ? "Fibre length" : "Delay";
            String unit = lengths ? "mm" : "ms";
            double[][] connected = connected(matrix, weights);
            ColorScale scale = ColorScale.of(ColorMap.MAGMA, Axis.of(name, unit));
            matrices.add(Panel.of(COLUMNS, ROWS.hide()).title(name + "s").matrix(connected, scale));
            distributions.add(histogram(name + "s", name, unit, "Connections", Statistics.offDiagonal(connected)));
        });
        meanFc(dataset.subjects(), connectome.size()).ifPresent(fc -> {
            ColorScale scale = correlation(limit(Statistics.offDiagonal(fc)));
            matrices.add(Panel.of(COLUMNS, ROWS.hide())
                    .title("Functional connectivity")
                    .matrix(fc, scale));
        });
        return Figure.ofSquares(matrices.toArray(Panel[]::new))
                .row(ROW, distributions.toArray(Panel[]::new))
                .title(Figures.name(dataset))
                .subtitle(dataset.description());
    }

    /** Lengths where there are fibres; elsewhere nothing. */
    private static double[][] connected(double[][] lengths, double[][] weights) {
        double[][] out = new double[lengths.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = lengths[i].clone();
            for (int j = 0; j < out.length; j++) {
                out[i][j] = weights[i][j] > 0 && i != j ? lengths[i][j] : Double.NaN;
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

    private static Panel histogram(String title, String label, String unit, String counted, double[] values) {
        return Panel.of(Axis.of(label, unit), Axis.of(counted, "").range(0, Double.NaN))
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
        return high > 0 ? Math.min(1, Ticks.enclosing(0, high, 5)[1]) : 1;
    }

    private static double[] nice(double[]... values) {
        Extent extent = new Extent();
        for (double[] part : values) {
            extent.add(part);
        }
        double[] range = Ticks.drawable(extent.min(), extent.max());
        return Ticks.enclosing(range[0], range[1], 4);
    }
}
