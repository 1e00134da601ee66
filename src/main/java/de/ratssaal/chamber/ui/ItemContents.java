package de.ratssaal.chamber.ui;

import de.ratssaal.amendment.ui.AmendmentsOnItem.HandedIn;
import de.ratssaal.document.FileSummary;
import de.ratssaal.paper.PaperSummary;
import java.util.List;

/**
 * What lies on an item, as far as somebody may see it.
 *
 * @param files the item's own
 */
record ItemContents(List<Paper> papers, List<FileSummary> files, HandedIn amendments) {

    /** @param isChanged whether its wording was changed for the item */
    record Paper(PaperSummary paper, List<FileSummary> files, boolean isChanged) {

        Paper {
            files = List.copyOf(files);
        }
    }

    ItemContents {
        papers = List.copyOf(papers);
        files = List.copyOf(files);
    }
}
