package de.ratssaal.note.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.reader.ItemNotes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One's own notes: on the item before the meeting, and on the one before it. That one stays: who is still writing when the next
 * item is called loses nothing.
 */
final class NotesInRoom implements LiveCard.Shown {

    private static final int SHOWN = 2;

    private final MeetingId meeting;
    private final PersonId me;
    private final ItemNotes notes;
    private final Card card = new NotesOfMine();
    private final Div fields = new Div();
    private final Deque<ItemNote> shown = new ArrayDeque<>();
    private @Nullable AgendaItemId current;

    NotesInRoom(MeetingId meeting, PersonId me, ItemNotes notes) {
        this.meeting = meeting;
        this.me = me;
        this.notes = notes;
        fields.addClassName("rs-notes");
        var hint = new Paragraph(card.getTranslation("note.yours-alone"));
        hint.addClassName("rs-muted");
        card.add(fields, hint);
        card.setVisible(false);
    }

    private static final class NotesOfMine extends Card {

        NotesOfMine() {
            super("");
            setTitle(getTranslation("note.title"));
        }
    }

    @Override
    public Component component() {
        return card;
    }

    @Override
    public void show(Board board) {
        var isMine = board.seatOf(me).isPresent();
        if (isMine) {
            board.currentItem().ifPresent(this::turnTo);
        }
        card.setVisible(isMine && !shown.isEmpty());
    }

    private void turnTo(AgendaItemSummary item) {
        if (Objects.equals(item.id(), current)) {
            return;
        }
        current = item.id();
        shown.stream().filter(it -> it.isOn(item.id())).findFirst().ifPresent(known -> {
            shown.remove(known);
            fields.remove(known);
        });
        var note = new ItemNote(meeting, item, notes);
        shown.addFirst(note);
        fields.addComponentAsFirst(note);
        while (shown.size() > SHOWN) {
            fields.remove(shown.removeLast());
        }
    }
}
