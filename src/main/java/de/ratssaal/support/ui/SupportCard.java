package de.ratssaal.support.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.support.Supporting;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Who stands behind what is moved: pressed by members, counted at the desk. */
@Component
class SupportCard implements LiveCard {

    private static final int AFTER_MOTIONS = 35;

    private final Supporting supporting;
    private final Access access;

    SupportCard(Supporting supporting, Access access) {
        this.supporting = supporting;
        this.access = access;
    }

    @Override
    public int order() {
        return AFTER_MOTIONS;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return Optional.of(
                switch (screen) {
                    case DESK -> new SupportAtDesk(meeting, supporting, act);
                    case ROOM ->
                        new SupportInRoom(
                                meeting, access.signedIn().map(SignedIn::person).orElse(null), supporting, act);
                });
    }
}
