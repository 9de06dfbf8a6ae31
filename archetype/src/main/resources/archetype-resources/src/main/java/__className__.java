package ${package};

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider;
import java.util.Map;

/**
 * A relaxation oscillator, to be replaced by your model.
 *
 * <pre>
 *   dx/dt = (mu (x − x³/3) + y + c)/tau
 *   dy/dt = −x/tau
 * </pre>
 *
 * <p>Reference: van der Pol, Phil. Mag. 2, 1926, doi:10.1080/14786442608564127.
 */
public final class ${className} implements ModelProvider {
    /** For the service loader. */
    public ${className}() {}

    @Override
    public String name() {
        return "${model}";
    }

    @Override
    public String family() {
        return "oscillator";
    }

    @Override
    public Node node(Map<String, String> options) {
        Mass mass = Mass.named("oscillator")
                .state("x", "1", Initial.uniform(-1, 1))
                .state("y", "1", Initial.uniform(-1, 1))
                .parameter("mu", 1, "1", "nonlinearity")
                .notNegative()
                .parameter("tau", 10, "ms", "time constant")
                .positive()
                .parameter("sigma", 0, "1/√ms", "intensity of white noise on x")
                .notNegative()
                .input("c", "1", "Σ w x of other nodes")
                .equations("""
                        dx/dt = (mu*(x - x^3/3) + y + c)/tau + sigma*xi
                        dy/dt = -x/tau
                        """)
                .build();
        return Node.named(name())
                .doc("a relaxation oscillator")
                .reference("van der Pol, Phil. Mag. 2, 1926, doi:10.1080/14786442608564127")
                .mass(mass)
                .sync(Sync.additive("x", "c"))
                .defaultOutput("x")
                .build();
    }
}
