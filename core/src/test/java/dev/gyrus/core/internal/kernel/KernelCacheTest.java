package dev.gyrus.core.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.internal.language.Parser;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelCacheTest {

    @Test
    void equalEquationsShareOneKernelAndItsMachineCode() {
        assertThat(kernel("p*x - x^3")).isSameAs(kernel("p*x - x^3")).isNotSameAs(kernel("p*x - x^2"));
    }

    private static Kernel kernel(String drift) {
        Equations equations = new Equations(
                Map.of(),
                Set.of("p"),
                Set.of(),
                Map.of("x", Parser.expression(drift, "test")),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
        return CompiledMass.of(equations).kernel();
    }
}
