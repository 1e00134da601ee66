package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollSummary;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a member votes: one pad for their own vote and one for each that they carry, so that they may vote differently. A pad stays in
 * place until the poll is over, whatever else changes around it.
 */
class Ballots extends Composite<Div> {

    private final @Nullable PersonId me;
    private final transient Clock clock;
    private final Div padClock = new Div();
    private final transient Map<PersonId, Ballot> ballots = new HashMap<>();
    private @Nullable PollId shown;
    private @Nullable Instant end;

    Ballots(@Nullable PersonId me, Clock clock) {
        this.me = me;
        this.clock = clock;
        getContent().addClassName("rs-ballot");
    }

    /** Another meeting is shown. */
    void begin() {
        shown = null;
        clear();
    }

    void show(Board board) {
        var mine = board.seats().stream().filter(this::isMine).toList();
        var poll = board.openPoll().filter(it -> !mine.isEmpty());
        if (poll.isEmpty()) {
            begin();
            return;
        }
        if (!poll.get().id().equals(shown)) {
            clear();
            shown = poll.get().id();
            getContent()
                    .add(
                            new H2(getTranslation("chamber.vote.title")),
                            new Paragraph(poll.get().question().question()),
                            padClock);
        }
        showPads(poll.get(), mine);
        showEnd(poll.get());
    }

    private boolean isMine(Seat seat) {
        return me != null && seat.mayVote() && me.equals(seat.caster());
    }

    private void showPads(PollSummary poll, List<Seat> mine) {
        var voters = mine.stream().map(it -> it.member().person()).toList();
        ballots.entrySet().removeIf(it -> {
            if (!voters.contains(it.getKey())) {
                it.getValue().removeFromParent();
                return true;
            }
            return false;
        });
        mine.stream()
                .filter(it -> it.member().person().equals(me))
                .forEach(it -> ballots.computeIfAbsent(it.member().person(), voter -> own(poll, it)));
        mine.stream()
                .filter(it -> !it.member().person().equals(me))
                .forEach(it -> ballots.computeIfAbsent(it.member().person(), voter -> carried(poll, it)));
    }

    private Ballot own(PollSummary poll, Seat seat) {
        var ballot = new Ballot(new VotePad(poll, Objects.requireNonNull(me), clock));
        if (seat.weight() > 1) {
            ballot.addComponentAsFirst(new Paragraph(getTranslation("chamber.vote.weight", seat.weight())));
        }
        ballot.pad.endsAt(end);
        getContent().addComponentAtIndex(getContent().indexOf(padClock) + 1, ballot);
        return ballot;
    }

    private Ballot carried(PollSummary poll, Seat seat) {
        var name = seat.member().name();
        var ballot = new Ballot(new VotePad(poll, Objects.requireNonNull(me), seat.member(), clock));
        ballot.addClassName("rs-ballot-for");
        if (seat.weight() > 1) {
            ballot.addComponentAsFirst(new Paragraph(getTranslation("chamber.vote.weight-for", seat.weight())));
        }
        ballot.addComponentAsFirst(new H3(getTranslation("chamber.vote.for", name)));
        ballot.pad.endsAt(end);
        getContent().add(ballot);
        return ballot;
    }

    private void showEnd(PollSummary poll) {
        if (!Objects.equals(poll.endsAt(), end)) {
            end = poll.endsAt();
            ballots.values().forEach(it -> it.pad.endsAt(end));
            padClock.removeAll();
            VoteEnd.clock(this, poll, clock).ifPresent(padClock::add);
        }
    }

    private void clear() {
        getContent().removeAll();
        ballots.clear();
        padClock.removeAll();
        end = null;
    }

    private static final class Ballot extends Div {

        private final VotePad pad;

        Ballot(VotePad pad) {
            super(pad);
            this.pad = pad;
            addClassName("rs-ballot-one");
        }
    }
}
