package de.ratssaal.ballot;

import java.util.List;

/** What came of checking a part of a record. */
public sealed interface Check {

    Check VALID = new Valid();

    /** Everything holds. */
    record Valid() implements Check {}

    /**
     * Something does not hold.
     *
     * @param step the step that found it
     * @param reason key of the sentence that says why
     * @param details what the sentence names: places, numbers, identifiers
     */
    record Invalid(Step step, String reason, List<String> details) implements Check {

        public Invalid {
            details = List.copyOf(details);
        }
    }

    static Check invalid(Step step, String reason, Object... details) {
        return new Invalid(
                step, reason, List.of(details).stream().map(Object::toString).toList());
    }

    default boolean isValid() {
        return this instanceof Valid;
    }
}
