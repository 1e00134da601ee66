package de.ratssaal.document;

/** What makes a PDF do more than be read. */
public enum ActiveContent {
    /** JavaScript: of the document, a page, an annotation, a field, a name. */
    SCRIPT,
    /** Starts a program or opens a file. */
    LAUNCHES,
    /** Sends what was filled in, or fetches data. */
    SENDS,
    /** Leads into another file. */
    OTHER_FILE,
    /** Plays or shows something moving: sound, film, three dimensions, rich media. */
    MEDIA,
    /** Another file within that may be a program. */
    EMBEDS_PROGRAM,
    /** A form with a program of its own (XFA). */
    FORM_WITH_PROGRAM,
    /** Does something by itself when it is opened, printed, closed or touched, other than going to a page. */
    ACTS_BY_ITSELF
}
