package dev.gyrus.core;

import java.util.List;
import java.util.Optional;

/**
 * The connections from one population to another (or to itself).
 *
 * <p>Where a connection has a spread σ its delay d is the mean of a distribution: the source x is seen as
 *
 * <pre>
 *   ∫ g(τ) x(t − τ) dτ,   g(τ) = aⁿ τⁿ⁻¹ e^(−aτ)/(n − 1)!,   n = round((d/σ)²),   a = n/d
 * </pre>
 *
 * the gamma distribution of mean d and integer shape n, as n leaky integrators of rate a in a row (D. MacDonald, Time Lags
 * in Biological Models, Springer 1978, doi:10.1007/978-3-642-93107-9). Its standard deviation is d/√n: exactly σ where
 * (d/σ)² is whole, else the nearest that a chain has. σ is d at most, and d/√200 at least. The past before t = 0 is
 * constant, as for sharp delays.
 *
 * @param source name of the sending population
 * @param target name of the receiving population
 * @param weights {@code [to][from]}; there is no connection where it is 0
 * @param delays {@code [to][from]}, in ms
 * @param spreads standard deviations of the delays, {@code [to][from]}, in ms; 0 for a sharp one; absent for none
 * @param syncs which outputs feed which inputs
 * @param origin where the numbers come from
 */
public record Projection(
        String source,
        String target,
        double[][] weights,
        double[][] delays,
        Optional<double[][]> spreads,
        List<Sync> syncs,
        Origin origin) {

    public Projection {
        syncs = List.copyOf(syncs);
    }

    /** Connections with sharp delays. */
    public Projection(String source, String target, double[][] weights, double[][] delays, List<Sync> syncs) {
        this(source, target, weights, delays, Optional.empty(), syncs, Origin.matrices("connections", "delays"));
    }

    /**
     * Where a description gives the numbers of a projection, so that an error can name them.
     *
     * @param place such as {@code connectome} or {@code connections[1]}
     * @param weights what the weights are called there
     * @param delays what the delays (or the lengths they follow from) are called there
     * @param weightMatrix whether there is a weight for each pair of nodes, not one for all
     * @param delayMatrix whether there is a delay for each pair of nodes, not one for all
     * @param rows row of a matrix at which each target stands; empty where they are the same
     * @param columns column of a matrix at which each source stands; empty where they are the same
     */
    public record Origin(
            String place,
            String weights,
            String delays,
            boolean weightMatrix,
            boolean delayMatrix,
            List<Integer> rows,
            List<Integer> columns) {

        public Origin {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        /** Numbers for all pairs or matrices of their own. */
        Origin(String place, String weights, String delays, boolean weightMatrix, boolean delayMatrix) {
            this(place, weights, delays, weightMatrix, delayMatrix, List.of(), List.of());
        }

        /** Matrices of {@code weights} and of {@code delays} or {@code lengths}. */
        static Origin matrices(String place, String delays) {
            return new Origin(place, "weights", delays, true, true);
        }

        /** The key of a weight: {@code connectome.weights[0][1]}. */
        public String weight(int to, int from) {
            return place + "." + weights + (weightMatrix ? element(to, from) : "");
        }

        /** The key of a delay: {@code connectome.lengths[0][1]}. */
        public String delay(int to, int from) {
            return place + "." + delays + (delayMatrix ? element(to, from) : "");
        }

        private String element(int to, int from) {
            int row = rows.isEmpty() ? to : rows.get(to);
            int column = columns.isEmpty() ? from : columns.get(from);
            return "[" + row + "][" + column + "]";
        }
    }
}
