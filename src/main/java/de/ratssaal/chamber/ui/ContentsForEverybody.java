package de.ratssaal.chamber.ui;

import de.ratssaal.amendment.ui.AmendmentsOnItem;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Boards;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What lies on the item before a meeting, where everybody who is signed in may see all of it: read once for all screens that
 * draw the same board. As soon as one thing there is not for everybody, each of them has to read for themselves.
 */
@Component
class ContentsForEverybody {

    /** Of a meeting there are two, the whole board and its public part; some still draw those before. */
    private static final int KEPT = 4;

    private final PaperShelf papers;
    private final Files files;
    private final AmendmentsOnItem amendments;
    private final Meetings meetings;
    private final Access access;
    private final Boards boards;
    private final Map<MeetingId, OfMeeting> read = new ConcurrentHashMap<>();

    /** Whoever reads for one meeting does not wait for another. */
    private static final class OfMeeting {

        private final ReentrantLock reading = new ReentrantLock();
        private final Deque<Read> boards = new ArrayDeque<>();
    }

    private record Read(Board board, Optional<ItemContents> contents) {}

    ContentsForEverybody(
            PaperShelf papers,
            Files files,
            AmendmentsOnItem amendments,
            Meetings meetings,
            Boards boards,
            Access access) {
        this.boards = boards;
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
        if (!boards.isShared(board)) {
            return kept(board).orElseGet(() -> readNow(board, item)).contents();
        }
        var ofMeeting = read.computeIfAbsent(board.meeting().id(), it -> new OfMeeting());
        ofMeeting.reading.lock();
        try {
            return kept(board)
                    .orElseGet(() -> keep(ofMeeting, readNow(board, item)))
                    .contents();
        } finally {
            ofMeeting.reading.unlock();
            read.keySet().removeIf(it -> !boards.isWatched(it));
        }
    }

    /** A board that somebody made for one press is read for that alone, and pushes out nothing. */
    private Optional<Read> kept(Board board) {
        var ofMeeting = read.get(board.meeting().id());
        if (ofMeeting == null) {
            return Optional.empty();
        }
        ofMeeting.reading.lock();
        try {
            return ofMeeting.boards.stream().filter(it -> it.board == board).findFirst();
        } finally {
            ofMeeting.reading.unlock();
        }
    }

    private static Read keep(OfMeeting meeting, Read now) {
        meeting.boards.addFirst(now);
        if (meeting.boards.size() > KEPT) {
            meeting.boards.removeLast();
        }
        return now;
    }

    private Read readNow(Board board, AgendaItemSummary item) {
        return new Read(board, access.asSystem("board", () -> read(board, item)));
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
