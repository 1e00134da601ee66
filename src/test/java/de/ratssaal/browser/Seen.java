package de.ratssaal.browser;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Everything that reached somebody's browser, shown or not: pages, answers to scripts, pushed messages, files. */
final class Seen {

    private static final List<String> BUILT = List.of("javascript", "css", "font", "image", "svg");

    private final List<Response> answers = new CopyOnWriteArrayList<>();
    private final List<Piece> pieces = new CopyOnWriteArrayList<>();

    /** Begins to take note of what reaches the window. */
    Seen(Window window) {
        window.page()
                .onWebSocket(socket ->
                        socket.onFrameReceived(frame -> note(window.page().url(), frame.text())));
        window.page().onResponse(answers::add);
    }

    private record Piece(String source, String text) {}

    /** Takes what the window shows and what it was answered for it. Before the window goes on: then it is forgotten. */
    void read(Window window) {
        window.settle();
        for (var answer : List.copyOf(answers)) {
            if (hasBody(answer)) {
                try {
                    note(answer.url(), new String(answer.body(), StandardCharsets.UTF_8));
                } catch (PlaywrightException gone) {
                    // of the page before this one, which was redirected; its content was not shown
                    note(answer.url(), "");
                }
            }
        }
        answers.clear();
        note(window.page().url(), window.page().content());
    }

    /** Asks for an address as a script in the window's page could, and reads files as a reader would. */
    void fetch(Window window, String path) {
        var answer = window.page().request().get(window.address(path));
        var body = answer.body();
        if (answer.headers().getOrDefault("content-type", "").contains("pdf")) {
            note(path, textOf(body));
        }
        note(path, new String(body, StandardCharsets.UTF_8));
    }

    /** Where something was seen. */
    List<String> sourcesOf(String word) {
        var sources = new ArrayList<String>();
        for (var piece : pieces) {
            if (piece.text().contains(word)) {
                sources.add(piece.source());
            }
        }
        return sources;
    }

    private void note(String source, String text) {
        pieces.add(new Piece(source, text.toLowerCase(Locale.ROOT)));
    }

    private static boolean hasBody(Response answer) {
        var type = answer.headers().getOrDefault("content-type", "");
        return answer.status() / 100 != 3 && BUILT.stream().noneMatch(type::contains);
    }

    private static String textOf(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
