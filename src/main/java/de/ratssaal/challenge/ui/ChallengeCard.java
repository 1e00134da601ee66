package de.ratssaal.challenge.ui;

import de.ratssaal.challenge.ChallengingVotes;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Challenges of votes: raised by a member on their device, decided at the desk, seen by everybody. */
@Component
class ChallengeCard implements LiveCard {

    private static final int BELOW_THE_VOTES = 15;

    private final ChallengingVotes challenges;
    private final Access access;

    ChallengeCard(ChallengingVotes challenges, Access access) {
        this.challenges = challenges;
        this.access = access;
    }

    @Override
    public int order() {
        return BELOW_THE_VOTES;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        var me = access.signedIn().map(SignedIn::person).orElse(null);
        return Optional.of(
                switch (screen) {
                    case DESK -> new DeskChallenges(challenges, act);
                    case ROOM -> new RoomChallenges(challenges, me, act);
                });
    }
}
