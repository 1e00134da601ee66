package de.ratssaal.circular;

import de.ratssaal.voting.Choice;
import java.time.Instant;

/**
 * What a member answers, in text form.
 *
 * @param agrees whether they agree that it is decided in writing
 * @param choice how they vote on the matter, for the case that it is
 * @param note what the secretariat says of an answer that came otherwise than by device; empty for the member's own
 */
public record Answer(boolean agrees, Choice choice, AnswerWay way, String note, Instant at) {

    public Answer {
        note = note.strip();
        if ((way == AnswerWay.DEVICE) != note.isEmpty()) {
            throw new IllegalArgumentException("%s with note '%s'".formatted(way, note));
        }
    }

    boolean saysTheSameAs(Answer other) {
        return agrees == other.agrees && choice == other.choice && way == other.way && note.equals(other.note);
    }
}
