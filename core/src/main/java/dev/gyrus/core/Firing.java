package dev.gyrus.core;

import java.util.List;

/**
 * When a mass fires, and what that does to itself: its lanes are neurons then, not means over many.
 *
 * <p>Once a step, after the states have moved: neurons that are not refractory and whose condition holds fire; spikes that
 * arrive now act on their targets ({@link Synapses}); then the neurons that fired are reset. For a refractory period after
 * that a neuron does not fire and its frozen states stay as the reset and arriving spikes leave them.
 *
 * <pre>{@code
 * var neuron = Mass.named("lif").state("V", "mV", Initial.normal(-55, 2))
 *         .parameter("tau", 20, "ms", "membrane time constant") // …
 *         .equations("dV/dt = (V_rest - V + I)/tau")
 *         .firing(Firing.when("V >= V_th").reset("V = V_reset").refractory("tau_ref", "V"))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param threshold a condition in variables, parameters, inputs, {@code t} (ms), {@code dt} and {@code uniform}, a random
 *     number in [0, 1) for each neuron and step; inputs, and parameters that are driven, have the values of the step that ends
 * @param reset statements {@code x = …}, {@code x += …}, {@code x -= …} or {@code x *= …} on states, one a line, each seeing
 *     what those above it did; "" for none
 * @param refractory the length of the refractory period, an expression in parameters, in ms; "" for none
 * @param frozen the states that do not move in the refractory period
 */
public record Firing(String threshold, String reset, String refractory, List<String> frozen) {

    public Firing {
        frozen = List.copyOf(frozen);
    }

    /** Fires where the condition holds; nothing happens to the neuron itself. */
    public static Firing when(String threshold) {
        return new Firing(threshold, "", "", List.of());
    }

    /** The same with statements that are carried out after each spike. */
    public Firing reset(String statements) {
        return new Firing(threshold, statements, refractory, frozen);
    }

    /** The same with a refractory period in which the named states stay as they are. */
    public Firing refractory(String length, String... frozen) {
        return new Firing(threshold, reset, length, List.of(frozen));
    }
}
