package de.ratssaal.display.ui;

import de.ratssaal.attendance.RoomCheckIn;
import de.ratssaal.attendance.RoomCodes;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.display.ScreenControl;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The screens of the hall on the desk, and the room's code on a member's device. */
@Component
class ScreensCard implements LiveCard {

    private static final int AMONG_THE_LAST = 80;

    private final ScreenControl control;
    private final RoomCodes codes;
    private final RoomCheckIn checkIn;
    private final RatssaalProperties settings;
    private final Access access;
    private final Clock clock;

    ScreensCard(
            ScreenControl control,
            RoomCodes codes,
            RoomCheckIn checkIn,
            RatssaalProperties settings,
            Access access,
            Clock clock) {
        this.control = control;
        this.codes = codes;
        this.checkIn = checkIn;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AMONG_THE_LAST;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return switch (screen) {
            case DESK -> Optional.of(new DeskScreens(meeting, control, codes, settings.publicUrl(), act, clock));
            case ROOM -> access.signedIn().map(SignedIn::person).map(me -> new CodeInRoom(meeting, checkIn, me, act));
        };
    }
}
