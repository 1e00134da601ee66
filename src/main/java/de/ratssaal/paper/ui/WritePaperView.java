package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperDraft;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.ResolutionText;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins a paper, or writes on in one. */
@Route(value = PaperLinks.NEW, layout = MainLayout.class)
@RouteAlias(value = PaperLinks.LIST + "/:" + Address.PAPER + "/edit", layout = MainLayout.class)
@RolesAllowed({"SECRETARIAT", "OFFICE_HEAD", "OFFICE_WORKER"})
class WritePaperView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String REASONS = "Begründung";

    private final PaperDrafting drafting;
    private final Councils councils;
    private final Files files;
    private final Access access;

    private final TextField title = new TextField();
    private final Select<PaperType> type = new Select<>();
    private final Select<OrganizationSummary> organization = new Select<>();
    private final TextField originator = new TextField();
    private final RadioButtonGroup<Boolean> isPublic = new RadioButtonGroup<>();
    private final TextArea reasons = new TextArea();
    private final ProposalEditor proposal = new ProposalEditor(ResolutionProposal.EMPTY);
    private @Nullable PaperDraft draft;

    WritePaperView(PaperDrafting drafting, Councils councils, Files files, Access access) {
        this.drafting = drafting;
        this.councils = councils;
        this.files = files;
        this.access = access;
        getContent().addClassName("rs-page");
        title.setLabel(getTranslation("paper.write.title"));
        title.setMaxLength(PaperContent.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        title.addClassName("rs-wide");
        type.setLabel(getTranslation("paper.write.type"));
        type.setItems(PaperType.values());
        type.setItemLabelGenerator(it -> getTranslation("paper.type." + it));
        type.setValue(PaperType.PROPOSAL);
        organization.setLabel(getTranslation("paper.write.organization"));
        organization.setHelperText(getTranslation("paper.write.organization-help"));
        organization.setItemLabelGenerator(OrganizationSummary::name);
        originator.setLabel(getTranslation("paper.write.originator"));
        originator.setHelperText(getTranslation("paper.write.originator-help"));
        originator.setMaxLength(PaperContent.LONGEST_ORIGINATOR);
        isPublic.setLabel(getTranslation("paper.write.publicity"));
        isPublic.setItems(true, false);
        isPublic.setItemLabelGenerator(it -> getTranslation(it ? "paper.public" : "paper.non-public"));
        isPublic.setValue(true);
        reasons.setWidthFull();
        reasons.setMinRows(6);
        reasons.setAriaLabel(getTranslation("paper.page.reasons"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        draft = event.getRouteParameters().get(Address.PAPER).isPresent()
                ? drafting.workingCopy(Address.paper(event))
                : null;
        var written = draft;
        if (written == null) {
            access.requireAnywhere(Role.SECRETARIAT);
        }
        organization.setItems(organizations());
        if (written == null) {
            organization.getListDataView().getItems().findFirst().ifPresent(organization::setValue);
        } else {
            take(written);
        }
        getContent().add(header(), facts(), wording(), new Card(getTranslation("paper.page.reasons"), reasons));
        if (written == null) {
            var note = new Paragraph(getTranslation("paper.write.files-later"));
            note.addClassName("rs-note");
            getContent().add(note);
        } else {
            getContent().add(new FilesCard(written.id(), written.content().isPublic(), files));
        }
        getContent().add(actions());
    }

    private List<OrganizationSummary> organizations() {
        return councils.bodies().stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .filter(it -> it.classification().meets())
                .filter(it -> access.has(it.id(), Role.SECRETARIAT))
                .toList();
    }

    private void take(PaperDraft written) {
        var content = written.content();
        title.setValue(content.title());
        type.setValue(content.type());
        originator.setValue(content.originator());
        isPublic.setValue(content.isPublic());
        reasons.setValue(content.reasons());
        proposal.show(content.proposal());
        organization.setVisible(false); // its number is counted there
        var released = written.state() == PaperState.RELEASED;
        type.setReadOnly(released);
        isPublic.setReadOnly(released);
    }

    private Component header() {
        var header = new PageHeader(getPageTitle()).above(getTranslation("paper.menu"), PaperLinks.LIST);
        var written = draft;
        if (written != null) {
            header.above(written.number() + " " + written.content().title(), PaperLinks.paper(written.id()));
        }
        return header;
    }

    private Component facts() {
        var columns = new Div(title, type, organization, originator, isPublic);
        columns.addClassName("rs-form-columns");
        return new Card(getTranslation("paper.write.facts"), columns);
    }

    private Component wording() {
        return new Card(
                getTranslation("paper.page.proposal"), new TextReader(this::take, proposal::proposal), proposal);
    }

    private void take(ResolutionText text) {
        proposal.show(text.proposal());
        if (reasons.isEmpty() && text.after().startsWith(REASONS)) {
            reasons.setValue(text.after().substring(REASONS.length()).replaceFirst("^\\s*:?\\s*", ""));
        }
    }

    private Component actions() {
        var save = new Button(getTranslation("paper.write.save"), Symbol.SAVE.create(), click -> save());
        save.addThemeNames("primary", "large");
        var written = draft;
        var cancel = ButtonLink.secondary(
                written == null ? PaperLinks.LIST : PaperLinks.paper(written.id()),
                Symbol.CLOSE,
                getTranslation("base.cancel"));
        var actions = new Div(save, cancel);
        actions.addClassName("rs-actions");
        return actions;
    }

    private void save() {
        var content = new PaperContent(
                type.getValue(),
                title.getValue(),
                originator.getValue(),
                isPublic.getValue(),
                proposal.proposal(),
                reasons.getValue());
        var written = draft;
        PaperId id;
        if (written == null) {
            id = drafting.draft(organization.getValue().id(), content);
        } else {
            id = written.id();
            drafting.edit(id, written.revision(), content);
        }
        Notice.success(getTranslation("paper.write.saved"));
        UI.getCurrent().navigate(PaperLinks.paper(id));
    }

    @Override
    public String getPageTitle() {
        return getTranslation(draft == null ? "paper.new" : "paper.edit");
    }
}
