package dev.gyrus.core.internal.math;

/**
 * "Noise 1": random numbers as a pure function of (seed, stream, step, entity), so that the same bits come out however
 * the work is cut into threads, blocks or lanes.
 *
 * <p>{@link Threefry} with key (seed, stream) maps the counter (⌊step/2⌋, entity) to two words w₁, w₂. Their upper 52
 * bits make u₁ = 1 − ⌊w₁/2¹²⌋/2⁵² in (0, 1] and u₂ = ⌊w₂/2¹²⌋/2⁵² in [0, 1), and by G. E. P. Box and M. E. Muller (Ann.
 * Math. Stat. 29, 610–611, 1958, doi:10.1214/aoms/1177706645)
 *
 * <pre>√(−2 ln u₁)·cos 2πu₂ (even step),   √(−2 ln u₁)·sin 2πu₂ (odd step)</pre>
 *
 * are two independent standard Gaussians. The largest possible magnitude is √(104 ln 2) = 8.49. Uniform numbers use the
 * counter (−1, entity), which no step reaches. The bits are frozen by a test vector. Thread-safe.
 */
public interface Noise {

    /**
     * Standard Gaussians of two steps for a range of entities.
     *
     * @param stepPair half the even step's number
     * @param firstEntity the entity of index 0; index i is the entity {@code firstEntity + i}
     * @param even receives the numbers of step {@code 2·stepPair} at the indices from … to − 1
     * @param odd receives the numbers of step {@code 2·stepPair + 1} there; not the same array as {@code even}
     */
    void gaussians(
            long seed, long stream, long stepPair, long firstEntity, double[] even, double[] odd, int from, int to);

    /** The standard Gaussian of one entity in one step (step ≥ 0). */
    static double gaussian(long seed, long stream, long step, long entity) {
        double[] even = new double[1];
        double[] odd = new double[1];
        BoxMuller.prepare(Threefry.of(seed, stream, step >> 1, entity), even, odd, 0);
        BoxMuller.transform(even, odd, 0);
        return (step & 1) == 0 ? even[0] : odd[0];
    }

    /**
     * Uniform numbers in [0, 1) of two steps for a range of entities: the upper 53 bits of the two words of counter
     * (⌊step/2⌋, entity), so that a stream has either these or Gaussians.
     *
     * @param firstEntity the entity of index 0
     */
    static void uniforms(
            long seed, long stream, long stepPair, long firstEntity, double[] even, double[] odd, int from, int to) {
        for (int i = from; i < to; i++) {
            Threefry.Words words = Threefry.of(seed, stream, stepPair, firstEntity + i);
            even[i] = (words.first() >>> 11) * 0x1p-53;
            odd[i] = (words.second() >>> 11) * 0x1p-53;
        }
    }

    /** The uniform number in [0, 1) of one entity, for initial values. */
    static double uniform(long seed, long stream, long entity) {
        return (Threefry.of(seed, stream, -1, entity).first() >>> 11) * 0x1p-53;
    }
}
