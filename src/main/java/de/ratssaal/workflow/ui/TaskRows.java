package de.ratssaal.workflow.ui;

import static de.ratssaal.workflow.ui.ProcessCard.text;

import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.workflow.Task;

/** A task as a row: what is to be done, with which paper, until when. */
final class TaskRows {

    private TaskRows() {}

    static TaskRow of(Task task) {
        var due = task.due();
        var what = task.officeName().isEmpty()
                ? text("workflow.task." + task.kind())
                : text("workflow.task.for", text("workflow.task." + task.kind()), task.officeName());
        var detail = due == null
                ? text("workflow.task.detail", task.number(), task.title())
                : text("workflow.task.detail-due", task.number(), task.title(), due);
        var row = new TaskRow(PaperLinks.paper(task.paper()), symbol(task), what, detail);
        if (task.isOverdue()) {
            return row.badge(Tone.DANGER, text("workflow.task.overdue"));
        }
        return task.isPressing() ? row.badge(Tone.WARNING, text("workflow.task.pressing", task.daysLeft())) : row;
    }

    private static Symbol symbol(Task task) {
        return switch (task.kind()) {
            case WRITE, REVISE -> Symbol.EDIT;
            case CO_SIGN, APPROVE -> Symbol.CHECK;
            case RELEASE -> Symbol.SEND;
            case CHASE -> Symbol.CLOCK;
        };
    }
}
