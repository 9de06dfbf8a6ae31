package dev.gyrus.plot;

/**
 * The spikes of one population, as a figure shows them.
 *
 * @param population its name
 * @param size how many neurons it has
 * @param times of the spikes, in ms
 * @param neurons who fired, counted from 0; as many as times
 */
public record Raster(String population, int size, double[] times, int[] neurons) {

    double[] rows() {
        double[] rows = new double[neurons.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = neurons[i];
        }
        return rows;
    }
}
