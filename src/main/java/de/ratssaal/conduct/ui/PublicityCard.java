package de.ratssaal.conduct.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.DecidingPublicity;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Who may follow the item before the meeting. */
@Component
class PublicityCard implements LiveCard {

    private static final int EARLY = 5;

    private final DecidingPublicity publicity;

    PublicityCard(DecidingPublicity publicity) {
        this.publicity = publicity;
    }

    @Override
    public int order() {
        return EARLY;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return Optional.of(
                switch (screen) {
                    case DESK -> new DeskPublicity(meeting, publicity, act);
                    case ROOM -> new RoomPublicity();
                });
    }
}
