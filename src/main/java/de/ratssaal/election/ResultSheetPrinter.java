package de.ratssaal.election;

import de.ratssaal.document.pdf.LetterPaper;
import java.util.Locale;

/** Sets result sheets on pages. */
public interface ResultSheetPrinter {

    /** @return an archivable PDF with its structure */
    byte[] print(ResultSheet sheet, LetterPaper paper, Locale language);
}
