package de.ratssaal.document;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a file in the form of a PDF stands.
 *
 * @param pdf only when it is done
 */
public record Rendition(State state, @Nullable Pdf pdf) {

    static Rendition of(State state) {
        return new Rendition(state, null);
    }

    /** The way of a rendition. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** The file cannot be made into a PDF. */
        FAILED,
        /** It took longer than it may. */
        TOO_LONG,
        /** The program that could do it is not there. */
        NOT_INSTALLED;

        /** Whether something will come of it by itself. */
        public boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }
    }

    /** A PDF. */
    public static final class Pdf {

        private final StoredContent content;
        private final ContentStore contents;

        Pdf(StoredContent content, ContentStore contents) {
            this.content = content;
            this.contents = contents;
        }

        /** In bytes. */
        public long size() {
            return content.size();
        }

        public int pages() {
            return content.pages() == null ? 0 : content.pages();
        }

        /** The whole content, checked as a file's is. */
        public InputStream open() {
            return contents.open(content, 0);
        }
    }
}
