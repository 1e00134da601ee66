package de.ratssaal.distribution;

import de.ratssaal.document.FileOwner;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes down what a meeting holds now, public or not. Whoever is told of it gets what they may read. */
@Component
class TakingStock {

    static final String JOB = "distribution";
    private static final String BETWEEN = " · ";

    private final Meetings meetings;
    private final PaperShelf papers;
    private final Files files;
    private final Access access;

    TakingStock(Meetings meetings, PaperShelf papers, Files files, Access access) {
        this.meetings = meetings;
        this.papers = papers;
        this.files = files;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public Contents of(MeetingId id) {
        return access.asSystem(JOB, () -> {
            var meeting = meetings.meeting(id);
            var entries = new ArrayList<Contents.Entry>();
            entries.add(fact(Subject.TITLE, meeting.title()));
            entries.add(fact(Subject.START, meeting.startsAt().toString()));
            var end = meeting.endsAt();
            if (end != null) {
                entries.add(fact(Subject.END, end.toString()));
            }
            entries.add(fact(Subject.MODE, meeting.mode().name()));
            if (!meeting.place().isBlank()) {
                entries.add(fact(Subject.PLACE, meeting.place()));
            }
            if (!meeting.publicAccess().isBlank()) {
                entries.add(fact(Subject.ACCESS, meeting.publicAccess()));
            }
            addAgenda(entries, meetings.agenda(id));
            return new Contents(entries);
        });
    }

    private static Contents.Entry fact(Subject subject, String text) {
        return new Contents.Entry(subject, "", "", text, "", true);
    }

    /** Two questions to the database, however long the agenda is. */
    private void addAgenda(List<Contents.Entry> entries, List<AgendaItemSummary> agenda) {
        var placed =
                papers.releasedOn(agenda.stream().map(AgendaItemSummary::id).toList());
        var owners = Stream.concat(
                agenda.stream().map(it -> AgendaItemFiles.owner(it.id())),
                placed.values().stream().flatMap(List::stream).map(it -> PaperFiles.owner(it.id())));
        var attached = files.listAll(owners.distinct().toList());
        agenda.forEach(it -> addItem(entries, it, placed.getOrDefault(it.id(), List.of()), attached));
    }

    private static void addItem(
            List<Contents.Entry> entries,
            AgendaItemSummary item,
            List<PaperSummary> papers,
            Map<FileOwner, List<FileSummary>> files) {
        entries.add(new Contents.Entry(
                Subject.ITEM, item.id().toString(), item.number(), item.title(), "", item.isPublic()));
        addFiles(
                entries,
                files.getOrDefault(AgendaItemFiles.owner(item.id()), List.of()),
                item.number(),
                item.isPublic());
        for (var paper : papers) {
            var isPublic = item.isPublic() && paper.isPublic();
            entries.add(new Contents.Entry(
                    Subject.PAPER,
                    paper.id().toString(),
                    item.number(),
                    paper.number() + " " + paper.title(),
                    Integer.toString(paper.version()),
                    isPublic));
            addFiles(
                    entries,
                    files.getOrDefault(PaperFiles.owner(paper.id()), List.of()),
                    item.number() + BETWEEN + paper.number(),
                    isPublic);
        }
    }

    private static void addFiles(
            List<Contents.Entry> entries, List<FileSummary> files, String label, boolean ownerIsPublic) {
        files.forEach(it -> entries.add(new Contents.Entry(
                Subject.FILE, it.id().toString(), label, it.name(), it.hash(), ownerIsPublic && it.isPublic())));
    }
}
