package de.ratssaal.voteorder;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds the votes on the item before the meeting, taken and to come, to the shared picture. */
@Component
class VoteOrderOnBoard implements BoardPart<VoteOrder> {

    private static final int MOST = 1_000;

    private final VotesInOrder order;
    private final Polls polls;
    private final Blocs blocs;

    /** How each voted in a poll that is closed never changes. */
    private final Map<PollId, TakenVote> taken = new ConcurrentHashMap<>();

    /** While a vote runs neither the wording nor what was decided on it can change: votes that come in do not ask for it anew. */
    private final Map<MeetingId, During> during = new ConcurrentHashMap<>();

    VoteOrderOnBoard(VotesInOrder order, Polls polls, Blocs blocs) {
        this.order = order;
        this.polls = polls;
        this.blocs = blocs;
    }

    private record During(PollId poll, VoteOrder order) {}

    @Override
    public Class<VoteOrder> type() {
        return VoteOrder.class;
    }

    @Override
    public VoteOrder read(MeetingSummary meeting) {
        var item = meeting.currentItem();
        if (item == null) {
            during.remove(meeting.id());
            return VoteOrder.NONE;
        }
        var all = polls.of(meeting.id()).stream()
                .filter(it -> it.item().equals(item))
                .toList();
        var open = all.stream()
                .filter(it -> it.state() == PollState.OPEN)
                .findFirst()
                .orElse(null);
        return order(meeting.id(), item, open)
                .with(
                        all.stream()
                                // a vote on several items is shown with what was recorded of it
                                .filter(it -> it.state() == PollState.CLOSED && it.purpose() != PollPurpose.TOGETHER)
                                .map(this::taken)
                                .toList(),
                        open == null ? List.of() : polls.handsByGroup(open.id()),
                        blocs.current(meeting.id())
                                .filter(it -> it.lead().equals(item))
                                .orElse(null));
    }

    private VoteOrder order(MeetingId meeting, AgendaItemId item, @Nullable PollSummary open) {
        if (open == null) {
            during.remove(meeting);
            return order.of(meeting, item);
        }
        var kept = during.get(meeting);
        if (kept == null || !kept.poll().equals(open.id())) {
            kept = new During(open.id(), order.of(meeting, item));
            during.put(meeting, kept);
        }
        return kept.order();
    }

    private TakenVote taken(PollSummary poll) {
        var known = taken.get(poll.id());
        if (known != null && known.poll().equals(poll)) {
            return known;
        }
        var now = new TakenVote(poll, polls.byGroup(poll.id()), polls.votes(poll.id()));
        if (taken.size() >= MOST) {
            taken.clear();
        }
        taken.put(poll.id(), now);
        return now;
    }

    @Override
    public VoteOrder without(VoteOrder whole, Predicate<AgendaItemId> mayKnow) {
        return whole.item() == null || !mayKnow.test(whole.item()) ? VoteOrder.NONE : whole.publicPart(mayKnow);
    }
}
