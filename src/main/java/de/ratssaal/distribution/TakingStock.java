package de.ratssaal.distribution;

import de.ratssaal.document.FileOwner;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import java.util.ArrayList;
import java.util.List;
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
            meetings.agenda(id).forEach(it -> add(entries, it));
            return new Contents(entries);
        });
    }

    private static Contents.Entry fact(Subject subject, String text) {
        return new Contents.Entry(subject, "", "", text, "", true);
    }

    private void add(List<Contents.Entry> entries, AgendaItemSummary item) {
        entries.add(new Contents.Entry(
                Subject.ITEM, item.id().toString(), item.number(), item.title(), "", item.isPublic()));
        addFiles(entries, AgendaItemFiles.owner(item.id()), item.number(), item.isPublic());
        papers.papersOf(item.id()).stream()
                .filter(it -> it.state() == PaperState.RELEASED)
                .forEach(it -> {
                    var isPublic = item.isPublic() && it.isPublic();
                    entries.add(new Contents.Entry(
                            Subject.PAPER,
                            it.id().toString(),
                            item.number(),
                            it.number() + " " + it.title(),
                            Integer.toString(it.version()),
                            isPublic));
                    addFiles(entries, PaperFiles.owner(it.id()), item.number() + BETWEEN + it.number(), isPublic);
                });
    }

    private void addFiles(List<Contents.Entry> entries, FileOwner owner, String label, boolean ownerIsPublic) {
        files.list(owner)
                .forEach(it -> entries.add(new Contents.Entry(
                        Subject.FILE,
                        it.id().toString(),
                        label,
                        it.name(),
                        it.hash(),
                        ownerIsPublic && it.isPublic())));
    }
}
