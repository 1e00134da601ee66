package de.ratssaal.voting.web;

import static java.util.Objects.requireNonNull;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.voting.CastVote;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollVoting;
import java.time.Instant;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
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
 * Takes an open vote. The device makes the receipt and sends the same vote again until it gets an answer; it is counted
 * once.
 *
 * <p>200: stored, now or before. 400: not a vote. 409: refused, with the reason in the reader's language. 503: the database cannot be
 * reached; send it again.
 */
@RestController
@RequestMapping("/api/polls/{poll}/vote")
class VoteEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(VoteEndpoint.class);

    private final PollVoting voting;
    private final Messages messages;

    VoteEndpoint(PollVoting voting, Messages messages) {
        this.voting = voting;
        this.messages = messages;
    }

    @PostMapping
    Answer cast(@PathVariable UUID poll, @RequestBody Sent vote) {
        return switch (voting.cast(new PollId(poll), vote.choice(), vote.receipt())) {
            case CastVote.Stored(Choice choice, Instant at) -> new Answer("STORED", choice, at);
            case CastVote.AlreadyStored(Choice choice, Instant at) -> new Answer("ALREADY_STORED", choice, at);
        };
    }

    /** The vote of the member who is signed in. */
    @GetMapping
    ResponseEntity<Answer> mine(@PathVariable UUID poll) {
        return voting.myVote(new PollId(poll))
                .map(it -> ResponseEntity.ok(new Answer("STORED", it.choice(), it.at())))
                .orElse(ResponseEntity.noContent().build());
    }

    @ExceptionHandler
    ResponseEntity<Refused> refused(Refusal refusal, Locale language) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(new Refused(refusal.key(), messages.text(language, refusal)));
    }

    @ExceptionHandler
    ResponseEntity<Refused> incomplete(HttpMessageNotReadableException unreadable, Locale language) {
        return ResponseEntity.badRequest()
                .body(new Refused("voting.vote.incomplete", messages.text(language, "voting.vote.incomplete")));
    }

    @ExceptionHandler
    ResponseEntity<Void> unknown(NoSuchElementException unknown) {
        return ResponseEntity.notFound().build();
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Refused> later(Exception unreachable, Locale language) {
        LOG.warn("A vote could not be stored now; its sender tries again: {}", unreachable.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .body(new Refused("voting.vote.later", messages.text(language, "voting.vote.later")));
    }

    /**
     * @param choice the member's answer
     * @param receipt made by the device for this one vote
     */
    record Sent(Choice choice, UUID receipt) {

        Sent {
            requireNonNull(choice);
            requireNonNull(receipt);
        }
    }

    record Answer(String state, Choice choice, Instant at) {}

    record Refused(String reason, String message) {}
}
