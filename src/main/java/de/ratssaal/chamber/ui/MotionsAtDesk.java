package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Motions;
import de.ratssaal.chamber.Seat;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.rules.Demand;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.ProceduralMotion;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where motions on the procedure are entered and decided, the furthest-reaching first. */
final class MotionsAtDesk implements LiveCard.Shown {

    private final ProceduralMotions motions;
    private final PollConduct polls;
    private final Councils councils;
    private final Consumer<Runnable> act;
    private final Div whole = new Div();
    private final Section moved = new Section("rs-motions-card");
    private final Select<MemberSummary> mover = new Select<>();
    private final MotionList.Form form = new MotionList.Form();
    private final Details entering;
    /** What somebody may be typing stays while others move something or arrive. */
    private final Map<MotionId, Component> typing = new HashMap<>();

    private MotionId next = MotionId.next();
    private List<MemberSummary> movers = List.of();
    private @Nullable Board shown;

    MotionsAtDesk(ProceduralMotions motions, PollConduct polls, Councils councils, Consumer<Runnable> act) {
        this.motions = motions;
        this.polls = polls;
        this.councils = councils;
        this.act = act;
        mover.setLabel(whole.getTranslation("chamber.motion.mover"));
        mover.setItemLabelGenerator(MemberSummary::name);
        mover.setWidthFull();
        var enter = new Button(whole.getTranslation("chamber.motion.enter"), Symbol.ADD.create(), click -> enter());
        var fields = new Div(mover, form, enter);
        fields.addClassName("rs-form");
        entering = new Details(whole.getTranslation("chamber.motion.enter-for"), fields);
        var card = new Card(whole.getTranslation("chamber.motion.title"));
        card.add(moved, entering);
        whole.add(card);
        whole.setVisible(false);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        shown = board;
        var item = board.meeting().currentItem();
        var on = board.part(Motions.class).map(it -> it.on(item)).orElse(List.of());
        var isOpen = item != null
                && board.meeting().state() == MeetingState.OPEN
                && board.resolutions().stream().noneMatch(it -> it.item().equals(item));
        whole.setVisible(isOpen || !on.isEmpty());
        entering.setVisible(isOpen);
        var present = board.seats().stream()
                .filter(it -> it.isPresent() && it.holdsVote() && !it.isRecused())
                .map(Seat::member)
                .toList();
        if (!present.equals(movers)) {
            var chosen = mover.getValue();
            movers = present;
            mover.setItems(present);
            if (chosen != null && present.contains(chosen)) {
                mover.setValue(chosen);
            }
        }
        var isVoting = board.openPoll().isPresent();
        moved.show(
                List.of(on, isOpen, isVoting, board.quorum().present(), board.isByHands()),
                () -> MotionList.of(on, it -> isOpen && !isVoting ? tools(board, on, it) : new Div()));
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        var item = board.meeting().currentItem();
        return board.part(Motions.class)
                        .map(it -> it.on(item))
                        .orElse(List.of())
                        .isEmpty()
                ? Optional.of(whole.getTranslation("chamber.motion.title"))
                : Optional.empty();
    }

    @Override
    public Optional<String> goesFirst(Board board) {
        return board.part(Motions.class)
                .flatMap(it -> it.next(board.meeting().currentItem()))
                .map(it -> whole.getTranslation("chamber.desk.motion-first", MotionList.text(whole, it.motion())));
    }

    private void enter() {
        var board = shown;
        var by = mover.getValue();
        if (board == null || by == null || board.meeting().currentItem() == null) {
            mover.setInvalid(by == null);
            mover.setErrorMessage(whole.getTranslation("chamber.motion.mover-missing"));
            return;
        }
        mover.setInvalid(false);
        var item = board.meeting().currentItem();
        act.accept(() -> {
            motions.enter(next, board.meeting().id(), item, form.kind(), form.words(), by.person());
            next = MotionId.next();
            form.clear();
            entering.setOpened(false);
        });
    }

    private Component tools(Board board, List<Motions.Moved> on, Motions.Moved each) {
        var motion = each.motion();
        var withdraw = new Button(
                whole.getTranslation("chamber.motion.withdrawn"),
                Symbol.UNDO.create(),
                click -> act.accept(() -> motions.withdraw(motion.id())));
        withdraw.addThemeNames("tertiary");
        if (motion.kind().isDemand()) {
            return demand(board, motion, withdraw);
        }
        var isNext = on.stream()
                .filter(it -> it.isPending() && !it.motion().kind().isDemand())
                .findFirst()
                .filter(each::equals)
                .isPresent();
        if (!isNext) {
            return new Div(new Paragraph(whole.getTranslation("chamber.motion.later")), withdraw);
        }
        var vote = new Button(
                whole.getTranslation("chamber.motion.vote"),
                Symbol.VOTE.create(),
                click -> act.accept(() -> polls.putToVote(
                        motion.id(), whole.getTranslation("chamber.motion.question", MotionList.text(whole, motion)))));
        vote.addThemeNames("primary");
        var actions = new Div(vote, withdraw);
        actions.addClassName("rs-actions");
        return new Div(
                actions,
                board.isByHands() ? hands(motion) : new Paragraph(whole.getTranslation("chamber.desk.no-hands")));
    }

    private Component hands(ProceduralMotion motion) {
        return typing.computeIfAbsent(motion.id(), it -> newHands(motion));
    }

    private Component newHands(ProceduralMotion motion) {
        var yes = number("voting.choice.YES");
        var no = number("voting.choice.NO");
        var abstentions = number("voting.choice.ABSTENTION");
        var enter = new Button(
                whole.getTranslation("chamber.motion.enter-hands"),
                click -> act.accept(
                        () -> motions.count(motion.id(), new Tally(value(yes), value(no), value(abstentions)))));
        var fields = new Div(yes, no, abstentions, enter);
        fields.addClassName("rs-fields-row");
        return new Details(whole.getTranslation("chamber.desk.hand-count"), fields);
    }

    private Component demand(Board board, ProceduralMotion motion, Button withdraw) {
        var rule = councils.rules(
                        board.meeting().organization(), board.meeting().day())
                .ballotMode();
        var demand = motion.kind() == MotionKind.ROLL_CALL ? rule.rollCall() : rule.secret();
        var asking = (IntegerField) typing.computeIfAbsent(motion.id(), it -> number("chamber.motion.asking"));
        asking.setHelperText(whole.getTranslation(
                "chamber.motion.asking-needed",
                needed(demand, board),
                rule.source().toString()));
        var enter = new Button(
                whole.getTranslation("chamber.motion.enter-asking"),
                click -> act.accept(() -> motions.countAsking(motion.id(), value(asking))));
        enter.addThemeNames("primary");
        var fields = new Div(asking, enter, withdraw);
        fields.addClassName("rs-fields-row");
        return fields;
    }

    private static int needed(Demand demand, Board board) {
        var whole = demand.ofAllMembers()
                ? board.quorum().members()
                : board.quorum().present();
        return demand.exceeded()
                ? demand.share().leastExceeding(whole)
                : demand.share().leastReaching(whole);
    }

    private IntegerField number(String key) {
        var field = new IntegerField(whole.getTranslation(key));
        field.setMin(0);
        field.setStepButtonsVisible(true);
        return field;
    }

    private static int value(IntegerField field) {
        var entered = field.getValue();
        return entered == null ? 0 : entered;
    }
}
