package dev.gyrus.core;

/**
 * What the spikes of one population do to the neurons (or masses) of another.
 *
 * <p>A spike found after step k arrives d steps later, d = round(delay/dt): the statements are carried out on the states after
 * step k + d, those of all synapses of a target in the order in which the network lists its connections, then of delays from
 * long to short, then of sources, then of synapses. With d = 0 it arrives within the step, before the reset of those that
 * fired. A delay is 0 or at least one step.
 *
 * <p>Statements see what those above them did, and those of synapses before. A single statement that is affine in the state it
 * changes, {@code x ← a·x + b} with a and b made of the weight and of parameters that all targets share, is carried out (and
 * rounded) in that form; it is the fastest.
 *
 * <pre>{@code
 * new Synapses("E", "I", wiring, "g_e += w")            // a conductance jumps by the weight
 * new Synapses("E", "I", wiring, "s += w*(1 - s)")      // and saturates
 * }</pre>
 *
 * @param source the sending population; it has one mass with a {@link Firing}
 * @param target the receiving population
 * @param wiring who reaches whom, with weights and delays
 * @param arrival statements {@code x += …}, {@code x = …}, … on states of one mass of the target, flat or qualified names,
 *     one a line; they read its variables and parameters, {@code t}, {@code dt}, {@code w} (the weight, in whatever unit is
 *     needed) and nothing of the source
 */
public record Synapses(String source, String target, Wiring wiring, String arrival) {}
