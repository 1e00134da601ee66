package de.ratssaal.display;

import de.ratssaal.attendance.RoomCodes;
import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The screens in the shared picture of a meeting. */
@Component
class ScreensOnBoard implements BoardPart<Displays> {

    private final ScreenRows rows;
    private final RoomCodes codes;
    private final Clock clock;

    ScreensOnBoard(ScreenRows rows, RoomCodes codes, Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public Class<Displays> type() {
        return Displays.class;
    }

    @Override
    public Displays read(MeetingSummary meeting) {
        var now = clock.instant();
        var screens =
                rows.of(meeting.id()).stream().map(it -> it.withoutPast(now)).toList();
        return new Displays(
                screens,
                screens.stream()
                        .map(it -> it.showing().until())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                codes.current(meeting.id()).orElse(null));
    }

    @Override
    public Displays without(Displays whole, Predicate<AgendaItemId> mayKnow) {
        return whole.forEverybody();
    }
}
