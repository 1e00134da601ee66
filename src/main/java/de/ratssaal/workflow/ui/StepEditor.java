package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.workflow.Actor;
import de.ratssaal.workflow.Condition;
import de.ratssaal.workflow.Reminders;
import de.ratssaal.workflow.Step;
import de.ratssaal.workflow.StepKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The fields of one step of a process. Asks only for what the step can have. */
class StepEditor extends Composite<Div> {

    /** What can be done with a step among its like. */
    interface Order {

        void move(StepEditor step, int by);

        void remove(StepEditor step);

        void changed();
    }

    private static final Actor[] RELEASING = {Actor.SECRETARIAT, Actor.AUTOMATIC};
    private static final Actor[] SIGNING = {Actor.AUTHOR_OFFICE, Actor.OFFICES, Actor.CHOSEN_OFFICES};

    private final TextField name = new TextField();
    private final Select<StepKind> kind = new Select<>();
    private final Select<Actor> actor = new Select<>();
    private final MultiSelectComboBox<OrganizationSummary> offices = new MultiSelectComboBox<>();
    private final Select<Boolean> inOrder = new Select<>();
    private final Select<Condition> condition = new Select<>();
    private final IntegerField workingDays = new IntegerField();
    private final IntegerField remindBefore = new IntegerField();
    private final IntegerField remindEvery = new IntegerField();
    private final IntegerField escalateAfter = new IntegerField();
    private final Checkbox mayBePassedOver = new Checkbox();
    private final transient Order order;

    StepEditor(Step step, int number, List<OrganizationSummary> all, Order order) {
        this.order = order;
        labels(all);
        name.setValue(step.name());
        kind.setValue(step.kind());
        actor.setItems(step.kind() == StepKind.RELEASE ? RELEASING : SIGNING);
        actor.setValue(step.actor());
        var named = new LinkedHashSet<OrganizationSummary>();
        step.offices()
                .forEach(id -> all.stream().filter(it -> it.id().equals(id)).forEach(named::add));
        offices.setValue(named);
        inOrder.setValue(step.inOrder());
        condition.setValue(step.condition());
        workingDays.setValue(step.workingDays());
        remindBefore.setValue(step.reminders().before());
        remindEvery.setValue(step.reminders().every());
        escalateAfter.setValue(step.reminders().escalateAfter());
        mayBePassedOver.setValue(step.mayBePassedOver());
        adapt();
        kind.addValueChangeListener(change -> {
            actor.setItems(change.getValue() == StepKind.RELEASE ? RELEASING : SIGNING);
            actor.setValue(change.getValue() == StepKind.RELEASE ? Actor.SECRETARIAT : Actor.OFFICES);
            tell();
        });
        name.addValueChangeListener(change -> tell());
        actor.addValueChangeListener(change -> tell());
        offices.addValueChangeListener(change -> tell());
        inOrder.addValueChangeListener(change -> tell());
        condition.addValueChangeListener(change -> tell());
        workingDays.addValueChangeListener(change -> tell());
        reminders().forEach(it -> it.addValueChangeListener(change -> tell()));
        mayBePassedOver.addValueChangeListener(change -> tell());
        var form = new Div(
                name,
                row(kind, actor),
                offices,
                row(inOrder, condition),
                row(workingDays, remindBefore),
                row(remindEvery, escalateAfter),
                mayBePassedOver);
        form.addClassName("rs-form");
        getContent().add(new Card(getTranslation("workflow.design.step", number), form).aside(moves(number)));
    }

