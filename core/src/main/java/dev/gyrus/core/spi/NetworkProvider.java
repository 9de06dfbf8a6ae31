package dev.gyrus.core.spi;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers a type of network: several kinds of nodes and what feeds what between them, under one name; found through
 * {@link java.util.ServiceLoader}.
 */
public interface NetworkProvider {
    /** Short name, as used in experiment files. */
    String name();

    /** One line. */
    String description();

    /** Switches of the network; the first choice of each is the default. */
    default List<ModelProvider.Option> options() {
        return List.of();
    }

    /** Whether the network is laid over a connectome; otherwise it brings its own connections and is given none. */
    boolean isOnConnectome();

    /**
     * The network with its default parameters.
     *
     * @param connectome its regions and fibres, where {@link #isOnConnectome()}
     * @param speed of conduction along the fibres, in mm/ms; 0 for no delays
     * @param options chosen switches; those not named are at their default
     * @throws dev.gyrus.core.GyrusException for a connectome that doesn't suit it
     */
    Network network(Optional<Connectome> connectome, double speed, Map<String, String> options);
}
