package de.ratssaal.urn.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.urn.UrnConduct;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Secret votes by device on the desk of the chair and on the devices of members and gallery. */
@Component
class UrnCard implements LiveCard {

    private final UrnConduct conduct;
    private final Access access;

    UrnCard(UrnConduct conduct, Access access) {
        this.conduct = conduct;
        this.access = access;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return Optional.of(
                switch (screen) {
                    case DESK -> new DeskUrn(conduct, act);
                    case ROOM ->
                        new RoomUrn(access.signedIn().map(SignedIn::person).orElse(null));
                });
    }
}
