package de.ratssaal.challenge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.challenge.Challenge;
import de.ratssaal.challenge.ChallengeId;
import de.ratssaal.challenge.ChallengingVotes;
import de.ratssaal.challenge.MeetingChallenges;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Tally;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where challenges are decided, and entered for a member who raises one by word of mouth. */
final class DeskChallenges implements LiveCard.Shown {

    private final ChallengingVotes challenges;
    private final Consumer<Runnable> act;
    private final Section section = new Section("rs-challenges-card");

    DeskChallenges(ChallengingVotes challenges, Consumer<Runnable> act) {
        this.challenges = challenges;
        this.act = act;
        section.setVisible(false);
    }

    @Override
    public Component component() {
        return section;
    }

    @Override
    public void show(Board board) {
        var on = board.part(MeetingChallenges.class);
        var raised = on.map(MeetingChallenges::raised).orElse(List.of());
        var isOpen =
                board.meeting().state() == MeetingState.OPEN && board.openPoll().isEmpty();
        var counted = isOpen ? RoomChallenges.counted(board).toList() : List.<PollSummary>of();
        var present = counted.isEmpty()
                ? List.<MemberSummary>of()
                : board.seats().stream()
                        .filter(it -> it.isPresent() && it.holdsVote() && !it.isRecused())
                        .map(Seat::member)
                        .toList();
        section.setVisible(!raised.isEmpty() || !present.isEmpty());
        section.show(List.of(raised, isOpen, counted, present), () -> card(raised, isOpen, counted, present));
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        return board.part(MeetingChallenges.class)
                        .map(MeetingChallenges::raised)
                        .orElse(List.of())
                        .isEmpty()
                ? Optional.of(section.getTranslation("challenge.title"))
                : Optional.empty();
    }

    @Override
    public Optional<String> goesFirst(Board board) {
        return board.part(MeetingChallenges.class)
                .flatMap(MeetingChallenges::pending)
                .map(it -> section.getTranslation("challenge.goes-first", it.by()));
    }

    private Component card(
            List<MeetingChallenges.Raised> raised,
            boolean isOpen,
            List<PollSummary> counted,
            List<MemberSummary> present) {
        var card = new Card(section.getTranslation("challenge.title"));
        if (!raised.isEmpty()) {
            card.add(ChallengeList.of(raised, it -> isOpen ? tools(it.challenge()) : new Div()));
        }
        if (!present.isEmpty()) {
            var enter = new Button(
                    section.getTranslation("challenge.enter"), Symbol.ADD.create(), click -> askFor(counted, present));
            enter.addThemeNames("tertiary");
            card.add(enter);
        }
        return card;
    }

    private Component tools(Challenge challenge) {
        var grant = button("challenge.grant", Symbol.YES, () -> ask(challenge, "challenge.grant", challenges::grant));
        grant.addThemeNames("primary");
        var withdraw =
                button("challenge.withdrawn", Symbol.UNDO, () -> act.accept(() -> challenges.withdraw(challenge.id())));
        withdraw.addThemeNames("tertiary");
        var tools = new Div(
                grant,
                button("challenge.reject", Symbol.NO, () -> ask(challenge, "challenge.reject", challenges::reject)),
                button("challenge.ask-meeting", Symbol.VOTE, () -> askMeeting(challenge)),
                withdraw);
        tools.addClassName("rs-actions");
        return tools;
    }

    private Button button(String key, Symbol symbol, Runnable step) {
        return new Button(section.getTranslation(key), symbol.create(), click -> step.run());
    }

    private interface Decision {
        void with(ChallengeId id, String ground);
    }

    private void ask(Challenge challenge, String verb, Decision decision) {
        Asking.reason(
                section,
                section.getTranslation("challenge.decide", challenge.question()),
                section.getTranslation(verb),
                new Div(new Paragraph(challenge.reason())),
                ground -> act.accept(() -> decision.with(challenge.id(), ground)));
    }

    private void askMeeting(Challenge challenge) {
        var yes = number("voting.choice.YES");
        var no = number("voting.choice.NO");
        var abstentions = number("voting.choice.ABSTENTION");
        var hands = new Div(yes, no, abstentions);
        hands.addClassName("rs-fields-row");
        Asking.reason(
                section,
                section.getTranslation("challenge.decide", challenge.question()),
                section.getTranslation("challenge.enter-votes"),
                new Div(new Paragraph(section.getTranslation("challenge.ask-meeting-text")), hands),
                ground -> act.accept(() -> challenges.decideByVote(
                        challenge.id(), new Tally(value(yes), value(no), value(abstentions)), ground)));
    }

    private void askFor(List<PollSummary> counted, List<MemberSummary> present) {
        var id = ChallengeId.next();
        var by = new Select<MemberSummary>();
        by.setLabel(section.getTranslation("challenge.by"));
        by.setItems(present);
        by.setItemLabelGenerator(MemberSummary::name);
        by.setValue(present.getFirst());
        by.setWidthFull();
        var vote = RoomChallenges.vote(section, counted);
        Asking.reason(
                section,
                section.getTranslation("challenge.enter"),
                section.getTranslation("challenge.enter-verb"),
                new Div(by, vote),
                reason -> act.accept(() -> challenges.enter(
                        id, vote.getValue().id(), reason, by.getValue().person())));
    }

    private IntegerField number(String key) {
        var field = new IntegerField(section.getTranslation(key));
        field.setMin(0);
        field.setValue(0);
        field.setStepButtonsVisible(true);
        return field;
    }

    private static int value(IntegerField field) {
        var entered = field.getValue();
        return entered == null ? 0 : Math.max(0, entered);
    }
}
