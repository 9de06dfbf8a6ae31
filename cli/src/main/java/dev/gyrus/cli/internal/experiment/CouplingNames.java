package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.spi.CouplingProvider;
import java.util.Collection;

/** The names that couplings are known by. */
public interface CouplingNames {
    Collection<String> couplings();

    /** What a coupling may be told, by name. */
    Collection<String> couplingParameters(String coupling);

    /** Those of a catalogue. */
    static CouplingNames of(Catalogue<CouplingProvider> catalogue) {
        return new CouplingNames() {
            @Override
            public Collection<String> couplings() {
                return catalogue.names();
            }

            @Override
            public Collection<String> couplingParameters(String coupling) {
                return catalogue.get(coupling).parameters().stream()
                        .map(CouplingProvider.Parameter::name)
                        .toList();
            }
        };
    }
}
