package de.ratssaal.challenge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.challenge.ChallengeId;
import de.ratssaal.challenge.ChallengingVotes;
import de.ratssaal.challenge.MeetingChallenges;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.voteorder.TakenVote;
import de.ratssaal.voteorder.VoteOrder;
import de.ratssaal.voting.PollSummary;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Challenges for members and gallery; a member who may vote on the item raises one. */
final class RoomChallenges implements LiveCard.Shown {

    private final ChallengingVotes challenges;
    private final @Nullable PersonId me;
    private final Consumer<Runnable> act;
    private final Section section = new Section("rs-challenges-card");

    RoomChallenges(ChallengingVotes challenges, @Nullable PersonId me, Consumer<Runnable> act) {
        this.challenges = challenges;
        this.me = me;
        this.act = act;
        section.setVisible(false);
    }

    @Override
    public Component component() {
        return section;
    }

    @Override
    public void show(Board board) {
        var on = board.part(MeetingChallenges.class).orElse(null);
        var raised = on == null ? List.<MeetingChallenges.Raised>of() : on.raised();
        var open = on == null || me == null || !mayChallenge(board)
                ? List.<PollSummary>of()
                : counted(board).filter(it -> on.isOpenTo(me, it)).toList();
        section.setVisible(!raised.isEmpty() || !open.isEmpty());
        section.show(List.of(raised, open), () -> card(raised, open));
    }

    /** Votes on the item before the meeting that hold. */
    static Stream<PollSummary> counted(Board board) {
        return board.part(VoteOrder.class).stream()
                .flatMap(it -> it.votes().stream())
                .map(TakenVote::poll)
                .filter(ChallengingVotes::isChallengeable);
    }

    private boolean mayChallenge(Board board) {
        return board.meeting().state() == MeetingState.OPEN
                && board.openPoll().isEmpty()
                && board.seatOf(me)
                        .filter(it -> it.isPresent() && it.holdsVote() && !it.isRecused() && !it.mustConfirmAlone())
                        .isPresent();
    }

    private Component card(List<MeetingChallenges.Raised> raised, List<PollSummary> open) {
        var card = new Card(section.getTranslation("challenge.title"));
        if (!raised.isEmpty()) {
            card.add(ChallengeList.of(raised, this::tools));
        }
        if (!open.isEmpty()) {
            card.add(new Button(section.getTranslation("challenge.raise"), Symbol.ALERT.create(), click -> ask(open)));
        }
        return card;
    }

    private Component tools(MeetingChallenges.Raised raised) {
        var tools = new Div();
        tools.addClassName("rs-actions");
        if (raised.challenge().by().equals(me)) {
            tools.add(new Button(
                    section.getTranslation("challenge.withdraw"),
                    Symbol.UNDO.create(),
                    click -> act.accept(
                            () -> challenges.withdraw(raised.challenge().id()))));
        }
        return tools;
    }

    private void ask(List<PollSummary> open) {
        var id = ChallengeId.next();
        var vote = vote(section, open);
        Asking.reason(
                section,
                section.getTranslation("challenge.raise"),
                section.getTranslation("challenge.raise-verb"),
                new Div(new Paragraph(section.getTranslation("challenge.raise-text")), vote),
                reason -> act.accept(() -> challenges.raise(id, vote.getValue().id(), reason)));
    }

    /** Which of the votes on the item is meant, the last one if nothing else is said. */
    static Select<PollSummary> vote(Component on, List<PollSummary> open) {
        var vote = new Select<PollSummary>();
        vote.setLabel(on.getTranslation("challenge.vote"));
        vote.setItems(open);
        vote.setItemLabelGenerator(it -> it.question().question());
        vote.setValue(open.getLast());
        vote.setWidthFull();
        return vote;
    }
}