    private void labels(List<OrganizationSummary> all) {
        name.setLabel(getTranslation("workflow.design.step-name"));
        name.setMaxLength(Step.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setValueChangeMode(ValueChangeMode.ON_BLUR);
        kind.setLabel(getTranslation("workflow.design.kind"));
        kind.setItems(StepKind.values());
        kind.setItemLabelGenerator(it -> getTranslation("workflow.kind." + it));
        actor.setLabel(getTranslation("workflow.design.actor"));
        actor.setItemLabelGenerator(it -> getTranslation("workflow.actor." + it));
        offices.setLabel(getTranslation("workflow.design.offices"));
        offices.setHelperText(getTranslation("workflow.design.offices-help"));
        offices.setItems(all);
        offices.setItemLabelGenerator(OrganizationSummary::name);
        inOrder.setLabel(getTranslation("workflow.design.sequence"));
        inOrder.setItems(false, true);
        inOrder.setItemLabelGenerator(it -> getTranslation(it ? "workflow.step.in-order" : "workflow.step.parallel"));
        condition.setLabel(getTranslation("workflow.design.condition"));
        condition.setItems(Condition.values());
        condition.setItemLabelGenerator(it -> getTranslation("workflow.condition." + it));
        workingDays.setLabel(getTranslation("workflow.design.working-days"));
        workingDays.setHelperText(getTranslation("workflow.design.working-days-help"));
        workingDays.setMin(0);
        workingDays.setMax(Step.LONGEST_DEADLINE);
        workingDays.setStepButtonsVisible(true);
        remindBefore.setLabel(getTranslation("workflow.design.remind-before"));
        remindBefore.setHelperText(getTranslation("workflow.design.remind-before-help"));
        remindEvery.setLabel(getTranslation("workflow.design.remind-every"));
        remindEvery.setHelperText(getTranslation("workflow.design.remind-every-help"));
        escalateAfter.setLabel(getTranslation("workflow.design.escalate-after"));
        escalateAfter.setHelperText(getTranslation("workflow.design.escalate-after-help"));
        reminders().forEach(it -> {
            it.setMin(0);
            it.setMax(Reminders.LONGEST);
            it.setStepButtonsVisible(true);
        });
        mayBePassedOver.setLabel(getTranslation("workflow.design.pass-over"));
    }

    private Stream<IntegerField> reminders() {
        return Stream.of(remindBefore, remindEvery, escalateAfter);
    }

    private static Div row(Component... fields) {
        var row = new Div(fields);
        row.addClassName("rs-form-pair");
        return row;
    }

    private Div moves(int number) {
        var up = small(Symbol.UP, getTranslation("workflow.design.up", number));
        up.addClickListener(click -> order.move(this, -1));
        var down = small(Symbol.DOWN, getTranslation("workflow.design.down", number));
        down.addClickListener(click -> order.move(this, 1));
        var remove = small(Symbol.DELETE, getTranslation("workflow.design.remove", number));
        remove.addClickListener(click -> order.remove(this));
        var moves = new Div(up, down, remove);
        moves.addClassName("rs-actions");
        return moves;
    }

    private static Button small(Symbol symbol, String label) {
        var button = new Button(symbol.create());
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private void tell() {
        adapt();
        order.changed();
    }

    private void adapt() {
        var releases = kind.getValue() == StepKind.RELEASE;
        var several = actor.getValue() == Actor.OFFICES || actor.getValue() == Actor.CHOSEN_OFFICES;
        offices.setVisible(actor.getValue() == Actor.OFFICES);
        inOrder.setVisible(several);
        condition.setVisible(!releases);
        workingDays.setVisible(actor.getValue() != Actor.AUTOMATIC);
        var isReminded = workingDays.isVisible() && !Integer.valueOf(0).equals(workingDays.getValue());
        reminders().forEach(it -> it.setVisible(isReminded));
        mayBePassedOver.setVisible(!releases);
    }

    /** The step as it is typed. */
    Step step() {
        var releases = kind.getValue() == StepKind.RELEASE;
        var who = actor.getValue() == null ? Actor.OFFICES : actor.getValue();
        var days = workingDays.getValue();
        return new Step(
                name.getValue(),
                kind.getValue(),
                who,
                who == Actor.OFFICES
                        ? offices.getValue().stream()
                                .map(OrganizationSummary::id)
                                .toList()
                        : List.of(),
                inOrder.isVisible() && inOrder.getValue(),
                releases ? Condition.ALWAYS : condition.getValue(),
                who == Actor.AUTOMATIC ? 0 : days == null ? -1 : days,
                !releases && mayBePassedOver.getValue(),
                remindBefore.isVisible()
                        ? new Reminders(typed(remindBefore), typed(remindEvery), typed(escalateAfter))
                        : Reminders.NONE);
    }

    /** What is typed; an impossible number where nothing is. */
    private static int typed(IntegerField days) {
        return days.getValue() == null ? -1 : days.getValue();
    }
}
