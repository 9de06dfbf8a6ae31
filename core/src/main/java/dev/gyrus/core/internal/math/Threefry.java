package dev.gyrus.core.internal.math;

/**
 * Threefry-2×64 with 13 rounds: a bijection of 128 bits for each 128-bit key, built of add, rotate and xor.
 *
 * <p>J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011,
 * doi:10.1145/2063384.2063405. Thirteen rounds are the fewest that pass BigCrush. A round is {@code x₀ += x₁; x₁ =
 * rotl(x₁, R) ^ x₀}; after every fourth round j = 1, 2, 3 the next two of the three key words and j are added.
 */
final class Threefry {
    /** The third key word is this, xor the two others (Skein 1.3). */
    static final long PARITY = 0x1bd11bdaa9fc1a22L;

    static final int R0 = 16;
    static final int R1 = 42;
    static final int R2 = 12;
    static final int R3 = 31;
    static final int R4 = 16;
    static final int R5 = 32;
    static final int R6 = 24;
    static final int R7 = 21;

    private Threefry() {}

    /** The two words of a counter. */
    record Words(long first, long second) {}

    static Words of(long key0, long key1, long counter0, long counter1) {
        long key2 = PARITY ^ key0 ^ key1;
        long a = counter0 + key0;
        long b = counter1 + key1;
        b = Long.rotateLeft(b, R0) ^ (a += b);
        b = Long.rotateLeft(b, R1) ^ (a += b);
        b = Long.rotateLeft(b, R2) ^ (a += b);
        b = Long.rotateLeft(b, R3) ^ (a += b);
        a += key1;
        b += key2 + 1;
        b = Long.rotateLeft(b, R4) ^ (a += b);
        b = Long.rotateLeft(b, R5) ^ (a += b);
        b = Long.rotateLeft(b, R6) ^ (a += b);
        b = Long.rotateLeft(b, R7) ^ (a += b);
        a += key2;
        b += key0 + 2;
        b = Long.rotateLeft(b, R0) ^ (a += b);
        b = Long.rotateLeft(b, R1) ^ (a += b);
        b = Long.rotateLeft(b, R2) ^ (a += b);
        b = Long.rotateLeft(b, R3) ^ (a += b);
        a += key0;
        b += key1 + 3;
        b = Long.rotateLeft(b, R4) ^ (a += b);
        return new Words(a, b);
    }
}
