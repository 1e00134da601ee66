package de.ratssaal.reader;

import de.ratssaal.meeting.MeetingId;
import java.util.UUID;

/** Addresses in the reader. What is shown there stands behind the hash: the page itself is the same for everybody. */
public final class ReaderLinks {

    /** The page. */
    public static final String PAGE = "/read";

    private ReaderLinks() {}

    /** All documents of a meeting. An absolute address. */
    public static String meeting(MeetingId meeting) {
        return PAGE + "#meeting=" + meeting;
    }

    /**
     * One document of a meeting. An absolute address.
     *
     * @param document identifier of the file, or of the paper whose wording it is
     */
    public static String document(MeetingId meeting, UUID document) {
        return meeting(meeting) + "&document=" + document;
    }
}
