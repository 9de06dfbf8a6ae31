package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ConnectomeSpec;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.TypeSpec;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.spi.NetworkProvider;
import java.util.Map;
import java.util.Optional;

/** Makes networks of the types that plugins bring. */
record NetworkTypes(Catalogue<NetworkProvider> catalogue, Datafiles files) {

    /**
     * The network with its default parameters; empty where something is wrong, which is among the findings then.
     *
     * @param spec of the connectome that it is laid over, if it is laid over one
     */
    Optional<Network> make(TypeSpec type, Optional<ConnectomeSpec> spec, double speed, Findings findings) {
        NetworkProvider provider = catalogue.get(type.name());
        Switches switches = new Switches(provider.options(), files, findings);
        Map<String, String> options = switches.checked(type.options(), "network.options");
        Optional<Connectome> connectome = Optional.empty();
        if (provider.isOnConnectome()) {
            connectome = spec.filter(given -> findings.sound("network.connectome"))
                    .flatMap(given -> findings.at("network.connectome", () -> files.dataset(given)))
                    .map(data -> data.connectome());
            if (connectome.isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<Connectome> over = connectome;
        return findings.at(
                TypeSpec.KEY, () -> Provided.network(provider, () -> provider.network(over, speed, options)));
    }
}
