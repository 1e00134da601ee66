package de.ratssaal.minutes;

/** Sets minutes on pages. */
public interface MinutesPrinter {

    /** @return an archivable PDF with its structure */
    byte[] print(WrittenMinutes minutes, Letterhead letterhead);
}
