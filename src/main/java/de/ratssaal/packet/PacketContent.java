package de.ratssaal.packet;

import de.ratssaal.document.DerivedContents;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A packet for one reader. The bytes are read as they are wanted; the reader's name is put in on the way. */
public final class PacketContent {

    private final PacketStore.Row row;
    private final byte @Nullable [] mark;
    private final DerivedContents contents;

    PacketContent(PacketStore.Row row, byte @Nullable [] mark, DerivedContents contents) {
        this.row = row;
        this.mark = mark;
        this.contents = contents;
    }

    public long size() {
        return row.size();
    }

    public int pages() {
        return row.pages();
    }

    /** Differs whenever a byte differs. */
    public String tag() {
        return row.hash() + (mark == null ? "" : "-" + Integer.toHexString(Arrays.hashCode(mark)));
    }

    public InputStream open() {
        var whole = contents.open(Objects.requireNonNull(row.hash()), 0)
                .orElseThrow(() -> new NoSuchElementException("packet " + row.id()));
        return mark == null ? whole : new Marked(whole, row.markAt(), mark);
    }

    /** Puts the mark into the place that is left for it. */
    private static final class Marked extends FilterInputStream {

        private final long at;
        private final byte[] mark;
        private long position;

        Marked(InputStream in, long at, byte[] mark) {
            super(in);
            this.at = at;
            this.mark = mark;
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var count = in.read(target, offset, length);
            if (count > 0) {
                var from = Math.max(at, position);
                var to = Math.min(at + mark.length, position + count);
                if (from < to) {
                    System.arraycopy(
                            mark, (int) (from - at), target, offset + (int) (from - position), (int) (to - from));
                }
                position += count;
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            var skipped = in.skip(count);
            position += skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
