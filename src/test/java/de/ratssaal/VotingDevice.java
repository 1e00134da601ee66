package de.ratssaal;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.urn.SecretPollId;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollId;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A member's device without a screen. Like the voting pad of the page it keeps a vote and sends it again under the same
 * receipt until it is answered; if it is not let in any more, it loads the page again first.
 */
public final class VotingDevice {

    private static final int REFUSED = 409;

    private final HttpBrowser browser;
    private final List<HttpResponse<String>> failures = new CopyOnWriteArrayList<>();
    private Map.Entry<String, String> token = Map.entry("", "");

    private VotingDevice(HttpBrowser browser) {
        this.browser = browser;
    }

    /** Somebody signs in on it with the password and opens the application. */
    public static VotingDevice signedIn(int port, String login, String password) {
        var device = new VotingDevice(new HttpBrowser(port));
        var answer = device.browser.submit("/app/login", "/app/login", Map.of("login", login, "password", password));
        assertThat(answer.statusCode()).as("signing in").isEqualTo(302);
        device.token = device.browser.scriptToken();
        return device;
    }

    /** Goes on with a session that was opened before, as a browser that comes back. */
    public static VotingDevice withSession(int port, String session) {
        var device = new VotingDevice(new HttpBrowser(port));
        var cookie = new HttpCookie("ratssaal-session", session);
        cookie.setPath("/");
        cookie.setVersion(0);
        device.browser.keep(cookie);
        device.token = device.browser.scriptToken();
        return device;
    }

    /** Sends a vote once. */
    public HttpResponse<String> send(PollId poll, Choice choice, UUID receipt) {
        return send(
                "/api/polls/%s/vote".formatted(poll),
                "{\"choice\":\"%s\",\"receipt\":\"%s\"}".formatted(choice, receipt));
    }

    private HttpResponse<String> send(String path, String json) {
        return browser.send(browser.request(path)
                .setHeader("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header(token.getKey(), token.getValue())
                .timeout(ofSeconds(8))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a vote until it is stored or refused. */
    public HttpResponse<String> vote(PollId poll, Choice choice, UUID receipt) {
        return untilAnswered(() -> send(poll, choice, receipt));
    }

    /** Sends an encrypted ballot until it is stored or refused. */
    public HttpResponse<String> cast(SecretPollId poll, String ballot) {
        var json = JsonMapper.shared().createObjectNode().put("ballot", ballot).toString();
        return untilAnswered(() -> send("/api/secret-polls/%s/ballot".formatted(poll), json));
    }

    private HttpResponse<String> untilAnswered(Supplier<HttpResponse<String>> sending) {
        return await("the vote is answered")
                .atMost(ofSeconds(90))
                .pollDelay(ofMillis(0))
                .pollInterval(ofMillis(250))
                .until(() -> attempt(sending), it -> it != null);
    }

    private HttpResponse<String> attempt(Supplier<HttpResponse<String>> sending) {
        try {
            var answer = sending.get();
            if (answer.statusCode() == 200 || answer.statusCode() == REFUSED) {
                return answer;
            }
            failures.add(answer);
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                token = browser.scriptToken();
            }
        } catch (UncheckedIOException | IllegalStateException nobodyThere) {
            return null; // not now; it is sent again
        }
        return null;
    }

    /** Answers that were neither stored nor refused, in their order. */
    public List<HttpResponse<String>> failures() {
        return failures;
    }
}
