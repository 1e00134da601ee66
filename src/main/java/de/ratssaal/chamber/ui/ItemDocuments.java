package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.document.Files;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import org.springframework.stereotype.Service;

/** What stands below an agenda item: its papers and files, as far as whoever looks may see them. */
@Service
class ItemDocuments {

    private final PaperShelf papers;
    private final PaperRouting routing;
    private final Files files;
    private final Meetings meetings;

    ItemDocuments(PaperShelf papers, PaperRouting routing, Files files, Meetings meetings) {
        this.papers = papers;
        this.routing = routing;
        this.files = files;
        this.meetings = meetings;
    }

    /**
     * @param editable whether papers and files can be added and removed here
     */
    Component of(MeetingId meeting, AgendaItemSummary item, boolean editable) {
        var list = new DocumentList(item, papers, files, editable ? routing : null);
        return editable
                ? new Div(list, new DocumentTools(meetings.meeting(meeting), item, papers, routing, files, list::show))
                : list;
    }
}
