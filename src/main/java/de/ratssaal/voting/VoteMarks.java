package de.ratssaal.voting;

import de.ratssaal.identity.PersonId;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands beside a name in a list of votes: how many votes it counts, and who cast it for the member. */
public final class VoteMarks {

    private VoteMarks() {}

    /** Finds a text in the reader's language. */
    @FunctionalInterface
    public interface Texts {

        String text(String key, Object... values);
    }

    /** The name alone for one vote of one's own, as in every council. */
    public static String of(String name, Vote vote, Function<PersonId, String> names, Texts texts) {
        var castBy = vote.castBy();
        return of(name, vote.weight(), castBy == null ? null : names.apply(castBy), texts);
    }

    /** @param castBy name of who cast it; none if it was the voter */
    public static String of(String name, int weight, @Nullable String castBy, Texts texts) {
        var marks = new ArrayList<String>();
        if (weight > 1) {
            marks.add(texts.text("voting.mark.weight", weight));
        }
        if (castBy != null) {
            marks.add(texts.text("voting.mark.cast-by", castBy));
        }
        return marks.isEmpty() ? name : texts.text("voting.mark", name, String.join(", ", marks));
    }
}
