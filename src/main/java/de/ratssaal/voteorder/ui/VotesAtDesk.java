package de.ratssaal.voteorder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.voteorder.Bloc;
import de.ratssaal.voteorder.BlocId;
import de.ratssaal.voteorder.BlocVotes;
import de.ratssaal.voteorder.PollSheets;
import de.ratssaal.voteorder.TakenVote;
import de.ratssaal.voteorder.VoteOrder;
import de.ratssaal.voteorder.VoteStep;
import de.ratssaal.voteorder.VotesOnParts;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The guide through the votes on an item: what comes next as the largest button, what is done with its result. */
final class VotesAtDesk implements LiveCard.Shown {

    private final VotesOnParts parts;
    private final BlocVotes blocs;
    private final AmendmentDecisions decisions;
    private final PollConduct conduct;
    private final PollSheets sheets;
    private final Consumer<Runnable> act;
    private final Div whole = new Div();
    private final Section guide = new Section("rs-vote-order");
    private final HandCounts hands;

    VotesAtDesk(
            VotesOnParts parts,
            BlocVotes blocs,
            AmendmentDecisions decisions,
            PollConduct conduct,
            PollSheets sheets,
            Consumer<Runnable> act) {
        this.parts = parts;
        this.blocs = blocs;
        this.decisions = decisions;
        this.conduct = conduct;
        this.sheets = sheets;
        this.act = act;
        this.hands = new HandCounts((poll, counts) -> act.accept(() -> this.conduct.enterCounts(poll, counts)));
        var counting = new Div(hands.component());
        counting.addClassName("rs-vote-order");
        whole.add(counting, guide);
        whole.addClassName("rs-votes-at-desk");
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var order = board.part(VoteOrder.class).orElse(null);
        var item = board.currentItem().map(it -> it.id()).orElse(null);
        var isRunning = board.meeting().state() == MeetingState.OPEN;
        if (order != null && item != null && isShown(board, order)) {
            var isVoting = board.openPoll().isPresent();
            guide.setVisible(true);
            guide.show(
                    List.of(order, isRunning, isVoting, board.seats().size(), BlocPart.candidates(board)),
                    () -> guide(board, order, item, isRunning && !isVoting));
        } else {
            guide.setVisible(false);
        }
        var counted = board.openPoll()
                .filter(it -> it.mode() == BallotMode.OPEN && board.meeting().mode() != MeetingMode.DIGITAL);
        // what was counted while each hand was a vote has to be taken away before the vote is closed
        var isCounted = counted.filter(it -> it.counted().total() > 0).isPresent();
        hands.component().setVisible(counted.isPresent() && order != null && (board.isByHands() || isCounted));
        if (order != null) {
            counted.ifPresent(it -> hands.show(board, it.id(), order.hands()));
        }
    }

    /** What is voted on by itself goes before the whole; motions on the procedure say it themselves. */
    @Override
    public Optional<String> goesFirst(Board board) {
        var order = board.part(VoteOrder.class);
        if (order.map(VoteOrder::bloc).isPresent()) {
            return Optional.of(whole.getTranslation("voteorder.bloc.first"));
        }
        return order.flatMap(VoteOrder::next)
                .filter(it -> !(it instanceof VoteStep.Motion) && !(it instanceof VoteStep.Whole))
                .map(it -> whole.getTranslation("voteorder.first", VoteSteps.title(whole, it)));
    }

    private static boolean isShown(Board board, VoteOrder order) {
        return VoteSteps.isShown(order)
                || order.separation() != VoteOrder.Separation.IMPOSSIBLE
                || order.bloc() != null
                || mayBePutTogether(board, order);
    }

    private static boolean mayBePutTogether(Board board, VoteOrder order) {
        return order.bloc() == null
                && board.meeting().state() == MeetingState.OPEN
                && board.currentItem().filter(AgendaItemSummary::isPublic).isPresent()
                && order.next().filter(VoteStep.Whole.class::isInstance).isPresent()
                && !BlocPart.candidates(board).isEmpty();
    }

    private Component guide(Board board, VoteOrder order, AgendaItemId item, boolean mayAct) {
        var card = new Card(whole.getTranslation("voteorder.title"));
        card.add(VoteSteps.of(order, it -> mayAct ? tools(item, it) : new Div()));
        var bloc = order.bloc();
        if (bloc != null) {
            card.add(together(board, bloc, mayAct));
        }
        var more = new Div();
        more.addClassName("rs-actions");
        if (mayAct) {
            addMore(board, order, item, more);
        }
        card.add(more, TakenVotes.of(board, order, sheets, it -> mayAct ? again(it) : new Div()));
        return card;
    }

