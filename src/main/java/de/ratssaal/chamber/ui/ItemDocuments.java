package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;

/** What stands below an agenda item: its paper and its files, as far as whoever looks may see them. */
@org.springframework.stereotype.Component
class ItemDocuments {

    /**
     * @param editable whether papers and files can be added and removed here
     */
    Component of(MeetingId meeting, AgendaItemSummary item, boolean editable) {
        return new Div();
    }
}
