package de.ratssaal.chamber.ui;

import de.ratssaal.base.ui.SeatPlan;
import de.ratssaal.base.ui.SeatPlan.SeatState;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seats of a board as the seat plan draws them. */
public final class SeatPicture {

    private SeatPicture() {}

    /** Who is there. */
    public static List<SeatPlan.Seat> attendance(Board board, @Nullable PersonId me) {
        return board.seats().stream()
                .map(it -> seat(
                        it,
                        it.isRecused() ? SeatState.RECUSED : it.isPresent() ? SeatState.PRESENT : SeatState.ABSENT,
                        me))
                .toList();
    }

    /** Who has voted and, once the poll is closed, how. */
    public static List<SeatPlan.Seat> votes(Board board, @Nullable PersonId me) {
        return board.seats().stream().map(it -> seat(it, vote(it), me)).toList();
    }

    private static SeatState vote(Seat seat) {
        if (seat.isRecused()) {
            return SeatState.RECUSED;
        }
        var choice = seat.choice();
        if (choice != null) {
            return of(choice);
        }
        return seat.hasVoted() ? SeatState.VOTED : seat.isPresent() ? SeatState.PRESENT : SeatState.ABSENT;
    }

    private static SeatState of(Choice choice) {
        return switch (choice) {
            case YES -> SeatState.YES;
            case NO -> SeatState.NO;
            case ABSTENTION -> SeatState.ABSTAIN;
        };
    }

    private static SeatPlan.Seat seat(Seat seat, SeatState state, @Nullable PersonId me) {
        var member = seat.member();
        return new SeatPlan.Seat(
                member.person().toString(),
                member.seat(),
                member.name(),
                member.groupShortName(),
                member.groupColor(),
                state,
                seat.place() == de.ratssaal.attendance.Place.REMOTE,
                member.person().equals(me));
    }
}
