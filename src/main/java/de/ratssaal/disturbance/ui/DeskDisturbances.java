package de.ratssaal.disturbance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.disturbance.AffectedStep;
import de.ratssaal.disturbance.Disturbance;
import de.ratssaal.disturbance.DisturbanceKind;
import de.ratssaal.disturbance.Disturbances;
import de.ratssaal.disturbance.ReportingDisturbances;
import de.ratssaal.disturbance.SecondWay;
import de.ratssaal.disturbance.SettlingDisturbances;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where reports are settled, and where is decided what is taken again. */
final class DeskDisturbances implements LiveCard.Shown {

    private final MeetingId meeting;
    private final ReportingDisturbances reporting;
    private final SettlingDisturbances settling;
    private final Consumer<Runnable> act;
    private final Div whole = new Div();
    private final Section reports = new Section("rs-disturbance-part");
    private final Section steps = new Section("rs-disturbance-part");
    private final Select<MemberSummary> member = new Select<>();
    private final Select<DisturbanceKind> kind;
    private final Select<Integer> since;
    private final TextField phone = new TextField();
    private final TextField mail = new TextField();
    private List<MemberSummary> members = List.of();
    private SecondWay wayShown = new SecondWay("", "", List.of());

    DeskDisturbances(
            MeetingId meeting, ReportingDisturbances reporting, SettlingDisturbances settling, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.reporting = reporting;
        this.settling = settling;
        this.act = act;
        kind = DisturbanceTexts.kinds(whole);
        since = DisturbanceTexts.since(whole);
        reports.getElement().setAttribute("role", "status");
        var card = new Card(whole.getTranslation("disturbance.title"));
        card.add(reports, steps, entering(), secondWay());
        whole.addClassName("rs-disturbance");
        whole.add(card);
        whole.setVisible(false);
    }

    private Component entering() {
        member.setLabel(whole.getTranslation("disturbance.desk.member"));
        member.setItemLabelGenerator(MemberSummary::name);
        var enter = new Button(whole.getTranslation("disturbance.desk.enter"), Symbol.PHONE.create(), click -> enter());
        var form = new Div(member, kind, since, enter);
        form.addClassName("rs-fields-row");
        return new Details(whole.getTranslation("disturbance.desk.enter-for"), form);
    }

    private Component secondWay() {
        phone.setLabel(whole.getTranslation("disturbance.way.phone"));
        mail.setLabel(whole.getTranslation("disturbance.way.mail"));
        var save = new Button(
                whole.getTranslation("disturbance.way.save"),
                click -> act.accept(() -> settling.tellSecondWay(meeting, phone.getValue(), mail.getValue())));
        var form = new Div(phone, mail, save);
        form.addClassName("rs-fields-row");
        return new Details(whole.getTranslation("disturbance.way.title"), form);
    }

    private void enter() {
        var chosen = member.getValue();
        member.setInvalid(chosen == null);
        member.setErrorMessage(whole.getTranslation("disturbance.desk.member-missing"));
        if (chosen != null) {
            act.accept(() -> {
                reporting.enter(meeting, chosen.person(), kind.getValue(), since.getValue());
                member.clear();
                kind.setValue(DisturbanceKind.NOT_SAID);
                since.setValue(0);
            });
        }
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var state = board.meeting().state();
        whole.setVisible(state.isRunning() || state == MeetingState.CONVENED);
        var shown = board.part(Disturbances.class);
        if (shown.isEmpty()) {
            return;
        }
        var disturbances = shown.get();
        var names = board.seats().stream()
                .map(Seat::member)
                .collect(Collectors.toMap(MemberSummary::person, MemberSummary::name, (one, other) -> one));
        reports.show(List.of(disturbances.all(), names), () -> reports(board, disturbances, names));
        steps.show(List.of(disturbances.all(), board.agenda(), state), () -> steps(board, disturbances));
        showMembers(board);
        showWay(disturbances.way());
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        return board.part(Disturbances.class)
                        .map(Disturbances::all)
                        .orElse(List.of())
                        .isEmpty()
                ? Optional.of(whole.getTranslation("disturbance.title"))
                : Optional.empty();
    }

    private void showMembers(Board board) {
        var now = board.seats().stream()
                .map(Seat::member)
                .filter(it -> it.role() != MembershipRole.GUEST)
                .toList();
        if (!now.equals(members)) {
            var chosen = member.getValue();
            members = now;
            member.setItems(now);
            if (chosen != null && now.contains(chosen)) {
                member.setValue(chosen);
            }
        }
    }

    private void showWay(SecondWay way) {
        if (!way.equals(wayShown)) {
            wayShown = way;
            phone.setValue(way.phone());
            mail.setValue(way.mail());
        }
    }

    @Override
    public Optional<String> goesFirst(Board board) {
        var undecided =
                board.part(Disturbances.class).map(Disturbances::countUndecided).orElse(0);
        return undecided == 0
                ? Optional.empty()
                : Optional.of(whole.getTranslation("disturbance.desk.decide-first", undecided));
    }

    @Override
    public Optional<String> goesBeforeResuming(Board board) {
        var pending =
                board.part(Disturbances.class).map(it -> it.pending().size()).orElse(0);
        return pending == 0
                ? Optional.empty()
                : Optional.of(whole.getTranslation("disturbance.desk.settle-first", pending));
    }

