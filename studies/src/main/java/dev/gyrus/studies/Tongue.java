package dev.gyrus.studies;

import dev.gyrus.analysis.KuramotoOrder;
import dev.gyrus.analysis.KuramotoOrder.PeakSettings;
import dev.gyrus.core.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a weak oscillation holds the phase of the fast cycle at A2.
 *
 * <p>Phases grow linearly from peak to peak of the rate and of the drive, both smoothed; with φ their difference, the order
 * is R(t) = |1 + e^{iφ}|/2 = |cos(φ/2)|. Where it does not vary the cycle is locked.
 *
 * @param amplitudes of the drive, zero to peak, in pA, one per row
 * @param mean of R: {@code [amplitude][frequency]}
 * @param deviation its standard deviation, likewise
 */
record Tongue(double[] amplitudes, double[][] mean, double[][] deviation) {
    /** The study's first frequency of the drive and its step, in Hz; it went to 22.85 Hz, which the tongue leaves at 4 pA. */
    private static final double FROM = 20.85;

    static final double STEP = 0.05;
    static final int FREQUENCIES = 56;

    static final double DURATION = 20_000;
    private static final double START = 1000;

    /** One value per ms, of which the order is looked at from 5 to 19.5 s. */
    private static final int EVERY = 10;

    private static final int FIRST = 5000;
    private static final int LAST = 19_500;
    private static final PeakSettings PEAKS = new PeakSettings(5, 1, 0);

    /** The frequency of a column, in Hz. */
    static double frequency(int number) {
        return FROM + number * STEP;
    }

    static Tongue of(double[] amplitudes, String what, Workshop workshop) {
        double[][] phases = new double[FREQUENCIES][];
        Arrays.setAll(phases, f -> phase(drive(1, frequency(f)).sample(DURATION, Trace.DT)));
        List<WholeCycles> drives = new ArrayList<>();
        for (double amplitude : amplitudes) {
            for (int f = 0; f < FREQUENCIES; f++) {
                drives.add(drive(amplitude / Point.PICOAMPERE, frequency(f)));
            }
        }
        Order[] orders = new Order[drives.size()];
        Arrays.setAll(orders, k -> new Order(phases[k % FREQUENCIES]));
        workshop.drive(what, Point.A2, DURATION, drives, k -> orders[k]);
        double[][] mean = new double[amplitudes.length][FREQUENCIES];
        double[][] deviation = new double[amplitudes.length][FREQUENCIES];
        for (int k = 0; k < orders.length; k++) {
            mean[k / FREQUENCIES][k % FREQUENCIES] = orders[k].mean;
            deviation[k / FREQUENCIES][k % FREQUENCIES] = orders[k].deviation;
        }
        return new Tongue(amplitudes, mean, deviation);
    }

    /** From one second on. */
    static WholeCycles drive(double amplitude, double frequency) {
        return new WholeCycles(amplitude, frequency, START, Integer.MAX_VALUE);
    }

    /** Mean and standard deviation of the order of a rate and a drive, both every 0.1 ms. */
    static double[] order(double[] rate, double[] drive) {
        return orderOf(phase(rate), phase(drive));
    }

    /** The phase of a signal of 0.1 ms, at every ms. */
    private static double[] phase(double[] signal) {
        double[] sampled = new double[signal.length / EVERY];
        Arrays.setAll(sampled, k -> signal[EVERY * k]);
        return KuramotoOrder.phaseOfPeaks(sampled, PEAKS).orElse(new double[sampled.length]);
    }

    private static double[] orderOf(double[] phase, double[] drive) {
        double sum = 0;
        double squares = 0;
        for (int k = FIRST; k < LAST; k++) {
            double order = Math.abs(StrictMath.cos((phase[k] - drive[k]) / 2));
            sum += order;
            squares += order * order;
        }
        int n = LAST - FIRST;
        double mean = sum / n;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / n - mean * mean))};
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
            double[] order = orderOf(phase, drive);
            mean = order[0];
            deviation = order[1];
        }
    }
}
