package dev.gyrus.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.internal.engine.Links.Patch;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.math.Backend;
import dev.gyrus.core.internal.math.BlockSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of a block against a loop over all connections, in the documented order. */
class WireTest {
    private static final int BLOCK = BlockSum.STRIDE;
    private static final int SETS = 2;

    private final SplittableRandom random = new SplittableRandom(11);

    /**
     * @param nodes enough, in the last case, for several tiles of sources
     * @param same how many targets in a row have the same connections
     */
    @ParameterizedTest
    @CsvSource({
        "7, 60, 1, 1, w",
        "7, 60, 1, 0.4, w w^2",
        "19, 130, 3, 1, w w^2",
        "19, 130, 3, 0.7, w 2*w",
        "33, 200, 33, 1, w w^2",
        "300, 130, 1, 1, w w^2"
    })
    void sumsAreThoseOfALoopOverClassesAndSources(int nodes, int longest, int same, double density, String functions) {
        List<WeightFunction> weightFunctions =
                Arrays.stream(functions.split(" ")).map(WeightFunction::of).toList();
        double[][] weights = new double[nodes][];
        int[][] delays = new int[nodes][];
        for (int i = 0; i < nodes; i++) {
            weights[i] = i % same > 0
                    ? weights[i - 1]
                    : random.doubles(nodes, -1, 1)
                            .map(w -> random.nextDouble() < density ? w : 0)
                            .toArray();
            delays[i] = i % same > 0
                    ? delays[i - 1]
                    : random.ints(nodes, 0, longest + 1).toArray();
        }
        Links links = Links.of(List.of(new Patch(0, 0, weights, delays)), nodes, nodes);
        DelayClasses classes = DelayClasses.of(links, weightFunctions, 0);
        Tape tape = new Tape(SETS * nodes, longest + 1, BLOCK);
        for (int k = -longest - 1; k <= BLOCK; k++) {
            tape.write(k, random.doubles(SETS * nodes, -1, 1).toArray(), 0, SETS * nodes);
        }
        WirePlan plan = new WirePlan(0, 0, 0, classes, weightFunctions.size(), -1, "");
        for (Backend backend : backends()) {
            Wire wire = new Wire(plan, backend, 0, BLOCK, SETS * nodes, tape, null);
            sumInParts(wire, SETS * nodes, classes.grain());
            for (int v = 0; v < weightFunctions.size(); v++) {
                for (int k = 0; k < BLOCK; k++) {
                    double[] expected = new double[SETS * nodes];
                    for (int lane = 0; lane < expected.length; lane++) {
                        expected[lane] = definition(classes, v, lane, nodes, tape, k);
                    }
                    assertThat(wire.row(v, k)).as("sum %d at step %d", v, k).isEqualTo(expected);
                }
            }
        }
    }

    private static List<Backend> backends() {
        List<Backend> all = new ArrayList<>(List.of(Backend.plain()));
        Backend.vector().ifPresent(all::add);
        return all;
    }

    /** Two ranges of targets, one after the other. */
    private static void sumInParts(Wire wire, int lanes, int grain) {
        int middle = lanes / 3;
        for (int[] range : new int[][] {{0, middle}, {middle, lanes}}) {
            wire.clear(range[0], range[1]);
            for (int at = 0; at < BLOCK; at += grain) {
                for (int c = DelayClasses.LARGEST; c >= 0; c--) {
                    if (at % (1 << c) == 0) {
                        wire.add(c, at, 1 << c, range[0], range[1]);
                    }
                }
                wire.finish(at, Math.min(grain, BLOCK - at), range[0], range[1]);
            }
        }
    }

    private static double definition(DelayClasses classes, int v, int lane, int nodes, Tape tape, int k) {
        double sum = 0;
        int first = lane / nodes * nodes;
        for (int c = DelayClasses.LARGEST; c >= 0; c--) {
            Csr csr = classes.classes()[c];
            for (int p = csr.starts()[lane % nodes]; p < csr.starts()[lane % nodes + 1]; p++) {
                int at = (first + csr.sources()[p]) * tape.length() + tape.head() + k - csr.delays()[p];
                sum = Math.fma(csr.weights()[v][p], tape.values()[at], sum);
            }
        }
        return sum;
    }
}
