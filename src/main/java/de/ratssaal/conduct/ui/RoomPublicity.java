package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import java.util.List;

/** Tells those who are in that the public is out for a while. */
final class RoomPublicity implements LiveCard.Shown {

    private final Section section = new Section("rs-acts-part");

    RoomPublicity() {
        section.getElement().setAttribute("role", "status");
        section.setVisible(false);
    }

    @Override
    public Component component() {
        return section;
    }

    @Override
    public void show(Board board) {
        var closed = board.meeting().doorsClosed() && board.currentItem().isPresent();
        section.setVisible(closed);
        section.show(
                List.of(closed),
                () -> closed
                        ? new StatusBadge(
                                Tone.RESTRICTED, Symbol.LOCK, section.getTranslation("conduct.doors.closed-now"))
                        : new Div());
    }
}
