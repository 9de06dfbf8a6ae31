package dev.gyrus.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Recording;
import dev.gyrus.core.VectorField;
import dev.gyrus.core.spi.ModelProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every model keeps to, as tests: implement this interface in a test class and return the provider.
 *
 * <pre>{@code
 * class MyModelTest implements ModelContract {
 *     @Override
 *     public ModelProvider provider() {
 *         return new MyModelProvider();
 *     }
 * }
 * }</pre>
 *
 * <p>Every test runs on the model with its default options, {@link #everyChoiceOfEveryOptionRuns()} on all others. Not
 * thread-safe.
 */
public interface ModelContract {

    /** The model to be tested. */
    ModelProvider provider();

    /** Short, lower case, words joined by hyphens: as it will stand in experiment files. */
    @Test
    default void theNameIsInKebabCase() {
        assertTrue(
                provider().name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                () -> "expected lower-case words joined by hyphens, given '"
                        + provider().name() + "'");
    }

    /** The provider is registered: in {@code module-info.java} and in {@code META-INF/services}. */
    @Test
    default void theCatalogueOffersTheModel() {
        ModelProvider found = Catalogue.models().get(provider().name());
        assertEquals(provider().getClass(), found.getClass(), "another model has this name");
    }

    /** Users read the description in lists and cite the reference. */
    @Test
    default void theModelSaysWhatItIsAndWhereItComesFrom() {
        Node node = node();
        assertAll(
                () -> assertFalse(provider().family().isBlank(), "the provider names no family"),
                () -> assertFalse(provider().description().isBlank(), "the provider has no description"),
                () -> assertFalse(node.reference().isBlank(), "the node names no reference"),
                () -> assertFalse(node.defaultOutput().isBlank(), "the node has no default output"));
    }

    /** A parameter without a line of explanation is a riddle, and one outside its own bounds is a mistake. */
    @Test
    default void everyParameterIsExplainedAndWithinItsBounds() {
        assertAll(parameters(node()).map(p -> (Executable) () -> {
            assertFalse(p.doc().isBlank(), () -> "parameter '" + p.name() + "' has no doc");
            assertTrue(
                    p.value() >= p.low() && p.value() <= p.high(),
                    () -> "parameter '" + p.name() + "': expected " + p.expectation() + ", given " + p.value());
        }));
    }

    /** Names, units and wiring fit together: all problems of the equations show here at once. */
    @Test
    default void theEquationsAreSound() {
        Trial.of(node()).alone(1);
    }

    @Test
    default void theDerivativeIsFiniteWhereTheModelStarts() {
        VectorField field = VectorField.of(node());
        double[] derivative = Differences.at(field, field.start());
        for (int i = 0; i < derivative.length; i++) {
            String state = field.states().get(i);
            double value = derivative[i];
            assertTrue(Double.isFinite(value), () -> "d " + state + "/dt is " + value);
        }
    }

    /** Beside the start, where models like to have a kink. */
    @Test
    default void theJacobianAgreesWithFiniteDifferences() {
        VectorField field = VectorField.of(node());
        Differences.check(field, Differences.beside(field.start()));
    }

    @Test
    default void chunksMakeNoDifference() {
        Trial trial = Trial.of(node());
        assertEquals(bits(trial.together(1, 1)), bits(trial.together(1, 3)), "one run and three pieces differ");
    }

    @Test
    default void theSeedFixesTheBits() {
        Trial trial = Trial.of(node());
        assertEquals(bits(trial.together(1, 1)), bits(trial.together(1, 1)), "two runs with one seed differ");
    }

    @Test
    default void theModelStaysFiniteInANetwork() {
        Trial.of(node()).together(1, 1);
    }

    @Test
    default void everyChoiceOfEveryOptionRuns() {
        List<Executable> runs = new ArrayList<>();
        for (ModelProvider.Option option : provider().options()) {
            for (String choice : option.choices()) {
                runs.add(() ->
                        Trial.of(provider().node(Map.of(option.name(), choice))).alone(1));
            }
        }
        assertAll(runs);
    }

    /** Fixed values say what tables were made with; a parameter of the same name could never be set. */
    @Test
    default void fixedValuesAreNotParameters() {
        Map<String, Double> fixed = new LinkedHashMap<>(provider().fixed());
        fixed.keySet().retainAll(node().parameterNames());
        if (!fixed.isEmpty()) {
            fail("both fixed and parameters: " + String.join(", ", fixed.keySet()));
        }
    }

    private Node node() {
        return provider().node(Map.of());
    }

    private static Stream<Parameter> parameters(Node node) {
        return Stream.concat(
                node.parameters().stream(),
                node.masses().stream().map(Mass::parameters).flatMap(List::stream));
    }

    private static List<List<Long>> bits(Recording recording) {
        return recording.series().stream()
                .map(series -> Stream.of(series.values())
                        .flatMapToLong(row -> Arrays.stream(row).mapToLong(Double::doubleToLongBits))
                        .boxed()
                        .toList())
                .toList();
    }
}
