package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Node;
import dev.gyrus.testkit.ReferenceTrace;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** neurolib's models against traces of neurolib. */
class GoldenTraceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhn-single",
                "fhn-oscillating",
                "fhn-network4",
                "hopf-single",
                "hopf-oscillating",
                "hopf-network4",
                "kuramoto-single",
                "kuramoto-network4",
                "wc-single",
                "wc-oscillating",
                "wc-network4",
                "ww-single",
                "ww-network4"
            })
    void tracesAgreeWithTheOracle(String name) {
        Node model = model(name.substring(0, name.indexOf('-')));
        InputStream trace = GoldenTraceTest.class.getResourceAsStream("golden/" + name + ".txt");
        assertThat(ReferenceTrace.of(trace).worstErrorOf(model)).isLessThan(1e-8);
    }

    private static Node model(String name) {
        return switch (name) {
            case "fhn" -> FitzHughNagumo.node();
            case "hopf" -> Hopf.node();
            case "kuramoto" -> Kuramoto.node();
            case "wc" -> WilsonCowan.node();
            case "ww" -> WongWang.node();
            default -> throw new AssertionError(name);
        };
    }
}
