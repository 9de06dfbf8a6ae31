package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Bundle.Line;
import dev.gyrus.core.internal.engine.Cohort.Part;
import dev.gyrus.core.internal.engine.Links.Patch;
import dev.gyrus.core.internal.engine.SpreadDelays.Chain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts the connections between nodes by what is done with them.
 *
 * <p>Projections between the same cohorts by the same lines of wiring are one set of connections with one set of sums,
 * unless a coupling isn't linear in them: then each projection has its own.
 */
final class NetworkWiring {
    private final Addresses addresses;
    private final Delays delays;
    private final Map<String, Chain> chains;
    private final Linearity linearity;
    private final BundleWiring wiring;
    private final Problems problems;
    private final Map<CouplingDraft.Kind, Interaction> read = new HashMap<>();
    private final Map<Kind, Bundle> bundles = new LinkedHashMap<>();

    /**
     * @param chains populations that stand for delays of others
     * @param linearity of couplings
     * @param wiring makes the wires
     */
    NetworkWiring(
            Addresses addresses,
            Delays delays,
            Map<String, Chain> chains,
            Linearity linearity,
            BundleWiring wiring,
            Problems problems) {
        this.addresses = addresses;
        this.delays = delays;
        this.chains = chains;
        this.linearity = linearity;
        this.wiring = wiring;
        this.problems = problems;
    }

    /**
     * Connections of one kind end in one set of sums.
     *
     * @param source number of the cohort
     * @param target number of the cohort
     * @param alone −1, or a number of its own for a projection that is not joined with others
     */
    private record Kind(int source, int target, List<Sync> lines, int count, int alone) {}

    /** Notes the connections of a projection. */
    void add(Projection projection) {
        Part source = addresses.part(projection.source());
        Part target = addresses.part(projection.target());
        int to = target.population().size();
        int from = source.population().size();
        checkShape(projection.weights(), to, from, projection);
        checkShape(projection.delays(), to, from, projection);
        int sources = addresses.cohort(source.cohort()).size();
        int[][] steps = delays.of(projection, to, from, sources);
        List<Sync> lines = projection.syncs();
        int count = readCount(lines) ? count(source) : 0;
        int alone = linearity.areLinear(projection) ? -1 : bundles.size();
        Kind kind = new Kind(source.cohort(), target.cohort(), lines, count, alone);
        Bundle bundle = bundles.get(kind);
        if (bundle == null) {
            int targets = addresses.cohort(target.cohort()).size();
            bundle = new Bundle(lines(projection, source, target), sources, targets, count, new ArrayList<>());
            bundles.put(kind, bundle);
        }
        bundle.patches().add(new Patch(target.first(), source.first(), projection.weights(), steps));
    }

    /** Whether a coupling asks for the number of nodes of the source. */
    private static boolean readCount(List<Sync> lines) {
        for (Sync line : lines) {
            if (line.coupling().post().contains("count")) {
                return true;
            }
        }
        return false;
    }

    private int count(Part source) {
        Chain chain = chains.get(source.population().name());
        return chain == null ? source.population().size() : chain.nodes();
    }

    private List<Line> lines(Projection projection, Part source, Part target) {
        String place = projection.origin().place();
        List<Line> lines = new ArrayList<>();
        Problems own = new Problems();
        for (Sync sync : projection.syncs()) {
            own.collect(() -> wiring.weight(sync.weight()));
            own.collect(() -> {
                Place output = addresses.output(addresses.cohort(source.cohort()), sync.output(), place + ".output");
                Place input = addresses.input(addresses.cohort(target.cohort()), sync.input(), place + ".input");
                CouplingDraft coupling = null;
                if (sync.coupling().isPlainSum()) {
                    addresses.checkUnits(output, input, sync.output(), sync.input());
                } else {
                    String origin = place + ".coupling " + sync.coupling().name();
                    coupling = CouplingDraft.of(sync, addresses, output, input, read, origin);
                }
                lines.add(new Line(sync, output, input, coupling));
            });
        }
        own.throwIfAny();
        return lines;
    }

    /** Makes the wires of all connections. */
    void finish() {
        bundles.values().forEach(bundle -> problems.collect(() -> wiring.add(bundle)));
    }

    /** Refuses a matrix of another shape than that of a projection. */
    static void checkShape(double[][] matrix, int to, int from, Projection projection) {
        boolean fits = matrix.length == to;
        for (int i = 0; fits && i < to; i++) {
            fits = matrix[i].length == from;
        }
        if (!fits) {
            throw GyrusException.input(
                    projection.origin().place(), to + " × " + from + " weights and delays", "another shape");
        }
    }
}
