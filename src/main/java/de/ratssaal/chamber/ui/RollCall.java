package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollSummary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls out the members in the room who have not voted by device. */
final class RollCall {

    /** Enters what a member who was called has answered. */
    interface Answer {
        void enter(PollSummary poll, PersonId person, Choice choice);
    }

    private final Answer answer;
    private final CallingOut calling = new CallingOut();
    private @Nullable PollSummary poll;

    RollCall(Answer answer) {
        this.answer = answer;
    }

    /** The place at the desk where a poll is called out. */
    Component on(PollSummary open) {
        poll = open;
        return calling.component();
    }

    void show(Board board) {
        var open = poll;
        if (open == null
                || board.openPoll().filter(it -> it.id().equals(open.id())).isEmpty()) {
            return;
        }
        calling.show(
                open.id(),
                board.seats().stream()
                        .filter(it -> it.mayVote()
                                && !it.hasVoted()
                                && board.placeOfCaster(it).orElse(null) == Place.ROOM)
                        .toList(),
                Arrays.stream(Choice.values())
                        .map(it -> new CallingOut.Answer(
                                calling.component().getTranslation("voting.choice." + it),
                                symbol(it),
                                person -> answer.enter(open, person, it)))
                        .toList());
    }

    static Symbol symbol(Choice choice) {
        return switch (choice) {
            case YES -> Symbol.YES;
            case NO -> Symbol.NO;
            case ABSTENTION -> Symbol.ABSTAIN;
        };
    }
}
