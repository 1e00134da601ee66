package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import de.ratssaal.amendment.AmendmentContent;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.amendment.AmendmentPage;
import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.AmendmentWriting;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.amendment.Mover;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.ReleasedVersion;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.ui.ProposalEditor;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Writes an amendment: a copy of the proposal is changed, and what that changes is shown beside the original at once. */
@Route(value = AmendmentLinks.ROOT + "/new/:" + Address.PAPER, layout = MainLayout.class)
@RouteAlias(value = AmendmentLinks.ROOT + "/:" + Address.AMENDMENT + "/edit", layout = MainLayout.class)
@PermitAll
class WriteAmendmentView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SOON = 400;

    private final Amendments amendments;
    private final AmendmentWriting writing;

    private final TextField title = new TextField();
    private final Select<Mover> mover = new Select<>();
    private final TextArea reasons = new TextArea();
    private final ProposalEditor editor = new ProposalEditor(ResolutionProposal.EMPTY);
    private final Div synopsis = new Div();
    private @Nullable AmendmentPage written;
    private @Nullable ReleasedVersion base;
    private @Nullable ResolutionProposal compared;

    WriteAmendmentView(Amendments amendments, AmendmentWriting writing) {
        this.amendments = amendments;
        this.writing = writing;
        getContent().addClassName("rs-page");
        title.setLabel(getTranslation("amendment.write.title"));
        title.setHelperText(getTranslation("amendment.write.title-help"));
        title.setMaxLength(PaperContent.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        title.addClassName("rs-wide");
        mover.setLabel(getTranslation("amendment.write.mover"));
        mover.setItemLabelGenerator(Mover::name);
        reasons.setWidthFull();
        reasons.setMinRows(4);
        reasons.setAriaLabel(getTranslation("paper.page.reasons"));
        // whatever was changed in the copy is seen beside the original as soon as the field or button is left
        editor.getElement().addEventListener("focusout", left -> compare()).debounce(SOON);
        editor.getElement().addEventListener("click", pressed -> compare()).debounce(SOON);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        var page = event.getRouteParameters().get(Address.AMENDMENT).isPresent()
                ? amendments.amendment(new AmendmentId(Address.id(event, Address.AMENDMENT)))
                : null;
        written = page;
        var id = page == null
                ? new PaperId(Address.id(event, Address.PAPER))
                : page.amendment().paper();
        var paper = amendments
                .paper(id)
                .orElseThrow(() -> new NoSuchElementException("paper " + id))
                .paper();
        var movers = new ArrayList<>(amendments.movers(id));
        if (page != null && !movers.contains(page.amendment().mover())) {
            movers.addFirst(page.amendment().mover());
        }
        if (movers.isEmpty() || page != null && !page.mayWrite()) {
            throw new NoSuchElementException("nothing to write on paper " + id);
        }
        var latest = amendments.latest(id);
        base = latest;
        mover.setItems(movers);
        take(page, latest, movers);
        getContent().add(header(paper));
        if (page != null && page.amendment().toCheck()) {
            var note = new Paragraph(
                    Symbol.ALERT.create(), new Span(getTranslation("amendment.write.anew", latest.number())));
            note.addClassName("rs-note");
            getContent().add(note);
        }
        var columns = new Div(title, mover);
        columns.addClassName("rs-form-columns");
        getContent()
                .add(
                        new Card(getTranslation("paper.write.facts"), columns),
                        new Card(
                                getTranslation("amendment.write.copy"),
                                new Paragraph(getTranslation("amendment.write.copy-help")),
                                new OperationPicker(editor, this::compare),
                                editor),
                        new Card(getTranslation("amendment.synopsis"), synopsis),
                        new Card(getTranslation("paper.page.reasons"), reasons),
                        actions(id));
        compare();
    }

    private void take(@Nullable AmendmentPage page, ReleasedVersion latest, List<Mover> movers) {
        if (page == null) {
            mover.setValue(movers.getFirst());
            editor.show(latest.proposal());
        } else {
            title.setValue(page.amendment().title());
            reasons.setValue(page.amendment().reasons());
            mover.setValue(page.amendment().mover());
            mover.setReadOnly(page.amendment().state() != AmendmentState.DRAFT);
            editor.show(amendments.startingPoint(page));
        }
    }

    private Component header(PaperSummary paper) {
        return new PageHeader(
                        getPageTitle(),
                        getTranslation(
                                "amendment.write.subtitle", paper.number().toString(), paper.title()))
                .above(getTranslation("paper.menu"), PaperLinks.LIST)
                .above(paper.number() + " " + paper.title(), PaperLinks.paper(paper.id()));
    }

    private void compare() {
        var original = base;
        if (original == null) {
            return;
        }
        var wanted = editor.proposal();
        if (wanted.equals(compared)) {
            return;
        }
        compared = wanted;
        synopsis.removeAll();
        synopsis.add(
                wanted.equals(original.proposal())
                        ? new Paragraph(getTranslation("amendment.synopsis.empty"))
                        : new Synopsis(
                                original.proposal(),
                                List.of(new Synopsis.Column(getTranslation("amendment.draft-name"), wanted)),
                                new Synopsis.Column(getTranslation("amendment.synopsis.result"), wanted)));
    }

    private Component actions(PaperId paper) {
        var page = written;
        var isDraft = page == null || page.amendment().state() == AmendmentState.DRAFT;
        var save = new Button(
                getTranslation(isDraft ? "amendment.write.save" : "amendment.write.save-anew"),
                Symbol.SAVE.create(),
                click -> save(paper));
        save.addThemeNames("primary", "large");
        var cancel = ButtonLink.secondary(
                page == null
                        ? PaperLinks.paper(paper)
                        : AmendmentLinks.amendment(page.amendment().id()),
                Symbol.CLOSE,
                getTranslation("base.cancel"));
        var actions = new Div(save, cancel);
        actions.addClassName("rs-actions");
        return actions;
    }

    private void save(PaperId paper) {
        var original = base;
        if (original == null) {
            throw new IllegalStateException("nothing is written yet");
        }
        var content = new AmendmentContent(
                title.getValue(), mover.getValue(), original.number(), editor.proposal(), reasons.getValue());
        var page = written;
        AmendmentId id;
        if (page == null) {
            id = writing.draft(paper, content);
        } else {
            id = page.amendment().id();
            writing.edit(id, content);
        }
        Notice.success(getTranslation("amendment.write.saved"));
        UI.getCurrent().navigate(AmendmentLinks.amendment(id));
    }

    @Override
    public String getPageTitle() {
        return getTranslation(written == null ? "amendment.create" : "amendment.edit");
    }
}
