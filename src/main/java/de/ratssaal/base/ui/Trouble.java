package de.ratssaal.base.ui;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Why a step did not happen, as the person who tried it should hear it. */
sealed interface Trouble {

    /** What the person is told; a fault is logged with the reference that the sentence names. */
    String text(Messages messages, Locale language);

    /** Whether the application did as it should, and the step was not to be taken. */
    default boolean isRefusal() {
        return true;
    }

    /** Writes down what the administrator must see to. */
    default void log() {}

    /** The rules or the state of things do not allow it. */
    record Refused(Refusal refusal) implements Trouble {
        @Override
        public String text(Messages messages, Locale language) {
            return messages.text(language, refusal);
        }
    }

    record NotPermitted() implements Trouble {
        @Override
        public String text(Messages messages, Locale language) {
            return messages.text(language, "base.trouble.not-permitted");
        }
    }

    /** Somebody else changed the same thing in the same moment. */
    record Overtaken() implements Trouble {
        @Override
        public String text(Messages messages, Locale language) {
            return messages.text(language, "base.trouble.overtaken");
        }
    }

    /** The database does not answer now; trying again may help. */
    record Unreachable(Throwable cause) implements Trouble {

        private static final Logger LOG = LoggerFactory.getLogger(Unreachable.class);

        @Override
        public String text(Messages messages, Locale language) {
            log();
            return messages.text(language, "base.trouble.unreachable");
        }

        @Override
        public boolean isRefusal() {
            return false;
        }

        @Override
        public void log() {
            LOG.warn("A step failed because the database cannot be reached: {}", cause.getMessage());
        }
    }

    /** A fault of the application. */
    record Fault(Throwable cause, String reference) implements Trouble {

        private static final Logger LOG = LoggerFactory.getLogger(Fault.class);
        private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
        private static final SecureRandom RANDOM = new SecureRandom();

        static Fault of(Throwable cause) {
            return new Fault(
                    cause,
                    RANDOM.ints(6, 0, LETTERS.length())
                            .collect(
                                    StringBuilder::new,
                                    (text, at) -> text.append(LETTERS.charAt(at)),
                                    StringBuilder::append)
                            .toString());
        }

        @Override
        public String text(Messages messages, Locale language) {
            log();
            return messages.text(language, "base.trouble.fault", reference);
        }

        @Override
        public boolean isRefusal() {
            return false;
        }

        @Override
        public void log() {
            LOG.error("Fault {}", reference, cause);
        }
    }

    static Trouble of(Throwable thrown) {
        return Stream.iterate(thrown, it -> it != null, Throwable::getCause)
                .limit(20)
                .flatMap(it -> known(it).stream())
                .findFirst()
                .orElseGet(() -> Fault.of(thrown));
    }

    private static Optional<Trouble> known(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> Optional.of(new Refused(refusal));
            case AccessDeniedException denied -> Optional.of(new NotPermitted());
            case com.vaadin.flow.router.AccessDeniedException denied -> Optional.of(new NotPermitted());
            case OptimisticLockingFailureException conflict -> Optional.of(new Overtaken());
            case CannotCreateTransactionException gone -> Optional.of(new Unreachable(gone));
            case DataAccessResourceFailureException gone -> Optional.of(new Unreachable(gone));
            case TransientDataAccessException gone -> Optional.of(new Unreachable(gone));
            default -> Optional.empty();
        };
    }
}
