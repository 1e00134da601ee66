package de.ratssaal.conference.web;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.conference.EnteringRooms;
import de.ratssaal.conference.Entry;
import de.ratssaal.conference.EntryRefused;
import de.ratssaal.conference.LineId;
import de.ratssaal.conference.Lines;
import de.ratssaal.meeting.MeetingId;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Lets somebody into the conference of a meeting.
 *
 * <p>200: what is needed to come in. 409: not now, with the reason and a sentence in the reader's language. 503: the database cannot
 * be reached; ask again.
 */
@RestController
@RequestMapping("/api/conference/meetings/{meeting}")
class EntryEndpoint {

    private final EnteringRooms entering;
    private final Lines lines;
    private final Messages messages;

    EntryEndpoint(EnteringRooms entering, Lines lines, Messages messages) {
        this.entering = entering;
        this.lines = lines;
        this.messages = messages;
    }

    /**
     * @param takeOver whether a connection from elsewhere ends
     * @param before the line that this browser had
     */
    record Asked(boolean takeOver, @Nullable UUID before) {}

    /** @param reason constant of {@link Entry}, or {@code ELSEWHERE} */
    record Refused(String reason, String message) {}

    @PostMapping("/ticket")
    ResponseEntity<Map<String, Object>> ticket(@PathVariable UUID meeting, @RequestBody Asked asked) {
        var before = asked.before();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(entering.ticket(
                        new MeetingId(meeting), asked.takeOver(), before == null ? null : new LineId(before)));
    }

    @PostMapping("/alone")
    Map<String, String> confirmAlone(@PathVariable UUID meeting) {
        entering.confirmAlone(new MeetingId(meeting));
        return Map.of();
    }

    /** Whoever was entered as having left takes part again. */
    @PostMapping("/back")
    Map<String, String> comeBack(@PathVariable UUID meeting) {
        entering.comeBack(new MeetingId(meeting));
        return Map.of();
    }

    /** @param line the one that this browser has, or had a moment ago */
    record Gone(@Nullable UUID line) {}

    /** Whoever waits before the door, is kept out, or has just lost the connection, goes away for good. */
    @PostMapping("/away")
    Map<String, String> away(@PathVariable UUID meeting, @RequestBody Gone gone) {
        var line = gone.line();
        lines.goAway(new MeetingId(meeting), line == null ? null : new LineId(line));
        return Map.of();
    }

    @ExceptionHandler
    ResponseEntity<Refused> refused(Refusal refusal, Locale language) {
        var reason = refusal instanceof EntryRefused entry ? entry.why().name() : "ELSEWHERE";
        return ResponseEntity.status(HttpStatus.CONFLICT).body(new Refused(reason, messages.text(language, refusal)));
    }

    @ExceptionHandler({NoSuchElementException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Void> unknown() {
        return ResponseEntity.notFound().build();
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Void> unreadable() {
        return ResponseEntity.badRequest().build();
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Void> later() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .build();
    }
}
