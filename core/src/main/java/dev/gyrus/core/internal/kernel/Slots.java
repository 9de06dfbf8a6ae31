package dev.gyrus.core.internal.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the lane arrays and scalars a kernel works on. The engine owns the arrays: slot k of a kernel is element k of
 * the table of arrays it is given. Scalar 0 is the time, in ms.
 */
public final class Slots {
    /** The scalar that holds the time. */
    public static final int TIME = 0;

    /** What an array is for. */
    public enum Role {
        /** A state, hold or input at the start of a stage. */
        VALUE,
        /** dx/dt of a state, without noise. */
        DERIVATIVE,
        /** dq/dt of an output, where an integrator interpolates it. */
        SLOPE,
        /** The next value of a hold, or of a state where the kernel moves it. */
        NEXT,
        /** A function of the state. */
        OUTPUT,
        /** The factor of a noise variable in a state's equation: name is {@code state/noise}. */
        NOISE,
        /** A constant with one value per lane. */
        CONSTANT,
        /** Between two loops. */
        SCRATCH
    }

    /** The identity of an array. */
    public record Slot(Role role, String name) {}

    private final Map<Slot, Integer> arrays = new LinkedHashMap<>();
    private final Map<String, Integer> scalars = new LinkedHashMap<>();

    Slots() {
        scalars.put("t", TIME);
    }

    int array(Role role, String name) {
        return arrays.computeIfAbsent(new Slot(role, name), k -> arrays.size());
    }

    int scalar(String name) {
        return scalars.computeIfAbsent(name, k -> scalars.size());
    }

    /** The slot of an array, or −1 when the kernel doesn't use it. */
    public int find(Role role, String name) {
        return arrays.getOrDefault(new Slot(role, name), -1);
    }

    /** All arrays in the order of their numbers. */
    public List<Slot> arrays() {
        return new ArrayList<>(arrays.keySet());
    }

    /** All scalars in the order of their numbers. */
    public List<String> scalars() {
        return new ArrayList<>(scalars.keySet());
    }
}
