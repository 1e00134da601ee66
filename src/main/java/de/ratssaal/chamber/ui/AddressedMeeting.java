package de.ratssaal.chamber.ui;

import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.NotFoundException;
import de.ratssaal.meeting.MeetingId;
import java.util.UUID;

/** The meeting that a view's address names. */
final class AddressedMeeting {

    static final String PARAMETER = "meeting";

    private AddressedMeeting() {}

    static MeetingId of(BeforeEvent event) {
        var text = event.getRouteParameters().get(PARAMETER).orElse("");
        try {
            return new MeetingId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(text);
        }
    }
}
