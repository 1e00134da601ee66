package de.ratssaal.chamber;

/**
 * A board with its turn on this node: what was begun later has a greater one. A change that a greater turn should have just
 * missed is announced after it, so it is in the next.
 *
 * @param turn to be compared with others of this node
 */
public record BoardAt(long turn, Board board) {

    BoardAt publicPart() {
        return new BoardAt(turn, board.publicPart());
    }

    /** This moment with the other's board where it is equal: comparing it again costs nothing. */
    BoardAt orSameAs(BoardAt before) {
        return board.equals(before.board) ? new BoardAt(turn, before.board) : this;
    }
}
