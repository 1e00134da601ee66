package de.ratssaal.reader.web;

import de.ratssaal.base.Refusal;
import de.ratssaal.reader.MarkColour;
import de.ratssaal.reader.MarkKind;
import de.ratssaal.reader.Operation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as it is sent. Which of the parts are there depends on the act. */
record SentOperation(
        UUID id,
        @Nullable String act,
        @Nullable UUID mark,
        @Nullable UUID document,
        @Nullable String fingerprint,
        @Nullable Integer page,
        @Nullable MarkKind kind,
        @Nullable MarkColour colour,
        @Nullable List<List<Double>> places,
        @Nullable String quote,
        @Nullable String text,
        @Nullable List<UUID> replaces,
        @Nullable Boolean shared,
        @Nullable Long seen,
        @Nullable Boolean read) {

    SentOperation {
        Objects.requireNonNull(id, "an operation without identifier"); // nobody could be told what became of it
    }

    /** @throws Refusal if a part is missing or cannot be */
    Operation operation() {
        return switch (given(act)) {
            case "MARK" ->
                new Operation.Put(
                        id,
                        given(mark),
                        given(document),
                        given(fingerprint),
                        given(page),
                        given(kind),
                        colour,
                        given(places),
                        given(quote));
            case "COLOUR" -> new Operation.Paint(id, given(mark), given(colour));
            case "TEXT" -> new Operation.Write(id, given(mark), given(text), given(replaces));
            case "SHARE" -> new Operation.Share(id, given(mark), given(shared), given(seen));
            case "DELETE" -> new Operation.Delete(id, given(mark), given(replaces));
            case "READ" -> new Operation.Read(id, given(document), given(fingerprint), given(read));
            case "PLACE" -> new Operation.Reach(id, given(document), given(page));
            default -> throw malformed();
        };
    }

    private static <T> T given(@Nullable T part) {
        if (part == null) {
            throw malformed();
        }
        return part;
    }

    private static Refusal malformed() {
        return new Refusal("reader.refused.malformed");
    }
}
