package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.AgendaAct;
import de.ratssaal.conduct.AgendaActs;
import java.util.List;

/** What became of the agenda, for members and gallery. */
final class RoomAgendaActs implements LiveCard.Shown {

    private final Section section = new Section("rs-acts-card");

    RoomAgendaActs() {
        section.setVisible(false);
    }

    @Override
    public Component component() {
        return section;
    }

    @Override
    public void show(Board board) {
        var acts = board.part(AgendaActs.class)
                .map(it -> it.all().stream().filter(AgendaAct::holds).toList())
                .orElse(List.of());
        section.setVisible(!acts.isEmpty());
        section.show(
                List.of(acts),
                () -> acts.isEmpty()
                        ? new Div()
                        : new Card(section.getTranslation("conduct.title"), ActList.of(section, new AgendaActs(acts))));
    }
}
