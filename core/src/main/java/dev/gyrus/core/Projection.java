package dev.gyrus.core;

import java.util.List;

/**
 * The connections from one population to another (or to itself).
 *
 * @param source name of the sending population
 * @param target name of the receiving population
 * @param weights {@code [to][from]}; there is no connection where it is 0
 * @param delays {@code [to][from]}, in ms
 * @param syncs which outputs feed which inputs
 * @param origin where the numbers come from
 */
public record Projection(
        String source, String target, double[][] weights, double[][] delays, List<Sync> syncs, Origin origin) {

    public Projection {
        syncs = List.copyOf(syncs);
    }

    public Projection(String source, String target, double[][] weights, double[][] delays, List<Sync> syncs) {
        this(source, target, weights, delays, syncs, new Origin("connections", "weights", "delays", true));
    }

    /**
     * Where a description gives the numbers of a projection, so that an error can name them.
     *
     * @param place such as {@code connectome} or {@code connections[1]}
     * @param weights what the weights are called there
     * @param delays what the delays (or the lengths they follow from) are called there
     * @param matrices true where there is one number for each pair of nodes, false where one holds for all
     */
    public record Origin(String place, String weights, String delays, boolean matrices) {

        /** The key of a weight: {@code connectome.weights[0][1]}. */
        public String weight(int to, int from) {
            return place + "." + weights + element(to, from);
        }

        /** The key of a delay: {@code connectome.lengths[0][1]}. */
        public String delay(int to, int from) {
            return place + "." + delays + element(to, from);
        }

        private String element(int to, int from) {
            return matrices ? "[" + to + "][" + from + "]" : "";
        }
    }
}
