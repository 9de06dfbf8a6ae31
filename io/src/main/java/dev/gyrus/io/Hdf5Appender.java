package dev.gyrus.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * The file: room for the superblock; then chunks of datasets, each written when it is full, so that only one chunk of each
 * dataset is in memory, and 8 bytes for each chunk before; at the end the B-trees that find the chunks, the headers of the
 * objects from the leaves to the root, and, last, the superblock in its room: what tells a whole file.
 *
 * Superblock and object headers are of version 2, groups hold their links in their headers, and chunks are indexed by
 * B-trees of version 1: HDF5 1.8 (2008) and everything after it reads that.
 *
 * The format: https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html
 */
/** Writes an HDF5 file of groups and of vectors that grow by appending. Not thread-safe. */
final class Hdf5Appender {
    private static final long UNDEFINED = -1;
    private static final int SUPERBLOCK = 48;

    /** Elements of a chunk. */
    static final int CHUNK = 4096;

    /** Children of a node of a B-tree of chunks: twice the rank that a superblock of version 2 implies. */
    private static final int CHILDREN = 64;

    private static final int DATASPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0A;
    private static final int ATTRIBUTE = 0x0C;

    private final String name;
    private final FileChannel channel;
    private long end = SUPERBLOCK;

    Hdf5Appender(Path file) {
        name = file.toString();
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw BadFile.unwritable(name, e);
        }
    }

    /** An object of the file: what its header says. */
    abstract static class Node {
        private final List<Hdf5Attribute> attributes = new ArrayList<>();

        /** Adds an attribute. */
        Node attribute(Hdf5Attribute attribute) {
            attributes.add(attribute);
            return this;
        }

        /** Writes what belongs to it; returns the messages of its header. */
        abstract Hdf5Bytes messages();
    }

    /** A vector without elements so far. */
    Dataset dataset(Hdf5Type type) {
        return new Dataset(type);
    }

    /** A group of objects by name. */
    Node group(Map<String, ? extends Node> members) {
        Map<String, Node> all = new LinkedHashMap<>(members);
        return new Node() {
            @Override
            Hdf5Bytes messages() {
                Hdf5Bytes out = new Hdf5Bytes();
                message(out, LINK_INFO, new Hdf5Bytes().u16(0).u64(UNDEFINED).u64(UNDEFINED));
                message(out, GROUP_INFO, new Hdf5Bytes().u16(0));
                all.forEach((key, member) -> {
                    byte[] link = key.getBytes(StandardCharsets.UTF_8);
                    Hdf5Bytes named = new Hdf5Bytes()
                            .u8(1)
                            .u8(0x11)
                            .u8(1)
                            .u16(link.length)
                            .bytes(link);
                    message(out, LINK, named.u64(header(member)));
                });
                return out;
            }
        };
    }

    /** A vector of elements of eight bytes. */
    final class Dataset extends Node {
        private final Hdf5Type type;
        private final ByteBuffer chunk;
        private final List<Long> chunks = new ArrayList<>();
        private long length;

        private Dataset(Hdf5Type type) {
            this.type = type;
            chunk = ByteBuffer.allocate(CHUNK * type.size()).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        Dataset attribute(Hdf5Attribute attribute) {
            super.attribute(attribute);
            return this;
        }

        /** Appends an element by its bits. */
        void append(long bits) {
            chunk.putLong(bits);
            length++;
            if (!chunk.hasRemaining()) {
                flush();
            }
        }

        private void flush() {
            chunks.add(write(chunk.rewind()));
            chunk.clear();
        }

        @Override
        Hdf5Bytes messages() {
            if (chunk.position() > 0) {
                while (chunk.hasRemaining()) {
                    chunk.putLong(0);
                }
                flush();
            }
            Hdf5Bytes out = new Hdf5Bytes();
            message(
                    out,
                    DATASPACE,
                    new Hdf5Bytes().u8(2).u8(1).u8(1).u8(1).u64(length).u64(UNDEFINED));
            message(out, DATATYPE, new Hdf5Bytes().bytes(type.message()));
            message(out, FILL_VALUE, new Hdf5Bytes().u8(3).u8(0x0B));
            Hdf5Bytes layout = new Hdf5Bytes().u8(3).u8(2).u8(2).u64(tree());
            message(out, LAYOUT, layout.u32(CHUNK).u32(type.size()));
            return out;
        }

        /** Writes the B-tree over the chunks, level by level; returns the address of its root. */
        private long tree() {
            List<Long> below = chunks;
            long span = CHUNK;
            for (int level = 0; !below.isEmpty() && (level == 0 || below.size() > 1); level++) {
                List<Long> nodes = new ArrayList<>();
                int count = (below.size() + CHILDREN - 1) / CHILDREN;
                long first = end;
                for (int i = 0; i < count; i++) {
                    List<Long> children = below.subList(i * CHILDREN, Math.min(below.size(), (i + 1) * CHILDREN));
                    nodes.add(write(ByteBuffer.wrap(node(level, i, count, first, children, span))));
                }
                below = nodes;
                span *= CHILDREN;
            }
            return below.isEmpty() ? UNDEFINED : below.get(0);
        }

        /** The i-th of some nodes of a level, which stand in a row: keys are the first elements of its children. */
        private byte[] node(int level, int i, int count, long first, List<Long> children, long span) {
            int key = 4 + 4 + 8 + 8;
            int size = 24 + CHILDREN * (key + 8) + key;
            Hdf5Bytes out = new Hdf5Bytes().bytes("TREE".getBytes(StandardCharsets.US_ASCII));
            out.u8(1).u8(level).u16(children.size());
            out.u64(i == 0 ? UNDEFINED : first + (i - 1L) * size);
            out.u64(i == count - 1 ? UNDEFINED : first + (i + 1L) * size);
            for (int j = 0; j < children.size(); j++) {
                key(out, ((long) i * CHILDREN + j) * span).u64(children.get(j));
            }
            long last = Math.min(((long) i * CHILDREN + children.size()) * span, (long) chunks.size() * CHUNK);
            key(out, last);
            return out.bytes(new byte[size - out.size()]).toArray();
        }

        private Hdf5Bytes key(Hdf5Bytes out, long element) {
            return out.u32(CHUNK * type.size()).u32(0).u64(element).u64(0);
        }
    }

    /** Writes a node's header, with everything below it; returns its address. */
    private long header(Node node) {
        Hdf5Bytes messages = node.messages();
        node.attributes.forEach(attribute -> message(messages, ATTRIBUTE, new Hdf5Bytes().bytes(attribute.message())));
        Hdf5Bytes out = new Hdf5Bytes().bytes("OHDR".getBytes(StandardCharsets.US_ASCII));
        out.u8(2).u8(0x02).u32(messages.size()).bytes(messages.toArray());
        return write(ByteBuffer.wrap(out.sealed().toArray()));
    }

    private static void message(Hdf5Bytes out, int type, Hdf5Bytes content) {
        out.u8(type).u16(content.size()).u8(0).bytes(content.toArray());
    }

    /** Writes everything below the root, and that this is a whole file. */
    void close(Node root) {
        long at = header(root);
        Hdf5Bytes out =
                new Hdf5Bytes().u64(0x0A1A0A0D46444889L).u8(2).u8(8).u8(8).u8(0);
        byte[] superblock = out.u64(0).u64(UNDEFINED).u64(end).u64(at).sealed().toArray();
        try (channel) {
            channel.write(ByteBuffer.wrap(superblock), 0);
        } catch (IOException e) {
            throw BadFile.unwritable(name, e);
        }
    }

    /** Appends bytes to the file; returns where they begin. */
    private long write(ByteBuffer bytes) {
        long at = end;
        try {
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
        } catch (IOException e) {
            throw BadFile.unwritable(name, e);
        }
        return at;
    }
}
