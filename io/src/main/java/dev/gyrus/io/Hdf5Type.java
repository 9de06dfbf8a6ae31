package dev.gyrus.io;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Types of HDF5's elements, as its datatype messages describe them; numbers are little-endian. */
final class Hdf5Type {
    static final Hdf5Type UINT8 = integer(1);
    static final Hdf5Type UINT32 = integer(4);
    static final Hdf5Type UINT64 = integer(8);

    /** IEEE 754: sign at bit 63, 11 bits of exponent from bit 52 biased by 1023, 52 of mantissa with an implied one. */
    static final Hdf5Type FLOAT64 = new Hdf5Type(
            8,
            new Hdf5Bytes()
                    .u8(0x11)
                    .u8(0x20)
                    .u8(63)
                    .u8(0)
                    .u32(8)
                    .u16(0)
                    .u16(64)
                    .u8(52)
                    .u8(11)
                    .u8(0)
                    .u8(52)
                    .u32(1023));

    private final int size;
    private final Hdf5Bytes message;

    private Hdf5Type(int size, Hdf5Bytes message) {
        this.size = size;
        this.message = message;
    }

    private static Hdf5Type integer(int bytes) {
        return new Hdf5Type(bytes, new Hdf5Bytes().u32(0x10).u32(bytes).u16(0).u16(8 * bytes));
    }

    /** UTF-8 of so many bytes, filled up with zeros. */
    static Hdf5Type text(int bytes) {
        return new Hdf5Type(bytes, new Hdf5Bytes().u8(0x13).u8(0x11).u16(0).u32(bytes));
    }

    /** The indices of names. */
    static Hdf5Type choice(List<String> names) {
        Hdf5Bytes message = new Hdf5Bytes().u8(0x38).u16(names.size()).u8(0).u32(UINT8.size);
        message.bytes(UINT8.message.toArray());
        names.forEach(
                name -> message.bytes(name.getBytes(StandardCharsets.UTF_8)).u8(0));
        for (int i = 0; i < names.size(); i++) {
            message.u8(i);
        }
        return new Hdf5Type(UINT8.size, message);
    }

    /** Bytes of an element. */
    int size() {
        return size;
    }

    byte[] message() {
        return message.toArray();
    }
}
