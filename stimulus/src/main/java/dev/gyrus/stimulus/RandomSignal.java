package dev.gyrus.stimulus;

import dev.gyrus.core.Stimulus;

/**
 * A signal drawn from a stochastic process: one path for each seed and channel.
 *
 * <p>Like every stimulus it is a pure function of time: its random numbers are those of <em>noise 1</em>, counted by the places on
 * the path they belong to and not by the order of the calls, so the same bits come out for any blocks, threads and
 * continuation, and nothing has to be kept between calls. Signals of one kind with one seed and channel share
 * their path; the noise of models has streams of its own. Thread-safe.
 *
 * @param <S> the signal's own type
 */
public interface RandomSignal<S extends RandomSignal<S>> extends Stimulus {
    /** The seed of the path. */
    long seed();

    /** Which of the independent paths of a seed, from 0. */
    int channel();

    /** The same process on the path of another seed. */
    S withSeed(long seed);

    /** The same process on another path of the same seed: one per node. */
    S withChannel(int channel);
}
