package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.DecidingRecusal;
import de.ratssaal.conduct.RecusalDecision;
import de.ratssaal.conduct.RecusalDecisions;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.voting.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the votes are entered on whether a member is recused, and where stands what was decided. */
final class DeskRecusal implements LiveCard.Shown {

    private final MeetingId meeting;
    private final DecidingRecusal deciding;
    private final Consumer<Runnable> act;
    private final Div whole = new Div();
    private final Section decided = new Section("rs-recusals");
    private final ComboBox<MemberSummary> member = new ComboBox<>();
    private final IntegerField yes = number("voting.choice.YES");
    private final IntegerField no = number("voting.choice.NO");
    private final IntegerField abstentions = number("voting.choice.ABSTENTION");
    private final Details entering;
    private UUID next = UUID.randomUUID();
    private List<MemberSummary> members = List.of();
    private @Nullable AgendaItemId item;

    DeskRecusal(MeetingId meeting, DecidingRecusal deciding, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.deciding = deciding;
        this.act = act;
        member.setLabel(whole.getTranslation("conduct.recusal.member"));
        member.setItemLabelGenerator(MemberSummary::sortName);
        member.setWidthFull();
        var votes = new Div(yes, no, abstentions);
        votes.addClassName("rs-fields-row");
        var enter = new Button(whole.getTranslation("conduct.recusal.enter"), Symbol.CHECK.create(), click -> enter());
        enter.addThemeNames("primary");
        var form = new Div(new Paragraph(whole.getTranslation("conduct.recusal.text")), member, votes, enter);
        form.addClassName("rs-form");
        entering = new Details(whole.getTranslation("conduct.recusal.decide"), form);
        var card = new Card(whole.getTranslation("conduct.recusal.title"));
        card.add(decided, entering);
        whole.add(card);
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
        var on = board.part(RecusalDecisions.class)
                .map(it -> it.on(board.meeting().currentItem()))
                .orElse(List.of());
        return on.isEmpty() ? Optional.of(whole.getTranslation("conduct.recusal.title")) : Optional.empty();
    }

    @Override
    public void show(Board board) {
        item = board.meeting().currentItem();
        var on = board.part(RecusalDecisions.class).map(it -> it.on(item)).orElse(List.of());
        var mayDecide = item != null
                && board.meeting().state() == MeetingState.OPEN
                && board.openPoll().isEmpty()
                && board.resolutions().stream().noneMatch(it -> it.item().equals(item));
        whole.setVisible(board.meeting().state().isRunning() && (mayDecide || !on.isEmpty()));
        entering.setVisible(mayDecide);
        var voting = board.seats().stream()
                .map(Seat::member)
                .filter(MemberSummary::votes)
                .toList();
        if (!voting.equals(members)) {
            var chosen = member.getValue();
            members = voting;
            member.setItems(voting);
            member.setValue(voting.contains(chosen) ? chosen : null);
        }
        var names = board.seats().stream()
                .map(Seat::member)
                .collect(Collectors.toMap(MemberSummary::person, MemberSummary::name, (one, other) -> one));
        decided.show(List.of(on), () -> list(on, names));
    }

    private Component list(List<RecusalDecision> on, Map<PersonId, String> names) {
        var list = new Div();
        on.forEach(it -> list.add(new Paragraph(whole.getTranslation(
                it.isRecused() ? "conduct.recusal.is" : "conduct.recusal.is-not",
                names.getOrDefault(it.person(), ""),
                it.votes().yes(),
                it.votes().no(),
                it.votes().abstentions()))));
        return list;
    }

    private void enter() {
        var on = item;
        var who = member.getValue();
        member.setInvalid(who == null);
        member.setErrorMessage(whole.getTranslation("conduct.recusal.member-missing"));
        if (on == null || who == null) {
            return;
        }
        act.accept(() -> {
            deciding.decide(next, meeting, on, who.person(), new Tally(value(yes), value(no), value(abstentions)));
            next = UUID.randomUUID();
            member.clear();
            List.of(yes, no, abstentions).forEach(IntegerField::clear);
            entering.setOpened(false);
        });
    }

    private static int value(IntegerField field) {
        var entered = field.getValue();
        return entered == null ? 0 : entered;
    }
}
