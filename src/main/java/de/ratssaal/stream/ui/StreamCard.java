package de.ratssaal.stream.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.stream.Consents;
import de.ratssaal.stream.Streaming;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The stream on the desk, and each speaker's consent to it on their own device. */
@Component
class StreamCard implements LiveCard {

    private static final int BEFORE_SCREENS = 78;

    private final Streaming streaming;
    private final Consents consents;
    private final Access access;

    StreamCard(Streaming streaming, Consents consents, Access access) {
        this.streaming = streaming;
        this.consents = consents;
        this.access = access;
    }

    @Override
    public int order() {
        return BEFORE_SCREENS;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return access.signedIn().map(SignedIn::person).map(me -> switch (screen) {
            case DESK -> new DeskStream(meeting, streaming, consents, act);
            case ROOM -> new OwnConsent(consents, act);
        });
    }
}
