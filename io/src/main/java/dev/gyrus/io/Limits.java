package dev.gyrus.io;

/**
 * What is refused before memory is spent on it: a file's word about its own size is never trusted.
 *
 * <p>An array must fit into what its file still holds (uncompressed) or could inflate to (compressed), and a file may
 * unfold to at most {@link #BYTES}. Deflate reaches a factor of 1032 only on constant data; real recordings stay under
 * ten, sparse matrices under a few hundred, so small files are spared the ratio test.
 */
final class Limits {
    /** The most that the arrays of one file may take in memory: 1 GiB. */
    static final long BYTES = 1L << 30;

    /** Entries of an archive. */
    static final int ENTRIES = 10_000;

    /** Compressed data that unfold by more than this factor are refused … */
    private static final long RATIO = 200;

    /** … once they unfold to more than this: 16 MiB. */
    private static final long SPARED = 1L << 24;

    private Limits() {}

    /** What {@code compressed} bytes may unfold to. */
    static long inflated(long compressed) {
        return Math.min(BYTES, Math.max(SPARED, RATIO * compressed));
    }

    /**
     * Checks a declared shape before anything is allocated.
     *
     * @param bytesPerValue as stored
     * @param available bytes that the file can still deliver
     * @return the number of values
     */
    static int values(String file, String key, long[] shape, int bytesPerValue, long available) {
        long count = 1;
        for (long size : shape) {
            if (size < 0) {
                throw BadFile.content(file, 0, key, "sizes that are not negative", String.valueOf(size));
            }
            count = size == 0 ? 0 : count > Long.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
        }
        if (count > BYTES / Double.BYTES) {
            throw BadFile.content(
                    file, 0, key, "at most " + BYTES / Double.BYTES + " values", count + " by the file's own account");
        }
        if (count * bytesPerValue > available) {
            throw BadFile.content(
                    file,
                    0,
                    key,
                    count * bytesPerValue + " bytes of data, as its header says",
                    Math.max(0, available) + "; the file is truncated or damaged");
        }
        return (int) count;
    }
}
