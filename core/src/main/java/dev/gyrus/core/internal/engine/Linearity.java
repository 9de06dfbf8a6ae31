package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import java.util.HashMap;
import java.util.Map;

/** Which couplings are linear in their sums, each looked at once. */
final class Linearity {
    private final Map<Coupling, Boolean> known = new HashMap<>();

    /** Whether what arrives through all lines of a projection's wiring can be added up before {@code post}. */
    boolean areLinear(Projection projection) {
        for (Sync line : projection.syncs()) {
            Coupling coupling = line.coupling();
            if (!coupling.isPlainSum() && !known.computeIfAbsent(coupling, Linearity::isLinear)) {
                return false;
            }
        }
        return true;
    }

    /** Not so for one that cannot be read: the error comes with its place later. */
    private static boolean isLinear(Coupling coupling) {
        try {
            return Interaction.isLinear(coupling);
        } catch (GyrusException e) {
            return false;
        }
    }
}
