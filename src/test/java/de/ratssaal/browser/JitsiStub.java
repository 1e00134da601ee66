package de.ratssaal.browser;

import com.microsoft.playwright.Route;
import de.ratssaal.TestDatabase;
import java.util.List;
import java.util.Map;

/**
 * Not a Jitsi: a page that takes the IFrame API's commands and notes them, and says what a test has it say. It shows that our page and
 * its policy let the operator's Jitsi in and what our page tells it; what a Jitsi does with that, it cannot show.
 */
final class JitsiStub {

    private static final String SCRIPT = """
            window.jitsiStub = { told: [], all: [] };
            window.JitsiMeetExternalAPI = class {
              constructor(domain, options) {
                this.options = options;
                this.listeners = {};
                this.frame = document.createElement('iframe');
                this.frame.title = 'Jitsi';
                this.frame.src = `https://${domain}/${options.roomName}`;
                this.frame.style = 'width: 100%; height: 100%; border: 0';
                options.parentNode.append(this.frame);
                window.jitsiStub.all.push(this);
              }
              executeCommand(...what) { window.jitsiStub.told.push(what.join(' ')); }
              addListener(event, listener) { this.listeners[event] = listener; }
              getSupportedCommands() { return ['approveParticipant']; }
              dispose() { this.frame.remove(); window.jitsiStub.told.push('dispose'); }
            };
            """;

    private final Window window;

    /** Answers in this window where the Jitsi of tests is meant to be. */
    JitsiStub(Window window) {
        this.window = window;
        window.page()
                .context()
                .route(
                        TestDatabase.JITSI + "/**",
                        it -> it.fulfill(answer(it.request().url())));
    }

    private static Route.FulfillOptions answer(String url) {
        return url.endsWith("/external_api.js")
                ? new Route.FulfillOptions().setContentType("text/javascript").setBody(SCRIPT)
                : new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><html lang=de><title>JitsiStub</title><p>JitsiStub</p></html>");
    }

    /** The latest room says that something happened. */
    void says(String event, Map<String, Object> what) {
        window.page()
                .evaluate(
                        "([event, what]) => window.jitsiStub.all.at(-1).listeners[event]?.(what)",
                        List.of(event, what));
    }

    /** Waits until the latest room was told something. */
    void isTold(String command) {
        window.page().waitForFunction("it => window.jitsiStub.told.includes(it)", command);
    }

    long count(String command) {
        return ((Number) window.page()
                        .evaluate("it => window.jitsiStub.told.filter(told => told === it).length", command))
                .longValue();
    }

    /** What the latest room was opened with. */
    Object option(String name) {
        return window.page().evaluate("it => window.jitsiStub.all.at(-1).options[it]", name);
    }
}
