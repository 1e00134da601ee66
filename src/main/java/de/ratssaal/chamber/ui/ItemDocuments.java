package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.amendment.ui.AmendmentsOnItem;
import de.ratssaal.amendment.ui.AmendmentsOnItem.HandedIn;
import de.ratssaal.chamber.Board;
import de.ratssaal.document.Files;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.ProposalForVote;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What stands below an agenda item: its papers and files, as far as whoever looks may see them. */
@Service
class ItemDocuments {

    private final PaperShelf papers;
    private final PaperRouting routing;
    private final Files files;
    private final AmendmentsOnItem amendments;
    private final ContentsForEverybody forEverybody;

    ItemDocuments(
            PaperShelf papers,
            PaperRouting routing,
            Files files,
            AmendmentsOnItem amendments,
            ContentsForEverybody forEverybody) {
        this.papers = papers;
        this.routing = routing;
        this.files = files;
        this.amendments = amendments;
        this.forEverybody = forEverybody;
    }

    /** Only to be read, on the item before a meeting: many look at once. */
    Component of(Board board, AgendaItemSummary item) {
        var contents = forEverybody.of(board, item).orElseGet(() -> contents(item));
        return withAmendments(
                item,
                contents.amendments(),
                new DocumentList(board.meeting(), item, () -> contents, files, null, false, ChangeMarks.NONE));
    }

    private ItemContents contents(AgendaItemSummary item) {
        return new ItemContents(papers(item), files.list(AgendaItemFiles.owner(item.id())), amendments.on(item.id()));
    }

    private List<ItemContents.Paper> papers(AgendaItemSummary item) {
        var there = papers.papersOf(item.id());
        var changed = there.isEmpty()
                ? Optional.<ProposalForVote>empty()
                : papers.proposalFor(item.id()).filter(ProposalForVote::withChanges);
        return there.stream()
                .map(it -> new ItemContents.Paper(
                        it,
                        files.list(PaperFiles.owner(it.id())),
                        changed.filter(proposal -> proposal.paper().equals(it.id()))
                                .isPresent()))
                .toList();
    }

    /** Only to be read. */
    Component of(MeetingSummary meeting, AgendaItemSummary item, ChangeMarks marks) {
        var contents = contents(item);
        return withAmendments(
                item,
                contents.amendments(),
                new DocumentList(meeting, item, () -> contents, files, null, false, marks));
    }

    /** Papers and files can be added and removed here: the agenda is being prepared. */
    Component prepared(MeetingSummary meeting, AgendaItemSummary item) {
        var list = new DocumentList(meeting, item, () -> contents(item), files, routing, true, ChangeMarks.NONE);
        return withAmendments(
                item,
                amendments.on(item.id()),
                new Div(list, DocumentTools.all(meeting, item, papers, routing, files, list::show)));
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
        var list = new DocumentList(meeting, item, () -> contents(item), files, null, true, marks);
        return withAmendments(
                item,
                amendments.on(item.id()),
                files.mayChange(AgendaItemFiles.owner(item.id()))
                        ? new Div(list, DocumentTools.later(meeting, item, papers, routing, files, list::show))
                        : list);
    }

    private static Component withAmendments(AgendaItemSummary item, HandedIn handedIn, Component documents) {
        return AmendmentsOnItem.line(item.id(), handedIn)
                .<Component>map(it -> new Div(documents, it))
                .orElse(documents);
    }
}
