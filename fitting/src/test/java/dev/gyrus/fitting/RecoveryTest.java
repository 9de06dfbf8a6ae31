package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Network;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.aln.Aln;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Data are simulated with parameters that the search is not told, and with another seed. */
class RecoveryTest {
    private static final double MUE = 1.4;
    private static final double SIGMA = 0.12;
    private static final ParameterSpace SPACE = ParameterSpace.of(
            Axis.range("mue_ext_mean", 0.5, 3), Axis.range("sigma_ou", 0.01, 1).log());

    private static Simulation simulation(long seed) {
        return Simulation.of(Network.of(Aln.node().with("mui_ext_mean", 0.5).with("b", 5.0)))
                .duration(1000)
                .seed(seed);
    }

    private static RunEvaluator evaluator(long seed, String... expressions) {
        Simulation simulation = simulation(seed);
        Metrics metrics = Metrics.of(MeasuredRun.of(simulation), expressions);
        return RunEvaluator.of(Scenario.of(simulation, metrics), SPACE);
    }

    @Test
    void trueParametersLieInsideTheFinalSpread() {
        double[] data = evaluator(1000, "mean(rates_exc)", "sd(rates_exc)")
                .evaluate(List.of(new Point(0, new double[] {MUE, SIGMA})))
                .get(0);
        String distance = String.format(
                Locale.ROOT,
                "abs(mean(rates_exc) / %s - 1) + abs(sd(rates_exc) / %s - 1)",
                Double.toString(data[0]),
                Double.toString(data[1]));
        EvolutionRun run = Evolution.of(
                        SPACE, AbcSmc.adaptive(40), evaluator(1, distance).ownSeeds(true), Objective.minimise(distance))
                .generations(20)
                .run();
        Generation last = run.generations().get(run.generations().size() - 1);
        Generation prior = run.generations().get(0);
        double[] truth = {MUE, SIGMA};
        for (int axis = 0; axis < truth.length; axis++) {
            double deviation = last.deviation(axis);
            assertThat(truth[axis]).isBetween(last.mean(axis) - 2 * deviation, last.mean(axis) + 2 * deviation);
            assertThat(deviation).isLessThan(prior.deviation(axis) / 2);
        }
    }
}
