package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ui.Kinds;
import de.ratssaal.workflow.Actor;
import de.ratssaal.workflow.AfterChange;
import de.ratssaal.workflow.AfterRefusal;
import de.ratssaal.workflow.Condition;
import de.ratssaal.workflow.ProcessDefinition;
import de.ratssaal.workflow.ProcessDefinitions;
import de.ratssaal.workflow.ProcessDesign;
import de.ratssaal.workflow.Step;
import de.ratssaal.workflow.StepKind;
import de.ratssaal.workflow.WorkflowLinks;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays down the process for papers of one kind, with its picture beside it and with what is wrong with it. */
@Route(value = WorkflowLinks.PROCESSES + "/:body/:type", layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
class ProcessDesignView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle, StepEditor.Order {

    private final ProcessDefinitions definitions;
    private final Councils councils;
    private final Kinds kinds;
    private final Div picture = new Div();
    private final Div problems = new Div();
    private final Div steps = new Div();
    private final RadioButtonGroup<AfterChange> afterChange = new RadioButtonGroup<>();
    private final RadioButtonGroup<AfterRefusal> afterRefusal = new RadioButtonGroup<>();
    private final List<StepEditor> editors = new ArrayList<>();
    private List<OrganizationSummary> offices = List.of();
    private @Nullable BodyId body;
    private PaperType type = PaperType.PROPOSAL;
    private int version;

    ProcessDesignView(ProcessDefinitions definitions, Councils councils, Kinds kinds) {
        this.definitions = definitions;
        this.councils = councils;
        this.kinds = kinds;
        getContent().addClassName("rs-page");
        steps.addClassName("rs-part");
        problems.getElement().setAttribute("aria-live", "polite");
        afterChange.setLabel(getTranslation("workflow.design.after-change"));
        afterChange.setItems(AfterChange.values());
        afterChange.setItemLabelGenerator(it -> getTranslation("workflow.after-change." + it));
        afterRefusal.setLabel(getTranslation("workflow.design.after-refusal"));
        afterRefusal.setItems(AfterRefusal.values());
        afterRefusal.setItemLabelGenerator(it -> getTranslation("workflow.after-refusal." + it));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var id = new BodyId(identifier(parameters.get("body").orElse("")));
        type = Arrays.stream(PaperType.values())
                .filter(it -> it.name().equals(parameters.get("type").orElse("")))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("kind of paper"));
        body = id;
        var shown = councils.body(id);
        offices = definitions.offices(id);
        var latest = definitions.latest(id, type);
        version = latest.map(ProcessDefinition::version).orElse(0);
        var design = latest.map(ProcessDefinition::design).orElse(ProcessDesign.NONE);
        afterChange.setValue(design.afterChange());
        afterRefusal.setValue(design.afterRefusal());
        show(design.steps());
        var save = new Button(getTranslation("workflow.design.lay"), Symbol.SAVE.create(), click -> lay());
        save.addThemeNames("primary");
        var add = new Button(getTranslation("workflow.design.add"), Symbol.ADD.create(), click -> add());
        var actions = new Div(save, add);
        actions.addClassName("rs-actions");
        var choices = new Div(afterChange, afterRefusal);
        choices.addClassName("rs-form");
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(getPageTitle(), shown.name())
                                .above(getTranslation("workflow.design.menu"), WorkflowLinks.PROCESSES),
                        new Card(getTranslation("workflow.card.picture"), picture, problems),
                        steps,
                        new Card(getTranslation("workflow.design.rules"), choices),
                        actions);
        if (version > 0) {
            getContent().add(versions(id));
        }
    }

    private Component versions(BodyId id) {
        var zone = councils.body(id).zone();
        var list = new UnorderedList();
        list.addClassName("rs-plain-list");
        definitions
                .versions(id, type)
                .forEach(it -> list.add(new ListItem(getTranslation(
                        "workflow.design.version",
                        it.version(),
                        it.definedAt().atZone(zone),
                        it.definedBy(),
                        it.design().steps().size()))));
        return new Card(getTranslation("workflow.design.versions"), list);
    }

    private static UUID identifier(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }

    private void show(List<Step> shown) {
        editors.clear();
        steps.removeAll();
        for (var step : shown) {
            editors.add(new StepEditor(step, editors.size() + 1, offices, this));
        }
        editors.forEach(steps::add);
        changed();
    }

    private ProcessDesign design() {
        return new ProcessDesign(
                editors.stream().map(StepEditor::step).toList(), afterChange.getValue(), afterRefusal.getValue());
    }

    private void add() {
        var all = new ArrayList<>(design().steps());
        var ends = !all.isEmpty() && all.getLast().kind() == StepKind.RELEASE;
        all.add(
                ends ? all.size() - 1 : all.size(),
                new Step(
                        getTranslation("workflow.kind.CO_SIGN"),
                        StepKind.CO_SIGN,
                        Actor.CHOSEN_OFFICES,
                        List.of(),
                        false,
                        Condition.ALWAYS,
                        3,
                        false));
        show(all);
    }

    @Override
    public void move(StepEditor step, int by) {
        var all = new ArrayList<>(design().steps());
        var from = editors.indexOf(step);
        var to = Math.clamp(from + by, 0, all.size() - 1);
        all.add(to, all.remove(from));
        show(all);
    }

    @Override
    public void remove(StepEditor step) {
        var all = new ArrayList<>(design().steps());
        all.remove(editors.indexOf(step));
        show(all);
    }

    @Override
    public void changed() {
        var design = design();
        picture.removeAll();
        if (design.isNone()) {
            picture.add(new Paragraph(getTranslation("workflow.design.none-text")));
        } else {
            picture.add(line(design));
        }
        problems.removeAll();
        var found = definitions.problems(requireBody(), design);
        if (!found.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rs-process-problems");
            found.forEach(it ->
                    list.add(new ListItem(Symbol.ALERT.create(), new Span(getTranslation(it.key(), it.arguments())))));
            problems.add(list);
        }
    }

    private Component line(ProcessDesign design) {
        var line = new ProcessLine(getTranslation("workflow.card.picture"));
        line.add(ProcessLine.Place.TO_COME, getTranslation("workflow.step.draft"), "", List.of());
        for (var step : design.steps()) {
            var who = step.actor() == Actor.OFFICES
                    ? offices.stream()
                            .filter(it -> step.offices().contains(it.id()))
                            .map(it -> new Span(it.name()))
                            .toList()
                    : List.of(new Span(getTranslation("workflow.actor." + step.actor())));
            var remarks = new ArrayList<String>();
            if (who.size() > 1) {
                remarks.add(getTranslation(step.inOrder() ? "workflow.step.in-order" : "workflow.step.parallel"));
            }
            if (step.condition() != Condition.ALWAYS) {
                remarks.add(getTranslation("workflow.condition." + step.condition()));
            }
            if (step.workingDays() > 0) {
                remarks.add(getTranslation("workflow.design.days", step.workingDays()));
            }
            line.add(ProcessLine.Place.TO_COME, step.name(), String.join(" · ", remarks), who);
        }
        return line;
    }

    private void lay() {
        var design = design();
        definitions.problems(requireBody(), design).stream().findFirst().ifPresent(it -> {
            throw it;
        });
        ConfirmAction.ask(
                getTranslation("workflow.design.question", kinds.of(this, requireBody(), type)),
                getTranslation(design.isNone() ? "workflow.design.consequence-none" : "workflow.design.consequence"),
                getTranslation("workflow.design.lay"),
                () -> {
                    version = definitions.lay(requireBody(), type, version, design);
                    Notice.success(getTranslation("workflow.design.laid", version));
                });
    }

    private BodyId requireBody() {
        if (body == null) {
            throw new IllegalStateException("no body is shown");
        }
        return body;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(
                "workflow.design.title", body == null ? kinds.of(this, type) : kinds.of(this, body, type));
    }
}
