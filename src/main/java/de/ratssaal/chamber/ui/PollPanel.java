package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import de.ratssaal.base.ui.SameForAll;
import de.ratssaal.base.ui.SeatPlan;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.VoteBar;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.PersonId;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.ui.ProposalText;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.VoteMarks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The poll before the meeting: what is asked, who has voted, and, once it is closed, the result with every vote. What is asked stays
 * as it stands while the poll goes on and ends.
 */
class PollPanel extends Composite<Div> {

    private final Paragraph progress = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Section course = new Section("rs-poll-course");
    private final SeatPlan seats;
    private final Section byName = new Section("rs-poll-names");
    private final @Nullable PersonId me;
    private final transient Clock clock;

    /**
     * @param me the reader, whose own seat is marked
     * @param clock for the time that is left, if the chair announced an end
     */
    PollPanel(Board board, PollSummary poll, @Nullable PersonId me, Clock clock) {
        this.me = me;
        this.clock = clock;
        seats = new SeatPlan(getTranslation("chamber.poll.seats"), SeatPicture.votes(board, me));
        progress.addClassName("rs-progress-text");
        progress.getElement().setAttribute("role", "status");
        getContent().addClassName("rs-poll");
        getContent().add(new H3(poll.question().question()));
        var proposal = poll.question().proposal();
        if (proposal != null) {
            getContent()
                    .add(new SameForAll(
                            "proposal", List.of(proposal), () -> new ProposalText(ResolutionProposal.parse(proposal))));
        } else if (!poll.question().wording().isEmpty()) {
            var wording = new Pre(poll.question().wording());
            wording.addClassName("rs-wording");
            getContent().add(wording);
        }
        var needed = new Paragraph(getTranslation(
                "chamber.poll.needed", getTranslation("organization.rules.majority." + poll.majority())));
        needed.addClassName("rs-poll-needed");
        getContent().add(needed);
        if (poll.mode() != BallotMode.OPEN) {
            getContent()
                    .add(new StatusBadge(
                            Tone.INFO,
                            poll.mode() == BallotMode.SECRET ? Symbol.LOCK : Symbol.VOTE,
                            getTranslation("chamber.poll.mode." + poll.mode())));
        }
        getContent().add(course, seats, byName);
        update(board, poll);
    }

    /** Shows how far it is, and leaves the rest as it stands. */
    void update(Board board, PollSummary poll) {
        var isOpen = poll.state() == PollState.OPEN;
        var isClosed = poll.state() == PollState.CLOSED;
        var isSecret = poll.mode() == BallotMode.SECRET;
        course.setVisible(isOpen || isClosed);
        seats.setVisible((isOpen || isClosed) && !isSecret);
        if (isOpen) {
            var hasPad = board.seats().stream()
                    .anyMatch(it -> it.mayVote() && it.caster().equals(me));
            course.show(
                    List.of(poll.correctable(), hasPad, Optional.ofNullable(poll.endsAt())),
                    () -> isSecret ? secret(poll) : voting(poll, hasPad));
            showProgress(board);
        } else if (isClosed) {
            course.show(List.of(poll), () -> new SameForAll("result", List.of(poll), () -> result(poll)));
        }
        if (seats.isVisible()) {
            seats.show(SeatPicture.votes(board, me));
        }
        var named = isClosed ? board.seats().stream().filter(Seat::hasVoted).toList() : List.<Seat>of();
        byName.setVisible(!named.isEmpty());
        byName.show(List.of(named.isEmpty()), () -> named.isEmpty() ? new Div() : byName(board, named));
    }

    private Component secret(PollSummary poll) {
        return new Paragraph(
                getTranslation(poll.byDevice() ? "chamber.poll.secret-by-device" : "chamber.poll.secret-text"));
    }

