package de.ratssaal.disturbance.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.disturbance.ReportingDisturbances;
import de.ratssaal.disturbance.SettlingDisturbances;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Disturbances on the screens of a running meeting, before everything else. */
@Component
class DisturbanceCard implements LiveCard {

    private static final int FIRST = 1;

    private final ReportingDisturbances reporting;
    private final SettlingDisturbances settling;
    private final Access access;

    DisturbanceCard(ReportingDisturbances reporting, SettlingDisturbances settling, Access access) {
        this.reporting = reporting;
        this.settling = settling;
        this.access = access;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return Optional.of(
                switch (screen) {
                    case DESK -> new DeskDisturbances(meeting, reporting, settling, act);
                    case ROOM ->
                        new RoomDisturbances(
                                meeting,
                                reporting,
                                access.signedIn().map(SignedIn::person).orElse(null),
                                act);
                });
    }
}
