package de.ratssaal.document;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file says, page by page.
 *
 * @param gap why something of it, or all, is missing
 * @param pages while the state is waiting, those that are there already; the last may be missing if there was too much
 */
public record FileText(State state, @Nullable Gap gap, List<Page> pages) {

    public FileText {
        pages = List.copyOf(pages);
    }

    /** Whether there is text. */
    public enum State {
        /** It is being read, or will be. */
        WAITING,
        THERE,
        /** The file holds no text, or none that can be read here ({@link Gap}). */
        NONE,
        FAILED
    }

    /** Why text is missing. */
    public enum Gap {
        /** Pages are scanned, and tesseract with its German dictionary is not installed. */
        OCR_NOT_INSTALLED,
        /** LibreOffice, which would make pages of it, is not installed. */
        OFFICE_NOT_INSTALLED,
        NOT_CONVERTIBLE,
        TOO_LONG,
        TOO_MUCH,
        UNREADABLE
    }

    /** Where a page's text comes from. */
    public enum Origin {
        TEXT,
        /** Scanned and not yet recognized. */
        SCAN,
        /** Scanned and recognized; letters may be wrong. */
        RECOGNIZED,
        EMPTY,
        UNREADABLE
    }

    /**
     * A page.
     *
     * @param number counted from 1, as the PDF has it
     */
    public record Page(int number, Origin origin, String text) {}

    /** All of it, pages behind one another. */
    public String whole() {
        return pages.stream().map(Page::text).collect(Collectors.joining("\n"));
    }
}
