package dev.gyrus.examples;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Network;
import dev.gyrus.core.Simulation;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.fitting.AbcSmc;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Evolution;
import dev.gyrus.fitting.EvolutionRun;
import dev.gyrus.fitting.Generation;
import dev.gyrus.fitting.MeasuredRun;
import dev.gyrus.fitting.Metrics;
import dev.gyrus.fitting.Objective;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.RunEvaluator;
import dev.gyrus.fitting.Scenario;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Looks for the parameters that the BOLD of the synthetic subjects was simulated with, from their functional
 * connectivity alone.
 *
 * <p>The parameters are known ({@link SyntheticSubjects}); the search is not told: it samples the posterior of wide
 * uniform priors (log-uniform for the noise) by approximate Bayesian computation, on the connectome of the group, while
 * each subject had its own.
 *
 * <p>Arguments: duration of each run in ms, number of particles, number of generations, and the name of the figure
 * without its ending. The figure in {@code docs/gallery} is of {@code 40000 24 7}.
 */
final class ParameterRecovery {
    private static final double[] TRUE = {1.62, 1.6, 0.09};
    private static final double DISCARDED = 10_000;
    private static final int BINS = 10;

    private ParameterRecovery() {}

    public static void main(String[] args) {
        Path figure = Path.of(args[3]);
        Path checkpoint = figure.resolveSibling(figure.getFileName() + ".checkpoint");
        Evolution evolution = evolution(Double.parseDouble(args[0]), Integer.parseInt(args[1]))
                .generations(Integer.parseInt(args[2]))
                .checkpoint(checkpoint, true);
        EvolutionRun run = evolution.run();
        run.generations().forEach(one -> System.out.println(line(one, evolution.space())));
        System.out.printf(
                "%d runs, %s, tolerance %.3f%n",
                run.candidates().size(), run.ended().get(), run.tolerance());
        draw(run, evolution.space()).write(figure);
    }

    private static Evolution evolution(double duration, int particles) {
        Dataset brain = Datasets.load("synthetic80");
        var network = Network.of(Aln.node().with("b", 5.0), brain.connectome(), 20.0 /* mm/ms */);
        var simulation = Simulation.of(network).dt(0.1).duration(duration).seed(7);
        var measured = MeasuredRun.of(simulation)
                .bold(Bold.tr(2000))
                .discard(DISCARDED)
                .subjects(brain.subjects());
        var space = ParameterSpace.of(
                Axis.range("mue_ext_mean", 0.5, 3),
                Axis.range("mui_ext_mean", 0.5, 3),
                Axis.range("sigma_ou", 0.01, 0.5).log());
        var scenario = Scenario.of(simulation, Metrics.of(measured, "1 - fc_mean"));
        var evaluator = RunEvaluator.of(scenario, space).threads(1).ownSeeds(true);
        return Evolution.of(space, AbcSmc.adaptive(particles), evaluator, Objective.minimise("1 - fc_mean"))
                .seed(1);
    }

    private static String line(Generation one, ParameterSpace space) {
        StringBuilder line = new StringBuilder(String.format("%3d  best %.3f", one.index(), -one.bestScore()));
        for (int a = 0; a < space.size(); a++) {
            line.append(String.format("  %s %.3f ± %.3f", space.names().get(a), one.mean(a), one.deviation(a)));
        }
        return line.toString();
    }

    /** All candidates by distance above, the weighted sample below; the true values in red. */
    private static Figure draw(EvolutionRun run, ParameterSpace space) {
        Panel[] above = new Panel[space.size()];
        Panel[] below = new Panel[space.size()];
        Generation last = run.generations().get(run.generations().size() - 1);
        double[] distance =
                run.candidates().stream().mapToDouble(one -> -one.score()).toArray();
        for (int a = 0; a < space.size(); a++) {
            int axis = a;
            Axis range = space.axes().get(a);
            var x = dev.gyrus.plot.Axis.of(range.name(), "").range(range.lower(), range.upper());
            var across = range.scale() == Axis.Scale.LOG ? x.log() : x;
            double[] tried = run.candidates().stream()
                    .mapToDouble(one -> one.parameters()[axis])
                    .toArray();
            double[] edges = new double[BINS + 1];
            Arrays.setAll(edges, k -> range.at((double) k / BINS));
            double[] shares = new double[BINS];
            for (int k = 0; k < last.weights().length; k++) {
                int bin = 0;
                while (bin < BINS - 1 && last.population().get(k)[a] >= edges[bin + 1]) {
                    bin++;
                }
                shares[bin] += last.weights()[k];
            }
            double[] truth = {TRUE[a], TRUE[a]};
            Style red = Style.of(Palette.VERMILION).label(a == 0 ? "true value" : "");
            above[a] = Panel.of(
                            across,
                            dev.gyrus.plot.Axis.of("1 − FC correlation", "").range(0.4, 1.2))
                    .dots(tried, distance, Style.of(Palette.BLUE).width(2).opacity(0.7))
                    .line(truth, new double[] {0.4, 1.2}, red);
            below[a] = Panel.of(
                            across,
                            dev.gyrus.plot.Axis.of("share of posterior", "").range(0, 1))
                    .bars(edges, shares, Style.of(Palette.SKY))
                    .line(truth, new double[] {0, 1}, Style.of(Palette.VERMILION));
        }
        above[0] = above[0].key();
        return Figure.of(110, above)
                .row(110, below)
                .title("Parameter recovery")
                .subtitle("From the functional connectivity of five synthetic subjects, "
                        + run.candidates().size() + " runs");
    }
}
