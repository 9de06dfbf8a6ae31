package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import io.jenetics.DoubleGene;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.engine.Engine;
import io.jenetics.ext.SimulatedBinaryCrossover;
import io.jenetics.ext.moea.MOEA;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.IntRange;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GeneticTest {
    private static final double[] REFERENCE = {1.1, 1.1};

    /** E. Zitzler, K. Deb and L. Thiele, Evol. Comput. 8 (2000) 173–195: the front is f₂ = 1 − √f₁. */
    private static double[] zdt1(double[] x) {
        double g = 1 + 9 * Arrays.stream(x).skip(1).average().orElseThrow();
        return new double[] {x[0], g * (1 - Math.sqrt(x[0] / g))};
    }

    /** K. Deb, L. Thiele, M. Laumanns and E. Zitzler, CEC 2002: the front is the octant of the unit sphere. */
    private static double[] dtlz2(double[] x) {
        double g = 0;
        for (int k = 2; k < x.length; k++) {
            g += (x[k] - 0.5) * (x[k] - 0.5);
        }
        double a = x[0] * Math.PI / 2;
        double b = x[1] * Math.PI / 2;
        return new double[] {
            (1 + g) * Math.cos(a) * Math.cos(b), (1 + g) * Math.cos(a) * Math.sin(b), (1 + g) * Math.sin(a)
        };
    }

    private static List<double[]> front(Search search, int generations, Function<double[], double[]> objectives) {
        for (int k = 0; k < generations; k++) {
            search.tell(search.ask().stream().map(objectives).toList());
        }
        return search.population().stream().map(Individual::objectives).toList();
    }

    /** The whole front has 1.1² − 1 + 2/3 − 0 = 0.8767 below the reference (Riemann sums of 100 points: 0.87). */
    @Test
    void nsga2CoversTheFrontOfZdt1() {
        List<double[]> front = front(Genetic.nsga2(100).begin(10, 1), 200, GeneticTest::zdt1);
        assertThat(Front.hypervolume(front, REFERENCE)).isBetween(0.865, 0.8767);
    }

    @Test
    void nsga2IsAsGoodAsThatOfJenetics() {
        int generations = 100;
        List<double[]> own = front(Genetic.nsga2(60).begin(6, 1), generations, GeneticTest::zdt1);
        List<double[]> others = RandomRegistry.with(new Random(1), random -> {
            Engine<DoubleGene, Vec<double[]>> engine = Engine.builder(
                            (io.jenetics.Genotype<DoubleGene> type) -> Vec.of(zdt1(type.chromosome()
                                    .as(io.jenetics.DoubleChromosome.class)
                                    .toArray())),
                            io.jenetics.Genotype.of(io.jenetics.DoubleChromosome.of(0, 1, 6)))
                    .populationSize(60)
                    .minimizing()
                    .alterers(new SimulatedBinaryCrossover<>(1, 20), new Mutator<>(1.0 / 6))
                    .offspringSelector(new io.jenetics.TournamentSelector<>(2))
                    .survivorsSelector(NSGA2Selector.ofVec())
                    .executor(Runnable::run)
                    .build();
            ISeq<Phenotype<DoubleGene, Vec<double[]>>> result =
                    engine.stream().limit(generations).collect(MOEA.toParetoSet(IntRange.of(60, 60)));
            return result.stream().map(one -> one.fitness().data()).toList();
        });
        assertThat(Front.hypervolume(own, REFERENCE))
                .isGreaterThanOrEqualTo(Front.hypervolume(others, REFERENCE) - 0.005);
    }

    @Test
    void nsga3CoversTheSphereOfDtlz2Evenly() {
        List<double[]> front = front(Genetic.nsga3(92, 12).begin(7, 1), 150, GeneticTest::dtlz2);
        assertThat(front)
                .allSatisfy(f -> assertThat(Math.sqrt(Minimum.sphere(f))).isCloseTo(1, within(0.05)));
        // 91 points at the directions of the lattice have 0.744 of (1.1)³ (Riemann sum over them, exact union of
        // boxes).
        double ideal = Front.hypervolume(onSphere(), new double[] {1.1, 1.1, 1.1});
        assertThat(Front.hypervolume(front, new double[] {1.1, 1.1, 1.1})).isBetween(0.97 * ideal, 1.02 * ideal);
    }

    private static List<double[]> onSphere() {
        List<double[]> points = new ArrayList<>();
        for (double[] direction : dev.gyrus.fitting.internal.search.References.lattice(3, 12)) {
            double norm = Math.sqrt(Minimum.sphere(direction));
            points.add(Arrays.stream(direction).map(v -> v / norm).toArray());
        }
        assertThat(points).hasSize(91);
        return points;
    }

    @Test
    void adaptiveSchemeFindsAMinimum() {
        Search search = Genetic.adaptive(40).begin(5, 1);
        assertThat(Minimum.search(search, -4.3, 5.1, Minimum::sphere, 1e-6, 20_000)
                        .value())
                .isLessThanOrEqualTo(1e-6);
    }

    @Test
    void rankSelectionHasTheProbabilitiesOfItsFormula() {
        List<Individual> population = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            population.add(new Individual(Genome.at(k), new double[] {k}));
        }
        int draws = 100_000;
        double[] share = new double[5];
        Selection.rank(1.5)
                .select(population, draws, Draws.of(1, 0))
                .forEach(one -> share[(int) one.objectives()[0]] += 1.0 / draws);
        for (int k = 0; k < 5; k++) { // the worst is 4: rank 0
            double expected = (2 - 1.5) / 5 + 2 * (4 - k) * 0.5 / (5 * 4);
            assertThat(share[k]).isCloseTo(expected, within(0.005));
        }
    }

    @Test
    void blendCrossoverKeepsTheMeanOfBothParents() {
        List<Genome> children = Crossover.blend(0.5)
                .cross(Genome.at(0.2, 0.8), new Genome(new double[] {0.6, 0.1}, new double[0]), Draws.of(3, 0));
        for (int k = 0; k < 2; k++) {
            double sum = children.get(0).position()[k] + children.get(1).position()[k];
            assertThat(sum).isCloseTo(k == 0 ? 0.8 : 0.9, within(1e-15));
        }
    }

    /** The spread of children far from the bounds: E|β| is (η + 1)²/(η(η + 2)), half of it from each side of 1. */
    @Test
    void simulatedBinaryCrossoverSpreadsAsItsDensity() {
        Crossover crossover = Crossover.simulatedBinary(2);
        Draws draws = Draws.of(5, 0);
        int crossed = 0;
        double sum = 0;
        for (int k = 0; k < 200_000; k++) {
            List<Genome> children = crossover.cross(Genome.at(0.4999), Genome.at(0.5001), draws);
            double beta =
                    Math.abs(children.get(0).position()[0] - children.get(1).position()[0]) / 0.0002;
            if (Math.abs(beta - 1) > 1e-9) {
                crossed++;
                sum += beta;
            }
        }
        double expected =
                0.5 * 3.0 / 4 + 0.5 * 3.0 / 2; // ∫β c(β)dβ with c = 0.5(η+1)βᶯ below 1, 0.5(η+1)β^−(η+2) above
        assertThat(crossed).isBetween(99_000, 101_000);
        assertThat(sum / crossed).isCloseTo(expected, within(0.02));
    }

    @Test
    void polynomialMutationStaysInsideAndHasNoPreferenceInTheMiddle() {
        Mutation mutation = Mutation.polynomial(20);
        Draws draws = Draws.of(7, 0);
        double sum = 0;
        for (int k = 0; k < 20_000; k++) {
            double x = mutation.mutate(Genome.at(0.5), draws).position()[0];
            assertThat(x).isBetween(0.0, 1.0);
            sum += x;
            assertThat(mutation.mutate(Genome.at(0), draws).position()[0]).isBetween(0.0, 1.0);
        }
        assertThat(sum / 20_000).isCloseTo(0.5, within(0.002));
    }

    /** E exp(γN + γ′N′) = exp((γ² + γ′²)/2); steps are small, so that no mutant leaves the cube. */
    @Test
    void adaptiveMutationChangesStepsAsTheLogNormalDistribution() {
        Genome genome = new Genome(new double[] {0.5, 0.5}, new double[] {1e-3, 1e-3});
        Draws draws = Draws.of(9, 0);
        double sum = 0;
        int n = 100_000;
        for (int k = 0; k < n; k++) {
            sum += Mutation.adaptive().mutate(genome, draws).steps()[0] / n;
        }
        double variance = 1 / (2 * Math.sqrt(2)) + 1 / 4.0;
        assertThat(sum).isCloseTo(1e-3 * Math.exp(variance / 2), within(1e-5));
    }

    @Test
    void usesTheOperatorsItIsGiven() {
        AtomicInteger parents = new AtomicInteger();
        AtomicInteger crossings = new AtomicInteger();
        AtomicInteger mutations = new AtomicInteger();
        AtomicInteger survivals = new AtomicInteger();
        Genetic scheme = Genetic.nsga2(8)
                .parents((from, count, draws) -> {
                    parents.incrementAndGet();
                    return Selection.random().select(from, count, draws);
                })
                .crossover((one, other, draws) -> {
                    crossings.incrementAndGet();
                    return List.of(one, other);
                })
                .mutation((genome, draws) -> {
                    mutations.incrementAndGet();
                    return Genome.at(0.25, 0.25);
                })
                .survivors((from, count, draws) -> {
                    survivals.incrementAndGet();
                    return from.subList(from.size() - count, from.size());
                });
        Search search = scheme.begin(2, 1);
        search.tell(search.ask().stream().map(x -> new double[] {1}).toList());
        assertThat(search.ask()).hasSize(8).allSatisfy(x -> assertThat(x).containsExactly(0.25, 0.25));
        assertThat(parents).hasValue(1);
        assertThat(crossings).hasValue(4);
        assertThat(mutations).hasValue(8);
        assertThat(survivals).hasValue(1);
    }

    @Test
    void aNewcomerReplacesEachThatFailed() {
        Search search = Genetic.adaptive(10).initial(30).begin(2, 1);
        List<double[]> first = search.ask();
        assertThat(first).hasSize(30);
        AtomicInteger count = new AtomicInteger();
        search.tell(first.stream()
                .map(x -> new double[] {count.getAndIncrement() < 7 ? Double.NaN : x[0]})
                .toList());
        assertThat(search.population()).hasSize(10);
        assertThat(search.ask()).hasSize(17);
    }

    @Test
    void refusesOddPopulations() {
        assertThatThrownBy(() -> Genetic.nsga2(7))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("population: expected an even number from 4, given 7");
        assertThatThrownBy(() -> Genetic.adaptive(20).initial(10)).hasMessageContaining("initial");
    }
}
