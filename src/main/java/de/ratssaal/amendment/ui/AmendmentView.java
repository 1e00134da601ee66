package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.amendment.AmendmentPage;
import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.AmendmentWriting;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.ProposalDifference;
import de.ratssaal.paper.ui.ProposalComparison;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One amendment beside what it changes and what comes of it. */
@Route(value = AmendmentLinks.ROOT + "/:" + Address.AMENDMENT, layout = MainLayout.class)
@PermitAll
class AmendmentView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Amendments amendments;
    private final AmendmentWriting writing;
    private final AmendmentDecisions decisions;
    private final Councils councils;
    private final ChangeNotices notices;
    private @Nullable AmendmentPage shown;

    AmendmentView(
            Amendments amendments,
            AmendmentWriting writing,
            AmendmentDecisions decisions,
            Councils councils,
            ChangeNotices notices) {
        this.amendments = amendments;
        this.writing = writing;
        this.decisions = decisions;
        this.councils = councils;
        this.notices = notices;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new AmendmentId(Address.id(event, Address.AMENDMENT));
        show(id);
        var paper = amendments.amendment(id).amendment().paper();
        WhileShown.watch(
                this, ui -> notices.watch(PaperShelf.topic(paper), () -> WhileShown.update(ui, () -> refresh(id))));
    }

    /** A draft that was thrown away in another window is not there any more; this window says so when it is used. */
    private void refresh(AmendmentId id) {
        var before = shown;
        var isDraft = before != null && before.amendment().state() == AmendmentState.DRAFT;
        if (!isDraft && !amendments.amendment(id).equals(before)) {
            show(id);
        }
    }

    private void show(AmendmentId id) {
        var page = amendments.amendment(id);
        shown = page;
        var amendment = page.amendment();
        getContent().removeAll();
        getContent().add(header(page));
        if (amendment.toCheck()) {
            getContent().add(toCheck(page));
        }
        getContent()
                .add(new Card(
                        getTranslation("amendment.synopsis"),
                        amendment.operations().isEmpty()
                                ? new Paragraph(getTranslation("amendment.synopsis.empty"))
                                : new Synopsis(
                                        page.base(),
                                        List.of(new Synopsis.Column(
                                                AmendmentTexts.name(this, amendment), page.result())),
                                        new Synopsis.Column(
                                                getTranslation("amendment.synopsis.result"), page.result()))));
        if (!amendment.reasons().isBlank()) {
            var prose = new Div();
            prose.addClassName("rs-prose");
            amendment.reasons().lines().map(Paragraph::new).forEach(prose::add);
            getContent().add(new Card(getTranslation("paper.page.reasons"), prose));
        }
        if (!page.wordings().isEmpty()) {
            getContent().add(history(page));
        }
    }

    private Component header(AmendmentPage page) {
        var amendment = page.amendment();
        var paper = page.paper().paper();
        var badges = new ArrayList<Component>();
        badges.add(AmendmentTexts.state(this, amendment.state()));
        if (amendment.toCheck()) {
            badges.add(AmendmentTexts.toCheck(this));
        }
        return new PageHeader(
                        amendment.title(),
                        getTranslation(
                                "amendment.page.subtitle",
                                AmendmentTexts.name(this, amendment),
                                paper.number().toString(),
                                amendment.mover().name()))
                .above(getTranslation("paper.menu"), PaperLinks.LIST)
                .above(paper.number() + " " + paper.title(), PaperLinks.paper(paper.id()))
                .meta(badges.toArray(Component[]::new))
                .actions(actions(page).toArray(Component[]::new));
    }

    private List<Component> actions(AmendmentPage page) {
        var amendment = page.amendment();
        var id = amendment.id();
        var actions = new ArrayList<Component>();
        if (page.isMover() && amendment.state() == AmendmentState.DRAFT) {
            var submit = new Button(
                    getTranslation("amendment.submit"),
                    Symbol.SEND.create(),
                    click -> ConfirmAction.ask(
                            getTranslation("amendment.submit.question"),
                            getTranslation("amendment.submit.text"),
                            getTranslation("amendment.submit"),
                            () -> {
                                writing.submit(id);
                                Notice.success(getTranslation("amendment.submit.done"));
                                show(id);
                            }));
            submit.addThemeNames("primary");
            actions.add(submit);
        }
        if (page.mayWrite()) {
            actions.add(ButtonLink.secondary(AmendmentLinks.edit(id), Symbol.EDIT, getTranslation("amendment.edit")));
        }
        if (page.isMover() && amendment.state() == AmendmentState.DRAFT) {
            actions.add(destructive("amendment.discard", () -> {
                writing.discard(id);
                UI.getCurrent().navigate(PaperLinks.paper(amendment.paper()));
            }));
        }
        if (page.isMover() && amendment.state() == AmendmentState.SUBMITTED) {
            actions.add(destructive("amendment.withdraw", () -> {
                writing.withdraw(id);
                show(id);
            }));
        }
        if (page.mayTakeOver() && amendment.state() == AmendmentState.SUBMITTED && !amendment.toCheck()) {
            actions.add(new Button(
                    getTranslation("amendment.take-over"),
                    Symbol.CHECK.create(),
                    click -> ConfirmAction.ask(
                            getTranslation("amendment.take-over.question"),
                            getTranslation("amendment.take-over.text"),
                            getTranslation("amendment.take-over"),
                            () -> {
                                decisions.takeOver(id);
                                show(id);
                            })));
        }
        if (page.mayTakeOver() && amendment.state() == AmendmentState.TAKEN_OVER) {
            actions.add(new Button(getTranslation("amendment.give-back"), Symbol.UNDO.create(), click -> {
                decisions.giveBack(id);
                show(id);
            }));
        }
        return actions;
    }

    private Button destructive(String key, Runnable act) {
        var button = new Button(
                getTranslation(key),
                Symbol.UNDO.create(),
                click -> ConfirmAction.askDestructive(
                        getTranslation(key + ".question"), getTranslation(key + ".text"), getTranslation(key), act));
        button.addThemeNames("tertiary", "error");
        return button;
    }

    /** What changed in the paper since the amendment was written. */
    private Component toCheck(AmendmentPage page) {
        var latest = amendments.latest(page.amendment().paper());
        var note = new Paragraph(
                Symbol.ALERT.create(),
                new Span(getTranslation(
                        page.isMover() ? "amendment.to-check-mover" : "amendment.to-check-others",
                        page.amendment().version(),
                        latest.number())));
        note.addClassName("rs-note");
        return new Card(
                getTranslation("amendment.to-check-title"),
                note,
                new ProposalComparison(ProposalDifference.between(page.base(), latest.proposal())));
    }

    private Component history(AmendmentPage page) {
        var zone = councils.body(page.paper().paper().body()).zone();
        var list = new UnorderedList();
        page.wordings()
                .forEach(it -> list.add(new ListItem(getTranslation(
                        "amendment.history." + it.cause(),
                        it.writtenAt().atZone(zone),
                        it.writtenBy(),
                        it.version()))));
        page.decisions()
                .forEach(it -> list.add(new ListItem(getTranslation(
                        it.isFinal() ? "amendment.history.decided" : "amendment.history.advised",
                        AmendmentTexts.decision(this, it),
                        it.at().atZone(zone),
                        it.by()))));
        return new Card(getTranslation("amendment.history"), list);
    }

    @Override
    public String getPageTitle() {
        return shown == null
                ? getTranslation("amendment.card")
                : shown.amendment().title();
    }
}
