package de.ratssaal.teller.ui;

import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.WaitingTasks;
import de.ratssaal.organization.Councils;
import de.ratssaal.teller.OwnCeremony;
import de.ratssaal.teller.TellerLinks;
import de.ratssaal.teller.TellerTask;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Among the tasks of a teller: the key that is being made, and what is to be decrypted and confirmed. */
@Component
class TellerTasks implements WaitingTasks {

    private final OwnCeremony own;
    private final Councils councils;

    TellerTasks(OwnCeremony own, Councils councils) {
        this.own = own;
        this.councils = councils;
    }

    @Override
    public List<TaskRow> rows() {
        if (!own.isTeller()) {
            return List.of();
        }
        var view = new Span();
        var rows = new ArrayList<TaskRow>();
        own.waitingForMe()
                .map(it -> councils.organization(it.ceremony().set().organization()))
                .ifPresent(organization -> rows.add(new TaskRow(
                                TellerLinks.MINE,
                                Symbol.KEY,
                                view.getTranslation("teller.task.key"),
                                organization.name())
                        .badge(Tone.LIVE, view.getTranslation("teller.task.now"))));
        own.tasks().forEach(it -> rows.add(row(view, it)));
        return rows;
    }

    private static TaskRow row(Span view, TellerTask task) {
        return new TaskRow(
                        TellerLinks.MINE,
                        Symbol.VOTE,
                        task.title(),
                        view.getTranslation("teller.task." + task.todo()) + " · " + task.organization())
                .badge(Tone.WARNING, view.getTranslation("teller.task.now"));
    }
}
