package dev.gyrus.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Wiring rules against the distributions they promise. */
class WiringRulesTest {
    private static final Draws DRAWS = Draws.of(7, "test");

    private static WiringRule.Ends ends(int sources, int targets) {
        return new WiringRule.Ends(sources, targets, false, true);
    }

    private static int[][] rows(WiringRule rule, WiringRule.Ends ends) {
        WiringRule.Topology topology = rule.topology(ends, DRAWS);
        return IntStream.range(0, ends.sources()).mapToObj(topology::targets).toArray(int[][]::new);
    }

    private static int[] inDegrees(int[][] rows, int targets) {
        int[] degrees = new int[targets];
        Arrays.stream(rows).flatMapToInt(Arrays::stream).forEach(target -> degrees[target]++);
        return degrees;
    }

    @Test
    void fixedProbabilityMakesBinomialOutDegreesAndInDegrees() {
        int[][] rows = rows(WiringRule.fixedProbability(0.02), ends(2000, 3000));
        for (int[] degrees :
                List.of(Arrays.stream(rows).mapToInt(row -> row.length).toArray(), inDegrees(rows, 3000))) {
            double expected = degrees.length == 2000 ? 60 : 40;
            double mean = Arrays.stream(degrees).average().orElseThrow();
            double variance = Arrays.stream(degrees)
                    .mapToDouble(d -> (d - mean) * (d - mean))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(expected, within(0.3));
            assertThat(variance).isCloseTo(expected * 0.98, within(0.1 * expected));
        }
        assertThat(Arrays.stream(rows)).allMatch(WiringRulesTest::isAscending);
    }

    private static boolean isAscending(int[] row) {
        return IntStream.range(1, row.length).allMatch(k -> row[k] > row[k - 1]);
    }

    @Test
    void probabilityOneAndNoneJoinAllAndNobody() {
        assertThat(Arrays.stream(rows(WiringRule.fixedProbability(1), ends(3, 4))))
                .allMatch(row -> row.length == 4);
        assertThat(Arrays.stream(rows(WiringRule.fixedProbability(0), ends(3, 4))))
                .allMatch(row -> row.length == 0);
        assertThat(Arrays.stream(rows(WiringRule.fixedProbability(1e-300), ends(3, 4))))
                .allMatch(row -> row.length == 0);
        assertThat(Arrays.stream(rows(WiringRule.fixedProbability(1 - 1e-16), ends(3, 4))))
                .allMatch(row -> row.length == 4);
    }

