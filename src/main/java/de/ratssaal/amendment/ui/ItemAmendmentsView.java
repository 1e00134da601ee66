package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.amendment.AmendmentDecision;
import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.amendment.AmendmentMerging;
import de.ratssaal.amendment.AmendmentOrder;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.AmendmentSummary;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.amendment.Conflict;
import de.ratssaal.amendment.MergePreview;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PlacedItem;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.ProposalDifference;
import de.ratssaal.paper.TextDifference;
import de.ratssaal.paper.ui.ProposalComparison;
import de.ratssaal.paper.ui.TextComparison;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The amendments to the paper on an item: beside each other, in the order of voting, with what became of each and the text
 * that comes of it. Chair and secretariat note the results here and put the merged text to the vote.
 */
@Route(value = AmendmentLinks.ROOT + "/item/:" + Address.ITEM, layout = MainLayout.class)
@PermitAll
class ItemAmendmentsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Amendments amendments;
    private final AmendmentDecisions decisions;
    private final AmendmentMerging merging;
    private final AmendmentOrder order;
    private final Meetings meetings;
    private final ChangeNotices notices;
    private @Nullable Shown shown;

    ItemAmendmentsView(
            Amendments amendments,
            AmendmentDecisions decisions,
            AmendmentMerging merging,
            AmendmentOrder order,
            Meetings meetings,
            ChangeNotices notices) {
        this.amendments = amendments;
        this.decisions = decisions;
        this.merging = merging;
        this.order = order;
        this.meetings = meetings;
        this.notices = notices;
        getContent().addClassName("rs-page");
    }

    /** All that the page says; made anew only when that changed, so that no button goes away under a finger. */
    private record Shown(
            AgendaItemSummary item,
            MergePreview preview,
            List<AmendmentRow> rows,
            Map<AmendmentId, AmendmentDecision> decided,
            boolean mayDecide) {

        List<AmendmentId> order() {
            return rows.stream().map(it -> it.amendment().id()).toList();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new AgendaItemId(Address.id(event, Address.ITEM));
        show(id);
        var meeting = meetings.meetingOf(id).orElseThrow(() -> nothing(id));
        WhileShown.watch(
                this,
                ui -> notices.watch(
                        ChangeNotices.meeting(meeting.value()), () -> WhileShown.update(ui, () -> show(id))));
    }

    private static NoSuchElementException nothing(AgendaItemId id) {
        return new NoSuchElementException("agenda item " + id);
    }

    private void show(AgendaItemId id) {
        var item = meetings.item(id).map(PlacedItem::item).orElseThrow(() -> nothing(id));
        var preview = merging.preview(id).orElseThrow(() -> nothing(id));
        var now = new Shown(item, preview, amendments.on(id), amendments.decisions(id), amendments.mayDecide(id));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getContent().removeAll();
        getContent().add(header(now));
        if (now.rows().isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.EDIT,
                            getTranslation("amendment.item.none"),
                            getTranslation("amendment.item.none-text")));
            return;
        }
        getContent().add(list(now), synopsis(now), text(now));
    }

    private Component header(Shown now) {
        var wording = now.preview().wording();
        return new PageHeader(
                        getTranslation("amendment.item.title"),
                        getTranslation(
                                "amendment.item.subtitle",
                                now.item().number(),
                                now.item().title(),
                                wording.number().toString()))
                .above(
                        wording.meeting().title(),
                        MeetingLinks.meeting(wording.meeting().id()))
                .above(wording.number() + " " + wording.own().title(), PaperLinks.paper(wording.paper()));
    }

    private Component list(Shown now) {
        var card = new Card(getTranslation("amendment.item.order"));
        card.add(new Paragraph(getTranslation("amendment.item.order-text")));
        amendments
                .reasonOfOrder(now.preview().wording().paper())
                .ifPresent(it -> card.add(new Paragraph(getTranslation("amendment.item.order-given", it))));
        var list = new OrderedList();
        list.addClassName("rs-amendments");
        for (var place = 0; place < now.rows().size(); place++) {
            list.add(row(now, place));
        }
        card.add(list);
        return card;
    }

    private ListItem row(Shown now, int place) {
        var row = now.rows().get(place);
        var amendment = row.amendment();
        var name = AmendmentTexts.name(this, amendment);
        var link = new Anchor(
                AmendmentLinks.amendment(amendment.id()),
                getTranslation("amendment.card.row", name, amendment.title()));
        var words = new Div(
                link,
                new Paragraph(getTranslation(
                        "amendment.card.detail", amendment.mover().name(), AmendmentTexts.reach(this, row))));
        words.addClassName("rs-amendment-words");
        var rivals = now.rows().stream()
                .map(AmendmentRow::amendment)
                .filter(it -> row.competitors().contains(it.id()))
                .map(it -> Integer.toString(it.number()))
                .toList();
        if (!rivals.isEmpty()) {
            words.add(new Paragraph(getTranslation("amendment.item.competes", String.join(", ", rivals))));
        }
        var badges = new Div();
        badges.addClassName("rs-page-meta");
        var decision = now.decided().get(amendment.id());
        if (decision != null) {
            badges.add(AmendmentTexts.outcome(this, decision.outcome()));
            words.add(new Paragraph(getTranslation(
                    decision.isFinal() ? "amendment.item.decided" : "amendment.item.advised",
                    AmendmentTexts.decision(this, decision))));
        } else {
            badges.add(AmendmentTexts.state(this, amendment.state()));
        }
        if (amendment.toCheck()) {
            badges.add(AmendmentTexts.toCheck(this));
        }
        var item = new ListItem(words, badges);
        item.addClassName("rs-amendment");
        if (now.mayDecide()) {
            item.add(tools(now, place, name));
        }
        return item;
    }

    private Component tools(Shown now, int place, String name) {
        var amendment = now.rows().get(place).amendment();
        var tools = new Div();
        tools.addClassName("rs-actions");
        if (amendment.state() != AmendmentState.WITHDRAWN && amendment.state() != AmendmentState.TAKEN_OVER) {
            var decide = new Button(
                    getTranslation(
                            now.decided().containsKey(amendment.id()) ? "amendment.decide.again" : "amendment.decide"),
                    Symbol.DECISION.create(),
                    click -> new DecideDialog(name, (outcome, count) -> {
                                decisions.decide(amendment.id(), now.item().id(), outcome, count);
                                show(now.item().id());
                            })
                            .open());
            decide.setAriaLabel(getTranslation("amendment.decide.named", name));
            tools.add(decide);
        }
        tools.add(
                move(now, place, place - 1, Symbol.UP, getTranslation("amendment.order.up", name)),
                move(now, place, place + 1, Symbol.DOWN, getTranslation("amendment.order.down", name)));
        return tools;
    }

    private Component move(Shown now, int from, int to, Symbol symbol, String label) {
        var button = new Button(symbol.create(), click -> {
            var wanted = new ArrayList<>(now.order());
            Collections.swap(wanted, from, to);
            askReason(now.preview().wording().paper(), wanted, now.item().id());
        });
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.setEnabled(to >= 0 && to < now.rows().size());
        return button;
    }

    private void askReason(PaperId paper, List<AmendmentId> wanted, AgendaItemId item) {
        var reason = new TextArea(getTranslation("amendment.order.reason"));
        reason.setWidthFull();
        var dialog = new Dialog(new Paragraph(getTranslation("amendment.order.text")), reason);
        dialog.setHeaderTitle(getTranslation("amendment.order.question"));
        dialog.setWidth("34rem");
        var save = new Button(getTranslation("amendment.order.save"), click -> {
            order.arrange(paper, wanted, reason.getValue());
            dialog.close();
            show(item);
        });
        save.addThemeNames("primary");
        dialog.getFooter().add(new Button(getTranslation("base.cancel"), click -> dialog.close()), save);
        dialog.open();
        reason.focus();
    }

    private Component synopsis(Shown now) {
        var version = now.preview().wording().own();
        var columns = new ArrayList<Synopsis.Column>();
        for (var row : now.rows()) {
            var amendment = row.amendment();
            if (amendment.version() == version.number() && amendment.state() != AmendmentState.WITHDRAWN) {
                columns.add(new Synopsis.Column(
                        getTranslation(
                                "amendment.synopsis.by",
                                AmendmentTexts.name(this, amendment),
                                amendment.mover().name()),
                        amendments.amendment(amendment.id()).result()));
            }
        }
        return new Card(
                getTranslation("amendment.synopsis"),
                new Synopsis(
                        version.proposal(),
                        columns,
                        new Synopsis.Column(
                                getTranslation("amendment.synopsis.merged"),
                                now.preview().result())));
    }

    private Component text(Shown now) {
        var preview = now.preview();
        var card = new Card(getTranslation("amendment.merge"));
        if (!preview.isMerged()) {
            card.aside(new StatusBadge(Tone.WARNING, getTranslation("amendment.merge.not-merged")));
        } else if (!preview.amendments().isEmpty()) {
            card.aside(new StatusBadge(Tone.SUCCESS, getTranslation("amendment.merge.is-merged")));
        }
        card.add(new Paragraph(
                preview.amendments().isEmpty()
                        ? getTranslation("amendment.merge.nothing")
                        : getTranslation("amendment.merge.holds", names(preview.amendments()))));
        if (!preview.toCheck().isEmpty()) {
            card.add(note(getTranslation("amendment.merge.check-first", names(preview.toCheck()))));
        }
        preview.conflicts().forEach(it -> card.add(conflict(now, it)));
        if (preview.isMerged() || !preview.isComplete()) {
            return card;
        }
        var references = references(preview);
        references.ifPresent(it -> card.add(note(getTranslation("amendment.merge.references-text")), it));
        var difference = ProposalDifference.between(preview.wording().current(), preview.result());
        if (preview.wording().withChanges()) {
            card.add(note(getTranslation("amendment.merge.replaces")));
        }
        card.add(new H3(getTranslation("amendment.merge.difference")), new ProposalComparison(difference));
        if (now.mayDecide()) {
            var merge = new Button(getTranslation("amendment.merge.do"), Symbol.CHECK.create(), click -> {
                merging.merge(
                        now.item().id(),
                        preview.result(),
                        references.map(CheckboxGroup::getValue).orElse(Set.of()));
                Notice.success(getTranslation("amendment.merge.done"));
                show(now.item().id());
            });
            merge.addThemeNames("primary", "large");
            card.add(new Div(merge));
        }
        return card;
    }

    private Optional<CheckboxGroup<Integer>> references(MergePreview preview) {
        if (preview.references().isEmpty()) {
            return Optional.empty();
        }
        var group = new CheckboxGroup<Integer>();
        group.setLabel(getTranslation("amendment.merge.references"));
        group.addThemeNames("vertical");
        group.setItems(preview.references().keySet().stream().sorted().toList());
        group.setRenderer(new ComponentRenderer<>(number -> {
            var adapted = preview.references().get(number);
            var before = preview.result().points().get(number - 1);
            return new Div(
                    new Span(getTranslation("amendment.synopsis.point", before.label())),
                    new TextComparison(
                            TextDifference.between(before.wording(), adapted == null ? "" : adapted.wording())));
        }));
        group.setItemLabelGenerator(number -> "%02d".formatted(number));
        group.setValue(preview.references().keySet());
        return Optional.of(group);
    }

    private Component conflict(Shown now, Conflict conflict) {
        var box =
                new Div(note(getTranslation("amendment.merge.conflict", AmendmentTexts.place(this, conflict.place()))));
        box.addClassName("rs-conflict");
        var actions = new Div();
        actions.addClassName("rs-actions");
        for (var row : now.rows()) {
            var amendment = row.amendment();
            if (now.mayDecide() && conflict.between().contains(amendment.id())) {
                actions.add(new Button(
                        getTranslation("amendment.merge.choose", AmendmentTexts.name(this, amendment)), click -> {
                            merging.choose(now.item().id(), conflict.place(), amendment.id());
                            show(now.item().id());
                        }));
            }
        }
        box.add(actions);
        return box;
    }

    private String names(List<AmendmentSummary> named) {
        return String.join(
                ", ", named.stream().map(it -> AmendmentTexts.name(this, it)).toList());
    }

    private static Component note(String text) {
        var note = new Paragraph(Symbol.ALERT.create(), new Span(text));
        note.addClassName("rs-note");
        return note;
    }

    @Override
    public String getPageTitle() {
        return shown == null
                ? getTranslation("amendment.item.title")
                : getTranslation("amendment.item.title") + " " + shown.item().number();
    }
}
