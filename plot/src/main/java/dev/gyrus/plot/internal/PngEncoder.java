package dev.gyrus.plot.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG images without the help of a desktop: full colour or palette, with their resolution.
 *
 * <p>ISO/IEC 15948, "Portable Network Graphics (PNG): functional specification". Thread-safe.
 */
public final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TRUE_COLOR = 2;
    private static final int PALETTE = 3;

    // How a row is written: as it is, or as differences.
    private static final byte NONE = 0;
    private static final byte LEFT = 1;
    private static final byte ABOVE = 2;

    private static final double METRES_PER_INCH = 0.0254;

    private PngEncoder() {}

    /**
     * A full-colour image.
     *
     * @param pixels {@code 0xRRGGBB}, row by row from the top
     */
    public static byte[] trueColor(int width, int height, int[] pixels, double dotsPerInch) {
        int stride = 3 * width;
        byte[] rows = new byte[height * (stride + 1)];
        byte[] above = new byte[stride];
        byte[] row = new byte[stride];
        for (int y = 0; y < height; y++) {
            int first = y * width;
            if (y > 0 && Arrays.equals(pixels, first, first + width, pixels, first - width, first)) {
                rows[y * (stride + 1)] = ABOVE; // no differences: many rows of a figure are margin
                continue;
            }
            for (int x = 0; x < width; x++) {
                int pixel = pixels[first + x];
                row[3 * x] = (byte) (pixel >> 16);
                row[3 * x + 1] = (byte) (pixel >> 8);
                row[3 * x + 2] = (byte) pixel;
            }
            filter(row, above, rows, y * (stride + 1));
            byte[] swap = above;
            above = row;
            row = swap;
        }
        int perMetre = (int) Math.round(dotsPerInch / METRES_PER_INCH);
        ByteBuffer resolution =
                ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put((byte) 1);
        ByteArrayOutputStream out = header(width, height, TRUE_COLOR);
        chunk(out, "pHYs", resolution.array());
        return finish(out, rows);
    }

    /**
     * An image of at most 256 colours.
     *
     * @param cells indices into the palette, row by row from the top
     * @param palette {@code 0xRRGGBB}
     */
    static byte[] indexed(int width, int height, byte[] cells, int[] palette) {
        byte[] rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(cells, y * width, rows, y * (width + 1) + 1, width);
        }
        ByteBuffer colors = ByteBuffer.allocate(3 * palette.length);
        for (int color : palette) {
            colors.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
        }
        ByteArrayOutputStream out = header(width, height, PALETTE);
        chunk(out, "PLTE", colors.array());
        return finish(out, rows);
    }

    /** Writes the row unfiltered, as differences to the left or above, whichever sums to least. */
    private static void filter(byte[] row, byte[] above, byte[] out, int at) {
        long left = 0;
        long up = 0;
        long none = 0;
        for (int i = 0; i < row.length; i++) {
            none += Math.abs(row[i]);
            left += Math.abs((byte) (row[i] - (i < 3 ? 0 : row[i - 3])));
            up += Math.abs((byte) (row[i] - above[i]));
        }
        byte kind = up <= left && up <= none ? ABOVE : left <= none ? LEFT : NONE;
        out[at] = kind;
        System.arraycopy(row, 0, out, at + 1, row.length);
        for (int i = 0; kind == ABOVE && i < row.length; i++) {
            out[at + 1 + i] -= above[i];
        }
        for (int i = 3; kind == LEFT && i < row.length; i++) {
            out[at + 1 + i] -= row[i - 3];
        }
    }

    private static ByteArrayOutputStream header(int width, int height, int kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) kind);
        chunk(out, "IHDR", header.array());
        return out;
    }

    private static byte[] finish(ByteArrayOutputStream out, byte[] rows) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            chunk(out, "IDAT", packed.toByteArray());
        } finally {
            deflater.end();
        }
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
