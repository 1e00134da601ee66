package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.ActKind;
import de.ratssaal.conduct.AgendaAct;
import de.ratssaal.conduct.AgendaActs;
import de.ratssaal.conduct.ConductingAgenda;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where is entered what the meeting decided on its agenda, and where the last of it is taken back. */
final class DeskAgendaActs implements LiveCard.Shown {

    /** How far ahead a meeting can lie to which an item is deferred. */
    private static final Duration AHEAD = Duration.ofDays(400);

    private final MeetingId meeting;
    private final ConductingAgenda conducting;
    private final Meetings meetings;
    private final Councils councils;
    private final Consumer<Runnable> act;
    private final Div whole = new Div();
    private final Section done = new Section("rs-acts-part");
    private final TextField votes = new TextField();
    private final Div adopting = new Div();
    private final Select<AgendaItemSummary> item = new Select<>();
    private final Select<ActKind> kind = new Select<>();
    private final Select<AgendaItemSummary> other = new Select<>();
    private final Select<MeetingSummary> later = new Select<>();
    private final Select<OrganizationSummary> committee = new Select<>();
    private final TextField by = new TextField();
    private final Details entering;
    private List<AgendaItemSummary> items = List.of();
    private @Nullable Board shown;

    DeskAgendaActs(
            MeetingId meeting,
            ConductingAgenda conducting,
            Meetings meetings,
            Councils councils,
            Consumer<Runnable> act) {
        this.meeting = meeting;
        this.conducting = conducting;
        this.meetings = meetings;
        this.councils = councils;
        this.act = act;
        votes.setLabel(text("adopt-votes"));
        votes.setHelperText(text("adopt-votes-none"));
        adopting.add(
                votes,
                new Button(
                        text("adopt"),
                        Symbol.AGENDA.create(),
                        click -> act.accept(() -> conducting.adopt(meeting, votes.getValue()))));
        adopting.addClassName("rs-fields-row");
        entering = new Details(text("enter"), form());
        var card = new Card(text("title"));
        card.add(adopting, done, entering);
        whole.add(card);
        whole.setVisible(false);
    }

