package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sweep;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.stimulus.Rectified;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The maps of regimes of C. Cakan and K. Obermayer, PLOS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822, Fig. 2 a and
 * c, as letters: every third row of a coarse grid that was computed with another implementation of the same equations.
 */
class RegimeTest {
    private static final List<String> WITHOUT_ADAPTATION = List.of(
            "3.00 ddddddddddddddbbbbbbu",
            "2.10 ddddddddddddddbbbuuuu",
            "1.50 dddddddddddddBuuuuuuu",
            "0.90 dddddddoooouuuuuuuuuu",
            "0.00 doooooouuuuuuuuuuuuuu");

    private static final List<String> WITH_ADAPTATION = List.of(
            "4.00 dddddddddddddddddsuuu",
            "2.00 dddddddddddddddssuuuu",
            "1.20 ddddddddddooooosuuuuu",
            "0.60 ddddddooooooouuuuuuuu",
            "0.00 dddoooooooooouuuuuuuu");

    @Test
    void regimesWithoutAdaptationAreThePublishedOnes() {
        assertMap(WITHOUT_ADAPTATION, 0, 0, 0, 0.15);
    }

    @Test
    void regimesWithAdaptationAreThePublishedOnes() {
        assertMap(WITH_ADAPTATION, 15, 40, 1, 0.2);
    }

    /** At least 97 of 100 cells: those at an edge depend on where a run starts. */
    private static void assertMap(List<String> published, double a, double b, double first, double step) {
        int columns = published.get(0).length() - 5;
        int points = published.size() * columns;
        Node node = Aln.node().with("a", a).with("b", b).with("sigma_ou", 0.0);
        Simulation simulation =
                Simulation.of(Network.of(node)).duration(6000).drive("ext_exc_current", Rectified.of(1));
        Metrics metrics = Metrics.of(MeasuredRun.of(simulation), "regime");
        List<Measurement.Watch> watches =
                IntStream.range(0, points).mapToObj(p -> metrics.begin()).toList();
        Sweep.of(simulation.threads(2))
                .vary(
                        "mue_ext_mean",
                        IntStream.range(0, points)
                                .mapToDouble(p -> first + p % columns * step)
                                .toArray())
                .vary(
                        "mui_ext_mean",
                        IntStream.range(0, points)
                                .mapToDouble(p -> Double.parseDouble(
                                        published.get(p / columns).substring(0, 4)))
                                .toArray())
                .observe(p -> List.copyOf(watches.get(p).observers()))
                .run();
        StringBuilder map = new StringBuilder();
        int equal = 0;
        for (int p = 0; p < points; p++) {
            String letter = metrics.label(0, watches.get(p).values()[0]).orElse("?");
            map.append(p % columns == 0 ? "\n" : "").append(letter);
            equal += letter.charAt(0) == published.get(p / columns).charAt(5 + p % columns) ? 1 : 0;
        }
        assertThat((double) equal / points)
                .as("share of equal letters in %s", map)
                .isGreaterThanOrEqualTo(0.97);
    }
}
