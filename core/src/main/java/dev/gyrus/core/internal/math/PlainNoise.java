package dev.gyrus.core.internal.math;

/** One entity after the other, in two loops that are each small enough to be compiled well. */
final class PlainNoise implements Noise {

    @Override
    public void gaussians(
            long seed, long stream, long stepPair, long firstEntity, double[] even, double[] odd, int from, int to) {
        for (int i = from; i < to; i++) {
            BoxMuller.prepare(Threefry.of(seed, stream, stepPair, firstEntity + i), even, odd, i);
        }
        for (int i = from; i < to; i++) {
            BoxMuller.transform(even, odd, i);
        }
    }
}
