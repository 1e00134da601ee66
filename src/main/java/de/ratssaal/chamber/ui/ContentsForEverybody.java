package de.ratssaal.chamber.ui;

import de.ratssaal.amendment.ui.AmendmentsOnItem;
import de.ratssaal.chamber.Board;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperSummary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What lies on the item before a meeting, where everybody who is signed in may see all of it: read once for all screens that
 * draw the same board. As soon as one thing there is not for everybody, each of them has to read for themselves.
 */
@Component
class ContentsForEverybody {

    /** Of a meeting there are two, the whole board and its public part. */
    private static final int KEPT = 8;

    private final PaperShelf papers;
    private final Files files;
    private final AmendmentsOnItem amendments;
    private final Meetings meetings;
    private final Access access;
    private final ReentrantLock reading = new ReentrantLock();
    private final Deque<Read> read = new ArrayDeque<>();

    private record Read(Board board, Optional<ItemContents> contents) {}

    ContentsForEverybody(
            PaperShelf papers, Files files, AmendmentsOnItem amendments, Meetings meetings, Access access) {
        this.papers = papers;
        this.files = files;
        this.amendments = amendments;
        this.meetings = meetings;
        this.access = access;
    }

    /** Nothing if something there is not for everybody. */
    Optional<ItemContents> of(Board board, AgendaItemSummary item) {
        if (!item.isPublic()
                || board.meeting().doorsClosed()
                || board.currentItem().filter(item::equals).isEmpty()) {
            return Optional.empty();
        }
        reading.lock();
        try {
            return read.stream()
                    .filter(it -> it.board == board)
                    .findFirst()
                    .orElseGet(() -> keep(new Read(board, access.asSystem("board", () -> read(board, item)))))
                    .contents();
        } finally {
            reading.unlock();
        }
    }

    private Read keep(Read now) {
        read.addFirst(now);
        if (read.size() > KEPT) {
            read.removeLast();
        }
        return now;
    }

    private Optional<ItemContents> read(Board board, AgendaItemSummary item) {
        if (!meetings.isInPublic(board.meeting())) {
            return Optional.empty();
        }
        var own = AgendaItemFiles.owner(item.id());
        return papers.papersForEverybody(item.id()).flatMap(there -> {
            var owners = Stream.concat(there.stream().map(ContentsForEverybody::owner), Stream.of(own))
                    .toList();
            var all = files.listAll(owners);
            if (!all.values().stream().flatMap(List::stream).allMatch(FileSummary::isPublic)) {
                return Optional.empty();
            }
            var changed = Optional.ofNullable(board.proposal()).filter(it -> it.withChanges());
            return Optional.of(new ItemContents(
                    there.stream()
                            .map(it -> new ItemContents.Paper(
                                    it,
                                    all.getOrDefault(owner(it), List.of()),
                                    changed.filter(proposal -> proposal.paper().equals(it.id()))
                                            .isPresent()))
                            .toList(),
                    all.getOrDefault(own, List.of()),
                    amendments.on(item.id())));
        });
    }

    private static FileOwner owner(PaperSummary paper) {
        return PaperFiles.owner(paper.id());
    }
}
