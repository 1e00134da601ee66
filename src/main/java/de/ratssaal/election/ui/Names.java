package de.ratssaal.election.ui;

import de.ratssaal.chamber.Board;
import de.ratssaal.identity.PersonId;
import java.util.List;

/** Names of the members of a meeting. */
final class Names {

    private final Board board;

    Names(Board board) {
        this.board = board;
    }

    String of(PersonId person) {
        return board.seatOf(person).map(it -> it.member().name()).orElse("");
    }

    String of(List<PersonId> persons) {
        return String.join(", ", persons.stream().map(this::of).toList());
    }
}
