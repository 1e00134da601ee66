package de.ratssaal.conference.jitsi;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.ratssaal.conference.RoomEvidence;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what Jitsi's server tells of its rooms (Prosody's event_sync): who came and went, when a room began and was over.
 *
 * <p>204: noted, or none of our business. 401: it does not show the secret; nothing was done. 400: nobody understands it. 503: the
 * database cannot be reached; tell it again.
 */
@RestController
@RequestMapping("/api/conference/jitsi")
class JitsiEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JitsiEvents.class);
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_NAME = 300;

    /** Bytes; enough for a room that thousands were in. */
    private static final int LARGEST = 2_000_000;

    private final JitsiSettings settings;
    private final JitsiKeys keys;
    private final JitsiRooms rooms;
    private final RoomEvidence evidence;
    private final Access access;

    JitsiEvents(JitsiSettings settings, JitsiKeys keys, JitsiRooms rooms, RoomEvidence evidence, Access access) {
        this.settings = settings;
        this.keys = keys;
        this.rooms = rooms;
        this.evidence = evidence;
        this.access = access;
    }

    /** Times are seconds since 1970. */
    record Occupant(
            @JsonProperty("occupant_jid") @Nullable String address,
            @Nullable String id,
            @Nullable String name,
            @JsonProperty("joined_at") @Nullable Long joinedAt,
            @JsonProperty("left_at") @Nullable Long leftAt) {}

    record Event(
            @JsonProperty("event_name") @Nullable String event,
            @JsonProperty("room_name") @Nullable String room,
            @JsonProperty("is_breakout") @Nullable Boolean isBreakout,
            @JsonProperty("destroyed_at") @Nullable Long destroyedAt,
            @Nullable Occupant occupant,
            @JsonProperty("all_occupants") @Nullable List<Occupant> occupants) {}

    @PostMapping("/events/{what}/{happened}")
    ResponseEntity<Void> event(
            @PathVariable String what,
            @PathVariable String happened,
            @RequestHeader(name = "Authorization", defaultValue = "") String shown,
            InputStream body)
            throws IOException {
        if (!isJitsi(shown)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer")
                    .build();
        }
        // read only once it is known who tells
        var told = body.readNBytes(LARGEST + 1);
        if (told.length > LARGEST) {
            throw new IllegalArgumentException("tells too much at once");
        }
        note(Optional.ofNullable(JsonMapper.shared().readValue(told, Event.class))
                .orElseThrow(() -> new IllegalArgumentException("tells nothing")));
        return ResponseEntity.noContent().build();
    }

    /** Compares in a time that does not depend on how much is right. Without a secret of our own nobody is Jitsi. */
    private boolean isJitsi(String shown) {
        var expected = BEARER + settings.eventsSecret();
        return !settings.eventsSecret().isEmpty()
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private void note(Event event) {
        var room = event.room();
        var kind = event.event();
        if (room == null || kind == null) {
            throw new IllegalArgumentException("names neither room nor event");
        }
        // whoever goes into a room beside ours leaves ours, of which we are told
        if (Boolean.TRUE.equals(event.isBreakout())) {
            return;
        }
        switch (kind) {
            case "muc-room-created" -> told(room, List.of(), null);
            case "muc-room-destroyed" -> told(room, occupants(event, true), seconds(event.destroyedAt()));
            case "muc-occupant-joined" -> told(room, occupants(event, false), null);
            case "muc-occupant-left" -> told(room, occupants(event, true), null);
            default -> LOG.debug("Jitsi tells of something unknown: {}", kind);
        }
    }

    private void told(String room, List<RoomEvidence.Occupant> occupants, @Nullable Instant emptiedAt) {
        access.asSystem("conference", () -> evidence.told(JitsiProvider.NAME, room, occupants, emptiedAt))
                .filter(RoomEvidence.Told::haunted)
                .ifPresent(it -> {
                    LOG.warn("Somebody came into a room of Jitsi that is closed; it is ended once more");
                    rooms.end(JitsiTokens.roomName(it.room()));
                });
    }

    /** @param gone whether they are gone, so that a time when they left has to be there */
    private static List<RoomEvidence.Occupant> occupants(Event event, boolean gone) {
        return Stream.concat(
                        Optional.ofNullable(event.occupant()).stream(),
                        Optional.ofNullable(event.occupants()).orElse(List.of()).stream()
                                .filter(Objects::nonNull))
                .flatMap(it -> occupant(it, gone ? event.destroyedAt() : null).stream())
                .toList();
    }

    private static Optional<RoomEvidence.Occupant> occupant(Occupant told, @Nullable Long goneAt) {
        var address = told.address();
        if (address == null || address.isBlank() || address.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var leftAt = told.leftAt() == null ? goneAt : told.leftAt();
        return Optional.of(new RoomEvidence.Occupant(
                address, person(told.id()), name(told), seconds(told.joinedAt()), seconds(leftAt)));
    }

    private static String name(Occupant told) {
        var name = Objects.requireNonNullElse(told.name(), "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static @Nullable PersonId person(@Nullable String id) {
        try {
            return id == null ? null : new PersonId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant seconds(@Nullable Long seconds) {
        return seconds == null || seconds < 0 || seconds > 32_503_680_000L ? null : Instant.ofEpochSecond(seconds);
    }

    /** Public keys are for everybody: Jitsi checks with them what this application tells it to do. */
    @GetMapping("/keys/{name}")
    ResponseEntity<String> key(@PathVariable String name) {
        return keys.publicKey(name)
                .map(it -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(it))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @ExceptionHandler({JacksonException.class, IllegalArgumentException.class})
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
