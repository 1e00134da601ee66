package de.ratssaal.conference.jitsi;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Ends rooms at Jitsi's server, which puts out whoever is still there, whatever their page does. No act of the meeting waits for it:
 * whoever should be out has been told so by then.
 */
@Component
class JitsiRooms {

    private static final Logger LOG = LoggerFactory.getLogger(JitsiRooms.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int TRIES = 6;

    private final JitsiSettings settings;
    private final JitsiKeys keys;
    private final AtomicBoolean prepared = new AtomicBoolean();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    JitsiRooms(JitsiSettings settings, JitsiKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** Somebody comes in: when the room is to be ended, what that needs is there. */
    void prepare() {
        if (!settings.prosody().isEmpty() && !prepared.getAndSet(true)) {
            Thread.ofVirtual().name("make a key for Jitsi").start(keys::prepare);
        }
    }

    /** @param room as Jitsi writes it */
    void end(String room) {
        if (!settings.prosody().isEmpty()) {
            Thread.ofVirtual().name("end a room at Jitsi").start(() -> insist(room));
        }
    }

    private void insist(String room) {
        var pause = FIRST_PAUSE;
        for (var tries = 1; tries <= TRIES; tries++) {
            try {
                if (isOver(room)) {
                    return;
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        LOG.error("A closed room could not be ended at Jitsi; those whose pages did not leave may still be in it");
    }

    /** @return whether the room was ended, or there was none */
    private boolean isOver(String room) throws InterruptedException {
        try {
            var conference = URLEncoder.encode(room + "@" + settings.rooms(), StandardCharsets.UTF_8);
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(settings.prosody() + "/end-meeting?conference=" + conference))
                            .header("Authorization", "Bearer " + keys.tokenFor(room))
                            .timeout(ANSWER)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                LOG.warn("Jitsi does not end a room: it answers {}", answer.statusCode());
            }
            return answer.statusCode() == 200 || answer.statusCode() == 404;
        } catch (IOException | DataAccessException e) {
            LOG.warn("Jitsi cannot be told to end a room: {}", e.toString());
            return false;
        }
    }
}
