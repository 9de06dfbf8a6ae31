package dev.gyrus.examples;

import dev.gyrus.analysis.Fc;
import dev.gyrus.bold.Bold;
import dev.gyrus.core.Network;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Subject;
import dev.gyrus.datasets.Synthetic80;
import dev.gyrus.fitting.AbcSmc;
import dev.gyrus.fitting.Algorithm;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Candidate;
import dev.gyrus.fitting.CmaEs;
import dev.gyrus.fitting.Evolution;
import dev.gyrus.fitting.EvolutionRun;
import dev.gyrus.fitting.Generation;
import dev.gyrus.fitting.MeasuredRun;
import dev.gyrus.fitting.Metrics;
import dev.gyrus.fitting.Objective;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.Point;
import dev.gyrus.fitting.RunEvaluator;
import dev.gyrus.fitting.Scenario;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for the parameters that the activity of a whole brain was simulated with, from means and standard deviations
 * of its rates, or from its BOLD signal alone: functional connectivity, amplitude and spectrum.
 *
 * <p>The data are simulated on the connectome of {@code synthetic80} with known parameters. The search from wide ranges,
 * approximate Bayesian computation for rates and CMA-ES for BOLD, is not told them, and each of its runs has another
 * seed. Going on where it was stopped gives what it would have given.
 *
 * <p>Arguments: {@code rates} or {@code bold}, duration of each run in ms, particles, generations, and the name of the
 * figure without its ending. The figure in {@code docs/gallery} is of {@code rates 2000 30 36}.
 */
final class ParameterRecovery {
    private static final double[] TRUE = {1.62, 1.6, 0.09};
    private static final List<String> OF_RATES = List.of(
            "mean(rates_exc; from=500)",
            "sd(rates_exc; from=500)",
            "mean(rates_inh; from=500)",
            "sd(rates_inh; from=500)");

    /** Of BOLD: the repetition time, and what of each run is dropped, in ms. */
    private static final double REPETITION = 1000;

    private static final double DROPPED = 10_000;

    /** The measured brain has been watched for longer than any of those that are compared with it, in ms. */
    private static final double MEASURED = 310_000;

    private static final ParameterSpace SPACE = ParameterSpace.of(
            Axis.range("mue_ext_mean", 0.5, 3),
            Axis.range("mui_ext_mean", 0.5, 3),
            Axis.range("sigma_ou", 0.01, 0.5).log());

    private ParameterRecovery() {}

    public static void main(String[] args) {
        boolean bold = args[0].equals("bold");
        double duration = Double.parseDouble(args[1]);
        int particles = Integer.parseInt(args[2]);
        Path figure = Path.of(args[4]);
        Path checkpoint = figure.resolveSibling(figure.getFileName() + ".checkpoint");
        Evolution evolution = (bold ? fromBold(duration, particles) : fromRates(duration, particles))
                .generations(Integer.parseInt(args[3]))
                .checkpoint(checkpoint, true);
        EvolutionRun run = evolution.start();
        while (run.advance()) {
            Generation last = run.generations().get(run.generations().size() - 1);
            System.out.println(line(last));
        }
        String from = bold ? "the BOLD signal" : "means and standard deviations of the rates";
        draw(run, from).write(figure);
    }

    private static Evolution fromRates(double duration, int particles) {
        double[] data = evaluator(MeasuredRun.of(simulation(duration, 1000)), OF_RATES)
                .evaluate(List.of(new Point(0, TRUE)))
                .get(0);
        String distance = IntStream.range(0, data.length)
                .mapToObj(k -> "abs(log(" + OF_RATES.get(k) + "/" + data[k] + "))")
                .collect(Collectors.joining(" + "));
        return evolution(MeasuredRun.of(simulation(duration, 1)), distance, AbcSmc.adaptive(particles));
    }

    /** The distance: of functional connectivity, of the mean amplitude, and of the spectrum, of BOLD. */
    private static Evolution fromBold(double duration, int particles) {
        Series signal = simulation(MEASURED, 1000, TRUE)
                .observe(Bold.tr(REPETITION))
                .run()
                .get("bold")
                .from(DROPPED);
        Subject subject =
                new Subject("known", Optional.of(signal), Fc.of(signal).matrix());
        String amplitude = "abs(log(sd(bold)/" + amplitude(signal) + "))";
        String spectrum = "spectrum_distance(window=" + (duration - DROPPED) / 2000 + ")";
        String distance = "1 - fc_mean + " + amplitude + " + " + spectrum;
        MeasuredRun run = MeasuredRun.of(simulation(duration, 1))
                .bold(Bold.tr(REPETITION))
                .discard(DROPPED)
                .subjects(List.of(subject));
        return evolution(run, distance, CmaEs.standard().population(particles));
    }

