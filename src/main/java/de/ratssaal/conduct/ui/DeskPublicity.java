package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.DecidingPublicity;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.voting.Tally;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the public is excluded by a decision behind closed doors, and where is seen who has not said that they are alone. */
final class DeskPublicity implements LiveCard.Shown {

    private final MeetingId meeting;
    private final DecidingPublicity publicity;
    private final Consumer<Runnable> act;
    private final Section whole = new Section("rs-publicity");
    private final IntegerField yes = number("voting.choice.YES");
    private final IntegerField no = number("voting.choice.NO");
    private final IntegerField abstentions = number("voting.choice.ABSTENTION");
    private final TextArea reason = new TextArea();
    private @Nullable AgendaItemId typedFor;

    DeskPublicity(MeetingId meeting, DecidingPublicity publicity, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.publicity = publicity;
        this.act = act;
        reason.setLabel(whole.getTranslation("conduct.doors.reason"));
        reason.setWidthFull();
        whole.setVisible(false);
    }

    private IntegerField number(String key) {
        var field = new IntegerField(whole.getTranslation(key));
        field.setMin(0);
        field.setStepButtonsVisible(true);
        return field;
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        var isPublic = board.currentItem().filter(it -> !it.isPublic()).isEmpty()
                && !board.meeting().doorsClosed();
        return isPublic ? Optional.of(whole.getTranslation("conduct.doors.title")) : Optional.empty();
    }

    @Override
    public void show(Board board) {
        var item = board.currentItem().orElse(null);
        var open = board.meeting().state() == MeetingState.OPEN;
        var closed = board.meeting().doorsClosed();
        var settled = item != null
                && board.resolutions().stream().anyMatch(it -> it.item().equals(item.id()));
        var missing = missing(board);
        var inside = item != null && (closed || !item.isPublic());
        var mayClose = item != null
                && open
                && item.isPublic()
                && !closed
                && !settled
                && board.openPoll().isEmpty();
        whole.setVisible(board.meeting().state().isRunning() && (inside || mayClose));
        if (item != null && !item.id().equals(typedFor)) {
            typedFor = item.id();
            List.of(yes, no, abstentions).forEach(IntegerField::clear);
            reason.clear();
        }
        whole.show(
                List.of(Optional.ofNullable(item).map(it -> it.id()), inside, mayClose, closed, open, missing),
                () -> card(inside, mayClose, closed && open, missing));
    }

    private static List<String> missing(Board board) {
        return board.seats().stream()
                .filter(Seat::mustConfirmAlone)
                .map(it -> it.member().name())
                .toList();
    }

    @Override
    public Optional<String> goesFirst(Board board) {
        return board.meeting().doorsClosed()
                ? Optional.of(whole.getTranslation("conduct.doors.first"))
                : Optional.empty();
    }

    private Component card(boolean inside, boolean mayClose, boolean deciding, List<String> missing) {
        var card = new Card(whole.getTranslation("conduct.doors.title"));
        if (inside) {
            card.add(new StatusBadge(Tone.RESTRICTED, Symbol.LOCK, whole.getTranslation("conduct.doors.outside")));
            card.add(
                    missing.isEmpty()
                            ? new StatusBadge(Tone.SUCCESS, whole.getTranslation("conduct.doors.all-alone"))
                            : new StatusBadge(
                                    Tone.WARNING,
                                    whole.getTranslation("conduct.doors.not-alone", String.join(", ", missing))));
        }
        if (mayClose) {
            card.add(new Paragraph(whole.getTranslation("conduct.doors.close-text")));
            card.add(new Button(
                    whole.getTranslation("conduct.doors.close"),
                    Symbol.LOCK.create(),
                    click -> act.accept(() -> publicity.closeDoors(meeting))));
        }
        if (deciding) {
            card.add(decision());
        }
        return card;
    }

    private Component decision() {
        var votes = new Div(yes, no, abstentions);
        votes.addClassName("rs-fields-row");
        var exclude = new Button(
                whole.getTranslation("conduct.doors.exclude"),
                Symbol.LOCK.create(),
                click -> act.accept(() -> publicity.exclude(meeting, tally(), reason.getValue())));
        exclude.addThemeNames("primary");
        var admit = new Button(
                whole.getTranslation("conduct.doors.admit"),
                Symbol.PUBLIC.create(),
                click -> act.accept(() -> publicity.admit(meeting, tally())));
        var actions = new Div(exclude, admit);
        actions.addClassName("rs-actions");
        var form = new Div(new Paragraph(whole.getTranslation("conduct.doors.vote-text")), votes, reason, actions);
        form.addClassName("rs-form");
        return form;
    }

    private Tally tally() {
        return new Tally(value(yes), value(no), value(abstentions));
    }

    private static int value(IntegerField field) {
        var entered = field.getValue();
        return entered == null ? 0 : entered;
    }
}
