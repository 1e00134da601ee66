package de.ratssaal.urn;

import de.ratssaal.ballot.Question;
import de.ratssaal.base.Messages;
import de.ratssaal.election.RoundBallot;
import de.ratssaal.election.RoundState;
import de.ratssaal.election.RoundsByDevice;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Rounds of elections: one of several, up to as many as there are seats, or the only candidate and no; blank in any case. Each round,
 * a run-off as well, is an election of its own, with credentials of its own.
 */
@Component
class DecidedRounds implements Deciding {

    private static final Locale LANGUAGE = Locale.GERMAN;

    private final RoundsByDevice rounds;
    private final Messages messages;

    DecidedRounds(RoundsByDevice rounds, Messages messages) {
        this.rounds = rounds;
        this.messages = messages;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.ROUND;
    }

    @Override
    public Matter matter(SecretPollId id) {
        var ballot = rounds.ballot(id.round());
        return matter(ballot, rounds.doRecusedElect(ballot.election().meeting()));
    }

    @Override
    public List<Matter> of(MeetingId meeting) {
        var recusedElect = rounds.doRecusedElect(meeting);
        return rounds.of(meeting).stream().map(it -> matter(it, recusedElect)).toList();
    }

    private Matter matter(RoundBallot ballot, boolean doRecusedElect) {
        var election = ballot.election();
        var round = ballot.round();
        return new Matter(
                SecretPollId.of(round.id()),
                MatterKind.ROUND,
                election.meeting(),
                election.item(),
                election.office() + ", " + messages.text(LANGUAGE, "election.round." + round.kind(), round.number()),
                election.isPublic(),
                doRecusedElect,
                ballot.isToCome(),
                round.state() == RoundState.SETTLED);
    }

    @Override
    public void requireReady(Matter matter) {
        rounds.requireReady(matter.id().round());
    }

    @Override
    public Question question(Matter matter) {
        var ballot = rounds.ballot(matter.id().round());
        var answers = new ArrayList<>(ballot.names());
        if (ballot.asksForNo()) {
            answers.add(messages.text(LANGUAGE, "urn.answer.no"));
        }
        return Question.upTo(ballot.most(), matter.title(), answers);
    }

    @Override
    public List<PersonId> voters(Matter matter) {
        return rounds.voters(matter.meeting(), matter.item());
    }

    @Override
    public void requireVoter(Urn urn, PersonId person) {
        rounds.requireVoter(urn.meeting(), urn.item(), person);
    }

    @Override
    public void open(Matter matter) {
        rounds.open(matter.id().round());
    }

    @Override
    public void shut(Matter matter, int voters) {
        rounds.shut(matter.id().round(), voters);
    }

    /** Blank ballots come first, as in the record; no comes last, if there is only one candidate. */
    @Override
    public void settle(Urn urn) {
        var id = urn.poll().round();
        var ballot = rounds.ballot(id);
        var counts = urn.counts();
        var candidates = ballot.names().size();
        rounds.settle(
                id,
                ballot.sheet(
                        Objects.requireNonNull(urn.ballots()),
                        counts.getFirst(),
                        ballot.asksForNo() ? counts.getLast() : 0,
                        counts.subList(1, 1 + candidates)));
    }
}
