package dev.gyrus.fitting;

import dev.gyrus.core.Catalogue;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Registers one operator of genetic searches under a name that experiments can use; found through {@link ServiceLoader}.
 *
 * <pre>{@code
 * public final class Levy implements OperatorProvider.OfMutation {
 *     public String name() {
 *         return "levy";
 *     }
 *
 *     public String description() {
 *         return "a step of Cauchy's distribution along each axis";
 *     }
 *
 *     public OptionalDouble initial() {
 *         return OptionalDouble.of(0.01); // of the ranges
 *     }
 *
 *     public Mutation create(double scale) {
 *         return Mutation.named("levy(" + scale + ")", (genome, draws) -> …);
 *     }
 * }
 * }</pre>
 *
 * <p>is used as {@code operators: {mutation: levy}} or {@code {mutation: {levy: 0.05}}}. A provider implements one of the
 * three interfaces here.
 */
public sealed interface OperatorProvider {

    /** What an operator is for, in the words of an experiment file. */
    enum Role {
        PARENTS,
        CROSSOVER,
        MUTATION,
        SURVIVORS
    }

    /** Short name, as used in experiment files: {@code simulated-binary}. */
    String name();

    /** One line; says what the number is, if there is one. */
    String description();

    /** Where it may stand. */
    Set<Role> roles();

    /** The default of the number that it takes; empty where it takes none. */
    default OptionalDouble initial() {
        return OptionalDouble.empty();
    }

    /** Chooses parents, survivors or either. */
    non-sealed interface OfSelection extends OperatorProvider {
        /**
         * The operator.
         *
         * @param setting the number that it takes; 0 where it takes none
         * @throws dev.gyrus.core.GyrusException for a number that makes no sense
         */
        Selection create(double setting);
    }

    /** Makes children of two parents. */
    non-sealed interface OfCrossover extends OperatorProvider {
        /** As in {@link OfSelection#create}. */
        Crossover create(double setting);

        @Override
        default Set<Role> roles() {
            return Set.of(Role.CROSSOVER);
        }
    }

    /** Changes children. */
    non-sealed interface OfMutation extends OperatorProvider {
        /** As in {@link OfSelection#create}. */
        Mutation create(double setting);

        @Override
        default Set<Role> roles() {
            return Set.of(Role.MUTATION);
        }
    }

    /** The operators that can be found. */
    static Catalogue<OperatorProvider> catalogue() {
        return Catalogue.of("operator", ServiceLoader.load(OperatorProvider.class), OperatorProvider::name);
    }
}
