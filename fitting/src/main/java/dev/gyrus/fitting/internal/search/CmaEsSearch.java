package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One run of CMA-ES.
 *
 * <p>With mean m, step σ and covariance C, each generation samples x = m + σ y, y ~ N(0, C). Sorted by what the samples
 * are worth, with weights w₁ ≥ … that are positive for the best half and (in the active form) negative for the others:
 *
 * <pre>
 * ⟨y⟩ = Σ wᵢ yᵢ (positive weights only),  m ← m + σ ⟨y⟩
 * p_σ ← (1 − c_σ) p_σ + √(c_σ (2 − c_σ) μ) C^(−½) ⟨y⟩,  σ ← σ exp(c_σ/d_σ (|p_σ|/E|N(0, I)| − 1))
 * p_c ← (1 − c_c) p_c + h √(c_c (2 − c_c) μ) ⟨y⟩
 * C ← (1 + c₁ (1 − h) c_c (2 − c_c) − c₁ − c_μ Σ wᵢ) C + c₁ p_c p_cᵀ + c_μ Σ wᵢ yᵢ yᵢᵀ
 * </pre>
 *
 * where μ = 1/Σ w² over the positive weights and h = 0 while p_σ is long. The constants are the defaults of N. Hansen,
 * The CMA evolution strategy: a tutorial, arXiv:1604.00772, Table 1.
 *
 * <p>Samples outside the unit cube are folded back at the bounds when they are evaluated, and count where they were
 * drawn: so a minimum at a bound is one in the middle, of a function that is mirrored there ("Darwinian reflection": R.
 * Biedrzycki, Swarm and Evolutionary Computation 52 (2020) 100627, doi:10.1016/j.swevo.2019.100627). Failed samples
 * count as the worst; a generation of which fewer than two are worth anything changes nothing.
 */
public final class CmaEsSearch implements Search {
    private static final double SMALLEST_STEP = 1e-12;
    private static final double SMALLEST_CHANGE = 1e-12;
    private static final int LONGEST_MEMORY = 20_000;
    private static final int COMPARED = 20;

    private final int n;
    private final int size;
    private final double first;
    private final boolean active;
    private final Draws draws;
    private final Weights weights;
    private final Covariance covariance;
    private final double[] mean;
    private final double[] stepPath;
    private final double[] path;
    private final List<Double> best = new ArrayList<>();
    private final List<Double> median = new ArrayList<>();
    private double step;
    private int generation;
    private List<double[]> drawn = List.of();
    private List<Individual> population = List.of();

    public CmaEsSearch(double[] mean, double step, int size, boolean active, Draws draws) {
        this.n = mean.length;
        this.size = size;
        this.active = active;
        this.draws = draws;
        this.mean = mean.clone();
        this.first = step;
        this.step = step;
        this.weights = Weights.of(n, size);
        this.covariance = new Covariance(n);
        this.stepPath = new double[n];
        this.path = new double[n];
    }

