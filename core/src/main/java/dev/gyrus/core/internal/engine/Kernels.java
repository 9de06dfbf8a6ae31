package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Move;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The compiled equations of one plan: what is equal is compiled once. Thread-safe. */
public final class Kernels {
    private record Key(Equations equations, boolean few, Optional<Move> move) {}

    private final Map<Key, CompiledMass> made = new ConcurrentHashMap<>();

    /** Equations for any number of lanes, moved by the engine if at all. */
    CompiledMass of(Equations equations) {
        return of(equations, Integer.MAX_VALUE, Optional.empty());
    }

    /**
     * Equations for some number of lanes.
     *
     * @param move how the kernel itself moves the states, if it does
     */
    CompiledMass of(Equations equations, int lanes, Optional<Move> move) {
        Key key = new Key(equations, CompiledMass.areFew(lanes), move);
        return made.computeIfAbsent(key, k -> CompiledMass.of(equations, k.few(), k.move()));
    }
}
