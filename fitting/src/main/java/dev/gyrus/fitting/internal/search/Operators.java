package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Crossover;
import dev.gyrus.fitting.Mutation;
import dev.gyrus.fitting.OperatorProvider;
import dev.gyrus.fitting.Selection;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;

/** Gyrus's own operators as services. */
public final class Operators {
    private Operators() {}

    private abstract static class Selecting implements OperatorProvider.OfSelection {
        private final String name;
        private final String description;
        private final Set<Role> roles;
        private final OptionalDouble initial;
        private final DoubleFunction<Selection> factory;

        Selecting(
                String name,
                String description,
                Set<Role> roles,
                OptionalDouble initial,
                DoubleFunction<Selection> factory) {
            this.name = name;
            this.description = description;
            this.roles = roles;
            this.initial = initial;
            this.factory = factory;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public Set<Role> roles() {
            return roles;
        }

        @Override
        public OptionalDouble initial() {
            return initial;
        }

        @Override
        public Selection create(double setting) {
            return factory.apply(setting);
        }
    }

    private abstract static class Crossing implements OperatorProvider.OfCrossover {
        private final String name;
        private final String description;
        private final double initial;
        private final DoubleFunction<Crossover> factory;

        Crossing(String name, String description, double initial, DoubleFunction<Crossover> factory) {
            this.name = name;
            this.description = description;
            this.initial = initial;
            this.factory = factory;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public OptionalDouble initial() {
            return OptionalDouble.of(initial);
        }

        @Override
        public Crossover create(double setting) {
            return factory.apply(setting);
        }
    }

    private abstract static class Mutating implements OperatorProvider.OfMutation {
        private final String name;
        private final String description;
        private final OptionalDouble initial;
        private final DoubleFunction<Mutation> factory;

        Mutating(String name, String description, OptionalDouble initial, DoubleFunction<Mutation> factory) {
            this.name = name;
            this.description = description;
            this.initial = initial;
            this.factory = factory;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public OptionalDouble initial() {
            return initial;
        }

        @Override
        public Mutation create(double setting) {
            return factory.apply(setting);
        }
    }

    /** Registers {@code rank}. */
    public static final class Rank extends Selecting {
        public Rank() {
            super(
                    "rank",
                    "by a probability that grows linearly with the rank; the number is the pressure, 1 to 2",
                    Set.of(Role.PARENTS),
                    OptionalDouble.of(1.5),
                    Selection::rank);
        }
    }

    /** Registers {@code tournament}. */
    public static final class Tournaments extends Selecting {
        public Tournaments() {
            super(
                    "tournament",
                    "the better of two: who dominates, then who is less crowded (NSGA-II)",
                    Set.of(Role.PARENTS),
                    OptionalDouble.empty(),
                    none -> Selection.tournament());
        }
    }

    /** Registers {@code random}. */
    public static final class Random extends Selecting {
        public Random() {
            super(
                    "random",
                    "any, all alike (NSGA-III)",
                    Set.of(Role.PARENTS),
                    OptionalDouble.empty(),
                    none -> Selection.random());
        }
    }

    /** Registers {@code best}. */
    public static final class Best extends Selecting {
        public Best() {
            super(
                    "best",
                    "the best by the sum of the objectives",
                    Set.of(Role.PARENTS, Role.SURVIVORS),
                    OptionalDouble.empty(),
                    none -> Selection.best());
        }
    }

    /** Registers {@code crowding}. */
    public static final class CrowdingDistance extends Selecting {
        public CrowdingDistance() {
            super(
                    "crowding",
                    "front after front, of the last one those least crowded (NSGA-II)",
                    Set.of(Role.SURVIVORS),
                    OptionalDouble.empty(),
                    none -> Selection.crowding());
        }
    }

    /** Registers {@code references}. */
    public static final class ReferenceDirections extends Selecting {
        public ReferenceDirections() {
            super(
                    "references",
                    "front after front, of the last one those in the emptiest directions (NSGA-III); the number is that of"
                            + " divisions of each objective",
                    Set.of(Role.SURVIVORS),
                    OptionalDouble.of(12),
                    divisions -> Selection.references((int) divisions));
        }
    }

    /** Registers {@code blend}. */
    public static final class Blend extends Crossing {
        public Blend() {
            super(
                    "blend",
                    "around the line between the parents; the number is how far beyond them, as a share of their distance",
                    0.5,
                    Crossover::blend);
        }
    }

    /** Registers {@code simulated-binary}. */
    public static final class Binary extends Crossing {
        public Binary() {
            super(
                    "simulated-binary",
                    "around the parents as by crossing binary numbers; the larger the number, the nearer",
                    20,
                    Crossover::simulatedBinary);
        }
    }

    /** Registers {@code uniform}. */
    public static final class Uniform extends Crossing {
        public Uniform() {
            super("uniform", "each parameter swapped with the probability that the number is", 0.5, Crossover::uniform);
        }
    }

    /** Registers {@code adaptive}. */
    public static final class SelfAdaptive extends Mutating {
        public SelfAdaptive() {
            super(
                    "adaptive",
                    "a Gaussian step along each axis, of a width that is inherited and evolves itself",
                    OptionalDouble.empty(),
                    none -> Mutation.adaptive());
        }
    }

    /** Registers {@code polynomial}. */
    public static final class PolynomialStep extends Mutating {
        public PolynomialStep() {
            super(
                    "polynomial",
                    "a polynomial distribution between the bounds; the larger the number, the smaller the steps",
                    OptionalDouble.of(20),
                    Mutation::polynomial);
        }
    }

    /** Registers {@code gaussian}. */
    public static final class Gaussian extends Mutating {
        public Gaussian() {
            super(
                    "gaussian",
                    "a Gaussian step along each axis; the number is its deviation as a share of the range",
                    OptionalDouble.of(0.1),
                    Mutation::gaussian);
        }
    }
}
