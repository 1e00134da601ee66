package de.ratssaal.workflow.ui;

import static de.ratssaal.workflow.ui.ProcessCard.text;

import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.workflow.Tasks;
import de.ratssaal.workflow.WorkflowLinks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the start page: what waits for whoever is signed in, the oldest first. */
@Component
class TasksCard implements StartCard {

    private static final int SHOWN = 5;

    private final Tasks tasks;

    TasksCard(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Card> card() {
        var mine = tasks.mine();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        var card = TaskRow.card(
                text("workflow.tasks"),
                mine.stream().limit(SHOWN).map(TaskRows::of).toList());
        if (mine.size() > SHOWN) {
            card.add(ButtonLink.secondary(
                    WorkflowLinks.TASKS, Symbol.CHEVRON_RIGHT, text("workflow.tasks.all", mine.size())));
        }
        return Optional.of(card);
    }
}
