package de.ratssaal.conflict.ui;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conflict.OwnInterests;
import de.ratssaal.conflict.PossibleConflicts;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** On a member's own device: what a paper names that is near to them. Nobody else has this card. */
@Component
class ConflictCard implements LiveCard {

    private final PossibleConflicts conflicts;
    private final OwnInterests interests;
    private final AttendanceRegister attendance;
    private final Access access;

    ConflictCard(PossibleConflicts conflicts, OwnInterests interests, AttendanceRegister attendance, Access access) {
        this.conflicts = conflicts;
        this.interests = interests;
        this.attendance = attendance;
        this.access = access;
    }

    /** Before all others: it is to be known before somebody speaks. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return screen == Screen.DESK
                ? Optional.empty()
                : access.signedIn()
                        .map(SignedIn::person)
                        .map(me -> new ConflictsInRoom(meeting, me, conflicts, interests, attendance, act));
    }
}
