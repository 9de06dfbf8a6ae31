package dev.gyrus.spiking;

import java.util.Arrays;

/**
 * The spikes of a population: spike k is of neuron {@code neurons[k]} at {@code times[k]} ms, in the order of time, then of
 * neurons. A spike found after step n has the time n·dt.
 *
 * <p>The arrays are handed over, not copied: treat them as read-only.
 *
 * @param population its name
 * @param size the number of neurons that were watched
 * @param neurons who fired: numbers within the population
 * @param times when, in ms
 * @param from when watching began, in ms
 * @param to when it ended, in ms
 * @param watched the neurons that were watched, ascending; empty for all
 */
public record Spikes(
        String population, int size, int[] neurons, double[] times, double from, double to, int[] watched) {

    /** The number of spikes. */
    public int count() {
        return times.length;
    }

    /** Spikes per neuron and second, in Hz. */
    public double rate() {
        return rate(from, to);
    }

    /** Spikes in (from, to] per neuron and second, in Hz. */
    public double rate(double from, double to) {
        long spikes = Arrays.stream(times).filter(t -> t > from && t <= to).count();
        return 1000.0 * spikes / size / (to - from);
    }

    /** The spikes in (from, to]. */
    public Spikes between(double from, double to) {
        int first = after(from);
        int end = after(to);
        return new Spikes(
                population,
                size,
                Arrays.copyOfRange(neurons, first, end),
                Arrays.copyOfRange(times, first, end),
                from,
                to,
                watched);
    }

    /** The index of the first spike later than a time. */
    private int after(double time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The times of each watched neuron, in ms, in the order of their numbers. */
    public double[][] trains() {
        int[] counts = new int[size];
        for (int neuron : neurons) {
            counts[place(neuron)]++;
        }
        double[][] trains = new double[size][];
        Arrays.setAll(trains, i -> new double[counts[i]]);
        int[] next = new int[size];
        for (int k = 0; k < times.length; k++) {
            int i = place(neurons[k]);
            trains[i][next[i]++] = times[k];
        }
        return trains;
    }

    private int place(int neuron) {
        return watched.length == 0 ? neuron : Arrays.binarySearch(watched, neuron);
    }
}
