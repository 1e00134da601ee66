package de.ratssaal.packet;

import java.io.InputStream;
import java.util.function.Supplier;

/** What somebody gets who may read a document. */
public sealed interface DocumentReading {

    /** It is there. */
    final class Pages implements DocumentReading {

        private final long size;
        private final String tag;
        private final boolean isPublic;
        private final Supplier<InputStream> opening;

        Pages(long size, String tag, boolean isPublic, Supplier<InputStream> opening) {
            this.size = size;
            this.tag = tag;
            this.isPublic = isPublic;
            this.opening = opening;
        }

        /** In bytes. */
        public long size() {
            return size;
        }

        /** Differs whenever a byte differs. */
        public String tag() {
            return tag;
        }

        /** Whether everybody may read it now; otherwise its pages carry the reader's name. */
        public boolean isPublic() {
            return isPublic;
        }

        /** All of it, as PDF. */
        public InputStream open() {
            return opening.get();
        }
    }

    /** It is being made into a PDF. */
    record NotYet() implements DocumentReading {}

    /** It cannot be made into a PDF. */
    record NoPages() implements DocumentReading {}
}
