package de.ratssaal.teller.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.organization.Councils;
import de.ratssaal.teller.Ceremony;
import de.ratssaal.teller.CeremonyId;
import de.ratssaal.teller.CeremonyState;
import de.ratssaal.teller.OwnCeremony;
import de.ratssaal.teller.TellerLinks;
import de.ratssaal.teller.TellerSeat;
import de.ratssaal.teller.TellerTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a teller's browser takes part in the making of the key (docs/voting-frontend.md).
 *
 * <p>200: taken, now or before. 400: not what is expected. 404: no ceremony of this teller. 409: refused, with the reason in the
 * reader's language. 503: the database cannot be reached; the browser tries again.
 */
@RestController
@RequestMapping(TellerLinks.API)
class TellerEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TellerEndpoint.class);

    private final OwnCeremony own;
    private final Councils councils;
    private final Messages messages;

    TellerEndpoint(OwnCeremony own, Councils councils, Messages messages) {
        this.own = own;
        this.councils = councils;
        this.messages = messages;
    }

    @GetMapping("/ceremony")
    ResponseEntity<Shown> ceremony(Locale language) {
        return own.current()
                .map(it -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(Shown.of(
                                it,
                                organization(it.ceremony()),
                                reason(it.ceremony(), language).orElse(null))))
                .orElse(ResponseEntity.noContent().build());
    }

    @PostMapping("/ceremony/{id}/round/{round}")
    ResponseEntity<?> publish(
            @PathVariable UUID id, @PathVariable int round, @RequestBody Message sent, Locale language) {
        return answer(language, () -> own.publish(new CeremonyId(id), round, sent.message()));
    }

    @PostMapping("/ceremony/{id}/abort")
    ResponseEntity<?> abort(@PathVariable UUID id, @RequestBody Reason sent, Locale language) {
        return answer(language, () -> own.abort(new CeremonyId(id), sent.reason()));
    }

    @GetMapping("/tasks")
    ResponseEntity<List<Task>> tasks() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(own.tasks().stream().map(Task::of).toList());
    }

    private ResponseEntity<?> answer(Locale language, Runnable step) {
        try {
            step.run();
            return ResponseEntity.ok(Map.of());
        } catch (Refusal refusal) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Refused(messages.text(language, refusal)));
        }
    }

    private String organization(Ceremony ceremony) {
        return councils.organization(ceremony.set().organization()).name();
    }

    private Optional<String> reason(Ceremony ceremony, Locale language) {
        return Optional.ofNullable(ceremony.reason())
                .map(it -> it.fault()
                        .map(fault -> messages.text(language, fault.key(), fault.index()))
                        .orElse(it.text()));
    }

    @ExceptionHandler
    ResponseEntity<Refused> incomplete(HttpMessageNotReadableException unreadable, Locale language) {
        return ResponseEntity.badRequest().body(new Refused(messages.text(language, "teller.message.wrong")));
    }

    @ExceptionHandler
    ResponseEntity<Void> unknown(NoSuchElementException unknown) {
        return ResponseEntity.notFound().build();
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Void> later(Exception unreachable) {
        LOG.warn("A teller's message could not be stored now; its sender tries again: {}", unreachable.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .build();
    }

    record Message(String message) {

        Message {
            requireNonNull(message);
        }
    }

    record Reason(String reason) {

        Reason {
            requireNonNull(reason);
        }
    }

    record Refused(String message) {}

    /**
     * @param organization name of the one in whose meeting it was voted
     * @param ceremony whose shares decrypt it
     * @param minimum how many ballots the rules ask for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(
            UUID poll,
            String title,
            String organization,
            String uuid,
            String ceremony,
            TellerTask.Todo todo,
            @Nullable Integer minimum) {

        static Task of(TellerTask task) {
            return new Task(
                    task.poll(),
                    task.title(),
                    task.organization(),
                    task.uuid(),
                    task.ceremony().toString(),
                    task.todo(),
                    task.minimum());
        }
    }

    /**
     * A ceremony as the browser knows it.
     *
     * @param organization whose secret votes are counted with the key
     * @param index number of this teller, from 1
     * @param rounds messages by number of round, from 0, and of teller
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String id,
            String organization,
            int index,
            int threshold,
            String group,
            CeremonyState state,
            List<String> tellers,
            List<List<@Nullable String>> rounds,
            @Nullable String trustees,
            @Nullable String reason) {

        static Shown of(OwnCeremony.Place place, String organization, @Nullable String reason) {
            var ceremony = place.ceremony();
            return new Shown(
                    ceremony.id().toString(),
                    organization,
                    place.index(),
                    ceremony.set().threshold(),
                    ceremony.group(),
                    ceremony.state(),
                    ceremony.set().seats().stream().map(TellerSeat::name).toList(),
                    ceremony.rounds(),
                    ceremony.trustees(),
                    reason);
        }
    }
}
