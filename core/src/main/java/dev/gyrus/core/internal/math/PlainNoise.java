package dev.gyrus.core.internal.math;

/** One entity after the other. */
final class PlainNoise implements Noise {

    @Override
    public void gaussians(
            long seed, long stream, long stepPair, long firstEntity, double[] even, double[] odd, int from, int to) {
        for (int i = from; i < to; i++) {
            BoxMuller.transform(Threefry.of(seed, stream, stepPair, firstEntity + i), even, odd, i);
        }
    }
}
