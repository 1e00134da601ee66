package de.ratssaal.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A content's sealed parts one behind the other, sealed as they are read. */
final class SealingStream extends InputStream {

    private final InputStream content;
    private final DataKey key;
    private final String hash;
    private byte[] sealed = new byte[0];
    private int position;
    private int next;

    SealingStream(InputStream content, DataKey key, String hash) {
        this.content = content;
        this.key = key;
        this.hash = hash;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position == sealed.length && !sealNext()) {
            return -1;
        }
        var count = Math.min(length, sealed.length - position);
        System.arraycopy(sealed, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean sealNext() throws IOException {
        var part = content.readNBytes(ContentStore.PART);
        if (part.length == 0) {
            return false;
        }
        sealed = key.seal(hash, next++, part);
        position = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
