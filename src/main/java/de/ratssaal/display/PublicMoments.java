package de.ratssaal.display;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.chamber.BoardAt;
import de.ratssaal.chamber.Boards;
import de.ratssaal.meeting.MeetingId;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Follows a meeting for the public. Public knowledge: everybody may ask, and is told nothing but what everybody may know. */
@Component
public class PublicMoments {

    private final Boards boards;

    PublicMoments(Boards boards) {
        this.boards = boards;
    }

    /** @param turn to be compared with others of this node, the greater one is newer */
    public record At(long turn, PublicMoment moment) {

        static At of(BoardAt board) {
            return new At(board.turn(), PublicMoment.of(board.board()));
        }
    }

    /** @throws NoSuchElementException if there is no such meeting, or none that is public */
    public At now(MeetingId meeting) {
        return At.of(boards.publicPartNow(meeting));
    }

    /**
     * @param viewer is told each new moment, on a thread of its own; of several in a short time perhaps only the last
     * @return ends the watch
     * @throws NoSuchElementException if there is no such meeting, or none that is public
     */
    public ChangeNotices.Watch watch(MeetingId meeting, Consumer<At> viewer) {
        return boards.watchPublicPart(meeting, board -> viewer.accept(At.of(board)));
    }
}
