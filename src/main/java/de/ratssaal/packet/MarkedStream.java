package de.ratssaal.packet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A packet on its way to a reader: puts their name into the place that is left for it. */
final class MarkedStream extends FilterInputStream {

    private final long at;
    private final byte[] mark;
    private long position;

    MarkedStream(InputStream in, long at, byte[] mark) {
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
                System.arraycopy(mark, (int) (from - at), target, offset + (int) (from - position), (int) (to - from));
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
