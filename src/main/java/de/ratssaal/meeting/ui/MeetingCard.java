package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.meeting.MeetingSummary;
import java.util.Optional;

/**
 * Something a module contributes to a meeting's page, between what is to be done next and the agenda. Implementations are
 * Spring beans; the page does not know them.
 */
public interface MeetingCard {

    /** Place among the cards, lower first. */
    int order();

    /** The card for whoever is signed in, who may see the meeting; nothing if there is nothing to say to them. */
    Optional<? extends Component> card(MeetingSummary meeting);
}
