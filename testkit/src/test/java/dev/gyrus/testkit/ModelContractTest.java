package dev.gyrus.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each promise of the contract is kept by a sound model, and a model that breaks it is told so. */
class ModelContractTest {

    private record Model(String name, Node node) implements ModelProvider {
        @Override
        public String family() {
            return "test";
        }

        @Override
        public Node node(Map<String, String> options) {
            return node;
        }
    }

    private static ModelContract contract(String name, String equations, double tau) {
        Mass mass = Mass.named("mass")
                .state("x", "1", Initial.uniform(0, 1))
                .parameter("tau", tau, "ms", "time constant")
                .positive()
                .parameter("sigma", 0.1, "1/√ms", "noise")
                .input("c", "1", "from others")
                .equations(equations)
                .build();
        Node node = Node.named(name)
                .doc("a relaxing variable")
                .reference("nobody")
                .mass(mass)
                .sync(Sync.additive("x", "c"))
                .defaultOutput("x")
                .build();
        return () -> new Model(name, node);
    }

    private static final String SOUND = "dx/dt = (c - x)/tau + sigma*xi";

    @Test
    void aSoundModelKeepsAllOfIt() {
        ModelContract sound = contract("sound", SOUND, 10);
        assertThatCode(() -> {
                    sound.theNameIsInKebabCase();
                    sound.theModelSaysWhatItIsAndWhereItComesFrom();
                    sound.everyParameterIsExplainedAndWithinItsBounds();
                    sound.theEquationsAreSound();
                    sound.theDerivativeIsFiniteWhereTheModelStarts();
                    sound.theJacobianAgreesWithFiniteDifferences();
                    sound.chunksMakeNoDifference();
                    sound.theSeedFixesTheBits();
                    sound.theModelStaysFiniteInANetwork();
                    sound.everyChoiceOfEveryOptionRuns();
                    sound.fixedValuesAreNotParameters();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aNameWithCapitalsIsRefused() {
        assertThatThrownBy(contract("Sound_Model", SOUND, 10)::theNameIsInKebabCase)
                .hasMessageContaining("'Sound_Model'");
    }

    @Test
    void aModelThatIsNotRegisteredIsMissed() {
        assertThatThrownBy(contract("sound", SOUND, 10)::theCatalogueOffersTheModel)
                .hasMessageContaining("'sound'");
    }

    @Test
    void aDefaultOutsideItsBoundsIsNamed() {
        assertThatThrownBy(contract("sound", SOUND, -1)::everyParameterIsExplainedAndWithinItsBounds)
                .hasStackTraceContaining("parameter 'tau': expected a positive number of ms, given -1.0");
    }

    @Test
    void unitsThatDoNotFitAreNamed() {
        assertThatThrownBy(contract("sound", "dx/dt = c - x", 10)::theEquationsAreSound)
                .hasMessageContaining("1/ms");
    }

    @Test
    void aDerivativeThatIsNotFiniteIsNamed() {
        ModelContract singular = contract("sound", "dx/dt = (c - x)/tau/(tau - 10)*tau + sigma*xi", 10);
        assertThatThrownBy(singular::theDerivativeIsFiniteWhereTheModelStarts).hasMessageContaining("mass.x/dt is ");
    }
}
