package de.ratssaal.conference.jitsi;

import de.ratssaal.conference.Check;
import de.ratssaal.conference.Check.State;
import de.ratssaal.conference.Checkup;
import de.ratssaal.conference.RoomEvidence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the operator's Jitsi answers, and tells. */
@Component
class JitsiCheckup implements Checkup {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final JitsiSettings settings;
    private final RoomEvidence evidence;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    JitsiCheckup(JitsiSettings settings, RoomEvidence evidence) {
        this.settings = settings;
        this.evidence = evidence;
    }

    @Override
    public List<Check> checks() {
        return settings.isSetUp() ? List.of(page(), prosody(), events()) : List.of();
    }

    private Check page() {
        var answers = status(settings.address() + "/external_api.js") == 200;
        return new Check("jitsi.page", answers ? State.OK : State.FAILING, settings.address());
    }

    private Check prosody() {
        if (settings.prosody().isEmpty()) {
            return new Check("jitsi.no-prosody", State.WARNING);
        }
        var answers = status(settings.prosody() + "/http-bind") == 200;
        return new Check("jitsi.prosody", answers ? State.OK : State.FAILING, settings.prosody());
    }

    private Check events() {
        if (settings.eventsSecret().isEmpty()) {
            return new Check("jitsi.no-secret", State.WARNING);
        }
        return evidence.lastHeard(JitsiProvider.NAME)
                .map(it -> new Check("jitsi.events", State.OK, MOMENT.format(it)))
                .orElseGet(() -> new Check("jitsi.no-events", State.WARNING));
    }

    /** @return 0 if nobody answers */
    private int status(String address) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(PATIENCE)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
