package de.ratssaal.voting.web;

import static java.util.Objects.requireNonNull;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.CastVote;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.VoteCorrecting;
import java.time.Instant;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
 * <p>200: stored, now or before. A vote that the member has changed since counts as they changed it. 400: not a vote. 409: refused, with the reason in the reader's language. 503: the database cannot be
 * reached; send it again.
 */
@RestController
@RequestMapping("/api/polls/{poll}")
class VoteEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(VoteEndpoint.class);

    private final PollVoting voting;
    private final VoteCorrecting correcting;
    private final Messages messages;
    private final Access access;

    VoteEndpoint(PollVoting voting, VoteCorrecting correcting, Messages messages, Access access) {
        this.voting = voting;
        this.correcting = correcting;
        this.messages = messages;
        this.access = access;
    }

    /** The vote of the member who is signed in. */
    @PostMapping("/vote")
    ResponseEntity<?> cast(@PathVariable UUID poll, @RequestBody Sent vote, Locale language) {
        return castFor(new PollId(poll), access.requirePerson(), vote, language);
    }

    /** The vote that another member left to whoever is signed in. */
    @PostMapping("/votes/{member}")
    ResponseEntity<?> castFor(
            @PathVariable UUID poll, @PathVariable UUID member, @RequestBody Sent vote, Locale language) {
        return castFor(new PollId(poll), new PersonId(member), vote, language);
    }

    private ResponseEntity<?> castFor(PollId poll, PersonId voter, Sent vote, Locale language) {
        try {
            return ResponseEntity.ok(Answer.of(store(poll, voter, vote)));
        } catch (Refusal refusal) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(new Refused(
                            refusal.key(),
                            messages.text(language, refusal),
                            voting.voteOf(poll, voter).map(Answer::of).orElse(null)));
        }
    }

    private CastVote store(PollId poll, PersonId voter, Sent vote) {
        var replaces = vote.replaces();
        return replaces == null
                ? voting.castFor(poll, voter, vote.choice(), vote.receipt())
                : correcting.correctFor(poll, voter, vote.choice(), vote.receipt(), replaces);
    }

    @GetMapping("/vote")
    ResponseEntity<Answer> mine(@PathVariable UUID poll) {
        return stored(new PollId(poll), access.requirePerson());
    }

    @GetMapping("/votes/{member}")
    ResponseEntity<Answer> cast(@PathVariable UUID poll, @PathVariable UUID member) {
        return stored(new PollId(poll), new PersonId(member));
    }

    private ResponseEntity<Answer> stored(PollId poll, PersonId voter) {
        return voting.voteOf(poll, voter)
                .map(it -> ResponseEntity.ok(Answer.of(it)))
                .orElse(ResponseEntity.noContent().build());
    }

    @ExceptionHandler
    ResponseEntity<Refused> incomplete(HttpMessageNotReadableException unreadable, Locale language) {
        return ResponseEntity.badRequest()
                .body(new Refused("voting.vote.incomplete", messages.text(language, "voting.vote.incomplete"), null));
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
                .body(new Refused("voting.vote.later", messages.text(language, "voting.vote.later"), null));
    }

    /**
     * @param choice the member's answer
     * @param receipt made by the device for this one vote
     * @param replaces receipt of the vote that the member changes; none for their first
     */
    record Sent(Choice choice, UUID receipt, @Nullable UUID replaces) {

        Sent {
            requireNonNull(choice);
            requireNonNull(receipt);
        }
    }

    /**
     * @param choice what counts now
     * @param receipt under which that was sent
     */
    record Answer(String state, Choice choice, Instant at, UUID receipt) {

        static Answer of(CastVote vote) {
            var state = switch (vote) {
                case CastVote.Stored stored -> "STORED";
                case CastVote.AlreadyStored stored -> "ALREADY_STORED";
                case CastVote.Replaced replaced -> "REPLACED";
            };
            return new Answer(state, vote.choice(), vote.at(), vote.receipt());
        }
    }

    /** @param stored the member's vote that counts all the same; none if they have not voted */
    record Refused(String reason, String message, @Nullable Answer stored) {}
}
