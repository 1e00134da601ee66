package de.ratssaal.display;

import de.ratssaal.chamber.Board;
import de.ratssaal.election.ElectionState;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.floor.Floor;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.voting.PollSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a screen shows at one moment. A screen that does not stand inside of the closed room gets the public part of the board,
 * and of a non-public item nothing but that it is one, whatever the desk lets it show.
 *
 * @param board without what the screen may not show
 * @param code for members who check in; none if it is not shown
 */
public record OnScreen(
        Scene scene, Board board, Screen screen, @Nullable String code) {

    /** @return none if the meeting has no such screen */
    public static Optional<OnScreen> of(Board whole, ScreenId id) {
        var displays = whole.part(Displays.class);
        return displays.flatMap(it -> it.screen(id)).map(screen -> {
            var board = screen.isInside() ? whole : whole.publicPart();
            var code = displays.map(Displays::code).orElse(null);
            var scene = scene(board, screen, whole, code);
            return new OnScreen(scene, board, screen, scene == Scene.CHECK_IN || scene == Scene.WELCOME ? code : null);
        });
    }

    private static Scene scene(Board board, Screen screen, Board whole, @Nullable String code) {
        var content = screen.showing().content();
        if (content == ScreenContent.BLANK) {
            return Scene.BLANK;
        }
        var state = board.meeting().state();
        if (state.isRunning() && board.isBehindClosedDoors()) {
            return Scene.CLOSED_DOORS;
        }
        if (state == MeetingState.CLOSED || state == MeetingState.CANCELLED) {
            return Scene.OVER;
        }
        return switch (content) {
            case BLANK -> Scene.BLANK;
            case AUTOMATIC -> automatic(board);
            case ITEM -> board.currentItem().isPresent() ? Scene.ITEM : Scene.WELCOME;
            case SPEAKERS -> Scene.SPEAKERS;
            case SEATS -> Scene.SEATS;
            case MESSAGE -> mayBeRead(screen, whole) ? Scene.MESSAGE : automatic(board);
            case BREAK -> Scene.BREAK;
            case CHECK_IN -> code == null ? automatic(board) : Scene.CHECK_IN;
        };
    }

    /** What was written during a non-public item is for those who are in the room as long as it is before the meeting. */
    private static boolean mayBeRead(Screen screen, Board whole) {
        var during = screen.writtenDuring();
        return during == null
                || screen.isInside()
                        && during.equals(whole.meeting().currentItem())
                        && whole.publicPart().isBehindClosedDoors();
    }

    private static Scene automatic(Board board) {
        var state = board.meeting().state();
        if (state == MeetingState.INTERRUPTED) {
            return Scene.BREAK;
        }
        if (state != MeetingState.OPEN || board.currentItem().isEmpty()) {
            return Scene.WELCOME;
        }
        if (board.openPoll().isPresent()) {
            return Scene.VOTE;
        }
        var speaks = board.part(Floor.class).map(Floor::speaking).isPresent();
        var election = PublicMoment.onScreen(board);
        if (election.filter(OnScreen::isUnderWay).isPresent()) {
            return Scene.ELECTION;
        }
        if (speaks) {
            return Scene.ITEM;
        }
        if (election.isPresent()) {
            return Scene.ELECTION;
        }
        return Optional.ofNullable(board.poll()).filter(PollSummary::holds).isPresent() ? Scene.RESULT : Scene.ITEM;
    }

    private static boolean isUnderWay(ElectionSummary election) {
        return election.state() == ElectionState.LOT
                || election.currentRound().filter(it -> it.isRunning()).isPresent();
    }

    /** The election that is shown. */
    public Optional<ElectionSummary> election() {
        return PublicMoment.onScreen(board);
    }

    /** The sums of the election that is shown; empty before a result is announced. */
    public List<PublicMoment.Votes> electionVotes() {
        return election().map(PublicMoment::votes).orElse(List.of());
    }

    public Optional<Floor> floor() {
        return board.part(Floor.class).filter(it -> it.item() != null);
    }

    /** When the break ends, if the desk said so. */
    public @Nullable Instant breakUntil() {
        return screen.showing().until() != null
                ? screen.showing().until()
                : board.part(Displays.class).map(Displays::breakUntil).orElse(null);
    }
}
