package de.ratssaal.urn;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may read of secret votes by device: those on public items of public meetings, and nothing else. */
@Service
@Transactional(readOnly = true)
public class PublicUrns {

    private static final String JOB = "urn";

    private final Urns urns;
    private final Polls polls;
    private final Meetings meetings;
    private final Access access;

    PublicUrns(Urns urns, Polls polls, Meetings meetings, Access access) {
        this.urns = urns;
        this.polls = polls;
        this.meetings = meetings;
        this.access = access;
    }

    /**
     * A secret vote whose result counts.
     *
     * @param poll with its question and result
     */
    public record Published(PollSummary poll, UrnSummary urn) {}

    /** None before the result, and none of a vote that is not public. */
    public Optional<Published> published(PollId id) {
        return asEverybody(() -> publicPoll(id)
                .flatMap(poll -> urns.find(id)
                        .filter(it -> it.state() == UrnState.SETTLED)
                        .map(it -> new Published(poll, it))));
    }

    /** The files with which it began, from the opening on: by them opened ballots are checked. */
    public Optional<ElectionSetup> setup(PollId id) {
        return asEverybody(() -> publicPoll(id)
                .flatMap(poll -> urns.find(id))
                .filter(it -> it.openingHead() != null)
                .map(it -> urns.setup(id)));
    }

    /** The record, under the same conditions as {@link #published}. */
    public Optional<byte[]> archive(PollId id) {
        return published(id).map(it -> asEverybody(() -> urns.archive(id)));
    }

    /** The strong proofs beside it. */
    public Optional<byte[]> strongProofs(PollId id) {
        return published(id).map(it -> asEverybody(() -> urns.strongProofs(id)));
    }

    private Optional<PollSummary> publicPoll(PollId id) {
        try {
            return Optional.of(polls.poll(id)).filter(this::isInPublic);
        } catch (NoSuchElementException unknown) {
            return Optional.empty();
        }
    }

    private boolean isInPublic(PollSummary poll) {
        var meeting = meetings.meeting(poll.meeting());
        return poll.isPublic()
                && meeting.convenedAt() != null
                && meetings.isInPublic(meeting)
                && !(meeting.doorsClosed() && poll.item().equals(meeting.currentItem()))
                && meetings.agenda(poll.meeting()).stream()
                        .anyMatch(it -> it.id().equals(poll.item()) && it.isPublic());
    }

    /** Asked by the application itself; what is not public is left out above. */
    private <T> T asEverybody(Supplier<T> question) {
        return access.asSystem(JOB, question);
    }
}
