package de.ratssaal.document;

import java.io.InputStream;
import java.util.function.Supplier;
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

        private final long size;
        private final int pages;
        private final Supplier<InputStream> opening;

        Pdf(StoredContent content, Supplier<InputStream> opening) {
            this.size = content.size();
            this.pages = content.pages() == null ? 0 : content.pages();
            this.opening = opening;
        }

        /** In bytes. */
        public long size() {
            return size;
        }

        public int pages() {
            return pages;
        }

        /** The whole content, checked as a file's is. */
        public InputStream open() {
            return opening.get();
        }
    }
}
