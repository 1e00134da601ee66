package de.ratssaal.paper;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature below a paper.
 *
 * @param name of whoever signed
 * @param fingerprint of the text that was signed
 * @param voidedAt since when it holds no longer, because the text was changed or it was taken back
 * @param isOfThisText whether it is below the text as it stands now
 */
public record Signature(
        PersonId person,
        String name,
        String fingerprint,
        Instant signedAt,
        @Nullable Instant voidedAt,
        boolean isOfThisText) {

    public boolean holds() {
        return voidedAt == null && isOfThisText;
    }

    /** Whether a released version rests on it, while the text was changed since. */
    public boolean isOfReleased() {
        return voidedAt == null && !isOfThisText;
    }
}
