package de.ratssaal.chamber.ui;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.ProceduralMotions;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Motions on the procedure: moved by a member with one press, decided at the desk before everything else. */
@Component
class MotionsCard implements LiveCard {

    private final ProceduralMotions motions;
    private final PollConduct polls;
    private final Councils councils;
    private final Access access;

    MotionsCard(ProceduralMotions motions, PollConduct polls, Councils councils, Access access) {
        this.motions = motions;
        this.polls = polls;
        this.councils = councils;
        this.access = access;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return Optional.of(
                switch (screen) {
                    case DESK -> new MotionsAtDesk(motions, polls, councils, act);
                    case ROOM ->
                        new MotionsInRoom(
                                motions, access.signedIn().map(SignedIn::person).orElse(null), act);
                });
    }
}
