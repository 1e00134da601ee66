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
import de.ratssaal.base.ui.SeatPlan;
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
import org.jspecify.annotations.Nullable;

/** The poll before the meeting: what is asked, who has voted, and, once it is closed, the result with every vote. */
class PollPanel extends Composite<Div> {

    private final Paragraph progress = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final SeatPlan seats;
    private final @Nullable PersonId me;

    /**
     * @param me the reader, whose own seat is marked
     * @param clock for the time that is left, if the chair announced an end
     */
    PollPanel(Board board, PollSummary poll, @Nullable PersonId me, Clock clock) {
        this.me = me;
        seats = new SeatPlan(getTranslation("chamber.poll.seats"), SeatPicture.votes(board, me));
        getContent().addClassName("rs-poll");
        getContent().add(new H3(poll.question().question()));
        var proposal = poll.question().proposal();
        if (proposal != null) {
            getContent().add(new ProposalText(ResolutionProposal.parse(proposal)));
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
        if (poll.mode() == BallotMode.SECRET && poll.state() == PollState.OPEN) {
            getContent()
                    .add(new Paragraph(getTranslation(
                            poll.byDevice() ? "chamber.poll.secret-by-device" : "chamber.poll.secret-text")));
            return;
        }
        if (poll.state() == PollState.OPEN) {
            if (poll.correctable()) {
                getContent().add(new Paragraph(getTranslation("chamber.poll.correctable")));
            }
            var hasPad = board.seats().stream()
                    .anyMatch(it -> it.mayVote() && it.caster().equals(me));
            VoteEnd.clock(this, poll, clock).filter(it -> !hasPad).ifPresent(getContent()::add);
            progress.addClassName("rs-progress-text");
            progress.getElement().setAttribute("role", "status");
            getContent().add(new Div(progress, bar), seats);
            showProgress(board);
        } else if (poll.state() == PollState.CLOSED) {
            getContent().add(result(poll));
            if (poll.mode() != BallotMode.SECRET) {
                getContent().add(seats);
            }
            var named = board.seats().stream().filter(Seat::hasVoted).toList();
            if (!named.isEmpty()) {
                getContent().add(byName(board, named));
            }
        }
    }

    /** Shows who has voted since, and leaves the rest as it stands. */
    void update(Board board) {
        showProgress(board);
        seats.show(SeatPicture.votes(board, me));
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
