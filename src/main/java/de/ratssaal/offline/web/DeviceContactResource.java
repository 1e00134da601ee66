package de.ratssaal.offline.web;

import static java.util.stream.Collectors.joining;

import de.ratssaal.offline.DeviceContact;
import de.ratssaal.offline.DeviceToken;
import de.ratssaal.offline.RemovalCause;
import de.ratssaal.offline.Standing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers devices that keep meetings, without a session. Each answer carries the question's number and is signed for this
 * device: one that was made elsewhere, or before, removes nothing. Who has no token that is known learns nothing: 401.
 */
@RestController
@RequestMapping("/api/offline")
class DeviceContactResource {

    private static final int LONGEST_NONCE = 100;

    private final DeviceContact contact;

    DeviceContactResource(DeviceContact contact) {
        this.contact = contact;
    }

    @PostMapping("/standing")
    ResponseEntity<Answer> standing(@RequestBody Question question) {
        if (question.nonce().length() > LONGEST_NONCE || question.nonce().contains("\n")) {
            return ResponseEntity.badRequest().build();
        }
        var token = new DeviceToken(question.token());
        return contact.ask(token)
                .map(it -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(Answer.of(it, question.nonce(), token)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    /** Answered alike whether or not there is such a device. */
    @PostMapping("/emptied")
    ResponseEntity<Void> emptied(@RequestBody Emptied emptied) {
        contact.emptied(new DeviceToken(emptied.token()));
        return ResponseEntity.noContent().build();
    }

    /** @param nonce random; comes back in the answer */
    record Question(String token, String nonce) {}

    record Emptied(String token) {}

    /**
     * @param standing STAY or REMOVE
     * @param lease in milliseconds; 0 with REMOVE
     * @param proof of all the rest
     */
    record Answer(
            String standing,
            @Nullable RemovalCause cause,
            long lease,
            List<UUID> meetings,
            String nonce,
            String proof) {

        static Answer of(Standing standing, String nonce, DeviceToken token) {
            return switch (standing) {
                case Standing.Stay(var meetings, var lease) ->
                    signed(
                            "STAY",
                            null,
                            lease.toMillis(),
                            meetings.stream().map(it -> it.value()).toList(),
                            nonce,
                            token);
                case Standing.Remove(var cause) -> signed("REMOVE", cause, 0, List.of(), nonce, token);
            };
        }

        private static Answer signed(
                String standing,
                @Nullable RemovalCause cause,
                long lease,
                List<UUID> meetings,
                String nonce,
                DeviceToken token) {
            var said = String.join(
                    "\n",
                    standing,
                    nonce,
                    cause == null ? "" : cause.name(),
                    Long.toString(lease),
                    meetings.stream().map(UUID::toString).collect(joining(",")));
            return new Answer(standing, cause, lease, meetings, nonce, token.sign(said));
        }
    }
}
