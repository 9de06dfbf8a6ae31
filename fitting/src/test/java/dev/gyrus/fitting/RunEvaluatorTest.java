package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunEvaluatorTest {
    private static final ParameterSpace SPACE = ParameterSpace.of(Axis.range("mu", -1, 1), Axis.range("rate", 0.5, 5));

    /** Relaxes to {@code mu}; diverges where the rate is negative. */
    private static Simulation simulation() {
        Mass mass = Mass.named("m")
                .state("x", "1", Initial.uniform(0, 1))
                .parameter("mu", 0, "1", "target")
                .parameter("rate", 1, "1", "rate")
                .parameter("sigma", 0.1, "1/√ms", "noise")
                .equations("dx/dt = rate*(mu - x)/10 + sigma*xi")
                .build();
        return Simulation.of(Network.of(
                        Node.named("one").mass(mass).defaultOutput("x").build()))
                .dt(0.1)
                .duration(200)
                .seed(5);
    }

    private static RunEvaluator evaluator() {
        Simulation simulation = simulation();
        Metrics metrics = Metrics.of(MeasuredRun.of(simulation), "mean(x)", "sd(x)");
        return RunEvaluator.of(Scenario.of(simulation, metrics), SPACE).threads(1);
    }

    private static List<Point> points() {
        return SPACE.random(7, 1);
    }

    private static String text(List<double[]> values) {
        return Arrays.deepToString(values.toArray());
    }

    @Test
    void measuresWhatIsAsked() {
        List<double[]> values = evaluator().evaluate(List.of(new Point(0, new double[] {0.7, 5})));
        assertThat(values.get(0)[0]).isCloseTo(0.7, within(0.15));
    }

    @Test
    void givesTheSameBitsOnAnyNumberOfThreads() {
        String one = text(evaluator().evaluate(points()));
        assertThat(text(evaluator().threads(2).evaluate(points()))).isEqualTo(one);
        assertThat(text(evaluator().threads(5).evaluate(points()))).isEqualTo(one);
    }

    @Test
    void evaluatesAgainWithTheSameBits() {
        RunEvaluator evaluator = evaluator();
        assertThat(text(evaluator.evaluate(points()))).isEqualTo(text(evaluator.evaluate(points())));
    }

    @Test
    void averagesOverSeeds() {
        List<double[]> values = evaluator().replicate(3).evaluate(points());
        double[] sum = new double[2];
        for (int seed = 0; seed < 3; seed++) {
            Simulation simulation = simulation().seed(5 + seed);
            Metrics metrics = Metrics.of(MeasuredRun.of(simulation), "mean(x)", "sd(x)");
            double[] one = RunEvaluator.of(Scenario.of(simulation, metrics), SPACE)
                    .evaluate(points())
                    .get(2);
            sum[0] += one[0] / 3;
            sum[1] += one[1] / 3;
        }
        assertThat(values.get(2)).containsExactly(sum, within(1e-15));
    }

    @Test
    void ownSeedsTellEqualPointsApart() {
        List<Point> twice = List.of(new Point(4, new double[] {0, 1}), new Point(5, new double[] {0, 1}));
        List<double[]> common = evaluator().evaluate(twice);
        List<double[]> own = evaluator().ownSeeds(true).evaluate(twice);
        assertThat(common.get(0)).isEqualTo(common.get(1));
        assertThat(own.get(0)).isNotEqualTo(own.get(1));
    }

    @Test
    void anEvolutionFindsTheParametersOfATarget() {
        RunEvaluator evaluator = evaluator().threads(2);
        EvolutionRun run = Evolution.of(
                        SPACE, CmaEs.standard(), evaluator, Objective.maximise("mean(x)"), Objective.minimise("sd(x)"))
                .seed(1)
                .generations(25)
                .run();
        assertThat(run.best().orElseThrow().parameters()).containsExactly(new double[] {1, 5}, within(0.1));
    }

    @Test
    void returnsNothingOnceStopped() {
        RunEvaluator evaluator = evaluator();
        evaluator.stop();
        assertThat(evaluator.evaluate(points())).isEmpty();
    }

    @Test
    void namesParametersThatAreNotThere() {
        Simulation simulation = simulation();
        Metrics metrics = Metrics.of(MeasuredRun.of(simulation), "mean(x)");
        ParameterSpace space = ParameterSpace.of(Axis.range("mue", 0, 1));
        assertThatThrownBy(() -> RunEvaluator.of(Scenario.of(simulation, metrics), space))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("mue");
    }
}
