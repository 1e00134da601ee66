package de.ratssaal.amendment;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.paper.PaperId;

/** Addresses of the amendments' pages below {@code /app}, for links from other modules' views. */
public final class AmendmentLinks {

    /** What all of them begin with. */
    public static final String ROOT = "amendments";

    /** What the addresses of printed amendments begin with; these lie beside {@code /app}. */
    public static final String PRINTS = "/files/amendments";

    private AmendmentLinks() {}

    /** All amendments to a paper as a PDF, as far as whoever is signed in may read them. An absolute address. */
    public static String print(PaperId paper) {
        return PRINTS + "/" + paper + ".pdf";
    }

    /** An amendment beside what it changes. */
    public static String amendment(AmendmentId id) {
        return ROOT + "/" + id;
    }

    /** An amendment as it is written. */
    public static String edit(AmendmentId id) {
        return amendment(id) + "/edit";
    }

    /** Beginning an amendment to a paper. */
    public static String create(PaperId paper) {
        return ROOT + "/new/" + paper;
    }

    /** All amendments to the paper on an item: their order, what became of them, and the merged text. */
    public static String item(AgendaItemId item) {
        return ROOT + "/item/" + item;
    }
}
