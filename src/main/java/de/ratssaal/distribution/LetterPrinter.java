package de.ratssaal.distribution;

import de.ratssaal.document.pdf.LetterPaper;
import java.util.List;
import java.util.Locale;

/** Sets letters on the municipality's paper, each beginning on a page of its own, as one tagged PDF. */
public interface LetterPrinter {

    /**
     * @param title of the document
     * @param page pattern with page and number of pages, such as {@code Seite {0} von {1}}
     */
    byte[] print(List<OfficialLetter> letters, LetterPaper paper, String title, String page, Locale language);
}
