package de.ratssaal.packet.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A PDF that is written from its beginning to its end. Of what is written only the places of the objects are remembered. */
final class PdfFile extends OutputStream implements Closeable {

    private static final int BUFFER = 256 * 1024;
    private static final String HEAD = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
    private static final int FREE_ENTRY_GENERATION = 65_535;

    private final FileChannel channel;
    private final byte[] buffer = new byte[BUFFER];
    private final CRC32 sum = new CRC32();
    private int filled;
    private long written;
    private long[] offsets = new long[4096];
    private int next = 1;

    private PdfFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Begins a file; what was there is gone. */
    static PdfFile begin(Path path) throws IOException {
        var file = new PdfFile(FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING));
        file.text(HEAD);
        return file;
    }

    /** Opens a file that was begun; {@link #goOn} says up to where it holds. */
    static PdfFile reopen(Path path) throws IOException {
        return new PdfFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /**
     * Goes back to a state of the file.
     *
     * @return whether the file is what was written then
     */
    boolean goOn(State state, long[] knownOffsets) throws IOException {
        filled = 0;
        sum.reset();
        if (channel.size() < state.position()) {
            return false;
        }
        channel.position(0);
        var block = ByteBuffer.wrap(buffer);
        var left = state.position();
        while (left > 0) {
            block.clear().limit((int) Math.min(BUFFER, left));
            var count = channel.read(block);
            if (count < 0) {
                return false;
            }
            sum.update(buffer, 0, count);
            left -= count;
        }
        if (sum.getValue() != state.sum()) {
            return false;
        }
        channel.truncate(state.position());
        channel.position(state.position());
        written = state.position();
        next = state.next();
        offsets = Arrays.copyOf(knownOffsets, Math.max(knownOffsets.length, next + 4096));
        return true;
    }

    /**
     * A moment at which everything was written out.
     *
     * @param next number of the next object
     * @param sum CRC of all bytes before
     */
    record State(long position, int next, long sum) {}

    State state() throws IOException {
        drain();
        return new State(written, next, sum.getValue());
    }

    long[] offsets() {
        return offsets;
    }

    long position() {
        return written + filled;
    }

    /** A number for an object that is written sooner or later. */
    int reserve() {
        return reserve(1);
    }

    /** So many numbers in a row. */
    int reserve(int count) {
        var first = next;
        next += count;
        if (next >= offsets.length) {
            offsets = Arrays.copyOf(offsets, next * 2);
        }
        return first;
    }

    void beginObject(int number) throws IOException {
        offsets[number] = position();
        text(number + " 0 obj\n");
    }

    void endObject() throws IOException {
        text("\nendobj\n");
    }

    /** An object that is a stream, with what stands in its dictionary beside the length. */
    void streamObject(int number, String dictionary, byte[] bytes) throws IOException {
        beginObject(number);
        text("<<" + dictionary + "/Length " + bytes.length + ">>\nstream\n");
        write(bytes);
        text("\nendstream");
        endObject();
    }

    void object(int number, String text) throws IOException {
        beginObject(number);
        text(text);
        endObject();
    }

    void text(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes the table of all objects and the end; nothing follows. */
    void finish(int catalog, int info, String identifier) throws IOException {
        var table = position();
        var lines = new StringBuilder("xref\n0 %d\n".formatted(next));
        entry(lines, 0, FREE_ENTRY_GENERATION, 'f');
        for (var number = 1; number < next; number++) {
            if (offsets[number] == 0) {
                entry(lines, 0, FREE_ENTRY_GENERATION, 'f');
            } else {
                entry(lines, offsets[number], 0, 'n');
            }
            if (lines.length() > BUFFER) {
                text(lines.toString());
                lines.setLength(0);
            }
        }
        text(lines.toString());
        text("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%4$s>]>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(next, catalog, info, identifier, table));
        drain();
    }

    private static void entry(StringBuilder lines, long offset, int generation, char kind) {
        padded(lines, offset, 10);
        lines.append(' ');
        padded(lines, generation, 5);
        lines.append(' ').append(kind).append(" \n");
    }

    private static void padded(StringBuilder lines, long number, int digits) {
        var text = Long.toString(number);
        lines.repeat('0', digits - text.length()).append(text);
    }

    @Override
    public void write(int value) throws IOException {
        if (filled == BUFFER) {
            drain();
        }
        buffer[filled++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > BUFFER - filled) {
            drain();
        }
        if (length >= BUFFER) {
            put(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, buffer, filled, length);
            filled += length;
        }
    }

    private void drain() throws IOException {
        put(buffer, 0, filled);
        filled = 0;
    }

    private void put(byte[] bytes, int offset, int length) throws IOException {
        var block = ByteBuffer.wrap(bytes, offset, length);
        while (block.hasRemaining()) {
            channel.write(block);
        }
        sum.update(bytes, offset, length);
        written += length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
