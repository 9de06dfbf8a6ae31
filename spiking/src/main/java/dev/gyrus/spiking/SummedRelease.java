package dev.gyrus.spiking;

import dev.gyrus.core.Connection;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Wiring;

/** A projection whose synapses live in the source: a connection of what they release to the sum at the target. */
final class SummedRelease {
    /** So many pairs of neurons are kept as matrices at most: 1 GiB for weights and delays. */
    private static final long LARGEST = 1L << 26;

    private SummedRelease() {}

    static Connection connection(SynapticProjection projection, Wiring wiring, String key) {
        Synapse synapse = projection.synapse();
        Connection connection = Connection.of(projection.from(), projection.to())
                .output(SynapseNames.of(synapse, synapse.released()))
                .input(SynapseNames.of(synapse, "sum"));
        boolean every = wiring.size() == (long) wiring.sources() * wiring.targets()
                && projection.rule() == Regular.ALL_TO_ALL
                && projection.wiring().isEmpty();
        if (every
                && projection.weight().value().isPresent()
                && projection.delay().value().isPresent()) {
            return connection
                    .weight(projection.weight().value().getAsDouble())
                    .delay(projection.delay().value().getAsDouble());
        }
        return matrices(connection, wiring, key);
    }

    private static Connection matrices(Connection connection, Wiring wiring, String key) {
        long pairs = (long) wiring.sources() * wiring.targets();
        if (pairs > LARGEST) {
            throw GyrusException.input(
                    key,
                    "at most " + LARGEST
                            + " pairs of neurons for a synapse that lives in its source, but for all-to-all"
                            + " with one weight and delay",
                    pairs + " pairs");
        }
        double[][] weights = new double[wiring.targets()][wiring.sources()];
        double[][] delays = new double[wiring.targets()][wiring.sources()];
        for (int source = 0; source < wiring.sources(); source++) {
            int[] targets = wiring.targets(source);
            double[] w = wiring.weights(source);
            double[] d = wiring.delays(source);
            for (int k = 0; k < targets.length; k++) {
                weights[targets[k]][source] += w[w.length == 1 ? 0 : k];
                delays[targets[k]][source] = d[d.length == 1 ? 0 : k];
            }
        }
        return connection.weights(weights).delays(delays);
    }
}
