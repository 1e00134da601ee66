package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.meeting.MeetingSummary;
import java.util.Optional;

/**
 * Something a module contributes to the page of a meeting's invitation, below the deliveries. Implementations are Spring
 * beans; the page does not know them. Who sees it convenes the meeting.
 */
public interface InvitationPart {

    /** Place among the parts, lower first. */
    int order();

    /**
     * The part; nothing if there is nothing to say.
     *
     * @param changed to be called after an act that the page should show
     */
    Optional<? extends Component> part(MeetingSummary meeting, Runnable changed);
}