    private Component reports(Board board, Disturbances disturbances, Map<PersonId, String> names) {
        var list = new UnorderedList();
        list.addClassName("rs-disturbance-list");
        disturbances
                .all()
                .forEach(it -> list.add(new ListItem(report(board, it, names.getOrDefault(it.person(), "")))));
        return disturbances.all().isEmpty() ? new Paragraph(whole.getTranslation("disturbance.desk.none")) : list;
    }

    private Component report(Board board, Disturbance disturbance, String name) {
        var title = new H3(name);
        var facts = new ArrayList<String>();
        facts.add(whole.getTranslation("disturbance.kind." + disturbance.kind()));
        facts.add(whole.getTranslation("disturbance.desk.since", DisturbanceTexts.clock(disturbance.began(), board)));
        if (disturbance.enteredFor()) {
            facts.add(whole.getTranslation("disturbance.desk.entered-for"));
        }
        var row = new Div(title, new Paragraph(String.join(" · ", facts)));
        row.addClassName("rs-disturbance-report");
        if (!disturbance.words().isEmpty()) {
            row.add(new Paragraph(disturbance.words()));
        }
        if (!disturbance.isPending()) {
            row.add(settled(disturbance));
            return row;
        }
        if (disturbance.overAt() != null) {
            row.add(new StatusBadge(Tone.INFO, whole.getTranslation("disturbance.desk.objects")));
        }
        var resolved = new Button(
                whole.getTranslation("disturbance.desk.resolved"),
                Symbol.SUCCESS.create(),
                click -> act.accept(() -> settling.resolve(disturbance.id(), "")));
        resolved.addThemeNames("primary");
        resolved.setAriaLabel(whole.getTranslation("disturbance.desk.resolved-of", name));
        var irrelevant = new Button(
                whole.getTranslation("disturbance.desk.irrelevant"),
                click -> SettleDialog.askGround(
                        whole,
                        name,
                        (ground, reason) ->
                                act.accept(() -> settling.findIrrelevant(disturbance.id(), ground, reason))));
        irrelevant.setAriaLabel(whole.getTranslation("disturbance.desk.irrelevant-of", name));
        var actions = new Div(resolved, irrelevant);
        actions.addClassName("rs-actions");
        row.add(actions);
        return row;
    }

    private Component settled(Disturbance disturbance) {
        var ground = disturbance.ground();
        var line = new Paragraph(new StatusBadge(
                ground == null ? Tone.SUCCESS : Tone.NEUTRAL,
                ground == null
                        ? whole.getTranslation("disturbance.state.RESOLVED")
                        : whole.getTranslation("disturbance.ground." + ground)));
        if (!disturbance.reason().isEmpty()) {
            line.add(new Span(" " + disturbance.reason()));
        }
        return line;
    }

    /** A step that several disturbances affected is decided once. */
    private Component steps(Board board, Disturbances disturbances) {
        var marked = new Div();
        var affected = disturbances.all().stream()
                .filter(it -> it.ground() == null)
                .flatMap(it -> it.steps().stream())
                .collect(Collectors.toMap(
                        AffectedStep::ref, Function.identity(), (one, other) -> other, LinkedHashMap::new));
        if (affected.isEmpty()) {
            return marked;
        }
        var open = disturbances.all().stream()
                .flatMap(it -> it.undecided().stream())
                .collect(Collectors.toMap(AffectedStep::ref, Function.identity(), (one, other) -> one));
        var list = new UnorderedList();
        list.addClassName("rs-disturbance-list");
        affected.values()
                .forEach(it ->
                        list.add(new ListItem(open.containsKey(it.ref()) ? toDecide(board, it) : decided(board, it))));
        marked.add(new H3(whole.getTranslation("disturbance.desk.affected")), list);
        return marked;
    }

    private Component toDecide(Board board, AffectedStep step) {
        var name = DisturbanceTexts.name(whole, step);
        var row = row(board, step);
        var repeat = new Button(
                whole.getTranslation("disturbance.desk.repeat"),
                Symbol.UNDO.create(),
                click -> SettleDialog.askReason(
                        whole,
                        whole.getTranslation("disturbance.desk.repeat-question", name),
                        whole.getTranslation("disturbance.desk.repeat"),
                        reason -> act.accept(() -> settling.repeat(meeting, step.ref(), reason))));
        repeat.addThemeNames("primary");
        var keep = new Button(
                whole.getTranslation("disturbance.desk.keep"),
                click -> SettleDialog.askReason(
                        whole,
                        whole.getTranslation("disturbance.desk.keep-question", name),
                        whole.getTranslation("disturbance.desk.keep"),
                        reason -> act.accept(() -> settling.keep(meeting, step.ref(), reason))));
        var actions = new Div(repeat, keep);
        actions.addClassName("rs-actions");
        row.add(actions);
        return row;
    }

    private Component decided(Board board, AffectedStep step) {
        var row = row(board, step);
        var decision = step.decision();
        row.add(new Paragraph(
                decision == null
                        ? whole.getTranslation("disturbance.desk.later")
                        : whole.getTranslation("disturbance.decision." + decision, String.valueOf(step.reason()))));
        return row;
    }

    private Div row(Board board, AffectedStep step) {
        var number = board.agenda().stream()
                .filter(it -> it.id().equals(step.item()))
                .findFirst()
                .map(AgendaItemSummary::number)
                .orElse("");
        var row = new Div(new Paragraph(number + " · " + DisturbanceTexts.name(whole, step)));
        row.addClassName("rs-disturbance-report");
        return row;
    }
}
