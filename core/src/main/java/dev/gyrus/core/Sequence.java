package dev.gyrus.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Signals one after the other, each for its share of the duration and with its own clock from 0.
 *
 * <pre>{@code
 * Sequence.of(Constant.of(0), Sinusoid.of(0.2, 8), Constant.of(0)).withShares(1, 2, 1)   // on for the middle half
 * }</pre>
 *
 * <p>Part i begins at duration · (s₀ + … + sᵢ₋₁)/Σs, met within {@link Stimulus#SAME_TIME}; the last one goes on after the
 * end. A part that is a sequence shares out what it gets. The signal exists {@linkplain #over over} a duration only: that of the
 * simulation, of {@link #sample}, of the window or sequence around it. Thread-safe.
 *
 * @param parts at least one
 * @param shares one positive number per part
 */
public record Sequence(List<Stimulus> parts, List<Double> shares) implements Stimulus {

    public Sequence {
        parts = List.copyOf(parts);
        shares = List.copyOf(shares);
        Problems problems = new Problems();
        problems.require(!parts.isEmpty(), "then", "at least one signal", "none");
        problems.require(shares.size() == parts.size(), "shares", "one for each of " + parts.size(), shares.size());
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.get(i);
            problems.require(Double.isFinite(share) && share > 0, "shares[" + i + "]", "a positive number", share);
        }
        problems.throwIfAny();
    }

    /** Equal parts. */
    public static Sequence of(Stimulus... parts) {
        return new Sequence(List.of(parts), Collections.nCopies(parts.length, 1.0));
    }

    /** The same parts with other shares, in any unit. */
    public Sequence withShares(double... shares) {
        return new Sequence(parts, Arrays.stream(shares).boxed().toList());
    }

    /** One sequence of the parts of both; what is none counts as a part of share 1. */
    static Sequence joined(Stimulus first, Stimulus second) {
        List<Stimulus> parts = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (Stimulus signal : new Stimulus[] {first, second}) {
            Sequence sequence = signal instanceof Sequence known ? known : of(signal);
            parts.addAll(sequence.parts);
            shares.addAll(sequence.shares);
        }
        return new Sequence(parts, shares);
    }

    /**
     * Not defined without a duration.
     *
     * @throws GyrusException always; {@code over(duration).at(t)} is meant
     */
    @Override
    public double at(double t) {
        throw GyrusException.input(Problem.of("a sequence of signals has values over a duration only")
                .hint("over(duration) gives it one"));
    }

    @Override
    public Stimulus over(double duration) {
        if (!(Double.isFinite(duration) && duration > 0)) {
            throw GyrusException.input(
                    "duration", "a positive number of ms to share out among signals", String.valueOf(duration));
        }
        double total = shares.stream().mapToDouble(share -> share).sum();
        int count = parts.size();
        double[] starts = new double[count];
        Stimulus[] laidOut = new Stimulus[count];
        double before = 0;
        for (int i = 0; i < count; i++) {
            starts[i] = duration * before / total;
            before += shares.get(i);
            laidOut[i] = parts.get(i).over(duration * shares.get(i) / total);
        }
        return t -> {
            int i = count - 1;
            while (i > 0 && t < starts[i] - SAME_TIME) {
                i--;
            }
            return laidOut[i].at(t - starts[i]);
        };
    }
}
