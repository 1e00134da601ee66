package de.ratssaal.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.support.SupportKind;
import de.ratssaal.support.Supported;
import de.ratssaal.support.Supporting;
import de.ratssaal.support.Supports;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** At the desk: how many stand behind what, who, and where hands raised in the room are entered. */
final class SupportAtDesk implements LiveCard.Shown {

    private final MeetingId meeting;
    private final Supporting supporting;
    private final Consumer<Runnable> act;
    private final Card card = new DeskCard();
    private final Section moved = new Section("rs-supports").calm();
    private final Select<Supported> what = new Select<>();
    private final ComboBox<MemberSummary> who = new ComboBox<>();
    private final Details entering;
    private final Div whole = new Div(card);
    private List<MemberSummary> members = List.of();
    private List<Supported> offered = List.of();
    private @Nullable AgendaItemId at;

    SupportAtDesk(MeetingId meeting, Supporting supporting, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.supporting = supporting;
        this.act = act;
        what.setLabel(card.getTranslation("support.what"));
        what.setItemLabelGenerator(it -> it == null ? "" : SupportLine.title(card, it));
        what.setWidthFull();
        who.setLabel(card.getTranslation("support.who"));
        who.setItemLabelGenerator(MemberSummary::sortName);
        who.setWidthFull();
        var enter = new Button(card.getTranslation("support.enter"), Symbol.ADD.create(), click -> enter(true));
        var remove = new Button(card.getTranslation("support.remove"), Symbol.UNDO.create(), click -> enter(false));
        remove.addThemeNames("tertiary");
        var actions = new Div(enter, remove);
        actions.addClassName("rs-actions");
        var fields = new Div(what, who, actions);
        fields.addClassName("rs-form");
        entering = new Details(card.getTranslation("support.enter-for"), fields);
        card.add(moved, entering);
        whole.setVisible(false);
    }

    private static final class DeskCard extends Card {

        DeskCard() {
            super("");
            setTitle(getTranslation("support.title"));
        }
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var supports = board.part(Supports.class);
        at = supports.map(Supports::item).orElse(null);
        var item = at;
        var all = supports.map(Supports::all).orElse(List.of());
        if (item == null || all.isEmpty() || !board.meeting().state().isRunning()) {
            whole.setVisible(false);
            return;
        }
        whole.setVisible(true);
        var isOpen = board.meeting().state() == MeetingState.OPEN;
        var names = board.seats().stream()
                .map(Seat::member)
                .collect(Collectors.toMap(MemberSummary::person, MemberSummary::sortName, (one, other) -> one));
        moved.show(List.of(item, all, isOpen), () -> list(item, all, names, isOpen));
        offer(board, all);
        entering.setVisible(isOpen && !offered.isEmpty());
    }

    private void offer(Board board, List<Supported> all) {
        var open = all.stream().filter(it -> !it.isPutToVote()).toList();
        if (!open.equals(offered)) {
            var chosen = what.getValue();
            offered = open;
            what.setItems(open);
            what.setValue(open.stream()
                    .filter(it -> chosen == null || it.subject().equals(chosen.subject()))
                    .findFirst()
                    .orElse(null));
        }
        var present = board.seats().stream()
                .filter(it -> it.isPresent() && it.holdsVote() && !it.isRecused())
                .map(Seat::member)
                .toList();
        if (!present.equals(members)) {
            var chosen = who.getValue();
            members = present;
            who.setItems(present);
            who.setValue(present.contains(chosen) ? chosen : null);
        }
    }

    private Component list(AgendaItemId item, List<Supported> all, Map<PersonId, String> names, boolean isOpen) {
        var list = new Div();
        for (var each : all) {
            var line = SupportLine.of(card, each);
            if (each.count().counted() > 0) {
                var supporters = new Paragraph(each.count().supporters().stream()
                        .map(it -> names.getOrDefault(it, ""))
                        .filter(it -> !it.isEmpty())
                        .sorted()
                        .collect(Collectors.joining("; ")));
                supporters.addClassName("rs-muted");
                line.add(supporters);
            }
            if (isOpen && each.isDemand() && each.count().isReached()) {
                var establish = new Button(
                        card.getTranslation("support.establish", each.count().counted()),
                        Symbol.CHECK.create(),
                        click -> act.accept(() -> supporting.establish(meeting, item, each.subject())));
                establish.addThemeNames("primary");
                line.add(establish);
            }
            if (each.isMissed()) {
                line.add(new Paragraph(card.getTranslation("support.is-missed")));
            }
            if (isOpen && mayBeFoundMissing(each)) {
                var missing = new Button(
                        card.getTranslation("support.establish-missing"),
                        Symbol.NO.create(),
                        click -> ConfirmAction.ask(
                                card.getTranslation(
                                        "support.establish-missing-question", SupportLine.title(card, each)),
                                card.getTranslation("support.establish-missing-consequence"),
                                card.getTranslation("support.establish-missing"),
                                () -> act.accept(() -> supporting.establishMissing(meeting, item, each.subject()))));
                missing.setAriaLabel(
                        card.getTranslation("support.establish-missing-of", SupportLine.title(card, each)));
                line.add(missing);
            }
            list.add(line);
        }
        list.addClassName("rs-supports");
        return list;
    }

    private static boolean mayBeFoundMissing(Supported moved) {
        return !moved.isDemand()
                && !moved.isPutToVote()
                && !moved.count().isReached()
                && (moved.subject().kind() == SupportKind.PROCEDURE
                        || moved.subject().kind() == SupportKind.AMENDMENT);
    }

    private void enter(boolean supports) {
        var item = at;
        var subject = what.getValue();
        var person = who.getValue();
        who.setInvalid(person == null);
        who.setErrorMessage(card.getTranslation("support.who-missing"));
        if (item == null || subject == null || person == null) {
            return;
        }
        act.accept(() -> {
            if (supports) {
                supporting.enter(meeting, item, subject.subject(), person.person());
            } else {
                supporting.enterWithdrawal(meeting, item, subject.subject(), person.person());
            }
            who.clear();
        });
    }
}
