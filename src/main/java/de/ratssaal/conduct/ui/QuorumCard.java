package de.ratssaal.conduct.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.DoubtingQuorum;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Doubts about the quorum, on the screens of a running meeting. */
@Component
class QuorumCard implements LiveCard {

    private static final int AFTER_THE_FLOOR = 30;

    private final DoubtingQuorum doubting;
    private final Access access;

    QuorumCard(DoubtingQuorum doubting, Access access) {
        this.doubting = doubting;
        this.access = access;
    }

    @Override
    public int order() {
        return AFTER_THE_FLOOR;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        var me = access.signedIn().map(SignedIn::person).orElse(null);
        return Optional.of(
                switch (screen) {
                    case DESK -> new DeskQuorum(meeting, doubting, act);
                    case ROOM -> new RoomQuorum(meeting, doubting, me, act);
                });
    }
}
