package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Series;
import dev.gyrus.core.Steps;
import java.util.Arrays;
import java.util.List;

/**
 * The rate of a population, smoothed over a window and kept at regular times as the series {@code <population>.rate} in Hz.
 *
 * <p>{@link #boxcar}: spikes in the window centred at t, per neuron and second. {@link #gaussian}: spikes weighted with a Gaussian
 * about t. At the ends of a run the window is cut off, and what is left counts in full: a constant rate stays constant. Four
 * bytes a step. Serves one run at a time and starts anew with each; not thread-safe.
 */
public final class PopulationRate implements Observer {
    private static final double WIDTHS = 4;

    private final String population;
    private final int size;
    private final double window;
    private final boolean gaussian;
    private final double every;
    private double dt;
    private long first;
    private int[] counts = new int[1024];
    private int steps;
    private long stride = 1;

    private PopulationRate(String population, int size, double window, boolean gaussian, double every) {
        if (size < 1 || !(window >= 0) || !Double.isFinite(window)) {
            throw GyrusException.input(
                    population + ".rate", "a positive size and a window of at least 0 ms", size + ", " + window);
        }
        this.population = population;
        this.size = size;
        this.window = window;
        this.gaussian = gaussian;
        this.every = every;
    }

    /** Spikes in a window of an odd number of steps, 2⌊width/(2 dt)⌋ + 1. */
    public static PopulationRate boxcar(String population, int size, double width) {
        return new PopulationRate(population, size, width, false, 0);
    }

    /** Spikes weighted with a Gaussian of that standard deviation, cut off at four of them. */
    public static PopulationRate gaussian(String population, int size, double sigma) {
        return new PopulationRate(population, size, sigma, true, 0);
    }

    /** The same, kept every so many ms instead of at each step. */
    public PopulationRate every(double interval) {
        if (!(interval > 0)) {
            throw GyrusException.input(population + ".rate.every", "a positive number of ms", String.valueOf(interval));
        }
        return new PopulationRate(population, size, window, gaussian, interval);
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void begin(Scope scope) {
        dt = scope.dt();
        first = scope.firstStep();
        steps = 0;
        stride = every == 0 ? 1 : Steps.of(population + ".rate.every", every, dt);
    }

    @Override
    public void observe(Block block) {
        if (steps + block.steps() > counts.length) {
            counts = Arrays.copyOf(counts, 2 * (steps + block.steps()));
        }
        for (int k = 0; k < block.steps(); k++) {
            counts[steps++] = block.fired(population, k).length;
        }
    }

    @Override
    public List<Series> series() {
        int half = (int) Math.floor((gaussian ? WIDTHS * window : window / 2) / dt + 1e-9);
        double[] weights = new double[half + 1];
        Arrays.setAll(weights, j -> gaussian && window > 0 ? Math.exp(-0.5 * Math.pow(j * dt / window, 2)) : 1);
        int samples = (int) (steps / stride);
        double[] times = new double[samples];
        double[][] rates = new double[samples][1];
        for (int s = 0; s < samples; s++) {
            int step = (int) ((s + 1) * stride - 1);
            times[s] = Steps.time(first + step + 1, dt);
            rates[s][0] = smoothed(step, weights);
        }
        return List.of(new Series(population + ".rate", "Hz", times, List.of(population), rates));
    }

    private double smoothed(int step, double[] weights) {
        int half = weights.length - 1;
        double sum = 0;
        double norm = 0;
        for (int j = Math.max(0, step - half); j <= Math.min(steps - 1, step + half); j++) {
            double weight = weights[Math.abs(j - step)];
            sum += weight * counts[j];
            norm += weight;
        }
        return 1000 * sum / (norm * size * dt);
    }
}
