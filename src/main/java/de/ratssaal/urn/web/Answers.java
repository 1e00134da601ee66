package de.ratssaal.urn.web;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What devices are told when something cannot be done. Nothing of it is logged: when somebody's device asked is nobody's business.
 */
@RestControllerAdvice(basePackageClasses = Answers.class)
class Answers {

    private final Messages messages;

    Answers(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<Refused> refused(Refusal refusal, Locale language) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(new Refused(refusal.key(), messages.text(language, refusal)));
    }

    @ExceptionHandler({NoSuchElementException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Void> unknown() {
        return ResponseEntity.notFound().build();
    }

    @ExceptionHandler
    ResponseEntity<Void> unreadable(HttpMessageNotReadableException unreadable) {
        return ResponseEntity.badRequest().build();
    }

    /** The device sends it again. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Refused> later(Exception unreachable, Locale language) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .body(new Refused("urn.cast.later", messages.text(language, "urn.cast.later")));
    }

    record Refused(String reason, String message) {}
}