    @Test
    void fixedInDegreeGivesEachTargetSoManyDifferentSources() {
        int[][] rows = rows(WiringRule.fixedInDegree(30), ends(500, 400));
        assertThat(inDegrees(rows, 400)).containsOnly(30);
        assertThat(Arrays.stream(rows)).allMatch(WiringRulesTest::isAscending);
        double mean = Arrays.stream(rows).mapToInt(row -> row.length).average().orElseThrow();
        double variance = Arrays.stream(rows)
                .mapToDouble(row -> (row.length - mean) * (row.length - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isEqualTo(24);
        assertThat(variance).isCloseTo(400 * 0.06 * 0.94, within(4.0));
    }

    @Test
    void fixedOutDegreeGivesEachSourceSoManyDifferentTargets() {
        int[][] rows = rows(WiringRule.fixedOutDegree(50), ends(300, 60));
        assertThat(Arrays.stream(rows)).allMatch(row -> row.length == 50 && isAscending(row));
        assertThat(Arrays.stream(inDegrees(rows, 60)).boxed()).allMatch(degree -> Math.abs(degree - 250) < 35);
    }

    @Test
    void aNeuronIsLeftOutOfItsOwnSourcesOnRequest() {
        WiringRule.Ends alone = new WiringRule.Ends(40, 40, true, false);
        for (WiringRule rule : List.of(
                WiringRule.fixedProbability(0.5),
                WiringRule.fixedInDegree(39),
                WiringRule.fixedOutDegree(20),
                WiringRule.allToAll(),
                WiringRule.gaussian(Space.ring(1), 1, 10))) {
            int[][] rows = rows(rule, alone);
            for (int source = 0; source < 40; source++) {
                assertThat(rows[source]).doesNotContain(source).isNotEmpty();
            }
        }
        assertThat(Arrays.stream(rows(WiringRule.oneToOne(), alone))).allMatch(row -> row.length == 0);
    }

    @Test
    void distanceRulesFallOffAsTheyShould() {
        int n = 600;
        int[][] gaussian = rows(WiringRule.gaussian(Space.ring(1), 0.8, 0.1), ends(n, n));
        int[][] exponential = rows(WiringRule.exponential(Space.ring(1), 0.8, 0.1), ends(n, n));
        for (int away : new int[] {0, 60, 120, 180}) {
            double x = away / 60.0;
            assertThat(share(gaussian, away)).isCloseTo(0.8 * Math.exp(-x * x / 2), within(0.06));
            assertThat(share(exponential, away)).isCloseTo(0.8 * Math.exp(-x), within(0.06));
        }
    }

    /** The share of neurons joined to the one so many places on. */
    private static double share(int[][] rows, int away) {
        int n = rows.length;
        return IntStream.range(0, n)
                        .filter(i -> Arrays.binarySearch(rows[i], (i + away) % n) >= 0)
                        .count()
                / (double) n;
    }

    @Test
    void aSheetWrapsAround() {
        Space sheet = Space.sheet(2, 1);
        assertThat(sheet.distance(0, 200, 19, 200)).isCloseTo(0.1, within(1e-12));
        assertThat(sheet.distance(0, 200, 180, 200)).isCloseTo(0.1, within(1e-12));
        assertThat(sheet.distance(0, 200, 10, 200)).isCloseTo(1, within(1e-12));
    }

    @Test
    void listedPairsStandAsGiven() {
        int[][] rows =
                rows(WiringRule.pairs(List.of(new int[] {2, 1}, new int[] {0, 1}, new int[] {0, 1})), ends(2, 3));
        assertThat(rows[0]).isEmpty();
        assertThat(rows[1]).containsExactly(0, 0, 2);
    }

    @Test
    void rowsDoNotDependOnWhoAsksAndWhen() {
        WiringRule.Topology forward = WiringRule.fixedInDegree(5).topology(ends(50, 50), DRAWS);
        WiringRule.Topology backward = WiringRule.fixedInDegree(5).topology(ends(50, 50), DRAWS);
        int[][] rows =
                IntStream.range(0, 50).parallel().mapToObj(forward::targets).toArray(int[][]::new);
        for (int source = 49; source >= 0; source--) {
            assertThat(backward.targets(source)).containsExactly(rows[source]);
        }
    }

    @Test
    void distributionsHaveTheirMoments() {
        int n = 40000;
        check(Distribution.uniform(1, 3), n, 2, 1 / Math.sqrt(3));
        check(Distribution.normal(5, 2), n, 5, 2);
        check(Distribution.exponential(3), n, 3, 3);
        check(Distribution.exponential(3).plus(1), n, 4, 3);
        double s = 0.5;
        double mean = Math.exp(1 + s * s / 2);
        check(Distribution.logNormal(1, s), n, mean, mean * Math.sqrt(Math.expm1(s * s)));
    }

    private static void check(Distribution distribution, int n, double mean, double deviation) {
        double[] drawn = distribution.draw(DRAWS, 3, n);
        double average = Arrays.stream(drawn).average().orElseThrow();
        double square =
                Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(average).isCloseTo(mean, within(4 * deviation / Math.sqrt(n)));
        assertThat(Math.sqrt(square)).isCloseTo(deviation, within(0.03 * deviation));
    }

    @Test
    void whatCannotBeIsReported() {
        Problems problems = new Problems();
        WiringRule.fixedProbability(1.2).check(ends(3, 4), "rule", problems);
        WiringRule.fixedInDegree(4).check(ends(3, 4), "rule", problems);
        WiringRule.fixedInDegree(3).check(new WiringRule.Ends(3, 3, true, false), "rule", problems);
        WiringRule.oneToOne().check(ends(3, 4), "rule", problems);
        WiringRule.pairs(List.of(new int[] {4, 0})).check(ends(3, 4), "rule", problems);
        WiringRule.gaussian(Space.ring(1), 2, 0).check(ends(3, 4), "rule", problems);
        Distribution.uniform(3, 1).check("delay", problems);
        assertThat(problems.list()).hasSize(8);
    }
}
