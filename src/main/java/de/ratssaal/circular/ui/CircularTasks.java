package de.ratssaal.circular.ui;

import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.WaitingTasks;
import de.ratssaal.circular.Circulars;
import java.util.List;
import org.springframework.stereotype.Component;

/** Among the tasks of a member: what is to be decided in writing, and until when. */
@Component
class CircularTasks implements WaitingTasks {

    private final Circulars circulars;

    CircularTasks(Circulars circulars) {
        this.circulars = circulars;
    }

    @Override
    public List<TaskRow> rows() {
        var view = new Span();
        return circulars.waitingForMe().stream()
                .map(it -> CircularRows.of(view, it, true))
                .toList();
    }
}
