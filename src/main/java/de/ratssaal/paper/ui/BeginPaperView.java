package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperBeginning;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperLinks;
import jakarta.annotation.security.RolesAllowed;

/** Begins a paper: which kind, as whom, for which organization. Everything else is written on its desk. */
@Route(value = PaperLinks.NEW, layout = MainLayout.class)
@RolesAllowed({"SECRETARIAT", "OFFICE_HEAD", "OFFICE_WORKER", "CHAIR", "DEPUTY_CHAIR", "MEMBER"})
class BeginPaperView extends Composite<Div> implements HasDynamicTitle {

    private final PaperBeginning beginning;
    private final Select<BodySummary> body = new Select<>();
    private final Select<PaperBeginning.Choice> kind = new Select<>();
    private final Select<PaperBeginning.Author> author = new Select<>();
    private final Select<OrganizationSummary> organization = new Select<>();
    private final TextField title = new TextField();
    private final RadioButtonGroup<Boolean> isPublic = new RadioButtonGroup<>();
    private final Paragraph note = new Paragraph();

    BeginPaperView(PaperBeginning beginning, Councils councils) {
        this.beginning = beginning;
        getContent().addClassName("rs-page");
        getContent().add(new PageHeader(getPageTitle()).above(getTranslation("paper.menu"), PaperLinks.LIST));
        var bodies = councils.bodies().stream()
                .filter(it -> !beginning.choices(it.id()).isEmpty())
                .toList();
        if (bodies.isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.PAPER,
                            getTranslation("paper.begin.nothing"),
                            getTranslation("paper.begin.nothing-text")));
            return;
        }
        labels();
        body.setItems(bodies);
        body.setVisible(bodies.size() > 1);
        body.addValueChangeListener(change -> showKinds());
        kind.addValueChangeListener(change -> showAuthors());
        author.addValueChangeListener(change -> showOrganizations());
        body.setValue(bodies.getFirst());
        var begin = new Button(getTranslation("paper.begin"), Symbol.EDIT.create(), click -> begin());
        begin.addThemeNames("primary", "large");
        var columns = new Div(title, body, kind, author, organization, isPublic);
        columns.addClassName("rs-form-columns");
        note.addClassName("rs-note");
        var actions =
                new Div(begin, ButtonLink.secondary(PaperLinks.LIST, Symbol.CLOSE, getTranslation("base.cancel")));
        actions.addClassName("rs-actions");
        getContent().add(new Card(getTranslation("paper.begin.what"), columns, note), actions);
    }

    private void labels() {
        title.setLabel(getTranslation("paper.write.title"));
        title.setMaxLength(PaperContent.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        title.addClassName("rs-wide");
        body.setLabel(getTranslation("paper.begin.body"));
        body.setItemLabelGenerator(BodySummary::name);
        kind.setLabel(getTranslation("paper.write.type"));
        kind.setItemLabelGenerator(it -> it.template().design().name());
        author.setLabel(getTranslation("paper.begin.author"));
        author.setItemLabelGenerator(
                it -> it.author().isSecretariat() ? getTranslation("paper.begin.secretariat") : it.name());
        organization.setLabel(getTranslation("paper.write.organization"));
        organization.setHelperText(getTranslation("paper.write.organization-help"));
        organization.setItemLabelGenerator(OrganizationSummary::name);
        isPublic.setLabel(getTranslation("paper.write.publicity"));
        isPublic.setItems(true, false);
        isPublic.setItemLabelGenerator(it -> getTranslation(it ? "paper.public" : "paper.non-public"));
        isPublic.setValue(true);
    }

    private void showKinds() {
        var choices = beginning.choices(body.getValue().id());
        kind.setItems(choices);
        kind.setValue(choices.getFirst());
    }

    private void showAuthors() {
        if (kind.getValue() != null) {
            var authors = kind.getValue().authors();
            author.setItems(authors);
            author.setVisible(authors.size() > 1);
            author.setValue(authors.getFirst());
        }
    }

    private void showOrganizations() {
        if (author.getValue() != null) {
            var organizations = beginning.organizations(
                    body.getValue().id(), author.getValue().author());
            organization.setItems(organizations);
            organizations.stream().findFirst().ifPresent(organization::setValue);
            note.setText(getTranslation(
                    author.getValue().author().isSecretariat() ? "paper.begin.note-secretariat" : "paper.begin.note"));
        }
    }

    private void begin() {
        var paper = beginning.begin(
                kind.getValue().template().type(),
                organization.getValue().id(),
                author.getValue().author(),
                title.getValue(),
                isPublic.getValue());
        UI.getCurrent().navigate(PaperLinks.edit(paper));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("paper.new");
    }
}
