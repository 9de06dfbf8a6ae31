package dev.gyrus.core.internal.kernel;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kernels made lately, found again by their byte code.
 *
 * <p>A class that is defined anew starts in the interpreter, whatever machine code an equal one has by then, so a second
 * run of a model would be as slow at first as the first one. A kernel keeps nothing between calls: equal ones are one, as
 * equal strings may be, and nobody can tell but by the time. Thread-safe.
 */
final class KernelCache {
    private static final KernelCache SHARED = new KernelCache(256);

    private final Map<ByteBuffer, Kernel> latest;

    private KernelCache(int capacity) {
        latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Kernel> eldest) {
                return size() > capacity;
            }
        };
    }

    static KernelCache shared() {
        return SHARED;
    }

    /** The kernel of a class file. */
    synchronized Kernel kernel(byte[] classFile) {
        return latest.computeIfAbsent(ByteBuffer.wrap(classFile), bytes -> KernelWriter.define(bytes.array()));
    }
}
