package dev.gyrus.io;

import java.util.Arrays;

/** Little-endian bytes being gathered, and the checksum that HDF5 wants below them. Not thread-safe. */
final class Hdf5Bytes {
    private byte[] bytes = new byte[64];
    private int size;

    Hdf5Bytes u8(int value) {
        return number(value, 1);
    }

    Hdf5Bytes u16(int value) {
        return number(value, 2);
    }

    Hdf5Bytes u32(int value) {
        return number(value, 4);
    }

    Hdf5Bytes u64(long value) {
        return number(value, 8);
    }

    private Hdf5Bytes number(long value, int count) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[size++] = (byte) (value >>> 8 * i);
        }
        return this;
    }

    Hdf5Bytes bytes(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    private void reserve(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
        }
    }

    /** Ends with the checksum of what was there. */
    Hdf5Bytes sealed() {
        return u32(checksum());
    }

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /**
     * Bob Jenkins's lookup3 ("hashlittle", 2006, in the public domain) with the initial value 0, of metadata in HDF5:
     * three words of state take in twelve bytes at a time.
     */
    private int checksum() {
        int a = 0xDEADBEEF + size;
        int b = a;
        int c = a;
        int at = 0;
        for (; size - at > 12; at += 12) {
            a += word(at);
            b += word(at + 4);
            c += word(at + 8);
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
        }
        if (at == size) {
            return c;
        }
        a += word(at);
        b += word(at + 4);
        c += word(at + 8);
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }

    /** Four bytes from an index on; those behind the end are zeros. */
    private int word(int from) {
        int word = 0;
        for (int i = 0; i < 4 && from + i < size; i++) {
            word |= (bytes[from + i] & 0xFF) << 8 * i;
        }
        return word;
    }
}