    private Component voting(PollSummary poll, boolean hasPad) {
        var voting = new Div();
        if (poll.correctable()) {
            voting.add(new Paragraph(getTranslation("chamber.poll.correctable")));
        }
        VoteEnd.clock(this, poll, clock).filter(it -> !hasPad).ifPresent(voting::add);
        voting.add(new Div(progress, bar));
        return voting;
    }

    private void showProgress(Board board) {
        var voted = board.countVoted();
        var all = Math.max(voted, board.countMayVote());
        progress.setText(getTranslation(
                board.isByHands() ? "chamber.poll.progress" : "chamber.poll.progress-votes", voted, all));
        bar.setMax(Math.max(1, all));
        bar.setValue(voted);
        bar.getElement().setAttribute("aria-label", progress.getText());
    }

    private Component result(PollSummary poll) {
        var tally = poll.tally();
        var outcome = new Paragraph(
                poll.outcome() != null && poll.outcome().isAdopted() ? Symbol.YES.create() : Symbol.NO.create(),
                new Span(getTranslation("voting.outcome." + poll.outcome())));
        outcome.addClassName("rs-outcome");
        var counts = new Paragraph(
                getTranslation("voting.result", tally.yes(), tally.no(), tally.abstentions(), poll.recused()));
        counts.addClassName("rs-counts");
        var picture = new VoteBar(new VoteBar.Votes(tally.yes(), tally.no(), tally.abstentions(), 0, poll.recused()));
        var result = new Div(outcome, counts, picture);
        if (poll.invalid() > 0) {
            result.add(new Paragraph(getTranslation("voting.result.invalid", poll.invalid())));
        }
        if (poll.isDecidedByChair()) {
            result.add(new Paragraph(getTranslation("voting.casting-vote")));
        }
        result.addClassNames(
                "rs-result",
                poll.outcome() != null && poll.outcome().isAdopted() ? "rs-result-adopted" : "rs-result-rejected");
        result.getElement().setAttribute("role", "status");
        return result;
    }

    /** A list as long as this is made only for somebody who opens it, not on every screen of the meeting. */
    private Component byName(Board board, List<Seat> seats) {
        var details = new Details(getTranslation("chamber.poll.by-name"));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(names(board, seats));
            }
        });
        return details;
    }

    private Component names(Board board, List<Seat> seats) {
        var list = new UnorderedList();
        list.addClassName("rs-voters");
        seats.forEach(seat -> {
            var entry = new ListItem(symbol(seat).create(), new Span(name(board, seat)));
            entry.addClassName(seat.hasVoted() ? "rs-voted" : "rs-not-voted");
            entry.add(hidden(seat));
            if (seat.enteredFor()) {
                var entered = new Span(
                        getTranslation(seat.isCorrected() ? "chamber.poll.entered-corrected" : "chamber.poll.entered"));
                entered.addClassName("rs-muted");
                entry.add(entered);
            }
            list.add(entry);
        });
        return list;
    }

    private String name(Board board, Seat seat) {
        var caster = seat.castBy() == null
                ? null
                : board.seatOf(seat.castBy()).map(it -> it.member().name()).orElse(null);
        return VoteMarks.of(seat.member().name(), seat.weight(), caster, this::getTranslation);
    }

    private static Symbol symbol(Seat seat) {
        Choice choice = seat.choice();
        if (choice == null) {
            return seat.hasVoted() ? Symbol.CHECK : Symbol.WAITING;
        }
        return switch (choice) {
            case YES -> Symbol.YES;
            case NO -> Symbol.NO;
            case ABSTENTION -> Symbol.ABSTAIN;
        };
    }

    private Span hidden(Seat seat) {
        var choice = seat.choice();
        var words = new Span(
                choice != null
                        ? getTranslation("voting.choice." + choice)
                        : getTranslation(seat.hasVoted() ? "chamber.poll.has-voted" : "chamber.poll.has-not-voted"));
        words.addClassName(choice == null ? "rs-visually-hidden" : "rs-choice");
        return words;
    }
}
