package de.ratssaal.note.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.reader.ItemNotes;

/** A note that is stored while it is written. */
final class ItemNote extends Composite<Div> {

    private static final int PAUSE_MILLIS = 800;

    private final MeetingId meeting;
    private final AgendaItemId item;
    private final ItemNotes notes;
    private final Span state = new Span();
    private ItemNotes.Note stored;

    ItemNote(MeetingId meeting, AgendaItemSummary on, ItemNotes notes) {
        this.meeting = meeting;
        this.item = on.id();
        this.notes = notes;
        this.stored = notes.of(on.id());
        var field = new TextArea(getTranslation("note.on", on.number(), on.title()));
        field.setValue(stored.text());
        field.setMaxLength(ItemNotes.LONGEST);
        field.setMinRows(3);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(this::typed);
        state.addClassName("rs-muted");
        state.getElement().setAttribute("role", "status");
        getContent().add(field, state);
    }

    boolean isOn(AgendaItemId other) {
        return item.equals(other);
    }

    private void typed(HasValue.ValueChangeEvent<String> change) {
        if (change.isFromClient()) {
            state.setText(getTranslation("note.not-stored"));
            stored = notes.write(meeting, item, change.getValue(), stored);
            state.setText(getTranslation("note.stored"));
        }
    }
}
