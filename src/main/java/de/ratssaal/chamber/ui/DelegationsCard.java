package de.ratssaal.chamber.ui;

import de.ratssaal.attendance.Delegating;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Votes that absent members leave to others: by the member on their own device, or at the desk from what the member wrote. */
@Component
class DelegationsCard implements LiveCard {

    private final Delegating delegating;
    private final Access access;

    DelegationsCard(Delegating delegating, Access access) {
        this.delegating = delegating;
        this.access = access;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return switch (screen) {
            case DESK -> Optional.of(new DelegationsAtDesk(delegating, meeting, act));
            case ROOM ->
                access.signedIn().map(SignedIn::person).map(me -> new DelegationsInRoom(delegating, meeting, me, act));
        };
    }
}