    private Component together(Board board, Bloc bloc, boolean mayAct) {
        var meeting = board.meeting().id();
        var part = new Div(BlocPart.of(
                whole,
                board,
                bloc,
                it -> mayAct
                        ? BlocPart.small(
                                whole,
                                "voteorder.bloc.take-out",
                                Symbol.CLOSE,
                                () -> act.accept(() -> blocs.takeOut(meeting, it.item())))
                        : new Span()));
        if (mayAct) {
            var actions = new Div(
                    large(
                            whole.getTranslation(
                                    "voteorder.bloc.open", bloc.together().size()),
                            () -> act.accept(() -> blocs.open(meeting))),
                    small("voteorder.bloc.dissolve", Symbol.UNDO, () -> act.accept(() -> blocs.dissolve(meeting))));
            actions.addClassName("rs-actions");
            part.add(actions);
        }
        return part;
    }

    private void addMore(Board board, VoteOrder order, AgendaItemId item, Div more) {
        if (mayBePutTogether(board, order)) {
            var id = BlocId.next();
            more.add(small(
                    "voteorder.bloc.propose",
                    Symbol.GROUP,
                    () -> BlocPart.ask(
                            BlocPart.candidates(board),
                            chosen -> act.accept(
                                    () -> blocs.propose(id, board.meeting().id(), chosen)))));
        }
        var open = order.openAmendments();
        if (open.size() > 1) {
            more.add(small(
                    "voteorder.reorder",
                    Symbol.DRAG,
                    () -> ReorderDialog.ask(
                            open, (wanted, reason) -> act.accept(() -> parts.rearrange(item, wanted, reason)))));
        }
        switch (order.separation()) {
            case POSSIBLE ->
                more.add(small("voteorder.separate", Symbol.AGENDA, () -> act.accept(() -> parts.separate(item))));
            case CHOSEN ->
                more.add(small("voteorder.join", Symbol.UNDO, () -> act.accept(() -> parts.joinAgain(item))));
            case BEGUN, IMPOSSIBLE -> {}
        }
        if (order.steps().stream().anyMatch(VoteStep.OfAmendment.class::isInstance)) {
            more.add(new Anchor(AmendmentLinks.item(item), whole.getTranslation("voteorder.amendments")));
        }
    }

    private Component tools(AgendaItemId item, VoteStep step) {
        var tools = new Div();
        tools.addClassName("rs-actions");
        switch (step) {
            case VoteStep.OfAmendment it -> {
                tools.add(large(
                        whole.getTranslation(
                                "voteorder.put-amendment", it.row().amendment().number()),
                        () -> act.accept(() -> parts.putToVote(item, it.id()))));
                if (it.settledBy() != null) {
                    tools.add(small(
                            "voteorder.settled",
                            Symbol.CHECK,
                            () -> act.accept(() -> decisions.decide(it.id(), item, AmendmentOutcome.SETTLED))));
                }
            }
            case VoteStep.OfPoint it ->
                tools.add(large(
                        whole.getTranslation("voteorder.put-point", it.point().label()),
                        () -> act.accept(() -> parts.putPointToVote(item, it.number()))));
            case VoteStep.Merging it ->
                tools.add(ButtonLink.primary(
                        AmendmentLinks.item(item), Symbol.EDIT, whole.getTranslation("voteorder.merge")));
            case VoteStep.Motion it -> {}
            case VoteStep.Whole it -> {}
        }
        return tools;
    }

    /** A vote on a part can be taken again, with the reason. */
    private Component again(TakenVote vote) {
        var poll = vote.poll();
        return poll.holds() && poll.purpose().isPart()
                ? small("voteorder.again", Symbol.UNDO, () -> askAgain(poll))
                : new Span();
    }

    private void askAgain(PollSummary poll) {
        var dialog = new Dialog();
        var reason = new TextArea(dialog.getTranslation("voteorder.again-reason"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        dialog.setHeaderTitle(dialog.getTranslation("voteorder.again"));
        dialog.setWidth("34rem");
        dialog.add(
                new Paragraph(dialog.getTranslation(
                        "voteorder.again-text", poll.question().question())),
                reason);
        var confirm = new Button(dialog.getTranslation("voteorder.again"), click -> {
            act.accept(() -> conduct.annul(poll.id(), reason.getValue()));
            dialog.close();
        });
        confirm.addThemeNames("primary", "error");
        dialog.getFooter().add(new Button(dialog.getTranslation("base.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }

    private static Button large(String text, Runnable step) {
        var button = new Button(text, Symbol.VOTE.create(), click -> step.run());
        button.addThemeNames("primary", "large");
        button.addClassName("rs-next-step");
        return button;
    }

    private Button small(String key, Symbol symbol, Runnable step) {
        return new Button(whole.getTranslation(key), symbol.create(), click -> step.run());
    }
}
