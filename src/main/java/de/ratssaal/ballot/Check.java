package de.ratssaal.ballot;

import java.util.List;
import java.util.stream.Stream;

/** What came of checking a part of a record. */
public sealed interface Check {

    /** Everything holds. */
    record Valid() implements Check {}

    /**
     * Something does not hold.
     *
     * @param step the step that found it
     * @param details what the sentence about the reason names: places, numbers, identifiers
     */
    record Invalid(Step step, Reason reason, List<String> details) implements Check {

        public Invalid {
            details = List.copyOf(details);
        }
    }

    static Check valid() {
        return new Valid();
    }

    static Check invalid(Step step, Reason reason, Object... details) {
        return new Invalid(
                step, reason, Stream.of(details).map(Object::toString).toList());
    }

    default boolean isValid() {
        return this instanceof Valid;
    }
}
