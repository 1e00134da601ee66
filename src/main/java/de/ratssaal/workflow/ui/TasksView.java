package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.WaitingTasks;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.workflow.StandIn;
import de.ratssaal.workflow.StandIns;
import de.ratssaal.workflow.TaskMail;
import de.ratssaal.workflow.Tasks;
import de.ratssaal.workflow.WorkflowLinks;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** Everything that waits for whoever is signed in; who stands in for them; and how they are told by mail. */
@Route(value = WorkflowLinks.TASKS, layout = MainLayout.class)
@RolesAllowed({"OFFICE_HEAD", "OFFICE_WORKER", "SECRETARIAT", "CHAIR", "DEPUTY_CHAIR", "MEMBER"})
@Menu(title = "workflow.menu", order = 5, icon = "check")
class TasksView extends Composite<Div> implements HasDynamicTitle {

    private final Tasks tasks;
    private final ObjectProvider<WaitingTasks> others;
    private final StandIns standIns;
    private final Councils councils;
    private final Clock clock;
    private final Section waiting = new Section("rs-part");
    private final Div absence = new Div();

    TasksView(
            Tasks tasks,
            ObjectProvider<WaitingTasks> others,
            StandIns standIns,
            ObjectProvider<TaskMail> mail,
            Councils councils,
            Access access,
            ChangeNotices notices,
            Clock clock) {
        this.tasks = tasks;
        this.others = others;
        this.standIns = standIns;
        this.councils = councils;
        this.clock = clock;
        getContent().addClassName("rs-page");
        absence.addClassName("rs-part");
        getContent().add(new PageHeader(getPageTitle(), getTranslation("workflow.tasks.subtitle")), waiting, absence);
        showTasks();
        showAbsence();
        if (access.signedIn().map(it -> it.person()).isPresent()
                && access.hasAnywhere(Role.OFFICE_HEAD, Role.OFFICE_WORKER, Role.SECRETARIAT)) {
            mail.ifAvailable(it -> getContent().add(mail(it)));
        }
        WhileShown.watch(this, ui -> notices.watch(PaperShelf.CHANGES, () -> WhileShown.update(ui, this::showTasks)));
    }

    private void showTasks() {
        var mine = tasks.mine();
        var rows = new ArrayList<TaskRow>();
        others.stream().forEach(it -> rows.addAll(it.rows()));
        waiting.show(
                List.of(
                        mine,
                        rows.stream().map(it -> it.getElement().getOuterHTML()).toList()),
                () -> mine.isEmpty() && rows.isEmpty()
                        ? new EmptyState(
                                Symbol.SUCCESS,
                                getTranslation("workflow.tasks.none"),
                                getTranslation("workflow.tasks.none-text"))
                        : TaskRow.card(
                                getTranslation("workflow.tasks.waiting"),
                                Stream.concat(rows.stream(), mine.stream().map(TaskRows::of))
                                        .toList()));
    }

    private void showAbsence() {
        absence.removeAll();
        var headed = standIns.headed();
        headed.forEach(it -> absence.add(absence(it)));
        absence.setVisible(!headed.isEmpty());
    }

    private Component absence(OrganizationSummary office) {
        var card = new Card(getTranslation("workflow.stand-in.title", office.name()));
        card.add(new Paragraph(getTranslation("workflow.stand-in.text")));
        var running = standIns.of(office.id());
        if (!running.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rs-entries");
            running.forEach(it -> list.add(new ListItem(entry(it))));
            card.add(list);
        }
        var add = new Button(
                getTranslation("workflow.stand-in.add"),
                Symbol.ADD.create(),
                click -> new StandInDialog(office, standIns, councils, clock, this::showAbsence).open());
        var actions = new Div(add);
        actions.addClassName("rs-actions");
        card.add(actions);
        return card;
    }

    private Component entry(StandIn standIn) {
        var name = councils.nameOf(standIn.substitute());
        var words = new Span(getTranslation("workflow.stand-in.from-to", name, standIn.firstDay(), standIn.lastDay()));
        var end = new Button(getTranslation("workflow.stand-in.end"), click -> {
            standIns.end(standIn.id());
            showAbsence();
        });
        end.setAriaLabel(getTranslation("workflow.stand-in.end-of", name));
        var entry = new Div(words, end);
        entry.addClassName("rs-entry");
        return entry;
    }

    private Component mail(TaskMail mail) {
        var chosen = mail.mine();
        var digest = new Checkbox(getTranslation("workflow.mail.digest"), chosen.digest());
        var at = new TimePicker(getTranslation("workflow.mail.digest-at"), chosen.digestAt());
        at.setStep(Duration.ofMinutes(30));
        at.setLocale(getLocale());
        var atOnce = new Checkbox(getTranslation("workflow.mail.at-once"), chosen.atOnce());
        var reminders = new Checkbox(getTranslation("workflow.mail.reminders"), chosen.reminders());
        Runnable adapt = () -> at.setEnabled(digest.getValue() || reminders.getValue());
        digest.addValueChangeListener(change -> adapt.run());
        reminders.addValueChangeListener(change -> adapt.run());
        adapt.run();
        var save = new Button(getTranslation("workflow.mail.save"), click -> {
            mail.choose(new TaskMail.Choice(
                    digest.getValue(),
                    at.getValue() == null ? chosen.digestAt() : at.getValue(),
                    atOnce.getValue(),
                    reminders.getValue()));
            Notice.success(getTranslation("workflow.mail.saved"));
        });
        var actions = new Div(save);
        actions.addClassName("rs-actions");
        var form = new Div(new Paragraph(getTranslation("workflow.mail.text")), digest, at, atOnce, reminders, actions);
        form.addClassName("rs-form");
        return new Card(getTranslation("workflow.mail.title"), form);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workflow.menu");
    }
}
