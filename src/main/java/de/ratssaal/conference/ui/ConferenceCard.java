package de.ratssaal.conference.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conference.ConferenceConduct;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The conference on the screens of a running meeting. */
@Component
class ConferenceCard implements LiveCard {

    private static final int AFTER_DISTURBANCES = 2;

    private final ConferenceConduct conduct;
    private final Meetings meetings;
    private final Access access;

    ConferenceCard(ConferenceConduct conduct, Meetings meetings, Access access) {
        this.conduct = conduct;
        this.meetings = meetings;
        this.access = access;
    }

    @Override
    public int order() {
        return AFTER_DISTURBANCES;
    }

    @Override
    public boolean isStage() {
        return true;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return access.signedIn().map(SignedIn::person).map(me -> {
            var pad = new OwnConference(meeting, me, meetings.mayConduct(meeting));
            return switch (screen) {
                case DESK -> new DeskConference(meeting, pad, conduct, act);
                case ROOM -> pad;
            };
        });
    }
}
