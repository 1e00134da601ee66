package de.ratssaal.circular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A circular resolution with those who take part, for whoever asks.
 *
 * @param participants sorted by name
 * @param standing whether whoever asks can answer, and if not, why
 * @param own what they answered
 * @param weight how many votes it counts
 * @param mayConduct whether they may close and withdraw it, and enter recusals
 * @param mayEnter whether they may enter answers that came on paper or by mail, and put it on an agenda
 */
public record CircularPage(
        CircularSummary circular,
        List<Participant> participants,
        Standing standing,
        @Nullable Answer own,
        int weight,
        boolean mayConduct,
        boolean mayEnter) {

    public CircularPage {
        participants = List.copyOf(participants);
    }

    /** Of whoever asks. */
    public enum Standing {
        ENTITLED,
        RECUSED,
        /** Not entitled when it began, or no member with a vote any more. */
        NOT_ENTITLED
    }
}
