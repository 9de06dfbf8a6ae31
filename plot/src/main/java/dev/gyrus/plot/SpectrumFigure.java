package dev.gyrus.plot;

import dev.gyrus.plot.internal.Ticks;
import java.util.Arrays;

/** The figure of a power spectrum. */
final class SpectrumFigure {
    private static final double COLUMN_MM = 89;
    private static final double HEIGHT = 120;
    /** From this ratio of the highest to the lowest frequency on, the axis is logarithmic. */
    private static final double WIDE = 100;

    private SpectrumFigure() {}

    static Figure of(double[] frequencies, double[][] power, String unit) {
        int first = frequencies.length > 0 && frequencies[0] <= 0 ? 1 : 0;
        double[] shown = Arrays.copyOfRange(frequencies, first, frequencies.length);
        double[][] byRegion = Arrays.stream(power)
                .map(row -> Arrays.copyOfRange(row, first, row.length))
                .toArray(double[][]::new);
        double[][] byFrequency = byRegion.length == 0 ? new double[shown.length][0] : Statistics.transpose(byRegion);
        boolean wide = shown.length > 0 && shown[shown.length - 1] > WIDE * shown[0];
        Axis frequency = Axis.of("Frequency", "Hz").tighten();
        Panel panel = Panel.of(
                wide ? frequency.log() : frequency,
                Axis.of("Power spectral density", unit).log());
        double[] mean = Statistics.rowMeans(byFrequency);
        panel = power.length > 1
                ? Figures.meanAndRange(panel, shown, byFrequency)
                : panel.line(shown, mean, Style.of(Palette.BLUE));
        int peak = peak(mean);
        if (peak >= 0) {
            Style dot = Style.of(Palette.VERMILION).width(3);
            panel = panel.dots(new double[] {shown[peak]}, new double[] {mean[peak]}, dot)
                    .note(shown[peak], mean[peak], "  " + Ticks.rounded(shown[peak], 3) + " Hz");
        }
        return Figure.of(HEIGHT, panel).width(COLUMN_MM);
    }

    /** The local maximum that stands out most above the lower of its two sides, if by more than twice; else −1. */
    private static int peak(double[] power) {
        int best = -1;
        double most = 2;
        for (int i = 1; i < power.length - 1; i++) {
            if (power[i] > power[i - 1] && power[i] >= power[i + 1]) {
                double left = Arrays.stream(power, 0, i).min().orElse(Double.NaN);
                double right = Arrays.stream(power, i + 1, power.length).min().orElse(Double.NaN);
                double prominence = power[i] / Math.max(left, right);
                best = prominence > most ? i : best;
                most = Math.max(most, prominence);
            }
        }
        return best;
    }
}
