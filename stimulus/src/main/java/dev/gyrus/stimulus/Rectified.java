package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Sequence;
import dev.gyrus.core.Stimulus;

/**
 * The probe for bistability: it pushes a system down, lets go, pushes it up and lets go, so that a system with two stable
 * states ends in each of them.
 *
 * <pre>
 *   over T = 6 s (other durations stretch it)
 *   0    … 0.5 s   −A                       0.5 … 3 s   −A·exp(−(t − 0.5 s)/0.2 s)      down state: look at 2 … 3 s
 *   3    … 3.5 s   +A                       3.5 … 5 s   +A·exp(−(t − 3.5 s)/0.2 s)
 *   5    … 6 s     0                                                                      up state
 * </pre>
 *
 * <p>The time constant is T/30. Like a {@link Sequence} it has values over a duration only. Thread-safe.
 *
 * <p>C. Cakan, K. Obermayer, Biophysically grounded mean-field models of neural populations under electrical stimulation, PLOS
 * Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822.
 *
 * @param amplitude A, in the unit of the input it feeds
 */
public record Rectified(double amplitude) implements Stimulus {
    private static final double TIME_CONSTANTS = 30;

    public Rectified {
        Problems problems = new Problems();
        Check.finite(problems, "rectified.amplitude", amplitude);
        problems.throwIfAny();
    }

    public static Rectified of(double amplitude) {
        return new Rectified(amplitude);
    }

    /** @throws dev.gyrus.core.GyrusException always, see {@link Sequence#at} */
    @Override
    public double at(double t) {
        return parts(1).at(t);
    }

    @Override
    public Stimulus over(double duration) {
        return parts(duration > 0 ? duration / TIME_CONSTANTS : 1).over(duration);
    }

    private Sequence parts(double tau) {
        return Sequence.of(
                        Constant.of(-amplitude),
                        Exponential.decay(-amplitude, tau),
                        Constant.of(amplitude),
                        Exponential.decay(amplitude, tau),
                        Constant.of(0))
                .withShares(0.5, 2.5, 0.5, 1.5, 1);
    }
}
