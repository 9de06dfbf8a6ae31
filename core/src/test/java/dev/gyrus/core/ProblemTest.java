package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aProblemSaysWhereWhatAndWhatInstead() {
        Problem problem =
                Problem.of("simulation.dt", "a positive number of ms", "-1").at("run.yaml", 3);
        assertThat(problem).hasToString("run.yaml:3: simulation.dt: expected a positive number of ms, given -1");
        assertThat(problem.hint("try 0.1")).asString().endsWith("given -1; try 0.1");
        assertThat(Problem.of("the disk is full")).hasToString("the disk is full");
    }

    @Test
    void anUnknownNameListsTheKnownOnesAndTheNearest() {
        Problem problem = Problem.unknown("network", "key", "modle", List.of("speed", "model"));
        assertThat(problem).hasToString("network: expected one of model, speed, given 'modle'; did you mean 'model'?");
    }

    @Test
    void ofManyNamesTheNearestAreListed() {
        List<String> names = IntStream.range(10, 47).mapToObj(i -> "name" + i).toList();
        Problem problem = Problem.unknown("key", "name", "nam", names, "gyrus models aln");
        assertThat(problem.expected())
                .startsWith("one of name10, name11, ")
                .endsWith(", name19, … (37 in all; 'gyrus models aln' lists them)");
        assertThat(Problem.unknown("key", "name", "x".repeat(1000), names).toString())
                .hasSizeLessThan(200);
    }

    @Test
    void nothingIsSuggestedWhereNothingIsNear() {
        assertThat(Problem.nearest("xyz", List.of("model", "speed"))).isEmpty();
        assertThat(Problem.nearest("Sigma_OU", List.of("sigma_ou", "tau_ou"))).isEqualTo("sigma_ou");
    }
}
