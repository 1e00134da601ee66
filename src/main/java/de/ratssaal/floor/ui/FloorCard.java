package de.ratssaal.floor.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.floor.AskingForTheFloor;
import de.ratssaal.floor.FloorConduct;
import de.ratssaal.floor.Speeches;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The speakers' list on the screens of a running meeting. */
@Component
class FloorCard implements LiveCard {

    private static final int AMONG_THE_FIRST = 10;

    private final FloorConduct conduct;
    private final AskingForTheFloor asking;
    private final Speeches speeches;
    private final Access access;
    private final Clock clock;

    FloorCard(FloorConduct conduct, AskingForTheFloor asking, Speeches speeches, Access access, Clock clock) {
        this.conduct = conduct;
        this.asking = asking;
        this.speeches = speeches;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AMONG_THE_FIRST;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return Optional.of(
                switch (screen) {
                    case DESK -> new DeskFloor(meeting, conduct, act, clock);
                    case ROOM ->
                        new RoomFloor(
                                meeting,
                                asking,
                                speeches,
                                access.signedIn().map(SignedIn::person).orElse(null),
                                act,
                                clock);
                });
    }
}
