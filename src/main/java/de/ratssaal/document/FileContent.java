package de.ratssaal.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that whoever asked may read. Its bytes are read from the database as they are wanted. */
public final class FileContent {

    private final FileSummary file;
    private final StoredContent content;
    private final ContentStore contents;

    FileContent(FileSummary file, StoredContent content, ContentStore contents) {
        this.file = file;
        this.content = content;
        this.contents = contents;
    }

    public FileSummary file() {
        return file;
    }

    /**
     * The whole content. It is checked against its hash before the first byte is given.
     *
     * @throws IllegalStateException if it is damaged; also from reading, if it is damaged meanwhile
     */
    public InputStream open() {
        return contents.open(content, 0);
    }

    /**
     * A stretch of the content, checked like the whole.
     *
     * @param from first byte, counted from 0
     * @param length how many bytes at most
     */
    public InputStream open(long from, long length) {
        if (from < 0 || length < 0 || from > content.size()) {
            throw new IllegalArgumentException("bytes %d+%d of %d".formatted(from, length, content.size()));
        }
        return new Stretch(contents.open(content, from), length);
    }

    /** Ends after so many bytes. */
    private static final class Stretch extends FilterInputStream {

        private long left;

        Stretch(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            var count = in.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            var skipped = in.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }
    }
}
