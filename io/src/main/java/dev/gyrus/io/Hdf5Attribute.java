package dev.gyrus.io;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A small value beside an object of an HDF5 file.
 *
 * @param length of a vector, or 0 for a single element
 * @param data its bytes
 */
record Hdf5Attribute(String name, Hdf5Type type, int length, Hdf5Bytes data) {

    static Hdf5Attribute text(String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return new Hdf5Attribute(name, Hdf5Type.text(bytes.length), 0, new Hdf5Bytes().bytes(bytes));
    }

    /** One number, or a vector of several. */
    static Hdf5Attribute numbers(String name, int... values) {
        Hdf5Bytes data = new Hdf5Bytes();
        for (int value : values) {
            data.u32(value);
        }
        return new Hdf5Attribute(name, Hdf5Type.UINT32, values.length == 1 ? 0 : values.length, data);
    }

    /** One of some names. */
    static Hdf5Attribute choice(String name, List<String> names, String chosen) {
        return new Hdf5Attribute(name, Hdf5Type.choice(names), 0, new Hdf5Bytes().u8(names.indexOf(chosen)));
    }

    /** The attribute message, version 3. */
    byte[] message() {
        byte[] named = (name + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] typed = type.message();
        Hdf5Bytes space = new Hdf5Bytes().u8(2).u8(length == 0 ? 0 : 1).u8(0).u8(length == 0 ? 0 : 1);
        if (length > 0) {
            space.u64(length);
        }
        byte[] shaped = space.toArray();
        return new Hdf5Bytes()
                .u8(3)
                .u8(0)
                .u16(named.length)
                .u16(typed.length)
                .u16(shaped.length)
                .u8(1)
                .bytes(named)
                .bytes(typed)
                .bytes(shaped)
                .bytes(data.toArray())
                .toArray();
    }
}
