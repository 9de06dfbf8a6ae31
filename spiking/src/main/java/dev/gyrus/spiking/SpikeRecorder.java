package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Steps;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the spikes of a population, or of some of its neurons.
 *
 * <pre>{@code
 * var spikes = SpikeRecorder.of("E", 3200);
 * simulation.observe(spikes).run();
 * spikes.spikes().rate();
 * }</pre>
 *
 * <p>Twelve bytes a spike. A recorder serves one run at a time and starts anew with each. Not thread-safe.
 */
public final class SpikeRecorder implements Observer {
    private final String population;
    private final int size;
    private final int[] watched;
    private final double start;
    private double dt;
    private long first;
    private long last;
    private int[] neurons = new int[1024];
    private double[] times = new double[1024];
    private int count;

    private SpikeRecorder(String population, int size, int[] watched, double start) {
        this.population = population;
        this.size = size;
        this.watched = watched;
        this.start = start;
    }

    /** All neurons of a population of that size. */
    public static SpikeRecorder of(String population, int size) {
        if (size < 1) {
            throw GyrusException.input("spikes." + population, "a positive number of neurons", String.valueOf(size));
        }
        return new SpikeRecorder(population, size, new int[0], 0);
    }

    /** Some neurons of a population. */
    public static SpikeRecorder of(String population, List<Integer> neurons) {
        int[] watched = neurons.stream().mapToInt(i -> i).sorted().distinct().toArray();
        if (watched.length == 0 || watched[0] < 0) {
            throw GyrusException.input("spikes." + population, "at least one neuron, from 0 on", neurons.toString());
        }
        return new SpikeRecorder(population, watched.length, watched, 0);
    }

    /** The same from a time on, in ms. */
    public SpikeRecorder from(double time) {
        return new SpikeRecorder(population, size, watched, time);
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void begin(Scope scope) {
        dt = scope.dt();
        first = scope.firstStep();
        last = first;
        count = 0;
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            double time = Steps.time(block.firstStep() + k + 1, dt);
            if (time > start) {
                keep(block.fired(population, k), time);
            }
        }
        last = block.firstStep() + block.steps();
    }

    private void keep(int[] fired, double time) {
        if (count + fired.length > times.length) {
            int length = Math.max(2 * times.length, count + fired.length);
            times = Arrays.copyOf(times, length);
            neurons = Arrays.copyOf(neurons, length);
        }
        for (int neuron : fired) {
            if (watched.length == 0 || Arrays.binarySearch(watched, neuron) >= 0) {
                neurons[count] = neuron;
                times[count++] = time;
            }
        }
    }

    /** What was kept so far. */
    public Spikes spikes() {
        return new Spikes(
                population,
                size,
                Arrays.copyOf(neurons, count),
                Arrays.copyOf(times, count),
                Math.max(start, Steps.time(first, dt)),
                Steps.time(last, dt),
                watched);
    }
}
