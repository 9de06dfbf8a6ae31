package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The mean of a normal distribution of known variance, with a uniform prior: the posterior is normal around the mean of
 * the data with their standard error, cut at the bounds of the prior.
 */
class AbcSmcTest {
    private static final double LOW = -5;
    private static final double HIGH = 5;
    private static final double DATA = 1.3;
    private static final double ERROR = 0.4;

    private static Sampler sample(AbcSmc algorithm, long seed, double data) {
        Sampler sampler = algorithm.begin(1, seed);
        Draws noise = Draws.of(seed, 1000);
        while (sampler.finished().isEmpty()) {
            sampler.tell(sampler.ask().stream()
                    .map(u -> new double[] {Math.abs(LOW + u[0] * (HIGH - LOW) + ERROR * noise.gaussian() - data)})
                    .toList());
        }
        return sampler;
    }

    private static double moment(Sampler sampler, double centre, int power) {
        double sum = 0;
        double[] weights = sampler.weights();
        List<Individual> population = sampler.population();
        for (int k = 0; k < weights.length; k++) {
            double theta = LOW + population.get(k).genome().position()[0] * (HIGH - LOW);
            sum += weights[k] * Math.pow(theta - centre, power);
        }
        return sum;
    }

    @Test
    void givenTolerancesLeadToThePosterior() {
        Sampler sampler = sample(AbcSmc.of(2000, 2, 1, 0.5, 0.2, 0.1), 1, DATA);
        double mean = moment(sampler, 0, 1);
        assertThat(sampler.tolerance()).isEqualTo(0.1);
        assertThat(mean).isCloseTo(DATA, within(0.05)); // standard error ≈ 0.4/√1000
        assertThat(Math.sqrt(moment(sampler, mean, 2))).isCloseTo(ERROR, within(0.04));
        assertThat(moment(sampler, mean, 3) / Math.pow(ERROR, 3)).isCloseTo(0, within(0.3));
    }

    @Test
    void adaptedTolerancesLeadToThePosterior() {
        Sampler sampler = sample(AbcSmc.adaptive(2000).target(0.1), 2, DATA);
        double mean = moment(sampler, 0, 1);
        assertThat(sampler.tolerance()).isLessThanOrEqualTo(0.1);
        assertThat(mean).isCloseTo(DATA, within(0.05));
        assertThat(Math.sqrt(moment(sampler, mean, 2))).isCloseTo(ERROR, within(0.04));
    }

    /** Half a normal distribution: mean √(2/π) σ inside the bound, variance (1 − 2/π) σ². */
    @Test
    void weightsMakeUpForTheBoundOfThePrior() {
        double mean = 0;
        double variance = 0;
        int repeats = 4; // one heavy weight moves a single sample
        for (int seed = 0; seed < repeats; seed++) {
            Sampler sampler = sample(AbcSmc.of(1000, 2, 1, 0.5, 0.2, 0.1), seed, HIGH);
            double own = moment(sampler, 0, 1);
            mean += own / repeats;
            variance += moment(sampler, own, 2) / repeats;
        }
        assertThat(HIGH - mean).isCloseTo(ERROR * Math.sqrt(2 / Math.PI), within(0.03));
        assertThat(Math.sqrt(variance)).isCloseTo(ERROR * Math.sqrt(1 - 2 / Math.PI), within(0.03));
    }

    @Test
    void endsWhereHardlyAnyProposalIsAccepted() {
        Sampler sampler = AbcSmc.adaptive(50).begin(1, 1);
        Draws noise = Draws.of(1, 1000);
        for (int k = 0; k < 2000 && sampler.finished().isEmpty(); k++) {
            sampler.tell(sampler.ask().stream()
                    .map(u -> new double[] {noise.uniform()})
                    .toList());
        }
        assertThat(sampler.finished())
                .hasValueSatisfying(reason -> assertThat(reason).contains("proposals"));
    }

    @Test
    void failedSimulationsAreNeverAccepted() {
        Sampler sampler = AbcSmc.of(20, 0.5).begin(1, 1);
        while (sampler.finished().isEmpty()) {
            sampler.tell(sampler.ask().stream()
                    .map(u -> new double[] {u[0] < 0.5 ? Double.NaN : 0.1})
                    .toList());
        }
        assertThat(sampler.population())
                .hasSize(20)
                .allSatisfy(one -> assertThat(one.genome().position()[0]).isGreaterThanOrEqualTo(0.5));
        assertThat(sampler.weights()).containsOnly(0.05);
    }

    @Test
    void refusesTolerancesThatGrow() {
        assertThatThrownBy(() -> AbcSmc.of(100, 1, 2))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("tolerances: expected decreasing numbers");
        assertThatThrownBy(() -> AbcSmc.adaptive(5)).hasMessageContaining("population");
    }
}
