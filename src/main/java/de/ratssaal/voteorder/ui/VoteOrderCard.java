package de.ratssaal.voteorder.ui;

import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voteorder.BlocVotes;
import de.ratssaal.voteorder.PollSheets;
import de.ratssaal.voteorder.VotesOnParts;
import de.ratssaal.voting.PollConduct;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The votes on the item before the meeting: at the desk with what comes next, in the room with how far it is. */
@Component
class VoteOrderCard implements LiveCard {

    private final VotesOnParts parts;
    private final BlocVotes blocs;
    private final AmendmentDecisions decisions;
    private final PollConduct conduct;
    private final PollSheets sheets;
    private final Access access;

    VoteOrderCard(
            VotesOnParts parts,
            BlocVotes blocs,
            AmendmentDecisions decisions,
            PollConduct conduct,
            PollSheets sheets,
            Access access) {
        this.parts = parts;
        this.blocs = blocs;
        this.decisions = decisions;
        this.conduct = conduct;
        this.sheets = sheets;
        this.access = access;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return Optional.of(
                switch (screen) {
                    case DESK -> new VotesAtDesk(parts, blocs, decisions, conduct, sheets, act);
                    case ROOM ->
                        new VotesInRoom(
                                blocs,
                                sheets,
                                access.signedIn().map(SignedIn::person).orElse(null),
                                act);
                });
    }
}