    private Component form() {
        item.setLabel(text("item"));
        item.setItemLabelGenerator(DeskAgendaActs::name);
        kind.setLabel(text("what"));
        kind.setItems(ActKind.MOVE, ActKind.JOIN, ActKind.SEPARATE, ActKind.DEFER, ActKind.REFER, ActKind.WITHDRAW);
        kind.setItemLabelGenerator(it -> whole.getTranslation("conduct.kind." + it));
        other.setItemLabelGenerator(DeskAgendaActs::name);
        other.setEmptySelectionAllowed(true);
        later.setLabel(text("later"));
        later.setEmptySelectionAllowed(true);
        later.setEmptySelectionCaption(text("later-unknown"));
        later.setItemLabelGenerator(it -> it == null
                ? text("later-unknown")
                : DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").format(it.start()));
        committee.setLabel(text("committee"));
        committee.setItemLabelGenerator(OrganizationSummary::name);
        by.setLabel(text("by"));
        by.setMaxLength(200);
        item.addValueChangeListener(change -> offer());
        kind.addValueChangeListener(change -> offer());
        offer();
        var enter = new Button(text("do"), Symbol.CHECK.create(), click -> enter());
        enter.addThemeNames("primary");
        var form = new Div(item, kind, other, later, committee, by, enter);
        form.addClassName("rs-form");
        return form;
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        return board.part(AgendaActs.class).filter(AgendaActs::isAdopted).map(it -> text("title"));
    }

    @Override
    public void show(Board board) {
        shown = board;
        var acts = board.part(AgendaActs.class).orElse(new AgendaActs(List.of()));
        var open = board.meeting().state() == MeetingState.OPEN;
        whole.setVisible(open || !acts.all().isEmpty());
        adopting.setVisible(open && !acts.isAdopted());
        entering.setVisible(open);
        var now = board.agenda().stream()
                .filter(it -> it.state() != ItemState.DONE)
                .filter(it -> board.resolutions().stream()
                        .noneMatch(resolution -> resolution.item().equals(it.id())))
                .toList();
        if (!now.equals(items)) {
            var chosen = item.getValue();
            items = now;
            item.setItems(now);
            now.stream()
                    .filter(it -> chosen != null && it.id().equals(chosen.id()))
                    .findFirst()
                    .ifPresent(item::setValue);
        }
        done.show(List.of(acts, open), () -> done(acts, open));
    }

    private Component done(AgendaActs acts, boolean open) {
        if (acts.all().isEmpty()) {
            return new Div();
        }
        var list = new Div(ActList.of(whole, acts));
        acts.last().filter(it -> open).ifPresent(last -> {
            var undo = new Button(text("undo"), Symbol.UNDO.create(), click -> askUndo(last));
            undo.addThemeNames("tertiary");
            list.add(undo);
        });
        return list;
    }

    private void askUndo(AgendaAct last) {
        var reason = new TextArea(text("undo-reason"));
        reason.setWidthFull();
        reason.setMaxLength(200);
        reason.setRequiredIndicatorVisible(true);
        var dialog = new Dialog(new Paragraph(ActList.text(whole, last)), reason);
        dialog.setHeaderTitle(text("undo-question"));
        dialog.setWidth("34rem");
        var confirm = new Button(text("undo-verb"), click -> {
            act.accept(() -> conducting.undo(meeting, last.id(), reason.getValue()));
            dialog.close();
        });
        confirm.addThemeNames("primary");
        dialog.getFooter().add(new Button(whole.getTranslation("base.cancel"), click -> dialog.close()), confirm);
        dialog.open();
        reason.focus();
    }

    /** Shows what it takes for the act that was chosen. */
    private void offer() {
        var chosen = kind.getValue();
        var which = item.getValue();
        other.setVisible(chosen == ActKind.MOVE || chosen == ActKind.JOIN);
        later.setVisible(chosen == ActKind.DEFER);
        committee.setVisible(chosen == ActKind.REFER);
        by.setVisible(chosen == ActKind.WITHDRAW);
        var board = shown;
        if (board == null || which == null || chosen == null) {
            return;
        }
        if (other.isVisible()) {
            other.setLabel(text(chosen == ActKind.MOVE ? "before" : "with"));
            other.setEmptySelectionCaption(chosen == ActKind.MOVE ? text("at-end") : "");
            other.setItems(items.stream()
                    .filter(it -> !it.id().equals(which.id()))
                    .filter(it -> it.isPublic() == which.isPublic() && Objects.equals(it.parent(), which.parent()))
                    .filter(it -> chosen == ActKind.JOIN || it.state() == ItemState.PENDING)
                    .toList());
        }
        if (later.isVisible()) {
            var after = board.meeting().startsAt();
            later.setItems(
                    meetings
                            .calendar(List.of(board.meeting().organization()), after.plusSeconds(1), after.plus(AHEAD))
                            .stream()
                            .filter(it -> it.state().hasOpenAgenda())
                            .toList());
        }
        if (committee.isVisible()) {
            var here = board.meeting().organization();
            committee.setItems(
                    councils.organizations(councils.organization(here).body()).stream()
                            .filter(it ->
                                    !it.id().equals(here) && it.classification().meets())
                            .toList());
        }
    }

    private void enter() {
        var which = item.getValue();
        var chosen = kind.getValue();
        item.setInvalid(which == null);
        item.setErrorMessage(text("item-missing"));
        kind.setInvalid(chosen == null);
        kind.setErrorMessage(text("what-missing"));
        if (which == null || chosen == null || isTargetMissing(chosen)) {
            return;
        }
        act.accept(() -> {
            enter(which, chosen);
            kind.clear();
            item.clear();
            by.clear();
            entering.setOpened(false);
        });
    }

    private boolean isTargetMissing(ActKind chosen) {
        other.setInvalid(chosen == ActKind.JOIN && other.isEmpty());
        other.setErrorMessage(text("item-missing"));
        committee.setInvalid(chosen == ActKind.REFER && committee.isEmpty());
        committee.setErrorMessage(text("committee-missing"));
        return other.isInvalid() || committee.isInvalid();
    }

    private void enter(AgendaItemSummary which, ActKind chosen) {
        switch (chosen) {
            case MOVE ->
                conducting.move(
                        meeting,
                        which.id(),
                        Optional.ofNullable(other.getValue())
                                .map(AgendaItemSummary::id)
                                .orElse(null));
            case JOIN -> conducting.join(meeting, which.id(), other.getValue().id());
            case SEPARATE -> conducting.separate(meeting, which.id());
            case DEFER ->
                conducting.defer(
                        meeting,
                        which.id(),
                        Optional.ofNullable(later.getValue())
                                .map(MeetingSummary::id)
                                .orElse(null));
            case REFER ->
                conducting.refer(meeting, which.id(), committee.getValue().id());
            case WITHDRAW -> conducting.withdraw(meeting, which.id(), by.getValue());
            case ADOPT, EXCLUDE, ADMIT -> throw new IllegalStateException("not entered here: " + chosen);
        }
    }

    private static String name(@Nullable AgendaItemSummary item) {
        return item == null ? "" : item.number() + " " + item.title();
    }

    private String text(String key) {
        return whole.getTranslation("conduct." + key);
    }
}