    @Override
    public List<double[]> ask() {
        drawn = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            double[] normal = new double[n];
            Arrays.setAll(normal, i -> draws.gaussian());
            double[] point = covariance.scaled(normal);
            for (int i = 0; i < n; i++) {
                point[i] = mean[i] + step * point[i];
            }
            drawn.add(point);
        }
        return drawn.stream().map(CmaEsSearch::folded).toList();
    }

    private static double[] folded(double[] point) {
        return Arrays.stream(point).map(CmaEsSearch::folded).toArray();
    }

    /** Mirrored at 0 and 1 until it lies between. */
    private static double folded(double x) {
        double wrapped = Math.abs(x) % 2;
        return wrapped > 1 ? 2 - wrapped : wrapped;
    }

    @Override
    public void tell(List<double[]> objectives) {
        List<Individual> all = IntStream.range(0, size)
                .mapToObj(k -> new Individual(
                        Genome.at(folded(drawn.get(k))), objectives.get(k).clone()))
                .toList();
        population = all.stream().filter(Individual::valid).toList();
        if (population.size() < 2) {
            return;
        }
        Comparator<Integer> failed = Comparator.comparing(k -> !all.get(k).valid());
        List<Integer> ranked = IntStream.range(0, size)
                .boxed()
                .sorted(failed.thenComparing(all::get, Individual.BY_SUM))
                .toList();
        generation++;
        remember(ranked.stream().map(all::get).toList());
        double[][] y = new double[size][n];
        double[] moved = new double[n];
        for (int k = 0; k < size; k++) {
            double[] point = drawn.get(ranked.get(k));
            for (int i = 0; i < n; i++) {
                y[k][i] = (point[i] - mean[i]) / step;
                moved[i] += Math.max(0, weights.of(k)) * y[k][i];
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] += step * moved[i];
        }
        adapt(y, moved);
    }

    private void adapt(double[][] y, double[] moved) {
        double sigma = weights.stepShare();
        double[] white = covariance.whitened(moved);
        for (int i = 0; i < n; i++) {
            stepPath[i] = (1 - sigma) * stepPath[i] + Math.sqrt(sigma * (2 - sigma) * weights.mass()) * white[i];
        }
        double length = norm(stepPath);
        double settled = Math.sqrt(1 - StrictMath.pow(1 - sigma, 2.0 * generation));
        boolean moderate = length / settled < (1.4 + 2 / (n + 1.0)) * weights.expectedNorm();
        double c = weights.pathShare();
        for (int i = 0; i < n; i++) {
            path[i] = (1 - c) * path[i] + (moderate ? Math.sqrt(c * (2 - c) * weights.mass()) * moved[i] : 0);
        }
        double[] share = new double[size];
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double weight = weights.of(k);
            if (weight < 0) {
                double norm = norm(covariance.whitened(y[k]));
                share[k] = active ? weight * n / (norm * norm + Double.MIN_NORMAL) : 0;
            } else {
                share[k] = weight;
            }
            sum += active ? weight : share[k];
        }
        double lost = moderate ? 0 : weights.one() * c * (2 - c);
        covariance.update(
                1 + lost - weights.one() - weights.many() * sum, weights.one(), path, weights.many(), share, y);
        step *= StrictMath.exp(Math.min(1, sigma / weights.damping() * (length / weights.expectedNorm() - 1)));
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }

    private void remember(List<Individual> ranked) {
        best.add(ranked.get(0).sum());
        median.add(population.size() > size / 2 ? ranked.get(size / 2).sum() : Double.POSITIVE_INFINITY);
        if (best.size() > LONGEST_MEMORY) {
            best.remove(0);
            median.remove(0);
        }
    }

    @Override
    public List<Individual> population() {
        return population;
    }

    /** The criteria of the tutorial's appendix B.3 that concern convergence. */
    @Override
    public Optional<String> finished() {
        double widest = 0;
        for (int i = 0; i < n; i++) {
            widest = Math.max(widest, step * Math.max(Math.abs(path[i]), covariance.deviation(i)));
        }
        if (widest < SMALLEST_STEP * first) {
            return Optional.of("converged: steps below " + SMALLEST_STEP + " of the first");
        }
        if (covariance.degenerate()) {
            return Optional.of("converged: the distribution is flat in some direction");
        }
        int window = 10 + (int) Math.ceil(30.0 * n / size);
        if (best.size() >= window && range(best.subList(best.size() - window, best.size())) < SMALLEST_CHANGE) {
            return Optional.of("converged: no change in " + window + " generations");
        }
        int memory = Math.min(LONGEST_MEMORY, 120 + (int) (30.0 * n / size + 0.2 * generation));
        if (best.size() >= memory && stagnates(best, memory) && stagnates(median, memory)) {
            return Optional.of("stagnated: no progress in " + memory + " generations");
        }
        return Optional.empty();
    }

    private static double range(List<Double> values) {
        return values.stream().mapToDouble(x -> x).max().orElseThrow()
                - values.stream().mapToDouble(x -> x).min().orElseThrow();
    }

    private static boolean stagnates(List<Double> values, int memory) {
        List<Double> window = values.subList(values.size() - memory, values.size());
        return middle(window.subList(memory - COMPARED, memory)) >= middle(window.subList(0, COMPARED));
    }

    private static double middle(List<Double> values) {
        return values.stream()
                .mapToDouble(x -> x)
                .sorted()
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