    /** The mean of the regions' standard deviations over time. */
    private static double amplitude(Series signal) {
        return IntStream.range(0, signal.columns())
                .mapToObj(signal::column)
                .mapToDouble(column -> {
                    double mean = Arrays.stream(column).average().orElseThrow();
                    return Math.sqrt(Arrays.stream(column)
                            .map(value -> (value - mean) * (value - mean))
                            .average()
                            .orElseThrow());
                })
                .average()
                .orElseThrow();
    }

    private static Evolution evolution(MeasuredRun run, String distance, Algorithm algorithm) {
        var evaluator = evaluator(run, List.of(distance)).ownSeeds(true);
        return Evolution.of(SPACE, algorithm, evaluator, Objective.minimise(distance))
                .seed(1);
    }

    private static RunEvaluator evaluator(MeasuredRun run, List<String> expressions) {
        var metrics = Metrics.of(run, expressions.toArray(String[]::new));
        return RunEvaluator.of(Scenario.of(run.simulation(), metrics), SPACE).threads(1);
    }

    /** @param values of the parameters that are looked for; none for the model's own */
    private static Simulation simulation(double duration, long seed, double... values) {
        var node = Aln.node().with("b", 5.0);
        for (int a = 0; a < values.length; a++) {
            node = node.with(SPACE.names().get(a), values[a]);
        }
        var network = Network.of(node, Synthetic80.connectome(), 20.0 /* mm/ms */);
        return Simulation.of(network).dt(0.1).duration(duration).seed(seed);
    }

    private static String line(Generation one) {
        StringBuilder line = new StringBuilder(String.format("%3d  best %.3f", one.index(), -one.bestScore()));
        for (int a = 0; a < SPACE.size(); a++) {
            line.append(String.format("  %s %.3f ± %.3f", SPACE.names().get(a), one.mean(a), one.deviation(a)));
        }
        return line.toString();
    }

    /** Distances above; below, proposals of each round, and mean and two standard deviations of the sample. */
    private static Figure draw(EvolutionRun run, String from) {
        Panel[] above = new Panel[SPACE.size()];
        Panel[] below = new Panel[SPACE.size()];
        List<Candidate> tried =
                run.candidates().stream().filter(one -> !one.failed()).toList();
        double[] distance = tried.stream().mapToDouble(one -> -one.score()).toArray();
        double[] generation = tried.stream().mapToDouble(Candidate::generation).toArray();
        double[] index =
                IntStream.range(0, run.generations().size()).asDoubleStream().toArray();
        double top = Math.min(3, Arrays.stream(distance).max().orElse(1));
        for (int a = 0; a < SPACE.size(); a++) {
            Axis axis = SPACE.axes().get(a);
            int k = a;
            double[] values =
                    tried.stream().mapToDouble(one -> one.parameters()[k]).toArray();
            Style truth = Style.of(Palette.VERMILION).label(a == 0 ? "true value" : "");
            above[a] = Panel.of(
                            parameter(axis),
                            dev.gyrus.plot.Axis.of("distance", "").range(0, top))
                    .dots(values, distance, Style.of(Palette.BLUE).width(2).opacity(0.6))
                    .line(new double[] {TRUE[a], TRUE[a]}, new double[] {0, top}, truth);
            below[a] = Panel.of(
                            dev.gyrus.plot.Axis.of("generation", "")
                                    .wholeNumbers()
                                    .tighten(),
                            parameter(axis))
                    .dots(generation, values, Style.of(Palette.GREY).width(2).opacity(0.6))
                    .band(index, spread(run, axis, a, -2), spread(run, axis, a, 2), Style.of(Palette.BLUE))
                    .line(index, spread(run, axis, a, 0), Style.of(Palette.BLUE))
                    .line(
                            new double[] {0, index[index.length - 1]},
                            new double[] {TRUE[a], TRUE[a]},
                            Style.of(Palette.VERMILION));
        }
        above[0] = above[0].key();
        return Figure.of(110, above)
                .row(110, below)
                .title("Parameter recovery")
                .subtitle("From " + from + " of a whole brain, "
                        + run.candidates().size() + " runs");
    }

    private static dev.gyrus.plot.Axis parameter(Axis axis) {
        var drawn = dev.gyrus.plot.Axis.of(axis.name(), "").range(axis.lower(), axis.upper());
        return axis.scale() == Axis.Scale.LOG ? drawn.log() : drawn;
    }

    /** So many standard deviations above the mean of each generation, within the bounds. */
    private static double[] spread(EvolutionRun run, Axis axis, int a, int deviations) {
        return run.generations().stream()
                .mapToDouble(one -> one.mean(a) + deviations * one.deviation(a))
                .map(value -> Math.max(axis.lower(), Math.min(axis.upper(), value)))
                .toArray();
    }
}
