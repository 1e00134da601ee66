package de.ratssaal.conduct.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.DecidingRecusal;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A recusal that is in dispute; decided at the desk. */
@Component
class RecusalCard implements LiveCard {

    private static final int AFTER_SUPPORT = 40;

    private final DecidingRecusal deciding;

    RecusalCard(DecidingRecusal deciding) {
        this.deciding = deciding;
    }

    @Override
    public int order() {
        return AFTER_SUPPORT;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return switch (screen) {
            case DESK -> Optional.of(new DeskRecusal(meeting, deciding, act));
            case ROOM -> Optional.empty();
        };
    }
}
