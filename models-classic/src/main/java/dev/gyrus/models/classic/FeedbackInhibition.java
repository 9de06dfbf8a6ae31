package dev.gyrus.models.classic;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Node;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Feedback inhibition control: the inhibition {@code J_i} of each region at which its excitatory population fires at a
 * given mean rate in spite of its input from other regions, for {@link ReducedWongWangExcInh} and
 * {@link DecoBalancedExcInh}.
 *
 * <pre>{@code
 * var control = FeedbackInhibition.of(ReducedWongWangExcInh.node().with("G", 1.5), connectome, 3.0);
 * Node tuned = control.node().with("J_i", control.analytic());
 * }</pre>
 *
 * <p>At a steady state with rate r, E needs the current x_e = H⁻¹(r) and opens S_e = γ_e τ_e r/(1 + γ_e τ_e r) of its
 * synapses, which fixes I's current x_i = J_N S_e − τ_i γ_i H(x_i) + W_i I_o + λ G J_N Σ w S_e, so S_i, and finally
 *
 * <pre>
 *   J_i = (w_p J_N S_e + W_e I_o + G J_N Σ w S_e + I_ext − x_e)/S_i.
 * </pre>
 *
 * <p>Noise shifts mean rates, since H is curved: {@link #iterate} measures them and corrects. Immutable; thread-safe.
 *
 * <p>References: Deco, Ponce-Alvarez, Hagmann, Romani, Mantini, Corbetta, J. Neurosci. 34, 2014,
 * doi:10.1523/JNEUROSCI.5068-13.2014 (by iteration, target ≈ 3 Hz); Demirtaş, Burt, Helmer, Ji, Adkinson, Glasser, Van
 * Essen, Sotiropoulos, Anticevic, Murray, Neuron 101, 2019, doi:10.1016/j.neuron.2019.01.017 (analytically).
 */
public final class FeedbackInhibition {
    private final Node node;
    private final Connectome connectome;
    private final double rate;

    private FeedbackInhibition(Node node, Connectome connectome, double rate) {
        this.node = node;
        this.connectome = connectome;
        this.rate = rate;
    }

    /**
     * Control of a network.
     *
     * @param node the model of every region, with its parameters
     * @param connectome its weights as the simulation will use them
     * @param rate the mean rate that excitatory populations shall have, in Hz
     * @throws GyrusException if it is another model, the rate is not positive, or a parameter has neither one value nor
     *     one per region
     */
    public static FeedbackInhibition of(Node node, Connectome connectome, double rate) {
        Problems problems = new Problems();
        problems.require(rate > 0 && Double.isFinite(rate), "rate", "a positive number of Hz", rate);
        if (!node.parameterNames().containsAll(WongWangRegion.PARAMETERS)) {
            problems.add(Problem.of("model", "reduced-wong-wang-exc-inh or deco-balanced-exc-inh", node.name()));
        }
        node.settings().forEach((name, values) -> {
            int n = values.length;
            problems.require(n == 1 || n == connectome.size(), name, "1 or " + connectome.size() + " values", n);
        });
        problems.throwIfAny();
        return new FeedbackInhibition(node, connectome, rate);
    }

    /** The model as it was given. */
    public Node node() {
        return node;
    }

    /**
     * The inhibition of each region, in nA, exact without noise.
     *
     * @throws GyrusException naming the regions that do not reach the rate even without inhibition
     */
    public double[] analytic() {
        double[] excitation = new double[connectome.size()];
        Arrays.setAll(excitation, j -> region(j).excitation(rate));
        double[] inhibition = new double[excitation.length];
        Problems problems = new Problems();
        for (int i = 0; i < inhibition.length; i++) {
            double[] weights = connectome.weights()[i];
            double input = 0;
            for (int j = 0; j < weights.length; j++) {
                input += weights[j] * excitation[j];
            }
            inhibition[i] = region(i).inhibition(rate, input);
            problems.require(
                    inhibition[i] >= 0,
                    connectome.labels().get(i),
                    "a rate of " + rate + " Hz that inhibition can reach",
                    "J_i = " + inhibition[i] + " nA");
        }
        problems.throwIfAny();
        return inhibition;
    }

    private WongWangRegion region(int index) {
        return new WongWangRegion(node, index);
    }

    /**
     * The inhibition of each region, in nA, at which the rates of simulations have the right mean: from
     * {@link #analytic} on, the error of a region's rate is turned into one of its current, and that into one of its
     * inhibition. Because excitation amplifies corrections, those of a region are halved each time its error changes
     * sign.
     *
     * @param simulation how the model is simulated: noise, delays, step and duration
     * @param settle ms at the start that do not count
     * @param tolerance of every region's mean rate, in Hz
     * @param trials the largest number of simulations
     * @throws GyrusException naming the regions whose rates are still off after the last trial
     */
    public double[] iterate(Function<Node, Simulation> simulation, double settle, double tolerance, int trials) {
        double[] inhibition = analytic();
        double[] step = new double[inhibition.length];
        Arrays.fill(step, 1);
        double[] last = new double[inhibition.length];
        Problems problems = new Problems();
        for (int trial = 0; trial < trials; trial++) {
            Means means = new Means(settle);
            simulation.apply(node.with("J_i", inhibition)).observe(means).run();
            problems = new Problems();
            for (int i = 0; i < inhibition.length; i++) {
                double measured = means.of(0, i);
                boolean fine = problems.require(
                        Math.abs(measured - rate) <= tolerance,
                        connectome.labels().get(i),
                        "a mean rate of " + rate + " ± " + tolerance + " Hz after " + trials + " trials",
                        measured + " Hz");
                if (!fine) {
                    double excess = region(i).current(measured) - region(i).current(rate);
                    step[i] *= excess * last[i] < 0 ? 0.5 : 1;
                    last[i] = excess;
                    inhibition[i] = Math.max(0, inhibition[i] + step[i] * excess / means.of(1, i));
                }
            }
            if (problems.isEmpty()) {
                return inhibition;
            }
        }
        problems.throwIfAny();
        return inhibition;
    }

    /** Means of E's rate and of I's gating over a run. */
    private static final class Means implements Observer {
        private final double settle;
        private Scope scope;
        private double[][] sums;
        private long samples;

        Means(double settle) {
            this.settle = settle;
        }

        @Override
        public List<String> variables() {
            return List.of("H_e", "S_i");
        }

        @Override
        public void begin(Scope scope) {
            this.scope = scope;
            sums = new double[2][scope.channels().get(0).labels().size()];
        }

        @Override
        public void observe(Block block) {
            for (int k = 0; k < block.steps(); k++) {
                if ((block.firstStep() + k + 1) * scope.dt() > settle) {
                    samples++;
                    for (int c = 0; c < 2; c++) {
                        double[] row = block.row(c, k);
                        for (int i = 0; i < row.length; i++) {
                            sums[c][i] += row[i];
                        }
                    }
                }
            }
        }

        double of(int channel, int region) {
            return sums[channel][region] * scope.channels().get(channel).scale() / samples;
        }
    }
}
