package de.ratssaal.message.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.message.DeskMessages;
import de.ratssaal.message.OwnMessages;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Messages on the screens of a running meeting: all of the desk's at the desk, one's own on a member's device. */
@Component
class MessageCard implements LiveCard {

    private static final int AFTER_THE_FLOOR = 20;

    private final DeskMessages desk;
    private final OwnMessages own;
    private final Access access;

    MessageCard(DeskMessages desk, OwnMessages own, Access access) {
        this.desk = desk;
        this.own = own;
        this.access = access;
    }

    @Override
    public int order() {
        return AFTER_THE_FLOOR;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return switch (screen) {
            case DESK -> Optional.of(new MessagesAtDesk(meeting, desk, act));
            case ROOM -> access.signedIn().map(SignedIn::person).map(me -> new MessagesInRoom(meeting, me, own, act));
        };
    }
}
