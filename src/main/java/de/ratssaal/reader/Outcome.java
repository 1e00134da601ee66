package de.ratssaal.reader;

import de.ratssaal.base.Refusal;
import java.util.UUID;

/** What came of an operation. Whatever it is, it need not be sent again. */
public sealed interface Outcome {

    UUID operation();

    /** It is done. */
    record Done(UUID operation) implements Outcome {}

    /** It came before. */
    record Known(UUID operation) implements Outcome {}

    /** It cannot be done. */
    record Refused(UUID operation, Refusal why) implements Outcome {}
}
