package de.ratssaal.paper;

/** Addresses of the papers' pages below {@code /app}, for links from other modules' views. */
public final class PaperLinks {

    /** All papers. */
    public static final String LIST = "papers";

    /** Beginning a paper. */
    public static final String NEW = "papers/new";

    /** What belongs to which kind of paper. */
    public static final String TEMPLATES = "paper-templates";

    private PaperLinks() {}

    /** A paper as it is read. */
    public static String paper(PaperId id) {
        return LIST + "/" + id;
    }

    /** A paper as it is written. */
    public static String edit(PaperId id) {
        return paper(id) + "/edit";
    }

    /** The answer to an inquiry as it is written. */
    public static String answer(PaperId id) {
        return paper(id) + "/answer";
    }

    /** Two of its wordings beside each other; which, the page asks. */
    public static String compare(PaperId id) {
        return paper(id) + "/compare";
    }

    /**
     * Two of its wordings beside each other.
     *
     * @param from see {@link PaperWording#key()}
     * @param to likewise
     */
    public static String compare(PaperId id, String from, String to) {
        return "%s?from=%s&to=%s".formatted(compare(id), from, to);
    }
}
