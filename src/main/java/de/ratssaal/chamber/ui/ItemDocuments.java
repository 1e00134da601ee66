package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.amendment.ui.AmendmentsOnItem;
import de.ratssaal.document.Files;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import org.springframework.stereotype.Service;

/** What stands below an agenda item: its papers and files, as far as whoever looks may see them. */
@Service
class ItemDocuments {

    private final PaperShelf papers;
    private final PaperRouting routing;
    private final Files files;
    private final AmendmentsOnItem amendments;

    ItemDocuments(PaperShelf papers, PaperRouting routing, Files files, AmendmentsOnItem amendments) {
        this.papers = papers;
        this.routing = routing;
        this.files = files;
        this.amendments = amendments;
    }

    /** Only to be read. */
    Component of(MeetingSummary meeting, AgendaItemSummary item, ChangeMarks marks) {
        return withAmendments(item, new DocumentList(meeting, item, papers, files, null, false, marks));
    }

    /** Papers and files can be added and removed here: the agenda is being prepared. */
    Component prepared(MeetingSummary meeting, AgendaItemSummary item) {
        var list = new DocumentList(meeting, item, papers, files, routing, true, ChangeMarks.NONE);
        return withAmendments(
                item, new Div(list, DocumentTools.all(meeting, item, papers, routing, files, list::show)));
    }

    /** How many papers and files of its own lie on the item. */
    Load load(AgendaItemSummary item) {
        return new Load(
                papers.papersOf(item.id()).size(),
                files.list(AgendaItemFiles.owner(item.id())).size());
    }

    /** What lies on an item, counted. */
    record Load(int papers, int files) {

        Load and(Load other) {
            return new Load(papers + other.papers, files + other.files);
        }
    }

    /** The agenda was sent: files can be handed in later or taken back, as far as whoever looks may do that. */
    Component corrected(MeetingSummary meeting, AgendaItemSummary item, ChangeMarks marks) {
        var list = new DocumentList(meeting, item, papers, files, null, true, marks);
        return withAmendments(
                item,
                files.mayChange(AgendaItemFiles.owner(item.id()))
                        ? new Div(list, DocumentTools.later(meeting, item, papers, routing, files, list::show))
                        : list);
    }

    private Component withAmendments(AgendaItemSummary item, Component documents) {
        return amendments
                .line(item.id())
                .<Component>map(it -> new Div(documents, it))
                .orElse(documents);
    }
}
