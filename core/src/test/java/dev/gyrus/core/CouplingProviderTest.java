package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.spi.CouplingProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CouplingProviderTest {
    private final Catalogue<CouplingProvider> couplings = Catalogue.couplings();

    @Test
    void everyCouplingOfCoreIsAService() {
        assertThat(couplings.names())
                .contains(
                        "additive",
                        "diffusive",
                        "multiplicative",
                        "sine",
                        "linear",
                        "scaling",
                        "hyperbolic-tangent",
                        "sigmoidal",
                        "sigmoidal-jansen-rit",
                        "pre-sigmoidal",
                        "pre-sigmoidal-dynamic",
                        "difference",
                        "kuramoto");
        for (CouplingProvider provider : couplings.all()) {
            Coupling coupling = provider.coupling(Map.of());
            assertThat(provider.name()).startsWith(coupling.name());
            assertThat(provider.complete(Map.of())).containsAllEntriesOf(coupling.parameters());
            assertThat(provider.description()).isNotBlank();
        }
    }

    @Test
    void givenValuesReplaceDefaults() {
        Coupling coupling = couplings.get("sigmoidal").coupling(Map.of("a", 2.0, "sigma", 10.0));
        assertThat(coupling).isEqualTo(Coupling.sigmoidal(-1, 1, 0, 2, 10));
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> couplings.get("linear").coupling(Map.of("c", 1.0, "a", Double.NaN)))
                .isInstanceOf(GyrusException.class)
                .hasMessageContainingAll("linear.c", "one of a, b", "linear.a", "finite");
        assertThatThrownBy(() -> couplings.get("linnear")).hasMessageContaining("did you mean 'linear'?");
    }
}
