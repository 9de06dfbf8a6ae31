package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.CouplingSpec;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Coupling;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.CouplingProvider;
import java.util.Map;

/** Makes the couplings that experiments name. */
final class Couplings {
    private Couplings() {}

    static Coupling of(CouplingSpec spec, Catalogue<CouplingProvider> catalogue) {
        if (!spec.name().isEmpty()) {
            return catalogue.get(spec.name()).coupling(spec.parameters());
        }
        Coupling coupling = Coupling.of(spec.pre(), spec.post());
        for (Map.Entry<String, Double> parameter : spec.parameters().entrySet()) {
            coupling = coupling.with(parameter.getKey(), parameter.getValue());
        }
        return coupling;
    }

    /**
     * A node that takes from others what it declares, but through another coupling: its target variable is the declared
     * one, or else the one that others give.
     */
    static Node replace(Node node, Coupling coupling) {
        return node.with(node.syncs().stream()
                .map(sync -> new Sync(
                        sync.output(),
                        sync.input(),
                        coupling,
                        sync.weight(),
                        sync.target().isEmpty() ? sync.output() : sync.target()))
                .toList());
    }
}
