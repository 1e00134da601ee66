package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ui.Kinds;
import de.ratssaal.workflow.ProcessDefinitions;
import de.ratssaal.workflow.WorkflowLinks;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;

/** For administrators: what happens to papers of each kind before they are released. */
@Route(value = WorkflowLinks.PROCESSES, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "workflow.design.menu", order = 70, icon = "settings")
class ProcessesView extends Composite<Div> implements HasDynamicTitle {

    private final ProcessDefinitions definitions;
    private final Kinds kinds;

    ProcessesView(ProcessDefinitions definitions, Councils councils, Kinds kinds) {
        this.definitions = definitions;
        this.kinds = kinds;
        getContent().addClassName("rs-page");
        getContent().add(new PageHeader(getPageTitle(), getTranslation("workflow.design.subtitle")));
        for (var body : councils.bodies()) {
            getContent().add(card(body));
        }
    }

    private Card card(BodySummary body) {
        var card = TaskRow.card(
                body.name(),
                Arrays.stream(PaperType.values()).map(it -> row(body, it)).toList());
        card.add(new Paragraph(getTranslation("workflow.design.versions-text")));
        return card;
    }

    private TaskRow row(BodySummary body, PaperType type) {
        var latest =
                definitions.latest(body.id(), type).filter(it -> !it.design().isNone());
        return new TaskRow(
                WorkflowLinks.PROCESSES + "/" + body.id() + "/" + type,
                Symbol.SETTINGS,
                kinds.of(this, body.id(), type),
                latest.map(it -> getTranslation(
                                "workflow.design.steps-version",
                                it.design().steps().size(),
                                it.version()))
                        .orElseGet(() -> getTranslation("workflow.design.none")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workflow.design.menu");
    }
}
