package de.ratssaal.publication.portal;

import de.ratssaal.publication.PublicMeeting;
import java.util.List;

/** What another module has of a meeting for the public, on pages of its own. Implementations are Spring beans. */
public interface MoreOfMeeting {

    /**
     * A link on the meeting's page.
     *
     * @param path below the portal, without the language's part
     * @param title key of its text
     */
    record Link(String path, String title) {}

    /** Asked each time the meeting's page is. */
    List<Link> of(PublicMeeting meeting);
}
